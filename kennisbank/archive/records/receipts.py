"""Which writes were accepted: the same one again is answered as the first time, by its account alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from kennisbank.archive.database.columns import storable
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.schema import tables as t

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Receipt:
    """A write that was accepted at `revision`; `hash` is of what it said."""

    hash: str
    revision: int


class ReceiptRows:
    """Receipts, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work on `connection`."""
        self._connection = connection

    def get(self, account: str, write_id: str) -> Receipt | None:
        """Return the receipt of one write of an account."""
        c = t.receipts.c
        query = select(c.hash, c.revision).where(c.account == account, c.write_id == write_id)
        row = self._connection.execute(query).first()
        return None if row is None else Receipt(row.hash, int(row.revision))

    def add(self, account: str, write_id: str, content: str, revision: int) -> None:
        """Write down that a write was accepted."""
        row = {"account": account, "write_id": write_id, "hash": content, "revision": revision, "moment": stamp()}
        self._connection.execute(insert(t.receipts), row)

    def accepted(self, account: str, ids: Sequence[str]) -> dict[str, int]:
        """Return which of these writes of an account were accepted, and at which revision."""
        c = t.receipts.c
        found: dict[str, int] = {}
        asked = [each for each in dict.fromkeys(ids) if each == storable(each)]
        for start in range(0, len(asked), _AT_ONCE):
            part = asked[start : start + _AT_ONCE]
            query = select(c.write_id, c.revision).where(c.account == account, c.write_id.in_(part))
            found.update({row.write_id: int(row.revision) for row in self._connection.execute(query)})
        return found

    def forget(self, account: str) -> None:
        """Forget all receipts of an account that is erased."""
        self._connection.execute(delete(t.receipts).where(t.receipts.c.account == account))
