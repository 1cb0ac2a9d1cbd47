"""Documents for tests of pure functions, without a file: lines with a size each, set from top to bottom."""

from collections.abc import Sequence

from kennisbank.domain.document import Document, PageText, Rect, Word, pack_words
from kennisbank.domain.ids import PageNo

Lines = Sequence[tuple[str, float]]


def page(lines: Lines, number: int = 1, *, width: float = 595, height: float = 842, top: float = 80) -> PageText:
    """Set lines of (text, size); an empty text ends a block."""
    text, words, y = "", [], top
    for line, size in lines:
        x = 60.0
        for part in line.split(" ") if line else ():
            start = len(text)
            words.append(Word(start, start + len(part), Rect(x, y, x + 0.5 * size * len(part), y + size)))
            text += part + " "
            x += 0.5 * size * (len(part) + 1)
        text = text.rstrip(" ") + "\n"
        y += 1.3 * size
    return PageText(PageNo(number), text.rstrip("\n"), pack_words(words), width, height)


def document(*pages: PageText, media_type: str = "application/pdf", **info: str) -> Document:
    """Bind pages; `info` is the file's own metadata."""
    return Document("test", media_type, tuple(pages), info=info)


def text_document(text: str, media_type: str = "text/plain") -> Document:
    """Make a document without boxes."""
    return Document("test", media_type, (PageText(PageNo(1), text, pack_words([]), 0, 0, first_line=1),))
