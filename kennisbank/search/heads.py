"""What the index keeps of each contribution beside its words: its facets, its passages' lengths, and its texts."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

from kennisbank.domain.ids import ContributionId, FileHash, PageNo
from kennisbank.domain.passage import CoverSheet, Passage, SearchDocument, raw_pieces

HEAD_FIELDS = ("title", "authors", "keywords", "themes", "abstract")
"""The metadata that is searched; field i stands in the slots of target -(i + 1)."""


@dataclass(frozen=True, slots=True)
class Head:
    """One contribution in a segment.

    `lengths` are those of its passages, in places; `targets` says for each slot which passage (from 0) or which
    metadata field (-1 for `HEAD_FIELDS[0]`) it belongs to, `cover_targets` the same for cover sheets. `first_chunk`
    counts from the first chunk of the segment. Sheets with the same
    text have the same of the `cover_keys`. `file` and `page` are those of the first passage. `repeats` says of each
    passage which passage of the contribution it only says again, -1 for none.
    """

    contribution: ContributionId
    stamp: str
    title: str
    authors: tuple[str, ...]
    abstract: str
    keywords: tuple[str, ...]
    themes: tuple[str, ...]
    edition: str
    year: int | None
    language: str
    kind: str
    lengths: "array[int]"
    targets: "array[int]"
    cover_targets: "array[int]"
    first_chunk: int
    file: FileHash
    page: PageNo
    cover_keys: tuple[int, ...]
    is_here: bool
    repeats: "array[int]"

    @classmethod
    def of(
        cls,
        document: SearchDocument,
        lengths: "array[int]",
        targets: "array[int]",
        cover_targets: "array[int]",
        first_chunk: int,
    ) -> "Head":
        """Return the head of `document`."""
        places: tuple[Passage | CoverSheet, ...] = (*document.passages[:1], *document.cover_sheets[:1])
        return cls(
            document.contribution,
            document.stamp,
            document.title,
            document.authors,
            document.abstract,
            document.keywords,
            document.themes,
            document.edition,
            document.year,
            document.language,
            document.kind,
            lengths,
            targets,
            cover_targets,
            first_chunk,
            places[0].file if places else FileHash(""),
            places[0].page if places else PageNo(1),
            tuple(_cover_key(sheet.text) for sheet in document.cover_sheets),
            document.is_here,
            _repeats(document.passages),
        )

    def packed(self) -> tuple[Any, ...]:
        """Return this head as plain values."""
        return tuple(
            value.tobytes() if isinstance(value := getattr(self, name), array) else value for name in self.__slots__
        )

    @classmethod
    def unpacked(cls, values: tuple[Any, ...]) -> "Head":
        """Return what `packed` packed."""
        numbers = (array("I", values[11]), array("i", values[12]), array("i", values[13]))
        every: list[Any] = [*values[:11], *numbers, *values[14:-1], array("i", values[-1])]
        return cls(*every)

    def moved(self, first_chunk: int) -> "Head":
        """Return this head with its texts at another place."""
        return replace(self, first_chunk=first_chunk)

    def text(self, name: str) -> str:
        """Return a metadata field as one text."""
        value = getattr(self, name)
        return value if isinstance(value, str) else "; ".join(value)


def head_texts(document: SearchDocument) -> tuple[tuple[str, ...], ...]:
    """Return the metadata that is searched, in the order of `HEAD_FIELDS`."""
    return ((document.title,), document.authors, document.keywords, document.themes, (document.abstract,))


def passage_record(passage: Passage) -> tuple[Any, ...]:
    """Return a passage as plain values."""
    origins = array("I", [number for pair in passage.origins for number in pair]).tobytes()
    return (
        passage.file,
        passage.page,
        passage.start,
        passage.end,
        passage.text,
        origins,
        passage.lines,
        passage.language,
        passage.is_read_by_machine,
        passage.note,
        passage.marked,
    )


def _repeats(passages: Iterable[Passage]) -> "array[int]":
    """Return for each passage the one that it repeats, counted from the first of the contribution; -1 for none."""
    found = array("i")
    first: dict[FileHash, int] = {}
    for at, passage in enumerate(passages):
        start = first.setdefault(passage.file, at)
        found.append(-1 if passage.repeats is None else start + passage.repeats)
    return found


def raw_spans(packed: bytes, places: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the `Passage.raw_pieces` of all `places`, from the packed origins of a record, without making pairs."""
    origins = array("I", packed)
    cleaned, raw = origins[::2], origins[1::2]
    return tuple(piece for start, end in places for piece in raw_pieces(cleaned, raw, start, end))


def _cover_key(text: str) -> int:
    """Return a number that is the same for the same text, apart from white space and capitals."""
    return int.from_bytes(blake2b(" ".join(text.casefold().split()).encode("utf-8", "replace"), digest_size=8).digest())


def cover_record(sheet: CoverSheet) -> tuple[Any, ...]:
    """Return a cover sheet as plain values."""
    return (sheet.file, sheet.page, sheet.text, sheet.lines)


def cover_of(record: tuple[Any, ...]) -> CoverSheet:
    """Return what `cover_record` packed."""
    return CoverSheet(*record)
