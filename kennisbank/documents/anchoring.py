"""Anchors: where a passage stands in a file, in words, offsets and boxes; and where it stands in another version.

What the rest of the program uses of this; how it is done stands in the modules that are named here.
"""

from kennisbank.documents.describing import (
    boxes_described,
    describe,
    describe_area,
    describe_boxes,
    described,
    spans_under,
)
from kennisbank.documents.file_text import FileText
from kennisbank.documents.letters import Span
from kennisbank.documents.line_boxes import line_boxes
from kennisbank.documents.reanchoring import find_quote, find_quotes, reanchored

__all__ = [
    "FileText",
    "Span",
    "boxes_described",
    "describe",
    "describe_area",
    "describe_boxes",
    "described",
    "find_quote",
    "find_quotes",
    "line_boxes",
    "reanchored",
    "spans_under",
]
