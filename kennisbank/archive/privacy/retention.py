"""Letting go of what needn't be kept any longer, by the times in the archive's file; 0 days: for ever.

What is removed here is overwritten where it stood (`engine`); in PostgreSQL until the server tidies up by itself.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType

from sqlalchemy import delete, select, update

from kennisbank.archive.daily_scene import DailyScene
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.schema import tables as t
from kennisbank.archive.schema.notice_tables import notices
from kennisbank.archive.schema.people_tables import newsletter, remarks
from kennisbank.archive.schema.voice_tables import comments
from kennisbank.archive.transaction import Transaction

Letting = Callable[[Transaction, str], int]
"""Lets go of what is from before a moment (as `stamp` writes it) and returns how many things that were."""


def forget_remarks(tx: Transaction, before: str) -> int:
    """Remove remarks to the maintainers, answered or not: name, telephone number, address, text."""
    return tx.connection.execute(delete(remarks).where(remarks.c.received < before)).rowcount


def forget_unconfirmed(tx: Transaction, before: str) -> int:
    """Remove addresses for the newsletter whose link nobody followed."""
    c = newsletter.c
    return tx.connection.execute(delete(newsletter).where(c.confirmed == "", c.asked < before)).rowcount


def forget_notices(tx: Transaction, before: str) -> int:
    """Remove notices, out of the mailboxes too."""
    c = notices.c
    old = tx.connection.execute(select(c.id, c.account).where(c.moment < before)).all()
    for row in old:
        Seats(tx).end("notice", row.id, [row.account])
    return tx.connection.execute(delete(notices).where(c.id.in_([row.id for row in old]))).rowcount


def forget_receipts(tx: Transaction, before: str) -> int:
    """Remove what remembers that something was received: nobody sends that again after so long."""
    return tx.connection.execute(delete(t.receipts).where(t.receipts.c.moment < before)).rowcount


def forget_hidden(tx: Transaction, before: str) -> int:
    """Remove the text of comments that have been hidden for long; that and why they were stays."""
    c = comments.c
    old = (c.state == "hidden") & (c.body != "") & (c.changed < before)
    return tx.connection.execute(update(comments).where(old).values(body="", state="deleted")).rowcount


_LETTING: Mapping[str, tuple[str, Letting]] = MappingProxyType(
    {
        "remarks": ("remarks_days", forget_remarks),
        "newsletter": ("newsletter_days", forget_unconfirmed),
        "notices": ("notices_days", forget_notices),
        "receipts": ("receipts_days", forget_receipts),
        "hidden": ("hidden_days", forget_hidden),
    }
)


def let_go(scene: DailyScene) -> int:
    """Let go of everything that is too old; return how many things that were."""
    count = 0
    for option, letting in _LETTING.values():
        days: int = getattr(scene.config.retention, option)
        if days:
            with scene.archive.write() as tx:
                tx.counter.lock()
                count += letting(tx, stamp(scene.now - timedelta(days=days)))
    return count
