"""What was asked and what was found, as the search view holds it. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId, FileHash
from kennisbank.domain.results import ContributionHit, FacetName, PassageHit, Results

Order = Literal["best", "newest", "title"]
ORDERS: tuple[Order, ...] = ("best", "newest", "title")
Filters = Mapping[FacetName, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: the query as typed, the chosen values of facets, and the order of the answer."""

    query: str = ""
    filters: Filters = field(default_factory=dict)
    order: Order = "best"

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is asked."""
        return not self.query.strip() and not any(self.filters.values())


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One contribution of the answer. `rank` is its place (0-based) when the best stand first; it serves to ask again.

    `hit` holds its best passages only; `PassageHit`s of one row stay the same objects while the answer stands.
    """

    rank: int
    hit: ContributionHit
    contribution: Contribution

    @property
    def id(self) -> ContributionId:
        """Return the contribution's id."""
        return self.hit.contribution


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to `asked`, as far as it was fetched: `rows` of `results.total`."""

    asked: Asked
    results: Results
    rows: tuple[ResultRow, ...]
    file_names: Mapping[FileHash, str] = field(default_factory=dict)

    @property
    def has_more(self) -> bool:
        """Tell whether there are contributions that were not fetched yet."""
        return len(self.rows) < self.results.total

    def row(self, contribution: object) -> ResultRow | None:
        """Return the row of a contribution, if it was fetched."""
        return next((each for each in self.rows if each.id == contribution), None)


def in_order(rows: list[ResultRow], order: Order) -> tuple[ResultRow, ...]:
    """Return rows, given best first, in this order; equal ones stay best first."""
    match order:
        case "newest":
            return tuple(sorted(rows, key=lambda each: -(each.contribution.metadata.values.year or 0)))
        case "title":
            return tuple(sorted(rows, key=lambda each: each.contribution.metadata.values.title.casefold()))
        case _:
            return tuple(rows)


def in_reading_order(contribution: Contribution, passages: tuple[PassageHit, ...]) -> tuple[PassageHit, ...]:
    """Return the hits of a contribution as one meets them when reading: file by file, what is known of it first."""
    files = {file.hash: place for place, file in enumerate(contribution.current_files)}

    def key(hit: PassageHit) -> tuple[int, bool, int, int]:
        return (files.get(hit.file, len(files)), hit.field == "body", hit.page, hit.spans[0][0] if hit.spans else 0)

    return tuple(sorted(passages, key=key))
