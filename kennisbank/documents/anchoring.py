"""Anchors: where a passage stands in a file, in words, offsets and boxes; and where it stands in another version."""

from collections.abc import Sequence
from dataclasses import replace

from kennisbank.documents.describing import describe, describe_area, describe_boxes, spans_under
from kennisbank.documents.letters import Span
from kennisbank.documents.line_boxes import line_boxes
from kennisbank.domain.annotation import Anchor
from kennisbank.domain.document import PageText
from kennisbank.domain.ids import FileHash

__all__ = ["Span", "describe", "describe_area", "describe_boxes", "line_boxes", "reanchored", "spans_under"]


def reanchored(
    anchors: Sequence[Anchor], before: Sequence[PageText], file: FileHash, pages: Sequence[PageText]
) -> list[Anchor]:
    """Return where each of `anchors` stands in `file`, whose pages are `pages`; `before` are those of the old file."""
    found = []
    for anchor in anchors:
        place = _exact(anchor, file, pages)
        found.append(place or Anchor(file, (), anchor.quote, "gone", 0.0))
    return found


def _exact(anchor: Anchor, file: FileHash, pages: Sequence[PageText]) -> Anchor | None:
    if anchor.quote is None:
        return None
    for page in pages:
        at = page.text.find(anchor.quote.exact)
        if at >= 0:
            found = describe(file, pages, [Span(page.number, at, at + len(anchor.quote.exact))])
            return replace(found, state="moved")
    return None
