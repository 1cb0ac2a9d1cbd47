"""The contributions as OAI-PMH asks for them: by moment and edition, withdrawn ones too, in order of revision."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from kennisbank.archive.database.columns import storable
from kennisbank.archive.harvesting.oai_token import Place
from kennisbank.archive.records.record_rows import record_of
from kennisbank.archive.schema import tables as t
from kennisbank.domain.oai_sets import edition_of_set
from kennisbank.sync.protocol import Record


@dataclass(frozen=True, slots=True)
class Item:
    """A contribution's record, the moment of its last change as OAI-PMH writes it, and its edition's code."""

    record: Record
    stamp: str
    edition: str


class OaiRows:
    """What everybody sees, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Read from `connection`."""
        self._connection = connection

    def get(self, record_id: str) -> Item | None:
        """Return one contribution, withdrawn or not; None: there is none."""
        query = select(t.records).where(_ours(), t.records.c.id == storable(record_id))
        row = self._connection.execute(query).mappings().first()
        return None if row is None else Item(record_of(row), second_of(row["changed"]), row["edition"])

    def page(self, place: Place, limit: int) -> Sequence[Item]:
        """Return up to `limit` of a list, after its place."""
        query = select(t.records).where(*_conditions(place)).order_by(t.records.c.revision).limit(limit)
        rows = self._connection.execute(query).mappings().all()
        return [Item(record_of(row), second_of(row["changed"]), row["edition"]) for row in rows]

    def count(self, place: Place) -> int:
        """Return how many there are of a list after its place."""
        query = select(func.count()).select_from(t.records).where(*_conditions(place))
        return int(self._connection.execute(query).scalar_one())

    def earliest(self) -> str:
        """Return the moment of the earliest change that can be asked for; empty where there is nothing."""
        query = select(func.min(t.records.c.changed)).where(_ours())
        found: str | None = self._connection.execute(query).scalar_one()
        return second_of(found) if found is not None else ""

    def editions(self) -> list[tuple[str, str]]:
        """Return the editions that contributions are of, and others that are described: code and name, by code."""
        r = t.records.c
        used = self._connection.execute(select(r.edition).where(_ours(), r.edition != "").distinct()).scalars()
        named = select(r.edition, r.title).where(r.kind == "edition", r.owner.is_(None), r.gone.is_(None))
        known = {row.edition: row.title for row in self._connection.execute(named) if row.edition}
        return sorted({**dict.fromkeys(used, ""), **known}.items())


def second_of(moment: str) -> str:
    """Return a moment of the archive as OAI-PMH writes it: to the second."""
    return f"{moment[:19]}Z"


def _ours() -> ColumnElement[bool]:
    r = t.records.c
    return (r.kind == "contribution") & r.owner.is_(None)


def _conditions(place: Place) -> list[ColumnElement[bool]]:
    r = t.records.c
    found = [_ours(), r.revision > place.revision]
    if place.since:
        found.append(r.changed >= place.since)
    if place.before:
        found.append(r.changed < place.before)
    if place.set:
        # A set that is none of ours has no edition, and must not become that of contributions without one.
        found.append((r.edition == storable(edition_of_set(place.set))) & (r.edition != ""))
    return found
