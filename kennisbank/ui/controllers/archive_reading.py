"""How the library stands with its archive, at hand for all of the window: read after every opening and write."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kennisbank.domain.changes import ChangeSet
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.archive_facts import NOT_CONNECTED, ArchiveFacts

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.bootstrap import Kennisbank
    from kennisbank.sync.protocol_accounts import ArchiveInfo

_WAIT_MS = 300
"""How long writes must have stopped: what is typed in a note changes what waits with every pause."""
_KINDS = ("archive", "account", "conflict", "annotation", "dossier", "reading", "reading_mark", "saved_search", "act")


class ArchiveReading(QObject):
    """One per window; take it with `of`."""

    shown = Signal(object)
    """The `ArchiveFacts` as they are now."""

    def __init__(self, session: Session) -> None:
        """Belong to `session`."""
        super().__init__(session)
        self._session = session
        self._running: JobContext | None = None
        self.facts = NOT_CONNECTED
        self._later = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._later.timeout.connect(self.read)
        session.opened.connect(self.read)
        session.changed.connect(self._on_changed)
        if session.is_open:
            self.read()

    @staticmethod
    def of(session: Session) -> "ArchiveReading":
        """Return the one of this session."""
        return session.findChild(ArchiveReading) or ArchiveReading(session)

    @property
    def is_settled(self) -> bool:
        """Tell whether what is at hand is what the library holds."""
        return self._running is None and not self._later.isActive()

    def read(self) -> None:
        """Read anew; an older answer is dropped."""
        self._later.stop()
        if self._running is not None:
            self._running.cancel()
        if not self._session.is_open:
            return
        kennisbank = self._session.kennisbank
        self._running = self._session.tasks.read(self, lambda _ctx: read_facts(kennisbank), self._show, self._fail)

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.ids("archive") or changes.ids("account") or changes.ids("conflict"):
            self.read()
        elif any(each.kind in _KINDS for each in changes.changes):
            self._later.start()

    def _show(self, facts: ArchiveFacts) -> None:
        self._running = None
        self.facts = facts
        self.shown.emit(facts)

    def _fail(self, error: Exception) -> None:
        self._running = None
        self._session.failed.emit(error)


def read_facts(kennisbank: "Kennisbank") -> ArchiveFacts:
    """Read how a library stands with its archive. Runs on a pool thread; asks nothing of the network."""
    link = kennisbank.accounts.link()
    if link is None:
        return NOT_CONNECTED
    return ArchiveFacts(
        link,
        _info(link.info),
        kennisbank.accounts.current(),
        tuple(kennisbank.accounts.known()),
        tuple(kennisbank.syncing.waiting()),
        len(kennisbank.syncing.conflicts()),
        dict(kennisbank.accounts.claimable()),
        kennisbank.accounts.secrets_state(),
    )


def _info(text: str) -> "ArchiveInfo | None":
    # Loaded here, on the job's thread: what checks messages takes a fifth of a second.
    from kennisbank.sync.protocol_accounts import ArchiveInfo  # noqa: PLC0415
    from kennisbank.sync.protocol_codec import MalformedMessageError, decode  # noqa: PLC0415

    try:
        return decode(ArchiveInfo, text.encode())
    except MalformedMessageError:  # an archive of another version, or none was kept
        return None
