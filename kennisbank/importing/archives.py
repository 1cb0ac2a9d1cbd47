"""Zips, unpacked without trusting them.

A member's name is only a label: bytes are written under a number of ours, so no name can lead anywhere, collide, or be
reserved. Sizes are counted while reading, never believed. An archive inside an archive is not followed.
"""

import re
import stat
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from kennisbank.domain.document import Problem
from kennisbank.errors import StorageError
from kennisbank.importing import problems
from kennisbank.importing.source_files import SourceFile, is_litter, judged, printable
from kennisbank.tasks.context import JobContext, Progress

_BLOCK = 1 << 20
_ENCRYPTED, _UTF8 = 0x1, 0x800


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may come out of one archive: files, bytes a file, bytes in all, and times its packed size.

    The ratio counts from `ratio_from` bytes on: a short text of spaces may shrink a thousandfold.
    """

    files: int = 20_000
    file_bytes: int = 1 << 30
    total_bytes: int = 8 << 30
    ratio: int = 200
    ratio_from: int = 16 << 20


class _TooMuchError(Exception):
    """What comes out of the archive is out of proportion; the reason is the message."""


def unpack(archive: Path, folder: Path, ctx: JobContext, limits: Limits = Limits()) -> list[SourceFile]:
    """Unpack `archive` into `folder` and return its files by name; those that can't be had carry their problem.

    Raises:
        StorageError: `folder` can't be written.
        Cancelled: asked to stop between two files.
    """
    whole = SourceFile(printable(archive.name), archive, 0)
    try:
        with zipfile.ZipFile(archive) as opened:
            members = [each for each in opened.infolist() if not each.filename.endswith("/")]
            if (reason := _out_of_proportion(members, archive, limits)) is not None:
                return [_with(whole, problems.archive_too_large(reason))]
            if not members:
                return [_with(whole, problems.damaged_archive("there is nothing in it"))]
            folder.mkdir(parents=True)
            return _Unpacking(opened, folder, limits, ctx).files(members)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeError) as error:
        return [_with(whole, problems.damaged_archive(_sentence(error)))]
    except OSError as error:
        if error.filename is not None and Path(error.filename) == archive:
            return [_with(whole, problems.unreadable(error.strerror or str(error)))]
        raise StorageError(folder, str(error)) from error


def _out_of_proportion(members: list[zipfile.ZipInfo], archive: Path, limits: Limits) -> str | None:
    """Return why the archive isn't opened at all: too many files, or files that share their bytes."""
    if len(members) > limits.files:
        return f"it holds {len(members)} files, more than {limits.files}"
    if sum(each.compress_size for each in members) > archive.stat().st_size:
        return "its files overlap each other"
    return None


class _Unpacking:
    """One archive being unpacked: counts what came out so far."""

    def __init__(self, opened: zipfile.ZipFile, folder: Path, limits: Limits, ctx: JobContext) -> None:
        self._opened, self._folder, self._limits, self._ctx = opened, folder, limits, ctx
        self._total = 0
        self._stopped: str | None = None

    def files(self, members: list[zipfile.ZipInfo]) -> list[SourceFile]:
        named = sorted(((label(each), each) for each in members), key=lambda pair: pair[0].split("/"))
        files = []
        for number, (name, member) in enumerate(named):
            self._ctx.check()
            self._ctx.report(Progress("unpacking", number, len(named), name))
            if is_litter(name):
                files.append(SourceFile(name, self._folder, 0))
                continue
            files.append(self._file(name, member, self._folder / f"{number:06d}{_suffix(name)}"))
        return files

    def _file(self, name: str, member: zipfile.ZipInfo, path: Path) -> SourceFile:
        problem = _refused(name, member)
        if problem is None and self._stopped is not None:
            problem = problems.archive_too_large(self._stopped)
        if problem is None:
            problem = self._write(member, path)
        file = SourceFile(name or "?", path, 0, problem)
        return file if problem is not None else judged(SourceFile(name, path, path.stat().st_size))

    def _write(self, member: zipfile.ZipInfo, path: Path) -> Problem | None:
        """Write one member; the problem says why it could not be had."""
        try:
            with self._opened.open(member) as packed, path.open("wb") as target:
                self._copy(member, packed, target)
        except _TooMuchError as error:
            path.unlink(missing_ok=True)
            self._stopped = str(error)
            return problems.archive_too_large(self._stopped)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, NotImplementedError) as error:
            path.unlink(missing_ok=True)
            return problems.damaged_archive(_sentence(error))
        return None

    def _copy(self, member: zipfile.ZipInfo, packed: IO[bytes], target: IO[bytes]) -> None:
        limits, written = self._limits, 0
        while block := packed.read(_BLOCK):
            written += len(block)
            self._total += len(block)
            if written > limits.file_bytes:
                raise _TooMuchError(f"one file in it is larger than {limits.file_bytes >> 20} MiB")
            if self._total > limits.total_bytes:
                raise _TooMuchError(f"its files are larger than {limits.total_bytes >> 20} MiB together")
            if written > limits.ratio_from and written > limits.ratio * max(1, member.compress_size):
                raise _TooMuchError(f"a file in it grows to more than {limits.ratio} times its packed size")
            target.write(block)


def label(member: zipfile.ZipInfo) -> str:
    """Return a member's name as the person who packed it saw it.

    Many programs write UTF-8 without saying so; zipfile then reads it as the DOS code page.
    """
    name = member.orig_filename
    if not member.flag_bits & _UTF8:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = member.orig_filename
    return printable(name.replace("\\", "/"))


def _refused(name: str, member: zipfile.ZipInfo) -> Problem | None:
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in {0, stat.S_IFREG}:
        return problems.not_a_file()
    parts = PurePosixPath(name).parts
    if not name or name.startswith("/") or ".." in parts or re.match(r"[A-Za-z]:", name):
        return problems.unsafe_name()
    if "\0" in member.orig_filename:
        return problems.unsafe_name()
    if member.flag_bits & _ENCRYPTED:
        return problems.encrypted_member()
    return None


def _suffix(name: str) -> str:
    """Return the extension, if it is one that can do no harm in a file name."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) else ""


def _with(file: SourceFile, problem: Problem) -> SourceFile:
    return SourceFile(file.name, file.path, file.size, problem)


def _sentence(error: Exception) -> str:
    return str(error).rstrip(".") or type(error).__name__
