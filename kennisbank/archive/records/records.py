"""The archive's records: what everybody may see, and what accounts keep there and share."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, RowMapping, insert, select, update

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.files.files import FileRows
from kennisbank.archive.identity.identity import Identity
from kennisbank.archive.records import digests
from kennisbank.archive.records.digests import Counter
from kennisbank.archive.records.feed import Feed, viewer_of
from kennisbank.archive.records.receipts import ReceiptRows
from kennisbank.archive.records.record_rows import body_columns, derived_columns, gone_columns, record_of, reduced
from kennisbank.archive.records.sharing import Sharing
from kennisbank.archive.records.writing import Writing
from kennisbank.archive.schema import tables as t
from kennisbank.errors import NotFoundError
from kennisbank.sync.protocol import (
    MOST_PAGE,
    PAGE,
    PUBLIC,
    Body,
    ChangesPage,
    Digest,
    Gone,
    Record,
    RecordKind,
    Scope,
    Write,
    WriteBatch,
    WriteResult,
    WriteResults,
)
from kennisbank.sync.protocol_bodies import ContributionBody
from kennisbank.sync.protocol_codec import body_of, content_hash

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Put:
    """What became of a public record: `gone` means that it was taken out before, and stays so."""

    outcome: Literal["added", "corrected", "unchanged", "gone"]
    revision: int


class Records:
    """Records, in one transaction. Whoever writes any waits for all others who do, until this transaction ends."""

    def __init__(self, connection: Connection, identity: Identity, counter: Counter, files: FileRows) -> None:
        """Work on `connection`, counting with `counter`."""
        self._connection = connection
        self._identity = identity
        self._counter = counter
        self._files = files
        self._receipts = ReceiptRows(connection)
        self._writing = Writing(connection, counter)
        self._sharing = Sharing(connection, counter)

    def changes(
        self, viewer_account: str | None, since: int = 0, limit: int = PAGE, scope: Scope = "all"
    ) -> ChangesPage:
        """Return the changes after revision `since` that an account (None: a visitor) may see, up to `limit` of them.

        An account that isn't active sees what visitors see. With scope ``mine`` a visitor gets an empty page.
        """
        self._counter.flush()  # what this transaction wrote itself counts too
        viewer = viewer_of(self._connection, viewer_account)
        feed = Feed(self._connection, viewer)
        return feed.page(since, max(1, min(limit, MOST_PAGE)), scope, self._identity.id, self._identity.epoch)

    def head(self) -> tuple[int, Digest]:
        """Return the archive's last revision, and the digest of what everybody sees."""
        self._counter.flush()
        return digests.head(self._connection)

    def write(self, account: str, write: Write) -> WriteResult:
        """Carry out one write of an account; refusals and stale ones are results, not errors."""
        return self._writing.write(account, write)

    def write_all(self, account: str, batch: WriteBatch) -> WriteResults:
        """Carry out the writes of a batch in their order, each by itself. Its epoch is for the caller to look at."""
        return WriteResults(self._identity.epoch, tuple(self.write(account, each) for each in batch.writes))

    def receipts(self, account: str, ids: Sequence[str]) -> dict[str, int]:
        """Return which of these writes of an account were accepted: write id → revision."""
        return self._receipts.accepted(account, ids)

    def get(self, kind: RecordKind, record_id: str) -> Record | None:
        """Return a public record, tombstone or not; None: there is none."""
        row = self._row(kind, record_id) if kind in PUBLIC else None
        return None if row is None else record_of(row)

    def sees(self, account: str, kind: RecordKind, record_id: str) -> bool:
        """Tell whether an account may see a record: its own, shared with it, or public."""
        row = self._row(kind, record_id)
        if row is None:
            return False
        return row["owner"] in {None, account} or Feed(self._connection, viewer_of(self._connection, account)).sees(
            kind, record_id
        )

    def public(self, kind: RecordKind | None = None, *, after: int = 0) -> Iterator[Record]:
        """Give all public records (of one kind), tombstones among them, in order of revision, from after a revision."""
        r = t.records.c
        while True:
            query = select(t.records).where(r.owner.is_(None), r.revision > after).order_by(r.revision).limit(_AT_ONCE)
            if kind is not None:
                query = query.where(r.kind == kind)
            rows = self._connection.execute(query).mappings().all()
            yield from (record_of(row) for row in rows)
            if len(rows) < _AT_ONCE:
                return
            after = int(rows[-1]["revision"])

    def put_public(self, kind: RecordKind, record_id: str, body: Body, *, revives: bool = False) -> Put:
        """Write what everybody sees; the same body again changes nothing. `revives`: also what was taken out before.

        Raises:
            MalformedMessageError: the body isn't one of its kind.
        """
        assert kind in PUBLIC
        value = body_of(kind, body)
        self._counter.lock()
        row = self._row(kind, record_id)
        if row is not None and row["gone"] is not None and not revives:
            return Put("gone", int(row["revision"]))
        if row is not None and row["gone"] is None and row["hash"] == content_hash(body):
            return Put("unchanged", int(row["revision"]))
        revision = self._counter.next()
        columns = body_columns(kind, record_id, revision, body) | derived_columns(value) | gone_columns(None)
        self._save(kind, record_id, row, revision, columns)
        if isinstance(value, ContributionBody):
            self._files.use(record_id, value.files)
        return Put("added" if row is None else "corrected", revision)

    def withdraw(self, kind: RecordKind, record_id: str, gone: Gone) -> int:
        """Take a record out, public or somebody's own, and return its revision; a second time changes nothing.

        ``withdrawn`` leaves by what people know a public record; every other reason leaves nothing. Its files are no
        longer offered. What is ``erased`` or ``hidden`` reaches also those who lost sight of it before.

        Raises:
            NotFoundError: there is no such record.
        """
        self._counter.lock()
        row = self._row(kind, record_id)
        if row is None:
            raise NotFoundError(kind, record_id)
        if row["gone"] == gone.reason and row["gone_words"] == gone.words and row["gone_by"] == gone.by:
            return int(row["revision"])
        revision = self._counter.next()
        body = self._left(kind, row) if gone.reason == "withdrawn" else None
        value = body_of(kind, body) if body is not None else None
        gone = Gone(gone.reason, gone.words, gone.moment or stamp(), gone.by)
        columns = body_columns(kind, record_id, revision, body) | derived_columns(value) | gone_columns(gone)
        self._save(kind, record_id, row, revision, columns)
        if kind == "contribution":
            self._files.withdraw(record_id, erases=body is None)
        elif kind not in PUBLIC:
            now = {**row, **columns, "revision": revision}
            self._sharing.end(now, tells_former=gone.reason in {"erased", "hidden"})
        return revision

    def erase_account(self, account: str, words: str = "") -> int:
        """Erase everything that an account keeps here, and its receipts; return how many records that were."""
        r = t.records.c
        self._counter.lock()
        query = select(r.kind, r.id).where(r.owner == account).order_by(r.revision)
        rows = self._connection.execute(query).all()
        for row in rows:
            self.withdraw(row.kind, row.id, Gone("erased", words))
        self._receipts.forget(account)
        return len(rows)

    def own(self, account: str) -> Iterator[Record]:
        """Give everything that an account keeps here, in order of revision: what its owner may ask for."""
        r = t.records.c
        query = select(t.records).where(r.owner == account).order_by(r.revision)
        for row in self._connection.execute(query).mappings().all():
            yield record_of(row, is_mine=True)

    def _row(self, kind: RecordKind, record_id: str) -> RowMapping | None:
        query = select(t.records).where(t.records.c.kind == kind, t.records.c.id == record_id)
        return self._connection.execute(query).mappings().first()

    def _left(self, kind: RecordKind, row: RowMapping) -> Body | None:
        return reduced(kind, json.loads(row["body"])) if kind in PUBLIC and row["body"] is not None else None

    def _save(
        self, kind: RecordKind, record_id: str, row: RowMapping | None, revision: int, columns: dict[str, object]
    ) -> None:
        r, moment = t.records.c, stamp()
        values = {**columns, "revision": revision, "changed": moment}
        if row is None:
            self._connection.execute(
                insert(t.records), {**values, "kind": kind, "id": record_id, "owner": None, "created": moment}
            )
        else:
            condition = (r.kind == kind, r.id == record_id, r.revision == row["revision"])
            self._connection.execute(update(t.records).where(*condition).values(values))
        if kind in PUBLIC:
            before = (False, 0) if row is None else (row["body"] is not None, int(row["mark"]))
            self._counter.count_public(before, (columns["body"] is not None, int(str(columns["mark"]))))
