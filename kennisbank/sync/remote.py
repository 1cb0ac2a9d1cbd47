"""Another side to keep in step with: the archive over HTTP, in memory, or a folder that was signed by it."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from kennisbank.domain.ids import FileHash
from kennisbank.sync.protocol import PAGE, ChangesPage, Receipts, Scope, WriteBatch, WriteResults
from kennisbank.sync.protocol_accounts import ArchiveInfo
from kennisbank.sync.protocol_acts import ActBatch, ActResults
from kennisbank.sync.protocol_mailbox import MAILBOX_PAGE, MailboxPage


class Remote(Protocol):
    """An archive as one account (or a visitor) sees it. Each method is one question, which may be asked again.

    Waiting for an archive that is busy is done here, if anywhere; whether what answers is the archive that it should
    be is for the caller to judge: ids, epochs, revisions and hashes are handed on as they came. From one thread at a
    time. Every method may raise:

    Raises:
        ArchiveUnreachableError: no answer that can be used; whether the request was carried out isn't known.
        ArchiveRefusedError: it understood and said no (`sync.protocol.Fault`).
        ArchiveUntrustedError: what answered is no archive, or its answer isn't as agreed.
        ProgramTooOldError: it speaks a newer protocol.
        NotLoggedInError: the account's session has ended.
    """

    def info(self) -> ArchiveInfo:
        """Return who the archive is."""
        ...

    def changes(self, since: int, *, scope: Scope = "all", limit: int = PAGE) -> ChangesPage:
        """Return what changed after the revision `since`, at most `limit` records.

        ``all``: what everybody sees and what this account does; ``public`` and ``mine``: one of the two.
        """
        ...

    def write(self, batch: WriteBatch) -> WriteResults:
        """Hand in changes of one's own; the results stand in the order of the batch."""
        ...

    def receipts(self, ids: Sequence[str]) -> Receipts:
        """Return of which of these writes (by `Write.id`) the archive knows; at most `MOST_WRITES` at a time."""
        ...

    def file(self, file_hash: FileHash, start: int = 0) -> AbstractContextManager[Iterator[bytes]]:
        """Give the bytes of a file from offset `start`, in pieces; not verified."""
        ...

    def act(self, batch: ActBatch) -> ActResults:
        """Say things, each once; the results stand in the order of the batch."""
        ...

    def mailbox(self, after: int, limit: int = MAILBOX_PAGE) -> MailboxPage:
        """Return what the archive tells this account after the number `after`, at most `limit` items."""
        ...

    def attach(self, path: Path, file_hash: FileHash) -> None:
        """Hand in the bytes of a file that is to go with an act; again, when they are there already, is no error."""
        ...

    def attachment(self, attachment_id: str) -> AbstractContextManager[Iterator[bytes]]:
        """Give the bytes of a file that came with a message, in pieces."""
        ...

    def hand_in(self, act_id: str, path: Path, file_hash: FileHash) -> None:
        """Hand in the bytes of a new version of a paper, before the act that speaks of it."""
        ...
