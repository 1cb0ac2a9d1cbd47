"""PDF's kinds of annotation and ours, and the keys by which our own copies say what PDF has no word for."""

from collections.abc import Mapping
from types import MappingProxyType

from kennisbank.domain.annotation import AnnotationKind

KINDS_OF: Mapping[str, AnnotationKind] = MappingProxyType(
    {
        "Highlight": "highlight",
        "Underline": "underline",
        "StrikeOut": "strikeout",
        "Squiggly": "squiggly",
        "Text": "note",
        "FreeText": "free_text",
        "Square": "area",
    }
)
"""Ours for each of PDF's that we know as a kind of its own."""

MARKUPS = frozenset({"Highlight", "Underline", "StrikeOut", "Squiggly"})
"""Those that lie on words and say by /QuadPoints on which."""

NOT_READERS = frozenset({"Link", "Popup", "Widget", "PrinterMark", "TrapNet", "Watermark", "Screen", "3D", "Movie"})
"""Annotations in PDF's sense that nobody wrote in a margin: parts of the page, of a form, or of another annotation."""

OWN_KIND, OWN_TAGS, OWN_COLOUR, OWN_BOXES, OWN_WHOLE, OWN_PART = (
    "KBKind", "KBTags", "KBColour", "KBBoxes", "KBWhole", "KBPart",
)  # fmt: skip
"""Private keys: our kind; the tags as a JSON list; the name of the mark; the boxes of what is only an icon; that it
belongs to the whole contribution; that it goes on from another of the name before the slash."""
OWN_KEYS = frozenset({OWN_KIND, OWN_TAGS, OWN_COLOUR, OWN_BOXES, OWN_WHOLE, OWN_PART})


def kind_of(subtype: str) -> AnnotationKind:
    """Return our kind for one of PDF's."""
    return KINDS_OF.get(subtype, "other")
