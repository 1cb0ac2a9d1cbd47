"""Reading whole contributions: one query per table, however many contributions are asked for."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Select, select

from kennisbank.domain.contribution import Contribution, ContributionFile
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.metadata import Author, Field, Metadata, Provenance, SourcedMetadata
from kennisbank.domain.moments import Moment
from kennisbank.library import tables as t
from kennisbank.library.queries import listed
from kennisbank.library.rows import file_from, withdrawn_from


def read_contributions(
    connection: Connection, ids: Collection[ContributionId] | None = None
) -> dict[ContributionId, Contribution]:
    """Return the contributions `ids` that exist (None: all), by title."""
    parts = _Parts(connection, ids)
    query = select(t.contributions, t.editions.c.code).outerjoin(t.editions).order_by(t.contributions.c.title_sort)
    if ids is not None:
        query = query.where(t.contributions.c.id.in_(listed(ids)))
    return {row.id: parts.contribution(row) for row in connection.execute(query).all()}


class _Parts:
    """What hangs on the contributions, by contribution."""

    def __init__(self, connection: Connection, ids: Collection[ContributionId] | None) -> None:
        self._connection = connection
        self._ids = ids
        self._authors = self._read_authors()
        self._keywords = self._read_words(t.keywords)
        self._themes = self._read_words(t.themes)
        self._files = self._read_files()
        self._provenance = self._read_provenance()

    def contribution(self, row: Any) -> Contribution:
        """Return the contribution of this row with its parts."""
        values = Metadata(
            title=row.title,
            authors=tuple(self._authors.get(row.id, ())),
            abstract=row.abstract,
            keywords=tuple(self._keywords.get(row.id, ())),
            themes=tuple(self._themes.get(row.id, ())),
            year=row.year,
            language=row.language,
            kind=row.kind,
            doi=row.doi,
            licence=row.licence,
            edition=row.code or "",
        )
        return Contribution(
            id=row.id,
            origin=row.origin,
            metadata=SourcedMetadata(values, self._provenance.get(row.id, {})),
            files=tuple(self._files.get(row.id, ())),
            created=Moment(row.created_utc, row.created_zone),
            updated=Moment(row.updated_utc, row.updated_zone),
            revision=row.revision,
            batch=row.batch_id,
            withdrawn=withdrawn_from(row.withdrawn),
        )

    def _rows(self, query: Select[Any], owner: Any) -> Any:
        if self._ids is not None:
            query = query.where(owner.in_(listed(self._ids)))
        return self._connection.execute(query).all()

    def _read_authors(self) -> dict[str, list[Author]]:
        c = t.authors.c
        found: dict[str, list[Author]] = defaultdict(list)
        query = select(c.contribution_id, c.name, c.family, c.given, c.affiliation, c.email)
        for owner, *values in self._rows(query.order_by(c.contribution_id, c.position), c.contribution_id):
            found[owner].append(Author(*values))
        return found

    def _read_words(self, table: Any) -> dict[str, list[str]]:
        c = table.c
        found: dict[str, list[str]] = defaultdict(list)
        query = select(c.contribution_id, c.value).order_by(c.contribution_id, c.position)
        for owner, value in self._rows(query, c.contribution_id):
            found[owner].append(value)
        return found

    def _read_files(self) -> dict[str, list[ContributionFile]]:
        c = t.files.c
        found: dict[str, list[ContributionFile]] = defaultdict(list)
        query = select(t.files).order_by(
            c.contribution_id, c.is_current.desc(), c.added_utc.desc(), c.version.desc(), c.id
        )
        for row in self._rows(query, c.contribution_id):
            found[row.contribution_id].append(file_from(row))
        return found

    def _read_provenance(self) -> dict[str, dict[Field, Provenance]]:
        c = t.provenance.c
        found: dict[str, dict[Field, Provenance]] = defaultdict(dict)
        shared: dict[tuple[str, str], Provenance] = {}  # a whole import says the same of thousands of fields
        query = select(c.contribution_id, c.field, c.source, c.detail)
        for owner, name, source, detail in self._rows(query, c.contribution_id):
            known = shared.get((source, detail))
            if known is None:
                known = shared[source, detail] = Provenance(source, detail)
            found[owner][name] = known
        return found
