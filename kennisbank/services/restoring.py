"""Putting back what an export or a backup holds: what is missing comes, nothing goes, nothing newer is overwritten."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from kennisbank.config.paths import Paths
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.document import Problem
from kennisbank.domain.ids import FileHash
from kennisbank.errors import BadInputError, DamagedLibraryError, StorageError
from kennisbank.library.backup import is_library
from kennisbank.library.library import Library
from kennisbank.library.rows_in import Restored, put_back, put_texts_back
from kennisbank.library.rows_out import Rows, rows_of, texts_of
from kennisbank.services.export_folder import ExportedFile, read_manifest
from kennisbank.services.exporting import rows_in
from kennisbank.tasks.context import JobContext, Progress

_WRONG = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What was put back: how many of each were added or brought up to date, how many were here, and what went wrong.

    Keys are ``contributions``, ``files``, ``annotations``, ``dossiers``, ``searches``, ``readings``, ``texts``.
    `backup` is the copy of the library from before; `changes` is what was written, for whoever shows it.
    """

    restored: Mapping[str, int]
    unchanged: int
    problems: tuple[Problem, ...] = ()
    backup: Path | None = None
    changes: ChangeSet = field(default_factory=ChangeSet)


@dataclass(slots=True)
class _Found:
    """What is to be put back: the rows, the texts one file after another, and where files are to be had."""

    rows: Rows
    texts: Callable[[], Iterator[Rows]]
    files: dict[FileHash, Path] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class Restorer:
    """Puts things back into one library. For any thread but the GUI's."""

    def __init__(self, library: Library) -> None:
        """Put back into `library`."""
        self._library = library

    def restore(self, source: Path, ctx: JobContext) -> RestoreReport:
        """Put back what the export in the folder `source`, or the backup `source`, holds.

        Raises:
            BadInputError: it is neither, or it is damaged beyond use; nothing was changed.
            StorageError: this library can't be written; what was put back stays.
            LibraryBusyError: an import is running.
            Cancelled: `ctx` was asked to stop; what was put back stays, and doing it again goes on.
        """
        with self._library.import_lock():
            if source.is_dir():
                return self._put(_exported(source, ctx), ctx)
            with (
                TemporaryDirectory(dir=self._temporary(), ignore_cleanup_errors=True) as folder,
                _opened(source, Path(folder)) as other,
            ):
                return self._put(_of_library(other), ctx)

    def _temporary(self) -> Path:
        folder = self._library.paths.temporary
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(folder, error.strerror or str(error)) from error
        return folder

    def _put(self, found: _Found, ctx: JobContext) -> RestoreReport:
        files = self._put_files(found, ctx)
        try:
            with self._library.write() as tx:
                done = put_back(tx, found.rows)
                changes = tx.changes
            texts = 0
            for number, rows in enumerate(found.texts()):
                ctx.check()
                ctx.report(Progress("restoring", number))
                with self._library.write() as tx:
                    texts += put_texts_back(tx, rows)
                    changes |= tx.changes
        except _WRONG as error:
            raise BadInputError("This export is damaged: what it says can't be understood.") from error
        restored = {**_counted(done), "files": files, "texts": texts}
        return RestoreReport(restored, sum(done.unchanged.values()), tuple(found.problems), changes=changes)

    def _put_files(self, found: _Found, ctx: JobContext) -> int:
        """Take the files that aren't here; say which can't be had."""
        store, count = self._library.files, 0
        wanted = {FileHash(row["hash"]): str(row["name"]) for row in found.rows.get("files", ())}
        for number, (file, name) in enumerate(wanted.items()):
            ctx.check()
            ctx.report(Progress("restoring", number, len(wanted), name))
            if store.has(file):
                continue
            path = found.files.get(file)
            if path is None or store.put(path) != file:
                message = f"The file {name} isn't in what was put back; import it again."
                found.problems.append(Problem("file_missing", message, values={"name": name}))
            else:
                count += 1
        return count


def _exported(folder: Path, ctx: JobContext) -> _Found:
    """Return what an export holds, every file compared with its SHA-256 first."""
    files = read_manifest(folder)
    problems, sound = [], {}
    for number, each in enumerate(files):
        ctx.check()
        ctx.report(Progress("checking", number, len(files), each.name))
        if each.is_sound():
            sound[each.name] = each
        else:
            message = f"{each.name} is missing or damaged; it wasn't put back."
            problems.append(Problem("file_damaged", message, values={"name": each.name}))
    if "library.json" not in sound:
        raise BadInputError("This export can't be put back: its library.json is missing or damaged.", folder)
    try:
        rows = rows_in(sound["library.json"].path.read_bytes())
    except _WRONG as error:
        raise BadInputError("This export can't be put back: its library.json is damaged.", folder) from error

    def texts() -> Iterator[Rows]:
        for name, each in sound.items():
            if name.startswith("texts/"):
                yield rows_in(each.path.read_bytes())

    return _Found(rows, texts, {each.sha256: each.path for each in sound.values()}, problems)


def own_files(folder: Path) -> dict[str, ExportedFile]:
    """Return the reader's own files in an export that are sound: ``settings.json``, ``synonyms.txt``."""
    own = {each.name: each for each in read_manifest(folder) if each.name in {"settings.json", "synonyms.txt"}}
    return {name: each for name, each in own.items() if each.is_sound()}


def _opened(source: Path, folder: Path) -> Library:
    """Return a copy of a backup, brought to the schema of this program."""
    paths = Paths(folder)
    try:
        if not source.is_file():
            raise BadInputError("There is no export and no backup here.", source)
        shutil.copyfile(source, paths.library_file)
    except OSError as error:
        raise BadInputError("This file can't be read.", source) from error
    try:
        if not is_library(paths.library_file):
            raise BadInputError("This file is no backup of a library, or it is damaged.", source)
        return Library.open(paths)
    except DamagedLibraryError as error:
        raise BadInputError("This file is no backup of a library, or it is damaged.", source) from error


def _of_library(other: Library) -> _Found:
    with other.read() as tx:
        rows = rows_of(tx)

    def texts() -> Iterator[Rows]:
        for file in sorted({FileHash(row["hash"]) for row in rows["files"]}):
            with other.read() as tx:
                yield texts_of(tx, file)

    return _Found(rows, texts)


def _counted(done: Restored) -> dict[str, int]:
    """Return how many of each were added or brought up to date, in words for people."""
    total: Counter[str] = done.added + done.updated
    return {
        "contributions": total["contributions"],
        "annotations": total["annotations"],
        "dossiers": total["dossiers"],
        "searches": total["saved_searches"],
        "readings": total["reading_places"] + total["reading_marks"],
    }
