"""A search and its answer, as every part of the program sees them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kennisbank.domain.ids import ContributionId, FileHash, PageNo

FacetName = Literal["edition", "year", "theme", "author", "keyword", "language", "kind", "here"]
FACETS: tuple[FacetName, ...] = ("edition", "year", "theme", "author", "keyword", "language", "kind", "here")
HERE, ELSEWHERE = "yes", "no"
"""The values of the facet ``here``: whether a file of the contribution is in this library."""
Why = Literal["exact", "inflection", "derivation", "compound", "prefix", "synonym", "spelling"]
Order = Literal["relevance", "newest", "title"]


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What is asked.

    `limit` counts contributions (0 = all), `offset` skips them; `filters` are chosen facet values: values of one facet
    widen, facets narrow. `passages` caps the passages given per hit (None = all of them). With `is_strict` nothing but
    what was asked is found: all words, as they are spelt (in all their forms), no synonyms. With `is_typing` the last
    word may be the beginning of one: where it finds nothing, words that begin so are found.
    """

    query: str
    limit: int = 20
    offset: int = 0
    filters: Mapping[FacetName, frozenset[str]] = field(default_factory=dict)
    passages: int | None = None
    facets: bool = False
    order: Order = "relevance"
    is_strict: bool = False
    is_typing: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked piece: of a snippet (offsets in the snippet's text), why it matched, and the asked word it answers."""

    start: int
    end: int
    why: Why = "exact"
    word: str = ""


@dataclass(frozen=True, slots=True)
class Repeat:
    """Another place where the text of a passage stands again: a pull quote, a definition in the margin."""

    file: FileHash
    page: PageNo
    spans: tuple[tuple[int, int], ...] = ()
    lines: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A place where the query is met: *vindplaats*.

    `snippet` is plain text, `marks` its marked pieces. `spans` are the same pieces as offsets in the raw text of the
    page, so that the words can be marked on the page. `field` says what matched: ``body``, a metadata field,
    for which `page` is the contribution's first page, or ``note``: the words are the reader's own, in the annotation
    `annotation`, and `spans` are the passage that it speaks of. `repeats` are the other places where this text stands.
    `is_read_by_machine`: the page is a scan, and its text was recognised, with the errors that come of it.
    """

    file: FileHash
    page: PageNo
    snippet: str
    marks: tuple[Mark, ...]
    spans: tuple[tuple[int, int], ...] = ()
    lines: tuple[int, int] | None = None
    field: str = "body"
    score: float = 0.0
    repeats: tuple[Repeat, ...] = ()
    is_read_by_machine: bool = False
    annotation: str = ""

    @property
    def why(self) -> tuple[Why, ...]:
        """Return the kinds of match in this passage, each once, in order of appearance."""
        return tuple(dict.fromkeys(mark.why for mark in self.marks))


@dataclass(frozen=True, slots=True)
class ContributionHit:
    """A contribution that meets the query, with its passages best first (`passage_count` of them in all).

    `lacking` are the asked words that stand nowhere in it: empty unless `Results.is_relaxed`.
    """

    contribution: ContributionId
    score: float
    passages: tuple[PassageHit, ...]
    passage_count: int
    fields: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


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
class Replacement:
    """A word of the query (by offset) that was also searched in the spelling `by`, since as typed it found nothing."""

    start: int
    end: int
    word: str
    by: str


@dataclass(frozen=True, slots=True)
class Related:
    """A contribution that speaks of the same, best first, with the words that both share, the most telling first."""

    contribution: ContributionId
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FacetCount:
    """A facet value and the number of contributions that choosing it would give."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """The answer. `total` counts contributions and `passage_total` passages, over all pages of the answer.

    `index_state`: ``ready``, or ``building`` while the answer may be incomplete. `is_relaxed`: all words together found
    too little, so contributions that hold fewer of them are in the answer too, behind the `total_with_all` that hold
    all. `replacements`: words that were searched in another spelling, since as typed they found nothing.
    `total_is_exact`: false where ranking stopped early; `total` and the facets then say *at least*.
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
    is_relaxed: bool = False
    total_with_all: int = 0
    total_is_exact: bool = True
    replacements: tuple[Replacement, ...] = ()
