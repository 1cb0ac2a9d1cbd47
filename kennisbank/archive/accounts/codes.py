"""One-time codes: eight letters and digits that can't be mistaken for each other, good for a short time and few tries.

They stand nowhere but in the message: of each a keyed hash is stored.
"""

import secrets
import uuid
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.identity.keyed import Keyed, is_same
from kennisbank.archive.schema.account_tables import codes

ALPHABET = "CDFGHJKMNPQRTVWXY34679"
"""No 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U (V); no vowels, so that no words arise."""
LENGTH = 8
LIFE = timedelta(minutes=30)
"""How long a code is good for: mail servers that let strangers wait take a quarter of an hour."""
LONG_LIFE = timedelta(days=1)
"""Of a code that somebody hands over, or that comes when nobody is waiting for it."""
MOST_TRIES = 5
MOST_LIVING = 3
"""Codes of one account that are good at the same time: messages may overtake each other."""


def new_code() -> str:
    """Return a new code: 35 bits, of which few may be tried."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def normal(typed: str) -> str:
    """Return what somebody typed as a code is written: capitals, without spaces and hyphens."""
    return "".join(each for each in typed.upper() if each.isalnum())


class Codes:
    """The codes of accounts, in one transaction."""

    def __init__(self, connection: Connection, keyed: Keyed) -> None:
        """Read and write through `connection`."""
        self._connection = connection
        self._keyed = keyed

    def issue(self, account: str, now: datetime, life: timedelta = LIFE) -> str:
        """Return a new code for an account; its oldest ones go when it has too many."""
        c = codes.c
        self._connection.execute(delete(codes).where(c.account == account, c.ends <= stamp(now)))
        kept = select(c.id).where(c.account == account).order_by(c.created.desc(), c.id).limit(MOST_LIVING - 1)
        living = list(self._connection.scalars(kept))
        self._connection.execute(delete(codes).where(c.account == account, c.id.not_in(living)))
        code = new_code()
        self._connection.execute(
            insert(codes).values(
                id=str(uuid.uuid4()),
                account=account,
                hash=self._hash(account, code),
                created=stamp(now),
                ends=stamp(now + life),
                tries=0,
                used=None,
            )
        )
        return code

    def redeem(self, account: str, typed: str, now: datetime) -> bool:
        """Use up the code that was typed and tell whether it was good; of two at once, one wins.

        A wrong one counts as a try of each code that the account has. Of an account that doesn't exist (an id that
        no account has) the same is read, compared and written.
        """
        c = codes.c
        wanted = self._hash(account, normal(typed))
        is_living = (c.account == account) & c.used.is_(None) & (c.ends > stamp(now)) & (c.tries < MOST_TRIES)
        found = [
            row.id
            for row in self._connection.execute(select(c.id, c.hash).where(is_living))
            if is_same(row.hash, wanted)
        ]
        claim = update(codes).where(is_living, c.id.in_(found)).values(used=stamp(now))
        if self._connection.execute(claim).rowcount:
            self._connection.execute(delete(codes).where(c.account == account, c.used.is_(None)))
            return True
        self._connection.execute(update(codes).where(is_living).values(tries=c.tries + 1))
        return False

    def forget(self, now: datetime) -> None:
        """Remove those that can't be used any more."""
        self._connection.execute(delete(codes).where(codes.c.ends <= stamp(now)))

    def _hash(self, account: str, code: str) -> str:
        return self._keyed.hash("code", account, code)
