"""Our annotations in PDF's words: what is to be written into a copy of a file, one mark for each page it stands on."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kennisbank.domain.annotation import UNKNOWN_CREATOR, Annotation, AnnotationKind, Piece, PlacedAnnotation
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import FileHash, PageNo
from kennisbank.domain.mark_colours import as_rgb
from kennisbank.domain.moments import Moment

DEFAULT = "yellow"
"""The mark that what has no colour is drawn in."""
NO_COLOUR = "none"
"""What a mark says of its colour when it has none and is drawn in `DEFAULT`."""
GROUNDS = frozenset({"Highlight", "FreeText", "Text"})
"""Kinds whose colour is a ground for letters or an icon; of the others it is a line."""
_SUBTYPES: dict[AnnotationKind, str] = {
    "highlight": "Highlight",
    "underline": "Underline",
    "strikeout": "StrikeOut",
    "squiggly": "Squiggly",
    "area": "Square",
    "free_text": "FreeText",
    "note": "Text",
    "bookmark": "Text",
}
_SUBJECTS: dict[AnnotationKind, str] = {
    "highlight": "Highlight",
    "underline": "Underline",
    "strikeout": "Cross-Out",
    "squiggly": "Squiggly",
    "area": "Rectangle",
    "free_text": "Text Box",
    "note": "Note",
    "bookmark": "Bookmark",
}


@dataclass(frozen=True, slots=True)
class CopyMark:
    """One annotation as it is to stand in a PDF.

    `name` is unique in the file (/NM), `subtype` PDF's own kind, `kind` ours. `boxes` are in points, as in `Word.box`.
    `rgb` is ``#rrggbb`` or empty; `has_colour` tells whether that was chosen. `created` and `modified` are PDF dates.
    `part` names the mark that this one goes on from; `answers` the one it replies to. `is_whole`: it belongs to no
    place. `line` is the title of its entry in the file's own contents, empty for none.
    """

    name: str
    page: PageNo
    subtype: str
    kind: AnnotationKind
    boxes: tuple[Rect, ...]
    rgb: str
    has_colour: bool
    body: str
    author: str
    created: str
    modified: str
    subject: str
    tags: str = ""
    part: str = ""
    answers: str = ""
    is_whole: bool = False
    line: str = ""


@dataclass(frozen=True, slots=True)
class WrittenMarks:
    """What came of writing: how many marks were new, how many stood in the file already, and whether it is signed."""

    written: int
    present: int
    is_signed: bool


@dataclass(frozen=True, slots=True)
class CopyMarks:
    """What is to be written; of the rest how many stand `in_file` already, are `gone` from it, or `unknown` kinds."""

    marks: tuple[CopyMark, ...]
    in_file: int = 0
    gone: int = 0
    unknown: int = 0


def marks_of(placed: Sequence[PlacedAnnotation], file: FileHash, author: str) -> CopyMarks:
    """Return the marks of annotations and their places in `file`; `author` is who the owner of the library is."""
    marks: list[CopyMark] = []
    in_file = gone = unknown = 0
    for each in placed:
        annotation = each.annotation
        if annotation.source == "pdf" and annotation.source_key.startswith(f"{file}:"):
            in_file += 1
        elif annotation.kind == "other":
            unknown += 1
        elif annotation.anchor is None:
            marks.append(_mark(annotation, author, None))
        elif each.anchor is None or not each.anchor.pieces:
            gone += 1
        else:
            marks += _pieces(annotation, author, each.anchor.pieces)
    return CopyMarks(tuple(marks), in_file, gone, unknown)


def _pieces(annotation: Annotation, author: str, pieces: Sequence[Piece]) -> list[CopyMark]:
    """Return one mark for each page; what it says stands with the first."""
    return [_mark(annotation, author, piece, number) for number, piece in enumerate(pieces, start=1)]


def _mark(annotation: Annotation, author: str, piece: Piece | None, number: int = 1) -> CopyMark:
    kind = annotation.kind
    has_words = piece is not None and piece.start < piece.end and bool(piece.boxes)
    subtype = "Highlight" if kind == "note" and has_words else _SUBTYPES.get(kind, "Text")
    drawn = annotation.colour or ("" if subtype == "FreeText" else DEFAULT)
    creator = annotation.creator or author
    return CopyMark(
        name=annotation.id if number == 1 else f"{annotation.id}/{number}",
        page=piece.page if piece is not None else PageNo(1),
        subtype=subtype,
        kind=kind,
        boxes=piece.boxes if piece is not None else (),
        rgb=as_rgb(drawn, is_line=subtype not in GROUNDS),
        has_colour=annotation.colour == drawn,
        body=annotation.body if number == 1 else "",
        author="" if creator == UNKNOWN_CREATOR else creator,
        created=pdf_date(annotation.created),
        modified=pdf_date(annotation.modified),
        subject=annotation.details.get("subject", "") or _SUBJECTS.get(kind, ""),
        tags=json.dumps(annotation.tags, ensure_ascii=False) if annotation.tags and number == 1 else "",
        part=annotation.id if number > 1 else "",
        answers=annotation.reply_to or "",
        is_whole=piece is None,
        line=_line(annotation, piece) if kind == "bookmark" and number == 1 else "",
    )


def _line(annotation: Annotation, piece: Piece | None) -> str:
    first = annotation.body.strip().split("\n")[0][:200]
    return first or f"p. {piece.page if piece is not None else 1}"


def pdf_date(moment: Moment) -> str:
    """Return a moment as PDF writes it, as the clock of its writer stood: ``D:20240102030405+01'00'``."""
    try:
        offset = moment.utc.astimezone(ZoneInfo(moment.zone)).utcoffset() or timedelta()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        offset = _offset(moment.zone)
    minutes = round(offset.total_seconds() / 60)
    local = moment.utc + offset
    sign, minutes = ("-", -minutes) if minutes < 0 else ("+", minutes)
    return f"D:{local:%Y%m%d%H%M%S}{sign}{minutes // 60:02}'{minutes % 60:02}'"


def _offset(zone: str) -> timedelta:
    """Return the offset that ``+02:00`` is; none for anything else."""
    try:
        minutes = int(zone[1:3]) * 60 + int(zone[4:6])
    except ValueError:
        return timedelta()
    return timedelta(minutes=-minutes if zone.startswith("-") else minutes)
