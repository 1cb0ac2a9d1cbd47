"""A reading service without a library: real documents, drawn and read by MuPDF in this process."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pymupdf

from kennisbank.domain.contribution import Contribution, ContributionFile
from kennisbank.domain.document import Link, OutlineEntry, PageImage, PageText, Rect, Word, pack_words
from kennisbank.domain.ids import ContributionId, FileHash, FileId, Origin, PageNo
from kennisbank.domain.metadata import Metadata, sourced
from kennisbank.domain.moments import now
from kennisbank.domain.reading import ReadingPlace
from kennisbank.errors import DocumentError, NotFoundError
from kennisbank.services.reading import OpenDocument, PageSize, ReadingService

_MUPDF = ThreadPoolExecutor(1)
"""The one thread that may touch MuPDF: it is not made for several. The program has it in processes of their own."""


def page_text(page: pymupdf.Page, number: int) -> PageText:
    """Return a page with its text by lines and blocks, as the extractor gives it."""
    text, words, before = "", [], None
    for x0, y0, x1, y1, word, block, line, _at in page.get_text("words", sort=False):
        if before is not None:
            text += " " if before == (block, line) else "\n" if before[0] == block else "\n\n"
        box = pymupdf.Rect(x0, y0, x1, y1) * page.rotation_matrix  # as the page is displayed
        words.append(Word(len(text), len(text) + len(word), Rect(box.x0, box.y0, box.x1, box.y1)))
        text += word
        before = (block, line)
    return PageText(PageNo(number), text, pack_words(words), page.rect.width, page.rect.height, page.get_label())


class FakeReading(ReadingService):
    """Serves PDFs by contribution id; a page in `broken` can't be drawn, a contribution in `gone` can't be opened."""

    def __init__(self, papers: dict[str, Path], *, cover: Sequence[int] = ()) -> None:
        self.papers = papers
        self.cover = cover
        self.places: dict[str, ReadingPlace] = {}
        self.drawn: list[tuple[int, float, bool]] = []
        self.broken: set[int] = set()
        self.gone: set[str] = set()
        self.texts: dict[FileHash, list[PageText]] = {}

    def open(self, contribution_id: ContributionId, file_hash: FileHash | None = None) -> OpenDocument:
        return _MUPDF.submit(self._open, contribution_id).result()

    def _open(self, contribution_id: ContributionId) -> OpenDocument:
        if contribution_id in self.gone:
            raise NotFoundError("contribution", contribution_id)
        path = self.papers[contribution_id]
        hash_ = FileHash(contribution_id.ljust(64, "0"))
        with pymupdf.open(path) as pdf:
            self.texts[hash_] = [page_text(page, number) for number, page in enumerate(pdf, 1)]
            title = (pdf.metadata or {}).get("title") or path.stem
            outline = tuple(
                OutlineEntry(level, name, PageNo(max(1, page)), y=place["to"].y if "to" in place else 0.0)
                for level, name, page, place in pdf.get_toc(simple=False)
            )
            links = tuple(link for number, page in enumerate(pdf, 1) for link in _links(page, number))
        pages = self.texts[hash_]
        file = ContributionFile(
            FileId("f"), hash_, path.name, "paper", 1, True, "application/pdf", path.stat().st_size, len(pages), now()
        )
        contribution = Contribution(
            contribution_id, Origin("o"), sourced(Metadata(title=title), "list"), (file,), now(), now()
        )
        sizes = tuple(PageSize(page.width, page.height, page.label) for page in pages)
        covers = frozenset(PageNo(index + 1) for index in self.cover)
        return OpenDocument(contribution, file, path, sizes, outline, links, covers, self.places.get(contribution_id))

    def page_text(self, file_hash: FileHash, page: PageNo) -> PageText:
        return self.texts[file_hash][page - 1]

    def render(
        self, document: OpenDocument, page_index: int, scale: float, *, night: bool = False
    ) -> "Future[PageImage]":
        self.drawn.append((page_index, scale, night))
        return _MUPDF.submit(self._draw, document.path, page_index, scale, night)

    def _draw(self, path: Path, page_index: int, scale: float, night: bool) -> PageImage:
        if page_index in self.broken:
            raise DocumentError("damaged", "The page is damaged.", page_index + 1)
        with pymupdf.open(path) as pdf:
            picture = pdf[page_index].get_pixmap(matrix=pymupdf.Matrix(scale, scale), alpha=False)
            if night:
                picture.invert_irect()
                picture.tint_with(0x23292B, 0xDFE4E3)
            return PageImage(picture.width, picture.height, picture.stride, bytes(picture.samples))

    def save_place(self, place: ReadingPlace) -> None:
        self.places[place.contribution] = place


def _links(page: pymupdf.Page, number: int) -> list[Link]:
    found = []
    for link in page.get_links():
        box = Rect(*link["from"])
        if link.get("uri"):
            found.append(Link(PageNo(number), box, uri=link["uri"]))
        elif link["kind"] == pymupdf.LINK_GOTO:
            target = link["to"].y if link.get("to") is not None else 0.0
            found.append(Link(PageNo(number), box, target_page=PageNo(link["page"] + 1), target_y=target))
    return found
