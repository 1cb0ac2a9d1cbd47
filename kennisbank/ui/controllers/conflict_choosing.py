"""Conflicts, what lost, and what waits: read with what they are about, and settled off the GUI thread."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.syncing import Choice, Conflict, Loser, Waiting
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.synchronising import SyncService


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What asks for a choice or waits; `titles` by the id of each."""

    conflicts: tuple[Conflict, ...] = ()
    losers: tuple[Loser, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


class ConflictChoosing(QObject):
    """One per page; reads when the archive's facts were read anew, while somebody looks."""

    shown = Signal(object)
    """The `Unsettled` as it is now."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Read from the library of `session`."""
        super().__init__(parent)
        self._session = session
        self._running: JobContext | None = None

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is being read."""
        return self._running is None

    def read(self) -> None:
        """Read anew; an older answer is dropped."""
        if not self._session.is_open or ArchiveReading.of(self._session).facts.link is None:
            return
        if self._running is not None:
            self._running.cancel()
        syncing = self._session.kennisbank.syncing
        self._running = self._session.tasks.read(self, lambda _ctx: _read(syncing), self._show, self._fail)

    def resolve(self, conflict: Conflict, choice: Choice) -> None:
        """Settle a conflict."""
        self._write(lambda syncing: syncing.resolve(conflict.id, choice))

    def bring_back(self, loser: Loser) -> None:
        """Make a version that lost the one in force."""
        told = self.tr("Brought back. What it replaced is kept here for 30 days.")
        self._write(lambda syncing: syncing.bring_back(loser.id), told)

    def retry(self, waiting: Waiting) -> None:
        """Have something sent again, now."""
        self._write(lambda syncing: syncing.retry(waiting.id), then=Syncing.of(self._session).sync)

    def take_back(self, waiting: Waiting) -> None:
        """Have something not sent; what was written in it stands where it was written again."""
        told = self.tr("Taken back: the archive doesn't get this change.")
        if waiting.act in {"comment", "proposal", "remark", "reply", "feedback"}:
            told = self.tr("Taken back: what you wrote is a draft again, and only on this computer.")
        self._write(lambda syncing: syncing.take_back(waiting.id), told)

    def _write(
        self, act: "Callable[[SyncService], ChangeSet]", told: str = "", then: Callable[[], object] | None = None
    ) -> None:
        session = self._session
        syncing = session.kennisbank.syncing

        def done(changes: ChangeSet) -> None:
            session.changed_by(changes)
            ArchiveReading.of(session).read()
            self.read()
            if told:
                session.tell(told)
            if then is not None:
                then()

        def failed(error: Exception) -> None:
            self.read()
            session.failed.emit(error)

        session.tasks.write(self, lambda _ctx: act(syncing), done, failed)

    def _show(self, found: Unsettled) -> None:
        self._running = None
        self.shown.emit(found)

    def _fail(self, error: Exception) -> None:
        self._running = None
        self._session.failed.emit(error)


def _read(syncing: "SyncService") -> Unsettled:
    conflicts, losers, waiting = syncing.conflicts(), syncing.losers(), syncing.waiting()
    titles = syncing.titles([*conflicts, *losers, *waiting])
    return Unsettled(tuple(conflicts), tuple(losers), tuple(waiting), titles)
