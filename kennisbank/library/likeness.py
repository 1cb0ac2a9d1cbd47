"""Which contributions here may be the same as some from elsewhere: by file, DOI or title, many at once."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, Connection, select

from kennisbank.domain.ids import ContributionId, FileHash
from kennisbank.library import tables as t
from kennisbank.library.queries import listed


class Likeness:
    """Looks for contributions in one transaction; answers are ids, the oldest contribution first."""

    def __init__(self, connection: Connection) -> None:
        """Read through `connection`."""
        self._connection = connection

    def with_files(self, hashes: Collection[FileHash]) -> dict[str, list[ContributionId]]:
        """Return by hash the contributions that have, or had, that file."""
        return self._found(t.files.c.hash, t.files.c.contribution_id, hashes)

    def with_dois(self, keys: Collection[str]) -> dict[str, list[ContributionId]]:
        """Return by DOI (in the form for comparing, `rows.doi_key`) the contributions that have it."""
        return self._found(t.contributions.c.doi_key, t.contributions.c.id, {each for each in keys if each})

    def with_titles(self, keys: Collection[str]) -> dict[str, list[ContributionId]]:
        """Return by folded title the contributions that have it."""
        return self._found(t.contributions.c.title_key, t.contributions.c.id, {each for each in keys if each})

    def _found(self, key: Column[Any], owner: Column[Any], keys: Collection[str]) -> dict[str, list[ContributionId]]:
        found: defaultdict[str, list[ContributionId]] = defaultdict(list)
        query = select(key.label("key"), owner.label("owner")).where(key.in_(listed(keys)))
        if owner.table is not t.contributions:
            query = query.join(t.contributions, t.contributions.c.id == owner)
        query = query.order_by(t.contributions.c.created_utc, t.contributions.c.id)
        for row in self._connection.execute(query):
            if row.owner not in found[row.key]:
                found[row.key].append(ContributionId(row.owner))
        return dict(found)
