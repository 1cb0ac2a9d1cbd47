"""Saved searches: what is kept of them, whose they are, and what of them is told."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kennisbank.domain.changes import Change
from kennisbank.domain.ids import AccountId, ArchiveId, SavedSearchId, new_id
from kennisbank.domain.moments import Moment
from kennisbank.domain.results import FACETS, SearchRequest
from kennisbank.domain.saved_search import SavedSearch
from kennisbank.library.library import Library
from tests.library.library_values import NOON, a_contribution, an_account, moments, texts

filters = st.dictionaries(
    st.sampled_from(FACETS), st.frozensets(st.text(st.characters(exclude_categories=["Cs"])), min_size=1), max_size=3
)


def a_search(name: str = "Toetsen", **changes: object) -> SavedSearch:
    saved = SavedSearch(
        SavedSearchId(new_id()), name, "toets*", {}, "relevance", is_strict=False, created=NOON, seen=NOON
    )
    return replace(saved, **changes)  # type: ignore[arg-type]


saved_searches = st.builds(
    lambda name, query, chosen, order, strict, created, seen: SavedSearch(
        SavedSearchId(new_id()), name, query, chosen, order, strict, created, seen
    ),
    texts,
    texts,
    filters,
    st.sampled_from(["relevance", "newest", "title"]),
    st.booleans(),
    moments,
    moments,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(saved_searches)
def test_a_saved_search_comes_back_as_it_went_in(library: Library, saved: SavedSearch) -> None:
    with library.write() as tx:
        tx.saved_searches.save(saved)
    with library.read() as tx:
        assert tx.saved_searches.find(saved.id) == saved


def test_they_are_listed_by_name_whatever_the_capitals(library: Library) -> None:
    with library.write() as tx:
        for name in ("Zoeken", "archief", "Toets"):
            tx.saved_searches.save(a_search(name))
        assert [each.name for each in tx.saved_searches.all()] == ["archief", "Toets", "Zoeken"]


def test_each_owner_has_their_own(library: Library) -> None:
    archive, account = ArchiveId("archief"), AccountId("ada")
    with library.write() as tx:
        tx.saved_searches.save(a_search("van niemand"))
        tx.saved_searches.save(a_search("van Ada", archive=archive, account=account))
        assert [each.name for each in tx.saved_searches.all()] == ["van niemand"]
        tx.archives.save_account(an_account("ada"))
    with library.read() as tx:
        assert [each.name for each in tx.saved_searches.all()] == ["van Ada", "van niemand"]


def test_only_an_accounts_saved_search_is_told_to_others(library: Library) -> None:
    mine = a_search()
    theirs = a_search(archive=ArchiveId("archief"), account=AccountId("ada"))
    with library.write() as tx:
        tx.saved_searches.save(mine)
        assert tx.outbox.pending() == []
        tx.saved_searches.save(theirs)
        (row,) = tx.outbox.pending()
        assert set(tx.changes.changes) == {
            Change("saved_search", mine.id, "added"),
            Change("saved_search", theirs.id, "added"),
        }
    assert (row.op, row.kind, row.entity, row.owner.account) == ("added", "saved_search", theirs.id, "ada")


def test_saving_what_is_there_already_is_no_write(library: Library) -> None:
    saved = a_search()
    with library.write() as tx:
        tx.saved_searches.save(saved)
    with library.write() as tx:
        tx.saved_searches.save(saved)
        tx.saved_searches.remove(SavedSearchId("nergens"))
        assert not tx.changes


def test_what_is_removed_is_gone(library: Library) -> None:
    saved = a_search()
    with library.write() as tx:
        tx.saved_searches.save(saved)
        tx.saved_searches.remove(saved.id)
        assert tx.saved_searches.all() == []


def test_what_came_in_after_a_moment_is_known(library: Library) -> None:
    old, new = a_contribution(), replace(a_contribution(2), created=Moment(NOON.utc + timedelta(days=1)))
    with library.write() as tx:
        tx.contributions.add(old)
        tx.contributions.add(new)
        assert tx.saved_searches.added_since(NOON) == {new.id: new.created}


def test_a_search_asks_the_same_however_it_is_spaced_and_paged() -> None:
    saved = a_search(query="netwerk samenleving")
    assert saved.asks(SearchRequest("  netwerk   samenleving ", limit=3, filters={"year": frozenset()}))
    assert not saved.asks(SearchRequest("netwerk samenleving", is_strict=True))
    assert not saved.asks(SearchRequest("netwerk samenleving", order="title"))
    assert not saved.asks(SearchRequest("netwerk samenleving", filters={"year": frozenset({"2013"})}))
