"""The archive's tables as its rooms use them. The schema itself is made by the migrations; a test compares the two.

Moments are text: ISO 8601 in UTC, of fixed width, so that sorting by text sorts by time. Revisions and marks are whole
numbers of up to 2**53. An account is named by its id (`account_tables`), a file by its SHA-256.
"""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, MetaData, Table, Text, text

from kennisbank.archive.database.columns import FreeText, Key

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

archive = Table(
    "archive",
    metadata,
    # One row, with number 1: who this archive is.
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Key, nullable=False),
    Column("epoch", Key, nullable=False),
    Column("key", Key, nullable=False),
    Column("created", Key, nullable=False),
    # The revision at which this epoch began: up to there clients and archive remember the same.
    Column("begun", BigInteger, nullable=False, server_default="0"),
    # The epoch before it, whose backup was restored.
    Column("begun_of", Key, nullable=False, server_default=""),
)

counter = Table(
    "counter",
    metadata,
    # One row, with number 1, locked until its transaction commits: that is what makes revisions visible in order.
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("revision", BigInteger, nullable=False),
    # The digest of what everybody sees, kept in the same transactions.
    Column("public_count", BigInteger, nullable=False),
    Column("public_sum", BigInteger, nullable=False),
)

_PUBLIC = text("owner IS NULL")
_OWN = text("owner IS NOT NULL AND body IS NOT NULL")
_PUBLIC_GONE = text("owner IS NULL AND gone IS NOT NULL")
_OWNED = text("owner IS NOT NULL")

records = Table(
    "records",
    metadata,
    Column("kind", Key, primary_key=True),
    Column("id", Key, primary_key=True),
    Column("revision", BigInteger, nullable=False),
    # The account that owns it; NULL for what everybody sees.
    Column("owner", Key),
    # JSON in its canonical form; NULL on a tombstone that left nothing.
    Column("body", Text),
    Column("hash", Key, nullable=False),
    Column("mark", BigInteger, nullable=False),
    # Hash and mark of the body as others see what is shared with them; empty and 0 for what can't be shared.
    Column("others_hash", Key, nullable=False),
    Column("others_mark", BigInteger, nullable=False),
    # The reason of a tombstone, and what `sync.protocol.Gone` says beside it.
    Column("gone", Key),
    Column("gone_words", FreeText, nullable=False),
    Column("gone_moment", Key, nullable=False),
    Column("gone_by", Key, nullable=False),
    Column("created", Key, nullable=False),
    Column("changed", Key, nullable=False),
    # Derived from the body, for questions: of a contribution its edition's code, title, and what it is found by.
    Column("edition", FreeText, nullable=False),
    Column("title", FreeText, nullable=False),
    Column("sought", FreeText, nullable=False),
    # Of an annotation: the annotation that it replies to.
    Column("parent", Key, nullable=False),
    Index("ix_records_public", "revision", unique=True, sqlite_where=_PUBLIC, postgresql_where=_PUBLIC),
    Index("ix_records_public_gone", "revision", sqlite_where=_PUBLIC_GONE, postgresql_where=_PUBLIC_GONE),
    # Of owners alone: SQLite would look for what is public in it too, through all of that.
    Index("ix_records_owner_revision", "owner", "revision", sqlite_where=_OWNED, postgresql_where=_OWNED),
    Index("ix_records_owner_mark", "owner", "mark", sqlite_where=_OWN, postgresql_where=_OWN),
    Index("ix_records_edition", "kind", "edition", sqlite_where=_PUBLIC, postgresql_where=_PUBLIC),
    Index("ix_records_changed", "changed", "id", sqlite_where=_PUBLIC, postgresql_where=_PUBLIC),
    Index("ix_records_parent", "parent", sqlite_where=text("parent <> ''"), postgresql_where=text("parent <> ''")),
)

_HOLDS = text("revoked IS NULL AND mark IS NOT NULL")

audience = Table(
    "audience",
    metadata,
    Column("kind", Key, primary_key=True),
    Column("record_id", Key, primary_key=True),
    # `audience.EVERYONE`, or the key of a mail address (of an account, or of one that may come).
    Column("who", FreeText, primary_key=True),
    Column("granted", BigInteger, nullable=False),
    Column("revoked", BigInteger),
    # The last revision that these people are to hear of: of the record while they may see it, else when that ended.
    Column("revision", BigInteger, nullable=False),
    # Of the record, so that what somebody may see is counted without looking at it: its owner, and its mark as others
    # see it (NULL on a tombstone).
    Column("owner", Key, nullable=False),
    Column("mark", BigInteger),
    Index("ix_audience_who_revision", "who", "revision"),
    Index(
        "ix_audience_count", "who", "owner", "kind", "record_id", "mark", sqlite_where=_HOLDS, postgresql_where=_HOLDS
    ),
)

receipts = Table(
    "receipts",
    metadata,
    Column("account", Key, primary_key=True),
    Column("write_id", Key, primary_key=True),
    Column("hash", Key, nullable=False),
    Column("revision", BigInteger, nullable=False),
    Column("moment", Key, nullable=False),
)

files = Table(
    "files",
    metadata,
    # What the archive has taken in; the bytes are in the file store.
    Column("hash", Key, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("added", Key, nullable=False),
)

file_uses = Table(
    "file_uses",
    metadata,
    Column("hash", Key, primary_key=True),
    Column("contribution", Key, primary_key=True),
    Column("name", FreeText, nullable=False),
    Column("media_type", FreeText, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("is_withdrawn", Boolean, nullable=False),
    Index("ix_file_uses_contribution", "contribution"),
)

held_files = Table(
    "held_files",
    metadata,
    # Files that aren't a contribution's: what was attached, handed in, sent ahead. `holder` is a word and a random id.
    Column("hash", Key, primary_key=True),
    Column("holder", Key, primary_key=True),
    Index("ix_held_files_holder", "holder"),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("moment", Key, nullable=False),
    # The account that did it; empty for the archive itself, or for somebody at the server's own command line.
    Column("actor", Key, nullable=False),
    Column("action", Key, nullable=False),
    Column("subject", FreeText, nullable=False),
    Column("detail", FreeText, nullable=False),
    Index("ix_audit_moment", "moment"),
)
