"""CSV, TSV and semicolon lists, in whatever encoding a spreadsheet wrote them."""

import csv
import io
import itertools
from collections.abc import Iterator
from pathlib import Path

from charset_normalizer import from_bytes

from kennisbank.errors import BadInputError
from kennisbank.importing.columns import COLUMNS, LIMIT, recognised

MAXIMUM_BYTES = 64 << 20
"""A list larger than this is no list of papers."""
_HEADER_WITHIN = 30
_NEEDED = ("file", "title", "doi", "sha1", "sha256")


def read_text(path: Path) -> str:
    """Return the text of a list; the encoding is told by its first bytes, by being valid UTF-8, or guessed.

    Raises:
        BadInputError: it can't be read, is too large, or is no text.
    """
    try:
        if path.stat().st_size > MAXIMUM_BYTES:
            raise BadInputError(
                f"The list is larger than {MAXIMUM_BYTES >> 20} MiB; that is not a list of papers.", path
            )
        raw = path.read_bytes()
    except OSError as error:
        raise BadInputError(f"The list can't be read: {error.strerror or error}.", path) from error
    if not raw.strip():
        raise BadInputError("The list is empty.", path)
    return _decoded(raw).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(raw: bytes) -> str:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    zeros = raw[:4096].count(0)
    if zeros > len(raw[:4096]) // 4:
        even = raw[:4096:2].count(0)
        return raw.decode("utf-16-be" if even > zeros // 2 else "utf-16-le", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _western(raw)


def _western(raw: bytes) -> str:
    """Read bytes that are not UTF-8: cp1252 for Dutch and English unless they clearly say otherwise."""
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        best = from_bytes(raw[:200_000]).best()
        return raw.decode(best.encoding if best is not None else "latin-1", "replace")


def read_table(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Give each row as (line number, value by column); columns that are not known are left out.

    Raises:
        BadInputError: there is no row of column names with at least a file, title, DOI or checksum in it.
    """
    text = read_text(path).replace("\0", "")
    csv.field_size_limit(max(csv.field_size_limit(), LIMIT * 4))
    best: list[str] = []
    for delimiter in _delimiters(text, path):
        reader = csv.reader(io.StringIO(text), delimiter=delimiter)
        try:
            for cells in itertools.islice(reader, _HEADER_WITHIN):
                header = [cell.lstrip("#").strip() for cell in cells]
                columns = recognised(header)
                if len(header) > 1 and any(name in columns for name in _NEEDED) and _is_header(header, columns):
                    return _rows(reader, columns)
                best = max(best, header, key=lambda each: len([cell for cell in each if cell]))
        except csv.Error:
            continue
    raise BadInputError(_wrong_columns(best), path)


def _is_header(header: list[str], columns: dict[str, int]) -> bool:
    """Tell a row of names from a row of values that happens to hold such a word."""
    return len(columns) > 1 or all(len(cell) < 60 for cell in header)


def _rows(reader: "Iterator[list[str]]", columns: dict[str, int]) -> Iterator[tuple[int, dict[str, str]]]:
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            continue
        row = {name: cells[index].strip() for name, index in columns.items() if index < len(cells)}
        if any(row.values()):
            yield getattr(reader, "line_num", 0), row


def _delimiters(text: str, path: Path) -> list[str]:
    """Return delimiters, the likeliest first: the one that most often stands in the first lines."""
    head = "\n".join(text.split("\n", _HEADER_WITHIN)[:_HEADER_WITHIN])
    first = next((line for line in head.split("\n") if line.strip()), "")
    order = sorted(",;\t|", key=lambda each: (first.count(each), head.count(each)), reverse=True)
    return ["\t", *[each for each in order if each != "\t"]] if path.suffix.lower() == ".tsv" else order


def _wrong_columns(header: list[str]) -> str:
    found = ", ".join(f"“{cell[:40]}”" for cell in header[:12] if cell) or "none"
    expected = ", ".join(
        f"“{COLUMNS[name][0]}” or “{english}”" for name, english in (("file", "file"), ("title", "title"))
    )
    return f"The list has no column that says which paper a row is about. Found: {found}. Expected at least {expected}."
