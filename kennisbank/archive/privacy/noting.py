"""Writing down that something was erased: in the list that outlives the database, and in the database itself."""

import logging
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import delete, insert, select

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.privacy import erasure_list
from kennisbank.archive.privacy.erasure_list import LIST, Erased
from kennisbank.archive.schema.privacy_tables import erasures
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.world import Archive
from kennisbank.errors import StorageError

LOG = logging.getLogger("kennisbank.archive.erasures")
_WITH_BYTES = frozenset({"account", "subscriber"})
"""Of what stands on the list, what leaves bytes behind that have to go off the disk."""
_AT_ONCE = 200


def lists_of(archive: Archive, config: ArchiveConfig) -> tuple[Path, ...]:
    """Return where the list of erasures stands: in the archive's folder, and beside its backups."""
    folder = config.storage.backups
    return (archive.data / LIST, *((archive.data / Path(folder).expanduser() / LIST,) if folder else ()))


def note(tx: Transaction, lists: tuple[Path, ...], *erased: Erased) -> None:
    """Write down that things were erased: first where it outlives this database, then in it.

    Whoever calls holds the lock of the counter: a list is written anew under it (`forget_tokens`).

    Raises:
        StorageError: the first of the lists can't be written.
    """
    for path in lists:
        try:
            erasure_list.add(path, *erased)
        except StorageError:
            if path == lists[0]:
                raise
            LOG.exception("the list of erasures beside the backups can't be written")
    known = _known(tx, [each.id for each in erased])
    rows = {
        each.id: {"id": each.id, "kind": each.kind, "day": each.day, "is_done": each.kind not in _WITH_BYTES}
        for each in erased
        if each.id not in known
    }
    if rows:
        tx.connection.execute(insert(erasures), list(rows.values()))


def forget_tokens(tx: Transaction, lists: tuple[Path, ...], before: str) -> int:
    """Forget which tokens were those of erased accounts, of days before one (``2026-11-22``); return how many.

    Raises:
        StorageError: a list can't be written; it is tried again.
    """
    tx.counter.lock()
    c = erasures.c
    gone = tx.connection.execute(delete(erasures).where(c.kind == "token", c.day < before)).rowcount
    for path in lists:
        erasure_list.forget(path, lambda each: each.kind == "token" and each.day < before)
    return gone


def _known(tx: Transaction, ids: Iterable[str]) -> set[str]:
    wanted = list(ids)
    found: set[str] = set()
    for start in range(0, len(wanted), _AT_ONCE):
        some = select(erasures.c.id).where(erasures.c.id.in_(wanted[start : start + _AT_ONCE]))
        found.update(tx.connection.execute(some).scalars())
    return found
