"""What the parent asks of its child processes: names it can send without loading MuPDF itself."""

# ruff: noqa: PLC0415  the imports are the point: they happen in the child only

from kennisbank.documents.limits import limit_memory
from kennisbank.documents.parts import Part, Refusal
from kennisbank.domain.document import PageImage


def start(memory_bytes: int) -> None:
    """Prepare a child process, before its first task."""
    limit_memory(memory_bytes)


def ready() -> bool:
    """Load what the first file would have to wait for."""
    import kennisbank.documents.extraction

    return bool(kennisbank.documents.extraction)


def extract_part(path: str, name: str, first: int, budget_s: float, with_outline: bool) -> Part | Refusal:  # noqa: FBT001  crosses a process border by position
    """Return pages of the file from 0-based `first` on, as many as can be read in about `budget_s` seconds."""
    from kennisbank.documents import extraction

    return extraction.extract_part(path, name, first, budget_s, with_outline=with_outline)


def render_page(path: str, media_type: str, page_index: int, scale: float, night: bool) -> PageImage | Refusal:  # noqa: FBT001  crosses a process border by position
    """Return the picture of the page with this 0-based index, at `scale` pixels a point."""
    from kennisbank.documents import rendering

    return rendering.render_page(path, media_type, page_index, scale, night=night)
