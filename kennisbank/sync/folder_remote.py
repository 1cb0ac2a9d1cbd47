"""A stick as another side to keep in step with: what everybody sees, and nothing of anybody's own."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager

from kennisbank.domain.ids import FileHash
from kennisbank.errors import ArchiveRefusedError
from kennisbank.sync.protocol import PAGE, ChangesPage, Digest, Receipts, Scope, WriteBatch, WriteResults
from kennisbank.sync.protocol_accounts import ArchiveInfo
from kennisbank.sync.protocol_codec import digest_of, mark
from kennisbank.sync.stick_folder import Stick

_NOT_HERE = 404
_NOT_ALLOWED = 403


class FolderRemote:
    """The archive as it was when a stick was written, as a visitor sees it. One thread; no network."""

    def __init__(self, stick: Stick) -> None:
        """Answer from a stick, whose signature fits."""
        self._stick = stick
        self._manifest = stick.manifest

    def info(self) -> ArchiveInfo:
        """Return who the archive is, as of then."""
        return self._manifest.info

    def changes(self, since: int, *, scope: Scope = "all", limit: int = PAGE) -> ChangesPage:
        """Return what changed after the revision `since`; of scope ``mine`` there is never anything."""
        manifest = self._manifest
        records = [each for each in manifest.records if each.revision > since] if scope != "mine" else []
        # No page ends between two records of one revision: asking from there would pass over the second.
        end = min(max(1, limit), len(records))
        while 0 < end < len(records) and records[end].revision == records[end - 1].revision:
            end += 1
        is_last = end == len(records)
        return ChangesPage(
            archive=manifest.info.id,
            epoch=manifest.info.epoch,
            revision=manifest.revision if is_last else records[end - 1].revision,
            head=manifest.revision,
            records=tuple(records[:end]),
            is_last=is_last,
            removals=sum(each.gone is not None for each in records),
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
