"""How much waits for the maintainers, at hand for all of the window: asked of the archive, and only by maintainers."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from kennisbank.sync.protocol_desk import DeskCounts
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.rail_facts import RailFacts
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.models.archive_facts import ArchiveFacts

_SOON_MS = 1500
"""After the log-in became known: what people wait for goes first."""


class DeskReading(QObject):
    """One per window; take it with `of`. Why it couldn't be asked is kept to be looked at, and never pops up."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        """Belong to `session`; nothing is asked before a maintainer is logged in."""
        super().__init__(session)
        self._session = session
        self._reading, self._rail = ArchiveReading.of(session), RailFacts.of(session)
        self._running: JobContext | None = None
        self._account = ""
        self.counts: Mapping[str, int] = {}
        self.unnamed = 0
        self.error: Exception | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.read)
        self._reading.shown.connect(self._on_facts)
        Syncing.of(session).ended.connect(lambda _outcome: self.read())
        self._on_facts(self._reading.facts)

    @staticmethod
    def of(session: Session) -> "DeskReading":
        """Return the one of this session."""
        return session.findChild(DeskReading) or DeskReading(session)

    @property
    def is_maintainer(self) -> bool:
        """Tell whether a maintainer is logged in, as far as is known here."""
        account = self._reading.facts.account
        return account is not None and not account.ended and account.right == "maintainer"

    @property
    def open(self) -> int:
        """Return how much is open, of what asks to be decided."""
        return sum(count for name, count in self.counts.items() if name not in {"comment", "unanswered"})

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is being asked."""
        return self._running is None

    def read(self) -> None:
        """Ask how much waits; an older answer is dropped."""
        self._soon.stop()
        if not self._session.is_open or not self.is_maintainer:
            return
        if self._running is not None:
            self._running.cancel()
        desk = self._session.kennisbank.desk
        self._running = self._session.tasks.read(self, lambda _ctx: desk.counts(), self._take, self._fail)

    def _on_facts(self, facts: ArchiveFacts) -> None:
        account = facts.account.id if facts.account is not None and self.is_maintainer else ""
        if account != self._account:
            self._account = account
            self.counts, self.unnamed, self.error = {}, 0, None
            self._tell()
            if account:
                self._soon.start()

    def _take(self, counts: DeskCounts) -> None:
        self._running, self.error = None, None
        self.counts, self.unnamed = dict(counts.open), counts.unnamed
        self._tell()

    def _fail(self, error: Exception) -> None:
        self._running, self.error = None, error
        self._tell()

    def _tell(self) -> None:
        self._rail.tell("desk", is_shown=self.is_maintainer, count=self.open)
        self.changed.emit()
