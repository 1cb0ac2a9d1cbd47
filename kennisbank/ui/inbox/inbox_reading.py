"""What the inbox shows, read off the GUI thread: the list, the chosen thread, and the passage it is about."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.correspondence import Draft, DraftKind, InboxCounts, InboxFolder, Thread, ThreadRow
from kennisbank.domain.ids import ContributionId
from kennisbank.errors import NotFoundError
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.draft_keeping import DraftKeeping
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.inbox.begun import NOTHING_BEGUN, Begun
from kennisbank.ui.inbox.passage_finding import find_passage

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.bootstrap import Kennisbank

PAGE = 200
"""Threads that are read at a time."""
_BEGUN: tuple[DraftKind, ...] = ("verdict", "report")


@dataclass(frozen=True, slots=True)
class ListRead:
    """One folder of the inbox: its first rows, how it stands with all folders, and what one may narrow it to."""

    folder: InboxFolder
    contribution: ContributionId | None
    rows: tuple[ThreadRow, ...]
    counts: InboxCounts
    contributions: tuple[tuple[ContributionId, str, str], ...]

    @property
    def total(self) -> int:
        """Return the number of threads in the folder."""
        return int(getattr(self.counts, self.folder))


@dataclass(frozen=True, slots=True)
class ThreadRead:
    """One thread, the answer that was begun in it, and what else was."""

    thread: Thread
    draft: str
    begun: Begun = NOTHING_BEGUN


class InboxReading(QObject):
    """Reads for one view; an older answer is dropped."""

    listed = Signal(object)
    """The `ListRead` that was asked for."""
    opened = Signal(object)
    """The `ThreadRead` that was asked for."""
    gone = Signal(str)
    """A thread isn't there (any more); with its id."""
    found = Signal(str, object)
    """The passage of a thread; with its id, and the `Passage`."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Read from the library of `session`."""
        super().__init__(parent)
        self._session = session
        self._running: dict[str, JobContext] = {}

    @property
    def is_settled(self) -> bool:
        """Tell whether all that was asked for is read."""
        return not self._running

    def list(self, folder: InboxFolder, contribution: ContributionId | None, limit: int = PAGE) -> None:
        """Ask for the first rows of a folder."""
        kennisbank = self._session.kennisbank
        running = self._session.tasks.read(
            self,
            lambda _ctx: read_list(kennisbank, folder, contribution, limit),
            lambda read: self._done("list", lambda: self.listed.emit(read)),
            lambda error: self._failed("list", error),
        )
        self._begin("list", running)

    def open(self, thread_id: str) -> None:
        """Ask for a thread."""
        inbox, drafts = self._session.kennisbank.inbox, self._session.kennisbank.drafts

        def job(_ctx: JobContext) -> tuple[ThreadRead, tuple[Draft, ...]]:
            found = ThreadRead(inbox.thread(thread_id), inbox.reply_draft(thread_id))
            begun = (drafts.about("verdict", thread_id), drafts.about("report", thread_id))
            file = Begun(inbox.reply_file(thread_id))
            return replace(found, begun=file), tuple(each for each in begun if each is not None)

        def done(answer: tuple[ThreadRead, tuple[Draft, ...]]) -> None:
            read, begun = answer
            at_hand = DraftKeeping.of(self._session).at_hand(begun)
            verdict, question = (at_hand.get(Draft(kind, about=thread_id).key) for kind in _BEGUN)
            whole = Begun(
                read.begun.file,
                verdict.words if verdict is not None else {},
                question.text if question is not None else "",
            )
            self._done("thread", lambda: self.opened.emit(replace(read, begun=whole)))

        def failed(error: Exception) -> None:
            if isinstance(error, NotFoundError):
                self._done("thread", lambda: self.gone.emit(thread_id))
            else:
                self._failed("thread", error)

        self._begin("thread", self._session.tasks.read(self, job, done, failed))

    def find(self, thread: Thread) -> None:
        """Ask for the passage of a thread, and how its contribution stands."""
        kennisbank = self._session.kennisbank
        running = self._session.tasks.read(
            self,
            lambda _ctx: find_passage(kennisbank, thread),
            lambda passage: self._done("passage", lambda: self.found.emit(thread.id, passage)),
            lambda error: self._failed("passage", error),
        )
        self._begin("passage", running)

    def leave(self) -> None:
        """Drop what is under way of a thread: another one is wanted, or none."""
        for what in ("thread", "passage"):
            running = self._running.pop(what, None)
            if running is not None:
                running.cancel()

    def _begin(self, what: str, running: JobContext) -> None:
        before = self._running.get(what)
        if before is not None:
            before.cancel()
        self._running[what] = running

    def _done(self, what: str, tell: Callable[[], object]) -> None:
        self._running.pop(what, None)
        tell()

    def _failed(self, what: str, error: Exception) -> None:
        self._running.pop(what, None)
        self._session.failed.emit(error)


def read_list(
    kennisbank: "Kennisbank", folder: InboxFolder, contribution: ContributionId | None, limit: int
) -> ListRead:
    """Read a folder of the inbox. Runs on a pool thread."""
    inbox = kennisbank.inbox
    return ListRead(
        folder,
        contribution,
        inbox.rows(folder, contribution, limit),
        inbox.counts(contribution),
        inbox.contributions(),
    )
