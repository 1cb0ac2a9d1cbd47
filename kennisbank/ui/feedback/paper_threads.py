"""The threads of one open paper as guests of its margin: one's own, and for authors those of their readers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.annotation import Anchor, Piece, PlacedAnnotation
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.correspondence import Thread, ThreadRow
from kennisbank.domain.ids import ContributionId, FileHash
from kennisbank.domain.links import Link
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.feedback import touches_threads
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.feedback.thread_content import thread_content
from kennisbank.ui.reader.margin_guests import MarginGuests, stand_in
from kennisbank.ui.reader.page_words import PageWords

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.bootstrap import Kennisbank

_PREFIX = "thread:"
_MOST = 200
_Placed = tuple[Thread, Anchor | None]


class PaperThreads(QObject):
    """Reads when a paper is opened and after every write that may have moved a thread.

    Signals: `opened` with the id of a thread and which side of it one is on, when its card was pressed; `changed`.
    """

    opened = Signal(str, str)
    changed = Signal()

    def __init__(self, session: Session, guests: MarginGuests, parent: QObject | None = None) -> None:
        """Have the threads stand among `guests`."""
        super().__init__(parent)
        self._session, self._guests = session, guests
        self._contribution, self._file = ContributionId(""), FileHash("")
        self._reading: JobContext | None = None
        self._threads: tuple[_Placed, ...] = ()
        guests.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)

    @property
    def anchors(self) -> list[Anchor]:
        """Return the passages that they are about, in the file that is shown."""
        return [anchor for _thread, anchor in self._threads if anchor is not None]

    def open(self, contribution: ContributionId, file: FileHash) -> None:
        """Show the threads of this paper at their places in this file."""
        if (contribution, file) != (self._contribution, self._file):
            self._contribution, self._file = contribution, file
            self._put(())
        self.read()

    def read(self) -> None:
        """Read anew; an older answer is dropped."""
        if not self._contribution or not self._session.is_open:
            return
        if self._reading is not None:
            self._reading.cancel()
        kennisbank, contribution, file = self._session.kennisbank, self._contribution, self._file
        self._reading = self._session.tasks.read(
            self, lambda _ctx: read_threads(kennisbank, contribution, file), self._put, self._session.failed.emit
        )

    def retranslate(self) -> None:
        """Set all words anew."""
        self._put(self._threads)

    def _on_changed(self, changes: ChangeSet) -> None:
        if touches_threads(changes):
            self.read()

    def _put(self, threads: tuple[_Placed, ...]) -> None:
        self._threads = threads
        placed = []
        contents = {}
        for thread, anchor in threads:
            guest = f"{_PREFIX}{thread.id}"
            first = thread.messages[0].text if thread.messages else ""
            placed.append(PlacedAnnotation(stand_in(guest, thread.contribution, first), anchor))
            contents[guest] = thread_content(guest, thread, anchor)
        self._guests.put(placed, contents)
        self.changed.emit()

    def _on_opened(self, guest: str) -> None:
        wanted = guest.removeprefix(_PREFIX)
        found = next((thread for thread, _anchor in self._threads if thread.id == wanted), None)
        if found is not None:
            self.opened.emit(found.id, found.side)


def read_threads(kennisbank: "Kennisbank", contribution: ContributionId, file: FileHash) -> tuple[_Placed, ...]:
    """Read the threads on a contribution, in reading order, with their places in a file. Runs on a pool thread."""
    feedback, inbox = kennisbank.feedback, kennisbank.inbox
    rows: list[ThreadRow] = [each for each in feedback.mine(contribution=contribution) if each.state != "draft"]
    threads = [feedback.thread(each.id) for each in rows[:_MOST]]
    theirs = (*inbox.rows("open", contribution, _MOST), *inbox.rows("done", contribution, _MOST))
    threads += [inbox.thread(each.id) for each in theirs]
    placed = [(each, anchor_in(kennisbank, each, file)) for each in threads]
    return tuple(sorted(placed, key=lambda pair: pair[1].order if pair[1] is not None else (0, 0, 0.0)))


def anchor_in(kennisbank: "Kennisbank", thread: Thread, file: FileHash) -> Anchor | None:
    """Return where the passage of a thread stands in a file; None without one. Gone from it, it has no pieces."""
    anchor = thread.anchor
    if anchor is None or anchor.file == file:
        return anchor
    words = anchor.quote.exact if anchor.quote is not None else ""
    place = kennisbank.following.place(Link(thread.contribution, file, anchor.page, quote=words))
    if place.file != file:
        return Anchor(file, (), anchor.quote, "gone", 0.0)
    pieces = []
    for hit in place.hits:
        page = PageWords(kennisbank.reading.page_text(file, hit.page))
        pieces += [Piece(hit.page, start, end, tuple(page.boxes(start, end))) for start, end in hit.spans]
    return Anchor(file, tuple(pieces), anchor.quote, "moved" if pieces else "gone")
