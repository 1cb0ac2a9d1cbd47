"""Records of one's own, and what others share, coming in: the plan for each of them carried out in one transaction."""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from kennisbank.domain.ids import ArchiveId, new_id
from kennisbank.domain.moments import now
from kennisbank.domain.syncing import Loser
from kennisbank.library.outbox import Owner
from kennisbank.library.synced import Base
from kennisbank.library.transaction import Transaction
from kennisbank.sync import planner as p
from kennisbank.sync.agreement import Counts, base_of, dispute, is_news
from kennisbank.sync.bodies import overlaid
from kennisbank.sync.brakes import is_loss
from kennisbank.sync.protocol import Body, Record, RecordKind
from kennisbank.sync.protocol_bodies import SHAREABLE
from kennisbank.sync.protocol_codec import MalformedMessageError, body_of, content_hash
from kennisbank.sync.shelves import Shelves

_log = logging.getLogger(__name__)


class Personal:
    """Takes personal records into the library for one account, in one transaction that is `arriving`."""

    def __init__(self, tx: Transaction, owner: Owner, counts: Counts) -> None:
        """Write through `tx` for `owner`, who is the viewer, and count in `counts`."""
        assert owner.archive is not None
        assert owner.account is not None
        self._tx = tx
        self._owner = owner
        self._archive: ArchiveId = owner.archive
        self._account: str = owner.account
        self._shelves = Shelves(tx, owner)
        self._counts = counts
        self._on_their_way = tx.sending.rows(owner, "sent")

    def take(self, records: Sequence[Record]) -> None:
        """Take records in, in their order; what is known already is let be."""
        bases: dict[tuple[RecordKind, str], Base] = {}
        for kind in sorted({each.kind for each in records}):
            ids = [each.id for each in records if each.kind == kind]
            found = self._tx.synced.bases(self._archive, self._account, kind, ids)
            bases |= {(kind, record): base for record, base in found.items()}
        for record in records:
            base = bases.get((record.kind, record.id))
            if record.kind in self._shelves and is_news(record, base):
                self._take(record, base)

    def _take(self, record: Record, base: Base | None) -> None:
        if base is not None and base.is_mine and not record.is_mine:
            record = replace(record, is_mine=True)
        known = base if base is not None and base.local else None
        local = known.local if known is not None else self._local(record)
        here = self.body(record.kind, local, known) if local else None
        disputed = {each.field: each.base for each in self._tx.synced.conflicts(record.kind, local)} if local else {}
        agreed = self._own_words(record, local) or (None if known is None else _agreed(known))
        self._note_lost_people(record, known, local)
        for step in p.plan(agreed, here, record, disputed):
            local = self._carry_out(step, record, base, local, is_here=here is not None)

    def _note_lost_people(self, record: Record, base: Base | None, local: str) -> None:
        """Remember that an address went from what a thing of one's own is shared with, without our doing.

        Whoever it was of may have been erased: copies of this library may not name them any more.
        """
        if base is None or not base.body or not record.is_mine or record.body is None:
            return
        if _people(json.loads(base.body)) <= _people(record.body):
            return
        gone = {"reason": "erased", "taken": now().utc.isoformat(), "unasked": False}
        mark = Base(self._archive, self._account, "share", record.id, local, 0, "", "", gone=json.dumps(gone))
        self._tx.synced.put([mark])

    def _own_words(self, record: Record, local: str) -> p.Agreed | None:
        """Return a record as agreed that is what was sent from here, in a request that was never answered."""
        for row in self._on_their_way:
            if (row.kind, row.entity) == (record.kind, local) and record.body is not None:
                body = row.payload["write"]["body"]
                if body is not None and content_hash(body) == record.hash:
                    return p.Agreed(0, body)
        return None

    def _local(self, record: Record) -> str:
        contribution = str((record.body or {}).get("contribution", ""))
        return self._shelves.row_for(self._tx, record.kind, record.id, contribution)

    def body(self, kind: RecordKind, local: str, base: Base | None) -> dict[str, Any] | None:
        """Return what is here as a body, in the words of the base copy where nothing was changed; None: it isn't."""
        found = self._shelves[kind].read([local]).get(local)
        if found is None or base is None or not base.body:
            return found
        agreed = json.loads(base.body)
        return overlaid(found, agreed, self._reread(kind, base, agreed))

    def record(self, kind: RecordKind, local: str, body: Body) -> str:
        """Return under which id the archive is told of a thing for the first time."""
        return self._shelves[kind].record(local, body)

    def _reread(self, kind: RecordKind, base: Base, agreed: Body) -> dict[str, Any] | None:
        """Return what this program makes of a base copy when it writes it itself."""
        try:
            return self._shelves.reread(kind, base.record, body_of(kind, agreed))
        except (MalformedMessageError, ValueError, OverflowError):
            return None

    def _carry_out(self, step: p.Step, record: Record, base: Base | None, local: str, *, is_here: bool) -> str:
        """Carry out a step; return the id under which the thing stands here from then on."""
        kind = record.kind
        match step:
            case p.Take(body):
                return self._write(record, body, local, is_here=is_here)
            case p.Remove():
                self._shelves[kind].remove(local)
                self._counts.removed += 1
            case p.KeepLoser(body, reason):
                text = json.dumps(body, ensure_ascii=False)
                loser = Loser(new_id(), kind, local, text, reason, now())
                self._tx.synced.keep_loser(self._archive, self._account, loser)
            case p.Agree(agreed):
                is_unasked = is_here and is_loss(base) and not self._counts.is_allowed
                made = base_of(self._archive, self._account, agreed, local, base, is_unasked=is_unasked)
                self._tx.synced.put([made])
            case p.Forget():
                self._tx.synced.forget(self._archive, self._account, kind, [record.id])
            case _ if local:
                self._about_local(step, kind, local)
        return local

    def _about_local(self, step: p.Step, kind: RecordKind, local: str) -> None:
        match step:
            case p.Scrub():
                self._tx.synced.scrub(kind, local)
            case p.Dispute(clashes):
                dispute(self._tx, self._archive, self._account, (kind, local), clashes, self._counts)
            case p.Tell(action):
                self._tx.sending.queue(self._owner, kind, local, action)
            case p.TellNothing():
                self._tx.sending.unqueue(self._owner, kind, local)

    def _write(self, record: Record, body: Body, local: str, *, is_here: bool) -> str:
        if not record.is_mine and record.kind not in SHAREABLE:
            return ""
        sharer = "" if record.is_mine else record.creator or "?"
        try:
            written = self._shelves[record.kind].write(record.id, body_of(record.kind, body), sharer)
        except (MalformedMessageError, ValueError, OverflowError) as error:
            _log.warning("a %s that can't be read is kept as it came: %s", record.kind, error)
            return local if is_here else ""
        if written is None:
            return ""
        if is_here:
            self._counts.updated += 1
        else:
            self._counts.added += 1
        return written


def _agreed(base: Base) -> p.Agreed:
    body: Mapping[str, Any] | None = json.loads(base.body) if base.body else None
    was = str(json.loads(base.gone).get("was", "")) if base.gone else ""
    return p.Agreed(base.revision, body, was)


def _people(body: Body) -> frozenset[str]:
    """Return the addresses with which a body says that it is shared."""
    shared = body.get("shared")
    return frozenset(shared.get("people", ())) if isinstance(shared, Mapping) else frozenset()
