"""Looking whether a library is what it should be, and mending what can be mended without losing anything.

Codes: ``database_damaged``, ``foreign_key``, ``file_missing``, ``file_changed``, ``file_unreadable``, ``file_orphan``,
``text_orphan``, ``leftover``, ``batch_running``, ``notes_without_paper``.
"""

from collections.abc import Iterator
from contextlib import ExitStack

from sqlalchemy import func, select

from kennisbank.domain.ids import FileHash
from kennisbank.domain.reports import Finding
from kennisbank.errors import DamagedLibraryError, DocumentError, LibraryBusyError
from kennisbank.library import personal_tables, tables
from kennisbank.library.library import Library
from kennisbank.library.recovery import tidy_locked
from kennisbank.tasks.context import JobContext, Progress


def check(library: Library, *, repair: bool = False, ctx: JobContext | None = None) -> list[Finding]:
    """Return what is wrong, every file read and compared with its SHA-256; with `repair`, mend what can be mended.

    Repairing removes what nothing refers to, ends batches that were broken off, and removes a file whose bytes changed,
    so that importing it again brings it back. While an import is running only the database and the files that are
    referred to are looked at: what it has put and not yet committed isn't wrong.

    Raises:
        LibraryBusyError: `repair`, and an import is running.
        StorageError: `repair`, and something can't be written or removed.
        Cancelled: `ctx` was asked to stop.
    """
    ctx = ctx or JobContext()
    with ExitStack() as held:
        try:
            held.enter_context(library.import_lock())
            is_idle = True
        except LibraryBusyError:
            if repair:
                raise
            is_idle = False
        try:
            findings = [*_database(library), *_files(library, ctx, repair=repair), *_notes(library)]
            if is_idle:
                findings += _remains(library, repair=repair)
                if repair:
                    tidy_locked(library)
        except DamagedLibraryError as error:
            return [Finding("database_damaged", f"The database can't be read: {error.reason}", str(error.path))]
    return findings


def _database(library: Library) -> Iterator[Finding]:
    """Find what SQLite finds, and rows that refer to one that isn't there."""
    file = str(library.paths.library_file)
    with library.read() as tx:
        for (said,) in tx.connection.exec_driver_sql("PRAGMA integrity_check(20)"):
            if said != "ok":
                yield Finding("database_damaged", f"The database is damaged: {said}", file)
        for table, row, parent, _ in tx.connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield Finding(
                "foreign_key", f"A row of {table} refers to a row of {parent} that isn't there.", f"{table} {row}"
            )


def _files(library: Library, ctx: JobContext, *, repair: bool) -> Iterator[Finding]:
    """Find files that are referred to and are missing, or aren't what their name says."""
    with library.read() as tx:
        hashes = sorted(tx.files.hashes())
    for number, file_hash in enumerate(hashes):
        ctx.check()
        ctx.report(Progress("checking", number, len(hashes)))
        name = _name(library, file_hash)
        if not library.files.has(file_hash):
            yield Finding("file_missing", f"The file of {name} is missing; import it again.", file_hash)
            continue
        try:
            is_sound = library.files.verify(file_hash)
        except DocumentError as error:
            yield Finding("file_unreadable", f"The file of {name} can't be read: {error}", file_hash)
            continue
        if not is_sound:
            if repair:
                library.files.remove(file_hash)
            message = f"The bytes of the file of {name} have changed; import it again."
            yield Finding("file_changed", message, file_hash, repaired=repair)


def _notes(library: Library) -> Iterator[Finding]:
    """Find what a reader wrote in, or collected of, contributions that aren't here: it is kept, and never repaired."""
    a, d, i = personal_tables.annotations.c, personal_tables.dossiers.c, personal_tables.dossier_items.c
    here = select(tables.contributions.c.id)
    notes = select(func.count()).where(a.trashed_utc.is_(None), a.contribution_id.not_in(here))
    lines = (
        select(func.count())
        .select_from(personal_tables.dossier_items.join(personal_tables.dossiers, i.dossier_id == d.id))
        .where(d.trashed_utc.is_(None), i.contribution_id.not_in(here))
    )
    with library.read() as tx:
        count = int(tx.connection.execute(notes).scalar_one()) + int(tx.connection.execute(lines).scalar_one())
    if count:
        message = f"{count} annotations and lines of dossiers belong to contributions that aren't here; they are kept."
        yield Finding("notes_without_paper", message, str(count))


def _remains(library: Library, *, repair: bool) -> list[Finding]:
    """Find what nothing refers to, and imports that were broken off."""
    with library.read() as tx:
        orphans = sorted(library.files.all() - tx.files.hashes())
        texts = sorted(tx.texts.unreferenced())
        running = tx.batches.running()
    leftovers = library.files.leftovers()
    return [
        *(Finding("file_orphan", "A file belongs to no contribution.", each, repaired=repair) for each in orphans),
        *(Finding("text_orphan", "A text belongs to no contribution.", each, repaired=repair) for each in texts),
        *(Finding("leftover", "A copy was broken off.", each.name, repaired=repair) for each in leftovers),
        *(
            Finding("batch_running", f"The import of {each.source} was broken off.", each.id, repaired=repair)
            for each in running
        ),
    ]


def _name(library: Library, file_hash: FileHash) -> str:
    with library.read() as tx:
        used = tx.files.of(file_hash)
    return used[0][1].name if used else file_hash
