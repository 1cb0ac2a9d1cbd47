"""Messages that are still to leave: kept until they have, and never with a code in them.

A row says what is to be told to whom. A code is made when the message is written, so that none stands here.
"""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Literal

from sqlalchemy import ColumnElement, Connection, case, delete, func, insert, select, update

from kennisbank.archive.database.moments import moment_of, stamp
from kennisbank.archive.schema.account_tables import outgoing

Errand = Literal[
    "asked",
    "code",
    "approved",
    "refused",
    "suspended",
    "suspended_unnamed",
    "restored",
    "notice",
    "erasure",
    "claim_code",
    "coauthor",
    "invitation",
    "feedback",
    "feedback_daily",
    "desk",
    "remark_answer",
    "newsletter",
]
"""What is to be done: `asked` and `code` are what somebody wished who isn't known yet; the others tell something.

Those from `claim_code` on are written by `people.people_letters`."""
IN_HAND = timedelta(minutes=5)
"""How long whoever takes a message in hand has for it, before another may."""
_LONGEST_WAIT = timedelta(hours=6)
"""How long it is at most until it is tried again; whatever is due later was written while the clock was ahead."""
LONGEST = timedelta(days=5)
"""For how long sending is tried."""
KEPT = timedelta(days=30)
"""For how long a message that was given up stays to be looked at."""
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Waiting:
    """One message that is to leave; `mail` is whom it goes to."""

    id: str
    kind: Errand
    mail: str
    language: Literal["nl", "en"]
    details: Mapping[str, str]
    created: datetime
    attempts: int


class Outgoing:
    """The messages that are to leave, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Read and write through `connection`."""
        self._connection = connection

    def add(self, kind: Errand, mail: str, language: str, now: datetime, details: Mapping[str, str] = _NOTHING) -> None:
        """Have something told to an address."""
        row = {
            "id": str(uuid.uuid4()),
            "kind": kind,
            "mail": mail,
            "language": language,
            "details": json.dumps(dict(details), ensure_ascii=True),
            "created": stamp(now),
            "due": stamp(now),
            "attempts": 0,
            "failure": "",
        }
        self._connection.execute(insert(outgoing), row)

    def has(self, kind: Errand, mail: str, details: Mapping[str, str]) -> bool:
        """Tell whether the same is to be told already and hasn't left yet."""
        c = outgoing.c
        same = (c.kind == kind, c.mail == mail, c.details == json.dumps(dict(details), ensure_ascii=True))
        return self._connection.execute(select(c.id).where(*same, c.failure == "").limit(1)).first() is not None

    def is_due(self, now: datetime) -> bool:
        """Tell whether there is a message to be taken in hand."""
        return self._connection.execute(select(outgoing.c.id).where(_due(now)).limit(1)).first() is not None

    def take(self, now: datetime) -> Waiting | None:
        """Take the next message in hand that is due; of two at once, each gets another. None: there is none."""
        c = outgoing.c
        due = _due(now)
        for found in self._connection.execute(select(outgoing).where(due).order_by(c.due, c.id).limit(20)).all():
            claim = update(outgoing).where(c.id == found.id, due)
            taken = self._connection.execute(claim.values(due=stamp(now + IN_HAND), attempts=c.attempts + 1)).rowcount
            if taken:
                details = json.loads(found.details)
                created = moment_of(found.created)
                return Waiting(found.id, found.kind, found.mail, found.language, details, created, found.attempts + 1)
        return None

    def done(self, message: Waiting) -> None:
        """Be rid of a message that has left, or needn't."""
        self._connection.execute(delete(outgoing).where(outgoing.c.id == message.id))

    def failed(self, message: Waiting, code: str, now: datetime, *, is_final: bool) -> None:
        """Try a message again later, each time after a longer wait; or give it up."""
        wait = min(timedelta(minutes=2 ** min(message.attempts - 1, 10)), _LONGEST_WAIT)
        is_given_up = is_final or now + wait > message.created + LONGEST
        values = {"failure": code} if is_given_up else {"due": stamp(now + wait)}
        self._connection.execute(update(outgoing).where(outgoing.c.id == message.id).values(values))

    def counts(self) -> tuple[int, int]:
        """Return how many messages wait, and how many were given up."""
        is_given_up = case((outgoing.c.failure == "", 0), else_=1)
        total, failed = self._connection.execute(select(func.count(), func.coalesce(func.sum(is_given_up), 0))).one()
        return int(total) - int(failed), int(failed)

    def forget(self, now: datetime) -> None:
        """Remove those given up long ago."""
        old = (outgoing.c.failure != "") & (outgoing.c.created < stamp(now - KEPT))
        self._connection.execute(delete(outgoing).where(old))


def _due(now: datetime) -> ColumnElement[bool]:
    c = outgoing.c
    is_wrong = c.due > stamp(now + _LONGEST_WAIT + IN_HAND)  # by more than clocks of two servers may differ
    return ((c.due <= stamp(now)) | is_wrong) & (c.failure == "")
