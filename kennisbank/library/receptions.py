"""How contributions were received: everybody's votes and tags, as they came from the archive."""

import json
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, delete, insert, select

from kennisbank.domain.correspondence import Reception
from kennisbank.domain.ids import ContributionId
from kennisbank.library.correspondence_tables import receptions
from kennisbank.library.outbox import Journal
from kennisbank.library.queries import listed


class Receptions:
    """The receptions of one library, in one transaction. Written only from what the archive says."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        """Read and write through `connection`."""
        self._connection = connection
        self._journal = journal

    def of(self, ids: Collection[ContributionId] | None = None) -> dict[ContributionId, Reception]:
        """Return how contributions were received, of those (of `ids`) of which anything is known."""
        query = select(receptions)
        if ids is not None:
            query = query.where(receptions.c.contribution_id.in_(listed(ids)))
        return {
            ContributionId(row.contribution_id): Reception(
                votes=tuple(json.loads(row.votes)), tags=tuple(json.loads(row.tags))
            )
            for row in self._connection.execute(query)
        }

    def put(self, found: Mapping[ContributionId, Reception]) -> None:
        """Keep receptions, instead of those that there are of the same contributions."""
        rows = [
            {
                "contribution_id": contribution,
                "votes": json.dumps(each.votes),
                "tags": json.dumps(each.tags, ensure_ascii=False),
            }
            for contribution, each in found.items()
        ]
        for contribution in found:
            self._journal.local("reception", contribution, "updated")
        if rows:
            self._connection.execute(insert(receptions).prefix_with("OR REPLACE"), rows)

    def remove(self, ids: Collection[ContributionId]) -> None:
        """Let nothing be known of how these were received."""
        for each in ids:
            self._journal.local("reception", each, "removed")
        self._connection.execute(delete(receptions).where(receptions.c.contribution_id.in_(listed(ids))))

    def move(self, before: ContributionId, after: ContributionId) -> None:
        """Hang what hangs on one contribution on another."""
        found = self.of([before]).get(before)
        if found is not None:
            self.remove([before])
            self.put({after: found})

    def remove_all(self) -> None:
        """Remove all receptions: this library is connected to no archive any more."""
        self._connection.execute(delete(receptions))
