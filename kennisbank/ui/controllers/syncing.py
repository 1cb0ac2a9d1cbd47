"""Updating with the archive: when asked, on start, on a timer, when the network returns; never in the way."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kennisbank.config.settings import Settings
from kennisbank.domain.changes import Change, ChangeSet, Kind
from kennisbank.domain.syncing import SyncOutcome
from kennisbank.errors import Cancelled
from kennisbank.tasks.context import JobContext, Progress
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.network import Network
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.archive_facts import ArchiveFacts
from kennisbank.ui.workers import LongJob

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.bootstrap import Kennisbank

_START_MS = 3000
"""After the library opened: what people wait for goes first."""
_MINUTE_MS = 60_000
_Stand = tuple[int, int]
_BROUGHT: tuple[Kind, ...] = (
    "contribution", "edition", "annotation", "dossier", "reading_mark", "saved_search", "mailbox", "comment",
    "reception",
)  # fmt: skip
_EVERYTHING = ChangeSet(tuple(Change(kind, "", "updated") for kind in _BROUGHT))
"""Whatever a sync may bring: what shows any of it reads it anew."""


class Syncing(QObject):
    """One per window; take it with `of`. How a sync failed is kept to be looked at, and never pops up."""

    changed = Signal()
    """It began, got further or ended."""
    ended = Signal(object)
    """It ended well; with the `SyncOutcome`."""

    def __init__(self, session: Session) -> None:
        """Belong to `session`; nothing runs before the library is connected."""
        super().__init__(session)
        self._session = session
        self._reading = ArchiveReading.of(session)
        self._job: LongJob | None = None
        self._network: Network | None = None
        self.progress = Progress("")
        self.error: Exception | None = None
        self.outcome: SyncOutcome | None = None
        self._begun_at: _Stand = (0, 0)
        self._came_before: _Stand | None = None
        self._start = QTimer(self, singleShot=True, interval=_START_MS)
        self._again = QTimer(self)
        self._start.timeout.connect(self._on_start)
        self._again.timeout.connect(self.sync)
        self._reading.shown.connect(self._on_facts)
        session.opened.connect(self._on_opened)
        session.settings_changed.connect(self._on_settings)
        self._is_begun = self._is_wanted = False
        if session.is_open:
            self._on_opened()

    @staticmethod
    def of(session: Session) -> "Syncing":
        """Return the one of this session."""
        return session.findChild(Syncing) or Syncing(session)

    @property
    def is_running(self) -> bool:
        """Tell whether a sync runs, or waits for another long job."""
        return self._job is not None

    @property
    def is_offline(self) -> bool:
        """Tell whether this computer has no network, as far as the system tells."""
        return self._network is not None and self._network.is_gone

    def sync(self, *, accepts_removals: bool = False) -> None:
        """Update now, unless that is being done, or there is no archive. `accepts_removals`: release the brake."""
        if self._job is not None or not self._session.is_open or self._reading.facts.link is None:
            return
        kennisbank = self._session.kennisbank

        def job(ctx: JobContext) -> SyncOutcome:
            return _sync(kennisbank, ctx, accepts_removals=accepts_removals)

        self.progress, self.error = Progress(""), None
        self._begun_at = self._stand_of(self._reading.facts)
        self._job = self._session.tasks.long(
            self, self.tr("Updating with the archive"), job, self._done, self._failed, self._on_progress
        )
        self.changed.emit()

    def sync_soon(self) -> None:
        """Get in step as soon as it is known that there is an archive: it was just connected."""
        self._is_wanted = True
        self._reading.read()

    def cancel(self) -> None:
        """Stop; what came until then stays."""
        if self._job is not None:
            self._job.ctx.cancel()

    def _done(self, outcome: SyncOutcome) -> None:
        self._job, self.outcome = None, outcome
        self._session.changed_by(outcome.changes)
        self._reading.read()
        self.changed.emit()
        self.ended.emit(outcome)

    def _failed(self, error: Exception) -> None:
        self._job = None
        self.error = None if isinstance(error, Cancelled) else error
        self._came_before = self._begun_at
        self._reading.read()
        self.changed.emit()

    def _on_progress(self, progress: Progress) -> None:
        is_taken = progress.stage == "indexing" and self.progress.stage != "indexing"
        self.progress = progress
        if is_taken and self._begun_at[0] == 0:  # the first time: one looks about while search is being prepared
            self._session.changed_by(_EVERYTHING)
        self.changed.emit()

    def _on_opened(self) -> None:
        self._is_begun, self.error, self.outcome = False, None, None
        self._start.start()

    def _on_start(self) -> None:
        self._is_begun = True
        if self._session.settings.sync_on_start:
            self.sync()

    def _on_facts(self, facts: ArchiveFacts) -> None:
        if facts.link is not None and self._network is None:
            self._network = Network(self)
            self._network.came_back.connect(self._on_network)
            self._network.changed.connect(self.changed)
        self._on_settings(self._session.settings)
        before, self._came_before = self._came_before, None
        if before is not None and before != self._stand_of(facts):
            # A sync that was broken off left pages behind, and nobody was told what was in them: all is read anew.
            self._session.changed_by(_EVERYTHING)
        self.changed.emit()
        if self._is_wanted and facts.link is not None:
            self._is_wanted = False
            self.sync()

    @staticmethod
    def _stand_of(facts: ArchiveFacts) -> _Stand:
        """Return how far the library is with what all may see, and with the account's own."""
        link, account = facts.link, facts.account
        return (link.revision if link is not None else 0, account.revision if account is not None else 0)

    def _on_network(self) -> None:
        if self._is_begun and self._session.settings.sync_every_minutes:
            self.sync()

    def _on_settings(self, settings: Settings) -> None:
        minutes = settings.sync_every_minutes if self._reading.facts.link is not None else 0
        if not minutes:
            self._again.stop()
        elif not self._again.isActive() or self._again.interval() != minutes * _MINUTE_MS:
            self._again.start(minutes * _MINUTE_MS)


def _sync(kennisbank: "Kennisbank", ctx: JobContext, *, accepts_removals: bool) -> SyncOutcome:
    """Run one sync. Runs on a pool thread."""
    return kennisbank.syncing.run(ctx, accept_removals=accepts_removals)
