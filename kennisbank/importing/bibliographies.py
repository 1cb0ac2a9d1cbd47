"""BibTeX and RIS lists, read forgivingly: an entry that can't be read is named and passed over, the rest is used."""

import itertools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import rispy
from pybtex.bibtex.utils import split_name_list
from pybtex.database.input.bibtex import LowLevelParser, month_names
from pybtex.richtext import Text
from pybtex.scanner import PybtexSyntaxError

from kennisbank.errors import BadInputError
from kennisbank.importing.columns import LIMIT, kind_of
from kennisbank.importing.identifiers import doi_in
from kennisbank.importing.tables import read_text

Row = dict[str, str]
_ENTRY = re.compile(r"^[ \t]*@[ \t]*(?=[A-Za-z]+\s*[{(])", re.MULTILINE)
_SPLIT_KEY = re.compile(r"^([ \t]*@\s*\w+\s*[{(][^,={}]*),\s*([^,={}\"\n]+),")
"""A key with a comma in it: ``@article{Klaassen,2025,``."""
_RECORD = re.compile(r"^[ \t\ufeff]*TY {1,2}- ?", re.MULTILINE)
_BIBTEX_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        name: name
        for name in ("title", "subtitle", "abstract", "keywords", "year", "language", "doi", "file", "affiliation")
    }
    | {"author": "authors", "keyword": "keywords", "date": "year", "langid": "language", "pdf": "file"}
    | {"eventtitle": "edition", "copyright": "licence", "license": "licence", "sha1": "sha1", "sha256": "sha256"}
)
_RIS_FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "title": ("title", "primary_title", "short_title"),
        "authors": ("authors", "first_authors"),
        "abstract": ("abstract", "notes_abstract"),
        "keywords": ("keywords",),
        "year": ("year", "publication_year", "date"),
        "language": ("language",),
        "doi": ("doi",),
        "file": ("file_attachments1", "file_attachments2"),
        "kind": ("type_of_reference",),
    }
)


_LATEX_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "backslash": "\ue000",
        "braceleft": "\ue001",
        "braceright": "\ue002",
        "asciicircum": "\ue004",
        "asciitilde": "\ue005",
        "asciigrave": "\ue006",
        "dollar": "\ue003",
    }
)
_LATEX_NAME = re.compile(rf"\{{?\\text({'|'.join(_LATEX_NAMES)})(?![a-z])(?:\{{\}}|\}}|\s)?")
_LATEX_SIGNS: Mapping[str, str] = MappingProxyType({"{": "\ue001", "}": "\ue002", "$": "\ue003"})
_LATEX_CHARACTER = re.compile(r"\\([{}$])")
_SHIELDED = str.maketrans(
    {"\ue000": "\\", "\ue001": "{", "\ue002": "}", "\ue003": "$", "\ue004": "^", "\ue005": "~", "\ue006": "`"}
)
"""Characters that mean something to LaTeX, and what they are kept as while LaTeX is taken away."""
_HOW_PUBLISHED = frozenset({"slides", "poster", "teaching"})
"""Kinds that no type of entry says, but ``howpublished`` or RIS's ``M3`` may."""
_AT_EVENTS = frozenset({"CPAPER", "SLIDE", "GEN", "Poster", "Teaching material"})
_EDITION_CODE = re.compile(r"[^\W\d_][\w.-]*(?:19|20)\d\d")


class _Abbreviations(dict[str, str]):
    """``@string`` values that can't grow without end: each may use others, so four a line make 4^n."""

    def __setitem__(self, name: str, value: str) -> None:
        super().__setitem__(name, value[:1000])


class _EntryParser(LowLevelParser):  # type: ignore[misc]
    """pybtex's parser of one entry, told to go on after a fault."""

    def __init__(self, text: str, abbreviations: _Abbreviations) -> None:
        self.fault = ""
        super().__init__(text, keyless_entries=False, macros=abbreviations, handle_error=self._keep)

    def _keep(self, error: PybtexSyntaxError) -> None:
        self.fault = self.fault or str(error)


def read_bibtex(path: Path) -> Iterator[tuple[int, Row, str]]:
    """Give each entry as (line, value by column, fault); a fault is why the entry could not be read.

    Raises:
        BadInputError: the file can't be read, or holds no entry at all.
    """
    text = read_text(path)
    starts = [found.start() for found in _ENTRY.finditer(text)]
    if not starts:
        raise BadInputError("The list holds no BibTeX entry, such as “@article{…}”.", path)
    return _bibtex_entries(text, [*starts, len(text)])


def _bibtex_entries(text: str, starts: list[int]) -> Iterator[tuple[int, Row, str]]:
    abbreviations = _Abbreviations(month_names)
    line, last = 1, 0
    for start, end in itertools.pairwise(starts):
        line += text.count("\n", last, start)
        last = start
        entry = _SPLIT_KEY.sub(r"\1-\2,", text[start:end][: LIMIT * 10])
        parser = _EntryParser(entry, abbreviations)
        try:
            commands = list(parser)
        except (PybtexSyntaxError, RecursionError) as error:
            yield line, {}, f"The entry on line {line} can't be read: {error}."
            continue
        for command, body in ((each[0].lower(), each[1]) for each in commands):
            if command in {"string", "preamble", "comment"}:
                continue
            row = _bibtex_row(command, body[1])
            unclosed = parser.fault and not row.get("title")
            reason = f"The entry “{body[0]}” on line {line} can't be read: {parser.fault}."
            yield (line, {}, reason) if unclosed else (line, row, "")
        if not commands and parser.fault:
            yield line, {}, f"The entry on line {line} can't be read: {parser.fault}."


def _bibtex_row(command: str, fields: list[tuple[str, list[str]]]) -> Row:
    row: Row = {"kind": command}
    for name, parts in fields:
        column = _BIBTEX_FIELDS.get(name.lower())
        value = _joined(parts)
        if name.lower() == "howpublished" and kind_of(_plain(value)) in _HOW_PUBLISHED:
            row["kind"] = _plain(value)
        if column == "file":
            value = _attached_file(value)
        elif column == "authors":
            value = "; ".join(map(_plain, split_name_list(value)))
        elif column == "doi" and "\\" not in value:
            value = doi_in(value)
        elif column is not None:
            value = _plain(value)
        elif name.lower() in {"url", "ee"} and "doi" not in row:
            column, value = "doi", doi_in(value)
        if column is not None and value:
            row.setdefault(column, value)
    return row


def _joined(parts: list[str]) -> str:
    """Return the parts of a value as one, never longer than a value may be."""
    whole, length = [], 0
    for part in parts:
        whole.append(part)
        length += len(part)
        if length > LIMIT:
            break
    return "".join(whole)[:LIMIT]


def _attached_file(value: str) -> str:
    """Return the file name in a ``file`` field: JabRef writes ``description:path:type``, others a path alone."""
    first = value.split(";", maxsplit=1)[0].replace("\\:", "\0").replace("\\_", "_")
    parts = first.split(":")
    path = parts[1] if len(parts) == 3 else first
    return path.replace("\0", ":").strip("{} ")


def _plain(value: str) -> str:
    """Return LaTeX as plain text: accents composed, braces and commands gone."""
    value = _LATEX_NAME.sub(lambda found: _LATEX_NAMES[found[1]], value)
    value = _LATEX_CHARACTER.sub(lambda found: _LATEX_SIGNS[found[1]], value)
    try:
        text = str(Text.from_latex(value))
    except (PybtexSyntaxError, ValueError, RecursionError):
        text = value
    text = re.sub(r"\\[A-Za-z]+\*?\s?|[{}]|\$", "", text)
    return text.replace("\u00a0", " ").replace("\\", "").translate(_SHIELDED)


def read_ris(path: Path) -> Iterator[tuple[int, Row, str]]:
    """Give each record as (line, value by column, fault).

    Raises:
        BadInputError: the file can't be read, or holds no record at all.
    """
    text = read_text(path)
    starts = [found.start() for found in _RECORD.finditer(text)]
    if not starts:
        raise BadInputError("The list holds no RIS record; each begins with “TY  - ”.", path)
    return _ris_records(text, [*starts, len(text)])


def _ris_records(text: str, starts: list[int]) -> Iterator[tuple[int, Row, str]]:
    line, last = 1, 0
    for start, end in itertools.pairwise(starts):
        line += text.count("\n", last, start)
        last = start
        record = re.sub(r"(?m)^[ \t\ufeff]*([A-Z][A-Z0-9]) {1,2}- ?", r"\1  - ", text[start:end][: LIMIT * 10])
        record = re.sub(r"(?m)^ER  - [^\n]*(?s:.*)", "", record)
        try:
            found = rispy.loads(record + "\nER  - \n")
        except (KeyError, ValueError, TypeError, AttributeError, OSError) as error:
            yield line, {}, f"The record on line {line} can't be read: {error}."
            continue
        for each in found:
            yield line, _ris_row(each), ""


def _ris_row(record: Mapping[str, object]) -> Row:
    row: Row = {}
    for column, names in _RIS_FIELDS.items():
        for name in names:
            value = record.get(name)
            text = "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")
            if text.strip():
                row.setdefault(column, text[:LIMIT])
    if kind_of(str(record.get("type_of_work", ""))) in _HOW_PUBLISHED:
        row["kind"] = str(record["type_of_work"])
    event = str(record.get("secondary_title") or "").strip()
    if row.get("kind") in _AT_EVENTS and _EDITION_CODE.fullmatch(event) is not None:
        row["edition"] = event
    if "doi" not in row:
        row["doi"] = doi_in(str(record.get("urls", "")) + " " + str(record.get("url", "")))
    return row
