"""Codecs: how annotations and anchors stand in the rows."""

import json
from collections.abc import Sequence
from typing import Any

from kennisbank.domain.annotation import Anchor, Annotation, Piece, Quote
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash, PageNo
from kennisbank.domain.moments import Moment
from kennisbank.library.columns import moment_columns
from kennisbank.library.whose import audience_from, audience_json


def annotation_row(each: Annotation) -> dict[str, Any]:
    """Return the columns of an annotation, its origin and anchor apart."""
    return {
        "id": each.id,
        "archive_id": each.archive,
        "account_id": each.account,
        "contribution_id": each.contribution,
        "kind": each.kind,
        "colour": each.colour,
        "body": each.body,
        "tags": json.dumps(each.tags, ensure_ascii=False),
        "creator": each.creator,
        "source": each.source,
        "source_key": each.source_key,
        "reply_to": each.reply_to,
        "details": json.dumps(dict(each.details), ensure_ascii=False),
        "is_read_only": each.is_read_only,
        **moment_columns("created", each.created),
        **moment_columns("modified", each.modified),
        **moment_columns("trashed", each.trashed),
        "shared": audience_json(each.shared),
    }


def annotation_from(row: Any, made: Sequence[Any]) -> Annotation:
    """Return the annotation of a row and of the row of the anchor it was made with (none: the whole contribution)."""
    return Annotation(
        id=AnnotationId(row.id),
        contribution=ContributionId(row.contribution_id),
        kind=row.kind,
        anchor=anchor_from(made[0]) if made else None,
        created=Moment(row.created_utc, row.created_zone),
        modified=Moment(row.modified_utc, row.modified_zone),
        colour=row.colour,
        body=row.body,
        tags=tuple(json.loads(row.tags)) if row.tags != "[]" else (),
        creator=row.creator,
        source=row.source,
        source_key=row.source_key,
        reply_to=row.reply_to,
        details=json.loads(row.details) if row.details != "{}" else {},
        is_read_only=row.is_read_only,
        trashed=None if row.trashed_utc is None else Moment(row.trashed_utc, row.trashed_zone),
        archive=row.archive_id,
        account=row.account_id,
        shared=audience_from(row.shared),
    )


def anchor_row(annotation_id: AnnotationId, anchor: Anchor, *, is_news: bool) -> dict[str, Any]:
    """Return the columns of an anchor of an annotation."""
    quote = anchor.quote
    return {
        "annotation_id": annotation_id,
        "file_hash": anchor.file,
        "pieces": json.dumps([_piece_values(each) for each in anchor.pieces]),
        "exact": None if quote is None else quote.exact,
        "prefix": "" if quote is None else quote.prefix,
        "suffix": "" if quote is None else quote.suffix,
        "state": anchor.state,
        "similarity": anchor.similarity,
        "is_news": is_news,
    }


def anchor_from(row: Any) -> Anchor:
    """Return the anchor of a row."""
    quote = None if row.exact is None else Quote(row.exact, row.prefix, row.suffix)
    pieces = tuple(_piece(values) for values in json.loads(row.pieces))
    return Anchor(FileHash(row.file_hash), pieces, quote, row.state, row.similarity)


def anchor_json(anchor: Anchor | None) -> str | None:
    """Return an anchor as JSON, for rows that hold one among other things."""
    if anchor is None:
        return None
    quote = anchor.quote
    values = {
        "file": anchor.file,
        "pieces": [_piece_values(each) for each in anchor.pieces],
        "quote": None if quote is None else [quote.exact, quote.prefix, quote.suffix],
        "state": anchor.state,
        "similarity": anchor.similarity,
    }
    return json.dumps(values, ensure_ascii=False)


def anchor_from_json(text: str | None) -> Anchor | None:
    """Return what `anchor_json` wrote."""
    if text is None:
        return None
    read = json.loads(text)
    quote = None if read["quote"] is None else Quote(*read["quote"])
    pieces = tuple(_piece(values) for values in read["pieces"])
    return Anchor(FileHash(read["file"]), pieces, quote, read["state"], read["similarity"])


def _piece_values(piece: Piece) -> list[Any]:
    boxes = [[round(side, 3) for side in (box.x0, box.y0, box.x1, box.y1)] for box in piece.boxes]
    return [piece.page, piece.start, piece.end, boxes]


def _piece(values: list[Any]) -> Piece:
    page, start, end, boxes = values
    return Piece(PageNo(page), start, end, tuple(Rect(*box) for box in boxes))
