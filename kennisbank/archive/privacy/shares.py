"""What others share with somebody: when they are erased, their mail address goes from it."""

import json
from typing import cast

from sqlalchemy import func, select, update

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mail.addresses import mail_key
from kennisbank.archive.privacy.person import Person
from kennisbank.archive.records.record_rows import body_columns, derived_columns
from kennisbank.archive.records.sharing import Sharing
from kennisbank.archive.schema import tables as t
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol import RecordKind
from kennisbank.sync.protocol_bodies import SHAREABLE
from kennisbank.sync.protocol_codec import body_of


def forget_shares(tx: Transaction, person: Person) -> int:
    """Take somebody's address out of what others share, and of what is told of persons; return how many records.

    The owners' programs get the record anew; all else in it stays as it was.
    """
    tx.counter.lock()
    r = t.records.c
    naming = func.lower(r.body).contains(person.mail.lower(), autoescape=True)
    found = select(t.records).where(r.gone.is_(None), r.kind.in_([*sorted(SHAREABLE), "person"]), naming)
    count = 0
    for row in tx.connection.execute(found).mappings().all():
        body = json.loads(row["body"])
        if row["kind"] == "person":
            if person.is_named_in(body.get("reach", "")):
                tx.records.put_public("person", row["id"], {**body, "reach": ""})
                count += 1
            continue
        people = body.get("shared", {}).get("people", [])
        left = [each for each in people if mail_key(each) != person.key]
        if len(left) == len(people):
            continue
        body["shared"]["people"] = left
        kind, revision = cast("RecordKind", row["kind"]), tx.counter.next()
        value = body_of(kind, body)
        columns = body_columns(kind, row["id"], revision, body) | derived_columns(value)
        values = {**columns, "revision": revision, "changed": stamp()}
        tx.connection.execute(update(t.records).where(r.kind == kind, r.id == row["id"]).values(values))
        Sharing(tx.connection, tx.counter).settle({**row, **values}, value)
        count += 1
    return count
