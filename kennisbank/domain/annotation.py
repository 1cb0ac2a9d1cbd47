"""What a reader writes in the margin, and where in a file it belongs, after the W3C Web Annotation model."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kennisbank.domain.audience import NOBODY_ELSE, Audience
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import AccountId, AnnotationId, ArchiveId, ContributionId, FileHash, PageNo
from kennisbank.domain.moments import Moment

AnnotationKind = Literal[
    "highlight", "underline", "strikeout", "squiggly", "note", "free_text", "bookmark", "area", "other"
]
KINDS: tuple[AnnotationKind, ...] = (
    "highlight", "underline", "strikeout", "squiggly", "note", "free_text", "bookmark", "area", "other",
)  # fmt: skip
Colour = Literal["yellow", "green", "blue", "pink"]
COLOURS: tuple[Colour, ...] = ("yellow", "green", "blue", "pink")
"""The four marks, in the order of their keys 1 to 4."""
AnchorState = Literal["original", "same", "moved", "changed", "gone"]
UNKNOWN_CREATOR = "?"
"""Who wrote what came from elsewhere and doesn't say so: it isn't the owner of this library."""
AnnotationSource = Literal["own", "pdf", "jsonld", "xfdf", "shared"]


@dataclass(frozen=True, slots=True)
class Quote:
    """The passage in words, and the words just before and after it (W3C TextQuoteSelector).

    As one reads them: broken words mended, white space single, no line ends.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of an anchor on one page: ``text[start:end]`` of the page's raw text, and its boxes in points.

    Offsets count code points. `start` equals `end` where no text is meant: an area, a bookmark, a note at a spot. Boxes
    are as in `Word.box` (origin top left, after /Rotate), one per line of text, in reading order.
    """

    page: PageNo
    start: int
    end: int
    boxes: tuple[Rect, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where something belongs in one file.

    `pieces` are in reading order, each page once; none when the passage is ``gone`` from this file. `quote` is None
    where there are no words. `state`: ``original`` in the file it was made in; in another version ``same`` (these
    words, among the same words), ``moved`` (these words, elsewhere), ``changed`` (much the same words) or ``gone``.
    `similarity` is 0.0 to 1.0: the part of the letters that is as it was.
    """

    file: FileHash
    pieces: tuple[Piece, ...]
    quote: Quote | None = None
    state: AnchorState = "original"
    similarity: float = 1.0

    @property
    def page(self) -> PageNo | None:
        """Return the page on which it begins; None when it is gone."""
        return self.pieces[0].page if self.pieces else None

    @property
    def order(self) -> tuple[int, int, float]:
        """Return what puts anchors of one file in reading order; gone ones last."""
        if not self.pieces:
            return sys.maxsize, 0, 0.0
        first = self.pieces[0]
        return first.page, first.start, first.boxes[0].y0 if first.boxes else 0.0


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation: a personal row, so it says whose it is (null = not logged in).

    `anchor` is the one it was made with; None for a note on the whole contribution. `colour` is one of `COLOURS`,
    ``#rrggbb`` for a colour from elsewhere, or empty. `body` is plain text. `creator` is who wrote it, empty for the
    owner of this library. `source` and `source_key` say where it came from: what comes from there again with the same
    key is the same annotation. `details` holds what the model has no place for, as it was found. `is_read_only`: it is
    another's, or stands in the file itself. `trashed`: since when it lies in the trash. `shared`: who else may see it;
    one that another reader shares with this account has the source ``shared``, and that reader as its creator.
    """

    id: AnnotationId
    contribution: ContributionId
    kind: AnnotationKind
    anchor: Anchor | None
    created: Moment
    modified: Moment
    colour: str = ""
    body: str = ""
    tags: tuple[str, ...] = ()
    creator: str = ""
    source: AnnotationSource = "own"
    source_key: str = ""
    reply_to: AnnotationId | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    is_read_only: bool = False
    trashed: Moment | None = None
    archive: ArchiveId | None = None
    account: AccountId | None = None
    shared: Audience = NOBODY_ELSE


@dataclass(frozen=True, slots=True)
class PlacedAnnotation:
    """An annotation and where it stands in the file that is shown; `anchor` is None for the whole contribution.

    `is_news`: it was put in a place of its own in a newer version of the file, and its owner hasn't looked at that yet.
    """

    annotation: Annotation
    anchor: Anchor | None
    is_news: bool = False


@dataclass(frozen=True, slots=True)
class AnnotationEdit:
    """One act on annotations, to carry out, to undo and to do again: each as it was and as it is then.

    None before: it was made; None after: it is no longer there at all. Both have the same length and order.
    """

    before: tuple[Annotation | None, ...]
    after: tuple[Annotation | None, ...]

    @property
    def reversed(self) -> "AnnotationEdit":
        """Return the edit that takes this one back."""
        return AnnotationEdit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class AnnotationFilter:
    """Which annotations are wanted; an empty field wants all.

    `text` is words that all stand in the body, quote, tags, or title of the contribution, without regard to capitals
    and accents. `is_own`: only what this reader wrote. `is_trashed`: what lies in the trash, instead of what doesn't.
    `states`: by where they stand in the newest version of their file.
    """

    text: str = ""
    contributions: frozenset[ContributionId] = frozenset()
    kinds: frozenset[AnnotationKind] = frozenset()
    colours: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    states: frozenset[AnchorState] = frozenset()
    is_own: bool = False
    is_trashed: bool = False
