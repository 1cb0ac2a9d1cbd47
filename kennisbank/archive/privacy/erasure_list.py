"""The list of what was erased: a file beside the database that a restored backup is compared with.

One line of JSON for each, ``{"kind": …, "id": …, "day": …}``: the random id that it had and the day, nothing else.
Without a backup from before that day nobody can tell who that was; with one it is what keeps them erased.
"""

import json
import os
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, cast

from kennisbank.errors import StorageError

LIST = "erasures.jsonl"
Erasable = Literal["account", "subscriber"]
_ID = re.compile(r"[0-9a-f-]{8,64}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, order=True)
class Erased:
    """What was erased, by the random id that it had, and on which day (``2026-11-22``)."""

    day: str
    kind: Erasable
    id: str


def add(path: Path, erased: Erased) -> None:
    """Write a line, brought to the disk before anything is erased.

    Raises:
        StorageError: it can't be written.
    """
    line = json.dumps(asdict(erased), sort_keys=True).encode() + b"\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "wb") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise StorageError(path, error.strerror or str(error)) from error


def read(*paths: Path) -> tuple[Erased, ...]:
    """Return what stands in these lists, each once, by day; a list that isn't there is empty.

    A line that was broken off, or isn't one, is left out.

    Raises:
        StorageError: a list can't be read.
    """
    found: set[Erased] = set()
    for path in paths:
        try:
            lines = path.read_bytes().splitlines()
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise StorageError(path, error.strerror or str(error)) from error
        found.update(_read(lines))
    return tuple(sorted(found))


def _read(lines: Iterable[bytes]) -> Iterable[Erased]:
    for line in lines:
        try:
            said = json.loads(line)
            kind, name, day = said["kind"], str(said["id"]), str(said["day"])
        except (ValueError, TypeError, KeyError):
            continue
        if kind in {"account", "subscriber"} and _ID.fullmatch(name) and _DAY.fullmatch(day):
            yield Erased(day, cast("Erasable", kind), name)
