"""Tokens: opaque and random, of which only keyed hashes are stored. Their first letters say what they are for.

A refresh token is exchanged once. What it is exchanged for follows from it by the archive's key: nothing of it needs
to be stored for the same answer to be given again to a client that never got the first one.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection, bindparam, insert, select, update

from kennisbank.archive.database.moments import moment_of, stamp
from kennisbank.archive.identity.keyed import Keyed, new_secret
from kennisbank.archive.schema.account_tables import tokens

ACCESS_LIFE = timedelta(hours=1)
REFRESH_LIFE = timedelta(days=90)
GRACE = timedelta(minutes=5)
"""How long after its exchange a refresh token may come again: the answer may have been lost on the way."""

Kind = Literal["access", "refresh", "device"]
_BY_HASH = select(tokens).where(tokens.c.hash == bindparam("token_hash"))  # made once: every request asks it
_FIRST: dict[Kind, str] = {"access": "kba_", "refresh": "kbr_", "device": "kbd_"}


@dataclass(frozen=True, slots=True)
class Pair:
    """An access token, until when it is good, and the refresh token that goes with it."""

    access: str
    ends: datetime
    refresh: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is stored of a token that was shown: of which session, until when, and when it was exchanged."""

    hash: str
    session: str
    kind: str
    ends: str
    used: str | None


class TokenRows:
    """The tokens of sessions, in one transaction."""

    def __init__(self, connection: Connection, keyed: Keyed) -> None:
        """Read and write through `connection`."""
        self._connection = connection
        self._keyed = keyed

    def known(self, token: str) -> Known | None:
        """Return what is stored of a token; None: it was never given out, or is forgotten."""
        row = self._connection.execute(_BY_HASH, {"token_hash": self._hash(token)}).first()
        return None if row is None else Known(row.hash, row.session, row.kind, row.ends, row.used)

    def first(self, session: str, now: datetime) -> Pair:
        """Return the first pair of a session."""
        pair = Pair(_FIRST["access"] + new_secret(), now + ACCESS_LIFE, _FIRST["refresh"] + new_secret())
        self._keep_pair(session, pair, now)
        return pair

    def device(self, session: str, ends: datetime) -> str:
        """Return the one token of a machine without a keyring."""
        token = _FIRST["device"] + new_secret()
        self._keep(session, "device", token, ends)
        return token

    def exchange(self, token: str, known: Known, now: datetime) -> Pair | None:
        """Return the pair that a refresh token is exchanged for; None: it was exchanged before, and not just now.

        Of two at once one exchanges; the other gets the same answer, as one does whose answer was lost.
        """
        pair = Pair(self._next("access", token), now + ACCESS_LIFE, self._next("refresh", token))
        claim = update(tokens).where(tokens.c.hash == known.hash, tokens.c.used.is_(None)).values(used=stamp(now))
        if self._connection.execute(claim).rowcount:
            self._keep_pair(known.session, pair, now)
            return pair
        return self._again(token, pair, now)

    def _again(self, token: str, pair: Pair, now: datetime) -> Pair | None:
        """Return the same pair once more, while what was given the first time hasn't been exchanged itself."""
        own, access, successor = self.known(token), self.known(pair.access), self.known(pair.refresh)
        if own is None or own.used is None or access is None or successor is None:
            return None
        is_in_time = abs(now - moment_of(own.used)) <= GRACE
        if not is_in_time or successor.used is not None:
            return None
        return Pair(pair.access, moment_of(access.ends), pair.refresh)

    def _keep_pair(self, session: str, pair: Pair, now: datetime) -> None:
        self._keep(session, "access", pair.access, pair.ends)
        self._keep(session, "refresh", pair.refresh, now + REFRESH_LIFE)

    def _keep(self, session: str, kind: Kind, token: str, ends: datetime) -> None:
        row = {"hash": self._hash(token), "session": session, "kind": kind, "ends": stamp(ends), "used": None}
        self._connection.execute(insert(tokens), row)

    def _next(self, kind: Kind, token: str) -> str:
        return _FIRST[kind] + self._keyed.secret(f"next {kind}", token)

    def _hash(self, token: str) -> str:
        return token_hash(self._keyed, token)


def token_hash(keyed: Keyed, token: str) -> str:
    """Return what is stored of a token."""
    return keyed.hash("token", token)
