"""What somebody said by way of the archive, as it is erased: what others answered stays."""

from sqlalchemy import delete, select, update

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.schema.voice_tables import comments, votes
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.voices.receptions import settle
from kennisbank.errors import NotFoundError
from kennisbank.sync.protocol import Gone


def erase_comments(tx: Transaction, account: str) -> int:
    """Erase an account's comments, answers to which stay, and return how many there were."""
    c = comments.c
    ids = tx.connection.execute(select(c.id).where(c.account == account).order_by(c.id)).scalars().all()
    for each in ids:
        try:
            tx.records.withdraw("comment", each, Gone("erased"))
        except NotFoundError:
            continue
    emptied = {"account": None, "body": "", "words": "", "state": "erased", "changed": stamp()}
    tx.connection.execute(update(comments).where(c.account == account).values(emptied))
    return len(ids)


def erase_votes(tx: Transaction, account: str) -> int:
    """Erase an account's votes, count anew what they were for, and return how many there were."""
    v = votes.c
    ids = tx.connection.execute(select(v.contribution).where(v.account == account).order_by(v.contribution)).scalars()
    voted = list(ids)
    tx.connection.execute(delete(votes).where(v.account == account))
    for each in voted:
        settle(tx, each)
    return len(voted)
