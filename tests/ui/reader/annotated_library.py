"""A real library with the text of one paper of three pages, to write in the margin of."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kennisbank.config.paths import Paths
from kennisbank.documents.anchoring import Span
from kennisbank.domain.annotation import Annotation, AnnotationEdit
from kennisbank.domain.document import Document
from kennisbank.domain.ids import ContributionId, FileHash, PageNo
from kennisbank.library.library import Library
from kennisbank.services.annotating import AnnotationService
from tests.ui.reader.made_pages import a_page

PAPER = ContributionId("c1")
FILE = FileHash("c1".ljust(64, "0"))
NEWER = FileHash("c2".ljust(64, "0"))
LINES = "\n".join(f"Line {number} speaks of networks and of docents" for number in range(40))


@contextmanager
def annotated_library(home: Path) -> Iterator[AnnotationService]:
    """Give the service that writes in the margin of `FILE`, below `home`."""
    with Library.open(Paths.of(home)) as library:
        with library.write() as tx:
            put_text(tx, FILE)  # type: ignore[arg-type]
        yield AnnotationService(library)


def put_text(tx: object, file: FileHash, text: str = LINES) -> None:
    """Store three pages as the text of a file."""
    pages = tuple(a_page(f"Page {number}\n{text}", number=number) for number in (1, 2, 3))
    tx.texts.put(file, Document("1", "application/pdf", pages))  # type: ignore[attr-defined]


def span(page: int = 1, start: int = 0, end: int = 4) -> Span:
    return Span(PageNo(page), start, end)


def made(edit: AnnotationEdit) -> Annotation:
    """Return the one that an act made."""
    (each,) = edit.after
    assert each is not None
    return each
