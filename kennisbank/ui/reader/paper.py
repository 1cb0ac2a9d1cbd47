"""One open paper without its widgets: opening it, its words, finding in it, copying from it, remembering the place.

Everything that touches the library runs as a job; answers to older questions are dropped.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.ids import ContributionId, FileHash, PageNo
from kennisbank.domain.moments import now
from kennisbank.domain.reading import ReadingPlace
from kennisbank.domain.results import PassageHit
from kennisbank.errors import KennisbankError
from kennisbank.services.reading import OpenDocument, ReadingService
from kennisbank.tasks.context import JobContext
from kennisbank.ui.reader.page_images import PageImages
from kennisbank.ui.reader.page_layout import PagePoint
from kennisbank.ui.reader.page_texts import PageTexts
from kennisbank.ui.reader.page_words import PageWords
from kennisbank.ui.reader.relay import ask_elsewhere
from kennisbank.ui.reader.selection import Selection, selected_text
from kennisbank.ui.reader.spots import PlacedHit, Spot, find_on, place_hits
from kennisbank.ui.workers import TaskRunner

_log = logging.getLogger(__name__)
MOST_FOUND = 5000
"""Places after which finding stops: more than anybody steps through, and still quick to paint."""


@dataclass(frozen=True, slots=True)
class OpenPaper:
    """A paper as it was opened: the document, the hits in this file in reading order, and what its words allow.

    `other_files` are files of the contribution that hold hits too, in the order of the hits.
    """

    document: OpenDocument
    hits: tuple[PlacedHit, ...]
    other_files: tuple[FileHash, ...]
    has_text: bool

    @property
    def sizes(self) -> list[tuple[float, float]]:
        """Return width and height of each page in points."""
        return [(page.width, page.height) for page in self.document.pages]

    @property
    def labels(self) -> list[str]:
        """Return the number to show for each page: the printed one where there is one."""
        return [page.label or str(number) for number, page in enumerate(self.document.pages, 1)]

    @property
    def cover(self) -> frozenset[int]:
        """Return the 0-based indexes of the pages that are a cover sheet, unless no other page would be left."""
        cover = frozenset(page - 1 for page in self.document.cover_pages)
        return cover if len(cover) < len(self.document.pages) else frozenset()


class Paper(QObject):
    """The paper of one tab.

    Signals: `opened` with an `OpenPaper`; `hits_placed` with another one of the same document; `failed` with the error;
    `found` with the list of `Spot` for the string that was looked for last; `text_ready` with the text of a selection.
    """

    opened = Signal(object)
    hits_placed = Signal(object)
    failed = Signal(object)
    found = Signal(object)
    text_ready = Signal(str)

    def __init__(self, reading: ReadingService, tasks: TaskRunner, parent: QObject | None = None) -> None:
        """Read with `reading`, off the GUI thread through `tasks`."""
        super().__init__(parent)
        self._reading = reading
        self._tasks = tasks
        self._opening: JobContext | None = None
        self._finding: JobContext | None = None
        self.document: OpenDocument | None = None
        self.images: PageImages | None = None
        self.texts: PageTexts | None = None

    def open(self, contribution: ContributionId, hits: Sequence[PassageHit] = (), file: FileHash | None = None) -> None:
        """Open a contribution's first current file, or the one named, with the hits that lie in it."""
        if self._opening is not None:
            self._opening.cancel()
        self._opening = self._tasks.read(
            self, lambda ctx: self._read(contribution, tuple(hits), file, ctx), self._on_opened, self._on_failed
        )

    def _read(
        self, contribution: ContributionId, hits: tuple[PassageHit, ...], file: FileHash | None, ctx: JobContext
    ) -> OpenPaper:
        """Read all that is needed to show the paper at its hits. Runs on a pool thread."""
        return self._place(self._reading.open(contribution, file), hits, ctx)

    def _place(self, document: OpenDocument, hits: tuple[PassageHit, ...], ctx: JobContext) -> OpenPaper:
        """Find the boxes of the hits that lie in a document. Runs on a pool thread."""
        read: dict[int, PageWords] = {}

        def words_of(index: int) -> PageWords:
            ctx.check()
            if index not in read:
                read[index] = PageWords(self._reading.page_text(document.file.hash, PageNo(index + 1)))
            return read[index]

        here = [hit for hit in hits if hit.file == document.file.hash and 1 <= hit.page <= len(document.pages)]
        others = dict.fromkeys(hit.file for hit in hits if hit.file != document.file.hash)
        placed = place_hits(here, words_of)
        has_text = any(words_of(index).words for index in range(len(document.pages)))
        return OpenPaper(document, placed, tuple(others), has_text)

    def place_hits(self, hits: Sequence[PassageHit]) -> None:
        """Put other hits in the open document; `hits_placed` comes with them."""
        document = self.document
        if document is None:
            return
        if self._opening is not None:
            self._opening.cancel()
        self._opening = self._tasks.read(
            self, lambda ctx: self._place(document, tuple(hits), ctx), self.hits_placed.emit, self._on_failed
        )

    def _on_opened(self, paper: OpenPaper) -> None:
        self._drop_document()
        document = paper.document
        self.document = document
        self.images = PageImages(
            lambda index, scale, night: ask_elsewhere(
                self._tasks, self, lambda: self._reading.render(document, index, scale, night=night)
            ),
            self,
        )
        self.texts = PageTexts(self._ask_words, self)
        self.opened.emit(paper)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)

    def _ask_words(self, owner: QObject, index: int, hand_over: Callable[[PageWords], None]) -> None:
        document = self.document
        if document is None:
            return
        file = document.file.hash
        self._tasks.read(
            owner, lambda _ctx: PageWords(self._reading.page_text(file, PageNo(index + 1))), hand_over, _no_words
        )

    def find(self, query: str, hidden: frozenset[int] = frozenset()) -> None:
        """Look for a string on all pages but the hidden ones; `found` comes with what is there."""
        if self._finding is not None:
            self._finding.cancel()
        document = self.document
        if document is None or not query.strip():
            self._finding = None
            self.found.emit([])
            return
        self._finding = self._tasks.read(
            self, lambda ctx: self._find(document, query, hidden, ctx), self.found.emit, self._on_find_failed
        )

    def _find(self, document: OpenDocument, query: str, hidden: frozenset[int], ctx: JobContext) -> list[Spot]:
        """Return the places of a string, in reading order. Runs on a pool thread."""
        spots: list[Spot] = []
        for index in range(len(document.pages)):
            ctx.check()
            if index in hidden:
                continue
            words = PageWords(self._reading.page_text(document.file.hash, PageNo(index + 1)))
            spots += find_on(index, words, query)
            if len(spots) >= MOST_FOUND:
                break
        return spots

    def _on_find_failed(self, error: Exception) -> None:
        _log.warning("finding in the paper failed: %s", error)
        self.found.emit([])

    def read_text(self, selection: Selection, hidden: frozenset[int]) -> None:
        """Read the author's text of a selection; `text_ready` comes with it."""
        document = self.document
        if document is None:
            return
        file = document.file.hash
        self._tasks.read(
            self,
            lambda _ctx: selected_text(
                selection, lambda index: self._reading.page_text(file, PageNo(index + 1)).text, hidden
            ),
            self.text_ready.emit,
            _no_words,
        )

    def save_place(self, place: PagePoint, zoom: float) -> None:
        """Remember where one is; a failure is logged, for it costs nothing but a little scrolling."""
        document = self.document
        if document is None:
            return
        here = ReadingPlace(
            contribution=document.contribution.id,
            file=document.file.hash,
            page=PageNo(place.index + 1),
            y=place.y,
            zoom=zoom,
            moment=now(),
        )
        self._tasks.write(self._tasks, lambda _ctx: self._reading.save_place(here), None, _log_lost_place)

    def close(self) -> None:
        """Stop asking for anything."""
        for job in (self._opening, self._finding):
            if job is not None:
                job.cancel()
        self._drop_document()

    def _drop_document(self) -> None:
        if self.images is not None:
            self.images.close()
            self.images.deleteLater()
        if self.texts is not None:
            self.texts.deleteLater()
        self.document, self.images, self.texts = None, None, None


def _no_words(error: Exception) -> None:
    """Let be: a page without words can be read, only not selected."""
    _log.warning("the words of a page can't be read: %s", error)


def _log_lost_place(error: Exception) -> None:
    level = logging.WARNING if isinstance(error, KennisbankError) else logging.ERROR
    _log.log(level, "the place in the paper was not remembered: %s", error)
