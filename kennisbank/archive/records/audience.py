"""Who may see which record, since when, and until when.

A grant is to everyone with an account or to a mail address; one whose address has no account yet comes into force when
it gets one. Losing access leaves a row that says at which revision: those people are told with a removal.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, insert, select, update

from kennisbank.archive.mail.addresses import mail_key
from kennisbank.archive.records.record_rows import Row
from kennisbank.archive.schema import tables as t
from kennisbank.sync.protocol import RecordKind
from kennisbank.sync.protocol_bodies import AnnotationBody, DossierBody

EVERYONE = "*"
"""Stands for everyone with an account; no mail address is this."""
MOST_PEOPLE = 500
"""Addresses that one thing may be shared with."""


def is_in_trash(value: object) -> bool:
    """Tell whether a body lies in its owner's trash: nobody else sees it then."""
    return isinstance(value, AnnotationBody | DossierBody) and value.trashed is not None


def people_of(value: object) -> frozenset[str]:
    """Return with whom a body (of `protocol_bodies`) says that it is shared: `EVERYONE` and keys of mail addresses."""
    if not isinstance(value, AnnotationBody | DossierBody):
        return frozenset()
    keys = {mail_key(each) for each in value.shared.people} - {"", EVERYONE}
    return frozenset(keys | ({EVERYONE} if value.shared.everyone else set()))


@dataclass(frozen=True, slots=True)
class Granted:
    """A record as it has just become: its revision, and its mark as others see it (None: nothing of it is left)."""

    owner: str
    kind: RecordKind
    id: str
    revision: int
    mark: int | None

    @staticmethod
    def of(row: Row) -> "Granted":
        """Return what a row of `tables.records` says."""
        mark = int(row["others_mark"]) if row["body"] is not None else None
        return Granted(row["owner"], row["kind"], row["id"], int(row["revision"]), mark)


class Audiences:
    """The grants, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work on `connection`."""
        self._connection = connection

    def all_of(self, kind: RecordKind, record_id: str) -> dict[str, tuple[str, int, int | None]]:
        """Return who may see a record besides its owner; for each its owner, the revision heard of, and the mark."""
        a = t.audience.c
        query = select(a.who, a.owner, a.revision, a.mark).where(_is(kind, record_id), a.revoked.is_(None))
        rows = self._connection.execute(query)
        return {row.who: (row.owner, int(row.revision), None if row.mark is None else int(row.mark)) for row in rows}

    def set(self, record: Granted, people: Iterable[str]) -> None:
        """Let exactly these people see a record that has just got its revision; the others hear that it ended."""
        kind, record_id, revision = record.kind, record.id, record.revision
        wanted = frozenset(people)
        a = t.audience.c
        query = select(a.who, a.revoked).where(_is(kind, record_id))
        known = {row.who: row.revoked is None for row in self._connection.execute(query)}
        for who in sorted(known):
            if who in wanted:
                values = {"revision": revision, "mark": record.mark}
                values |= {} if known[who] else {"granted": revision, "revoked": None}
            elif known[who]:
                values = {"revision": revision, "revoked": revision}
            else:
                continue
            self._connection.execute(update(t.audience).where(_is(kind, record_id), a.who == who).values(values))
        row = {
            "kind": kind,
            "record_id": record_id,
            "granted": revision,
            "revoked": None,
            "revision": revision,
            "owner": record.owner,
            "mark": record.mark,
        }
        if new := [{**row, "who": who} for who in sorted(wanted.difference(known))]:
            self._connection.execute(insert(t.audience), new)

    def tell(self, record: Granted, *, tells_former: bool = False) -> None:
        """Let those who may see a record hear of its change; `tells_former`: also those who might once."""
        condition = _is(record.kind, record.id)
        if not tells_former:
            condition = and_(condition, t.audience.c.revoked.is_(None))
        self._connection.execute(update(t.audience).where(condition).values(revision=record.revision, mark=record.mark))


def _is(kind: RecordKind, record_id: str) -> ColumnElement[bool]:
    return and_(t.audience.c.kind == kind, t.audience.c.record_id == record_id)
