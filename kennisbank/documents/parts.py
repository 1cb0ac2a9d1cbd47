"""What a child process hands to its parent: a part of a document, or the reason why there is none.

A reason travels as a value, not as an exception: exceptions may fail to be pickled, values can't.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from kennisbank.documents.annotation_kinds import KINDS_OF
from kennisbank.documents.media_types import PDF
from kennisbank.documents.wording import page_ranges
from kennisbank.domain.document import Document, EmbeddedAnnotation, Link, OutlineEntry, PageText, Problem
from kennisbank.domain.ids import PageNo

NOT_WRITTEN = "not_written"
"""The code of a file that could not be written: no fault of what was read."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file can't be read: the fields of a `DocumentError`."""

    code: str
    reason: str
    page: int | None = None


@dataclass(slots=True)
class Part:
    """Some pages of a document, beginning at 0-based `first`; `total` pages in all.

    What belongs to the document as a whole (`outline`, `info`) comes with the part that holds the last page.
    `unread` are 1-based numbers of pages that raised, `empty` of those with a picture and no text; `blank` of those
    with nothing at all. `characters` counts the text of this part; `seconds` is the time it took in the child.
    `damaged_annotations` could not be read, `cut_annotations` were too many or too long.
    """

    media_type: str
    first: int
    total: int
    pages: list[PageText] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)
    blank: list[int] = field(default_factory=list)
    characters: int = 0
    seconds: float = 0.0
    annotations: list[EmbeddedAnnotation] = field(default_factory=list)
    damaged_annotations: int = 0
    cut_annotations: int = 0
    outline: list[OutlineEntry] = field(default_factory=list)
    info: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def next(self) -> int:
        """Return the 0-based page with which the next part begins."""
        return self.first + len(self.pages)

    @property
    def is_last(self) -> bool:
        """Tell whether this part holds the last page."""
        return self.next >= self.total


def assemble(parts: list[Part], extractor: str) -> Document | Refusal:
    """Return the document that these parts, in order of pages, are of; a refusal when not one page could be read."""
    last = parts[-1]
    unread = [number for part in parts for number in part.unread]
    if len(unread) == last.total:
        return Refusal("damaged", "Not one page of the file can be read.", 1)
    problems = [problem for part in parts for problem in part.problems]
    if unread:
        problems.append(_about("pages_damaged", "can't be read", unread, last.total))
    empty = [number for part in parts for number in part.empty]
    if not any(part.characters for part in parts):  # blank pages only count where there is nothing else
        empty = sorted(empty + [number for part in parts for number in part.blank])
    if empty:
        problems.append(_about("no_text", "have no text that can be searched (a scan or a picture)", empty, last.total))
    annotations = tuple(each for part in parts for each in part.annotations)
    problems += _about_annotations(parts, annotations)
    return Document(
        extractor=extractor,
        media_type=last.media_type,
        pages=tuple(page for part in parts for page in part.pages),
        outline=tuple(last.outline),
        links=tuple(link for part in parts for link in part.links),
        info=last.info | ({"annotations": str(len(annotations))} if last.media_type == PDF else {}),
        problems=tuple(problems),
        annotations=annotations,
    )


def _about_annotations(parts: list[Part], annotations: Sequence[EmbeddedAnnotation]) -> list[Problem]:
    """Return what is to be said of annotations: kinds that are only kept, and what could not be taken."""
    said = []
    others = Counter(each.subtype for each in annotations if each.subtype not in KINDS_OF)
    if others:
        count = others.total()
        kinds = ", ".join(f"{subtype} {number}" for subtype, number in sorted(others.items()))
        what = "annotation of a kind" if count == 1 else "annotations of kinds"
        message = f"{count} {what} this program only keeps: {kinds}."
        said.append(Problem("annotations_kept", message, None, "note", {"count": str(count), "kinds": kinds}))
    damaged = sum(part.damaged_annotations for part in parts)
    if damaged:
        message = f"{damaged} annotations in the file can't be read; the others were taken."
        said.append(Problem("annotations_damaged", message, None, "warning", {"count": str(damaged)}))
    cut = sum(part.cut_annotations for part in parts)
    if cut:
        message = f"{cut} annotations in the file are too many or too long; they were left out or cut short."
        said.append(Problem("annotations_cut", message, None, "warning", {"count": str(cut)}))
    return said


def _about(code: str, what: str, pages: list[int], total: int) -> Problem:
    """Return a warning about some pages; `values` name them for a translated sentence."""
    named = page_ranges(pages)
    values = {"pages": named, "count": str(len(pages)), "total": str(total)}
    return Problem(code, f"Pages that {what}: {named} (of {total}).", PageNo(pages[0]), "warning", values)
