"""Searches that somebody keeps, and what is new in their answers since they were looked at."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.ids import ContributionId, SavedSearchId, new_id
from kennisbank.domain.moments import Moment, now
from kennisbank.domain.results import SearchRequest
from kennisbank.domain.saved_search import SavedSearch
from kennisbank.errors import BadInputError, IndexDamagedError, NameTakenError, NotFoundError
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction
from kennisbank.search.index import SearchIndex
from kennisbank.tasks.context import JobContext

_BEGINNING = Moment(datetime(1, 1, 1, tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Kept:
    """What was done with a saved search: how it is now (or was, when it was removed), and what the write touched."""

    saved: SavedSearch
    changes: ChangeSet


class SavedSearchService:
    """The saved searches of whoever isn't logged in. Every method may be called from any thread."""

    def __init__(self, library: Library, index: SearchIndex) -> None:
        """Keep them in `library`; `index` tells what is new in their answers."""
        self._library = library
        self._index = index

    def all(self) -> list[SavedSearch]:
        """Return them, by name."""
        with self._library.read() as tx:
            return tx.saved_searches.all()

    def add(self, name: str, request: SearchRequest) -> Kept:
        """Keep the question of `request` under a name; an empty one: what is asked. What is here now counts as seen.

        Raises:
            BadInputError: nothing is asked.
            NameTakenError: there is one with this name, and it asks something else.
        """
        query = " ".join(request.query.split())
        filters = {facet: frozenset(values) for facet, values in request.filters.items() if values}
        if not query and not filters:
            raise BadInputError("A search must ask something before it can be saved.")
        chosen = ", ".join(value for values in filters.values() for value in sorted(values))
        wanted = " ".join(name.split()) or query or chosen
        searchable = self._index.stamps().keys()
        with self._library.write() as tx:
            same = _named(tx, wanted)
            if same is not None and not same.asks(request):
                raise NameTakenError("saved search", wanted)
            moment = now()
            saved = same or SavedSearch(
                SavedSearchId(new_id()), wanted, query, filters, request.order, request.is_strict, moment, moment
            )
            if searchable:  # else the index is being made: nothing can be found, and all of it isn't new
                saved = replace(saved, seen=_seen(tx, _BEGINNING, searchable))
            tx.saved_searches.save(saved)
            return Kept(saved, tx.changes)

    def rename(self, saved_id: SavedSearchId, name: str) -> Kept:
        """Give one another name.

        Raises:
            BadInputError: the name is empty.
            NameTakenError: another one has this name.
            NotFoundError: it isn't here (any more).
        """
        wanted = " ".join(name.split())
        if not wanted:
            raise BadInputError("A saved search must have a name.")
        with self._library.write() as tx:
            saved, same = _get(tx, saved_id), _named(tx, wanted)
            if same is not None and same.id != saved_id:
                raise NameTakenError("saved search", wanted)
            saved = replace(saved, name=wanted)
            tx.saved_searches.save(saved)
            return Kept(saved, tx.changes)

    def remove(self, saved_id: SavedSearchId) -> Kept:
        """Keep one no longer; `restore` with what is returned undoes it.

        Raises:
            NotFoundError: it isn't here (any more).
        """
        with self._library.write() as tx:
            saved = _get(tx, saved_id)
            tx.saved_searches.remove(saved_id)
            return Kept(saved, tx.changes)

    def restore(self, saved: SavedSearch) -> Kept:
        """Keep one again that was removed; when its name was given away meanwhile, a number tells them apart."""
        with self._library.write() as tx:
            number, name = 1, saved.name
            while (same := _named(tx, name)) is not None and same.id != saved.id:
                number += 1
                name = f"{saved.name} ({number})"
            saved = replace(saved, name=name)
            tx.saved_searches.save(saved)
            return Kept(saved, tx.changes)

    def see(self, saved_id: SavedSearchId) -> Kept:
        """Note that all that is in the answer now was looked at.

        What came in and can't be found yet wasn't in the answer: it stays new.

        Raises:
            NotFoundError: it isn't here (any more).
        """
        searchable = self._index.stamps().keys()
        with self._library.write() as tx:
            saved = _get(tx, saved_id)
            seen = _seen(tx, saved.seen, searchable)
            if seen.utc > saved.seen.utc:
                saved = replace(saved, seen=seen)
                tx.saved_searches.save(saved)
            return Kept(saved, tx.changes)

    def news(self, ctx: JobContext | None = None) -> dict[SavedSearchId, tuple[ContributionId, ...]]:
        """Return for each saved search what is new in its answer, newest first; those without news are left out.

        New is what came into the library since it was looked at, and has all that is asked. While the index can't be
        searched nothing is known to be new.

        Raises:
            Cancelled: `ctx` was asked to stop.
        """
        ctx = ctx or JobContext()
        with self._library.read() as tx:
            kept = tx.saved_searches.all()
            earliest = min((each.seen for each in kept), key=lambda moment: moment.utc, default=None)
            added = tx.saved_searches.added_since(earliest) if earliest is not None else {}
        found: dict[SavedSearchId, tuple[ContributionId, ...]] = {}
        for saved in kept:
            fresh = {each: moment for each, moment in added.items() if moment.utc > saved.seen.utc}
            request = SearchRequest(saved.query, filters=saved.filters, is_strict=saved.is_strict)
            new = self._among(request, fresh, ctx)
            if new:
                found[saved.id] = new
        return found

    def new_in(
        self, request: SearchRequest, since: Moment, ctx: JobContext | None = None
    ) -> tuple[ContributionId, ...]:
        """Return what came into the library after `since` and has all that `request` asks, newest first.

        Raises:
            Cancelled: `ctx` was asked to stop.
        """
        with self._library.read() as tx:
            added = tx.saved_searches.added_since(since)
        return self._among(request, added, ctx or JobContext())

    def _among(
        self, request: SearchRequest, fresh: Mapping[ContributionId, Moment], ctx: JobContext
    ) -> tuple[ContributionId, ...]:
        """Return those of `fresh` that are in the whole answer, newest first."""
        ctx.check()
        if not fresh:
            return ()
        try:
            hits = self._index.search(replace(request, limit=0, offset=0, passages=0), ctx).hits
        except IndexDamagedError:
            return ()
        new = [hit.contribution for hit in hits if hit.contribution in fresh and not hit.lacking]
        return tuple(sorted(new, key=lambda each: fresh[each].utc, reverse=True))


def _seen(tx: Transaction, since: Moment, searchable: AbstractSet[ContributionId]) -> Moment:
    """Return up to when all that came in since then can be found: now, or just before the first that can't be yet.

    What came in by a clock that was ahead of this one was looked at too.
    """
    moment, added = now(), tx.saved_searches.added_since(since)
    hidden = [at.utc for each, at in added.items() if each not in searchable]
    if hidden:
        return Moment(min(hidden) - timedelta(microseconds=1), moment.zone)
    return Moment(max([moment.utc, *(at.utc for at in added.values())]), moment.zone)


def _get(tx: Transaction, saved_id: SavedSearchId) -> SavedSearch:
    saved = tx.saved_searches.find(saved_id)
    if saved is None:
        raise NotFoundError("saved search", saved_id)
    return saved


def _named(tx: Transaction, name: str) -> SavedSearch | None:
    return next((each for each in tx.saved_searches.all() if each.name.casefold() == name.casefold()), None)
