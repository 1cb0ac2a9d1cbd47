"""The searches that somebody keeps: personal rows, each saying whose it is."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from kennisbank.domain.ids import ContributionId, Origin, SavedSearchId
from kennisbank.domain.moments import Moment
from kennisbank.domain.results import FACETS, FacetName
from kennisbank.domain.saved_search import SavedSearch
from kennisbank.library import tables as t
from kennisbank.library.columns import moment_columns
from kennisbank.library.outbox import Action, Journal, Owner
from kennisbank.library.whose import owner_columns, seen_by


class SavedSearches:
    """The saved searches of one library, in one transaction.

    That a name stands once for one owner is the service's business: two machines that never met may choose the same,
    and neither row may be lost over it when they do meet.
    """

    def __init__(self, connection: Connection, journal: Journal, origin: Origin, viewer: Owner) -> None:
        """Read and write through `connection`; new rows are of `origin` and the `viewer`, who sees nobody else's."""
        self._connection = connection
        self._journal = journal
        self._origin = origin
        self._viewer = viewer

    def all(self) -> list[SavedSearch]:
        """Return what the viewer keeps, by name."""
        found = self._connection.execute(select(t.saved_searches).where(seen_by(t.saved_searches, self._viewer)))
        return sorted(map(_saved, found), key=lambda each: (each.name.casefold(), each.id))

    def find(self, saved_id: SavedSearchId) -> SavedSearch | None:
        """Return one, whosever it is, or None."""
        row = self._connection.execute(select(t.saved_searches).where(t.saved_searches.c.id == saved_id)).first()
        return None if row is None else _saved(row)

    def save(self, saved: SavedSearch) -> None:
        """Keep a new one, or what has changed of one; saving what is there already is no write."""
        before = self.find(saved.id)
        if before is not None and before == replace(saved, archive=before.archive, account=before.account):
            return
        values = {
            "name": saved.name,
            "query": saved.query,
            "filters": _filters_json(saved.filters),
            "order": saved.order,
            "is_strict": saved.is_strict,
            **moment_columns("created", saved.created),
            **moment_columns("seen", saved.seen),
        }
        owner = self._viewer if saved.account is None else Owner(saved.archive, saved.account)
        if before is not None:
            owner = Owner(before.archive, before.account)
        self._note(saved, "added" if before is None else "updated", owner)
        if before is not None:
            self._connection.execute(update(t.saved_searches).where(t.saved_searches.c.id == saved.id).values(values))
            return
        row = {"id": saved.id, "origin": self._origin, **owner_columns(owner), **values}
        self._connection.execute(insert(t.saved_searches), row)

    def remove(self, saved_id: SavedSearchId) -> None:
        """Keep one no longer; one that isn't there is let be."""
        saved = self.find(saved_id)
        if saved is not None:
            self._note(saved, "removed", Owner(saved.archive, saved.account))
            self._connection.execute(delete(t.saved_searches).where(t.saved_searches.c.id == saved_id))

    def added_since(self, moment: Moment) -> dict[ContributionId, Moment]:
        """Return the contributions that came into the library after `moment`, and when each did."""
        c = t.contributions.c
        query = select(c.id, c.created_utc, c.created_zone).where(c.created_utc > moment.utc)
        return {
            ContributionId(row.id): Moment(row.created_utc, row.created_zone) for row in self._connection.execute(query)
        }

    def _note(self, saved: SavedSearch, action: Action, owner: Owner) -> None:
        self._journal.record_personal("saved_search", saved.id, action, owner, shown_as=saved.id)


def _filters_json(filters: Mapping[FacetName, frozenset[str]]) -> str:
    return json.dumps({facet: sorted(values) for facet, values in filters.items() if values}, sort_keys=True)


def _filters_from(text: str) -> dict[FacetName, frozenset[str]]:
    """Return chosen values as they were written; a facet that this program doesn't know narrows nothing."""
    read = json.loads(text)
    return {facet: frozenset(read[facet]) for facet in FACETS if facet in read}


def _saved(row: Any) -> SavedSearch:
    return SavedSearch(
        id=SavedSearchId(row.id),
        name=row.name,
        query=row.query,
        filters=_filters_from(row.filters),
        order=row.order,
        is_strict=row.is_strict,
        created=Moment(row.created_utc, row.created_zone),
        seen=Moment(row.seen_utc, row.seen_zone),
        archive=row.archive_id,
        account=row.account_id,
    )
