"""Raw text → the text that is searched: a derived layer with a way back to every place on the page.

Ligatures and other compatibility forms become plain letters, decomposed accents one letter, soft hyphens and invisible
marks go, words broken at a line end are mended, words set with space between their letters closed, white space becomes
one space and comes where it is missing. Each of these is a step: a function from the text of a page to edits, in the
module that knows its rules. What only the whole document tells (running heads, the digits of notes) is masked before
(`sheets.py`).
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import chain
from operator import attrgetter

from kennisbank.documents.edits import Cleaned, Edit, edited
from kennisbank.documents.hyphens import mended_line_ends
from kennisbank.documents.letterspacing import closed_words
from kennisbank.documents.missing_spaces import missing_spaces
from kennisbank.documents.vocabulary import Vocabulary

CLEANING = "3"
"""Grows with every change of what cleaning or parting into passages gives for a text."""

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1b\x7f"
_LINE_ENDS = re.compile(r"\n\s+")
_WHITE = re.compile(r"\s\s+")
_WHITE_OR_INVISIBLE = re.compile(rf"\s[\s{_INVISIBLE}]+|[{_INVISIBLE}][\s{_INVISIBLE}]*|[^\S \n\t\r]")
_UNUSUAL = re.compile(
    "(?P<composed>.[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20f0]{1,20})|[\u00a1-\uffff\U00010000-\U0010ffff]"
)
_START = attrgetter("start")

Step = Callable[[str, Vocabulary], Iterator[Edit]]
"""What a step is: text of a page and the words that are known → edits, ascending."""


def clean(text: str, *, vocabulary: Vocabulary) -> Cleaned:
    """Return `text` cleaned, without white space at its ends."""
    return edited(text, 0, len(text), edits_of(text, vocabulary))


def edits_of(text: str, vocabulary: Vocabulary) -> list[Edit]:
    """Return all that cleaning changes in `text`, ascending by start; of edits that overlap the first counts."""
    return sorted(chain.from_iterable(step(text, vocabulary) for step in STEPS), key=_START)


def even_spaces(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:  # noqa: ARG001  a step
    """Yield one blank for each run of white space, and nothing for marks that can't be seen."""
    if text.replace("\n", " ").replace("\t", " ").isprintable():
        # The text of a PDF holds its white space in single blanks and line ends: those are found quicker.
        is_plain = not ("  " in text or " \n" in text or "\t" in text)
        for match in (_LINE_ENDS if is_plain else _WHITE).finditer(text):
            yield Edit(match.start(), match.end(), " ")
        return
    for match in _WHITE_OR_INVISIBLE.finditer(text):
        is_white = any(map(str.isspace, match.group()))
        yield Edit(match.start(), match.end(), " " if is_white else "")


def usual_letters(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:  # noqa: ARG001  a step
    """Yield the usual form of each character, except where that would glue digits or blanks to a word."""
    if unicodedata.is_normalized("NFKC", text):
        return
    for match in _UNUSUAL.finditer(text):
        seen = match.group()
        if seen[0].isspace() or (len(seen) == 1 and unicodedata.category(seen) == "No"):
            continue
        usual = unicodedata.normalize("NFKC", seen)
        if usual != seen and not usual.startswith(" "):
            yield Edit(match.start(), match.end(), usual)


STEPS: tuple[Step, ...] = (mended_line_ends, closed_words, missing_spaces, even_spaces, usual_letters)
"""The steps; where two change the same place, the one that comes first here."""
