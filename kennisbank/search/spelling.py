"""What was meant by a word that doesn't occur: another spelling, two words, or a word that says the same.

A word that no text holds was mistyped, or is a good word that this library happens not to use. The first is mended by
spelling; for the second a word is offered that says the same or begins the same, never a neighbour by chance (*docent*
becomes *leraar*, not *decent*).
"""

from collections.abc import Callable, Iterable

from kennisbank.lexicon.words import is_known
from kennisbank.search.analysis import STOP_WORDS
from kennisbank.search.near_words import likelihood
from kennisbank.search.vocabulary import Vocabulary

Alternatives = Callable[[str], Iterable[tuple[str, ...]]]
"""Gives what means the same as a folded word: words, or words side by side."""

_SURE = 1.0
_SURE_A_LETTER = 0.15
"""What a sure correction costs at most: so much, or in a long word so much a letter."""
_SURE_IF_KNOWN = 0.5
"""... and where what was typed is a word: only a usual slip."""
_BEHIND = 2.5
"""Corrections so much less likely than the likeliest aren't searched."""
_MOST_TOLERATED = 3
_SHORTEST_PART = 4
_OFTEN = 2
"""How often a part occurs at least, so that a word is split there."""
_SPLIT = 0.9
"""What a missing space costs, as an edit does."""
_SAME_BEGINNING = 5


def tolerant_words(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the few spellings under which a word that found nothing is searched, likeliest first; only sure ones."""
    near = _near(word, vocabulary)
    most = _SURE_IF_KNOWN if is_known(word) else max(_SURE, _SURE_A_LETTER * len(word))
    sure = [each for each in near if each[2] <= most]
    if not sure:
        return ()
    least = likelihood(*sure[0][1:]) - _BEHIND
    return tuple(each for each, number, cost in sure if likelihood(number, cost) >= least)[:_MOST_TOLERATED]


def replacement(word: str, vocabulary: Vocabulary, alternatives: Alternatives | None = None) -> str:
    """Return what occurs and was most likely meant by a folded word that doesn't; empty if nothing is.

    It may be several words. Stop words are never offered.
    """
    mended = _respelt(word, vocabulary)
    if not is_known(word):
        return mended or _same_meaning(word, vocabulary, alternatives) or _same_beginning(word, vocabulary)
    close = tolerant_words(word, vocabulary)
    return (
        _same_meaning(word, vocabulary, alternatives)
        or _same_beginning(word, vocabulary)
        or (close[0] if close else "")
        or mended
    )


def _near(word: str, vocabulary: Vocabulary) -> list[tuple[str, int, float]]:
    return [each for each in vocabulary.near_words(word) if each[0] not in STOP_WORDS]


def _respelt(word: str, vocabulary: Vocabulary) -> str:
    """Return the likeliest spelling that occurs, or the words that were written as one."""
    near = _near(word, vocabulary)
    best, worth = (near[0][0], likelihood(*near[0][1:])) if near else ("", float("-inf"))
    for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        counts = [vocabulary.frequency(each) for each in (word[:at], word[at:])]
        if min(counts) >= _OFTEN and likelihood(min(counts), _SPLIT) > worth:
            best, worth = f"{word[:at]} {word[at:]}", likelihood(min(counts), _SPLIT)
    return best


def _same_meaning(word: str, vocabulary: Vocabulary, alternatives: Alternatives | None) -> str:
    """Return the alternative that occurs most: of one of several words, the rarest counts."""
    if alternatives is None:
        return ""
    counts = {each: min(map(vocabulary.frequency, each), default=0) for each in alternatives(word)}
    best = max(counts, key=lambda each: (counts[each], each), default=())
    return " ".join(best) if best and counts[best] else ""


def _same_beginning(word: str, vocabulary: Vocabulary) -> str:
    """Return the most frequent word with the same beginning: one that goes on where it ends, else a shorter stem."""
    shortest = max(_SAME_BEGINNING, len(word) * 3 // 4)
    for length in range(len(word), shortest - 1, -1):
        longest = len(word) + 6 if length == len(word) else length + 4
        found = [each for each in vocabulary.complete(word[:length], 8) if len(each) <= longest and each != word]
        if found:
            return found[0]
    return ""
