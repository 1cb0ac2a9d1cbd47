"""A search and its answer, as every part of the program sees them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kennisbank.domain.ids import ContributionId, FileHash, PageNo

FacetName = Literal["edition", "year", "theme", "author", "keyword", "language", "kind"]
FACETS: tuple[FacetName, ...] = ("edition", "year", "theme", "author", "keyword", "language", "kind")
Why = Literal["exact", "inflection", "compound", "prefix", "synonym", "spelling"]


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What is asked.

    `limit` counts contributions (0 = all), `offset` skips them; `filters` are chosen facet values: values of one facet
    widen, facets narrow. `passages` caps the passages given per hit (None = all of them).
    """

    query: str
    limit: int = 20
    offset: int = 0
    filters: Mapping[FacetName, frozenset[str]] = field(default_factory=dict)
    passages: int | None = None
    facets: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked piece: of a snippet (offsets in the snippet's text), and why it matched."""

    start: int
    end: int
    why: Why = "exact"


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A place where the query is met: *vindplaats*.

    `snippet` is plain text, `marks` its marked pieces. `spans` are the same pieces as offsets in the raw text of the
    page, so that the words can be marked on the page. `field` says what matched: ``body`` or a metadata field,
    for which `page` is the contribution's first page.
    """

    file: FileHash
    page: PageNo
    snippet: str
    marks: tuple[Mark, ...]
    spans: tuple[tuple[int, int], ...] = ()
    lines: tuple[int, int] | None = None
    field: str = "body"
    score: float = 0.0

    @property
    def why(self) -> tuple[Why, ...]:
        """Return the kinds of match in this passage, each once, in order of appearance."""
        return tuple(dict.fromkeys(mark.why for mark in self.marks))


@dataclass(frozen=True, slots=True)
class ContributionHit:
    """A contribution that meets the query, with its passages best first (`passage_count` of them in all)."""

    contribution: ContributionId
    score: float
    passages: tuple[PassageHit, ...]
    passage_count: int
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverSheetHit:
    """A distinct cover-sheet text that meets the query, with one place where it stands."""

    file: FileHash
    page: PageNo
    snippet: str
    marks: tuple[Mark, ...]
    lines: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A part of the query, by offset, that was searched as words because it could not be read as an operator."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class FacetCount:
    """A facet value and the number of contributions that choosing it would give."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """The answer. `total` counts contributions and `passage_total` passages, over all pages of the answer.

    `index_state`: ``ready``, or ``building`` while the answer may be incomplete.
    """

    request: SearchRequest
    total: int
    passage_total: int
    hits: tuple[ContributionHit, ...]
    cover_sheets: tuple[CoverSheetHit, ...] = ()
    suggestion: str = ""
    facets: Mapping[FacetName, tuple[FacetCount, ...]] = field(default_factory=dict)
    not_understood: tuple[NotUnderstood, ...] = ()
    took_ms: float = 0.0
    index_state: Literal["ready", "building"] = "ready"
