"""The table of what an account is told once, by way of its mailbox; moments as in `tables`."""

from sqlalchemy import Column, ForeignKey, Index, Table

from kennisbank.archive.database.columns import FreeText, Key
from kennisbank.archive.schema.tables import metadata

notices = Table(
    "notices",
    metadata,
    Column("id", Key, primary_key=True),
    Column("account", Key, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    # What is told (`protocol_mailbox.NoticeBody`); of which contribution, or empty.
    Column("code", Key, nullable=False),
    Column("contribution", Key, nullable=False),
    Column("words", FreeText, nullable=False),
    Column("moment", Key, nullable=False),
    Index("ix_notices_account", "account"),
)
