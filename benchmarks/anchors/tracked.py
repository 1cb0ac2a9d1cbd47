"""Text of which every character knows where it comes from: changed at will, it still tells what became of what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kennisbank.domain.document import PageText, Rect, Word, pack_words
from kennisbank.domain.ids import PageNo

NEW = -1
"""The origin of a character that the old version doesn't have."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """A text, and for each character its place in the text of the old version, pages put one after another."""

    text: str
    origins: tuple[int, ...]

    def __getitem__(self, part: slice) -> "Tracked":
        return Tracked(self.text[part], self.origins[part])

    def __add__(self, other: "Tracked") -> "Tracked":
        return Tracked(self.text + other.text, self.origins + other.origins)

    def __len__(self) -> int:
        return len(self.text)


def new(text: str) -> Tracked:
    """Return text that stands in no old version."""
    return Tracked(text, (NEW,) * len(text))


def joined(parts: Iterable[Tracked], between: str = "") -> Tracked:
    """Return parts put together, with `between` them."""
    texts: list[str] = []
    origins: list[int] = []
    for number, part in enumerate(parts):
        if number and between:
            texts.append(between)
            origins.extend([NEW] * len(between))
        texts.append(part.text)
        origins.extend(part.origins)
    return Tracked("".join(texts), tuple(origins))


def tracked_pages(pages: Sequence[PageText]) -> list[Tracked]:
    """Return the pages of an old version, every character with its place."""
    at, result = 0, []
    for page in pages:
        result.append(Tracked(page.text, tuple(range(at, at + len(page.text)))))
        at += len(page.text)
    return result


def paged(texts: Sequence[Tracked]) -> list[PageText]:
    """Return pages as the extractor gives them; each line of text has its own height, each letter its own width."""
    pages = []
    for number, tracked in enumerate(texts, start=1):
        words, at = [], 0
        for line_number, line in enumerate(tracked.text.split("\n")):
            column = 0
            for piece in line.split():
                column = line.index(piece, column)
                y = 40.0 + 12.0 * line_number
                words.append(
                    Word(
                        at + column,
                        at + column + len(piece),
                        Rect(40.0 + 5 * column, y, 40.0 + 5 * (column + len(piece)), y + 10),
                    )
                )
                column += len(piece)
            at += len(line) + 1
        pages.append(PageText(PageNo(number), tracked.text, pack_words(words), 595.0, 842.0))
    return pages
