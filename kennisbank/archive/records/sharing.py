"""What is shared with a thing: an annotation's own replies go along with it.

A reply is seen by those it names itself and, where its writer is the one who wrote what it replies to, by all who see
that. Somebody else's reply is theirs alone until they share it. A dossier shows what its lines hold; the annotations
they refer to are shared apart.
"""

import json

from sqlalchemy import Connection, select, update

from kennisbank.archive.database.columns import storable
from kennisbank.archive.records.audience import Audiences, Granted, is_in_trash, people_of
from kennisbank.archive.records.digests import Counter
from kennisbank.archive.records.record_rows import Row, marks
from kennisbank.archive.schema import tables as t
from kennisbank.sync.protocol_bodies import SHAREABLE, AnnotationBody
from kennisbank.sync.protocol_codec import body_of

DEEPEST = 100
"""Replies to replies that a grant goes down; no conversation comes near."""


class Sharing:
    """Keeps the grants of records in line with what their bodies say, in one transaction."""

    def __init__(self, connection: Connection, counter: Counter) -> None:
        """Work on `connection`, counting with `counter`."""
        self._connection = connection
        self._counter = counter
        self._audiences = Audiences(connection)

    def settle(self, row: Row, value: object) -> None:
        """Let those see a record whom its body (`value`) names, after it got its revision; its replies follow.

        `row` is the record as it stands now, in `tables.records`.
        """
        if row["kind"] in SHAREABLE:
            self._audiences.set(Granted.of(row), self._wanted(row["owner"], value))
            self._pass_on(row["owner"], row["id"], {row["id"]})

    def end(self, row: Row, *, tells_former: bool = False) -> None:
        """Let those who see a record hear that it is gone; its replies aren't seen through it any longer.

        `tells_former`: those who lost sight of it before hear of it too.
        """
        self._audiences.tell(Granted.of(row), tells_former=tells_former)
        if row["kind"] == "annotation":
            self._pass_on(row["owner"], row["id"], {row["id"]})

    def is_settled(self, row: Row, value: object) -> bool:
        """Tell whether exactly those see a record whom its body (`value`) and what it replies to name."""
        grants = self._audiences.all_of(row["kind"], row["id"])
        mark = int(row["others_mark"])
        is_counted = all(found == (row["owner"], int(row["revision"]), mark) for found in grants.values())
        return is_counted and grants.keys() == self._wanted(row["owner"], value)

    def renew(self, row: Row) -> Row:
        """Give a record its next revision, without changing it, and return its row."""
        revision = self._counter.next()
        r = t.records.c
        values = {"revision": revision, **marks(row["kind"], row["id"], revision, row)}
        self._connection.execute(update(t.records).where(r.kind == row["kind"], r.id == row["id"]).values(values))
        return {**row, **values}

    def _wanted(self, owner: str, value: object) -> frozenset[str]:
        """Return who is to see a record: whom it names, and whom those name that it replies to, one after another."""
        people: frozenset[str] = frozenset()
        seen: set[str] = set()
        r = t.records.c
        of_owner = select(r.body).where(r.kind == "annotation", r.owner == owner, r.gone.is_(None))
        while not is_in_trash(value):
            people |= people_of(value)
            parent = storable(value.reply_to or "") if isinstance(value, AnnotationBody) else ""
            if not parent or parent in seen or len(seen) == DEEPEST:
                break
            seen.add(parent)
            body = self._connection.execute(of_owner.where(r.id == parent)).scalar()
            if body is None:
                break
            value = body_of("annotation", json.loads(body))
        return people

    def _pass_on(self, owner: str, parent: str, seen: set[str]) -> None:
        r = t.records.c
        query = select(t.records).where(r.parent == parent, r.owner == owner, r.kind == "annotation", r.gone.is_(None))
        for row in self._connection.execute(query.order_by(r.revision)).mappings().all():
            if row["id"] in seen:
                continue
            seen.add(row["id"])
            wanted = self._wanted(owner, body_of("annotation", json.loads(row["body"])))
            if wanted != self._audiences.all_of("annotation", row["id"]).keys():
                self._audiences.set(Granted.of(self.renew(row)), wanted)
                self._pass_on(owner, row["id"], seen)
