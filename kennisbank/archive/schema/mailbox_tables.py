"""The tables of mailboxes; the metadata of `archive.tables` are joined, moments are as there."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Table

from kennisbank.archive.database.columns import Key
from kennisbank.archive.schema.tables import metadata

heads = Table(
    "mailbox_heads",
    metadata,
    # Locked until its transaction commits, so that numbers become visible in their order.
    Column("account", Key, primary_key=True),
    Column("number", BigInteger, nullable=False),
)

seats = Table(
    "seats",
    metadata,
    Column("account", Key, primary_key=True),
    # As in `protocol_mailbox.ItemKind`.
    Column("kind", Key, primary_key=True),
    # The archive's own id of the thing; never leaves it but to whoever made it.
    Column("subject", Key, primary_key=True),
    # By which id this account knows it.
    Column("alias", Key, nullable=False),
    Column("number", BigInteger, nullable=False),
    # Of a thread: reader or author.
    Column("side", Key, nullable=False),
    Column("is_unread", Boolean, nullable=False),
    # Of a thread: up to which message, in the order in which this side has them.
    Column("seen", BigInteger, nullable=False),
    # When a client of this account has first fetched it.
    Column("fetched", Key),
    # Why it is no longer there, as in `protocol_mailbox.MailboxItem`; empty while it is.
    Column("gone", Key, nullable=False),
    Index("ix_seats_number", "account", "number", unique=True),
    Index("ix_seats_alias", "account", "kind", "alias", unique=True),
    Index("ix_seats_subject", "kind", "subject"),
)
