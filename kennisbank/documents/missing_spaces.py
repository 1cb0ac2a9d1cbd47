"""Spaces that got lost.

After a full stop (``woord.Volgende``, ``19.Leiderschap``, ``land.141``), and between a word and the sentence or line
that follows (``samenlevingDe``).

Host names, versions, abbreviations, decimals and names that are written so stay as they are.
"""

import re
from collections.abc import Iterator

from kennisbank.documents.edits import Edit
from kennisbank.documents.vocabulary import Vocabulary, fold_word, listed
from kennisbank.documents.words import commonness, is_compound, is_only_dutch, is_word

_STOP = re.compile(r"\.(?=[^\W_])")
_GLUED = re.compile(r"[A-ZÀ-ÖØ-Þ](?<=[a-zà-öø-ÿ].)(?=[a-zà-öø-ÿ])")
_PIECE_BEFORE, _PIECE_AFTER = re.compile(r"\S*\Z"), re.compile(r"\S*")
_LETTERS_BEFORE, _LETTERS_AFTER = re.compile(r"[^\W\d_]+\Z"), re.compile(r"[^\W\d_]+")
_NUMBER_BEFORE = re.compile(r"(?:^|\s)\d{1,3}\Z")
_NUMBER_AFTER = re.compile(r"\d{1,3}(?![\w.,/-])")
_CLOSING = "’”\"')]»"
_ADDRESS = re.compile(r"[/@\\_=<>{}|#]|\bwww\b|\.[a-z]{2,}\.[a-z]{2}", re.IGNORECASE)
_DOMAINS = listed("be biz com de edu eu fr gov info int io jl js mil net nl nu org py tv uk us")
_ABBREVIATIONS = listed(
    "afb art blz bv ca cf dl drs ed eds enz fig hfst ing ir jl jr mr mrs nr no nrs op par pag pg pp prof sec st tab "
    "tel vgl vol zgn dr ds jg"
)
_STARTERS = listed(
    "de het een dit dat deze die er in op om bij met voor als maar ook en wij we ik zij ze hij hoe wat toch "
    "the a an this that these those it on for with but and they he she"
)
"""Small words with which sentences begin."""
_LONGEST = 60
_SHORTEST, _SURE = 3, 5
_NEAR = 5000
"""Characters before and after in which a word that is written so again counts."""
_COMMON = 3.0
"""Zipf from which a word that begins in the middle of another is believed."""


def missing_spaces(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Yield an insertion where a blank is missing, ascending."""
    edits = [*_after_stops(text, vocabulary), *_between_words(text, vocabulary)]
    yield from sorted(edits)


def _after_stops(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    for match in _STOP.finditer(text):
        at = match.end()
        # Most stops stand in numbers and addresses: these are passed over before anything is searched for.
        if not (text[at].isupper() or (text[at].isdigit() and text[at - 2 : at - 1].isalpha())):
            continue
        before = _LETTERS_BEFORE.search(text, max(0, at - 1 - _LONGEST), at - 1)
        if text[at].isdigit():
            is_missing = before is not None and _ends_sentence(before.group(), vocabulary)
            is_missing = is_missing and _NUMBER_AFTER.match(text, at) is not None
        else:
            after = _LETTERS_AFTER.match(text, at, at + _LONGEST)
            is_missing = after is not None and _begins_sentence(text, after.group(), before, at - 1, vocabulary)
        if is_missing and not _in_address(text, at):
            yield Edit(at, at, " ")


def _ends_sentence(word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a full stop behind `word` ends a sentence: a plain word, and no abbreviation."""
    if len(word) < _SHORTEST or not word[1:].islower() or word.lower() in _ABBREVIATIONS:
        return False
    return is_word(fold_word(word), vocabulary)


def _begins_sentence(text: str, after: str, before: "re.Match[str] | None", stop: int, vocabulary: Vocabulary) -> bool:
    """Tell whether `after` begins a sentence, or the heading that a number or closing mark stands before."""
    if not after[0].isupper() or not after[1:].islower() or after.lower() in _DOMAINS:
        return False
    if before is not None:
        return before.group().islower() and _ends_sentence(before.group(), vocabulary)
    is_known = len(after) >= _SHORTEST and is_word(fold_word(after), vocabulary)
    return is_known and (
        text[max(0, stop - 1) : stop] in tuple(_CLOSING)
        or _NUMBER_BEFORE.search(text, max(0, stop - 4), stop) is not None
    )


def _between_words(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    for match in _GLUED.finditer(text):
        at = match.start()
        before = _LETTERS_BEFORE.search(text, max(0, at - _LONGEST), at)
        after = _LETTERS_AFTER.match(text, at, at + _LONGEST)
        if before is None or after is None:
            continue
        first, second = before.group(), after.group()
        if (
            _is_glued(first, second, vocabulary)
            and not _in_address(text, at)
            and text.count(first + second, max(0, at - _NEAR), at + _NEAR) == 1
        ):
            yield Edit(at, at, " ")


def _is_glued(first: str, second: str, vocabulary: Vocabulary) -> bool:
    """Tell whether two words were glued: no name that is written so, and no name of a program.

    The second begins a sentence, or both are plain Dutch: programs are named in English.
    """
    if len(first) < _SHORTEST or not first.islower() or not second[1:].islower():
        return False
    if commonness(second) < _COMMON or is_word(fold_word(first + second), frozenset()):
        return False
    if second.lower() in _STARTERS:
        return is_word(first, vocabulary) or is_compound(first, vocabulary)
    return (
        min(len(first), len(second)) >= _SURE
        and commonness(first) >= _COMMON
        and is_only_dutch(first)
        and is_only_dutch(second)
    )


def _in_address(text: str, at: int) -> bool:
    """Tell whether the run of characters around `at` is an address, a path or program text."""
    before = _PIECE_BEFORE.search(text, max(0, at - _LONGEST), at)
    after = _PIECE_AFTER.match(text, at, at + _LONGEST)
    piece = (before.group() if before else "") + (after.group() if after else "")
    return "(" in piece[1:-1] or _ADDRESS.search(piece) is not None
