"""The tables of feedback; the metadata of `archive.tables` are joined, moments are as there.

Accounts are no foreign keys here: what others answered outlives whoever is erased.
"""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, Table, text

from kennisbank.archive.database.columns import FreeText, Key
from kennisbank.archive.schema.tables import metadata

_WAITS = text("is_due")

threads = Table(
    "threads",
    metadata,
    Column("id", Key, primary_key=True),
    Column("contribution", Key, nullable=False),
    # The reader's; NULL once they are erased.
    Column("account", Key),
    Column("kind", Key, nullable=False),
    Column("shown_as", Key, nullable=False),
    # As the authors see it, from when it was released.
    Column("occupation", Key, nullable=False),
    # `protocol_bodies.AnchorBody` as JSON.
    Column("anchor", FreeText),
    Column("link", FreeText, nullable=False),
    Column("state", Key, nullable=False),
    # The verdict that stands: answered, adopted, declined, or empty; in which version, why.
    Column("verdict", Key, nullable=False),
    Column("version", FreeText, nullable=False),
    Column("reason", FreeText, nullable=False),
    Column("created", Key, nullable=False),
    # When the authors could first have it; NULL until then.
    Column("released", Key),
    # Something of an anonymous reader waits for the round.
    Column("is_due", Boolean, nullable=False),
    # Up to which message each side has read, as the other one may know: in the order in which the reader has them,
    # and in that in which the authors have.
    Column("reader_seen", BigInteger, nullable=False),
    Column("authors_seen", BigInteger, nullable=False),
    # Which side has asked the maintainers to look at it; the other one doesn't hear.
    Column("reported_by_reader", Boolean, nullable=False),
    Column("reported_by_author", Boolean, nullable=False),
    # Why a maintainer hid it, and when; NULL: it isn't hidden.
    Column("hidden", Key),
    Column("hidden_words", FreeText, nullable=False),
    Index("ix_threads_contribution", "contribution"),
    Index("ix_threads_account", "account"),
    Index("ix_threads_state", "state", "released"),
    Index("ix_threads_due", "id", sqlite_where=_WAITS, postgresql_where=_WAITS),
)

messages = Table(
    "thread_messages",
    metadata,
    Column("id", Key, primary_key=True),
    Column("thread", Key, nullable=False),
    # Who wrote it; NULL once they are erased.
    Column("account", Key),
    Column("side", Key, nullable=False),
    Column("text", FreeText, nullable=False),
    # Which place it has for the reader; and for the authors, NULL until it is released to them: in the order of
    # writing, and in that of releasing.
    Column("number", BigInteger, nullable=False),
    Column("shown", BigInteger),
    Column("created", Key, nullable=False),
    Column("released", Key),
    # The attached file: SHA-256, its name as others see it, media type, bytes; NULL: none.
    Column("file", Key),
    Column("file_name", FreeText, nullable=False),
    Column("file_type", FreeText, nullable=False),
    Column("file_size", BigInteger, nullable=False),
    # erased or hidden, and why; empty while it is there.
    Column("gone", Key, nullable=False),
    Column("gone_words", FreeText, nullable=False),
    Index("ix_thread_messages_thread", "thread", "number", unique=True),
    Index("ix_thread_messages_account", "account"),
    Index("ix_thread_messages_file", "file"),
)

steps = Table(
    "thread_steps",
    metadata,
    Column("thread", Key, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("state", Key, nullable=False),
    Column("moment", Key, nullable=False),
    # The author who did it; NULL: nobody's doing, or they are erased.
    Column("account", Key),
    Index("ix_thread_steps_account", "account"),
)

uploads = Table(
    "attachment_uploads",
    metadata,
    # A file that came in from an account, before the act that speaks of it.
    Column("account", Key, primary_key=True),
    Column("hash", Key, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("media_type", FreeText, nullable=False),
    # Nothing in it says who made it.
    Column("is_clean", Boolean, nullable=False),
    Column("moment", Key, nullable=False),
    Index("ix_attachment_uploads_hash", "hash"),
    Index("ix_attachment_uploads_moment", "moment"),
)
