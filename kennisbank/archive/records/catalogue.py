"""Questions about what everybody sees: the plain catalogue, and which contribution is the same as another."""

import base64
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, func, select, tuple_

from kennisbank.archive.database.columns import storable
from kennisbank.archive.records.record_rows import record_of
from kennisbank.archive.schema import tables as t
from kennisbank.sync.protocol import Record, RecordKind

MOST_WORDS = 10
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of the catalogue ended: it is in order of title, and of id where titles are the same."""

    title: str
    id: str

    def __str__(self) -> str:
        """Return it as a cursor, to be given back by the asker."""
        return base64.urlsafe_b64encode(json.dumps([self.title, self.id]).encode()).decode().rstrip("=")

    @staticmethod
    def of(cursor: str) -> "Place":
        """Return the place that a cursor stands for.

        Raises:
            ValueError: it is none of ours.
        """
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if not isinstance(values, list) or len(values) != 2 or not all(isinstance(each, str) for each in values):
            raise ValueError("no place in a catalogue")
        return Place(values[0], values[1])


class Catalogue:
    """The public records that are there (no tombstones, unless said), in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Read from `connection`."""
        self._connection = connection

    def count(self) -> int:
        """Return the number of contributions."""
        r = t.records.c
        query = select(func.count()).where(r.kind == "contribution", r.owner.is_(None), r.gone.is_(None))
        return int(self._connection.execute(query).scalar_one())

    def get(self, kind: RecordKind, record_id: str) -> Record | None:
        """Return one record, a tombstone too; None: everybody may see none under this id."""
        r = t.records.c
        query = select(t.records).where(r.kind == kind, r.id == record_id, r.owner.is_(None))
        row = self._connection.execute(query).mappings().first()
        return None if row is None else record_of(row)

    def states(self, kind: RecordKind, ids: Iterable[str]) -> dict[str, str]:
        """Return which of these ids stand for a public record, with the reason of its tombstone (empty: none)."""
        r = t.records.c
        found: dict[str, str] = {}
        for part in _parts(ids):
            query = select(r.id, r.gone).where(r.kind == kind, r.id.in_(part), r.owner.is_(None))
            found.update((row.id, row.gone or "") for row in self._connection.execute(query))
        return found

    def editions(self) -> list[Record]:
        """Return all editions, by code."""
        query = self._there("edition").order_by(t.records.c.edition, t.records.c.id)
        return [record_of(row) for row in self._connection.execute(query).mappings()]

    def page(self, words: str, edition: str, limit: int, after: Place | None) -> tuple[list[Record], Place | None]:
        """Return up to `limit` contributions that have all `words` in title, authors or keywords, and where they end.

        `edition` is a code, or empty for all; there are more where the place isn't None.
        """
        r = t.records.c
        query = self._there("contribution")
        if edition:
            query = query.where(r.edition == edition)
        for word in words.casefold().split()[:MOST_WORDS]:
            query = query.where(r.sought.contains(storable(word), autoescape=True))
        if after is not None:
            query = query.where(tuple_(r.title, r.id) > (storable(after.title), storable(after.id)))
        rows = self._connection.execute(query.order_by(r.title, r.id).limit(limit + 1)).mappings().all()
        last = rows[limit - 1] if len(rows) > limit else None
        return [record_of(row) for row in rows[:limit]], None if last is None else Place(last["title"], last["id"])

    def with_files(self, hashes: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Return which contributions have which of these files: file hash, contribution id."""
        u = t.file_uses.c
        for part in _parts(hashes):
            query = select(u.hash, u.contribution).where(u.hash.in_(part), u.is_withdrawn.is_(False))
            for row in self._connection.execute(query.order_by(u.hash, u.contribution)):
                yield row.hash, row.contribution

    def sizes(self, hashes: Iterable[str]) -> dict[str, int]:
        """Return the sizes of those of these files that are here."""
        f = t.files.c
        found: dict[str, int] = {}
        for part in _parts(hashes):
            rows = self._connection.execute(select(f.hash, f.size).where(f.hash.in_(part)))
            found.update((row.hash, int(row.size)) for row in rows)
        return found

    def of_editions(self, codes: Iterable[str]) -> Iterator[Record]:
        """Return the contributions of these editions."""
        for part in _parts(codes):
            query = self._there("contribution").where(t.records.c.edition.in_(part)).order_by(t.records.c.id)
            for row in self._connection.execute(query).mappings():
                yield record_of(row)

    def with_dois(self) -> Iterator[Record]:
        """Return the contributions that have a DOI."""
        query = self._there("contribution").where(t.records.c.sought.like("%\n10.%")).order_by(t.records.c.id)
        for row in self._connection.execute(query).mappings():
            yield record_of(row)

    def _there(self, kind: RecordKind) -> Select[tuple[object, ...]]:
        r = t.records.c
        return select(t.records).where(r.kind == kind, r.owner.is_(None), r.gone.is_(None))


def _parts(values: Iterable[str]) -> Iterator[Sequence[str]]:
    every = [storable(each) for each in dict.fromkeys(values)]
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]
