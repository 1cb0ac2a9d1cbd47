"""What is shared with a thing: an annotation's own replies go along with it.

A reply is seen by those it names itself and, where its writer is the one who wrote what it replies to, by all who see
that. Somebody else's reply is theirs alone until they share it. A dossier shows what its lines hold; the annotations
they refer to are shared apart.
"""

import json

from sqlalchemy import Connection, select, update

from kennisbank.archive import tables as t
from kennisbank.archive.audience import Audiences, is_in_trash, people_of
from kennisbank.archive.digests import Counter
from kennisbank.archive.record_rows import Row, marks
from kennisbank.sync.protocol import RecordKind
from kennisbank.sync.protocol_bodies import SHAREABLE, AnnotationBody
from kennisbank.sync.protocol_codec import body_of


class Sharing:
    """Keeps the grants of records in line with what their bodies say, in one transaction."""

    def __init__(self, connection: Connection, counter: Counter) -> None:
        """Work on `connection`, counting with `counter`."""
        self._connection = connection
        self._counter = counter
        self._audiences = Audiences(connection)

    def settle(self, owner: str, kind: RecordKind, record_id: str, value: object, revision: int) -> None:
        """Let those see a record whom its body (`value`) names, after it got this revision; its replies follow."""
        if kind in SHAREABLE:
            self._audiences.set(kind, record_id, self._wanted(owner, value), revision)
            self._pass_on(owner, record_id, {record_id})

    def end(self, owner: str, kind: RecordKind, record_id: str, revision: int, *, tells_former: bool) -> None:
        """Let those who see a record hear that it is gone at this revision; its replies aren't seen through it now."""
        self._audiences.tell(kind, record_id, revision, tells_former=tells_former)
        if kind == "annotation":
            self._pass_on(owner, record_id, {record_id})

    def tell(self, kind: RecordKind, record_id: str, revision: int) -> None:
        """Let those who see a record hear that it has this revision now."""
        self._audiences.tell(kind, record_id, revision)

    def is_settled(self, owner: str, kind: RecordKind, record_id: str, value: object) -> bool:
        """Tell whether exactly those see a record whom its body (`value`) and what it replies to name."""
        return self._audiences.of(kind, record_id) == self._wanted(owner, value)

    def renew(self, row: Row) -> int:
        """Give a record (its row) its next revision, without changing it, and return that."""
        revision = self._counter.next()
        r = t.records.c
        values = {"revision": revision, **marks(row["kind"], row["id"], revision, row)}
        self._connection.execute(update(t.records).where(r.kind == row["kind"], r.id == row["id"]).values(values))
        return revision

    def _wanted(self, owner: str, value: object) -> frozenset[str]:
        """Return who is to see a record: whom it names, and who sees what it replies to."""
        if is_in_trash(value):
            return frozenset()
        people = people_of(value)
        if isinstance(value, AnnotationBody) and value.reply_to:
            r = t.records.c
            query = select(r.id).where(r.kind == "annotation", r.id == value.reply_to)
            if self._connection.execute(query.where(r.owner == owner, r.gone.is_(None))).first() is not None:
                people |= self._audiences.of("annotation", value.reply_to)
        return people

    def _pass_on(self, owner: str, parent: str, seen: set[str]) -> None:
        r = t.records.c
        query = select(t.records).where(r.parent == parent, r.owner == owner, r.kind == "annotation", r.gone.is_(None))
        for row in self._connection.execute(query.order_by(r.revision)).mappings().all():
            if row["id"] in seen:
                continue
            seen.add(row["id"])
            wanted = self._wanted(owner, body_of("annotation", json.loads(row["body"])))
            if wanted != self._audiences.of("annotation", row["id"]):
                self._audiences.set("annotation", row["id"], wanted, self.renew(row))
                self._pass_on(owner, row["id"], seen)
