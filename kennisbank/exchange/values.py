"""What goes out of and comes in from a file of annotations, before anything is looked up in the library."""

from dataclasses import dataclass, field

from kennisbank.domain.annotation import Anchor, Annotation
from kennisbank.domain.document import Problem
from kennisbank.domain.ids import ContributionId

BYTES_LIMIT = 64 * 2**20
"""Bytes that a file of annotations may have; 5,000 long annotations take about 10 MB."""
COUNT_LIMIT = 100_000
"""Annotations that are taken from one file."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose library this is: what stands in an export as the creator of what has no other creator.

    `id` is a URI that stays the same (``urn:uuid:…`` of the library); `name` is what the reader wants to be called, or
    empty.
    """

    id: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReadAnnotation:
    """An annotation as a file has it.

    `annotation` holds what the file says; where it doesn't say, `contribution` is empty, and so is the `file` of its
    anchor. `key` tells it apart from all others (its URI, its /NM), and is the same at every reading. `position` is a
    W3C text position: the part of the texts of all pages, joined by `selectors.PAGE_SEPARATOR`, in code points.
    `reply_key` is the key of what it answers;
    `is_passage`: its boxes lie on the words that are meant. `lost` names what the model has no place for (``audience``,
    ``SvgSelector``); it is kept in `details`.
    """

    annotation: Annotation
    key: str
    position: tuple[int, int] | None = None
    lost: tuple[str, ...] = ()
    reply_key: str = ""
    is_passage: bool = False


@dataclass(frozen=True, slots=True)
class ReadFile:
    """All that was read from a file of annotations, in its order, and what could not be read."""

    annotations: tuple[ReadAnnotation, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Entry:
    """An annotation as it is told to people: `anchor` is where it stands now, None for the whole contribution.

    `label` is the printed number of its page, else the number in the file, or empty; `link` opens it.
    """

    annotation: Annotation
    anchor: Anchor | None
    label: str
    link: str

    @property
    def quote(self) -> str:
        """Return the words it stands at, or nothing."""
        anchor = self.anchor or self.annotation.anchor
        return anchor.quote.exact if anchor is not None and anchor.quote is not None else ""


@dataclass(frozen=True, slots=True)
class Section:
    """A contribution and its annotations in reading order. One that has gone from the library has only its `id`.

    `citation` is the reference in one line, `key` the citation key of bibliographies; both may be empty.
    """

    id: ContributionId
    title: str = ""
    authors: tuple[str, ...] = ()
    edition: str = ""
    year: int | None = None
    citation: str = ""
    key: str = ""
    link: str = ""
    entries: tuple[Entry, ...] = ()
