"""How the library stands with its archive, at hand for all of the window: read after every opening and write."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from typing_extensions import override

from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.rereading import Rereading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.archive_facts import NOT_CONNECTED, ArchiveFacts

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.bootstrap import Kennisbank
    from kennisbank.sync.protocol_accounts import ArchiveInfo


class ArchiveReading(Rereading):
    """One per window; take it with `of`."""

    AT_ONCE = frozenset({"archive", "account", "conflict"})
    LATER = frozenset({"annotation", "dossier", "reading", "reading_mark", "saved_search", "act"})
    shown = Signal(object)
    """The `ArchiveFacts` as they are now."""
    facts = NOT_CONNECTED

    @staticmethod
    def of(session: Session) -> "ArchiveReading":
        """Return the one of this session."""
        return session.findChild(ArchiveReading) or ArchiveReading(session)

    @override
    def _job(self) -> Callable[[JobContext], ArchiveFacts]:
        kennisbank = self._session.kennisbank
        return lambda _ctx: read_facts(kennisbank)

    @override
    def _take(self, found: ArchiveFacts) -> None:
        self.facts = found
        self.shown.emit(found)


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
        tuple(kennisbank.privacy.untold()),
    )


def _info(text: str) -> "ArchiveInfo | None":
    # Loaded here, on the job's thread: what checks messages takes a fifth of a second.
    from kennisbank.sync.protocol_accounts import ArchiveInfo  # noqa: PLC0415
    from kennisbank.sync.protocol_codec import MalformedMessageError, decode  # noqa: PLC0415

    try:
        return decode(ArchiveInfo, text.encode())
    except MalformedMessageError:  # an archive of another version, or none was kept
        return None
