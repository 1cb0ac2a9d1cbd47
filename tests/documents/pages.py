"""Documents and pages built by hand, for the functions that need no file."""

from pathlib import Path

from kennisbank.domain.document import Document, PageText, pack_words
from kennisbank.domain.ids import PageNo
from kennisbank.resources import resource

SIGNALS = resource("cover_signals.toml")


def page(text: str, number: int = 1, first_line: int | None = None) -> PageText:
    return PageText(PageNo(number), text, pack_words(()), 595, 842, "", first_line)


def document(*texts: str, media_type: str = "application/pdf") -> Document:
    return Document("test", media_type, tuple(page(text, number) for number, text in enumerate(texts, start=1)))


def text_document(path: Path, lines_a_page: int = 60) -> Document:
    lines = path.read_text(encoding="utf-8").split("\n")
    pages = [
        page("\n".join(lines[at : at + lines_a_page]), index + 1, at + 1)
        for index, at in enumerate(range(0, len(lines), lines_a_page))
    ]
    return Document("test", "text/plain", tuple(pages))
