"""Erasing somebody at their word: a code by mail, everything out of the database, off the disk, and a proof."""

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import insert, select, update

from kennisbank.archive.accounts.desk import Desk
from kennisbank.archive.accounts.limits import Limit
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.database.moments import stamp, utc_now
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.mail.post import FolderPost, Post
from kennisbank.archive.privacy import beyond, erasure_list
from kennisbank.archive.privacy.erasing import erase_person
from kennisbank.archive.privacy.erasure_list import LIST, Erased
from kennisbank.archive.privacy.person import Person
from kennisbank.archive.privacy.wiping import is_quick, wipe
from kennisbank.archive.privacy.written_mails import erase_mails
from kennisbank.archive.schema.privacy_tables import erasures
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.web.faults import FaultError
from kennisbank.archive.web.rights import Viewer
from kennisbank.archive.world import Archive
from kennisbank.domain.ids import new_id
from kennisbank.errors import DatabaseError, StorageError
from kennisbank.sync.protocol_desk import ErasureProof
from kennisbank.sync.protocol_proof import signed

LOG = logging.getLogger("kennisbank.archive.erasures")
TRIES_AN_HOUR = 10


class Erasures:
    """Erases accounts of one archive. From any thread."""

    def __init__(
        self, archive: Archive, config: ArchiveConfig, post: Post, *, clock: Callable[[], datetime] = utc_now
    ) -> None:
        """Erase in `archive`; messages that `post` wrote to a folder go too."""
        self._archive, self._config, self._clock = archive, config, clock
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

    def erase(self, viewer: Viewer, code: str) -> ErasureProof:
        """Erase everything of who asks and return the proof.

        Raises:
            FaultError: ``wrong_code``, ``too_many``, ``last_maintainer``, ``session_ended``; nothing was erased.
        """
        now = self._clock()
        account = viewer.account or ""
        refused = self._refusal(account, code, now)
        if refused is not None:
            raise refused
        with self._archive.write() as tx:
            tx.counter.lock()
            desk = Desk(tx.connection, self._keyed)
            row = desk.accounts.one(account)
            if row is None:
                raise FaultError("session_ended")
            person = Person.of(row)
            reached = self._beyond(tx, person, now)
            counts = erase_person(tx, person, now)
            tx.audit.add("", "account_erased", account)
            note(tx, self.lists, Erased(now.date().isoformat(), "account", account))
        if self._mails is not None:
            try:
                counts["mails"] = erase_mails(self._mails, person)
            except StorageError:
                LOG.exception("messages in the folder weren't erased")
                reached["mails"] = 1
        if not (is_quick(self._archive) and finish(self._archive)):
            reached["database"] = 1
        proof = ErasureProof(
            id=new_id(),
            archive=self._identity(),
            moment=stamp(now),
            counts=counts,
            beyond=reached,
            backups_until=beyond.backups_until(self._config, now),
        )
        LOG.info("an account was erased", extra={"counts": counts, "beyond": reached})
        return signed(proof, self._archive.key.private)

    @property
    def lists(self) -> tuple[Path, ...]:
        """Return where the list of erasures stands: in the archive's folder, and beside its backups."""
        return lists_of(self._archive, self._config)

    def _refusal(self, account: str, code: str, now: datetime) -> FaultError | None:
        """Return why nothing is erased; the code is used up when all is well."""
        with self._archive.write() as tx:
            desk = Desk(tx.connection, self._keyed)
            row = desk.accounts.one(account)
            if row is None:
                return FaultError("session_ended")
            wait = desk.limits.count(Limit("attempt", f"erasure {account}", TRIES_AN_HOUR), now)
            if wait:
                return FaultError("too_many", retry_after=wait)
            if row.state == "active" and row.right == "maintainer" and len(desk.accounts.maintainers()) == 1:
                return FaultError("last_maintainer")
            return None if desk.codes.redeem(account, code, now) else FaultError("wrong_code")

    def _beyond(self, tx: Transaction, person: Person, now: datetime) -> dict[str, int]:
        backups = beyond.backups_of(self._archive, self._config, tx.identity.id)
        found = {
            "authors": beyond.correspondents(tx, person.account),
            "readers": beyond.readers(tx, person.account, now),
            "sticks": beyond.sticks(tx, person.account),
            "devices": max(0, beyond.devices(tx, person.account, now) - 1),
            "mails": 1 if self._mails is None else 0,
            "backups": backups or 0,
            "backups_elsewhere": 1 if backups is None else 0,
            "database_log": 0 if self._archive.engines.file is not None else 1,
        }
        return {code: count for code, count in found.items() if count}

    def _identity(self) -> str:
        with self._archive.read() as tx:
            return tx.identity.id


def lists_of(archive: Archive, config: ArchiveConfig) -> tuple[Path, ...]:
    """Return where the list of erasures stands: in the archive's folder, and beside its backups."""
    folder = config.storage.backups
    return (archive.data / LIST, *((archive.data / Path(folder).expanduser() / LIST,) if folder else ()))


def note(tx: Transaction, lists: tuple[Path, ...], erased: Erased) -> None:
    """Write down that something was erased: first where it outlives this database, then in it.

    Raises:
        StorageError: the first of the lists can't be written.
    """
    for path in lists:
        try:
            erasure_list.add(path, erased)
        except StorageError:
            if path == lists[0]:
                raise
            LOG.exception("the list of erasures beside the backups can't be written")
    row = {"id": erased.id, "kind": erased.kind, "day": erased.day, "is_done": False}
    if tx.connection.execute(select(erasures.c.id).where(erasures.c.id == erased.id)).first() is None:
        tx.connection.execute(insert(erasures), row)


def finish(archive: Archive) -> bool:
    """Have the bytes of what was erased off the disk; False: somebody is busy, it is tried again every day."""
    with archive.read() as tx:
        left = tx.connection.execute(select(erasures.c.id).where(erasures.c.is_done.is_(False))).scalars().all()
    if not left:
        return True
    try:
        wipe(archive)
    except DatabaseError as error:
        LOG.warning("what was erased is out of sight, but not yet off the disk", extra={"why": error.code})
        return False
    with archive.write() as tx:
        tx.connection.execute(update(erasures).where(erasures.c.id.in_(left)).values(is_done=True))
    return True
