"""What the parent asks of its child processes: names it can send without loading MuPDF itself."""

# ruff: noqa: PLC0415  the imports are the point: they happen in the child only

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from kennisbank.documents.copy_marks import CopyMark, WrittenMarks
from kennisbank.documents.limits import give_way, limit_memory
from kennisbank.documents.pack_contents import PackPart
from kennisbank.documents.parts import Part, Refusal
from kennisbank.domain.document import PageImage
from kennisbank.domain.pack import PackItem, PackSpec
from kennisbank.domain.page_frame import PageFrame
from kennisbank.domain.recognition import RecognisedPage

_ORPHANED_S = 120
"""Seconds after which a task ends its process by itself: the parent, which stops it long before, is dead."""


@contextmanager
def _not_for_ever() -> Iterator[None]:
    """End this process if the task runs on after the parent was killed: an endless loop would outlive it."""
    if sys.platform == "win32":
        yield
        return
    signal.alarm(_ORPHANED_S)
    try:
        yield
    finally:
        signal.alarm(0)


def start(memory_bytes: int) -> None:
    """Prepare a child process, before its first task."""
    limit_memory(memory_bytes)


def start_in_background(memory_bytes: int) -> None:
    """Prepare a child process whose work nobody waits for: whatever else the computer has to do goes first."""
    limit_memory(memory_bytes)
    give_way()


def ready() -> bool:
    """Load what the first file would have to wait for."""
    import kennisbank.documents.extraction

    return bool(kennisbank.documents.extraction)


def extract_part(path: str, name: str, first: int, budget_s: float, with_extras: bool) -> Part | Refusal:  # noqa: FBT001  crosses a process border by position
    """Return pages of the file from 0-based `first` on, as many as can be read in about `budget_s` seconds."""
    from kennisbank.documents import extraction

    with _not_for_ever():
        return extraction.extract_part(path, name, first, budget_s, with_extras=with_extras)


def render_page(path: str, media_type: str, page_index: int, scale: float, night: bool) -> PageImage | Refusal:  # noqa: FBT001  crosses a process border by position
    """Return the picture of the page with this 0-based index, at `scale` pixels a point."""
    from kennisbank.documents import rendering

    with _not_for_ever():
        return rendering.render_page(path, media_type, page_index, scale, night=night)


def page_frames(path: str) -> tuple[PageFrame, ...] | Refusal:
    """Return how each page of a PDF is shown."""
    from kennisbank.documents import page_frames as frames

    with _not_for_ever():
        return frames.page_frames(path)


def write_annotated(path: str, target: str, marks: Sequence[CopyMark]) -> WrittenMarks | Refusal:
    """Write a copy of a PDF with marks in it."""
    from kennisbank.documents import annotated_copy

    with _not_for_ever():
        return annotated_copy.write_annotated(path, target, marks)


def write_pack_part(item: PackItem, target: str) -> list[int] | Refusal:
    """Write the pages of one item of a reading pack."""
    from kennisbank.documents import pack_part

    with _not_for_ever():
        return pack_part.write_part(item, target)


def write_pack(spec: PackSpec, parts: Sequence[PackPart], target: str) -> int | Refusal:
    """Write a reading pack from the pages of its items."""
    from kennisbank.documents import pack

    with _not_for_ever():
        return pack.write_pack(spec, parts, target)


def write_anonymous(path: str, media_type: str, target: str) -> bool | Refusal:
    """Write a copy of a file that says nothing of who made it."""
    from kennisbank.documents import anonymous

    with _not_for_ever():
        return anonymous.write_anonymous(path, media_type, target)


def recognise_page(
    path: str, media_type: str, page_index: int, words: int, languages: str, folder: str
) -> RecognisedPage | Refusal:
    """Return what Tesseract reads on the page with this 0-based index, that has so many `words` of its own."""
    from kennisbank.documents import ocr_page

    with _not_for_ever():
        return ocr_page.recognise_page(path, media_type, page_index, words, languages, folder)
