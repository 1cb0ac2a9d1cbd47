"""The way to the connected archive, in the name of whoever is logged in: tokens are fetched, renewed and kept here."""

import json
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256

from filelock import FileLock
from filelock import Timeout as LockTimeoutError

from kennisbank.config.secrets import SecretStore, token_of_environment
from kennisbank.config.settings import load_settings
from kennisbank.console import language_of_environment
from kennisbank.domain.archive import Account, ArchiveLink
from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.ids import AccountId, ArchiveId
from kennisbank.errors import ArchiveRefusedError, ArchiveUnreachableError, NotConnectedError, NotLoggedInError
from kennisbank.library.library import Library
from kennisbank.library.outbox import Owner
from kennisbank.library.transaction import Transaction
from kennisbank.net.archive_http import LIMITS, ArchiveHttp, Limits
from kennisbank.sync.http_remote import HttpRemote
from kennisbank.sync.protocol_accounts import AccountInfo, RefreshRequest, Tokens
from kennisbank.sync.trust import check_info
from kennisbank.tasks.context import JobContext

_log = logging.getLogger(__name__)
_WAIT_FOR_REFRESH_S = 30.0
_STANDINGS = frozenset({"suspended", "erased"})
"""Of why a session is over, what is so of the account itself."""
_BY_TOKEN = "token:"  # noqa: S105 -- what a session is called that came from the environment


@dataclass(frozen=True, slots=True)
class HeldTokens:
    """The tokens of one session, as they stand in the keyring."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)


class ArchiveAccess:
    """Makes connections to archives. From any thread but the GUI's: keyrings block, and so do networks."""

    def __init__(
        self,
        library: Library,
        secrets: SecretStore,
        *,
        environment: Mapping[str, str] = os.environ,
        limits: Limits = LIMITS,
    ) -> None:
        """Serve `library`, with tokens out of `secrets`, unless `environment` names one."""
        self._library = library
        self._secrets = secrets
        self._environment = environment
        self._limits = limits
        self._held: dict[str, HeldTokens] = {}

    @contextmanager
    def at(self, url: str, ctx: JobContext | None = None) -> Iterator[HttpRemote]:
        """Give the archive at any address, as a visitor.

        Raises:
            ArchiveUntrustedError: no archive may have such an address.
        """
        with self.visiting(url, ctx) as http:
            yield HttpRemote(http)

    @contextmanager
    def visiting(self, url: str, ctx: JobContext | None = None) -> Iterator[ArchiveHttp]:
        """Give the archive at any address, as a visitor, for what no engine asks.

        Raises:
            ArchiveUntrustedError: no archive may have such an address.
        """
        with ArchiveHttp(url, language=self.language(), ctx=ctx, limits=self._limits) as http:
            yield http

    @contextmanager
    def http(self, ctx: JobContext | None = None) -> Iterator[ArchiveHttp]:
        """Give the connected archive, in the name of whoever is logged in.

        Raises:
            NotConnectedError: this library isn't connected.
        """
        with ArchiveHttp(
            self.link().url,
            token=self.token,
            refresh=self.refresh,
            language=self.language(),
            ctx=ctx,
            limits=self._limits,
        ) as http:
            yield http

    @contextmanager
    def remote(self, ctx: JobContext | None = None) -> Iterator[HttpRemote]:
        """Give the connected archive, in the name of whoever is logged in, as the engine speaks to it.

        Raises:
            NotConnectedError: this library isn't connected.
        """
        with self.http(ctx) as http:
            yield HttpRemote(http)

    @contextmanager
    def attachment(self, attachment_id: str) -> Iterator[Iterator[bytes]]:
        """Give the bytes of a file that came with a message, in pieces.

        Raises:
            NotConnectedError: this library isn't connected.
            KennisbankError: the archive can't be reached, or doesn't give it.
        """
        with self.remote() as remote, remote.attachment(attachment_id) as pieces:
            yield pieces

    def link(self) -> ArchiveLink:
        """Return the archive that this library is connected to.

        Raises:
            NotConnectedError: there is none, or it is known from a stick only, without an address.
        """
        with self._library.read() as tx:
            link = tx.archives.link()
        if link is None or not link.url:
            raise NotConnectedError
        return link

    def language(self) -> str:
        """Return the language in which the archive is to speak to this reader."""
        return load_settings(self._library.paths.settings_file).ui_language or language_of_environment()

    def is_by_token(self) -> bool:
        """Tell whether the environment says in whose name is spoken: then nobody logs in or out here."""
        return token_of_environment(self._environment) is not None

    def secrets_state(self) -> str:
        """Return empty when a session outlives this run, else why not: a code of `SecretsUnavailableError`."""
        return "" if self.is_by_token() else self._secrets.state()

    # Tokens.

    def token(self) -> str | None:
        """Return what to show the archive; None for a visitor, and where the token is lost."""
        named = token_of_environment(self._environment)
        if named is not None:
            return named
        account = self._current()
        held = None if account is None else self._tokens(account)
        return None if held is None else held.access

    def keep(self, account: Account, tokens: Tokens) -> None:
        """Keep the tokens of a session, for the next run too where there is a keyring."""
        held = HeldTokens(tokens.access, tokens.refresh)
        name = self._name(account)
        self._held[name] = held
        self._secrets.set(name, json.dumps([held.access, held.refresh]))

    def forget(self, account: Account) -> None:
        """Forget the tokens of an account."""
        self.forget_of(account.archive, account.id)

    def forget_of(self, archive: str, account: str) -> None:
        """Forget the tokens of an account by its id, whether or not it is still known here."""
        name = self._named(archive, account)
        self._held.pop(name, None)
        self._secrets.remove(name)

    def refresh(self, refused: str) -> str | None:
        """Return a newer token than the one that was refused, or None: then the session is over, which is remembered.

        One program at a time asks; whoever waited finds what the other one got.

        Raises:
            ArchiveUnreachableError: it isn't known.
            ArchiveUntrustedError: another archive answers.
        """
        account = self._current()
        if account is None:
            return None
        url = self.link().url
        if self.is_by_token():
            self._check_who_answers()
            self.note_standing("ended")
            return None
        try:
            with FileLock(self._library.paths.session_lock, timeout=_WAIT_FOR_REFRESH_S):
                return self._refreshed(account, url, refused)
        except LockTimeoutError as error:
            raise ArchiveUnreachableError(url, "busy") from error

    def _refreshed(self, account: Account, url: str, refused: str) -> str | None:
        self._held.pop(self._name(account), None)
        held = self._tokens(account)
        if held is None:
            return None
        if held.access != refused:
            return held.access
        self._check_who_answers()
        try:
            with self.at(url) as remote:
                tokens = remote.refresh(RefreshRequest(held.refresh))
        except (NotLoggedInError, ArchiveRefusedError) as error:
            _log.info("the session is over: %s", error)
            self.forget(account)
            self.note_end(account, error.code if error.code in _STANDINGS else "ended")
            return None
        self.keep(account, tokens)
        return tokens.access

    def _check_who_answers(self) -> None:
        """Let no stranger at the archive's address be shown a refresh token, or end a session.

        Raises:
            ArchiveUntrustedError: another archive answers.
        """
        link = self.link()
        with self.at(link.url) as remote:
            check_info(link, remote.info())

    def is_logged_in(self) -> bool:
        """Tell whether somebody is logged in whose token can be had; that their session is over is remembered.

        Whoever is suspended may be let in again, so their token counts; a keyring that is locked may be opened.
        """
        account = self._current()
        if account is None or account.ended not in {"", "suspended"}:
            return False
        if self.token() is not None:
            return True
        if self._secrets.state() in {"", "none"}:
            self.note_end(account, "ended")
        return False

    def note_standing(self, ended: str) -> ChangeSet:
        """Note why whoever is logged in may not go on (empty: they may), and return what changed by it.

        A token of the environment that is no good says nothing of somebody else's session.
        """
        account = self._current()
        if account is None or (self.is_by_token() and account.session != self._session_by_token()):
            return ChangeSet()
        if account.ended != ended and (not account.ended or ended in {"", *_STANDINGS}):
            self.note_end(account, ended)
        elif not ended:
            return ChangeSet()
        return ChangeSet((Change("account", account.id, "updated"),))

    def note_end(self, account: Account, reason: str) -> None:
        """Remember that an account's session is over; it stays the current one, so that nothing of it gets lost."""
        with self._library.write() as tx:
            here = tx.archives.current()
            if here is not None and here.id == account.id:
                tx.archives.save_account(replace(here, ended=reason))

    def identify(self, remote: HttpRemote) -> ChangeSet:
        """Make the account whose token the environment holds the current one; most often it is already.

        Raises:
            NotLoggedInError: the token isn't accepted.
        """
        session = self._session_by_token()
        current = self._current()
        if not session or (current is not None and current.session == session):
            return ChangeSet()
        info = remote.me()
        with self._library.write() as tx:
            link = tx.archives.link()
            if link is not None:
                switch_to(tx, account_of(tx, link, info, session=session, device=""))
            return tx.changes

    def _session_by_token(self) -> str:
        """Return how the session of the environment's token is called here; empty without one."""
        token = token_of_environment(self._environment)
        return "" if token is None else f"{_BY_TOKEN}{sha256(token.encode()).hexdigest()[:16]}"

    def _current(self) -> Account | None:
        with self._library.read() as tx:
            return tx.archives.current()

    def _tokens(self, account: Account) -> HeldTokens | None:
        name = self._name(account)
        if name not in self._held:
            kept = self._secrets.get(name)
            read = _read(kept) if kept is not None else None
            if read is None:
                return None
            self._held[name] = read
        return self._held[name]

    def _name(self, account: Account) -> str:
        """Return the name of a secret: two libraries on one machine have sessions of their own."""
        return self._named(account.archive, account.id)

    def _named(self, archive: str, account: str) -> str:
        return f"{self._library.origin}/{archive}/{account}"


def account_of(tx: Transaction, link: ArchiveLink, info: AccountInfo, *, session: str, device: str) -> Account:
    """Return an account as the archive describes it, current from now on, with what is known of it here already."""
    known = next((each for each in tx.archives.accounts() if (each.archive, each.id) == (link.id, info.id)), None)
    return Account(
        id=AccountId(info.id),
        archive=ArchiveId(link.id),
        mail=info.mail,
        name=info.name,
        occupation=info.occupation,
        organisation=info.organisation,
        right=info.right,
        revision=0 if known is None else known.revision,
        session=session,
        device=device,
        is_current=True,
    )


def switch_to(tx: Transaction, account: Account) -> None:
    """Make an account the current one; the data of whoever was so until now stays here, out of sight."""
    before = tx.archives.current()
    if before is not None and before.id != account.id:
        hide(tx, before)
    link = tx.archives.link()
    if link is not None and link.wish is not None and link.wish.mail.casefold() == account.mail.casefold():
        tx.archives.save_link(replace(link, wish=None))
    tx.archives.save_account(account)
    tx.ownership.seen_anew(Owner(account.archive, account.id))


def hide(tx: Transaction, account: Account) -> None:
    """Put an account's data out of sight; its notes are found no longer. That it was erased isn't forgotten by that."""
    ended = "erased" if account.ended == "erased" else "logged_out"
    tx.archives.save_account(replace(account, is_current=False, is_hidden=True, session="", ended=ended))
    tx.ownership.seen_anew(Owner(account.archive, account.id))


def _read(kept: str) -> HeldTokens | None:
    """Return what stands in the keyring; None where that isn't what was put there."""
    try:
        access, refresh = json.loads(kept)
    except (ValueError, TypeError):
        return None
    return HeldTokens(access, refresh) if isinstance(access, str) and isinstance(refresh, str) else None
