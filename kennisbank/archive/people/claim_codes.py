"""One-time codes for claims: of the form of those for logging in (`codes`), good for a day and five tries."""

import uuid
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from kennisbank.archive.accounts.codes import LONG_LIFE, MOST_LIVING, MOST_TRIES, new_code, normal
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.identity.keyed import Keyed, is_same
from kennisbank.archive.schema.people_tables import claim_codes


class ClaimCodes:
    """The codes of claims, in one transaction; of each a keyed hash is stored."""

    def __init__(self, connection: Connection, keyed: Keyed) -> None:
        """Read and write through `connection`."""
        self._connection = connection
        self._keyed = keyed

    def issue(self, claim: str, now: datetime) -> str:
        """Return a new code for a claim; its oldest ones go when it has too many."""
        c = claim_codes.c
        kept = select(c.id).where(c.claim == claim, c.ends > stamp(now)).order_by(c.created.desc(), c.id)
        living = list(self._connection.scalars(kept.limit(MOST_LIVING - 1)))
        self._connection.execute(delete(claim_codes).where(c.claim == claim, c.id.not_in(living)))
        code = new_code()
        row = {"id": str(uuid.uuid4()), "claim": claim, "hash": self._hash(claim, code), "tries": 0}
        moments = {"created": stamp(now), "ends": stamp(now + LONG_LIFE)}
        self._connection.execute(insert(claim_codes), row | moments)
        return code

    def redeem(self, claim: str, typed: str, now: datetime) -> bool:
        """Tell whether the code that was typed is good, and use it up; a wrong one counts as a try of each."""
        c = claim_codes.c
        is_living = (c.claim == claim) & (c.ends > stamp(now)) & (c.tries < MOST_TRIES)
        wanted = self._hash(claim, normal(typed))
        hashes = self._connection.execute(select(c.hash).where(is_living)).scalars().all()
        if sum(is_same(each, wanted) for each in hashes):  # all of them are compared, whichever it is
            self.forget(claim)
            return True
        self._connection.execute(update(claim_codes).where(is_living).values(tries=c.tries + 1))
        return False

    def forget(self, claim: str) -> None:
        """Remove the codes of a claim."""
        self._connection.execute(delete(claim_codes).where(claim_codes.c.claim == claim))

    def forget_old(self, now: datetime) -> None:
        """Remove those that can't be used any more."""
        self._connection.execute(delete(claim_codes).where(claim_codes.c.ends <= stamp(now)))

    def _hash(self, claim: str, code: str) -> str:
        return self._keyed.hash("claim code", claim, code)
