"""One file of a source: its name, fit to be shown and stored, and whether it is of a kind that is read."""

import os
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from kennisbank.documents.media_types import SUFFIXES
from kennisbank.domain.document import Problem
from kennisbank.importing import problems

LIST_SUFFIXES = frozenset({".csv", ".tsv", ".bib", ".ris"})
ARCHIVE_SUFFIXES = frozenset({".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar"})
_LITTER = frozenset({"thumbs.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin", "system volume information"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to take.

    `name` is the path below the source that was named, with ``/`` and composed accents (NFC), safe to print and store.
    `path` is where its bytes stand now, `size` in bytes. With a `problem` it is reported and not opened.
    """

    name: str
    path: Path
    size: int
    problem: Problem | None = None


def judged(file: SourceFile) -> SourceFile:
    """Return `file`, with a problem where its kind is not one that is read."""
    suffix = Path(file.name).suffix.lower()
    if suffix in SUFFIXES:
        return file
    if suffix in LIST_SUFFIXES:
        return replace(file, problem=problems.unused_list(suffix))
    if suffix in ARCHIVE_SUFFIXES:
        return replace(file, problem=problems.archive_not_opened(suffix))
    return file if _begins_as_pdf(file.path) else replace(file, problem=problems.unsupported(suffix))


def _begins_as_pdf(path: Path) -> bool:
    """Tell whether the bytes say PDF: a paper is a paper under any name."""
    try:
        with path.open("rb") as stream:
            return b"%PDF-" in stream.read(1024)
    except OSError:
        return False


def is_litter(name: str) -> bool:
    """Tell whether a file or folder of this name is left behind by a system and never a paper."""
    parts = name.split("/")
    return any(part.lower() in _LITTER or part.startswith((".", "~$")) for part in parts if part not in {"", "..", "."})


def printable(name: str) -> str:
    """Return a name as it is shown and stored: composed accents, no broken bytes, no control characters."""
    whole = os.fsencode(name).decode("utf-8", "replace") if _has_surrogates(name) else name
    composed = unicodedata.normalize("NFC", whole)
    return "".join("\ufffd" if unicodedata.category(char) in {"Cc", "Cs", "Cf"} else char for char in composed)


def _has_surrogates(name: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in name)
