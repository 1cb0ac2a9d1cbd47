"""Everything about oneself: in one file, and erased – at the archive, and on this machine."""

import json
import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from filelock import FileLock
from filelock import Timeout as LockTimeoutError

from kennisbank.config.settings import load_settings
from kennisbank.config.whole_files import write_whole
from kennisbank.domain.archive import Account
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.moments import now
from kennisbank.errors import LibraryBusyError, NotLoggedInError, StorageError
from kennisbank.library import scrubbing
from kennisbank.library.library import Library
from kennisbank.library.own_rows import own_rows
from kennisbank.services.archive_access import ArchiveAccess
from kennisbank.services.privacy_asking import ErasureAsking
from kennisbank.services.privacy_marks import Mark, Marks
from kennisbank.services.privacy_scrubbing import AccountScrubbing
from kennisbank.services.searching import SearchService
from kennisbank.sync.privacy_remote import PrivacyRemote
from kennisbank.sync.protocol_desk import ErasureProof
from kennisbank.tasks.context import JobContext, Progress

_log = logging.getLogger(__name__)
FORMAT = "kennisbank/everything-about-me/1"
_WAIT_S = 30.0


class PrivacyService:
    """A reader's own data. Every method may block: never on the GUI's thread.

    What speaks to the archive may raise what `net.archive_http.ArchiveHttp` raises.
    """

    def __init__(self, library: Library, access: ArchiveAccess, searching: SearchService) -> None:
        """Serve `library` by way of `access`; `searching` has the index."""
        self._library, self._access, self._searching = library, access, searching
        self._marks = Marks(library.paths.home)
        self._asking = ErasureAsking(library, access, self._marks)

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

    # Having it erased.

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
        once (somebody reads, the disk is full) is done at a later start (`finish`). That it was asked is written down
        before it is sent: when the answer is lost, or this program killed, `settle` goes on.

        Raises:
            NotLoggedInError: nobody is.
            ArchiveRefusedError: the code isn't right, or whoever asks is the last maintainer; nothing was erased.
            ArchiveUntrustedError: the proof isn't the archive's; nothing was erased here.
            ArchiveUnreachableError: with the code ``erasure_unknown`` the archive may have erased it; what became of it
                is asked at the next contact.
        """
        proof = self._asking.ask(self._logged_in(), code, keeps_notes=keeps_notes)
        self.finish(ctx)
        return proof

    def erase_here(self, *, keeps_notes: bool = True, ctx: JobContext | None = None) -> ChangeSet:
        """Leave nothing on this machine of an account that its owner had erased from elsewhere; return what changed.

        With `keeps_notes` notes, dossiers and reading stay on this machine, as nobody's.

        Raises:
            NotLoggedInError: no account that was used here is known to be erased (``not_erased``).
        """
        found = self.erased_elsewhere()
        if not found:
            raise NotLoggedInError("not_erased")
        for account in found:
            mark = Mark("erased", account.archive, account.id, now().utc.isoformat(), keeps_notes, is_told=True)
            self._marks.keep(mark.erased(account, None))
        return self.finish(ctx)

    def erased_elsewhere(self) -> list[Account]:
        """Return the accounts of which the archive said that they were erased, and that still have something here."""
        with self._library.read() as tx:
            return [each for each in tx.archives.accounts() if each.ended == "erased"]

    def settle(self, ctx: JobContext | None = None) -> ChangeSet:
        """Find out what became of an erasure whose answer was lost, and go on with it here; return what changed.

        Where none is under way nothing is asked. An archive that can't be reached is asked the next time.

        Raises:
            Cancelled: `ctx` was asked to stop; the rest is done the next time.
        """
        self._asking.settle(ctx)
        return self.finish(ctx)

    def finish(self, ctx: JobContext | None = None) -> ChangeSet:
        """Leave nothing on this machine of an account that was erased; where none was, nothing is done.

        That holds as well for what a backup brings back later.
        What can't be done now is logged and done the next time; a kill changes nothing of that.

        Raises:
            Cancelled: `ctx` was asked to stop; the rest is done the next time.
        """
        ctx = ctx or JobContext()
        changes = ChangeSet()
        self._take_up_again()
        for mark in self._marks.all("erased"):
            ctx.report(Progress("scrubbing", 0, 0))
            account = AccountScrubbing(self._library, self._access, self._searching, mark.who())
            try:
                with FileLock(self._library.paths.sync_lock, timeout=_WAIT_S):
                    for _name, step in account.steps(ctx):
                        step()
                    self._end(mark)
            except (LibraryBusyError, StorageError, LockTimeoutError, OSError) as error:
                _log.warning("what was erased is out of sight, but not yet off the disk: %s", type(error).__name__)
            changes |= account.changes
        return changes

    # What whoever sits here is told.

    def untold(self) -> list[ErasureProof | None]:
        """Return the erasures that were finished without anybody being told, with their proofs; None: there is none."""
        return [each.proof for each in self._marks.all("done") if not each.is_told]

    def note_told(self) -> None:
        """Write down that whoever sits here knows of all erasures that were carried out; their proofs stay.

        Raises:
            StorageError: it can't be written.
        """
        for mark in self._marks.all("erased", "done"):
            if not mark.is_told:
                self._marks.keep(replace(mark, is_told=True))

    def proofs(self) -> list[ErasureProof]:
        """Return the proofs of what was erased from here, the oldest first."""
        return [each.proof for each in self._marks.all("erased", "done") if each.proof is not None]

    def _end(self, mark: Mark) -> None:
        """Note that nothing of it is left here; whether somebody was told meanwhile stands in the mark itself."""
        now_ = next((each for each in self._marks.all("erased") if each.id == mark.id), mark)
        self._marks.keep(replace(mark.done(), is_told=now_.is_told))

    def _take_up_again(self) -> None:
        """Begin anew with what was done here and is there again: a library or a backup was put in place since."""
        done = self._marks.all("done")
        if not done:
            return
        try:
            with self._library.read() as tx:
                known = {(str(each.archive), str(each.id)): each for each in tx.archives.accounts()}
                back = [mark for mark in done if scrubbing.has_account(tx, mark.who())]
            for mark in back:
                self._marks.keep(mark.erased(known.get((mark.archive, mark.account)), mark.proof))
        except (LibraryBusyError, StorageError) as error:
            _log.warning("whether something erased came back isn't known: %s", type(error).__name__)

    def _archives_part(self) -> Any:
        with self._access.http() as http:
            return json.loads(PrivacyRemote(http).export())

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
