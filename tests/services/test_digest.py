"""What is new, as a digest: since a moment, since the last congress, in saved searches."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kennisbank.config.paths import Paths
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId, SavedSearchId
from kennisbank.domain.metadata import Metadata, sourced
from kennisbank.domain.moments import Moment, now
from kennisbank.domain.saved_search import SavedSearch
from kennisbank.library.library import Library
from kennisbank.services.digest import DigestService
from kennisbank.tasks.context import JobContext


class Saved:
    """One saved search with this as its news."""

    def __init__(self, *found: str) -> None:
        self._found = found

    def all(self) -> list[SavedSearch]:
        return [
            SavedSearch(SavedSearchId("s1"), "robots", "robots", {}, "relevance", False, now(), now()),
            SavedSearch(SavedSearchId("s2"), "rust", "rust", {}, "relevance", False, now(), now()),
        ]

    def news(self, _ctx: JobContext | None = None) -> dict[SavedSearchId, tuple[ContributionId, ...]]:
        return {SavedSearchId("s1"): tuple(map(ContributionId, self._found))} if self._found else {}


def moment(year: int, month: int = 6) -> Moment:
    return Moment(datetime(year, month, 1, tzinfo=UTC))


def add(library: Library, name: str, edition: str, created: Moment) -> None:
    with library.write() as tx:
        metadata = sourced(Metadata(title=name, edition=edition), "list")
        each = Contribution(ContributionId(name), library.origin, metadata, (), created, created)
        tx.contributions.add(each)


def describe(library: Library, code: str, **told: str) -> None:
    with library.write() as tx:
        tx.editions.save(replace(tx.editions.ensure(code), **told))  # type: ignore[arg-type]


@pytest.fixture
def library(tmp_path: Path):
    with Library.open(Paths(tmp_path / "home")) as opened:
        yield opened


def digest(library: Library, *found: str) -> DigestService:
    return DigestService(library, Saved(*found))  # type: ignore[arg-type]


def test_the_last_congress_is_the_latest_that_has_begun(library: Library) -> None:
    ahead = (now().utc + timedelta(days=40)).date().isoformat()
    assert digest(library).last_congress() is None
    for code in ("C2015", "C2019", "C2022"):
        add(library, f"of {code}", code, moment(2022))
    describe(library, "C2022", begins="2022-04-01")
    describe(library, "Cnext", begins=ahead)
    found = digest(library).last_congress()
    assert found is not None
    assert found.code == "C2022"


def test_all_of_the_last_congress_is_new_and_of_older_ones_what_changed_since(library: Library) -> None:
    add(library, "old", "C2015", moment(2016))
    add(library, "new", "C2022", moment(2016))  # before the congress, as it came here early
    add(library, "touched", "C2015", moment(2016))
    describe(library, "C2022", begins="2022-04-01")
    with library.write() as tx:
        known = tx.contributions.get(ContributionId("touched"))
        metadata = sourced(replace(known.metadata.values, title="touched anew"), "list")
        tx.contributions.save(replace(known, metadata=known.metadata.merged(metadata)))
        tx.contributions.touch(ContributionId("touched"))
    found = digest(library).since("congress")
    assert found.congress is not None
    assert found.news.added == (ContributionId("new"),)
    assert ContributionId("old") not in (*found.news.added, *found.news.changed)


def test_since_a_moment_and_in_saved_searches(library: Library) -> None:
    add(library, "old", "C2015", moment(2016))
    add(library, "new", "C2015", moment(2020))
    found = digest(library, "new").since(moment(2018))
    assert found.news.added == (ContributionId("new"),)
    assert [(each.name, each.contributions) for each in found.searches] == [("robots", (ContributionId("new"),))]
    assert digest(library, "new").since(moment(2018), with_searches=False).searches == ()


def test_without_any_edition_since_the_congress_is_since_one_looked(library: Library) -> None:
    add(library, "loose", "", moment(2020))
    found = digest(library).since("congress")
    assert found.congress is None
    assert found.news.added == (ContributionId("loose"),)
