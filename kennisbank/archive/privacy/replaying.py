"""A database that comes from a backup, compared with the list of what was erased since: none of it comes back."""

from pathlib import Path

from sqlalchemy import select

from kennisbank.archive.database.moments import utc_now
from kennisbank.archive.people.newsletter import Newsletter
from kennisbank.archive.privacy import erasure_list
from kennisbank.archive.privacy.erasing import erase_person
from kennisbank.archive.privacy.erasure_list import Erased
from kennisbank.archive.privacy.erasures import finish, note
from kennisbank.archive.privacy.person import person_of
from kennisbank.archive.schema.privacy_tables import erasures
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.world import Archive


def replay(archive: Archive, lists: tuple[Path, ...]) -> int:
    """Erase what stands on any of these lists and is there all the same; return how many that were.

    All of them stand in the archive's own list and in its database afterwards.

    Raises:
        StorageError: a list can't be read or written.
        DatabaseError: the database can't be used.
    """
    own = archive.data / erasure_list.LIST
    here = set(erasure_list.read(own))
    listed = erasure_list.read(own, *lists)
    with archive.read() as tx:
        known = {Erased(row.day, row.kind, row.id) for row in tx.connection.execute(select(erasures))}
        settled = {each for each in here & known if not _is_there(tx, each)}
    count = 0
    for erased in sorted({*listed, *known} - settled):
        with archive.write() as tx:
            tx.counter.lock()
            count += _erase(tx, erased)
            note(tx, () if erased in here else (own,), erased)
    finish(archive)
    return count


def _is_there(tx: Transaction, erased: Erased) -> bool:
    if erased.kind == "subscriber":
        return Newsletter(tx.connection, tx.keyed).has_place(erased.id)
    return person_of(tx, erased.id) is not None


def _erase(tx: Transaction, erased: Erased) -> bool:
    """Erase one thing, if it is there; tell whether it was."""
    if erased.kind == "subscriber":
        return Newsletter(tx.connection, tx.keyed).leave_again(erased.id)
    person = person_of(tx, erased.id)
    if person is not None:
        erase_person(tx, person, utc_now())
    return person is not None
