"""What the archive took away, out of everything that a home holds: rows, files, free pages of the database, backups.

Tombstones say what went; the word `SCRUBBED` in one, that nothing of it is anywhere any more. It is written last, so
that what a kill broke off is done over: every step may be done twice. The search index is the caller's.
"""

import hashlib
import json
import logging
import os
import shutil
import sqlite3
from collections.abc import Callable, Collection, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select, update

from kennisbank.domain.changes import Kind
from kennisbank.domain.contribution import Withdrawn
from kennisbank.domain.ids import AccountId, ArchiveId, FileHash
from kennisbank.domain.moments import Moment
from kennisbank.errors import DamagedLibraryError, LibraryBusyError, StorageError
from kennisbank.library.backup import backups
from kennisbank.library.erased_account import AccountRows, ErasedAccount
from kennisbank.library.faults import translated
from kennisbank.library.gone_rows import Execute, GoneRows, GoneThing
from kennisbank.library.library import Library
from kennisbank.library.outbox import Owner
from kennisbank.library.recovery import tidy
from kennisbank.library.rows import withdrawn_json
from kennisbank.library.sync_tables import bases, offers
from kennisbank.library.transaction import Transaction

_log = logging.getLogger(__name__)

Clean = Callable[[Execute], None]
"""Takes something out of the rows of an SQLite file."""
SCRUBBED = "scrubbed"
_KINDS: tuple[Kind, ...] = ("contribution", "annotation", "dossier", "comment", "mailbox", "act", "person", "share")
_WITHOUT_TRACE = frozenset({"erased", "hidden"})
_LOCKED_S = 30.0
"""How long is waited for those who read or write."""


def pending(tx: Transaction) -> list[GoneThing]:
    """Return what the archive took away and may still be somewhere here.

    Also what was scrubbed before, and came back since: from a backup, or an export.
    """
    c = bases.c
    query = select(c.kind, c.record_id, c.local_id, c.gone).where(c.gone != "", c.local_id != "", c.kind.in_(_KINDS))
    rows = GoneRows(_executing(tx))
    found = []
    for kind, record, local, gone in tx.connection.execute(query):
        said = json.loads(gone)
        thing = GoneThing(kind, record, local, str(said["reason"]), _withdrawn(said))
        if kind != "contribution" and thing.reason not in _WITHOUT_TRACE:
            continue
        if not said.get(SCRUBBED) or rows.remains(thing):
            found.append(thing)
    return found


def scrub_rows(tx: Transaction, things: Collection[GoneThing]) -> None:
    """Take things out of the rows of the library; nothing of it is told to the archive, from where it came."""
    rows = GoneRows(_executing(tx))
    for each in things:
        if each.kind == "contribution" and rows.remains(each):
            tx.outbox.local("contribution", each.local, "updated" if each.keeps_title else "removed")
            tx.outbox.local("offer", each.local, "removed")
        rows.scrub(each)


def mark_scrubbed(tx: Transaction, things: Collection[GoneThing]) -> None:
    """Note that nothing of these is anywhere here any more."""
    c = bases.c
    for each in things:
        where = (c.kind == each.kind) & (c.record_id == each.record) & (c.gone != "")
        for (gone,) in tx.connection.execute(select(c.gone).where(where)).all():
            said = json.dumps({**json.loads(gone), SCRUBBED: True}, ensure_ascii=False)
            tx.connection.execute(update(bases).where(where & (c.gone == gone)).values(gone=said))


def scrub_files(library: Library) -> None:
    """Remove the files that nothing refers to: in the store, half downloaded, and copies for other programs.

    Raises:
        LibraryBusyError: an import is running, and may just be bringing one of them.
        StorageError: something can't be removed.
    """
    tidy(library)
    with library.read() as tx:
        known = {str(each) for each in tx.files.hashes()}
        offered = {str(each) for each in tx.connection.execute(select(offers.c.hash)).scalars()}
    paths = library.paths
    gone = [path for path in paths.downloads.glob("*.part") if path.stem not in offered]
    for path in paths.temporary.rglob("*"):
        with suppress(OSError):
            if path.is_file() and _hash(path) not in known:
                gone.append(path)
    for path in gone:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(path, error.strerror or str(error)) from error


def scrub_attachments(library: Library) -> None:
    """Remove the attached files that nothing which was said refers to.

    Raises:
        StorageError: one can't be removed.
    """
    with library.read() as tx:
        known = tx.acts.attachments()
    folder = library.paths.attachments
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        try:
            if path.is_file() and path.name not in known:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(path, error.strerror or str(error)) from error


def scrub_database(library: Library) -> None:
    """Write the database anew, so that its free pages and its log hold nothing of what was removed.

    Raises:
        LibraryBusyError: somebody goes on reading or writing.
        StorageError: there is no room for it.
    """
    file = library.paths.library_file
    with translated(file), closing(sqlite3.connect(file, timeout=_LOCKED_S, isolation_level=None)) as connection:
        connection.execute("VACUUM")
        is_busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        raise LibraryBusyError(library.paths.home)


def has_account(tx: Transaction, account: ErasedAccount) -> bool:
    """Tell whether anything of an erased account is in the rows of the library: a backup may have brought it back."""
    return AccountRows(_executing(tx)).remains(account)


def scrub_account(tx: Transaction, account: ErasedAccount) -> None:
    """Take everything of an erased account out of the rows of the library; the archive isn't told."""
    owner = Owner(ArchiveId(account.archive), AccountId(account.id))
    rows = AccountRows(_executing(tx))
    rows.empty_comments(account)  # while it is known here which are theirs
    if account.keeps_notes:
        tx.ownership.disown_all(owner)
    tx.ownership.remove(owner)
    tx.outbox.local("account", account.id, "removed")
    rows.scrub(account)


def scrub_backups(library: Library, things: Collection[GoneThing]) -> None:
    """Take things out of the backups, and out of damaged libraries that were set aside; each stays what else it was.

    Raises:
        StorageError: one can't be written; the others may be done.
    """

    def clean(execute: Execute) -> None:
        rows = GoneRows(execute, is_copy=True)
        for each in things:
            rows.scrub(each)

    clean_copies(library, clean)


def clean_copies(library: Library, clean: Clean) -> None:
    """Have `clean` done to the backups, and to damaged libraries that were set aside; each stays what else it was.

    Raises:
        StorageError: one can't be written; the others may be done.
    """
    paths = library.paths
    aside = [path for path in paths.home.glob(f"{paths.library_file.name}.damaged-*") if path.suffix != ".scrubbing"]
    for file in (*backups(paths.backups), *aside):
        if file.name.endswith(("-wal", "-shm")):
            continue
        try:
            _clean_copy(file, clean)
        except DamagedLibraryError as error:
            _log.warning("%s can't be read, so nothing could be taken out of it: %s", file, error)


def _clean_copy(file: Path, clean: Clean) -> None:
    """Clean a copy and put it in the place of the backup, with the time that it had."""
    copy = file.with_name(f"{file.name}.scrubbing")
    try:
        for end in ("", "-wal"):
            beside = file.with_name(file.name + end)
            if beside.exists():
                shutil.copyfile(beside, copy.with_name(copy.name + end))
        with translated(file):
            is_changed = _clean(copy, clean)
        if is_changed:
            stat = file.stat()
            with copy.open("rb+") as written:
                os.fsync(written.fileno())
            os.utime(copy, ns=(stat.st_atime_ns, stat.st_mtime_ns))
            copy.replace(file)
            for end in ("-wal", "-shm"):
                file.with_name(file.name + end).unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(file, error.strerror or str(error)) from error
    finally:
        for end in ("", "-wal", "-shm"):
            copy.with_name(copy.name + end).unlink(missing_ok=True)


def _clean(file: Path, clean: Clean) -> bool:
    """Have `clean` done to an SQLite file and write it anew; tell whether anything of it has changed."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("BEGIN IMMEDIATE")
        before = connection.total_changes
        clean(lambda sql, values: connection.execute(sql, values).fetchall())
        connection.execute("COMMIT")
        (free,) = connection.execute("PRAGMA freelist_count").fetchone()
        if connection.total_changes == before and not free:
            return False
        connection.execute("VACUUM")
    return True


def _executing(tx: Transaction) -> Any:
    def execute(sql: str, values: Sequence[Any]) -> Sequence[Sequence[Any]]:
        done = tx.connection.exec_driver_sql(sql, tuple(values))
        return done.fetchall() if done.returns_rows else ()

    return execute


def _withdrawn(said: dict[str, Any]) -> str:
    """Return a tombstone as the contribution's row has it."""
    try:
        moment = datetime.fromisoformat(str(said.get("moment", ""))).astimezone(UTC)
    except ValueError:
        moment = datetime.fromtimestamp(0, UTC)
    return withdrawn_json(Withdrawn(str(said["reason"]), str(said.get("words", "")), Moment(moment))) or ""


def _hash(path: Path) -> FileHash:
    with path.open("rb") as file:
        return FileHash(hashlib.file_digest(file, "sha256").hexdigest())
