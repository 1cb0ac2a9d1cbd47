"""Everything of an archive in one folder, and back: ``manifest.json``, rows, files by their hash, key, configuration.

A backup is made beside its place under another name and gets its own when it is complete; one that was broken off goes
on where it was. It can be restored to SQLite and to PostgreSQL, to a folder and to an object store, whichever it came
from. Sessions aren't in it: everybody logs in again after a restore. A restored archive starts a new epoch, by which
clients see that they have to compare everything and to offer again what it lacks.
"""

import json
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from kennisbank.archive.database.database_faults import translated
from kennisbank.archive.database.engine import Engines, open_engines
from kennisbank.archive.database.migration import bring_up_to_date, revision_of
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.files.file_store import DiskFiles, Files, is_hash
from kennisbank.archive.identity.identity import identity_of, start_epoch
from kennisbank.archive.identity.signing_key import KEY_FILE, SigningKey
from kennisbank.archive.keeping.backup_rows import dump, file_hash, load, tables_of
from kennisbank.archive.people.erased_addresses import bring_key
from kennisbank.archive.privacy.erasure_list import LIST
from kennisbank.archive.privacy.replaying import replay
from kennisbank.archive.records import digests
from kennisbank.archive.world import RESTORING, Archive, open_files
from kennisbank.config.whole_files import write_whole
from kennisbank.errors import BadInputError, DatabaseError, NotFoundError, StorageError
from kennisbank.tasks.context import JobContext, Progress

FORMAT = 1
MANIFEST = "manifest.json"
CONFIGURATION = "archive.toml"
_MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Backup:
    """What stands in a backup's manifest. `parts`: SHA-256 of rows, key and configuration, by name in the folder.

    `rows` are counts by table, in the order in which they go back; `files` are sizes in bytes by hash. `missing` are
    files that the archive should have had and hadn't, or not whole.
    """

    made: str
    schema: str
    archive: str
    epoch: str
    revision: int
    parts: Mapping[str, str]
    rows: Mapping[str, int]
    files: Mapping[str, int]
    missing: tuple[str, ...] = ()
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore brought: the archive's id, its new epoch, and counts; `erased`: accounts that don't come back."""

    archive: str
    epoch: str
    revision: int
    records: int
    files: int
    missing: tuple[str, ...] = field(default=())
    erased: int = 0


def back_up(archive: Archive, folder: Path, ctx: JobContext | None = None) -> Backup:
    """Write everything of an archive to `folder`, which mustn't be there yet, while it goes on working.

    Raises:
        BadInputError: there is something at `folder` already.
        StorageError: the folder can't be written, or the files can't be read.
        DatabaseError: the database can't be read.
        Cancelled: `ctx` was asked to stop; what was copied is used by the next try.
    """
    ctx = ctx or JobContext()
    if folder.exists():
        raise BadInputError("There is something at this place already; a backup gets a new folder.", folder)
    unfinished = folder.with_name(f".{folder.name}.unfinished")
    try:
        unfinished.mkdir(mode=0o700, parents=True, exist_ok=True)
        (unfinished / MANIFEST).unlink(missing_ok=True)
        shutil.rmtree(unfinished / "rows", ignore_errors=True)
        (unfinished / "rows").mkdir()
        rows, about, wanted = _write_rows(archive, unfinished / "rows", ctx)
        missing = _copy_files(archive.files, DiskFiles(unfinished / "files"), wanted, ctx)
        for name in (KEY_FILE, CONFIGURATION):
            if (archive.data / name).exists():
                write_whole(unfinished / name, (archive.data / name).read_bytes(), is_private=True)
        parts = {name: file_hash(unfinished / name) for name in _parts(unfinished, rows)}
        files = {name: size for name, size in sorted(wanted.items()) if name not in missing}
        backup = Backup(stamp(), **about, parts=parts, rows=rows, files=files, missing=tuple(sorted(missing)))
        write_whole(unfinished / MANIFEST, json.dumps(asdict(backup), indent=1).encode())
        unfinished.rename(folder)
    except OSError as error:
        raise StorageError(folder, error.strerror or str(error)) from error
    return backup


def restore(
    folder: Path,
    data: Path,
    *,
    database: str | None = None,
    files: str | None = None,
    erasures: Sequence[Path] = (),
    ctx: JobContext | None = None,
) -> Restored:
    """Make an archive in the folder `data` from a backup; where there is one already, nothing is done.

    All of the backup is read and compared with its hashes first. Broken off, it can be done again. What was erased
    since isn't brought back: the lists of erasures in `data` and beside the backup say what that is, and those in
    `erasures` (files, or folders of an archive).

    Raises:
        BadInputError: the backup isn't whole, or there is an archive at `data` or in the database already.
        DatabaseError: the backup is of a newer program (``newer``), or the database can't be used.
        StorageError: a folder can't be used.
        Cancelled: `ctx` was asked to stop.
    """
    ctx = ctx or JobContext()
    backup = read_manifest(folder)
    verify(folder, backup, ctx)
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(data, error.strerror or str(error)) from error
    _check_place(folder, data)
    engines = open_engines(data, database)
    store = open_files(files or str(data / "files"))
    try:
        bring_up_to_date(engines, until=backup.schema)
        has_rows = _is_there_already(engines, backup, data)
        write_whole(data / RESTORING, backup.archive.encode())
        copied = _copy_files(DiskFiles(folder / "files"), store, backup.files, ctx)
        for name in (KEY_FILE, CONFIGURATION):
            if name in backup.parts and not (data / name).exists():
                write_whole(data / name, (folder / name).read_bytes(), is_private=True)
        if not has_rows:
            _load_rows(engines, folder, backup)
        bring_up_to_date(engines)
        for each in erasures:
            bring_key(each, data)
        erased = _replay(data, engines, store, [folder.parent, *erasures])
        with translated(engines.where), engines.read.connect() as connection, connection.begin():
            identity = identity_of(connection)
        (data / RESTORING).unlink()
    except OSError as error:
        raise StorageError(data, error.strerror or str(error)) from error
    finally:
        engines.dispose()
    assert identity is not None
    missing = (*backup.missing, *sorted(copied))
    records, files_ = backup.rows["records"], len(backup.files)
    return Restored(identity.id, identity.epoch, backup.revision, records, files_, missing, erased)


def _replay(data: Path, engines: Engines, store: Files, lists: Sequence[Path]) -> int:
    """Erase again what was erased since the backup was made; return how many accounts that were."""
    key = SigningKey.load(data)
    assert key is not None, "it came with the backup, or stood there"
    return replay(Archive(data, engines, store, key), tuple(each / LIST if each.is_dir() else each for each in lists))


def read_manifest(folder: Path) -> Backup:
    """Return what a backup says of itself.

    Raises:
        BadInputError: there is no backup of an archive in this folder.
        DatabaseError: a newer program made it (``newer``).
    """
    path = folder / MANIFEST
    try:
        said: dict[str, Any] = json.loads(path.read_bytes())
        if said.get("format") != FORMAT:
            raise DatabaseError("newer", f"{folder}: a newer program made this backup")
        backup = Backup(**{**said, "missing": tuple(said["missing"])})
        names = [*backup.parts, *(f"rows/{name}.jsonl.gz" for name in backup.rows)]
        if not {"counter", "records", "archive"} <= set(backup.rows) or any(".." in name for name in names):
            raise BadInputError("This is no backup of an archive.", folder)
        if not all(map(is_hash, backup.files)):
            raise BadInputError("This is no backup of an archive.", folder)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise BadInputError("There is no backup of an archive here, or it wasn't finished.", folder) from error
    return backup


def verify(folder: Path, backup: Backup, ctx: JobContext | None = None) -> None:
    """Compare everything in a backup with its manifest.

    Raises:
        BadInputError: something is missing, or has other bytes; the message says what.
        Cancelled: `ctx` was asked to stop.
    """
    ctx = ctx or JobContext()
    store = DiskFiles(folder / "files")
    expected = dict(backup.parts) | {str(store.path(each).relative_to(folder)): each for each in backup.files}
    for number, (name, wanted) in enumerate(expected.items()):
        ctx.check()
        ctx.report(Progress("verifying", number, len(expected), name))
        try:
            is_sound = file_hash(folder / name) == wanted
        except OSError:
            is_sound = False
        if not is_sound:
            raise BadInputError(f"The backup isn't whole: {name} is missing or was changed.", folder)


def _write_rows(
    archive: Archive, folder: Path, ctx: JobContext
) -> tuple[dict[str, int], dict[str, Any], dict[str, int]]:
    """Write all rows of one moment; return their counts, what is to be said of the archive, and the files it has."""
    rows: dict[str, int] = {}
    with archive.read() as tx:
        for table in tables_of(tx.connection):
            ctx.check()
            ctx.report(Progress("rows", item=table.name))
            rows[table.name] = dump(tx.connection, table, folder / f"{table.name}.jsonl.gz")
        about = {
            "schema": revision_of(tx.connection, archive.where),
            "archive": tx.identity.id,
            "epoch": tx.identity.epoch,
            "revision": digests.head(tx.connection)[0],
        }
        return rows, about, tx.files.all()


def _copy_files(source: Files, target: Files, wanted: Mapping[str, int], ctx: JobContext) -> set[str]:
    """Copy files from store to store, those that aren't there yet; return which couldn't be had whole."""
    lost: set[str] = set()
    done, total = 0, sum(wanted.values())
    for name, size in sorted(wanted.items()):
        ctx.check()
        ctx.report(Progress("files", done // _MEBIBYTE, total // _MEBIBYTE, name))
        done += size
        if target.has(name):
            continue
        try:
            target.take(source.read(name), name)
        except (NotFoundError, BadInputError):
            lost.add(name)
    return lost


def _parts(folder: Path, rows: Mapping[str, int]) -> list[str]:
    documents = [name for name in (KEY_FILE, CONFIGURATION) if (folder / name).exists()]
    return [*documents, *(f"rows/{name}.jsonl.gz" for name in rows)]


def _check_place(folder: Path, data: Path) -> None:
    """Refuse a folder that holds another archive's key.

    Raises:
        BadInputError: it does.
    """
    with suppress(FileNotFoundError):
        if (data / KEY_FILE).read_bytes() != (folder / KEY_FILE).read_bytes():
            raise BadInputError("There is another archive in this folder. Nothing was restored.", data)


def _is_there_already(engines: Engines, backup: Backup, data: Path) -> bool:
    """Tell whether a restore that was broken off got as far as the rows.

    Raises:
        BadInputError: there is an archive in the database, of whatever kind.
    """
    with translated(engines.where), engines.read.connect() as connection, connection.begin():
        known = identity_of(connection)
    if known is None:
        return False
    if known.id == backup.archive and (data / RESTORING).exists():
        return True
    raise BadInputError("There is an archive here already. A backup is restored to a new place.", data)


def _load_rows(engines: Engines, folder: Path, backup: Backup) -> None:
    with translated(engines.where), engines.write.connect() as connection, connection.begin():
        known = {table.name: table for table in tables_of(connection)}
        if revision_of(connection, engines.where) != backup.schema or not set(known).issuperset(backup.rows):
            raise BadInputError("The database isn't empty: a backup is restored to a new one.", folder)
        for name in backup.rows:
            load(connection, known[name], folder / "rows" / f"{name}.jsonl.gz")
        start_epoch(connection)
