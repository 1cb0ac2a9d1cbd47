"""A reading pack: what goes into one PDF for a lesson, and what came of it."""

from dataclasses import dataclass
from pathlib import Path

from kennisbank.domain.annotation import Piece


@dataclass(frozen=True, slots=True)
class PackPassage:
    """A passage to be read: its words, the printed number of its page, and where it stands in the item's file."""

    quote: str
    page_label: str
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class PackItem:
    """One paper of a pack, as it is told in the contents: all sentences are in the reader's language already.

    `file` is where its bytes are and `media_type` what they are; None when there is no file to put in. Without
    `passages` all its pages go in; with them only the pages on which they stand, each passage marked. `licence` is one
    sentence, `left_out` why its pages are not to be put in (empty: they are).
    """

    title: str
    citation: str
    file: Path | None = None
    media_type: str = ""
    licence: str = ""
    remark: str = ""
    passages: tuple[PackPassage, ...] = ()
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class PackWords:
    """The few words of the pack's own, in the reader's language; ``{page}`` and ``{reason}`` are filled in."""

    contents: str = "Contents"
    page: str = "page {page}"
    here: str = "page {page} of this pack"
    not_included: str = "Not included: {reason}"
    unreadable: str = "the file can't be read"
    locked: str = "whoever made the file does not allow its pages to be taken out"


@dataclass(frozen=True, slots=True)
class PackSpec:
    """A pack to be written: `language` is ``nl`` or ``en``; `items` in their order."""

    title: str
    items: tuple[PackItem, ...]
    remark: str = ""
    language: str = "nl"
    words: PackWords = PackWords()


@dataclass(frozen=True, slots=True)
class WrittenPack:
    """What came of a pack: how many pages it has, and by 0-based number of the item why its pages aren't in it."""

    pages: int
    left_out: dict[int, str]
