"""Anchors as selectors of the W3C Web Annotation model, and back.

An anchor is written as the alternatives that other programs know: the quote with its surroundings, the position in the
text of all pages, and the page with the box around its first piece (RFC 3778, RFC 8118: points, origin top left). What
these can't hold (a box for each line, several pages) stands in ``kb:pieces``, one object for each page.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from kennisbank.domain.annotation import Anchor, Piece, Quote
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import PageNo

PAGE_SEPARATOR = "\f"
"""What stands between the texts of two pages where a position counts through all of them: one form feed."""
FRAGMENTS_OF_PDF = "http://tools.ietf.org/rfc/rfc3778"
DEPTH_LIMIT = 12
"""Selectors within selectors that are followed."""
_PAGE_LIMIT = 10_000_000
_FARTHEST = 1_000_000.0
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Selected:
    """What selectors say together; `lost` names those that say nothing of a text or a page."""

    quote: Quote | None = None
    position: tuple[int, int] | None = None
    page: PageNo | None = None
    box: Rect | None = None
    lost: tuple[str, ...] = ()

    def __or__(self, other: "Selected") -> "Selected":
        """Return both, this one first where both say something."""
        return Selected(
            self.quote or other.quote,
            self.position or other.position,
            self.page or other.page,
            self.box or other.box,
            (*self.lost, *other.lost),
        )


def page_starts(texts: Iterable[str]) -> list[int]:
    """Return where each page begins in the texts of all pages joined by `PAGE_SEPARATOR`."""
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + len(PAGE_SEPARATOR)
    return starts


def spans_of(position: tuple[int, int], texts: Sequence[str]) -> list[tuple[PageNo, int, int]]:
    """Return page, start and end of each part of a position; none where it lies outside of the text or is empty."""
    starts = page_starts(texts)
    start, end = position
    if not texts or not 0 <= start < end <= starts[-1] + len(texts[-1]):
        return []
    spans = []
    for at in range(bisect_right(starts, start) - 1, bisect_right(starts, end - 1)):
        first, last = max(0, start - starts[at]), min(len(texts[at]), end - starts[at])
        if first < last:
            spans.append((PageNo(at + 1), first, last))
    return spans


def selectors_of(anchor: Anchor, starts: Sequence[int]) -> list[Json]:
    """Return an anchor as alternatives; `starts` is where the pages of its file begin, empty when that isn't known."""
    selectors: list[Json] = []
    if anchor.quote is not None:
        quote: Json = {"type": "TextQuoteSelector", "exact": anchor.quote.exact}
        for name, value in (("prefix", anchor.quote.prefix), ("suffix", anchor.quote.suffix)):
            if value:
                quote[name] = value
        selectors.append(quote)
    position = _position(anchor.pieces, starts)
    if position is not None:
        selectors.append({"type": "TextPositionSelector", "start": position[0], "end": position[1]})
    if anchor.pieces:
        first = anchor.pieces[0]
        fragment = {"type": "FragmentSelector", "conformsTo": FRAGMENTS_OF_PDF, "value": _fragment(first)}
        selectors.append(fragment)
    return selectors


def pieces_nodes(pieces: Iterable[Piece]) -> list[Json]:
    """Return pieces as ``kb:pieces``: page, start and end on the page, boxes as ``x0,y0,x1,y1``."""
    return [
        {
            "kb:page": each.page,
            "kb:start": each.start,
            "kb:end": each.end,
            "kb:boxes": [f"{box.x0!r},{box.y0!r},{box.x1!r},{box.y1!r}" for box in each.boxes],
        }
        for each in pieces
    ]


def pieces_from(nodes: object) -> tuple[Piece, ...] | None:
    """Return what `pieces_nodes` wrote, None for anything else."""
    if not isinstance(nodes, list):
        return None
    pieces = [_piece(each) for each in nodes]
    return None if None in pieces else tuple(each for each in pieces if each is not None)


def read_selectors(found: object, depth: int = 0) -> Selected:
    """Return what a selector, or a list of alternatives, says. Anything is accepted, nothing raises."""
    if depth > DEPTH_LIMIT:
        return Selected(lost=("refinedBy",))
    if isinstance(found, list):
        return reduce(or_, (read_selectors(each, depth + 1) for each in found[:100]), Selected())
    if not isinstance(found, Mapping):
        return Selected(lost=("selector",)) if found is not None else Selected()
    return _selector(found) | _refined(found.get("refinedBy"), depth)


def read_fragment(value: object) -> Selected:
    """Return the page and the box of a PDF's fragment, such as ``page=3&viewrect=72,90,200,14``."""
    if not isinstance(value, str):
        return Selected(lost=("FragmentSelector",))
    values = dict(re.findall(r"(page|viewrect)=([\d.,eE+-]{1,200})", value))
    page = values.get("page", "")
    if not re.fullmatch(r"[0-9]{1,7}", page) or int(page) < 1:
        return Selected(lost=("FragmentSelector",))
    sides = _numbers(values.get("viewrect", ""))
    box = None
    if sides is not None and sides[2] >= 0 and sides[3] >= 0:
        box = Rect(sides[0], sides[1], sides[0] + sides[2], sides[1] + sides[3])
    return Selected(page=PageNo(int(page)), box=box)


def _position(pieces: Sequence[Piece], starts: Sequence[int]) -> tuple[int, int] | None:
    if not pieces or pieces[0].start == pieces[0].end or pieces[-1].page > len(starts):
        return None
    return starts[pieces[0].page - 1] + pieces[0].start, starts[pieces[-1].page - 1] + pieces[-1].end


def _fragment(piece: Piece) -> str:
    value = f"page={piece.page}"
    if piece.boxes:
        box = reduce(or_, piece.boxes)
        sides = (box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0)
        value += "&viewrect=" + ",".join(f"{side:.3f}".rstrip("0").rstrip(".") for side in sides)
    return value


def _selector(found: Mapping[str, Any]) -> Selected:
    kind = found.get("type", found.get("@type"))
    kind = next((each for each in kind if isinstance(each, str)), "") if isinstance(kind, list) else kind
    match kind:
        case "TextQuoteSelector":
            exact, prefix, suffix = (found.get(name, "") for name in ("exact", "prefix", "suffix"))
            if isinstance(exact, str):
                around = [each if isinstance(each, str) else "" for each in (prefix, suffix)]
                return Selected(quote=Quote(exact, *around))
        case "TextPositionSelector":
            start, end = found.get("start"), found.get("end")
            if _is_count(start) and _is_count(end):
                return Selected(position=(int(start or 0), int(end or 0)))
        case "FragmentSelector":
            return read_fragment(found.get("value"))
        case "RangeSelector":
            return _range(found)
    return Selected(lost=(kind if isinstance(kind, str) and kind else "selector",))


def _range(found: Mapping[str, Any]) -> Selected:
    """Return the position between two positions: from the beginning of the first to that of the second."""
    first, last = found.get("startSelector"), found.get("endSelector")
    if isinstance(first, Mapping) and isinstance(last, Mapping):
        start, end = _selector(first).position, _selector(last).position
        if start is not None and end is not None:
            return Selected(position=(start[0], end[0]))
    return Selected(lost=("RangeSelector",))


def _refined(found: object, depth: int) -> Selected:
    """Return what refines a selector, without its position: that counts within what was selected, not in the whole."""
    if found is None:
        return Selected()
    inner = read_selectors(found, depth + 1)
    lost = (*inner.lost, "TextPositionSelector") if inner.position is not None else inner.lost
    return Selected(inner.quote, None, inner.page, inner.box, lost)


def _piece(node: object) -> Piece | None:
    if not isinstance(node, Mapping):
        return None
    page, start, end, boxes = (node.get(f"kb:{name}") for name in ("page", "start", "end", "boxes"))
    if not (_is_count(page) and _is_count(start) and _is_count(end) and isinstance(boxes, list)):
        return None
    sides = [_numbers(each) for each in boxes]
    if None in sides or not 1 <= page <= _PAGE_LIMIT or start > end:  # type: ignore[operator]
        return None
    boxes = tuple(Rect(*each) for each in sides if each is not None)
    if any(box.x0 > box.x1 or box.y0 > box.y1 for box in boxes):
        return None
    return Piece(PageNo(page), start, end, boxes)  # type: ignore[arg-type]


def _numbers(text: object) -> tuple[float, float, float, float] | None:
    if not isinstance(text, str):
        return None
    try:
        numbers = [float(each) for each in text.split(",")]
    except ValueError:
        return None
    if len(numbers) != 4 or not all(abs(each) <= _FARTHEST for each in numbers):  # what is no number isn't either
        return None
    return numbers[0], numbers[1], numbers[2], numbers[3]


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53
