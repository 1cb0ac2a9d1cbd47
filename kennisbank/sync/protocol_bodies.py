"""The bodies of records, by kind. Ids of contributions are the archive's; moments are ISO 8601 with their zone.

Lengths are those that the archive takes; what is longer is refused there and stays at the client, with its reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le, MaxLen

from kennisbank.domain.audience import NOBODY_ELSE, Audience
from kennisbank.sync.protocol import RecordKind, Sha256, Uuid

Line = Annotated[str, MaxLen(1000)]
Long = Annotated[str, MaxLen(200_000)]
When = Annotated[str, MaxLen(64)]
"""``2026-11-22T09:30:00.000000+00:00[Europe/Amsterdam]``: the instant in UTC, and the writer's zone."""
Page = Annotated[int, Ge(1), Le(1_000_000)]


@dataclass(frozen=True, slots=True)
class AuthorBody:
    """One author of a contribution. Mail addresses don't leave the archive."""

    name: Line
    family: Line = ""
    given: Line = ""
    affiliation: Line = ""


@dataclass(frozen=True, slots=True)
class FileBody:
    """One version of one file, by the SHA-256 of its bytes; `size` in bytes, `pages` 0 while unknown."""

    hash: Sha256
    name: Line
    role: Literal["paper", "slides", "poster", "attachment", "source"]
    media_type: Line
    size: Annotated[int, Ge(0), Le(1 << 40)]
    version: Annotated[int, Ge(1)] = 1
    is_current: bool = True
    pages: Annotated[int, Ge(0)] = 0


@dataclass(frozen=True, slots=True)
class ContributionBody:
    """A contribution: the fields of `domain.metadata.Metadata` and its files, current first. `edition` is its code."""

    title: Annotated[str, MaxLen(4000)]
    authors: Annotated[tuple[AuthorBody, ...], MaxLen(2000)] = ()
    abstract: Long = ""
    keywords: Annotated[tuple[Line, ...], MaxLen(500)] = ()
    themes: Annotated[tuple[Line, ...], MaxLen(500)] = ()
    year: Annotated[int, Ge(0), Le(9999)] | None = None
    language: Line = ""
    kind: Line = ""
    doi: Line = ""
    licence: Line = ""
    edition: Line = ""
    files: Annotated[tuple[FileBody, ...], MaxLen(500)] = ()


@dataclass(frozen=True, slots=True)
class EditionBody:
    """An edition of the congress. `begins` and `ends` are days (``2025-03-27``); `programme` and `website` addresses.

    `website_kind`: ``link``; ``archived``: the archive replays it; ``none``: there is none, and that is known; empty:
    not known, or as `website` says.
    """

    code: Line
    name: Line = ""
    year: Annotated[int, Ge(0), Le(9999)] | None = None
    website: Annotated[str, MaxLen(4000)] = ""
    begins: Line = ""
    ends: Line = ""
    place: Line = ""
    organiser: Line = ""
    programme: Annotated[str, MaxLen(4000)] = ""
    website_kind: Literal["", "link", "archived", "none"] = ""


@dataclass(frozen=True, slots=True)
class AnchorBody:
    """A place in a file: `pieces` as ``[page, start, end, [[x0, y0, x1, y1], …]]``; `quote`: exact, prefix, suffix."""

    file: Sha256
    pieces: Annotated[tuple[tuple[Page, int, int, tuple[tuple[float, float, float, float], ...]], ...], MaxLen(5000)]
    quote: tuple[Long, Long, Long] | None = None
    state: Line = "original"
    similarity: float = 1.0


@dataclass(frozen=True, slots=True)
class AnnotationBody:
    """An annotation, without its anchors in other versions of its file: each machine finds those itself."""

    contribution: Uuid
    kind: Line
    created: When
    modified: When
    anchor: AnchorBody | None = None
    colour: Line = ""
    body: Long = ""
    tags: Annotated[tuple[Line, ...], MaxLen(500)] = ()
    creator: Line = ""
    source: Line = "own"
    source_key: Line = ""
    reply_to: Uuid | None = None
    details: Mapping[str, Long] = field(default_factory=dict)
    is_read_only: bool = False
    trashed: When | None = None
    shared: Audience = NOBODY_ELSE


@dataclass(frozen=True, slots=True)
class DossierItemBody:
    """One line of a dossier."""

    id: Uuid
    contribution: Uuid
    remark: Long = ""
    anchor: AnchorBody | None = None
    annotation: Uuid | None = None


@dataclass(frozen=True, slots=True)
class DossierBody:
    """A dossier with its lines in the collector's order."""

    name: Line
    created: When
    modified: When
    items: Annotated[tuple[DossierItemBody, ...], MaxLen(5000)] = ()
    remark: Long = ""
    trashed: When | None = None
    shared: Audience = NOBODY_ELSE


@dataclass(frozen=True, slots=True)
class ReadingBody:
    """The last place read in a contribution; the newest moment wins."""

    contribution: Uuid
    file: Sha256
    page: Page
    y: float
    zoom: float
    moment: When


@dataclass(frozen=True, slots=True)
class ReadingMarkBody:
    """How far somebody is with a contribution; the newest moment wins."""

    contribution: Uuid
    state: Literal["to_read", "reading", "read"]
    moment: When


@dataclass(frozen=True, slots=True)
class SavedSearchBody:
    """A saved search; `filters` as the library keeps them."""

    name: Line
    query: Long
    filters: Any
    order: Line
    is_strict: bool
    created: When
    seen: When


@dataclass(frozen=True, slots=True)
class PersonBody:
    """One author under all the spellings of their name, joined by a maintainer; `name` is the one to show.

    `reach`: how to reach them (a page, an ORCID), as far as they want that known.
    """

    name: Line
    names: Annotated[tuple[Line, ...], MaxLen(100)] = ()
    reach: Annotated[str, MaxLen(4000)] = ""


@dataclass(frozen=True, slots=True)
class CommentBody:
    """What a reader says for everybody to see. `role` as in the mailbox; `is_author`: of this contribution.

    One that is hidden or was taken back has no body; its tombstone says why, and replies to it stay.
    """

    contribution: Uuid
    name: Line
    role: Line
    text: Annotated[str, MaxLen(5000)]
    created: When
    reply_to: Uuid | None = None
    is_author: bool = False


@dataclass(frozen=True, slots=True)
class ReceptionBody:
    """How a contribution was received; the record's id is the contribution's.

    `votes`: the number of votes for 1 to 5 stars. `tags`: what readers call it, accepted by a maintainer, in the order
    of accepting.
    """

    votes: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)
    tags: Annotated[tuple[Line, ...], MaxLen(500)] = ()


BODIES: Mapping[RecordKind, type] = MappingProxyType(
    {
        "edition": EditionBody,
        "contribution": ContributionBody,
        "person": PersonBody,
        "comment": CommentBody,
        "reception": ReceptionBody,
        "annotation": AnnotationBody,
        "dossier": DossierBody,
        "reading": ReadingBody,
        "reading_mark": ReadingMarkBody,
        "saved_search": SavedSearchBody,
    }
)
SHAREABLE: frozenset[RecordKind] = frozenset({"annotation", "dossier"})
