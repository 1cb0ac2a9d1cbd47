"""What somebody changes of their own records: checked, written on the revision it was made on, answered once for all.

Everybody who writes records waits for the counter first, so what is looked at here can't change before it is written;
the statement itself names the revision all the same.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import Connection, RowMapping, insert, select, update

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.records.audience import MOST_PEOPLE, people_of
from kennisbank.archive.records.digests import Counter
from kennisbank.archive.records.feed import Feed, viewer_of
from kennisbank.archive.records.receipts import ReceiptRows
from kennisbank.archive.records.record_rows import body_columns, derived_columns, gone_columns, record_of, text_of
from kennisbank.archive.records.sharing import Sharing
from kennisbank.archive.schema import tables as t
from kennisbank.archive.schema.account_tables import accounts, unnamed_suspensions
from kennisbank.sync.protocol import MOST_BODY, PUBLIC, Gone, RecordKind, Refusal, Write, WriteResult
from kennisbank.sync.protocol_codec import MalformedMessageError, body_of, content_hash

_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")
_FINAL = frozenset({"erased", "hidden", "withdrawn", "replaced"})
"""Tombstones that beat every edit."""
_WORDS: Mapping[Refusal, str] = MappingProxyType(
    {
        "forbidden": "there is no such record of this account's",
        "invalid": "the body isn't one of its kind",
        "too_large": "the body is too large",
        "other_content": "a write with this id came before, with another content",
        "gone": "the record was taken away by the archive",
        "suspended": "the account is suspended",
        "not_approved": "the account isn't approved yet",
    }
)


class RefusedError(Exception):
    """A write that is refused for good."""

    def __init__(self, refusal: Refusal, words: str = "") -> None:
        """Refuse because of `refusal`; `words` say more, never what stood in the body."""
        super().__init__(refusal)
        self.refusal = refusal
        self.words = words or _WORDS[refusal]


class Writing:
    """Writes of accounts, in one transaction."""

    def __init__(self, connection: Connection, counter: Counter) -> None:
        """Write on `connection`, counting with `counter`."""
        self._connection = connection
        self._counter = counter
        self._sharing = Sharing(connection, counter)
        self._receipts = ReceiptRows(connection)

    def write(self, account: str, write: Write) -> WriteResult:
        """Carry out one write of an account, or say why not; never half."""
        self._counter.lock()
        try:
            return self._carried_out(account, write)
        except RefusedError as refused:
            return WriteResult(write.id, "refused", refusal=refused.refusal, words=refused.words)

    def _carried_out(self, account: str, write: Write) -> WriteResult:
        self._check_account(account)
        value = _checked(write)
        content = content_of(write)
        receipt = self._receipts.get(account, write.id)
        if receipt is not None:
            if receipt.hash != content:
                raise RefusedError("other_content")
            return WriteResult(write.id, "accepted", receipt.revision)
        row = self._row(write.kind, write.record)
        if row is None or row["owner"] != account:
            revision = self._new(account, write, value, row)
        elif row["gone"] in _FINAL:
            raise RefusedError("gone")
        elif _is_so_already(row, write):
            revision = int(row["revision"])
        elif row["revision"] != write.base:
            return WriteResult(write.id, "stale", current=record_of(row, is_mine=True))
        else:
            revision = self._change(row, write, value)
        self._receipts.add(account, write.id, content, revision)
        return WriteResult(write.id, "accepted", revision)

    def _check_account(self, account: str) -> None:
        state = self._connection.execute(select(accounts.c.state).where(accounts.c.id == account)).scalar()
        unnamed = select(unnamed_suspensions.c.thread).where(unnamed_suspensions.c.account == account).limit(1)
        if state == "suspended" or (state == "active" and self._connection.execute(unnamed).first() is not None):
            raise RefusedError("suspended")
        if state == "requested":
            raise RefusedError("not_approved")
        if state != "active":
            raise RefusedError("forbidden")

    def _row(self, kind: RecordKind, record_id: str) -> RowMapping | None:
        query = select(t.records).where(t.records.c.kind == kind, t.records.c.id == record_id)
        return self._connection.execute(query).mappings().first()

    def _new(self, account: str, write: Write, value: object, foreign: RowMapping | None) -> int:
        """Write a record that this account hasn't; somebody else's is answered as if it weren't there."""
        if write.is_deletion:
            viewer = viewer_of(self._connection, account)
            if foreign is not None and Feed(self._connection, viewer).sees(write.kind, write.record):
                raise RefusedError("forbidden")
            return self._counter.lock()
        if foreign is not None or write.base:
            raise RefusedError("forbidden")
        revision, moment = self._counter.next(), stamp()
        row = {"kind": write.kind, "id": write.record, "revision": revision, "owner": account}
        columns = body_columns(write.kind, write.record, revision, write.body) | derived_columns(value)
        moments = {"created": moment, "changed": moment}
        row = {**row, **columns, **gone_columns(None), **moments}
        self._connection.execute(insert(t.records), row)
        self._sharing.settle(row, value)
        return revision

    def _change(self, row: RowMapping, write: Write, value: object) -> int:
        revision, moment = self._counter.next(), stamp()
        gone = Gone("deleted", moment=moment) if write.is_deletion else None
        columns = body_columns(write.kind, write.record, revision, write.body) | derived_columns(value)
        r = t.records.c
        values = {"revision": revision, "changed": moment, **columns, **gone_columns(gone)}
        statement = (
            update(t.records)
            .where(r.kind == write.kind, r.id == write.record, r.owner == row["owner"], r.revision == write.base)
            .values(values)
        )
        assert self._connection.execute(statement).rowcount == 1, "the counter is locked: nobody else writes records"
        if write.is_deletion:
            self._sharing.end({**row, **values})
        else:
            self._sharing.settle({**row, **values}, value)
        return revision


def content_of(write: Write) -> str:
    """Return the hash of what a write says: of its body and what it is about, not of the base it was made on."""
    said = {"kind": write.kind, "record": write.record, "body": write.body, "is_deletion": write.is_deletion}
    return content_hash(said)


def _checked(write: Write) -> object:
    """Return the body of a write as the dataclass of its kind, None for a deletion.

    Raises:
        RefusedError: it isn't one that anybody may send.
    """
    if write.kind in PUBLIC:
        raise RefusedError("forbidden", "only batches change what everybody sees")
    if not _ID.fullmatch(write.id) or not _ID.fullmatch(write.record):
        raise RefusedError("invalid", "the id isn't one")
    if (write.body is None) != write.is_deletion:
        raise RefusedError("invalid", "a write has either a body or is a deletion")
    if write.body is None:
        return None
    try:
        if len(text_of(write.body).encode()) > MOST_BODY:
            raise RefusedError("too_large")
        value: object = body_of(write.kind, write.body)
    except MalformedMessageError as error:
        raise RefusedError("invalid", str(error)[:1000]) from None
    if len(people_of(value)) > MOST_PEOPLE:
        raise RefusedError("invalid", f"shared: more than {MOST_PEOPLE} addresses")
    return value


def _is_so_already(row: RowMapping, write: Write) -> bool:
    """Tell whether a record is as a write wants it: sent before, and its receipt lost with an older backup."""
    if write.body is None:
        return row["gone"] is not None
    return row["gone"] is None and row["hash"] == content_hash(write.body)
