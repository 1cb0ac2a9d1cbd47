"""The files that an import is asked to take, whatever they come in: folders, single files, zips.

Nothing is left out in silence: what can't be taken stands among the files with its problem. Only the litter that
systems leave behind (`.DS_Store`, `Thumbs.db`, `~$paper.docx`, hidden files) is passed over, and counted.
"""

import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from kennisbank.errors import BadInputError, StorageError
from kennisbank.importing import problems
from kennisbank.importing.archives import unpack
from kennisbank.importing.source_files import SourceFile, is_litter, judged, printable
from kennisbank.tasks.context import JobContext


@dataclass(frozen=True, slots=True)
class Sources:
    """All files of an import in the order in which they are handled, and how much litter was passed over."""

    files: tuple[SourceFile, ...]
    ignored: int = 0


@contextmanager
def open_sources(
    paths: Sequence[Path], *, temporary: Path | None = None, ctx: JobContext | None = None
) -> Iterator[Sources]:
    """Give the files below `paths`; zips are unpacked into a folder below `temporary` that is gone afterwards.

    Raises:
        BadInputError: a source that was named does not exist.
        StorageError: there is no room to unpack a zip.
        Cancelled: asked to stop while listing or unpacking.
    """
    ctx = ctx or JobContext()
    for path in paths:
        if not os.path.lexists(path):
            raise BadInputError("There is no such file or folder.", path)
    try:
        if temporary is not None:
            temporary.mkdir(parents=True, exist_ok=True)
        unpacked = tempfile.TemporaryDirectory(prefix="import-", dir=temporary, ignore_cleanup_errors=True)
    except OSError as error:
        raise StorageError(temporary or Path(tempfile.gettempdir()), str(error)) from error
    with unpacked as folder:
        yield _gathered(paths, Path(folder), ctx)


def _gathered(paths: Sequence[Path], folder: Path, ctx: JobContext) -> Sources:
    files: list[SourceFile] = []
    ignored = 0
    for number, path in enumerate(paths):
        ctx.check()
        if path.is_dir():
            found, passed_over = _walk(path, ctx)
            ignored += passed_over
        elif path.suffix.lower() == ".zip":
            members = unpack(path, folder / str(number), ctx)
            found = [each for each in members if not is_litter(each.name)]
            ignored += len(members) - len(found)
        else:
            found = [_source_file(path, path.name)]
        files.extend(found)
    return Sources(tuple(_distinct(files)), ignored)


def _walk(root: Path, ctx: JobContext) -> tuple[list[SourceFile], int]:
    """Return all files below `root` by name, and the number of litter files passed over."""
    found: list[SourceFile] = []
    ignored = 0

    def refused(error: OSError) -> None:
        path = Path(error.filename or root)
        found.append(SourceFile(_name_below(path, root), path, 0, problems.unreadable(error.strerror or str(error))))

    for folder, folders, names in os.walk(root, onerror=refused):
        ctx.check()
        litter = [name for name in folders if is_litter(name)]
        ignored += len(litter)
        links = [Path(folder, name) for name in folders if Path(folder, name).is_symlink()]
        found.extend(SourceFile(_name_below(link, root), link, 0, problems.not_a_file()) for link in links)
        folders[:] = sorted(set(folders) - set(litter))
        for name in names:
            if is_litter(name):
                ignored += 1
                continue
            path = Path(folder, name)
            found.append(_source_file(path, _name_below(path, root)))
    found.sort(key=lambda each: each.name.split("/"))
    return found, ignored


def _name_below(path: Path, root: Path) -> str:
    try:
        relative = path.relative_to(root).as_posix()
    except ValueError:
        relative = path.name
    return printable(relative) if relative != "." else printable(root.name)


def _source_file(path: Path, name: str) -> SourceFile:
    try:
        status = path.stat()
    except OSError as error:
        return SourceFile(printable(name), path, 0, problems.unreadable(error.strerror or str(error)))
    if not stat.S_ISREG(status.st_mode):
        return SourceFile(printable(name), path, 0, problems.not_a_file())
    return judged(SourceFile(printable(name), path, status.st_size))


def _distinct(files: Iterable[SourceFile]) -> Iterator[SourceFile]:
    """Give each file once, also when sources overlap, and each under a name of its own."""
    paths: set[Path] = set()
    names: dict[str, int] = {}
    for file in files:
        if file.path in paths and file.problem is None:
            continue
        paths.add(file.path)
        names[file.name] = count = names.get(file.name, 0) + 1
        yield file if count == 1 else replace(file, name=_numbered(file.name, count))


def _numbered(name: str, count: int) -> str:
    """Return a name with a number before its extension, by which the kind of file is still told."""
    path = PurePosixPath(name)
    return f"{name.removesuffix(path.suffix)} ({count}){path.suffix}"
