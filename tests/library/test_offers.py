"""What the archive offers: kept by contribution, asked for, and here as soon as the contribution has the file."""

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ArchiveId, ContributionId
from kennisbank.domain.syncing import Offer
from kennisbank.library.library import Library
from kennisbank.library.offers import OfferCount
from tests.library.library_values import a_contribution, a_file, some_hash

ARCHIVE = ArchiveId("a6c1f6a5-30a4-4b6c-9d3f-0a4b5f2b7c11")


def an_offer(contribution: ContributionId, number: int, **changes: Any) -> Offer:
    made = Offer(
        archive=ARCHIVE,
        contribution=contribution,
        hash=some_hash(number),
        name=f"bijdrage{number}.pdf",
        role="paper",
        version=1,
        is_current=True,
        media_type="application/pdf",
        size=1000 + number,
        pages=2,
    )
    return replace(made, **changes)


def a_known(library: Library, number: int, **values: Any) -> Contribution:
    each = a_contribution(number, files=(), **values)
    with library.write() as tx:
        tx.contributions.add(each)
    return each


def test_asked_for_again_what_was_offered_keeps_its_state_and_what_is_gone_goes(library: Library) -> None:
    each = a_known(library, 1).id
    old, new = an_offer(each, 1), an_offer(each, 2, version=2)
    with library.write() as tx:
        tx.offers.put(each, [old])
        tx.offers.want([each])
    with library.write() as tx:
        tx.offers.put(each, [replace(old, is_current=False), new])
        assert tx.changes.ids("offer") == {each}
    with library.read() as tx:
        assert [(one.hash, one.state) for one in tx.offers.of([each])[each]] == [
            (new.hash, "offered"),
            (old.hash, "wanted"),
        ]
    with library.write() as tx:
        tx.offers.put(each, [new])
    with library.write() as tx:
        tx.offers.put(each, [replace(new, state="failed", reason="x")])
        assert not tx.changes, "the same again is no write"
        assert tx.offers.of([each]) == {each: (new,)}
        tx.offers.remove(each)
        assert tx.offers.of([each]) == {}
    with library.read() as tx:
        assert not [row for row in tx.outbox.pending() if row.kind == "offer"], "nobody else's business"


def test_a_file_of_the_contribution_is_here_and_is_neither_wanted_nor_missing(library: Library) -> None:
    each, other = a_known(library, 1), a_known(library, 2, edition="NIOC2023")
    with library.write() as tx:
        tx.offers.put(each.id, [an_offer(each.id, 1), an_offer(each.id, 3, version=0, is_current=False)])
        tx.offers.put(other.id, [an_offer(other.id, 1)])
        assert tx.offers.missing(edition="nioc2025") == [each.id]
        assert {one.contribution for one in tx.offers.want([each.id, other.id])} == {each.id, other.id}
        tx.files.add(each.id, a_file(1))
        assert [one.contribution for one in tx.offers.wanted()] == [other.id]
        assert tx.offers.missing() == [other.id]
        assert tx.offers.missing(edition="NIOC2025") == []
        assert [one.hash for one in tx.offers.here()] == [some_hash(1)]
        assert tx.offers.counts() == {"here": OfferCount(1, 1001), "wanted": OfferCount(1, 1001)}


def test_what_failed_says_why_and_can_be_asked_for_again(library: Library) -> None:
    each = a_known(library, 1)
    with library.write() as tx:
        tx.offers.put(each.id, [an_offer(each.id, 1)])
        tx.offers.want([each.id])
        tx.offers.fail(some_hash(1), "wrong_hash")
        (failed,) = tx.offers.of([each.id])[each.id]
        assert (failed.state, failed.reason, failed.attempts) == ("failed", "wrong_hash", 1)
        assert tx.offers.wanted() == []
        (again,) = tx.offers.want([each.id])
        assert (again.state, again.reason, again.attempts) == ("wanted", "", 0)
        tx.offers.unwant()
        assert tx.offers.counts() == {"offered": OfferCount(1, 1001)}


def test_a_newer_version_is_told_of_where_the_older_one_is_here(library: Library) -> None:
    each, other = a_known(library, 1), a_known(library, 2)
    with library.write() as tx:
        tx.files.add(each.id, a_file(1))
        tx.offers.put(each.id, [an_offer(each.id, 1, is_current=False), an_offer(each.id, 2, version=2)])
        tx.offers.put(other.id, [an_offer(other.id, 3, is_current=False), an_offer(other.id, 4, version=2)])
        assert tx.offers.newer() == [each.id]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.tuples(st.integers(1, 9), st.booleans(), st.integers(0, 2**40), st.text(max_size=9)), max_size=6))
def test_offers_come_back_as_they_were_put(library: Library, made: list[tuple[int, bool, int, str]]) -> None:
    each = ContributionId("c")
    offered = {
        number: an_offer(each, number, is_current=current, size=size, name=name) for number, current, size, name in made
    }
    with library.write() as tx:
        tx.offers.put(each, list(offered.values()))
        found = tx.offers.of([each]).get(each, ())
        assert sorted(found, key=lambda one: one.hash) == sorted(offered.values(), key=lambda one: one.hash)
        tx.offers.remove(each)
