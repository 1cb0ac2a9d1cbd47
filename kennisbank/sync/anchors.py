"""Places in files as plain JSON and back, without a check of every field: for what this program wrote or checked."""

from collections.abc import Mapping
from typing import Any, get_args

from kennisbank.domain.annotation import Anchor, AnchorState, Piece, Quote
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import FileHash, PageNo

_STATES = get_args(AnchorState)


def anchor_json(anchor: Anchor | None) -> dict[str, Any] | None:
    """Return an anchor as `protocol_bodies.AnchorBody` stands in JSON."""
    if anchor is None:
        return None
    quote = anchor.quote
    return {
        "file": anchor.file,
        "pieces": [
            [each.page, each.start, each.end, [[box.x0, box.y0, box.x1, box.y1] for box in each.boxes]]
            for each in anchor.pieces
        ],
        "quote": None if quote is None else [quote.exact, quote.prefix, quote.suffix],
        "state": anchor.state,
        "similarity": anchor.similarity,
    }


def anchor_of(value: Mapping[str, Any] | None) -> Anchor | None:
    """Return what `anchor_json` made."""
    if not value:
        return None
    quote = value.get("quote")
    state: Any = value.get("state", "original")
    return Anchor(
        file=FileHash(value["file"]),
        pieces=tuple(
            Piece(PageNo(page), start, end, tuple(Rect(*(round(side, 3) for side in box)) for box in boxes))
            for page, start, end, boxes in value["pieces"]
        ),
        quote=None if quote is None else Quote(*quote),
        state=state if state in _STATES else "original",
        similarity=value.get("similarity", 1.0),
    )
