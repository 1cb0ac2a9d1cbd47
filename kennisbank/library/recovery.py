"""Tidying up: what a killed program left behind, and what a batch that was undone no longer needs."""

from dataclasses import replace

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.moments import now
from kennisbank.library.library import Library


def tidy(library: Library) -> ChangeSet:
    """End the batches that were broken off, and remove files and texts that nothing refers to.

    Nothing that a row refers to is touched, and doing it twice does nothing. Whoever holds the library's import lock
    already calls `tidy_locked`.

    Raises:
        LibraryBusyError: an import is running; it will tidy up itself.
        StorageError: something can't be written or removed.
    """
    with library.import_lock():
        return tidy_locked(library)


def tidy_locked(library: Library) -> ChangeSet:
    """Do what `tidy` does, for a caller that holds the import lock and has no batch running.

    Raises:
        StorageError: something can't be written or removed.
    """
    with library.read() as tx:
        running, orphans, keep = tx.batches.running(), tx.texts.unreferenced(), tx.files.hashes()
    changes = ChangeSet()
    if running or orphans:
        with library.write() as tx:
            for batch in running:
                tx.batches.save(replace(batch, state="cancelled", finished=now()))
            tx.texts.drop_unreferenced()
            changes = tx.changes
    if library.files.leftovers() or not library.files.all() <= keep:
        with library.write() as tx:  # while nobody can give a downloaded file its place, or its row
            library.files.sweep(tx.files.hashes())
    return changes
