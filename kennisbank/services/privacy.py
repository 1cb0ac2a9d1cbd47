"""Everything about oneself: in one file, and erased – at the archive, and on this machine."""

import json
import logging
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from filelock import FileLock
from filelock import Timeout as LockTimeoutError

from kennisbank.config.settings import load_settings, save_settings
from kennisbank.config.whole_files import write_whole
from kennisbank.domain.archive import Account
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.moments import now
from kennisbank.errors import (
    ArchiveUntrustedError,
    LibraryBusyError,
    NotLoggedInError,
    StorageError,
)
from kennisbank.library import scrubbing
from kennisbank.library.erased_account import AccountRows, ErasedAccount
from kennisbank.library.library import Library
from kennisbank.library.own_rows import own_rows
from kennisbank.services.archive_access import ArchiveAccess
from kennisbank.services.scrubbed_logs import scrub_logs
from kennisbank.services.searching import SearchService
from kennisbank.sync.privacy_remote import PrivacyRemote
from kennisbank.sync.protocol_desk import ErasureProof
from kennisbank.sync.protocol_proof import is_signed_by
from kennisbank.tasks.context import JobContext, Progress

_log = logging.getLogger(__name__)
FORMAT = "kennisbank/everything-about-me/1"
_MARK = "erasing.json"
"""In the home, from an erasure at the archive until nothing of it is left here."""
_WAIT_S = 30.0


class PrivacyService:
    """A reader's own data. Every method may block: never on the GUI's thread.

    What speaks to the archive may raise what `net.archive_http.ArchiveHttp` raises.
    """

    def __init__(self, library: Library, access: ArchiveAccess, searching: SearchService) -> None:
        """Serve `library` by way of `access`; `searching` has the index."""
        self._library, self._access, self._searching = library, access, searching

    def export(self, target: Path) -> Path:
        """Write everything about who is logged in to one JSON file, whole or not at all; return where it is.

        It holds what the archive has and what is on this machine; without an archive, or an account, only the latter.

        Raises:
            StorageError: it can't be written.
            NotLoggedInError: the session is over; log in first.
        """
        account = self._account()
        document: dict[str, Any] = {
            "format": FORMAT,
            "made": now().utc.isoformat(),
            "account": None if account is None else _account_said(account),
            "archive": None if account is None else self._archives_part(),
        }
        with self._library.read() as tx:
            document["here"] = own_rows(tx)
        settings = load_settings(self._library.paths.settings_file)
        document["settings"] = {"reader_name": settings.reader_name, "recent_searches": settings.recent_searches}
        data = json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8", "replace")
        write_whole(target, data + b"\n", is_private=True)
        return target

    def ask_code(self) -> None:
        """Have the code mailed that `erase` asks for.

        Raises:
            NotConnectedError: this library isn't connected.
            NotLoggedInError: nobody is.
        """
        self._logged_in()
        with self._access.http() as http:
            PrivacyRemote(http).ask_code()

    def erase(self, code: str, *, keeps_notes: bool = False, ctx: JobContext | None = None) -> ErasureProof:
        """Have everything of who is logged in erased, at the archive and on this machine; return the archive's proof.

        With `keeps_notes` notes, dossiers and reading stay on this machine, as nobody's. What can't be done here at
        once (somebody reads, the disk is full) is done at a later start (`finish`).

        Raises:
            NotLoggedInError: nobody is.
            ArchiveRefusedError: the code isn't right, or whoever asks is the last maintainer; nothing was erased.
            ArchiveUntrustedError: the proof isn't the archive's; nothing was erased here.
        """
        account, link = self._logged_in(), self._access.link()
        with self._access.http() as http:
            proof = PrivacyRemote(http).erase(code)
        if proof.archive != link.id or not is_signed_by(proof, link.key):
            raise ArchiveUntrustedError(link.url, "other_key")
        erased = ErasedAccount(account.archive, account.id, account.mail, account.name, keeps_notes)
        write_whole(self._mark, json.dumps(asdict(erased)).encode(), is_private=True)
        self._access.forget(account)
        self.finish(ctx)
        return proof

    def finish(self, ctx: JobContext | None = None) -> ChangeSet:
        """Leave nothing on this machine of an account that was erased; where none was, nothing is done.

        What can't be done now is logged and done the next time; a kill changes nothing of that.

        Raises:
            Cancelled: `ctx` was asked to stop; the rest is done the next time.
        """
        ctx = ctx or JobContext()
        erased = self._pending()
        if erased is None:
            return ChangeSet()
        ctx.report(Progress("scrubbing", 0, 0))
        changes = ChangeSet()
        try:
            with FileLock(self._library.paths.sync_lock, timeout=_WAIT_S):
                with self._library.write() as tx:
                    scrubbing.scrub_account(tx, erased)
                    changes = tx.changes
                scrubbing.scrub_attachments(self._library)
                scrubbing.scrub_files(self._library)
                self._searching.purge(ctx)
                scrubbing.scrub_database(self._library)
                scrubbing.clean_copies(self._library, lambda execute: AccountRows(execute).scrub(erased))
                self._forget_reader(erased)
                scrub_logs(self._library.paths.log, (erased.mail, erased.name))
                self._mark.unlink(missing_ok=True)
        except (LibraryBusyError, StorageError, LockTimeoutError, OSError) as error:
            _log.warning("what was erased is out of sight, but not yet off the disk: %s", type(error).__name__)
        return changes

    @property
    def _mark(self) -> Path:
        return self._library.paths.home / _MARK

    def _pending(self) -> ErasedAccount | None:
        try:
            return ErasedAccount(**json.loads(self._mark.read_bytes()))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError):
            _log.warning("what was to be erased here can't be read")
            return None

    def _archives_part(self) -> Any:
        with self._access.http() as http:
            return json.loads(PrivacyRemote(http).export())

    def _forget_reader(self, erased: ErasedAccount) -> None:
        """Take the reader's own name out of the settings, where it is the account's, and a remark begun long ago."""
        file = self._library.paths.settings_file
        settings = load_settings(file)
        is_theirs = settings.reader_name.casefold() == erased.name.casefold()
        if (settings.reader_name and is_theirs) or settings.remark_draft:
            name = "" if is_theirs else settings.reader_name
            save_settings(file, replace(settings, reader_name=name, remark_draft=""))

    def _account(self) -> Account | None:
        with self._library.read() as tx:
            return tx.archives.current()

    def _logged_in(self) -> Account:
        self._access.link()
        account = self._account()
        if account is None or account.ended not in {"", "suspended"}:
            raise NotLoggedInError
        return account


def _account_said(account: Account) -> dict[str, str]:
    names = ("id", "archive", "mail", "name", "occupation", "organisation", "right")
    return {name: str(getattr(account, name)) for name in names}
