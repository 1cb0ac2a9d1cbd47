"""Accounts: asking for one, logging in with a code, sessions and their tokens.

What asks about an address does the same whether that is known or not: it counts, writes down what is wished, and is
answered; the courier looks who it is later. Faults are raised once the transaction has been committed: a try that
failed counts, too.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from kennisbank.archive.accounts.account_rows import NOT_THERE, AccountRow
from kennisbank.archive.accounts.desk import Desk
from kennisbank.archive.accounts.erased_tokens import is_of_erased
from kennisbank.archive.accounts.limits import Limit, limits_of
from kennisbank.archive.accounts.sessions import Reason, Session, is_stale
from kennisbank.archive.accounts.tokens import Pair
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.database.moments import stamp, utc_now
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.mail.outgoing import Errand
from kennisbank.archive.mail.post import one_line, sendable
from kennisbank.archive.web.faults import FaultError
from kennisbank.archive.web.rights import Viewer
from kennisbank.archive.world import Archive
from kennisbank.errors import DatabaseError
from kennisbank.sync.protocol_accounts import (
    AccountInfo,
    AccountRequest,
    CodeRequest,
    DeviceToken,
    LogIn,
    SessionInfo,
    TokenRequest,
    Tokens,
)

_log = logging.getLogger(__name__)

TOKENS_AN_HOUR = 20


class Accounts:
    """The accounts of one archive. From any thread."""

    def __init__(self, archive: Archive, config: ArchiveConfig, *, clock: Callable[[], datetime] = utc_now) -> None:
        """Keep the accounts of `archive` as its file says; `clock` is the server's."""
        self._archive = archive
        self._config = config
        self._clock = clock
        self._keyed = Keyed(archive.key.private)

    def ask(self, asked: AccountRequest, network: str) -> None:
        """Take in a request for an account; what comes of it is told by mail.

        Raises:
            FaultError: ``invalid`` (no address, no name, house rules not accepted), ``too_many``.
        """
        name = one_line(asked.name)
        if not asked.accepts_rules:
            raise FaultError("invalid", detail="accepts_rules")
        if not name:
            raise FaultError("invalid", detail="name")
        details = {"name": name, "occupation": asked.occupation, "organisation": one_line(asked.organisation)}
        self._wish("asked", asked.mail, asked.language, network, details)

    def ask_code(self, asked: CodeRequest, network: str) -> None:
        """Take in a request for a one-time code, which comes by mail to whoever has an account.

        Raises:
            FaultError: ``invalid`` (no address), ``too_many``.
        """
        self._wish("code", asked.mail, asked.language, network, {})

    def log_in(self, asked: LogIn, network: str) -> Tokens:
        """Use up a code and begin a session on a device.

        Raises:
            FaultError: ``wrong_code`` (or no such address, or used by somebody else at this moment), ``too_many``, and
                to whoever has a good code ``suspended``.
        """
        now = self._clock()
        most = self._config.limits.attempts_an_hour
        *own, place = limits_of("attempt", sendable(asked.mail) or asked.mail, network, most)
        self._admit(now, *own, place)
        with self._archive.write() as tx:
            desk = Desk(tx.connection, self._keyed)
            wait = desk.limits.count_all(own, now)
            opened = "too_many" if wait else self._open(desk, asked, now)
            if opened == "wrong_code":
                wait = desk.limits.count_all([place], now)
        if isinstance(opened, str):
            raise FaultError(opened, retry_after=wait if opened == "too_many" else 0)
        return opened

    def refresh(self, token: str) -> Tokens:
        """Exchange a refresh token; one that was exchanged before ends its session, but for an answer just lost.

        Raises:
            FaultError: ``session_ended``, ``account_erased``, ``suspended`` (nothing is used up by that).
        """
        now = self._clock()
        with self._archive.read() as tx:
            if Desk(tx.connection, self._keyed).sessions.of_token(token) is None:
                raise FaultError("account_erased" if is_of_erased(tx, token) else "session_ended")
        with self._archive.write() as tx:
            exchanged = self._exchange(Desk(tx.connection, self._keyed), token, now)
        if isinstance(exchanged, str):
            raise FaultError(exchanged)
        return exchanged

    def viewer_of(self, token: str) -> Viewer:
        """Return whose access or device token this is; for the dependencies of `rights`.

        Raises:
            FaultError: ``not_logged_in`` (it isn't known, or has run out), ``session_ended``, ``account_erased``.
        """
        now = self._clock()
        with self._archive.read() as tx:
            desk = Desk(tx.connection, self._keyed)
            found = desk.sessions.of_token(token)
            account = None if found is None else desk.accounts.one(found[1].account)
            if found is None and is_of_erased(tx, token):
                raise FaultError("account_erased")
        if found is None or account is None or found[0].kind == "refresh":
            raise FaultError("not_logged_in")
        known, session = found
        if account.may is None or not session.lasts(now):
            raise FaultError("session_ended")
        if known.ends <= stamp(now):
            raise FaultError("not_logged_in")
        if is_stale(session, now):
            self._touch(session, now)
        return Viewer(account.id, account.may, session.id)

    def me(self, viewer: Viewer) -> AccountInfo:
        """Return the account of who asks."""
        with self._archive.read() as tx:
            account = Desk(tx.connection, self._keyed).accounts.one(_account_of(viewer))
        if account is None:
            raise FaultError("session_ended")
        return account.info()

    def sessions(self, viewer: Viewer) -> list[SessionInfo]:
        """Return the sessions and device tokens of who asks, the one used last first."""
        with self._archive.read() as tx:
            found = Desk(tx.connection, self._keyed).sessions.of_account(_account_of(viewer), self._clock())
        return [each.info(viewer.session) for each in found]

    def end_session(self, viewer: Viewer, session: str) -> None:
        """End a session of who asks.

        Raises:
            FaultError: ``not_found``: they have no such session; somebody else's looks the same.
        """
        reason: Reason = "logged_out" if session == viewer.session else "ended"
        with self._archive.write() as tx:
            desk = Desk(tx.connection, self._keyed)
            is_ended = desk.sessions.end(session, _account_of(viewer), reason, self._clock())
        if not is_ended:
            raise FaultError("not_found")

    def device_token(self, viewer: Viewer, asked: TokenRequest) -> DeviceToken:
        """Make a device token for who asks.

        Raises:
            FaultError: ``invalid`` (no name for the device), ``too_many``.
        """
        now = self._clock()
        device, account = one_line(asked.device), _account_of(viewer)
        if not device:
            raise FaultError("invalid", detail="device")
        with self._archive.write() as tx:
            desk = Desk(tx.connection, self._keyed)
            wait = desk.limits.count_all([Limit("token", account, TOKENS_AN_HOUR)], now)
            if not wait:
                session, token = desk.sessions.open_token(account, device, now + timedelta(days=asked.days), now)
                desk.audit.add(account, "token_made", session.id)
        if wait:
            raise FaultError("too_many", retry_after=wait)
        return DeviceToken(token, session.id, session.ends)

    def _wish(self, kind: Errand, mail: str, language: str, network: str, details: dict[str, str]) -> None:
        """Write down what somebody wishes who isn't known yet, within the limits."""
        now = self._clock()
        address = sendable(mail)
        if address is None:
            raise FaultError("invalid", detail="mail")
        limits = limits_of("mail", address, network, self._config.limits.mails_an_hour)
        self._admit(now, *limits)
        with self._archive.write() as tx:
            desk = Desk(tx.connection, self._keyed)
            wait = desk.limits.count_all(limits, now)
            if not wait:
                desk.outgoing.add(kind, address, language, now, details)
        if wait:
            raise FaultError("too_many", retry_after=wait)

    def _admit(self, now: datetime, *limits: Limit) -> None:
        """Turn away whoever came too often already, without making anybody wait who writes."""
        with self._archive.read() as tx:
            desk = Desk(tx.connection, self._keyed)
            wait = max(desk.limits.wait(each, now) for each in limits)
        if wait:
            raise FaultError("too_many", retry_after=wait)

    def _open(self, desk: Desk, asked: LogIn, now: datetime) -> Tokens | str:
        """Return new tokens, or the code of the fault. An address that isn't known costs the same."""
        account = desk.accounts.by_mail(sendable(asked.mail) or asked.mail)
        may_try = account is not None and account.may is not None
        is_good = desk.codes.redeem(account.id if account is not None and may_try else NOT_THERE, asked.code, now)
        if account is None or not is_good:
            return "wrong_code"
        if account.state == "suspended":
            return "suspended"
        account = self._confirm(desk, account, now)
        session, pair = desk.sessions.open(account.id, one_line(asked.device), now)
        return _tokens(pair, session, account, now)

    def _confirm(self, desk: Desk, account: AccountRow, now: datetime) -> AccountRow:
        """Note that somebody can read the mail at this address; where that is enough, they are let in."""
        if account.confirmed is None:
            account = desk.accounts.change(account, confirmed=stamp(now))
        if account.state == "requested" and self._config.approval == "mail":
            account = desk.accounts.change(account, state="active", decided=stamp(now))
            desk.audit.add("", "account_approved", account.id, "mail")
        return account

    def _exchange(self, desk: Desk, token: str, now: datetime) -> Tokens | str:
        found = desk.sessions.of_token(token)
        account = None if found is None else desk.accounts.one(found[1].account)
        if found is None or account is None or account.may is None:
            return "session_ended"
        known, session = found
        if known.kind != "refresh" or known.ends <= stamp(now) or not session.lasts(now):
            return "session_ended"
        if account.state == "suspended":
            return "suspended"
        pair = desk.sessions.exchange(token, known, now)
        if pair is None:
            desk.sessions.end(session.id, account.id, "replayed", now)
            desk.audit.add("", "session_replayed", account.id, session.id)
            return "session_ended"
        return _tokens(pair, session, account, now)

    def _touch(self, session: Session, now: datetime) -> None:
        try:
            with self._archive.write() as tx:
                Desk(tx.connection, self._keyed).sessions.touch(session, now)
        except DatabaseError:
            # That a session was used now can be written down the next time; what was asked for goes on.
            _log.warning("when a session was used wasn't written down")


def _account_of(viewer: Viewer) -> str:
    if viewer.account is None:
        raise FaultError("not_logged_in")
    return viewer.account


def _tokens(pair: Pair, session: Session, account: AccountRow, now: datetime) -> Tokens:
    seconds = max(0, int((pair.ends - now).total_seconds()))
    return Tokens(pair.access, pair.refresh, seconds, session.id, account.info())
