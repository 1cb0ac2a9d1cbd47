"""Remarks to the maintainers and the newsletter: for everybody, with or without an account, with or without network."""

import logging
import re
from collections.abc import Collection
from dataclasses import replace
from uuid import uuid4

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.correspondence import Draft
from kennisbank.domain.moments import now
from kennisbank.domain.remarks import Remark, RemarkKind, RemarkState
from kennisbank.errors import (
    ArchiveRefusedError,
    ArchiveUnreachableError,
    ArchiveUntrustedError,
    BadInputError,
    LibraryBusyError,
    NotConnectedError,
    NotFoundError,
    ProgramTooOldError,
    StorageError,
)
from kennisbank.library.acts import REMARK_KINDS, ActRow, ActStep
from kennisbank.library.library import Library
from kennisbank.library.remark_backups import forget_in_backups
from kennisbank.library.scrubbing import scrub_database
from kennisbank.library.transaction import Transaction
from kennisbank.sentences import Language
from kennisbank.services.archive_access import ArchiveAccess
from kennisbank.services.drafts import draft_rows, write_again
from kennisbank.sync.http_remote import HttpRemote
from kennisbank.sync.protocol_acts import NewsletterRequest, RemarkRequest
from kennisbank.tasks.context import JobContext

_log = logging.getLogger(__name__)
_STATES: tuple[ActStep, ...] = ("queued", "failed", "accepted")
_TOLD = ("text", "name", "telephone", "mail", "wants", "language")
_LEAST_DIGITS, _LONGEST_TELEPHONE, _LONGEST_NAME, _LONGEST_TEXT = 5, 40, 200, 20_000
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_LONGEST_MAIL = 254


class RemarkService:
    """Keeps what is said until the archive has it, and nothing personal of it after. Never on the GUI's thread."""

    def __init__(self, library: Library, access: ArchiveAccess) -> None:
        """Keep remarks in `library`, and send them by way of `access`, as a visitor: no account is told with them."""
        self._library, self._access = library, access

    def send(self, name: str, telephone: str, text: str, mail: str = "", *, ends_draft: bool = False) -> ChangeSet:
        """Write a remark down, to be sent by `deliver` or with the next sync.

        With `ends_draft` it takes the place of its draft: of that too nothing stays, in backups neither, once it came.

        Raises:
            BadInputError: something is missing, or is no telephone number or mail address.
        """
        name, telephone, text, mail = " ".join(name.split()), " ".join(telephone.split()), text.strip(), mail.strip()
        if not name or len(name) > _LONGEST_NAME:
            raise BadInputError("A remark needs your name, so that the maintainer knows who asks.")
        if sum(each.isdigit() for each in telephone) < _LEAST_DIGITS or len(telephone) > _LONGEST_TELEPHONE:
            raise BadInputError("A remark needs a telephone number on which you can be reached.")
        if not text or len(text) > _LONGEST_TEXT:
            raise BadInputError("A remark needs a text, of at most 20,000 characters.")
        if mail and not _is_mail(mail):
            raise BadInputError("That isn't a mail address.")
        remark = Remark(str(uuid4()), "remark", now(), text, name, telephone, mail, language=self._language())
        with self._library.write() as tx:
            for draft in draft_rows(tx, Draft("remark")) if ends_draft else ():
                tx.acts.remove(draft.id)
                remark = replace(remark, id=draft.id)
            tx.acts.save(_row(remark))
            return tx.changes

    def newsletter(self, mail: str, *, wants: bool) -> ChangeSet:
        """Write down that somebody wants the newsletter, or no longer; a mail with a link follows once it was sent.

        Raises:
            BadInputError: that is no mail address.
        """
        if not _is_mail(mail.strip()):
            raise BadInputError("That isn't a mail address.")
        return self._save(
            Remark(str(uuid4()), "newsletter", now(), mail=mail.strip(), wants=wants, language=self._language())
        )

    def all(self) -> tuple[Remark, ...]:
        """Return what was said from this machine, oldest first; of what was delivered nothing but when."""
        with self._library.read() as tx:
            rows = tx.acts.all(REMARK_KINDS, _STATES)
        return tuple(_remark(each) for each in rows if each.account is None)

    def waiting(self) -> tuple[Remark, ...]:
        """Return what wasn't delivered yet, or was refused (``failed``), oldest first."""
        return tuple(each for each in self.all() if each.state != "accepted")

    def retry(self, remark_id: str) -> ChangeSet:
        """Have one that was refused sent again.

        Raises:
            NotFoundError: there is none.
        """
        return self._save(replace(self._get(remark_id), state="queued", reason=""))

    def take_back(self, remark_id: str) -> ChangeSet:
        """Don't send one that waits; one that is being sent just now may arrive all the same.

        Its text is a draft again; name, number and address are forgotten.
        """
        return forget(self._library, remark_id)

    def deliver(self, ctx: JobContext | None = None) -> ChangeSet:
        """Send what waits. What can't be sent now goes on waiting; what was sent is wiped off this machine.

        Raises:
            Cancelled: `ctx` was asked to stop.
        """
        ctx, changes = ctx or JobContext(), ChangeSet()
        queued = [each for each in self.waiting() if each.state == "queued"]
        if not queued:
            return changes
        try:
            with self._access.at(self._access.link().url, ctx) as remote:
                for each in queued:
                    ctx.check()
                    changes |= self._save(_sent(remote, each))
        except (ArchiveUnreachableError, NotConnectedError) as error:
            _log.info("remarks go on waiting: %s", type(error).__name__)
        except (ArchiveUntrustedError, ProgramTooOldError) as error:
            _log.warning("remarks go on waiting: %s", error)
        delivered = {each.id for each in queued} - {each.id for each in self.waiting()}
        if delivered:
            _scrub(self._library, delivered)
        return changes

    def _get(self, remark_id: str) -> Remark:
        found = next((each for each in self.all() if each.id == remark_id), None)
        if found is None:
            raise NotFoundError("remark", remark_id)
        return found

    def _save(self, remark: Remark) -> ChangeSet:
        with self._library.write() as tx:
            tx.acts.save(_row(remark))
            return tx.changes

    def _language(self) -> Language:
        return "en" if self._access.language() == "en" else "nl"


def forget(library: Library, remark_id: str) -> ChangeSet:
    """Don't send a remark that waits, and leave nothing of who wrote it, in backups neither; its text is a draft again.

    One that isn't there is let be.
    """
    with library.write() as tx:
        found = tx.acts.find(remark_id)
        if found is not None and found.kind in REMARK_KINDS and found.state != "accepted":
            tx.acts.remove(remark_id)
            write_again(tx, Draft("remark", words={"text": str(found.body.get("text", ""))}))
        changes = tx.changes
    _scrub(library, [remark_id])
    return changes


def queue_again(tx: Transaction, remark_id: str) -> bool:
    """Queue a remark that was refused once more; tell whether it is one."""
    found = tx.acts.find(remark_id)
    if found is None or found.kind not in REMARK_KINDS:
        return False
    if found.state == "failed":
        tx.acts.save(replace(found, state="queued", reason="", modified=now()))
    return True


def _scrub(library: Library, ids: Collection[str]) -> None:
    """Leave nothing of names and numbers in backups and in the database's free pages.

    Somebody who reads keeps the latter waiting.
    """
    try:
        forget_in_backups(library, ids)
        scrub_database(library)
    except (LibraryBusyError, StorageError) as error:
        _log.warning("what was sent is out of sight, but not yet off the disk: %s", error)


def _sent(remote: HttpRemote, each: Remark) -> Remark:
    """Send one, and return how it is then.

    Raises:
        ArchiveUnreachableError: it isn't known whether it arrived; it may be sent again.
    """
    try:
        if each.kind == "remark":
            remote.remark(RemarkRequest(each.id, each.name, each.telephone, each.text, each.mail, each.language))
        else:
            remote.newsletter(NewsletterRequest(each.mail, each.wants, each.language))
    except ArchiveRefusedError as error:
        return replace(each, state="failed", reason=error.code)
    return replace(each, state="accepted", reason="")


def _row(remark: Remark) -> ActRow:
    """Return a remark as it is kept: once the archive has it, nothing but that it was made."""
    body = {} if remark.state == "accepted" else {name: getattr(remark, name) for name in _TOLD}
    return ActRow(remark.id, remark.kind, body, remark.state, remark.created, now(), reason=remark.reason)


def _remark(row: ActRow) -> Remark:
    kind: RemarkKind = "newsletter" if row.kind == "newsletter" else "remark"
    state: RemarkState = "failed" if row.state == "failed" else "accepted" if row.state == "accepted" else "queued"
    return Remark(row.id, kind, row.created, state=state, reason=row.reason, **row.body)


def _is_mail(text: str) -> bool:
    return _MAIL.fullmatch(text) is not None and len(text) <= _LONGEST_MAIL
