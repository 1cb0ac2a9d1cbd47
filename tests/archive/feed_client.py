"""What a client that keeps to the protocol makes of the feed: the smallest one that can be, to hold the archive to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol import PUBLIC, ChangesPage, Record
from kennisbank.sync.protocol_codec import digest_of, is_sound, mark


@dataclass
class FeedClient:
    """One that has taken everything up to `revision`."""

    account: str | None
    revision: int = 0
    held: dict[tuple[str, str], Record] = field(default_factory=dict)

    def pull(self, tx: Transaction, *, limit: int = 500) -> list[ChangesPage]:
        """Take all pages; check what each of them promises."""
        pages: list[ChangesPage] = []
        while True:
            page = tx.records.changes(self.account, self.revision, limit)
            revisions = [each.revision for each in page.records]
            assert revisions == sorted(set(revisions))
            assert all(self.revision < each <= page.revision <= page.head for each in revisions)
            assert len(revisions) <= limit
            for record in page.records:
                assert is_sound(record)
                self._take(record)
            assert page.revision > self.revision or page.is_last
            self.revision = page.revision
            pages.append(page)
            if page.is_last:
                self._compare(page)
                return pages

    def _take(self, record: Record) -> None:
        if record.body is None:
            self.held.pop((record.kind, record.id), None)
        else:
            self.held[record.kind, record.id] = record

    def _compare(self, page: ChangesPage) -> None:
        assert page.revision == page.head
        assert page.public == digest(each for each in self.held.values() if each.kind in PUBLIC)
        mine = digest(each for each in self.held.values() if each.kind not in PUBLIC)
        assert page.mine == (None if self.account is None else mine)


def digest(records: Iterable[Record]) -> object:
    """Return the digest of records as a client makes it."""
    return digest_of([mark(each.kind, each.id, each.revision, each.hash) for each in records])
