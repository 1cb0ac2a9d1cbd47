"""Remarks to the maintainers: by anybody, seen by maintainers only, erased after a set time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mail.post import sendable
from kennisbank.archive.schema.people_tables import remarks
from kennisbank.sync.protocol_acts import RemarkRequest
from kennisbank.sync.protocol_codec import body_from, content_hash


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """One remark, as `people_tables.remarks`."""

    id: str
    hash: str
    name: str
    telephone: str
    mail: str
    language: str
    text: str
    received: str
    state: str
    answer: str
    decided: str


class Remarks:
    """The remarks, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Read and write through `connection`."""
        self._connection = connection

    def add(self, asked: RemarkRequest, now: datetime) -> bool | None:
        """Keep a remark; False: it is here already, None: another one has its id."""
        content = content_hash(body_from(asked))
        known = self._connection.execute(select(remarks.c.hash).where(remarks.c.id == asked.id)).scalar()
        if known is not None:
            return False if known == content else None
        row = RemarkRow(
            id=asked.id,
            hash=content,
            name=asked.name,
            telephone=asked.telephone,
            mail=sendable(asked.mail) or "",
            language=asked.language,
            text=asked.text,
            received=stamp(now),
            state="open",
            answer="",
            decided="",
        )
        self._connection.execute(insert(remarks), {name: getattr(row, name) for name in RemarkRow.__slots__})
        return True

    def one(self, remark: str) -> RemarkRow | None:
        """Return a remark by its id."""
        found = self.where(remarks.c.id == remark, limit=1)
        return found[0] if found else None

    def where(self, *conditions: Any, limit: int) -> list[RemarkRow]:
        """Return the remarks that meet conditions, oldest first."""
        query = select(remarks).where(*conditions).order_by(remarks.c.received, remarks.c.id).limit(limit)
        return [RemarkRow(**row) for row in self._connection.execute(query).mappings()]

    def count_open(self) -> int:
        """Return how many wait."""
        query = select(func.count()).select_from(remarks).where(remarks.c.state == "open")
        return int(self._connection.execute(query).scalar_one())

    def change(self, remark: str, **values: Any) -> None:
        """Change columns of a remark."""
        self._connection.execute(update(remarks).where(remarks.c.id == remark).values(values))
