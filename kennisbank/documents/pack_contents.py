"""The contents of a reading pack, to be laid out: what goes in, where it stands, and what may be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from kennisbank.domain.pack import PackItem, PackSpec

CSS = """
* { font-family: sans-serif; font-size: 10.5px; line-height: 1.35; }
h1 { font-size: 22px; margin: 0 0 8px 0; }
h2 { font-size: 13px; margin: 16px 0 6px 0; }
.remark { color: #4c575a; margin: 2px 0; white-space: pre-wrap; }
.item { margin: 0 0 10px 0; }
.title { font-weight: bold; margin: 0; }
.line { margin: 1px 0; }
.passage { margin: 4px 0 4px 14px; }
.place { color: #0b5f73; text-decoration: none; }
.out { color: #7a4b00; margin: 1px 0; }
"""


@dataclass(frozen=True, slots=True)
class PackPart:
    """The pages of one item: the PDF they are in (empty: none), and their numbers in the item's own file."""

    path: str = ""
    pages: tuple[int, ...] = ()
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class PlacedItem:
    """Where an item begins in the pack (1-based page among the papers, None when it isn't in it), or why it isn't.

    `passages` are the pages of its passages, None for one without a page.
    """

    page: int | None
    passages: tuple[int | None, ...] = ()
    left_out: str = ""


def contents_html(spec: PackSpec, placed: Sequence[PlacedItem]) -> str:
    """Return the contents; what leads somewhere has the id ``i3`` (item 3) or ``p3-1`` (its passage 1), from 0."""
    items = "".join(
        _item(spec, number, item, at) for number, (item, at) in enumerate(zip(spec.items, placed, strict=True))
    )
    remark = f'<p class="remark">{_text(spec.remark)}</p>' if spec.remark else ""
    return f"<h1>{_text(spec.title)}</h1>{remark}<h2>{_text(spec.words.contents)}</h2>{items}"


def _item(spec: PackSpec, number: int, item: PackItem, at: PlacedItem) -> str:
    lines = [f'<p class="title" id="i{number}">{number + 1}. {_text(item.title)}{_place(spec, at.page)}</p>']
    lines += [f'<p class="line">{_text(each)}</p>' for each in (item.citation, item.licence) if each]
    if item.remark:
        lines.append(f'<p class="remark">{_text(item.remark)}</p>')
    for index, passage in enumerate(item.passages):
        page = at.passages[index] if index < len(at.passages) else None
        source = f" ({_text(spec.words.page.format(page=passage.page_label))})" if passage.page_label else ""
        words = f"“{_text(passage.quote)}”" if passage.quote else ""
        lines.append(f'<p class="passage" id="p{number}-{index}">{words}{source}{_place(spec, page)}</p>')
    if at.left_out:
        lines.append(f'<p class="out">{_text(spec.words.not_included.format(reason=at.left_out))}</p>')
    return f'<div class="item">{"".join(lines)}</div>'


def _place(spec: PackSpec, page: int | None) -> str:
    if page is None:
        return ""
    return f' <span class="place">→ {_text(spec.words.here.format(page=page))}</span>'


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br/>")
