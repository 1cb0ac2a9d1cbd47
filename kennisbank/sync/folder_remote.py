"""A stick as another side to keep in step with: what everybody sees, and nothing of anybody's own."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import accumulate
from pathlib import Path

from kennisbank.domain.ids import FileHash
from kennisbank.errors import ArchiveRefusedError
from kennisbank.sync.protocol import PAGE, ChangesPage, Digest, Receipts, Scope, WriteBatch, WriteResults
from kennisbank.sync.protocol_accounts import ArchiveInfo
from kennisbank.sync.protocol_acts import ActBatch, ActResults
from kennisbank.sync.protocol_codec import digest_of, mark
from kennisbank.sync.protocol_mailbox import MAILBOX_PAGE, MailboxPage
from kennisbank.sync.protocol_stick import Stick

_NOT_HERE = 404
_NOT_ALLOWED = 403


class FolderRemote:
    """The archive as it was when a stick was written, as a visitor sees it. One thread; no network."""

    def __init__(self, stick: Stick) -> None:
        """Answer from a stick, whose signature fits."""
        self._stick = stick
        self._manifest = stick.manifest
        self._revisions = [each.revision for each in stick.manifest.records]
        self._gone = list(accumulate((each.gone is not None for each in stick.manifest.records), initial=0))

    def info(self) -> ArchiveInfo:
        """Return who the archive is, as of then."""
        return self._manifest.info

    def changes(self, since: int, *, scope: Scope = "all", limit: int = PAGE) -> ChangesPage:
        """Return what changed after the revision `since`; of scope ``mine`` there is never anything."""
        manifest = self._manifest
        total = len(self._revisions)
        start = bisect_right(self._revisions, since) if scope != "mine" else total
        end = min(start + max(1, limit), total)
        if start < end < total:  # no page ends between two of one revision: from there the second would be passed over
            end = bisect_right(self._revisions, self._revisions[end - 1])
        is_last = end == total
        return ChangesPage(
            archive=manifest.info.id,
            epoch=manifest.info.epoch,
            revision=manifest.revision if is_last else self._revisions[end - 1],
            head=manifest.revision,
            records=manifest.records[start:end],
            is_last=is_last,
            removals=self._gone[total] - self._gone[start],
            public=self._digest() if is_last and scope != "mine" else None,
        )

    def write(self, batch: WriteBatch) -> WriteResults:
        """Refuse: nothing is handed in by way of a stick.

        Raises:
            ArchiveRefusedError: always, unless there is nothing to write.
        """
        if batch.writes:
            raise ArchiveRefusedError(_NOT_ALLOWED, "forbidden")
        return WriteResults(self._manifest.info.epoch, ())

    def receipts(self, ids: Sequence[str]) -> Receipts:
        """Refuse: a stick knows of no writes, and must not be taken to say that the archive has none.

        Raises:
            ArchiveRefusedError: always, unless nothing is asked.
        """
        if ids:
            raise ArchiveRefusedError(_NOT_ALLOWED, "forbidden")
        return Receipts(self._manifest.info.epoch, {})

    def act(self, batch: ActBatch) -> ActResults:
        """Refuse: nothing is said by way of a stick.

        Raises:
            ArchiveRefusedError: always, unless there is nothing to say.
        """
        if batch.acts:
            raise ArchiveRefusedError(_NOT_ALLOWED, "forbidden")
        return ActResults(())

    def mailbox(self, after: int, limit: int = MAILBOX_PAGE) -> MailboxPage:  # noqa: ARG002 -- there is none
        """Refuse: a stick is for everybody.

        Raises:
            ArchiveRefusedError: always.
        """
        raise ArchiveRefusedError(_NOT_ALLOWED, "forbidden")

    def attach(self, path: Path, file_hash: FileHash) -> None:  # noqa: ARG002 -- nothing is taken
        """Refuse: nothing is handed in by way of a stick.

        Raises:
            ArchiveRefusedError: always.
        """
        raise ArchiveRefusedError(_NOT_ALLOWED, "forbidden")

    def attachment(self, attachment_id: str) -> AbstractContextManager[Iterator[bytes]]:  # noqa: ARG002 -- there is none
        """Refuse: what was attached is between readers and authors.

        Raises:
            ArchiveRefusedError: always.
        """
        raise ArchiveRefusedError(_NOT_ALLOWED, "forbidden")

    def hand_in(self, act_id: str, path: Path, file_hash: FileHash) -> None:  # noqa: ARG002 -- nothing is taken
        """Refuse: nothing is handed in by way of a stick.

        Raises:
            ArchiveRefusedError: always.
        """
        raise ArchiveRefusedError(_NOT_ALLOWED, "forbidden")

    def file(self, file_hash: FileHash, start: int = 0) -> AbstractContextManager[Iterator[bytes]]:
        """Give the bytes of a file from offset `start`, in pieces; not verified.

        Raises:
            ArchiveRefusedError: it isn't on this stick.
            StickError: it should be there and isn't, or not whole.
        """
        if file_hash not in self._stick.sizes:
            raise ArchiveRefusedError(_NOT_HERE, "not_found")
        return self._stick.open(file_hash, start)

    def _digest(self) -> Digest:
        counted = [each for each in self._manifest.records if each.body is not None]
        return digest_of([mark(each.kind, each.id, each.revision, each.hash) for each in counted])
