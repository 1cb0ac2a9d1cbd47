"""By what a machine is known whose account was erased elsewhere: hashes of the tokens that it may still show.

Tokens are random, so their hashes say nothing of anybody; only who holds one learns what became of its account.
"""

from sqlalchemy import select

from kennisbank.archive.accounts.tokens import token_hash
from kennisbank.archive.schema.account_tables import sessions, tokens
from kennisbank.archive.schema.privacy_tables import erasures
from kennisbank.archive.transaction import Transaction


def hashes_of(tx: Transaction, account: str) -> list[str]:
    """Return the hashes of the tokens that an account's machines may hold, in no order that tells anything.

    Of each session: its device token, the refresh token that wasn't exchanged yet, and the one before, should the
    answer to that have been lost.
    """
    own = select(tokens).join(sessions, tokens.c.session == sessions.c.id).where(sessions.c.account == account)
    found: set[str] = set()
    before: dict[str, tuple[str, str]] = {}
    for row in tx.connection.execute(own):
        if row.kind == "device" or (row.kind == "refresh" and row.used is None):
            found.add(row.hash)
        elif row.kind == "refresh":
            before[row.session] = max(before.get(row.session, ("", "")), (row.used, row.hash))
    return sorted(found | {each for _, each in before.values()})


def is_of_erased(tx: Transaction, token: str) -> bool:
    """Tell whether this was a token of an account that was erased; a token that nobody ever had is of none."""
    c = erasures.c
    found = select(c.id).where(c.id == token_hash(tx.keyed, token), c.kind == "token")
    return tx.connection.execute(found).first() is not None
