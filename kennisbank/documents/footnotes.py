"""Digits of notes that stand glued to a word (``transities2``): found by the notes that they refer to.

A number behind a word is the mark of a note when the document has a note of that number (a line that begins with it)
and the marks around it count along: the one before or after it in the text has nearly the same number. So ``web20``,
``covid19``, ``A4`` and ``21ste`` stay what they are.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kennisbank.documents.edits import Span
from kennisbank.documents.vocabulary import Vocabulary, fold_word, listed
from kennisbank.documents.words import commonness, is_compound, is_word
from kennisbank.domain.document import PageText
from kennisbank.domain.ids import PageNo

_DIGITS = re.compile(r"[1-9](?<=[^\W\d_].|[’'”\"»)\].,;:!?…].)\d{0,2}(?:,[1-9]\d{0,2})*(?![\w%°€/@_=-])(?![.,:-]\w)")
_STEM = re.compile(r"([A-Za-zÀ-ɏ]{2,}(?:[-'’][A-Za-zÀ-ɏ]+)*)[’'”\"»)\].,;:!?…]{0,3}\Z")
_BROKEN = re.compile(r"[^\W\d_][-\u2010\u00ad]\s+\Z")
_PIECE = re.compile(r"\S*\Z")
_NOTE = re.compile(r"\n[^\S\n]*\[?(?P<number>[1-9]\d{0,2})(?![\d,]|\.\d)[\].):]?\s{0,4}(?=[^\W\d_]|[’'‘“\"(])")
_ADDRESS = re.compile(r"[/@\\_=<>{}|#+]|\bwww\b|\.[a-z]+\.", re.IGNORECASE)
_NUMBERED = listed(
    """afbeelding algorithm appendix artikel article bijlage box case categorie chapter deel eis eq equation experiment
    example fase fig figuur figure groep group hoofdstuk kader layer level lid niveau model mode noot note nr onderdeel
    page pagina paragraaf part phase principe problem punt regel ronde route scenario scene section stap step stelling
    story table tabel task taak test type uur vak variant version versie vol volume vraag web week zone"""
)
"""Words that a number follows for other reasons."""
_NUMBERED_NAME = re.compile(r"[A-ZÀ-Þ]{2,20}-[1-9]\d{0,2}")
"""A name that is also written with a hyphen (``COVID-19``): there the digits are no mark."""
_SHORT, _VERY_COMMON = 3, 4.5
"""Letters of a word, and Zipf of one that has fewer (*op*, *is*)."""
_LONGEST_ABBREVIATION = 5
_NEAR = 4
"""Marks before and after a mark that are looked at."""
_STEP = 2
_LONGEST = 60
_MOST_OF_A_NUMBER = 3
"""How often a word with the same digits may occur and still be a word with a mark; chapters count anew."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """Digits behind a word, folded: `stem`. `name`: how it would be written if it were a name with a number.

    `may_be_single`: one alone may be a mark; not on the pages of a text file, which hold lists and notes alike.
    """

    page: PageNo
    span: Span
    numbers: tuple[int, ...]
    stem: str
    name: str
    is_word: bool
    may_be_single: bool


def note_marks(pages: Sequence[PageText], vocabulary: Vocabulary) -> Mapping[PageNo, tuple[Span, ...]]:
    """Return where digits of notes are glued to words, on each page that has them, ascending."""
    notes = {page.number: {int(found["number"]) for found in _NOTE.finditer("\n" + page.text)} for page in pages}
    numbers = frozenset[int]().union(*notes.values())
    if not numbers:
        return {}
    marks = [mark for page in pages for mark in _candidates(page, numbers, vocabulary)]
    often = Counter((mark.stem, mark.numbers) for mark in marks)
    names: set[str] = set()
    if any(mark.name[:2].isupper() for mark in marks):
        names.update(name for page in pages for name in _NUMBERED_NAME.findall(page.text))
    marks = [mark for mark in marks if often[mark.stem, mark.numbers] <= _MOST_OF_A_NUMBER and mark.name not in names]
    stems = Counter(mark.stem for mark in marks)
    spans: defaultdict[PageNo, list[Span]] = defaultdict(list)
    for index, mark in enumerate(marks):
        has_note_here = mark.numbers[0] in notes[mark.page]
        is_single = has_note_here and mark.is_word and stems[mark.stem] == 1 and mark.may_be_single
        if is_single or _counts_along(marks, index, has_note_here=has_note_here):
            spans[mark.page].append(mark.span)
    return {page: tuple(each) for page, each in spans.items()}


def _candidates(page: PageText, notes: frozenset[int], vocabulary: Vocabulary) -> Iterator[_Mark]:
    """Yield the digits behind a word whose notes exist."""
    text = page.text
    for match in _DIGITS.finditer(text):
        start = match.start()
        stem = _STEM.search(text, max(0, start - _LONGEST), start)
        if stem is None:
            continue
        numbers = tuple(map(int, match.group().split(",")))
        word = stem[1]
        folded = fold_word(word)
        if not notes.issuperset(numbers) or folded in _NUMBERED or not _is_plain(word):
            continue
        piece = _PIECE.search(text, max(0, start - _LONGEST), start)
        if piece is not None and _ADDRESS.search(piece.group()):
            continue
        is_half = _BROKEN.search(text, max(0, stem.start() - _LONGEST), stem.start()) is not None
        known = is_half or _is_surely_word(word, vocabulary)
        is_name = word[0].isupper() and not word.isupper()
        may_be_single = page.first_line is None or numbers == (1,)
        yield _Mark(
            page.number, match.span(), numbers, folded, f"{word}-{match.group()}", known or is_name, may_be_single
        )


def _is_surely_word(word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether `word` is one: a short row of capitals or two letters may be known, and a symbol all the same."""
    folded = fold_word(word)
    if len(word) < _SHORT:
        return commonness(folded) >= _VERY_COMMON
    if word.isupper() and len(word) <= _LONGEST_ABBREVIATION:
        return False
    return is_word(folded, vocabulary) or is_compound(folded, vocabulary)


def _is_plain(word: str) -> bool:
    """Tell whether the last part of `word` is written as words are, not as symbols (``RF-D``, ``ebMS``)."""
    last = re.split(r"[-'’]", word)[-1]
    return last[1:].islower() or (last.isupper() and len(last) > 2)


def _counts_along(marks: Sequence[_Mark], index: int, *, has_note_here: bool) -> bool:
    """Tell whether marks near this one have numbers that are near, and not of the same word (``RFC1``, ``RFC2``)."""
    mark = marks[index]
    near = [*marks[max(0, index - _NEAR) : index], *marks[index + 1 : index + 1 + _NEAR]]
    close = [other for other in near if 0 < abs(other.numbers[0] - mark.numbers[-1]) <= _STEP]
    if any(other.stem == mark.stem for other in close):
        return False
    return len(close) >= 1 if mark.is_word else len(close) >= 2 and has_note_here
