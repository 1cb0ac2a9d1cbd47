"""Erasing somebody at their word: a code by mail, everything out of the database, off the disk, and a proof.

Whoever asks makes up a receipt first. By that alone they get the same proof again, also without an account, which they
have no longer: an answer that was lost on the way is had so.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from kennisbank.archive.accounts.desk import Desk
from kennisbank.archive.accounts.erased_tokens import hashes_of
from kennisbank.archive.accounts.limits import Limit
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.database.moments import stamp, utc_now
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.mail.post import FolderPost, Post
from kennisbank.archive.people.erased_addresses import address_mark
from kennisbank.archive.privacy import beyond, proofs
from kennisbank.archive.privacy.erasing import erase_person
from kennisbank.archive.privacy.erasure_list import Erased
from kennisbank.archive.privacy.noting import lists_of, note
from kennisbank.archive.privacy.person import Person
from kennisbank.archive.privacy.wiping import finish, is_quick
from kennisbank.archive.privacy.written_mails import erase_mails
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.web.faults import FaultError
from kennisbank.archive.web.rights import Viewer
from kennisbank.archive.world import Archive
from kennisbank.domain.ids import new_id
from kennisbank.errors import StorageError
from kennisbank.sync.protocol_desk import ErasureProof
from kennisbank.sync.protocol_proof import signed

LOG = logging.getLogger("kennisbank.archive.erasures")
TRIES_AN_HOUR = 10
Staged = Callable[[str], int]
"""Takes an address, by its key, out of the batches that wait to be published; returns how often it stood there."""


class Erasures:
    """Erases accounts of one archive. From any thread."""

    def __init__(
        self,
        archive: Archive,
        config: ArchiveConfig,
        post: Post,
        *,
        staged: Staged = lambda _key: 0,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        """Erase in `archive`; messages that `post` wrote to a folder go too, and what `staged` knows of."""
        self._archive, self._config, self._staged, self._clock = archive, config, staged, clock
        self._mails = post.folder if isinstance(post, FolderPost) else None
        self._keyed = Keyed(archive.key.private)

    def ask_code(self, viewer: Viewer) -> None:
        """Have a code mailed to who asks.

        Raises:
            FaultError: ``too_many``, ``session_ended``.
        """
        now = self._clock()
        with self._archive.write() as tx:
            desk = Desk(tx.connection, self._keyed)
            account = desk.accounts.one(viewer.account or "")
            if account is None:
                raise FaultError("session_ended")
            wait = desk.limits.count(Limit("mail", f"erasure {account.id}", self._config.limits.mails_an_hour), now)
            if not wait:
                desk.outgoing.add("erasure", account.mail, account.language, now)
        if wait:
            raise FaultError("too_many", retry_after=wait)

    def proof_of(self, receipt: str) -> ErasureProof:
        """Return the proof of what was erased with a receipt.

        Raises:
            FaultError: ``not_found``: nothing was, or so long ago that the proof isn't kept any longer.
        """
        with self._archive.read() as tx:
            found = proofs.find(tx, proofs.receipt_hash(self._keyed, receipt))
        if found is None:
            raise FaultError("not_found")
        return found

    def erase(self, viewer: Viewer, code: str, receipt: str = "") -> ErasureProof:
        """Erase everything of who asks and return the proof; the same request again has the same proof.

        Without a `receipt` (64 hexadecimal digits) nobody can ask for the proof again.

        Raises:
            FaultError: ``invalid`` (the receipt), ``wrong_code``, ``too_many``, ``last_maintainer``, ``session_ended``;
                nothing was erased.
        """
        if receipt and not proofs.is_receipt(receipt):
            raise FaultError("invalid", detail="receipt")
        kept = proofs.receipt_hash(self._keyed, receipt) if receipt else ""
        now = self._clock()
        with self._archive.write() as tx:
            tx.counter.lock()
            before = proofs.find(tx, kept) if kept else None
            done = before or self._judged(tx, viewer.account or "", code, kept, now)
        if isinstance(done, FaultError):  # raised here: that a wrong code was tried, is written down
            raise done
        if before is not None or not (is_quick(self._archive) and finish(self._archive)):
            return done
        beyond_reach = {code: count for code, count in done.beyond.items() if code != "database"}
        done = signed(replace(done, beyond=beyond_reach), self._archive.key.private)
        if kept:
            with self._archive.write() as tx:
                proofs.keep(tx, kept, done)
        return done

    @property
    def lists(self) -> tuple[Path, ...]:
        """Return where the list of erasures stands: in the archive's folder, and beside its backups."""
        return lists_of(self._archive, self._config)

    def _judged(
        self, tx: Transaction, account: str, code: str, receipt: str, now: datetime
    ) -> "ErasureProof | FaultError":
        """Erase, or return why nothing is erased; of all is well the code is used up by it."""
        desk = Desk(tx.connection, self._keyed)
        row = desk.accounts.one(account)
        if row is None:
            return FaultError("session_ended")
        wait = desk.limits.count(Limit("attempt", f"erasure {account}", TRIES_AN_HOUR), now)
        if wait:
            return FaultError("too_many", retry_after=wait)
        if row.state == "active" and row.right == "maintainer" and len(desk.accounts.maintainers()) == 1:
            return FaultError("last_maintainer")
        if not desk.codes.redeem(account, code, now):
            return FaultError("wrong_code")
        return self._carry_out(tx, Person.of(row), receipt, now)

    def _carry_out(self, tx: Transaction, person: Person, receipt: str, now: datetime) -> ErasureProof:
        """Erase everything and return the proof, which says that the bytes are still to go off the disk.

        What stands outside the database goes first: once the rows are gone nobody could tell any more whose it was.
        """
        reached = self._beyond(tx, person, now)
        outside = self._erase_outside(person, reached)
        day = now.date().isoformat()
        marks = [Erased(day, "token", each) for each in hashes_of(tx, person.account)]
        marks.append(Erased(day, "address", address_mark(self._archive.data, person.mail)))
        counts = erase_person(tx, person, now) | outside
        tx.audit.add("", "account_erased", person.account)
        note(tx, self.lists, Erased(day, "account", person.account, receipt), *marks)
        proof = ErasureProof(
            id=new_id(),
            archive=tx.identity.id,
            moment=stamp(now),
            counts=counts,
            beyond=reached | {"database": 1},
            backups_until=beyond.backups_until(self._config, now),
        )
        proof = signed(proof, self._archive.key.private)
        if receipt:
            proofs.keep(tx, receipt, proof)
        LOG.info("an account is erased", extra={"counts": counts, "beyond": reached})
        return proof

    def _erase_outside(self, person: Person, reached: dict[str, int]) -> dict[str, int]:
        """Take somebody out of messages in a folder and of batches that wait; return how many, without zeros."""
        counts = {"staged": self._staged(person.key)}
        if self._mails is not None:
            try:
                counts["mails"] = erase_mails(self._mails, person)
            except StorageError:
                LOG.exception("messages in the folder weren't erased")
                reached["mails"] = 1
        return {name: count for name, count in counts.items() if count}

    def _beyond(self, tx: Transaction, person: Person, now: datetime) -> dict[str, int]:
        backups = beyond.backups_of(self._archive, self._config, tx.identity.id)
        found = beyond.of_rows(tx, person, now) | {
            "mails": 1 if self._mails is None else 0,
            "backups": backups or 0,
            "backups_elsewhere": 1 if backups is None else 0,
            "database_log": 0 if self._archive.engines.file is not None else 1,
        }
        return {code: count for code, count in found.items() if count}
