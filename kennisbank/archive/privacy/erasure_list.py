"""The list of what was erased: a file beside the database that a restored backup is compared with.

One line of JSON for each, ``{"kind": …, "id": …, "day": …}``: the random id that it had and the day; with an account
also the keyed hash by which its proof is asked for (``receipt``). Of a token (random itself) a keyed hash stands here,
so that the machine that shows it is told; of a mail address one that only `erased_addresses` can make. Without a backup
from before that day nobody can tell who that was; with one it is what keeps them erased.
"""

import json
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast

from kennisbank.config.whole_files import write_whole
from kennisbank.errors import StorageError

LIST = "erasures.jsonl"
Erasable = Literal["account", "subscriber", "token", "address"]
_KINDS = frozenset({"account", "subscriber", "token", "address"})
_ID = re.compile(r"[0-9a-f-]{8,64}")
_RECEIPT = re.compile(r"[0-9a-f]{64}|")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, order=True)
class Erased:
    """What was erased, by the random id that it had, and on which day (``2026-11-22``).

    `receipt`: of an account, the hash by which `proofs` keeps the proof of it; empty where nobody can ask for one.
    """

    day: str
    kind: Erasable
    id: str
    receipt: str = field(default="", compare=False)


def add(path: Path, *erased: Erased) -> None:
    """Write lines, in this order, brought to the disk before anything is erased.

    Raises:
        StorageError: they can't be written.
    """
    lines = b"".join(_line(each) for each in erased)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "wb") as file:
            file.write(lines)
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
        found.update(_read(_lines(path)))
    return tuple(sorted(found))


def forget(path: Path, is_gone: Callable[[Erased], bool]) -> None:
    """Take out of a list what needn't stand there any longer. Nobody may add to it meanwhile.

    Raises:
        StorageError: it can't be read or written; it stands as it was.
    """
    listed = list(_read(_lines(path)))
    kept = [each for each in listed if not is_gone(each)]
    if len(kept) < len(listed):
        write_whole(path, b"".join(_line(each) for each in kept), is_private=True)


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise StorageError(path, error.strerror or str(error)) from error


def _line(erased: Erased) -> bytes:
    said = {"kind": erased.kind, "id": erased.id, "day": erased.day}
    if erased.receipt:
        said["receipt"] = erased.receipt
    return json.dumps(said, sort_keys=True).encode() + b"\n"


def _read(lines: Iterable[bytes]) -> Iterable[Erased]:
    for line in lines:
        try:
            said = json.loads(line)
            kind, name, day = said["kind"], str(said["id"]), str(said["day"])
            receipt = str(said.get("receipt", ""))
        except (ValueError, TypeError, KeyError, AttributeError):
            continue
        if kind in _KINDS and _ID.fullmatch(name) and _DAY.fullmatch(day) and _RECEIPT.fullmatch(receipt):
            yield Erased(day, cast("Erasable", kind), name, receipt)
