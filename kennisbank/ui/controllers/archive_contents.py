"""What the archive has and what of it is here, read in one job: what is new, and how each edition stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kennisbank.domain.contribution import Contribution, Edition
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.moments import Moment
from kennisbank.domain.syncing import Offer
from kennisbank.tasks.context import JobContext
from kennisbank.ui.models.download_state import state_of

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.bootstrap import Kennisbank
    from kennisbank.services.downloading import Space

MOST = 300
"""Contributions that are listed one by one; of more, the number."""


@dataclass(frozen=True, slots=True)
class NewsContents:
    """What came, changed and was withdrawn since `since`, latest first, at most `MOST` of each; and how many in all.

    `missing` of what came aren't here, and are `size` bytes. `congress` is the last one that was held, where that is
    known; `is_of_congress`: since then. `searches` are the saved searches that have news, with what is new in each.
    """

    since: Moment | None = None
    added: tuple[Contribution, ...] = ()
    changed: tuple[Contribution, ...] = ()
    withdrawn: tuple[Contribution, ...] = ()
    added_count: int = 0
    editions: tuple[str, ...] = ()
    missing: tuple[ContributionId, ...] = ()
    size: int = 0
    congress: Edition | None = None
    is_of_congress: bool = False
    searches: tuple[tuple[str, tuple[Contribution, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class EditionStand:
    """An edition: of how many contributions (`offered`) the archive has files, and what isn't here.

    `code` is empty for contributions without edition. `here` can be removed and had again. `size` is in bytes, of what
    is `missing`; `wanted` of these are on their way.
    """

    code: str
    name: str
    offered: int
    here: tuple[ContributionId, ...]
    missing: tuple[ContributionId, ...]
    size: int
    wanted: int


@dataclass(frozen=True, slots=True)
class PapersContents:
    """All editions, latest first; what is wanted and what failed, with its reason; and the room there is."""

    editions: tuple[EditionStand, ...]
    wanted: tuple[Contribution, ...]
    failed: tuple[tuple[Contribution, str], ...]
    space: "Space"

    @property
    def missing(self) -> int:
        """Return how many contributions aren't here."""
        return sum(len(each.missing) for each in self.editions)

    @property
    def size(self) -> int:
        """Return the bytes of what isn't here."""
        return sum(each.size for each in self.editions)

    @property
    def here(self) -> int:
        """Return how many contributions are here."""
        return sum(len(each.here) for each in self.editions)


def read_news(kennisbank: "Kennisbank", seen: str, ctx: JobContext, *, since_congress: bool = False) -> NewsContents:
    """Read what is new since the moment `seen` (ISO 8601; empty: ever), or since the last congress.

    Runs on a pool thread.
    """
    congress = kennisbank.digest.last_congress()
    is_of_congress = since_congress and congress is not None
    since = None if is_of_congress else moment_of(seen)
    beginning = Moment(datetime.min.replace(tzinfo=UTC))
    digest = kennisbank.digest.since("congress" if is_of_congress else since or beginning, ctx)
    news, searches = digest.news, digest.searches
    ctx.check()
    shown = [*news.added[:MOST], *news.changed[:MOST], *news.withdrawn[:MOST]]
    shown += [each for search in searches for each in search.contributions[:MOST]]
    found = kennisbank.catalogue.many(shown)
    offers = kennisbank.downloading.offers(news.added)
    missing = {each: state.size for each in news.added if (state := state_of(offers.get(each, ()))) and state.size}

    def those(ids: Sequence[ContributionId]) -> tuple[Contribution, ...]:
        return tuple(found[each] for each in ids[:MOST] if each in found)

    return NewsContents(
        since=since,
        added=those(news.added),
        changed=those(news.changed),
        withdrawn=those(news.withdrawn),
        added_count=len(news.added),
        editions=tuple(news.editions),
        missing=tuple(missing),
        size=sum(missing.values()),
        congress=congress,
        is_of_congress=is_of_congress,
        searches=tuple((each.name, those(each.contributions)) for each in searches),
    )


def read_papers(kennisbank: "Kennisbank", ctx: JobContext) -> PapersContents:
    """Read how the library stands with the archive's papers. Runs on a pool thread."""
    catalogue = kennisbank.catalogue
    everything = {each.id: each for each in catalogue.all()}
    offers = kennisbank.downloading.offers(tuple(everything))
    ctx.check()
    by_edition: dict[str, list[ContributionId]] = {}
    for each in everything.values():
        if each.id in offers:
            by_edition.setdefault(each.metadata.values.edition, []).append(each.id)
    known = {edition.code: edition for edition, _ in catalogue.editions()}
    stands = [_stand(code, known.get(code), ids, offers) for code, ids in by_edition.items()]
    stands.sort(key=lambda each: (_year(known.get(each.code)), each.code), reverse=True)
    states = {each: state_of(offers[each]) for each in offers if each in everything}
    wanted = [everything[each] for each, state in states.items() if state is not None and state.kind == "wanted"]
    failed = [
        (everything[each], state.reason)
        for each, state in states.items()
        if state is not None and state.kind == "failed"
    ]
    return PapersContents(tuple(stands), tuple(wanted), tuple(failed), kennisbank.downloading.space())


def _stand(
    code: str, edition: Edition | None, ids: Sequence[ContributionId], offers: dict[ContributionId, tuple[Offer, ...]]
) -> EditionStand:
    states = {each: state_of(offers[each]) for each in ids}
    missing = tuple(each for each, state in states.items() if state is not None and state.kind != "here")
    return EditionStand(
        code=code,
        name=edition.name if edition is not None else "",
        offered=len(ids),
        here=tuple(each for each, state in states.items() if state is not None and state.kind == "here"),
        missing=missing,
        size=sum(state.size for state in states.values() if state is not None),
        wanted=sum(state is not None and state.kind == "wanted" for state in states.values()),
    )


def _year(edition: Edition | None) -> int:
    return edition.year or 0 if edition is not None else 0


def moment_of(text: str) -> Moment | None:
    """Return the moment that stands in the settings; None for nothing, or nonsense."""
    try:
        return Moment(datetime.fromisoformat(text).astimezone(UTC)) if text else None
    except ValueError:
        return None
