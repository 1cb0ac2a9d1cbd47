"""What was asked and what was found, as the search view holds it. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import cast, get_args

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId, FileHash
from kennisbank.domain.moments import Moment
from kennisbank.domain.results import ContributionHit, FacetName, Order, PassageHit, Repeat, Results, SearchRequest

ORDERS: tuple[Order, ...] = get_args(Order)
Filters = Mapping[FacetName, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: the query as typed, the chosen values of facets, and the order of the answer.

    With `is_strict` nothing but what was typed is searched for. What came into the library after `since` is shown as
    new, with `is_only_new` alone; it is the moment up to which a saved search was looked at before it was opened.
    """

    query: str = ""
    filters: Filters = field(default_factory=dict)
    order: Order = "relevance"
    is_strict: bool = False
    since: Moment | None = None
    is_only_new: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is asked."""
        return not self.query.strip() and not any(self.filters.values())

    def request(self, limit: int = 0, offset: int = 0, passages: int | None = None) -> SearchRequest:
        """Return it as it is put to the index; `facets` are left out."""
        return SearchRequest(
            self.query,
            limit,
            offset,
            self.filters,
            passages,
            order=self.order,
            is_strict=self.is_strict,
            is_typing=True,
        )


def asked_state(asked: Asked) -> dict[str, object]:
    """Return a question as the state of a place in the history."""
    return {
        "query": asked.query,
        "filters": dict(asked.filters),
        "order": asked.order,
        "is_strict": asked.is_strict,
        "since": asked.since,
        "is_only_new": asked.is_only_new,
    }


def asked_from(state: Mapping[str, object]) -> Asked:
    """Return what a place in the history, or a request to go somewhere, asks; what it doesn't say is as usual.

    An emptied field ends what one can't see there: that only what was typed is searched for.
    """
    query, order, since = str(state.get("query", "")), state.get("order"), state.get("since")
    return Asked(
        query,
        cast("Filters", state.get("filters") or {}),
        next((each for each in ORDERS if each == order), "relevance"),
        is_strict=bool(state.get("is_strict")) and bool(query.strip()),
        since=since if isinstance(since, Moment) else None,
        is_only_new=bool(state.get("is_only_new")) and isinstance(since, Moment),
    )


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One contribution of the answer. `rank` is its place (0-based) in the order of the answer; it serves to ask again.

    `hit` holds its best passages only; `PassageHit`s of one row stay the same objects while the answer stands.
    `is_new`: it came in since a saved search was looked at.
    """

    rank: int
    hit: ContributionHit
    contribution: Contribution
    is_new: bool = False

    @property
    def id(self) -> ContributionId:
        """Return the contribution's id."""
        return self.hit.contribution


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to `asked`, as far as it was fetched: `rows` of `results.total`. `new_count` of all are new."""

    asked: Asked
    results: Results
    rows: tuple[ResultRow, ...]
    file_names: Mapping[FileHash, str] = field(default_factory=dict)
    new_count: int = 0

    @property
    def has_more(self) -> bool:
        """Tell whether there are contributions that were not fetched yet."""
        return len(self.rows) < self.results.total or not self.results.total_is_exact

    def row(self, contribution: object) -> ResultRow | None:
        """Return the row of a contribution, if it was fetched."""
        return next((each for each in self.rows if each.id == contribution), None)


def at_repeat(hit: PassageHit, repeat: Repeat) -> PassageHit:
    """Return a hit as it stands at the other place where its text stands again."""
    return replace(
        hit, file=repeat.file, page=repeat.page, spans=repeat.spans, lines=repeat.lines, repeats=(), field="body"
    )


def in_reading_order(contribution: Contribution, passages: tuple[PassageHit, ...]) -> tuple[PassageHit, ...]:
    """Return the hits of a contribution as one meets them when reading: file by file, what is known of it first."""
    files = {file.hash: place for place, file in enumerate(contribution.current_files)}

    def key(hit: PassageHit) -> tuple[int, bool, int, int]:
        is_on_page = hit.field in {"body", "note"}
        return (files.get(hit.file, len(files)), is_on_page, hit.page, hit.spans[0][0] if hit.spans else 0)

    return tuple(sorted(passages, key=key))
