"""The cover sheet: the page or the leading lines that an archive puts before every download.

Told by what such sheets talk about (`resources/cover_signals.toml`), not by who wrote them: each signal counts once,
several different ones must come together, and only at the very beginning of a document. A weak signal (an address, the
name of a foundation) never makes the sheet longer by itself: the first lines of a paper hold such too.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kennisbank.documents.vocabulary import fold_word
from kennisbank.domain.document import CoverSpan, Document, PageText

_PARAGRAPH = re.compile(r"\S(?:(?!\n[^\S\n]*\n).)*", re.DOTALL)
_WHOLE_PAGE = 0.6
"""Part of a page's text from which on a cover sheet is the whole page: what is left is its foot."""
_SILENT = 250
"""Characters without a strong signal that may stand between two paragraphs with one; twice as many before the first."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing that cover sheets say: a pattern over folded text, and how much it tells."""

    name: str
    weight: int
    pattern: "re.Pattern[str]"


@dataclass(frozen=True, slots=True)
class CoverSignals:
    """What to look for, and how much of it makes a cover sheet: at most `longest` characters from the beginning."""

    signals: tuple[Signal, ...]
    least_weight: int
    least_signals: int
    longest: int


@lru_cache(maxsize=4)
def load_signals(path: Path) -> CoverSignals:
    """Return the signals of a data file; it comes with the program, so a fault in it is a fault of ours."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return CoverSignals(
        tuple(
            Signal(each["name"], each["weight"], re.compile("|".join(f"(?:{word})" for word in each["words"])))
            for each in data["signal"]
        ),
        data["least_weight"],
        data["least_signals"],
        data["longest"],
    )


def find_cover(document: Document, signals: CoverSignals) -> tuple[CoverSpan, ...]:
    """Return the cover sheet at the beginning of the document: one span, or none.

    A sheet that fills most of the first page is the whole page, unless nothing else would be left of the document.
    """
    page = next((page for page in document.pages if page.text.strip()), None)
    if page is None:
        return ()
    end = _sheet_end(page, signals)
    if end == 0:
        return ()
    rest = page.text[end:].strip()
    has_more = any(other.text.strip() for other in document.pages if other.number > page.number)
    if has_more and page.first_line is None and end >= _WHOLE_PAGE * len(page.text.rstrip()):
        end, rest = len(page.text), ""
    if not rest and not has_more:
        return ()
    return (CoverSpan(page.number, 0, end),)


def _sheet_end(page: PageText, signals: CoverSignals) -> int:
    """Return where the sheet with which the page begins ends; 0 where it begins with none."""
    found: set[str] = set()
    weight = end = silent = 0
    for start, stop in _paragraphs(page.text[: signals.longest]):
        said = _signals_in(page.text[start:stop], signals)
        if any(signal.weight > 1 for signal in said) or (said and not silent):
            silent, end = 0, stop
        else:
            silent += stop - start
            if silent > (_SILENT if end else 2 * _SILENT):
                break
        weight += sum(signal.weight for signal in said if signal.name not in found)
        found |= {signal.name for signal in said}
    is_sheet = weight >= signals.least_weight and len(found) >= signals.least_signals
    return end if is_sheet else 0


def _signals_in(text: str, signals: CoverSignals) -> list[Signal]:
    folded = " ".join(fold_word(text).split())
    return [signal for signal in signals.signals if signal.pattern.search(folded)]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for match in _PARAGRAPH.finditer(text):
        yield match.start(), match.start() + len(match.group().rstrip())
