"""What a file says, page by page: raw text, and where each word of it stands.

Raw text is the author's and never mended here; cleaning is a derived layer made at indexing. Offsets count Unicode
code points (Python's ``str`` index) in the page's raw text, so they mean the same in every process and language.
"""

import sys
import zlib
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kennisbank.domain.ids import PageNo


@dataclass(frozen=True, slots=True)
class Rect:
    """A box in PDF points (1/72 inch), origin top left, y downwards, after /Rotate; x0 <= x1, y0 <= y1."""

    x0: float
    y0: float
    x1: float
    y1: float

    def __or__(self, other: "Rect") -> "Rect":
        """Return the smallest box around both."""
        return Rect(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))


@dataclass(frozen=True, slots=True)
class Word:
    """A run without white space: ``text[start:end]`` of its page, and its box."""

    start: int
    end: int
    box: Rect


@dataclass(frozen=True, slots=True)
class PageText:
    r"""The raw text of one page in reading order, and its words packed (`pack_words`).

    Lines end in ``\n``, blocks in ``\n\n``. `label` is the printed page number (``iv``), empty where the file has
    none. `first_line` is the 1-based line of the source with which the page begins, for plain-text files only.
    `is_read_by_machine`: the page is a scan, and this is the text that was recognised on it.
    """

    number: PageNo
    text: str
    packed_words: bytes
    width: float
    height: float
    label: str = ""
    first_line: int | None = None
    is_read_by_machine: bool = False

    def words(self) -> tuple[Word, ...]:
        """Return the words in reading order."""
        return unpack_words(self.packed_words)

    def lines_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first and last source line (1-based) of ``text[start:end]``, for plain-text files."""
        if self.first_line is None:
            return None
        first = self.first_line + self.text.count("\n", 0, start)
        return first, first + self.text.count("\n", start, max(start, end - 1))


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One line of a document's own contents: level from 1, 1-based page, height on the page in points from the top."""

    level: int
    title: str
    page: PageNo
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a page: to a URI (only http, https and mailto are kept) or to a place in the same document."""

    page: PageNo
    box: Rect
    uri: str = ""
    target_page: PageNo | None = None
    target_y: float = 0.0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should know of a file. Codes are stable (`docs/cli.md`); `message` is English.

    `severity`: ``error`` (the file was not taken), ``warning`` (taken, look again), ``note``.
    `values` fill the translated sentence that belongs to `code`.
    """

    code: str
    message: str
    page: PageNo | None = None
    severity: str = "warning"
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EmbeddedAnnotation:
    """An annotation that stands in a PDF, as it was read from there.

    `subtype` is PDF's own name (``Highlight``). `boxes` are in points, as in `Word.box`: the marked lines, else the one
    box it has. `name` is its /NM, `reply_to` the key of what it answers; `created` and `modified` are ISO 8601 or
    empty; `details` is what the model has no place for, as it was found. `key` is the same every time the same
    annotation is read from the same file.
    """

    page: PageNo
    subtype: str
    boxes: tuple[Rect, ...]
    key: str
    colour: str = ""
    contents: str = ""
    author: str = ""
    name: str = ""
    reply_to: str = ""
    created: str = ""
    modified: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """All that was read from one file by one version of the extractor.

    `info` holds the file's own metadata, cleaned of control characters and capped: keys ``title``, ``author``,
    ``keywords``, ``subject``, ``created`` where present, and ``annotations``: how many were read from a PDF.
    `media_type` is what the bytes are, not what the name says.
    """

    extractor: str
    media_type: str
    pages: tuple[PageText, ...]
    outline: tuple[OutlineEntry, ...] = ()
    links: tuple[Link, ...] = ()
    info: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    annotations: tuple[EmbeddedAnnotation, ...] = ()


@dataclass(frozen=True, slots=True)
class PageImage:
    """A picture of a page: `width` x `height` pixels, `stride` bytes a row, RGB, 8 bits a channel, top row first."""

    width: int
    height: int
    stride: int
    samples: bytes


def pack_words(words: Iterable[Word]) -> bytes:
    """Return the words as compressed bytes: a tenth of the size of objects, and cheap to send between processes."""
    offsets, boxes = array("I"), array("f")
    for word in words:
        offsets.append(word.start)
        offsets.append(word.end)
        boxes.extend((word.box.x0, word.box.y0, word.box.x1, word.box.y1))
    return pack_columns(offsets, boxes)


def pack_columns(offsets: "array[int]", boxes: "array[float]") -> bytes:
    """Return what `pack_words` returns, from start and end (``I``) and x0, y0, x1, y1 (``f``) of every word in a row.

    For the one caller that makes millions of words and has no use for the objects.
    """
    count = len(offsets) // 2
    if sys.byteorder == "big":  # little-endian on disk, so that a library can be carried to another machine
        offsets.byteswap()
        boxes.byteswap()
    return zlib.compress(count.to_bytes(4, "little") + offsets.tobytes() + boxes.tobytes(), 1)


def unpack_words(packed: bytes) -> tuple[Word, ...]:
    """Return what `pack_words` packed; boxes have the precision of a 32-bit float.

    Raises:
        ValueError: these bytes were not made by `pack_words`.
    """
    try:
        raw = zlib.decompress(packed)
    except zlib.error as error:
        raise ValueError("not packed words") from error
    count = int.from_bytes(raw[:4], "little")
    offsets, boxes = array("I"), array("f")
    offsets.frombytes(raw[4 : 4 + 8 * count])
    boxes.frombytes(raw[4 + 8 * count : 4 + 24 * count])
    if sys.byteorder == "big":
        offsets.byteswap()
        boxes.byteswap()
    return tuple(Word(offsets[2 * i], offsets[2 * i + 1], Rect(*boxes[4 * i : 4 * i + 4])) for i in range(count))


@dataclass(frozen=True, slots=True)
class CoverSpan:
    """The part of a page, ``text[start:end]`` of its raw text, that is a cover sheet or a piece of one."""

    page: PageNo
    start: int
    end: int
