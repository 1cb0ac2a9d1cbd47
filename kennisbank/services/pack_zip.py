"""A reading pack as a zip: the files under names one can read, the text, the references, and what may be copied."""

import csv
import io
import os
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from kennisbank.domain.moments import Moment
from kennisbank.errors import StorageError
from kennisbank.tasks.context import JobContext, Progress

_CHUNK = 1 << 20
_EARLIEST = 1980
"""The first year that a zip can tell."""
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class ZipFile:
    """A file that goes along: its name in the zip (with ``/``) and where its bytes are."""

    name: str
    path: Path


def write_zip(
    target: Path, texts: Mapping[str, bytes], files: Sequence[ZipFile], moment: Moment, ctx: JobContext
) -> tuple[str, ...]:
    """Write a zip with these texts and files, all dated `moment`, and return the names of files that can't be read.

    Nobody ever sees half of it: what was there stands until the new one is complete.

    Raises:
        StorageError: it can't be written.
        Cancelled: `ctx` was asked to stop; nothing is left of it.
    """
    lost: list[str] = []
    with _whole(target) as out, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in texts.items():
            pack.writestr(_entry(name, moment), data)
        for number, file in enumerate(files):
            ctx.check()
            ctx.report(Progress("packing", number, len(files), file.name))
            if not _copy(pack, file, moment, ctx):
                lost.append(file.name)
    return tuple(lost)


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Return rows as CSV for a spreadsheet: UTF-8 with its mark; nothing in it is taken for a formula."""
    text = io.StringIO(newline="")
    for row in rows:
        csv.writer(text, lineterminator="\r\n").writerow([_safe(each) for each in row])
    return text.getvalue().encode("utf-8-sig", "replace")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell


def _entry(name: str, moment: Moment) -> zipfile.ZipInfo:
    when = moment.utc.timetuple()[:6] if moment.utc.year >= _EARLIEST else (_EARLIEST, 1, 1, 0, 0, 0)
    entry = zipfile.ZipInfo(name, when)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _copy(pack: zipfile.ZipFile, file: ZipFile, moment: Moment, ctx: JobContext) -> bool:
    """Put a file in the zip; return whether it could be opened."""
    entry = _entry(file.name, moment)
    try:
        source = file.path.open("rb")
    except OSError:
        return False
    with source:
        entry.file_size = os.fstat(source.fileno()).st_size
        with pack.open(entry, "w") as target:
            while chunk := source.read(_CHUNK):
                ctx.check()
                target.write(chunk)
    return True


@contextmanager
def _whole(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write in, which gets its name when all went well and else is gone."""
    unfinished = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        with unfinished.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        raise StorageError(path, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
