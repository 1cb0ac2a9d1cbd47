"""The outbox of an account as writes, and what becomes of them; each function in one transaction."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from kennisbank.domain.ids import ArchiveId
from kennisbank.library.outbox import OutboxRow, Owner
from kennisbank.library.synced import Base
from kennisbank.library.transaction import Transaction
from kennisbank.sync.agreement import Counts, base_of
from kennisbank.sync.personal import Personal
from kennisbank.sync.planner import undisputed
from kennisbank.sync.protocol import MOST_WRITES, Gone, Receipts, Record, Refusal, Write, WriteResult
from kennisbank.sync.protocol_codec import canonical, content_hash, decode, encode

_MOST_BYTES = 4 << 20
"""Bodies of one batch together; a longer one goes alone."""
OF_THE_ACCOUNT: frozenset[Refusal] = frozenset({"suspended", "not_approved"})
"""Refusals that are about who asks: what waits goes on waiting."""


@dataclass(slots=True)
class Sent:
    """What became of writes: how many were taken, refused, and have to be tried again; and why nobody may write."""

    taken: int = 0
    refused: int = 0
    again: int = 0
    barred: Refusal | None = None


class Outgoing:
    """Empties the outbox of one account, in one transaction. Writes here are told to nobody."""

    def __init__(self, tx: Transaction, owner: Owner, epoch: str, counts: Counts) -> None:
        """Read and write through `tx` for `owner`, who is the viewer; bases are those of `epoch`."""
        assert owner.archive is not None
        assert owner.account is not None
        self._tx = tx
        self._owner = owner
        self._archive: ArchiveId = owner.archive
        self._account: str = owner.account
        self._epoch = epoch
        self._counts = counts
        self._personal = Personal(tx, owner, counts)

    # Before sending.

    def on_their_way(self) -> list[Write]:
        """Return what was sent and never answered."""
        return [_write(row) for row in self._tx.sending.rows(self._owner, "sent")]

    def settle(self, receipts: Receipts, asked: Iterable[str]) -> None:
        """Settle what was on its way and the archive knows; what was made in an older epoch is made anew."""
        wanted = set(asked)
        for row in self._tx.sending.rows(self._owner, "sent"):
            if row.id in receipts.accepted:
                self._accepted(row, _write(row), receipts.accepted[row.id])
            elif row.id in wanted and row.payload.get("epoch") != self._epoch:
                self._again(row)

    def batch(self) -> tuple[Write, ...]:
        """Note the next writes as on their way, and return them: first what was sent before, in those very words."""
        writes = [_write(row) for row in self._tx.sending.rows(self._owner, "sent", MOST_WRITES)]
        on_its_way = {(row.kind, row.entity) for row in self._tx.sending.rows(self._owner, "sent")}
        size = sum(map(_size, writes))
        payloads: dict[str, dict[str, Any]] = {}
        for row in self._tx.sending.rows(self._owner, "queued"):
            if len(writes) >= MOST_WRITES or size >= _MOST_BYTES:
                break
            if (row.kind, row.entity) in on_its_way:
                continue
            write = self._made(row)
            if write is None:
                self._tx.sending.drop([row.id])
                continue
            payloads[row.id] = {"write": json.loads(encode(write)), "epoch": self._epoch}
            writes.append(write)
            size += _size(write)
        self._tx.sending.sent(payloads)
        return tuple(writes)

    def _made(self, row: OutboxRow) -> Write | None:
        """Return what is to be said of a thing as it is now; None: nothing."""
        kind: Any = row.kind
        base = self._tx.synced.of_locals(self._archive, self._account, kind, [row.entity]).get(row.entity)
        if base is not None and not base.is_mine:
            return None
        body = self._personal.body(kind, row.entity, base)
        if body is None:
            if row.op != "removed" or base is None or not base.hash:
                return None
            return Write(row.id, kind, base.record, max(0, base.revision), is_deletion=True)
        agreed = json.loads(base.body) if base is not None and base.body else None
        disputed = {each.field: each.base for each in self._tx.synced.conflicts(kind, row.entity)}
        said = undisputed(body, agreed, disputed)
        if base is not None and base.revision > 0 and said == agreed:
            return None
        record = base.record if base is not None else self._personal.record(kind, row.entity, said)
        return Write(row.id, kind, record, 0 if base is None else max(0, base.revision), said)

    # After sending.

    def answered(self, results: Iterable[WriteResult]) -> Sent:
        """Carry out what the archive answered."""
        rows = {row.id: row for row in self._tx.sending.rows(self._owner, "sent")}
        sent = Sent()
        for result in results:
            row = rows.get(result.write)
            if row is not None:
                self._answered(row, result, sent)
        return sent

    def _answered(self, row: OutboxRow, result: WriteResult, sent: Sent) -> None:
        write = _write(row)
        if result.outcome == "accepted":
            self._accepted(row, write, result.revision)
            sent.taken += 1
        elif result.outcome == "stale":
            self._again(row)
            self._stale(write, result.current)
            sent.again += 1
        elif result.refusal in OF_THE_ACCOUNT:
            self._again(row)
            sent.barred = result.refusal
        elif result.refusal == "other_content":
            self._again(row)
            sent.again += 1
        else:
            self._tx.sending.fail(row.id, result.refusal or "invalid")
            sent.refused += 1

    def _accepted(self, row: OutboxRow, write: Write, revision: int) -> None:
        """Note what the archive has taken as agreed; a later change of the same thing has a row of its own."""
        before = self._base(write)
        self._tx.sending.drop([row.id])
        if before is not None and before.revision >= revision:
            return
        gone = Gone("deleted") if write.is_deletion else None
        digest = "" if write.body is None else content_hash(write.body)
        record = Record(write.kind, write.record, revision, write.body, digest, gone, is_mine=True)
        self._tx.synced.put([base_of(self._archive, self._account, record, row.entity, before)])

    def _again(self, row: OutboxRow) -> None:
        """Have a thing told anew, under a new id: what is said of it will be something else."""
        self._tx.sending.drop([row.id])
        if not self._tx.sending.waits(self._owner, row.kind, row.entity):
            self._tx.sending.queue(self._owner, row.kind, row.entity, row.op)

    def _stale(self, write: Write, current: Record | None) -> None:
        before = self._base(write)
        if current is None:
            if before is not None:
                self._tx.synced.put([replace(before, revision=0)])
        elif current.kind == write.kind and current.id == write.record:
            self._personal.take([replace(current, is_mine=True)])

    def _base(self, write: Write) -> Base | None:
        found = self._tx.synced.bases(self._archive, self._account, write.kind, [write.record])
        return found.get(write.record)

    # What the archive has to hear of again.

    def offer_again(self) -> None:
        """Queue everything of one's own that the archive hasn't been heard to have since it began anew."""
        for base in self._tx.synced.unheard(self._archive, self._account):
            if base.local and base.body and not self._tx.sending.waits(self._owner, base.kind, base.local):
                self._tx.sending.queue(self._owner, base.kind, base.local, "updated")


def _write(row: OutboxRow) -> Write:
    """Return the write of a row that was sent, in the words in which it was."""
    return decode(Write, json.dumps(row.payload["write"], ensure_ascii=False).encode())


def _size(write: Write) -> int:
    return 0 if write.body is None else len(canonical(write.body))
