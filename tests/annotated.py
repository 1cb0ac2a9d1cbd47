"""PDFs with annotations by other programs, made on the spot for tests."""

from collections.abc import Callable
from pathlib import Path

import pymupdf

Draw = Callable[["pymupdf.Page"], None]


def annotate(source: Path, target: Path, draw: Draw, page: int = 0) -> Path:
    """Write a copy of a PDF on one 0-based page of which `draw` has put annotations."""
    document = pymupdf.open(source)
    draw(document[page])
    target.parent.mkdir(parents=True, exist_ok=True)
    document.save(target)
    document.close()
    return target


def highlight(words: str, *, author: str = "Eva", body: str = "", name: str = "", colour=(1, 1, 0)) -> Draw:  # type: ignore[no-untyped-def]
    """Return what highlights the first occurrence of `words`."""

    def draw(page: "pymupdf.Page") -> None:
        made = page.add_highlight_annot(page.search_for(words)[0])
        made.set_colors(stroke=colour)
        made.set_info(title=author, content=body, creationDate="D:20240102030405+01'00'", modDate="D:20240102030405Z")
        made.update()
        if name:
            page.parent.xref_set_key(made.xref, "NM", f"({name})")

    return draw


def together(*draws: Draw) -> Draw:
    """Return what does all of `draws`, in their order."""

    def draw(page: "pymupdf.Page") -> None:
        for each in draws:
            each(page)

    return draw


def ink(page: "pymupdf.Page") -> None:
    """Draw a line by hand: a kind that is only kept."""
    page.add_ink_annot([[(100, 300), (150, 320), (200, 300)]])
