"""Authors whose spellings a maintainer joined, as they came from the archive."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, insert, select

from kennisbank.domain.correspondence import Person
from kennisbank.domain.folding import fold
from kennisbank.library.correspondence_tables import person_names, persons
from kennisbank.library.outbox import Journal
from kennisbank.library.queries import listed


class Persons:
    """The persons of one library, in one transaction. Written only from what the archive says."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        """Read and write through `connection`."""
        self._connection = connection
        self._journal = journal

    def all(self) -> list[Person]:
        """Return all persons, by name."""
        names: dict[str, list[str]] = {}
        for row in self._connection.execute(select(person_names).order_by(person_names.c.key)):
            names.setdefault(row.person_id, []).append(row.name)
        rows = self._connection.execute(select(persons).order_by(persons.c.name, persons.c.id))
        return [Person(row.id, row.name, tuple(names.get(row.id, ())), row.reach) for row in rows]

    def by_name(self, name: str) -> Person | None:
        """Return who is also called so, without regard to capitals and accents, or None."""
        query = select(person_names.c.person_id).where(person_names.c.key == fold(name))
        found = self._connection.execute(query).scalar()
        return None if found is None else self.find(found)

    def find(self, person_id: str) -> Person | None:
        """Return a person, or None."""
        row = self._connection.execute(select(persons).where(persons.c.id == person_id)).first()
        if row is None:
            return None
        query = select(person_names.c.name).where(person_names.c.person_id == person_id).order_by(person_names.c.key)
        return Person(row.id, row.name, tuple(self._connection.execute(query).scalars()), row.reach)

    def put(self, each: Iterable[Person]) -> None:
        """Keep persons with their spellings, instead of those with their ids."""
        for person in each:
            self._journal.local("person", person.id, "updated")
            self._connection.execute(delete(person_names).where(person_names.c.person_id == person.id))
            row = {"id": person.id, "name": person.name, "reach": person.reach}
            self._connection.execute(insert(persons).prefix_with("OR REPLACE"), row)
            spellings = {fold(name): name for name in (*person.names, person.name)}
            rows = [{"key": key, "person_id": person.id, "name": name} for key, name in spellings.items()]
            self._connection.execute(insert(person_names).prefix_with("OR REPLACE"), rows)

    def remove(self, ids: Collection[str]) -> None:
        """Let these persons be gone; those that aren't there are let be."""
        for each in ids:
            self._journal.local("person", each, "removed")
        self._connection.execute(delete(person_names).where(person_names.c.person_id.in_(listed(ids))))
        self._connection.execute(delete(persons).where(persons.c.id.in_(listed(ids))))

    def remove_all(self) -> None:
        """Remove all persons: this library is connected to no archive any more."""
        self._connection.execute(delete(person_names))
        self._connection.execute(delete(persons))
