"""Whether the hyphen at the end of a line belongs to the printer or to the author."""

from typing import Literal

from kennisbank.documents.vocabulary import Vocabulary, fold_word

Mending = Literal["join", "keep", "suspend"]
"""``join``: the halves are one word. ``keep``: one word with a hyphen. ``suspend``: the hyphen ends a first part, as in
*netwerk- en informatiesamenleving*."""

_CONJUNCTIONS = frozenset(
    {"en", "of", "and", "or", "noch", "als", "tot", "to", "und", "oder", "respectievelijk", "dan"}
)
_WORD, _LONG_WORD, _ENDING = 4, 7, 4
"""Letters: a first half that may be a word, a second half that surely is one, a second half that is an ending."""


def mending(before: str, after: str, vocabulary: Vocabulary) -> Mending:
    """Decide on ``before-⏎after``, two runs of letters and digits.

    What the vocabulary knows decides: the joined word, else the hyphenated one. Where it knows neither, a hyphen
    between known words stays, which loses nothing (search reads hyphen variants as one word) and makes no words that
    don't exist; a first half that is no word, or a second that is only an ending, was broken by the printer.
    """
    joined, hyphenated = fold_word(before + after), fold_word(f"{before}-{after}")
    if after.lower() in _CONJUNCTIONS and joined not in vocabulary:
        return "suspend"
    if joined in vocabulary:
        return "join"
    if hyphenated in vocabulary or not after[0].islower() or not before[-1].isalpha():
        return "keep"
    if len(before) > 1 and before.isupper():
        return "keep"
    if fold_word(before) in vocabulary and len(before) >= _WORD:
        return "join" if len(after) <= _ENDING else "keep"
    return "keep" if fold_word(after) in vocabulary and len(after) >= _LONG_WORD else "join"
