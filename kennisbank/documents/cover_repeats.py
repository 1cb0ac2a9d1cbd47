"""Cover sheets learnt by repetition: what several different papers begin with is not part of any of them."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from kennisbank.documents.vocabulary import fold_word
from kennisbank.domain.document import CoverSpan, Document, PageText

LEAST_BODIES = 3
"""Different papers that must begin with the same page before it counts as a cover sheet."""
_ALIKE = 0.85
"""Part of the word pairs that two sheets must share: names of congresses and years in them differ."""
_LEAST_WORDS, _MOST_WORDS = 15, 800
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class KnownSheet:
    """The folded words of a sheet that was seen before several papers, in order."""

    words: tuple[str, ...]


def learn_sheets(leading: Mapping[str, str]) -> tuple[KnownSheet, ...]:
    """Return the texts that stand before at least `LEAST_BODIES` papers, equal or nearly so.

    `leading` maps what identifies a paper's body (its fingerprint) to the text of its first page.
    """
    groups: list[tuple[tuple[str, ...], set[tuple[str, str]], list[str]]] = []
    for body in sorted(leading):
        words = _words(leading[body])
        if not _LEAST_WORDS <= len(words) <= _MOST_WORDS:
            continue
        pairs = _pairs(words)
        home = next((group for group in groups if _alike(group[1], pairs)), None)
        if home is None:
            groups.append((words, pairs, [body]))
        else:
            home[2].append(body)
    return tuple(KnownSheet(words) for words, _, bodies in groups if len(bodies) >= LEAST_BODIES)


def find_known_cover(document: Document, known: Collection[KnownSheet]) -> tuple[CoverSpan, ...]:
    """Return the span of the known sheet with which the document begins, or nothing.

    In a text file it is the leading lines that are compared, elsewhere the whole first page.
    """
    page = next((page for page in document.pages if page.text.strip()), None)
    if page is None:
        return ()
    for sheet in known:
        end = _end_of(sheet, page)
        if end and (page.text[end:].strip() or any(p.text.strip() for p in document.pages if p.number > page.number)):
            return (CoverSpan(page.number, 0, end),)
    return ()


def _end_of(sheet: KnownSheet, page: PageText) -> int:
    places = list(_WORD.finditer(page.text, 0, 40 * _MOST_WORDS))
    lead = places if page.first_line is None else places[: len(sheet.words)]
    if len(lead) > 1.2 * len(sheet.words) or not lead:
        return 0
    words = tuple(fold_word(place.group()) for place in lead)
    if not _alike(_pairs(sheet.words), _pairs(words)):
        return 0
    return len(page.text) if page.first_line is None else _line_end(page.text, lead[-1].end())


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold_word(word) for word in _WORD.findall(text))


def _pairs(words: Iterable[str]) -> set[tuple[str, str]]:
    return set(pairwise(words))


def _alike(one: set[tuple[str, str]], other: set[tuple[str, str]]) -> bool:
    return len(one & other) >= _ALIKE * max(len(one), len(other))
