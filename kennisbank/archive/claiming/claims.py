"""Claims as rows: somebody says to be an author of a contribution."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select, update

from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.people.contacts import masked
from kennisbank.archive.schema.people_tables import claims
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_mailbox import OwnClaimBody

UNDECIDED = frozenset({"code_sent", "waiting"})


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim, as `people_tables.claims`."""

    id: str
    account: str
    contribution: str
    author: str
    words: str
    state: str
    way: str
    mail: str
    earlier: str
    answer: str
    created: str
    decided: str


class ClaimRows:
    """The claims, in one transaction; whoever made one hears of each change."""

    def __init__(self, tx: Transaction) -> None:
        """Work in `tx`."""
        self._tx = tx
        self._connection = tx.connection

    def one(self, claim: str) -> ClaimRow | None:
        """Return a claim by its id."""
        found = self.where(claims.c.id == claim)
        return found[0] if found else None

    def where(self, *conditions: Any, limit: int = 1000) -> list[ClaimRow]:
        """Return the claims that meet conditions, oldest first."""
        query = select(claims).where(*conditions).order_by(claims.c.created, claims.c.id).limit(limit)
        return [ClaimRow(**row) for row in self._connection.execute(query).mappings()]

    def of(self, account: str, contribution: str) -> list[ClaimRow]:
        """Return the claims of an account on a contribution, oldest first."""
        return self.where(claims.c.account == account, claims.c.contribution == contribution)

    def add(self, row: ClaimRow) -> None:
        """Add a claim."""
        self._connection.execute(insert(claims), {name: getattr(row, name) for name in ClaimRow.__slots__})
        Seats(self._tx).give(row.account, "claim", row.id)

    def change(self, claim: ClaimRow, **values: Any) -> ClaimRow:
        """Change columns of a claim and return it as it is now."""
        self._connection.execute(update(claims).where(claims.c.id == claim.id).values(values))
        Seats(self._tx).touch("claim", claim.id, [claim.account])
        changed = self.one(claim.id)
        assert changed is not None, "it was there a moment ago"
        return changed


def claim_body(tx: Transaction, account: str, subject: str) -> OwnClaimBody | None:
    """Return a claim as its maker sees it: the address where a code went is masked."""
    claim = ClaimRows(tx).one(subject)
    if claim is None or claim.account != account:
        return None
    return OwnClaimBody(
        contribution=claim.contribution,
        author=claim.author,
        state=claim.state,  # type: ignore[arg-type]  # the table holds these words alone
        earlier=claim.earlier,  # type: ignore[arg-type]  # as above
        address=masked(claim.mail) if claim.mail else "",
        answer=claim.answer,
        moment=claim.decided or claim.created,
    )
