"""How often: counts per mail address, per account and per network, in the database, so that all processes agree.

Whom a count is of stands there as a keyed hash only, and the row goes when its hour is over. An hour that ends later
than in an hour was begun while the clock was ahead, and is over too.
"""

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import ColumnElement, Connection, case, delete, select

from kennisbank.archive.database.inserting import insert_into
from kennisbank.archive.database.moments import moment_of, stamp
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.mail.addresses import mail_key
from kennisbank.archive.schema.account_tables import limits

HOUR = timedelta(hours=1)
ADDRESS_FACTOR = 3
"""How many times as much is taken for one address from everywhere as from one network."""
PLACE_FACTOR = 20
"""How many times as much is taken from one network for all addresses: a whole congress may sit behind one."""

What = Literal[
    "mail",
    "attempt",
    "token",
    "notice",
    "act",
    "feedback",
    "upload",
    "claim",
    "remark",
    "newsletter",
    "comment",
    "vote",
    "proposal",
    "report",
]


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` in an hour of `what`, for `whom` (an address, an account, a network)."""

    what: What
    whom: str
    most: int


class Limits:
    """The counts, in one transaction."""

    def __init__(self, connection: Connection, keyed: Keyed) -> None:
        """Read and write through `connection`."""
        self._connection = connection
        self._keyed = keyed

    def wait(self, limit: Limit, now: datetime) -> int:
        """Return for how many seconds nothing more is taken; 0: it is. Counts nothing."""
        c = limits.c
        found = self._connection.execute(
            select(c.ends).where(c.key == self._key(limit), c.count >= limit.most, ~_is_over(now))
        ).first()
        return 0 if found is None else _seconds(found.ends, now)

    def count(self, limit: Limit, now: datetime) -> int:
        """Count one and return for how many seconds it comes too soon; 0: it is within the limit."""
        row = insert_into(limits, self._connection).values(key=self._key(limit), count=1, ends=stamp(now + HOUR))
        is_over = _is_over(now)
        counted = row.on_conflict_do_update(
            index_elements=[limits.c.key],
            set_={
                "count": case((is_over, 1), else_=limits.c.count + 1),
                "ends": case((is_over, row.excluded.ends), else_=limits.c.ends),
            },
        ).returning(limits.c.count, limits.c.ends)
        number, ends = self._connection.execute(counted).one()
        return _seconds(ends, now) if number > limit.most else 0

    def count_all(self, limits: Iterable[Limit], now: datetime) -> int:
        """Count one for each and return the longest wait; 0: it is within all of them."""
        return max([self.count(each, now) for each in limits])

    def forget(self, now: datetime) -> None:
        """Remove the counts whose hour is over."""
        self._connection.execute(delete(limits).where(_is_over(now)))

    def _key(self, limit: Limit) -> str:
        return self._keyed.hash("limit", limit.what, limit.whom)


def limits_of(what: What, mail: str, network: str, most: int) -> tuple[Limit, Limit, Limit]:
    """Return the limits of an address from this network, of the address from anywhere, and of the network.

    The first is the narrowest, so that nobody locks somebody else out from where they are.
    """
    key = mail_key(mail)
    return (
        Limit(what, f"mail {key} from {network}", most),
        Limit(what, f"mail {key}", most * ADDRESS_FACTOR),
        Limit(what, f"network {network}", most * PLACE_FACTOR),
    )


def network_of(host: str | None) -> str:
    """Return the network that a request came from: an IPv4 address, or the first 64 bits of an IPv6 one."""
    try:
        address = ipaddress.ip_address((host or "").partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(address, ipaddress.IPv6Address):
        mapped = address.ipv4_mapped
        return str(mapped) if mapped else str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def _is_over(now: datetime) -> ColumnElement[bool]:
    return (limits.c.ends <= stamp(now)) | (limits.c.ends > stamp(now + HOUR))


def _seconds(ends: str, now: datetime) -> int:
    return max(1, round((moment_of(ends) - now).total_seconds()))
