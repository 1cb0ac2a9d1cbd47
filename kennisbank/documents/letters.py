"""The letters of a text: what is left of it when it is laid out anew, mapped back to the raw text.

White space, hyphens, soft hyphens, accents, capitals, ligatures and the shape of quotation marks differ between two
versions of a file that say the same; the row of letters does not. In the letters of a whole file the running heads and
feet stand behind all the rest, so that a sentence that goes on over the page is one piece.
"""

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, repeat
from operator import attrgetter
from typing import NamedTuple

from kennisbank.documents.running_heads import running_lines
from kennisbank.domain.document import PageText
from kennisbank.domain.ids import PageNo

_QUOTATION_MARKS = str.maketrans(
    {**dict.fromkeys("‘’‚‛′‵`", "'"), **dict.fromkeys("“”„‟″‶«»", '"'), "\u2044": "/", "\u2215": "/", "\u2212": ""}
)
_LEFT_OUT = frozenset({"Cc", "Cf", "Cs", "Pd", "Zs", "Zl", "Zp"})
"""Categories of characters that are no letters: controls, invisible marks, lone surrogates, dashes, white space."""


class Span(NamedTuple):
    """``text[start:end]`` of the raw text of a page."""

    page: PageNo
    start: int
    end: int


class _Usual(dict[str, str]):
    """The letters that a character stands for, none for what doesn't count; worked out once for each."""

    def __missing__(self, character: str) -> str:
        plain = unicodedata.normalize("NFKD", character).casefold()
        plain = unicodedata.normalize("NFKD", plain).translate(_QUOTATION_MARKS)
        usual = "".join(
            each for each in plain if not unicodedata.combining(each) and unicodedata.category(each) not in _LEFT_OUT
        )
        self[character] = usual
        return usual


_USUAL = _Usual()


def letters_in(text: str) -> str:
    """Return the letters, digits and other signs of `text`, without what changes when it is laid out anew."""
    return "".join(map(_USUAL.__getitem__, text))


def letters_of(text: str) -> tuple[str, "array[int]"]:
    """Return the letters of `text`, and for each the offset of the character it comes from, ascending."""
    usual = list(map(_USUAL.__getitem__, text))
    letters = "".join(usual)
    if max(map(len, usual), default=0) <= 1:
        return letters, array("I", compress(range(len(usual)), usual))
    return letters, array("I", [at for at, each in enumerate(usual) for _ in repeat(None, len(each))])


class _Stretch(NamedTuple):
    """Letters of one page that stand together: from `at` in the letters of the file, each with its raw offset."""

    at: int
    page: PageNo
    origins: "array[int]"


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a whole file, and the way back to its pages; made by `file_letters`.

    `body` is where the running heads and feet begin.
    """

    text: str
    body: int
    _stretches: tuple[_Stretch, ...]
    _by_page: dict[PageNo, tuple[_Stretch, ...]]

    def intervals(self, span: Span) -> list[tuple[int, int]]:
        """Return where the letters of a span stand, as intervals of `text`, ascending; none if it has no letters."""
        found = []
        for stretch in self._by_page.get(span.page, ()):
            start, end = bisect_left(stretch.origins, span.start), bisect_left(stretch.origins, span.end)
            if start < end:
                found.append((stretch.at + start, stretch.at + end))
        return found

    def position(self, page: PageNo, offset: int) -> int:
        """Return where the first letter of the body at or behind a raw offset stands."""
        stretches = [each for each in self._by_page.get(page, ()) if each.at < self.body]
        for stretch in stretches:
            if stretch.origins[-1] >= offset:
                return stretch.at + bisect_left(stretch.origins, offset)
        following = [each.at for each in self._stretches if each.page > page and each.at < self.body]
        return min(following, default=self.body)

    def spans(self, start: int, end: int) -> list[Span]:
        """Return ``text[start:end]`` as spans of raw text, in the order of the letters, one for each page at most."""
        spans: list[Span] = []
        if start >= end:
            return spans
        first = bisect_right(self._stretches, start, key=_AT) - 1
        for stretch in self._stretches[first:]:
            if stretch.at >= end:
                break
            inner = stretch.origins[max(0, start - stretch.at) : end - stretch.at]
            if spans and spans[-1].page == stretch.page:
                spans[-1] = spans[-1]._replace(end=inner[-1] + 1)
            else:
                spans.append(Span(stretch.page, inner[0], inner[-1] + 1))
        return spans

    def origin(self, position: int) -> tuple[PageNo, int]:
        """Return page and raw offset of a letter, which must be one of `text`."""
        stretch = self._stretches[bisect_right(self._stretches, position, key=_AT) - 1]
        return stretch.page, stretch.origins[position - stretch.at]


_AT = attrgetter("at")


def file_letters(pages: Sequence[PageText]) -> Letters:
    """Return the letters of a file, all of whose pages are given in order."""
    heads = running_lines(pages)
    body: list[tuple[PageNo, str, array[int]]] = []
    tail: list[tuple[PageNo, str, array[int]]] = []
    for page in pages:
        letters, origins = letters_of(page.text)
        done = 0
        for start, end in heads.get(page.number, ()):
            first, last = bisect_left(origins, start), bisect_left(origins, end)
            body.append((page.number, letters[done:first], origins[done:first]))
            tail.append((page.number, letters[first:last], origins[first:last]))
            done = last
        body.append((page.number, letters[done:], origins[done:]))
    stretches, at = [], 0
    by_page: defaultdict[PageNo, list[_Stretch]] = defaultdict(list)
    for number, letters, origins in (*body, *tail):
        if letters:
            stretches.append(_Stretch(at, number, origins))
            by_page[number].append(stretches[-1])
            at += len(letters)
    text = "".join(letters for _, letters, _ in (*body, *tail))
    return Letters(
        text,
        sum(len(letters) for _, letters, _ in body),
        tuple(stretches),
        {number: tuple(each) for number, each in by_page.items()},
    )
