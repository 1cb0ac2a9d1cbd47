"""What the start page shows, read in one job: what was being read, what is new, which editions there are."""

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from kennisbank.domain.contribution import Contribution, Edition
from kennisbank.domain.moments import Moment, now
from kennisbank.domain.reading import ReadingPlace
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session

MOST_RECENT, MOST_NEW, MOST_TO_READ = 3, 50, 5
_WAIT_MS = 400
"""How long writes must have stopped before the page is read again: an import writes many times a second."""


@dataclass(frozen=True, slots=True)
class StartContents:
    """The library as the start page shows it. `newest` are the `new_count` contributions since `since`, newest first.

    `to_read` are the first of the `to_read_count` that one marked so.

    Without `since` (nobody was here before) they are the newest of all, and `new_count` is the number of all.
    """

    count: int
    since: Moment | None = None
    recent: tuple[tuple[Contribution, ReadingPlace], ...] = ()
    newest: tuple[Contribution, ...] = ()
    new_count: int = 0
    editions: tuple[tuple[Edition, int], ...] = ()
    to_read: tuple[Contribution, ...] = ()
    to_read_count: int = 0


class StartReading(QObject):
    """Reads after every opening and write. Keeps when one was here before; this visit is noted when it begins."""

    shown = Signal(object)
    """The `StartContents` as they are now."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Follow `session`."""
        super().__init__(parent)
        self._session = session
        self._since: Moment | None = None
        self._is_noted = False
        self._running: JobContext | None = None
        self._waiting = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._waiting.timeout.connect(self.read)
        session.opened.connect(self._on_opened)
        session.changed.connect(lambda _changes: self._waiting.start())
        if session.is_open:
            self._on_opened()

    def read(self) -> None:
        """Read what is here now; an older answer is dropped."""
        self._waiting.stop()
        if self._running is not None:
            self._running.cancel()
        if not self._session.is_open:
            return
        kennisbank, since = self._session.kennisbank, self._since

        def job(ctx: JobContext) -> StartContents:
            count = kennisbank.catalogue.count()
            if not count:
                return StartContents(0, since)
            recent = tuple(kennisbank.reading.recent(MOST_RECENT))
            to_read = tuple(kennisbank.reading_states.in_state("to_read"))
            ctx.check()
            everything = kennisbank.catalogue.all()
            fresh = [each for each in everything if since is None or each.created > since]
            fresh.sort(key=lambda each: each.created, reverse=True)
            editions = tuple((edition, number) for edition, number in kennisbank.catalogue.editions() if number)
            marked = (to_read[:MOST_TO_READ], len(to_read))
            return StartContents(count, since, recent, tuple(fresh[:MOST_NEW]), len(fresh), editions, *marked)

        self._running = self._session.tasks.read(self, job, self.shown.emit, self._session.failed.emit)

    def _on_opened(self) -> None:
        if not self._is_noted:
            self._is_noted = True
            self._since = _moment(self._session.settings.last_visit)
            self._session.change_settings(last_visit=now().utc.isoformat(timespec="seconds"))
        self.read()


def _moment(text: str) -> Moment | None:
    """Return the moment that stands in the settings; None for nothing, or nonsense."""
    try:
        return Moment(datetime.fromisoformat(text).astimezone(UTC)) if text else None
    except ValueError:
        return None
