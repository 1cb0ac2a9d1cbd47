"""Sessions: somebody logged in on one device, or a device token; listed, and ended one by one."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from kennisbank.archive.accounts.tokens import REFRESH_LIFE, Known, Pair, TokenRows
from kennisbank.archive.database.moments import moment_of, stamp
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.schema.account_tables import sessions, tokens
from kennisbank.sync.protocol_accounts import SessionInfo

TOUCH = timedelta(minutes=10)
_BY_ID = select(sessions).where(sessions.c.id == bindparam("session_id"))  # made once: every request asks it
"""How exact the moment is at which a session was last used: writing it down with each request would be dear."""

Reason = Literal["logged_out", "ended", "replayed"]


@dataclass(frozen=True, slots=True)
class Session:
    """One session. `ended` is None while it lasts; moments as `moments.stamp` writes them."""

    id: str
    account: str
    is_token: bool
    device: str
    created: str
    used: str
    ends: str
    ended: str | None
    reason: str

    def lasts(self, now: datetime) -> bool:
        """Tell whether it is good for anything."""
        return self.ended is None and self.ends > stamp(now)

    def info(self, current: str | None) -> SessionInfo:
        """Return it as its owner sees it."""
        return SessionInfo(
            self.id,
            self.device,
            self.created,
            self.used,
            self.ends,
            is_current=self.id == current,
            is_token=self.is_token,
        )


class Sessions:
    """The sessions of all accounts, in one transaction."""

    def __init__(self, connection: Connection, keyed: Keyed) -> None:
        """Read and write through `connection`."""
        self._connection = connection
        self._tokens = TokenRows(connection, keyed)

    def open(self, account: str, device: str, now: datetime) -> tuple[Session, Pair]:
        """Begin a session and return it with its first tokens."""
        session = self._add(account, device, now, now + REFRESH_LIFE, is_token=False)
        return session, self._tokens.first(session.id, now)

    def open_token(self, account: str, device: str, ends: datetime, now: datetime) -> tuple[Session, str]:
        """Make a device token; the session has it as its only one, until it ends."""
        session = self._add(account, device, now, ends, is_token=True)
        return session, self._tokens.device(session.id, ends)

    def of_token(self, token: str) -> tuple[Known, Session] | None:
        """Return what is stored of a token and its session; None: it isn't known."""
        known = self._tokens.known(token)
        session = None if known is None else self.one(known.session)
        return None if known is None or session is None else (known, session)

    def one(self, session: str) -> Session | None:
        """Return a session by its id."""
        row = self._connection.execute(_BY_ID, {"session_id": session}).mappings().first()
        return None if row is None else Session(**row)

    def exchange(self, token: str, known: Known, now: datetime) -> Pair | None:
        """Return new tokens for a refresh token and let the session last longer; None: it was used up before."""
        pair = self._tokens.exchange(token, known, now)
        if pair is not None:
            later = {"used": stamp(now), "ends": stamp(now + REFRESH_LIFE)}
            self._connection.execute(update(sessions).where(sessions.c.id == known.session).values(later))
        return pair

    def touch(self, session: Session, now: datetime) -> None:
        """Write down that it was used."""
        self._connection.execute(update(sessions).where(sessions.c.id == session.id).values(used=stamp(now)))

    def of_account(self, account: str, now: datetime) -> list[Session]:
        """Return the sessions of an account that last, the one used last first."""
        c = sessions.c
        found = select(sessions).where(c.account == account, c.ended.is_(None), c.ends > stamp(now))
        return [Session(**row) for row in self._connection.execute(found.order_by(c.used.desc(), c.id)).mappings()]

    def end(self, session: str, account: str, reason: Reason, now: datetime) -> bool:
        """End a session of an account; False: that account has no such session that lasts."""
        c = sessions.c
        ended = update(sessions).where(c.id == session, c.account == account, c.ended.is_(None), c.ends > stamp(now))
        return bool(self._connection.execute(ended.values(ended=stamp(now), reason=reason)).rowcount)

    def end_all(self, account: str, now: datetime) -> int:
        """End all sessions of an account and return how many there were."""
        ended = update(sessions).where(sessions.c.account == account, sessions.c.ended.is_(None))
        return self._connection.execute(ended.values(ended=stamp(now), reason="ended")).rowcount

    def forget(self, now: datetime, kept: timedelta) -> None:
        """Remove what ended longer ago than `kept`, and tokens that ran out: a day ago, or with their session."""
        c = sessions.c
        before = stamp(now - kept)
        gone = select(c.id).where((c.ended < before) | (c.ends < before))
        self._connection.execute(delete(tokens).where(tokens.c.session.in_(gone)))
        self._connection.execute(delete(sessions).where(c.id.in_(gone)))
        old_access = (tokens.c.kind == "access") & (tokens.c.ends < stamp(now - timedelta(days=1)))
        old_refresh = (tokens.c.kind == "refresh") & (tokens.c.ends < stamp(now))
        self._connection.execute(delete(tokens).where(old_access | old_refresh))

    def _add(self, account: str, device: str, now: datetime, ends: datetime, *, is_token: bool) -> Session:
        session = Session(str(uuid.uuid4()), account, is_token, device, stamp(now), stamp(now), stamp(ends), None, "")
        row = {name: getattr(session, name) for name in Session.__slots__}
        self._connection.execute(insert(sessions), row)
        return session


def is_stale(session: Session, now: datetime) -> bool:
    """Tell whether it is time to write down anew when a session was used."""
    return abs(now - moment_of(session.used)) > TOUCH
