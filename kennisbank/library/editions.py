"""The editions of the congress."""

import re
from dataclasses import asdict, fields

from sqlalchemy import Connection, delete, func, insert, select, update

from kennisbank.domain.contribution import Edition
from kennisbank.domain.ids import EditionId, Origin, new_id
from kennisbank.errors import BadInputError, NotFoundError
from kennisbank.library import tables as t
from kennisbank.library.outbox import Journal
from kennisbank.library.rows import code_key, edition_from

_YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")


class Editions:
    """The editions of one library, in one transaction. Capitals and stray spaces in a code don't count."""

    def __init__(self, connection: Connection, journal: Journal, origin: Origin) -> None:
        """Read and write through `connection`; new editions are of `origin`."""
        self._connection = connection
        self._journal = journal
        self._origin = origin
        self._known: dict[str, Edition] = {}

    def by_code(self, code: str) -> Edition | None:
        """Return the edition with this code, or None."""
        key = code_key(code)
        known = self._known.get(key)
        if known is not None:
            return known
        row = self._connection.execute(select(t.editions).where(t.editions.c.code_key == key)).first()
        if row is None:
            return None
        self._known[key] = edition_from(row)
        return self._known[key]

    def find(self, edition_id: EditionId) -> Edition | None:
        """Return an edition, or None."""
        row = self._connection.execute(select(t.editions).where(t.editions.c.id == edition_id)).first()
        return None if row is None else edition_from(row)

    def ensure(self, code: str, year: int | None = None) -> Edition:
        """Return the edition with this code, made where it is new; without `year`, the year that the code names.

        Raises:
            BadInputError: the code is empty.
        """
        found = self.by_code(code)
        if found is not None:
            return found
        code = " ".join(code.split())
        if not code:
            raise BadInputError("An edition needs a code, such as NIOC2025.")
        if year is None:
            named = _YEAR.search(code)
            year = int(named.group()) if named else None
        edition = Edition(EditionId(new_id()), self._origin, code, year=year)
        self._journal.record("edition", edition.id, "added")
        self._connection.execute(insert(t.editions), {"origin": self._origin, "id": edition.id, **_columns(edition)})
        self._known[code_key(code)] = edition
        return edition

    def all(self) -> list[tuple[Edition, int]]:
        """Return every edition with its number of contributions, newest first."""
        count = func.count(t.contributions.c.id)
        query = (
            select(t.editions, count.label("number"))
            .outerjoin(t.contributions)
            .group_by(t.editions.c.id)
            .order_by(t.editions.c.year.desc().nulls_last(), t.editions.c.code_key.desc())
        )
        return [(edition_from(row), row.number) for row in self._connection.execute(query)]

    def save(self, edition: Edition) -> None:
        """Write an edition that is here; when its code changes, its contributions get a new revision.

        Raises:
            NotFoundError: it isn't here.
            BadInputError: the code is empty, or another edition's.
        """
        row = self._connection.execute(select(t.editions).where(t.editions.c.id == edition.id)).first()
        if row is None:
            raise NotFoundError("edition", edition.code)
        stored = edition_from(row)
        if not edition.code.strip():
            raise BadInputError("An edition needs a code, such as NIOC2025.")
        other = self.by_code(edition.code)
        if other is not None and other.id != edition.id:
            raise BadInputError(f"There is an edition {other.code} already.")
        told = [field.name for field in fields(Edition) if field.name not in {"id", "origin"}]
        changed = [name for name in told if getattr(stored, name) != getattr(edition, name)]
        if not changed:
            return
        self._known.clear()
        self._journal.record("edition", edition.id, "updated", fields=changed)
        self._connection.execute(update(t.editions).where(t.editions.c.id == edition.id), _columns(edition))
        if "code" in changed:
            self._renamed(edition.id)

    def remove_empty(self, code: str) -> bool:
        """Remove an edition without contributions of which nothing but its code is known; tell whether it went."""
        edition = self.by_code(code)
        if edition is None or edition.name or edition.website:
            return False
        used = select(t.contributions.c.id).where(t.contributions.c.edition_id == edition.id).limit(1)
        if self._connection.execute(used).first() is not None:
            return False
        self._known.clear()
        self._journal.record("edition", edition.id, "removed", was={"code": edition.code})
        self._connection.execute(delete(t.editions).where(t.editions.c.id == edition.id))
        return True

    def _renamed(self, edition: EditionId) -> None:
        c = t.contributions.c
        ids = self._connection.execute(select(c.id).where(c.edition_id == edition)).scalars().all()
        for each in ids:
            self._journal.record("contribution", each, "updated", fields=["edition"])
        self._connection.execute(update(t.contributions).where(c.edition_id == edition).values(revision=c.revision + 1))


def _columns(edition: Edition) -> dict[str, str | int | None]:
    code = " ".join(edition.code.split())
    told = {name: value for name, value in asdict(edition).items() if name not in {"id", "origin"}}
    return {**told, "code": code, "code_key": code_key(code)}
