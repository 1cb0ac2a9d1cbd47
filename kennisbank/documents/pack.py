"""A reading pack as one PDF: its contents, and behind them the papers. Runs in a child process only."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pymupdf
from pymupdf import mupdf

from kennisbank.documents.pack_contents import CSS, PackPart, PlacedItem, contents_html
from kennisbank.documents.parts import Refusal
from kennisbank.documents.refusals import refusal_of, writing
from kennisbank.domain.pack import PackSpec

_PAPER = (0.0, 0.0, 595.0, 842.0)
_FRAME = (60.0, 60.0, 535.0, 782.0)
_GOTO = 1
"""A link within the document, in PyMuPDF's words."""
_MOST = 500
"""Pages of contents: more is no dossier."""


@dataclass(frozen=True, slots=True)
class _Link:
    """A place in the contents that leads to a page of the papers (1-based)."""

    page: int
    box: tuple[float, float, float, float]
    target: int


def write_pack(spec: PackSpec, parts: Sequence[PackPart], target: str) -> int | Refusal:
    """Write the pack to `target`; return how many pages it has. `parts` are of the items, in their order."""
    try:
        return _write(spec, parts, target)
    except Exception as error:  # noqa: BLE001  told, not thrown; logged where unknown
        return refusal_of(error, spec.title)
    finally:
        mupdf.fz_empty_store()


def _write(spec: PackSpec, parts: Sequence[PackPart], target: str) -> int:
    placed = _placed(spec, parts)
    pack, links = _contents(spec, placed)
    ahead = len(pack)
    for part in parts:
        if part.path:
            pack.insert_pdf(pymupdf.open(part.path))  # type: ignore[no-untyped-call]
    for link in links:
        box: Any = pymupdf.Rect(link.box)  # type: ignore[no-untyped-call]
        pack[link.page].insert_link({"kind": _GOTO, "from": box, "page": ahead + link.target - 1})
    pack.set_toc(_outline(spec, placed, ahead))
    labels = [{"startpage": 0, "style": "r", "firstpagenum": 1}]
    if len(pack) > ahead:
        labels.append({"startpage": ahead, "style": "D", "firstpagenum": 1})
    pack.set_page_labels(labels)
    pack.set_metadata({"title": spec.title})
    pack.set_language(spec.language)
    with writing():
        pack.save(target, garbage=1, deflate=True)
    return len(pack)


def _placed(spec: PackSpec, parts: Sequence[PackPart]) -> list[PlacedItem]:
    """Return where each item begins, counted among the papers from 1."""
    found, begin = [], 1
    for item, part in zip(spec.items, parts, strict=True):
        at = {page: begin + index for index, page in enumerate(part.pages)} if part.path else {}
        passages = tuple(at.get(each.pieces[0].page) if each.pieces else None for each in item.passages)
        found.append(PlacedItem(begin if at else None, passages, part.left_out))
        begin += len(at)
    return found


def _contents(spec: PackSpec, placed: Sequence[PlacedItem]) -> tuple[Any, list[_Link]]:
    """Return the pages of the contents, and what on them leads where."""
    targets: dict[str, int] = {}
    for number, at in enumerate(placed):
        if at.page is not None:
            targets[f"i{number}"] = at.page
        targets |= {f"p{number}-{index}": page for index, page in enumerate(at.passages) if page is not None}
    story: Any = pymupdf.Story(contents_html(spec, placed), user_css=CSS)  # type: ignore[no-untyped-call]
    links: list[_Link] = []
    buffer = io.BytesIO()
    writer: Any = pymupdf.DocumentWriter(buffer)  # type: ignore[no-untyped-call]
    frame: Any = pymupdf.Rect(_FRAME)  # type: ignore[no-untyped-call]
    paper: Any = pymupdf.Rect(_PAPER)  # type: ignore[no-untyped-call]
    more, page = 1, 0

    def seen(position: Any) -> None:
        if position.id in targets and position.open_close & 1:
            links.append(_Link(page, tuple(position.rect), targets[position.id]))

    while more and page < _MOST:
        device = writer.begin_page(paper)
        more, _ = story.place(frame)
        story.element_positions(seen)
        story.draw(device)
        writer.end_page()
        page += 1
    writer.close()
    contents: Any = pymupdf.open("pdf", buffer.getvalue())  # type: ignore[no-untyped-call]
    contents.subset_fonts()
    return contents, links


def _outline(spec: PackSpec, placed: Sequence[PlacedItem], ahead: int) -> list[list[object]]:
    """Return the lines of the pack's own contents: level, title, 1-based page."""
    lines: list[list[object]] = [[1, spec.words.contents, 1]]
    for item, at in zip(spec.items, placed, strict=True):
        if at.page is None:
            continue
        lines.append([1, item.title or "-", ahead + at.page])
        for passage, page in zip(item.passages, at.passages, strict=True):
            if page is not None:
                short = passage.quote[:80] or spec.words.page.format(page=passage.page_label or page)
                lines.append([2, short, ahead + page])
    return lines
