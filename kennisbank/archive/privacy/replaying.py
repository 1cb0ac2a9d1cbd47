"""A database that comes from a backup, compared with the list of what was erased since: none of it comes back."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from kennisbank.archive.accounts.erased_tokens import hashes_of
from kennisbank.archive.database.moments import stamp, utc_now
from kennisbank.archive.people.newsletter import Newsletter
from kennisbank.archive.privacy import beyond, erasure_list, proofs
from kennisbank.archive.privacy.erasing import erase_person
from kennisbank.archive.privacy.erasure_list import Erased
from kennisbank.archive.privacy.noting import note
from kennisbank.archive.privacy.person import person_of
from kennisbank.archive.privacy.wiping import finish
from kennisbank.archive.schema.privacy_tables import erasures
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.world import Archive
from kennisbank.domain.ids import new_id
from kennisbank.sync.protocol_desk import ErasureProof
from kennisbank.sync.protocol_proof import signed

_MARKS = frozenset({"token", "address"})
"""What stands on a list to be known again, and isn't erased itself."""


def replay(archive: Archive, lists: tuple[Path, ...]) -> int:
    """Erase what stands on any of these lists and is there all the same; return how many that were.

    All of them stand in the archive's own list and in its database afterwards, and of each erasure for which somebody
    may ask there is a proof.

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
    left = sorted({*listed, *known} - settled)
    marks = [each for each in left if each.kind in _MARKS]
    with archive.write() as tx:
        tx.counter.lock()
        note(tx, (), *(each for each in marks if each in here))
        note(tx, (own,), *(each for each in marks if each not in here))
    count = 0
    for erased in left:
        if erased.kind in _MARKS:
            continue
        with archive.write() as tx:
            tx.counter.lock()
            count += _erase(archive, tx, erased, (own,))
            note(tx, () if erased in here else (own,), erased)
    finish(archive)
    return count


def _is_there(tx: Transaction, erased: Erased) -> bool:
    if erased.kind in _MARKS:
        return False
    if erased.kind == "subscriber":
        return Newsletter(tx.connection, tx.keyed).has_place(erased.id)
    return person_of(tx, erased.id) is not None


def _erase(archive: Archive, tx: Transaction, erased: Erased, lists: tuple[Path, ...]) -> bool:
    """Erase one thing, if it is there; tell whether it was."""
    if erased.kind == "subscriber":
        return Newsletter(tx.connection, tx.keyed).leave_again(erased.id)
    person, now = person_of(tx, erased.id), utc_now()
    counts: dict[str, int] = {}
    reached: dict[str, int] = {"mails": 1, "backups_elsewhere": 1, "database": 1}
    if person is not None:
        reached |= {code: count for code, count in beyond.of_rows(tx, person, now).items() if count}
        day = now.date().isoformat()
        note(tx, lists, *(Erased(day, "token", each) for each in hashes_of(tx, person.account)))
        counts = erase_person(tx, person, now)
    if erased.receipt and proofs.find(tx, erased.receipt) is None:
        proofs.keep(tx, erased.receipt, _proof(archive, tx, counts, reached, now))
    return person is not None


def _proof(
    archive: Archive, tx: Transaction, counts: dict[str, int], reached: dict[str, int], now: datetime
) -> ErasureProof:
    """Return the proof of an erasure that was broken off, or done anew; what isn't known now counts as out of reach."""
    proof = ErasureProof(new_id(), tx.identity.id, stamp(now), counts, reached)
    return signed(proof, archive.key.private)
