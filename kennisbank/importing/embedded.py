"""What stands in a PDF → annotations of a contribution: pure, with the words found back under the boxes."""

import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from kennisbank.documents.anchoring import Span
from kennisbank.documents.annotation_kinds import MARKUPS, kind_of
from kennisbank.documents.describing import area_described, boxes_described, described
from kennisbank.documents.file_text import FileText
from kennisbank.domain.annotation import COLOURS, KINDS, UNKNOWN_CREATOR, Anchor, Annotation, AnnotationKind, Piece
from kennisbank.domain.document import Document, EmbeddedAnnotation, Rect
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash, new_id
from kennisbank.domain.mark_colours import named_colour
from kennisbank.domain.moments import Moment

_RGB = re.compile(r"#[0-9a-f]{6}")
_NOWHERE = Rect(0.0, 0.0, 0.0, 0.0)
_OURS = frozenset({"kind", "whole", "part", "tags"})
"""Details that a copy of ours carries, and that have a place in the model."""


def annotations_of(
    document: Document, file: FileHash, contribution: ContributionId, imported: Moment, details: Mapping[str, str]
) -> list[Annotation]:
    """Return what stands in `document`, read from `file`, as annotations of a contribution, in the order of the file.

    Anchors are in `file` itself; one that our own export split over pages is whole again. `imported` is when they came,
    for those that bear no date; `details` is added to those of each.
    """
    text = FileText(file, document.pages)
    made: list[Annotation] = []
    by_key: dict[str, AnnotationId] = {}
    whole: dict[str, int] = {}
    for each in document.annotations:
        base = each.details.get("part", "")
        if base and base in whole:
            first = made[whole[base]]
            made[whole[base]] = replace(first, anchor=_joined(text, first.anchor, _anchor(text, each)))
            by_key[each.key] = first.id
            continue
        if each.name:
            whole.setdefault(each.name, len(made))
        annotation = _annotation(text, each, contribution, imported, details)
        by_key[each.key] = annotation.id
        made.append(annotation)
    answers = {by_key[each.key]: by_key[each.reply_to] for each in document.annotations if each.reply_to in by_key}
    return [replace(each, reply_to=answers.get(each.id)) for each in _acyclic(made, answers)]


def name_of(annotation: Annotation) -> str:
    """Return the name that an annotation bears in its PDF (/NM); empty where it has none."""
    return annotation.details.get("name", "")


def _annotation(
    text: FileText,
    each: EmbeddedAnnotation,
    contribution: ContributionId,
    imported: Moment,
    details: Mapping[str, str],
) -> Annotation:
    modified = moment_of(each.modified) or moment_of(each.created) or imported
    kept = {name: value for name, value in each.details.items() if name not in _OURS}
    return Annotation(
        id=AnnotationId(new_id()),
        contribution=contribution,
        kind=_kind(each),
        anchor=_anchor(text, each),
        created=moment_of(each.created) or modified,
        modified=modified,
        colour=_colour(each.colour),
        body=each.contents or plain(each.details.get("rich", "")),
        tags=tuple(json.loads(each.details.get("tags", "[]"))),
        creator=each.author or UNKNOWN_CREATOR,
        source="pdf",
        source_key=f"{text.file}:{each.key}",
        details={**kept, "subtype": each.subtype, **({"name": each.name} if each.name else {}), **details},
        is_read_only=True,
    )


def _kind(each: EmbeddedAnnotation) -> AnnotationKind:
    said = each.details.get("kind", "")
    return next((kind for kind in KINDS if kind == said), kind_of(each.subtype))


def _colour(colour: str) -> str:
    """Return one of the four marks where it is exactly that, else ``#rrggbb``; anything else is no colour."""
    named = named_colour(colour)
    return named if named in COLOURS or _RGB.fullmatch(named) else ""


def _anchor(text: FileText, each: EmbeddedAnnotation) -> Anchor | None:
    if each.details.get("whole") == "true":
        return None
    boxes = each.boxes or (_NOWHERE,)
    if each.subtype in MARKUPS:
        return boxes_described(text, each.page, boxes)
    return area_described(text, each.page, boxes)


def _joined(text: FileText, first: Anchor | None, more: Anchor | None) -> Anchor | None:
    """Return an anchor that goes on over the page."""
    if first is None or more is None or {each.page for each in first.pieces} & {each.page for each in more.pieces}:
        return first
    pieces: tuple[Piece, ...] = tuple(sorted((*first.pieces, *more.pieces), key=lambda piece: piece.page))
    spans = [Span(each.page, each.start, each.end) for each in pieces if each.start < each.end]
    return Anchor(text.file, pieces, described(text, spans).quote if spans else first.quote)


def _acyclic(made: Sequence[Annotation], answers: dict[AnnotationId, AnnotationId]) -> Sequence[Annotation]:
    """Take from `answers` what makes an annotation the answer to itself, however far round."""
    safe: set[AnnotationId] = set()
    for each in made:
        chain: set[AnnotationId] = set()
        at: AnnotationId | None = each.id
        while at is not None and at not in safe:
            chain.add(at)
            safe.add(at)
            following = answers.get(at)
            if following is not None and following in chain:
                del answers[at]
                following = None
            at = following
    return made


def moment_of(iso: str) -> Moment | None:
    """Return an ISO 8601 time as a moment; without an offset it counts as UTC. None for what is no time."""
    try:
        read = datetime.fromisoformat(iso)
        if read.tzinfo is None:
            return Moment(read.replace(tzinfo=UTC))
        offset = read.strftime("%z")
        return Moment(read.astimezone(UTC), f"{offset[:3]}:{offset[3:5]}" if offset.strip("+-0") else "UTC")
    except (ValueError, OverflowError):
        return None


def plain(rich: str) -> str:
    """Return the words of rich text (/RC), a paragraph a line."""
    broken = re.sub(r"(?i)</p\s*>|<br\s*/?>", "\n", rich)
    return html.unescape(re.sub(r"<[^>]*>", "", broken)).strip()
