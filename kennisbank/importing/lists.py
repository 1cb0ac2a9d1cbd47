"""The list that comes with an edition's files: which row speaks of which file, and what it says.

A row is found by relative path, then by base name, stem, checksum, the DOI in the file's name, and last by the title
that was read from the file. The first way that finds exactly one row decides; one that finds several is a problem and
never a guess.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from kennisbank.domain.folding import fold
from kennisbank.domain.metadata import SourcedMetadata
from kennisbank.errors import BadInputError
from kennisbank.importing.bibliographies import read_bibtex, read_ris
from kennisbank.importing.columns import metadata_of
from kennisbank.importing.identifiers import doi_key, name_key
from kennisbank.importing.tables import read_table

MAXIMUM_ROWS = 200_000
_Key = Literal["path", "name", "stem", "sha", "doi", "title"]


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: where it stands (``list.csv row 41``), the file it names, its checksums, and its metadata."""

    detail: str
    file: str
    checksums: tuple[str, ...]
    metadata: SourcedMetadata


@dataclass(frozen=True, slots=True)
class RowMatch:
    """What the list has for a file: a row, or several that could not be told apart, or nothing."""

    row: ListRow | None = None
    candidates: tuple[ListRow, ...] = ()


class MetadataList:
    """The rows of one list, and which of them were matched to a file so far."""

    def __init__(self, rows: Iterable[ListRow], faults: Iterable[str] = ()) -> None:
        """Index `rows`; `faults` are sentences on what could not be read."""
        self.rows = tuple(rows)
        self.faults = tuple(faults)
        self._by: dict[_Key, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._used: set[int] = set()
        for index, row in enumerate(self.rows):
            for kind, key in _keys(row):
                self._by[kind][key].append(index)

    @property
    def needs_sha1(self) -> bool:
        """Tell whether any row names its file by SHA-1, so that it is worth computing."""
        return any(len(key) == 40 for key in self._by["sha"])

    def row_for(
        self, name: str, *, sha1: "str | Callable[[], str]" = "", sha256: str = "", doi: str = "", title: str = ""
    ) -> SourcedMetadata | None:
        """Return what the list says of the file with this relative name, or None."""
        match = self.match(name, sha1=sha1, sha256=sha256, doi=doi, title=title)
        return match.row.metadata if match.row is not None else None

    def match(
        self, name: str, *, sha1: "str | Callable[[], str]" = "", sha256: str = "", doi: str = "", title: str = ""
    ) -> RowMatch:
        """Find the row for a file; a row that is found counts as used (two files may share one row)."""
        candidates: tuple[int, ...] = ()
        for kind, key in self._questions(name, sha1, sha256, doi, title):
            found = self._found(kind, key, name)
            if len(found) == 1:
                self._used.add(found[0])
                return RowMatch(self.rows[found[0]])
            candidates = candidates or found
        return RowMatch(None, tuple(self.rows[index] for index in candidates))

    def unmatched(self) -> tuple[ListRow, ...]:
        """Return the rows that no file was matched to, in order."""
        return tuple(row for index, row in enumerate(self.rows) if index not in self._used)

    def _questions(
        self, name: str, sha1: "str | Callable[[], str]", sha256: str, doi: str, title: str
    ) -> Iterator[tuple[_Key, str]]:
        path = PurePosixPath(name_key(name))
        yield "path", str(path)
        yield "sha", sha256.lower()
        if self.needs_sha1:
            yield "sha", (sha1() if callable(sha1) else sha1).lower()
        yield "name", path.name
        yield "stem", path.stem
        yield "doi", doi_key(path.stem)
        yield "doi", doi_key(doi)
        yield "title", fold(title)

    def _found(self, kind: _Key, key: str, name: str) -> tuple[int, ...]:
        if not key:
            return ()
        found = tuple(self._by[kind].get(key, ()))
        if kind in {"name", "stem"}:
            found = tuple(index for index in found if self._may_be(index, name)) if len(found) > 1 else found
        return found

    def _may_be(self, index: int, name: str) -> bool:
        """Tell whether the path in a row ends as this file's does, or the other way round."""
        ours, theirs = f"/{name_key(name)}", f"/{name_key(self.rows[index].file)}"
        return ours.endswith(theirs) or theirs.endswith(ours)


def _keys(row: ListRow) -> Iterator[tuple[_Key, str]]:
    if row.file:
        path = PurePosixPath(name_key(row.file))
        yield "path", str(path)
        yield "name", path.name
        yield "stem", path.stem
    for checksum in row.checksums:
        yield "sha", checksum.lower()
    if row.metadata.values.doi:
        yield "doi", doi_key(row.metadata.values.doi)
    if row.metadata.values.title:
        yield "title", fold(row.metadata.values.title)


def read_list(path: Path) -> MetadataList:
    """Read a CSV, TSV, BibTeX or RIS list; the extension decides, then the first characters.

    Raises:
        BadInputError: it can't be read, or no column says which paper a row is about (the columns found are named).
    """
    suffix = path.suffix.lower()
    if suffix in {".xlsx", ".xls", ".ods"}:
        raise BadInputError("Spreadsheets are not read; save the list as CSV.", path)
    if suffix == ".bib":
        return _of_entries(path, read_bibtex(path))
    if suffix == ".ris":
        return _of_entries(path, read_ris(path))
    rows: list[ListRow] = []
    for line, cells in read_table(path):
        if len(rows) >= MAXIMUM_ROWS:
            raise BadInputError(f"The list has more than {MAXIMUM_ROWS} rows.", path)
        rows.append(_row(cells, f"{path.name} row {line}"))
    return MetadataList(rows)


def _of_entries(path: Path, entries: Iterator[tuple[int, dict[str, str], str]]) -> MetadataList:
    rows: list[ListRow] = []
    faults: list[str] = []
    for line, cells, fault in entries:
        if fault:
            faults.append(fault)
        elif cells:
            rows.append(_row(cells, f"{path.name} line {line}"))
        if len(rows) + len(faults) > MAXIMUM_ROWS:
            raise BadInputError(f"The list has more than {MAXIMUM_ROWS} entries.", path)
    return MetadataList(rows, faults)


def _row(cells: dict[str, str], detail: str) -> ListRow:
    checksums = tuple(value for name in ("sha1", "sha256") if (value := cells.get(name, "").strip()))
    file = re.sub(r"^(?:file://|https?://[^/]+/)", "", cells.get("file", "").strip())
    return ListRow(detail, file, checksums, metadata_of(cells, detail))
