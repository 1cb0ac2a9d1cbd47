"""One page of an opened document → text, word boxes, links. Runs in a child process only.

Uses MuPDF's own binding (`pymupdf.mupdf`) instead of `pymupdf.Page`: that one turns a rotated page upright and back for
every question, adds the text of comments to the author's text, and loads the outline on opening, which deep nesting
turns into a crash before a single page was read.
"""

from dataclasses import dataclass

import pymupdf
from pymupdf import mupdf

from kennisbank.documents.layout import page_text
from kennisbank.documents.limits import MAX_LINKS
from kennisbank.documents.wording import safe_uri
from kennisbank.domain.document import Link, PageText, Rect
from kennisbank.domain.ids import PageNo

_TEXT_FLAGS = (
    mupdf.FZ_STEXT_PRESERVE_LIGATURES
    | mupdf.FZ_STEXT_PRESERVE_WHITESPACE
    | mupdf.FZ_STEXT_MEDIABOX_CLIP
    | mupdf.FZ_STEXT_USE_CID_FOR_UNKNOWN_UNICODE
)
_LARGEST_SIDE = 1_000_000.0
"""Points; what is beyond is a broken page box, not paper."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What was read from one page; `has_pictures` is only looked for where there are no words."""

    page: PageText
    links: tuple[Link, ...]
    has_words: bool
    has_pictures: bool


def read_page(document: "mupdf.FzDocument", page_index: int, label: str = "", *, with_links: bool = True) -> ReadPage:
    """Return the page with its 0-based index, read.

    Raises:
        pymupdf.mupdf.FzErrorBase: MuPDF can't make sense of the page.
    """
    number = PageNo(page_index + 1)
    page = mupdf.fz_load_page(document, page_index)
    bounds = mupdf.fz_bound_page(page)
    words = pymupdf.TextPage(structured_text(page, bounds, _TEXT_FLAGS)).extractWORDS()  # type: ignore[no-untyped-call]
    text, packed = page_text(words)
    return ReadPage(
        PageText(number, text, packed, _side(bounds.x1 - bounds.x0), _side(bounds.y1 - bounds.y0), label),
        tuple(_links(document, page, number)) if with_links else (),
        bool(text),
        not text and _has_pictures(page, bounds),
    )


def structured_text(page: "mupdf.FzPage", bounds: "mupdf.FzRect", flags: int) -> "mupdf.FzStextPage":
    """Return MuPDF's own analysis of the page: its contents and what is filled in its form, without comments on it."""
    structured = mupdf.FzStextPage(bounds)
    device = mupdf.fz_new_stext_device(structured, mupdf.FzStextOptions(flags))
    identity, cookie = mupdf.FzMatrix(), mupdf.FzCookie()
    mupdf.fz_run_page_contents(page, device, identity, cookie)
    mupdf.fz_run_page_widgets(page, device, identity, cookie)
    mupdf.fz_close_device(device)
    return structured


def _has_pictures(page: "mupdf.FzPage", bounds: "mupdf.FzRect") -> bool:
    """Tell whether a page without words shows a picture: a scan, not a blank page."""
    structured = structured_text(page, bounds, mupdf.FZ_STEXT_PRESERVE_IMAGES | mupdf.FZ_STEXT_COLLECT_VECTORS)
    return bool(structured.m_internal.first_block)


def _links(document: "mupdf.FzDocument", page: "mupdf.FzPage", number: PageNo) -> list[Link]:
    found: list[Link] = []
    link = mupdf.fz_load_links(page)
    while link.m_internal and len(found) < MAX_LINKS:
        rect, target = link.rect(), link.uri() or ""
        box = Rect(min(rect.x0, rect.x1), min(rect.y0, rect.y1), max(rect.x0, rect.x1), max(rect.y0, rect.y1))
        if mupdf.fz_is_external_link(target):
            uri = safe_uri(target)
            if uri:
                found.append(Link(number, box, uri=uri))
        else:
            place = _place(document, target)
            if place is not None:
                found.append(Link(number, box, target_page=place[0], target_y=place[1]))
        link = link.next()
    return found


def _place(document: "mupdf.FzDocument", target: str) -> tuple[PageNo, float] | None:
    """Return the 1-based page and the height on it to which an internal link leads; None if nowhere."""
    try:
        location, _, y = mupdf.fz_resolve_link(document, target)
        index = mupdf.fz_page_number_from_location(document, location)
    except mupdf.FzErrorBase:
        return None
    return (PageNo(index + 1), _height(y)) if index >= 0 else None


def _side(length: float) -> float:
    return length if 0 < length <= _LARGEST_SIDE else 0.0


def _height(y: float) -> float:
    """Return a height on a page; a link that names none gives NaN, which is the top."""
    return y if 0 <= y <= _LARGEST_SIDE else 0.0
