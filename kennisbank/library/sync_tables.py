"""What the library remembers of the archive: the link, accounts, base copies, offered files, conflicts and losers.

All of it can be had again by connecting anew, apart from conflicts and losers. The metadata of `tables` are joined.
"""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table

from kennisbank.library.columns import FreeText, Utc
from kennisbank.library.tables import metadata

archives = Table(
    "archives",
    metadata,
    Column("id", String, primary_key=True),
    Column("url", FreeText, nullable=False),
    Column("name", FreeText, nullable=False),
    Column("key", String, nullable=False),
    Column("epoch", String, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("info", FreeText, nullable=False),
    Column("connected_utc", Utc, nullable=False),
    Column("connected_zone", String, nullable=False),
    Column("synced_utc", Utc),
    Column("synced_zone", String),
    Column("outcome", String, nullable=False),
    Column("detail", FreeText, nullable=False),
    Column("brake", String),
    Column("wish", FreeText),
)

accounts = Table(
    "accounts",
    metadata,
    Column("archive_id", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("mail", FreeText, nullable=False),
    Column("name", FreeText, nullable=False),
    Column("occupation", String, nullable=False),
    Column("organisation", FreeText, nullable=False),
    Column("right", String, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("session", String, nullable=False),
    Column("device", FreeText, nullable=False),
    Column("is_current", Boolean, nullable=False),
    Column("is_hidden", Boolean, nullable=False),
    Column("ended", String, nullable=False),
    sqlite_with_rowid=False,
)

bases = Table(
    "bases",
    metadata,
    Column("archive_id", String, primary_key=True),
    # Empty for what everybody sees.
    Column("account_id", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("record_id", String, primary_key=True),
    Column("local_id", String, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("hash", String, nullable=False),
    Column("body", FreeText, nullable=False),
    Column("is_mine", Boolean, nullable=False),
    # Of what is no longer there: the tombstone, and when it was taken here, as JSON; empty for what is.
    Column("gone", FreeText, nullable=False, server_default=""),
    Index("ix_bases_local", "kind", "local_id"),
    sqlite_with_rowid=False,
)

agreed = Table(
    "agreed",
    metadata,
    Column("archive_id", String, primary_key=True),
    # Empty for what everybody sees.
    Column("account_id", String, primary_key=True),
    Column("digest", String, nullable=False),
    sqlite_with_rowid=False,
)

losers = Table(
    "losers",
    metadata,
    Column("id", String, primary_key=True),
    Column("archive_id", String, nullable=False),
    Column("account_id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("local_id", String, nullable=False),
    Column("body", FreeText, nullable=False),
    Column("reason", String, nullable=False),
    Column("kept_utc", Utc, nullable=False, index=True),
    Column("kept_zone", String, nullable=False),
)

conflicts = Table(
    "conflicts",
    metadata,
    Column("id", String, primary_key=True),
    Column("archive_id", String, nullable=False),
    Column("account_id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("local_id", String, nullable=False),
    Column("field", String, nullable=False),
    Column("base", FreeText, nullable=False),
    Column("mine", FreeText, nullable=False),
    Column("theirs", FreeText, nullable=False),
    Column("found_utc", Utc, nullable=False),
    Column("found_zone", String, nullable=False),
    Index("uq_conflicts_field", "kind", "local_id", "field", "account_id", unique=True),
)

offers = Table(
    "offers",
    metadata,
    Column("contribution_id", String, primary_key=True),
    Column("hash", String, primary_key=True),
    Column("archive_id", String, nullable=False),
    Column("name", FreeText, nullable=False),
    Column("role", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("is_current", Boolean, nullable=False),
    Column("media_type", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("reason", FreeText, nullable=False),
    Column("attempts", Integer, nullable=False),
    Index("ix_offers_state", "state"),
    sqlite_with_rowid=False,
)
