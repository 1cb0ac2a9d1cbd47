"""What an erasure can't reach: counted before it, and named in its proof."""

from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.privacy.old_backups import backups_in
from kennisbank.archive.privacy.person import Person
from kennisbank.archive.schema.account_tables import sessions
from kennisbank.archive.schema.mailbox_tables import seats
from kennisbank.archive.schema.tables import audit
from kennisbank.archive.schema.thread_tables import messages, threads
from kennisbank.archive.schema.voice_tables import comments
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.world import Archive

PACKED = "stick_written"
"""What writing a stick is called in the trail."""


def of_rows(tx: Transaction, person: Person, now: datetime) -> dict[str, int]:
    """Return what the database knows to be out of reach, by code; to be asked before anything is erased."""
    return {
        "authors": correspondents(tx, person.account),
        "readers": readers(tx, person.account, now),
        "sticks": sticks(tx, person.account),
        "devices": max(0, devices(tx, person.account, now) - 1),
    }


def devices(tx: Transaction, account: str, now: datetime) -> int:
    """Return on how many devices somebody is logged in: what stands there is theirs to remove."""
    c = sessions.c
    lasting = select(func.count()).where(c.account == account, c.ended.is_(None), c.ends > stamp(now))
    return int(tx.connection.execute(lasting).scalar_one())


def correspondents(tx: Transaction, account: str) -> int:
    """Return how many others have something of somebody's in their mailbox: it goes when they next connect."""
    own = select(threads.c.id).where(threads.c.account == account)
    written = select(messages.c.thread).where(messages.c.account == account)
    s = seats.c
    others = select(func.count(s.account.distinct())).where(
        s.kind == "thread", s.account != account, s.subject.in_(own.union(written))
    )
    return int(tx.connection.execute(others).scalar_one())


def readers(tx: Transaction, account: str, now: datetime) -> int:
    """Return how many others have programs that may hold public comments of somebody's, until they next connect."""
    if _first_comment(tx, account) is None:
        return 0
    c = sessions.c
    others = select(func.count(c.account.distinct()))
    lasting = others.where(c.account != account, c.ended.is_(None), c.ends > stamp(now))
    return int(tx.connection.execute(lasting).scalar_one())


def sticks(tx: Transaction, account: str) -> int:
    """Return how many sticks were written since somebody's first public comment: it may stand on them."""
    first = _first_comment(tx, account)
    if first is None:
        return 0
    written = select(func.count()).where(audit.c.action == PACKED, audit.c.moment >= first)
    return int(tx.connection.execute(written).scalar_one())


def _first_comment(tx: Transaction, account: str) -> str | None:
    first: str | None = tx.connection.execute(
        select(func.min(comments.c.created)).where(comments.c.account == account)
    ).scalar()
    return first


def backups_of(archive: Archive, config: ArchiveConfig, identity: str) -> int | None:
    """Return how many backups there are in the folder for them; None: the archive doesn't know where they stand."""
    folder = config.storage.backups
    return len(backups_in(archive.data / Path(folder).expanduser(), identity)) if folder else None


def backups_until(config: ArchiveConfig, now: datetime) -> str:
    """Return on which day the last backup that may hold something is gone; empty: they are kept for ever."""
    days = config.retention.backups_days
    return (now + timedelta(days=days + 1)).date().isoformat() if days else ""
