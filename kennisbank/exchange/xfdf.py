"""Annotations written as XFDF (ISO 19444-1), which Acrobat, Foxit and others exchange beside a PDF.

An XFDF belongs to one file, so only what has a place in that file is written. Each annotation stands on one page; one
that goes over the page is written once a page, the later ones named ``id/2``, ``id/3``. What XFDF has no word for (our
kind, tags, the name of the colour, the lines of a note) stands in attributes of our own namespace. Boxes are turned
into user space by the `PageFrame` of the page that the caller gives.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from kennisbank.domain.annotation import UNKNOWN_CREATOR, Anchor, Annotation, AnnotationKind, Piece
from kennisbank.domain.document import Problem, Rect
from kennisbank.domain.ids import PageNo
from kennisbank.domain.mark_colours import as_rgb
from kennisbank.domain.page_frame import PageFrame
from kennisbank.exchange.pdf_dates import pdf_date
from kennisbank.exchange.values import Owner

XFDF = "http://ns.adobe.com/xfdf/"
OWN = "urn:kennisbank:ns#"
ELEMENTS: Mapping[AnnotationKind, str] = {
    "highlight": "highlight",
    "underline": "underline",
    "strikeout": "strikeout",
    "squiggly": "squiggly",
    "note": "text",
    "free_text": "freetext",
    "bookmark": "text",
    "area": "square",
    "other": "square",
}
"""What each of our kinds is called; `note` where nothing is said means ``text``, `area` means ``square``."""
MARKUPS = frozenset({"highlight", "underline", "strikeout", "squiggly"})
ICON = 18.0
"""Side of the icon of a note, in points."""
_PLACE = Piece(PageNo(1), 0, 0, (Rect(18.0, 18.0, 18.0 + ICON, 18.0 + ICON),))
_UNWRITABLE = {
    code: "\ufffd" for code in (*range(0x20), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)) if code not in {9, 10, 13}
}


def write_xfdf(
    placed: Sequence[tuple[Annotation, Anchor | None]],
    *,
    owner: Owner,
    frames: Mapping[PageNo, PageFrame],
    href: str = "",
) -> tuple[bytes, tuple[Problem, ...]]:
    """Return a file with annotations and their places in one PDF, and which could not be written.

    `frames` are the pages of that PDF, `href` its name. One without an anchor (on the whole paper) is a note on page 1.
    """
    problems: list[Problem] = []
    elements: list[str] = []
    for annotation, anchor in placed:
        written = list(_elements(annotation, anchor, owner, frames))
        elements += written
        if not written:
            problems.append(_unwritten(annotation, anchor))
    file = f"<f href={quoteattr(_clean(href))}/>" if href else ""
    head = f'<xfdf xmlns="{XFDF}" xmlns:kb="{OWN}" xml:space="preserve">{file}<annots>'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *elements, "</annots></xfdf>\n"]).encode(), tuple(
        problems
    )


def _elements(
    each: Annotation, anchor: Anchor | None, owner: Owner, frames: Mapping[PageNo, PageFrame]
) -> Iterator[str]:
    pieces = (_PLACE,) if anchor is None else anchor.pieces
    kept = [piece for piece in pieces if piece.page in frames]
    for number, piece in enumerate(kept, 1):
        name = each.id if number == 1 else f"{each.id}/{number}"
        values = _attributes(each, anchor, owner, name) | _place(each, piece, frames[piece.page])
        yield _element(each, values, is_first=number == 1)


def _attributes(each: Annotation, anchor: Anchor | None, owner: Owner, name: str) -> dict[str, str]:
    """Return what an annotation says apart from its place; what is empty is left out."""
    is_line = ELEMENTS[each.kind] in {"underline", "strikeout", "squiggly", "square"}
    values = {
        "name": name,
        "title": each.creator.removeprefix(UNKNOWN_CREATOR) or ("" if each.creator else owner.name),
        "color": as_rgb(each.colour, is_line=is_line),
        "creationdate": pdf_date(each.created),
        "date": pdf_date(each.modified),
        "inreplyto": each.reply_to or "",
        "flags": "print",
        "kb:kind": each.kind,
        "kb:colour": each.colour,
        "kb:tags": json.dumps(each.tags, ensure_ascii=False) if each.tags else "",
        "kb:owner": "" if each.creator else owner.id,
        "kb:whole": "true" if anchor is None else "",
        "kb:passage": "true" if anchor is not None and any(each.start < each.end for each in anchor.pieces) else "",
    }
    return {key: value for key, value in values.items() if value}


def _place(each: Annotation, piece: Piece, frame: PageFrame) -> dict[str, str]:
    """Return page, rect and (for marks) coords: per line the corners top left, top right, bottom left, bottom right."""
    boxes = [frame.to_user(box) for box in piece.boxes or (Rect(0.0, 0.0, 0.0, 0.0),)]
    around = boxes[0]
    for box in boxes[1:]:
        around |= box
    own = ";".join(_numbers(box) for box in boxes)
    element = ELEMENTS[each.kind]
    if element == "text":
        around = Rect(around.x0, around.y1 - ICON, around.x0 + ICON, around.y1)
    values = {"page": str(piece.page - 1), "rect": _numbers(around)}
    if element in MARKUPS:
        values["coords"] = ",".join(
            f"{_number(b.x0)},{_number(b.y1)},{_number(b.x1)},{_number(b.y1)},"
            f"{_number(b.x0)},{_number(b.y0)},{_number(b.x1)},{_number(b.y0)}"
            for b in boxes
        )
    if not piece.boxes:
        values["kb:boxes"] = "none"
    elif len(boxes) > 1 or element not in {"square", "freetext"}:
        values["kb:boxes"] = own
    return values


def _element(each: Annotation, values: Mapping[str, str], *, is_first: bool) -> str:
    element = ELEMENTS[each.kind]
    attributes = "".join(f" {key}={quoteattr(_clean(value))}" for key, value in values.items())
    body = escape(_clean(each.body), {"\r": "&#13;"}) if is_first else ""
    inside = f"<contents>{body}</contents>" if body else ""
    if element == "freetext":
        inside += "<defaultappearance>/Helv 10 Tf 0 g</defaultappearance>"
    return f"<{element}{attributes}>{inside}</{element}>"


def _clean(text: str) -> str:
    """Return a text without the characters that XML can't hold."""
    return text.translate(_UNWRITABLE)


def _numbers(box: Rect) -> str:
    return ",".join(map(_number, (box.x0, box.y0, box.x1, box.y1)))


def _number(value: float) -> str:
    return f"{value + 0.0:.3f}".rstrip("0").rstrip(".")


def _unwritten(each: Annotation, anchor: Anchor | None) -> Problem:
    quote = anchor.quote.exact if anchor is not None and anchor.quote is not None else ""
    what = (quote or each.body)[:100]
    return Problem("annotation_not_in_file", f"it has no place in this file: {what}", values={"what": what})
