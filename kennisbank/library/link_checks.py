"""What was found when links were followed: one row an address, whoever asked."""

from collections.abc import Collection

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from kennisbank.domain.external import LinkCheck
from kennisbank.domain.moments import Moment
from kennisbank.library.outbox import Journal
from kennisbank.library.personal_tables import link_checks
from kennisbank.library.queries import listed


class LinkChecks:
    """The latest check of each address, in one transaction. Nobody else hears of them: anyone can ask for oneself."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        """Read and write through `connection`."""
        self._connection = connection
        self._journal = journal

    def of(self, uris: Collection[str]) -> dict[str, LinkCheck]:
        """Return the checks of those addresses that were ever checked."""
        query = select(link_checks).where(link_checks.c.uri.in_(listed(uris)))
        return {
            row.uri: LinkCheck(row.uri, row.outcome, row.status, Moment(row.checked_utc))
            for row in self._connection.execute(query)
        }

    def save(self, check: LinkCheck) -> None:
        """Keep a check instead of the one before."""
        self._journal.local("link", check.uri, "updated")
        found = {"outcome": check.outcome, "status": check.status, "checked_utc": check.checked.utc}
        query = insert(link_checks).values(uri=check.uri, **found)
        self._connection.execute(query.on_conflict_do_update(index_elements=["uri"], set_=found))
