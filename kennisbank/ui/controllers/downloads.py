"""Files from the archive: how each contribution stands, at hand for all that show one; asking for them, bringing."""

from collections import deque
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.syncing import DownloadOutcome, Offer
from kennisbank.errors import Cancelled
from kennisbank.tasks.context import JobContext, Progress
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.language import size_of
from kennisbank.ui.models.download_state import DownloadState, state_of
from kennisbank.ui.workers import LongJob

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.downloading import DownloadService, Freed, Wanted

_START_MS = 5000
"""After the library opened: what is still wanted goes on when the reader has what they came for."""


class Downloads(QObject):
    """One per window; take it with `of`. States are read when they are first asked for, many at once."""

    changed = Signal()
    """Some contribution stands otherwise."""
    progressed = Signal()
    """What is being brought got further, or ended."""

    def __init__(self, session: Session) -> None:
        """Belong to `session`."""
        super().__init__(session)
        self._session = session
        self._states: dict[ContributionId, DownloadState | None] = {}
        self._wanted: set[ContributionId] = set()
        self._running: JobContext | None = None
        self._job: LongJob | None = None
        self._is_again = False
        self._written: deque[ChangeSet] = deque()
        self.progress = Progress("")
        self.error: Exception | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)
        self._start = QTimer(self, singleShot=True, interval=_START_MS)
        self._start.timeout.connect(self.run)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        Syncing.of(session).ended.connect(lambda _outcome: self._follow())
        if session.is_open:
            self._on_opened()

    @staticmethod
    def of(session: Session) -> "Downloads":
        """Return the one of this session."""
        return session.findChild(Downloads) or Downloads(session)

    @property
    def is_settled(self) -> bool:
        """Tell whether all that was asked for is read."""
        return self._running is None and not self._soon.isActive()

    @property
    def is_running(self) -> bool:
        """Tell whether files are being brought."""
        return self._job is not None

    def state(self, contribution: str) -> DownloadState | None:
        """Return how a contribution stands; None for one that the archive has no file of, or that isn't read yet."""
        wanted = ContributionId(contribution)
        if wanted in self._states:
            return self._states[wanted]
        if ArchiveReading.of(self._session).facts.link is not None:
            self._wanted.add(wanted)
            if not self._soon.isActive() and self._running is None:
                self._soon.start()
        return None

    def act(self, contribution: ContributionId) -> None:
        """Do what can be done: bring what isn't here, or stop bringing it."""
        state = self.state(contribution)
        if state is not None and state.kind == "wanted":
            self.leave((contribution,))
        elif state is not None and state.kind != "here":
            self.want((contribution,))

    def want(self, ids: Collection[ContributionId]) -> None:
        """Ask for the files of these, and bring them."""
        wanted = tuple(ids)
        self._ask(lambda service: service.want(wanted))

    def want_edition(self, code: str) -> None:
        """Ask for all of an edition, and bring it."""
        self._ask(lambda service: service.want_edition(code))

    def want_all(self) -> None:
        """Ask for all that the archive has, and bring it."""
        self._ask(lambda service: service.want_all())

    def leave(self, ids: Collection[ContributionId] | None = None) -> None:
        """Ask no longer for these (None: for none); what was fetched of a file is kept for another time."""
        service = self._session.kennisbank.downloading
        wanted = None if ids is None else tuple(ids)
        self._session.tasks.write(
            self, lambda _ctx: service.unwant(wanted), self._session.changed_by, self._session.failed.emit
        )

    def remove_here(self, ids: Collection[ContributionId]) -> None:
        """Take the files of these from this computer; they can be had again."""
        service, gone = self._session.kennisbank.downloading, tuple(ids)

        def done(freed: "Freed") -> None:
            self._session.changed_by(freed.changes)
            words = self.tr("{size} is free again. Your notes stay, and the papers can be had from the archive again.")
            self._session.tell(
                words.format(size=size_of(freed.bytes)), self.tr("Fetch them again"), lambda: self.want(gone)
            )

        self._session.tasks.write(self, lambda _ctx: service.remove_here(gone), done, self._session.failed.emit)

    def cancel(self) -> None:
        """Stop bringing; what is wanted stays wanted, and comes another time."""
        if self._job is not None:
            self._job.ctx.cancel()

    def run(self) -> None:
        """Bring what is wanted, if anything is."""
        if not self._session.is_open or ArchiveReading.of(self._session).facts.link is None:
            return
        if self._job is not None:
            self._is_again = True
            return
        service, written = self._session.kennisbank.downloading, self._written

        def job(ctx: JobContext) -> DownloadOutcome:
            return service.run(ctx, written.append)

        self.error, self.progress = None, Progress("")
        self._job = self._session.tasks.fetch(
            self, self.tr("Fetching papers"), job, self._done, self._failed, self._on_progress
        )
        self.progressed.emit()

    def _ask(self, act: "Callable[[DownloadService], Wanted]") -> None:
        service = self._session.kennisbank.downloading

        def done(wanted: "Wanted") -> None:
            self._session.changed_by(wanted.changes)
            self.run()

        self._session.tasks.write(self, lambda _ctx: act(service), done, self._session.failed.emit)

    def _follow(self) -> None:
        """Want what the settings say, after a sync, and bring it."""
        service = self._session.kennisbank.downloading

        def done(changes: ChangeSet) -> None:
            self._session.changed_by(changes)
            self.run()

        self._session.tasks.write(self, lambda _ctx: service.follow_archive(), done, self._session.failed.emit)

    def _done(self, _outcome: DownloadOutcome) -> None:
        self._end(None)

    def _failed(self, error: Exception) -> None:
        self._is_again = False
        self._end(None if isinstance(error, Cancelled) else error)

    def _end(self, error: Exception | None) -> None:
        self._job, self.error = None, error
        self._pass_on()
        self.progressed.emit()
        if self._is_again:
            self._is_again = False
            self.run()

    def _on_progress(self, progress: Progress) -> None:
        self.progress = progress
        self._pass_on()
        self.progressed.emit()

    def _pass_on(self) -> None:
        """Tell the window what came since the last time."""
        changes = ChangeSet()
        while self._written:
            changes |= self._written.popleft()
        self._session.changed_by(changes)

    def _on_opened(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self._running = None
        self._states, self._wanted, self.error = {}, set(), None
        self._start.start()
        self.changed.emit()

    def _on_changed(self, changes: ChangeSet) -> None:
        touched = changes.ids("offer") | changes.ids("contribution")
        if changes.ids("archive"):
            touched |= frozenset(self._states)
        again = [each for each in self._states if each in touched]
        if again:
            self._wanted.update(again)
            self._soon.start()

    def _read(self) -> None:
        if self._running is not None or not self._wanted or not self._session.is_open:
            return
        wanted, self._wanted = tuple(self._wanted), set()
        service = self._session.kennisbank.downloading

        def show(found: "dict[ContributionId, tuple[Offer, ...]]") -> None:
            self._running = None
            before = {each: self._states.get(each) for each in wanted}
            self._states.update({each: state_of(found.get(each, ())) for each in wanted})
            if any(self._states[each] != before[each] for each in wanted):
                self.changed.emit()
            if self._wanted:
                self._soon.start()

        self._running = self._session.tasks.read(self, lambda _ctx: service.offers(wanted), show, self._fail)

    def _fail(self, error: Exception) -> None:
        self._running = None
        self._session.failed.emit(error)
