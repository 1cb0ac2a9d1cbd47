"""The archive that this library is connected to, and who is logged in there."""

import base64
import binascii
import logging
import platform
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field, replace

from kennisbank.domain.archive import Account, AccountWish, ArchiveLink, Occupation
from kennisbank.domain.changes import ChangeSet, Kind
from kennisbank.domain.ids import ArchiveId
from kennisbank.domain.moments import now
from kennisbank.errors import (
    AlreadyConnectedError,
    ArchiveRefusedError,
    ArchiveUnreachableError,
    ArchiveUntrustedError,
    LibraryBusyError,
    NotConnectedError,
    NotLoggedInError,
    StorageError,
    UnsentWorkError,
)
from kennisbank.library.library import Library
from kennisbank.library.outbox import NOBODY, Owner
from kennisbank.library.scrubbing import scrub_database
from kennisbank.library.transaction import Transaction
from kennisbank.net.archive_http import address_of
from kennisbank.sentences import Language
from kennisbank.services.archive_access import ArchiveAccess, account_of, hide, switch_to
from kennisbank.sync.protocol_accounts import AccountRequest, ArchiveInfo, CodeRequest, LogIn, SessionInfo, TokenRequest
from kennisbank.sync.protocol_codec import decode, encode

_log = logging.getLogger(__name__)
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """Somebody is logged in. `secrets_state`: why the session ends with this program (as `secrets_state()`), or empty.

    `changes`: what came into sight, and went out of it, with the account.
    """

    account: Account
    changes: ChangeSet = field(default_factory=ChangeSet)
    secrets_state: str = ""


@dataclass(frozen=True, slots=True)
class LoggedOut:
    """Nobody is logged in. `is_told`: the archive knows; else the session ends there by itself, or from elsewhere."""

    changes: ChangeSet
    is_told: bool


class AccountService:
    """Connects one library to an archive, and logs in there. Every method may block: never on the GUI's thread.

    What speaks to the archive may raise what `net.archive_http.ArchiveHttp` raises.
    """

    def __init__(self, library: Library, access: ArchiveAccess) -> None:
        """Serve `library` by way of `access`."""
        self._library = library
        self._access = access

    # The archive.

    def look_at(self, url: str) -> ArchiveInfo:
        """Return who the archive at an address is, without connecting to it.

        Raises:
            ArchiveUntrustedError: it isn't https, or what answers is no archive.
        """
        with self._access.at(url) as remote:
            info = remote.info()
        if not _is_key(info.key):
            raise ArchiveUntrustedError(address_of(url), "malformed")
        return info

    def connect(self, url: str) -> ArchiveLink:
        """Connect this library to the archive at an address; its key is pinned. Nothing is fetched yet.

        The archive that it is connected to already may be given again, at another address.

        Raises:
            AlreadyConnectedError: this library is connected to another archive.
            ArchiveUntrustedError: its key isn't the one that was pinned; or as for `look_at`.
        """
        info = self.look_at(url)
        with self._library.write() as tx:
            before = tx.archives.link()
            if before is not None and before.id != info.id:
                raise AlreadyConnectedError(before.url or before.name)
            if before is not None and before.key != info.key:
                raise ArchiveUntrustedError(address_of(url), "other_key")
            link = ArchiveLink(
                id=ArchiveId(info.id),
                url=address_of(url),
                name=info.name,
                key=info.key,
                epoch=info.epoch,
                revision=0,
                connected=now(),
            )
            if before is not None:
                link = replace(before, url=link.url, name=link.name)
            link = replace(link, info=encode(info).decode())
            tx.archives.save_link(link)
        return link

    def disconnect(self) -> ChangeSet:
        """Let go of the archive: what came from it stays, whoever is logged in is logged out with their data hidden.

        Raises:
            NotConnectedError: this library isn't connected.
        """
        if self.link() is None:
            raise NotConnectedError
        self._end_here()
        with self._library.write() as tx:
            _hide_current(tx)
            for account in tx.archives.accounts():  # whoever connects again compares from the beginning
                tx.archives.save_account(replace(account, revision=0))
            tx.archives.remove_link()
            return tx.changes

    def link(self) -> ArchiveLink | None:
        """Return the archive that this library is connected to, with the account that was asked for; None without."""
        with self._library.read() as tx:
            return tx.archives.link()

    def info(self) -> ArchiveInfo | None:
        """Return what the archive last said of itself: house rules, privacy, the next congress. Nothing is asked."""
        link = self.link()
        return None if link is None or link.info == "{}" else decode(ArchiveInfo, link.info.encode())

    # Accounts.

    def current(self) -> Account | None:
        """Return who is logged in; with `ended` filled, their session is over and they have to log in anew."""
        with self._library.read() as tx:
            return tx.archives.current()

    def known(self) -> list[Account]:
        """Return the accounts that were used in this library, by address."""
        with self._library.read() as tx:
            return tx.archives.accounts()

    def register(
        self,
        mail: str,
        name: str,
        occupation: Occupation,
        organisation: str,
        language: Language,
        *,
        accepts_rules: bool,
    ) -> ArchiveLink:
        """Ask for an account; that it was asked for is remembered, and to be seen without network too.

        Raises:
            NotConnectedError: this library isn't connected.
            ArchiveRefusedError: something that was filled in isn't accepted, or the rules weren't.
        """
        with self._access.remote() as remote:
            request = AccountRequest(mail, name, occupation, organisation, language, accepts_rules)
            remote.request_account(request)
        with self._library.write() as tx:
            link = _linked(tx)
            link = replace(link, wish=AccountWish(mail, name, occupation, organisation, now()))
            tx.archives.save_link(link)
        return link

    def forget_wish(self) -> None:
        """Forget that an account was asked for; the archive isn't told."""
        with self._library.write() as tx:
            link = tx.archives.link()
            if link is not None and link.wish is not None:
                tx.archives.save_link(replace(link, wish=None))

    def ask_code(self, mail: str, language: Language) -> None:
        """Ask for a one-time code by mail. Whether the archive knows the address, it doesn't say.

        Raises:
            NotConnectedError: this library isn't connected.
        """
        with self._access.at(self._access.link().url) as remote:
            remote.request_code(CodeRequest(mail, language))

    def log_in(self, mail: str, code: str, device: str = "") -> LoggedIn:
        """Log in with a one-time code; `device` is how this machine is called there, by its own name without.

        Whoever was logged in until now is logged out, their data kept out of sight.

        Raises:
            NotConnectedError: this library isn't connected.
            ArchiveRefusedError: the code isn't right, or no longer (``not_logged_in``); the account isn't approved yet,
                or suspended; or there were too many attempts.
        """
        link = self._access.link()
        named = device or this_device()
        try:
            with self._access.at(link.url) as remote:
                tokens = remote.log_in(LogIn(mail.strip(), code.strip(), named[:100]))
        except NotLoggedInError as error:
            raise ArchiveRefusedError(401, "not_logged_in") from error
        before = self.current()
        if before is not None:
            self._end_here()
        with self._library.write() as tx:
            account = account_of(tx, _linked(tx), tokens.account, session=tokens.session, device=named)
            switch_to(tx, account)
            changes = tx.changes
        self._access.keep(account, tokens)
        return LoggedIn(account, changes, self.secrets_state())

    def log_out(self, *, removes: bool, even_unsent: bool = False) -> LoggedOut:
        """Log out: the account's data is hidden here until they log in again, or with `removes` removed.

        Raises:
            NotLoggedInError: nobody is.
            UnsentWorkError: something to be removed was never sent, and that isn't meant (`even_unsent`).
        """
        with self._library.read() as tx:
            account, unsent = tx.archives.current(), sum(tx.unsent.counts().values())
        if account is None:
            raise NotLoggedInError
        if removes and unsent and not even_unsent:
            raise UnsentWorkError(unsent)
        is_told = self._end_here()
        with self._library.write() as tx:
            unsent = sum(tx.unsent.counts().values())
            if removes and unsent and not even_unsent:  # written while the archive was told
                raise UnsentWorkError(unsent)
            _hide_current(tx)
            if removes:
                _remove(tx, account)
            changes = tx.changes
        if removes:
            self._scrub()
        return LoggedOut(changes, is_told)

    def remove_account(self, account: Account, *, even_unsent: bool = False) -> ChangeSet:
        """Remove what an account that is logged out has here, itself too.

        Raises:
            UnsentWorkError: as for `log_out`.
        """
        with self._library.write() as tx:
            unsent = sum(tx.unsent.counts_of(Owner(account.archive, account.id)).values())
            if unsent and not even_unsent:
                raise UnsentWorkError(unsent)
            _remove(tx, account)
            changes = tx.changes
        self._scrub()
        return changes

    def renew(self) -> Account | None:
        """Ask the archive who is logged in and what they may do now; None when nobody is.

        Raises:
            NotConnectedError: this library isn't connected.
            NotLoggedInError: the session is over.
        """
        with self._access.remote() as remote:
            self._access.identify(remote)
            if self.current() is None:
                return None
            info = remote.me()
        with self._library.write() as tx:
            current = tx.archives.current()
            if current is None or current.id != info.id:
                return current
            renewed = replace(current, name=info.name, mail=info.mail, right=info.right, ended="")
            renewed = replace(renewed, occupation=info.occupation, organisation=info.organisation)
            tx.archives.save_account(renewed)
        return renewed

    # Sessions.

    def sessions(self) -> list[SessionInfo]:
        """Return the devices on which this account is logged in, and its device tokens."""
        with self._access.remote() as remote:
            self._access.identify(remote)
            return remote.sessions()

    def end_session(self, session: str) -> None:
        """End the session of a device; that of this one isn't ended so, but by logging out.

        Raises:
            ArchiveRefusedError: there is no such session.
        """
        with self._access.remote() as remote:
            remote.end_session(session)
        current = self.current()
        if current is not None and current.session == session:
            self._access.forget(current)
            self._access.note_end(current, "ended")

    def print_token(self, device: str, days: int) -> str:
        """Return a new device token, for ``KENNISBANK_TOKEN`` on a machine without a keyring; it is told this once.

        Raises:
            NotLoggedInError: nobody is.
        """
        with self._access.remote() as remote:
            return remote.device_token(TokenRequest(device or this_device(), days)).token

    def secrets_state(self) -> str:
        """Return empty when a session outlives this run, else why not: a code of `SecretsUnavailableError`."""
        return self._access.secrets_state()

    # What was written before a log-in.

    def claimable(self) -> dict[Kind, int]:
        """Return how much there is of each kind that belongs to nobody and could become this account's."""
        with self._library.read() as tx:
            return tx.ownership.claimable()

    def claim(self, kinds: Collection[Kind]) -> ChangeSet:
        """Make what belongs to nobody this account's, to be sent with the next sync.

        Raises:
            NotLoggedInError: nobody is.
        """
        with self._library.write() as tx:
            if tx.viewer == NOBODY:
                raise NotLoggedInError
            tx.ownership.claim(kinds, tx.viewer)
            return tx.changes

    def _scrub(self) -> None:
        """Leave nothing of what was removed in the database's free pages; somebody who reads it keeps that waiting."""
        try:
            scrub_database(self._library)
        except (LibraryBusyError, StorageError) as error:
            _log.warning("what was removed is out of sight, but not yet off the disk: %s", error)

    def _end_here(self) -> bool:
        """End the current session at the archive and forget its tokens; return whether the archive knows."""
        current = self.current()
        if current is None or self._access.is_by_token():
            return current is None
        is_told = False
        with suppress(ArchiveUnreachableError, ArchiveUntrustedError, ArchiveRefusedError, NotConnectedError):
            try:
                with self._access.remote() as remote:
                    remote.end_session("current")
            except NotLoggedInError:
                _log.info("the session was over already")
            is_told = True
        self._access.forget(current)
        return is_told


def this_device() -> str:
    """Return how this machine is called, as its owner knows it."""
    return platform.node() or platform.system() or "?"


def _linked(tx: Transaction) -> ArchiveLink:
    link = tx.archives.link()
    if link is None:
        raise NotConnectedError
    return link


def _hide_current(tx: Transaction) -> None:
    current = tx.archives.current()
    if current is not None:
        hide(tx, current)


def _remove(tx: Transaction, account: Account) -> None:
    tx.ownership.remove(Owner(account.archive, account.id))
    tx.archives.remove_account(account.archive, account.id)


def _is_key(text: str) -> bool:
    try:
        return len(base64.b64decode(text, validate=True)) == _KEY_BYTES
    except (binascii.Error, ValueError):
        return False
