"""Break text into lines: words with styles, line-end hyphens from a list, lines justified by stretching the spaces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pymupdf

FAMILIES = {
    "serif": {"roman": "tiro", "italic": "tiit", "bold": "tibo", "code": "cour"},
    "sans": {"roman": "helv", "italic": "heit", "bold": "hebo", "code": "cour"},
}
MARKUP = re.compile(r"\*(?P<italic>[^*]+)\*|`(?P<code>[^`]+)`|(?P<uri>https?://[^\s]+[^\s.,;)])|(?P<mail>\S+@\S+\w)")


@cache
def font(family: str, style: str) -> pymupdf.Font:
    """Return one of the fonts that come inside PyMuPDF, so that every machine makes the same pages."""
    return pymupdf.Font(FAMILIES[family][style])


@cache
def hyphenations() -> dict[str, str]:
    """Return words (lower case) with their possible breaks as hyphens."""
    lines = (Path(__file__).parent / "hyphens.txt").read_text(encoding="utf-8").split()
    return {line.replace("-", ""): line for line in lines}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters in one style; `uri` is what it links to."""

    text: str
    style: str
    uri: str = ""


Word = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: family, base style, size in points, and whether lines are stretched to the full width."""

    family: str = "serif"
    style: str = "roman"
    size: float = 10.5
    leading: float = 1.32
    is_justified: bool = True

    @property
    def line(self) -> float:
        return self.size * self.leading

    def width(self, word: Word) -> float:
        return sum(font(self.family, piece.style).text_length(piece.text, self.size) for piece in word)

    @property
    def space(self) -> float:
        return font(self.family, self.style).text_length(" ", self.size)


def words(text: str, style: str) -> list[Word]:
    """Split marked-up text at its spaces."""
    pieces: list[Piece] = []
    at = 0
    for match in MARKUP.finditer(text):
        pieces.append(Piece(text[at : match.start()], style))
        if match["uri"] or match["mail"]:
            target = match["uri"] or f"mailto:{match['mail']}"
            pieces.append(Piece(match[0], style, target))
        else:
            pieces.append(Piece(match["italic"] or match["code"], "italic" if match["italic"] else "code"))
        at = match.end()
    pieces.append(Piece(text[at:], style))
    result: list[list[Piece]] = [[]]
    for piece in pieces:
        for number, part in enumerate(piece.text.split(" ")):
            if number:
                result.append([])
            if part:
                result[-1].append(Piece(part, piece.style, piece.uri))
    return [tuple(word) for word in result if word]


def breaks(word: Word) -> Iterator[tuple[Word, Word]]:
    """Give the ways to split a word over two lines, longest first part first."""
    if len(word) != 1 or word[0].uri or word[0].style == "bold":
        return
    text, style = word[0].text, word[0].style
    core = re.search(r"\w[\w-]*\w", text)
    if core is None:
        return
    points = []
    if "-" in core[0]:
        points = [(core.start() + match.end(), "") for match in re.finditer("-", core[0])]
    elif core[0].lower() in hyphenations():
        at = core.start()
        for syllable in hyphenations()[core[0].lower()].split("-")[:-1]:
            at += len(syllable)
            points.append((at, "-"))
    for at, hyphen in reversed(points):
        yield (Piece(text[:at] + hyphen, style),), (Piece(text[at:], style),)


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand on one line, and the width of the space between them."""

    words: tuple[Word, ...]
    space: float


def set_lines(text: str, setting: Setting, width: float, *, indent: float = 0.0) -> list[Line]:
    """Break `text` into lines of `width` points; the first is `indent` points shorter."""
    todo = words(text, setting.style)[::-1]
    lines: list[Line] = []
    current: list[Word] = []
    used = indent
    while todo:
        word = todo.pop()
        needed = setting.width(word) + (setting.space if current else 0)
        if used + needed <= width or not current:
            current.append(word)
            used += needed
            continue
        room = width - used - setting.space
        for head, tail in breaks(word):
            if setting.width(head) <= room:
                current.append(head)
                used += setting.space + setting.width(head)
                word = tail
                break
        lines.append(_line(current, setting, width - used))
        current, used = [], 0.0
        todo.append(word)
    if current:
        lines.append(Line(tuple(current), setting.space))
    return lines


def _line(line: list[Word], setting: Setting, left: float) -> Line:
    gaps = len(line) - 1
    if not setting.is_justified or not gaps or left / gaps > setting.size:
        return Line(tuple(line), setting.space)
    return Line(tuple(line), setting.space + left / gaps)
