"""The tables of comments, votes, proposals, reports, and of what the desk decided; moments as in `tables`.

An account is NULL where it was erased. What everybody sees of all this stands among the records.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, text

from kennisbank.archive.database.columns import FreeText, Key
from kennisbank.archive.schema.tables import metadata

comments = Table(
    "comments",
    metadata,
    # The id of the act, and of the public record.
    Column("id", Key, primary_key=True),
    Column("contribution", Key, nullable=False),
    Column("account", Key, ForeignKey("accounts.id", ondelete="SET NULL")),
    Column("reply_to", Key),
    # The public record's body as canonical JSON, so that what was hidden can be shown again; empty once it is deleted.
    Column("body", Text, nullable=False),
    # visible, hidden, deleted, erased
    Column("state", Key, nullable=False),
    # Why it was hidden, for everybody to read.
    Column("words", FreeText, nullable=False),
    Column("created", Key, nullable=False),
    Column("changed", Key, nullable=False),
    Index("ix_comments_account", "account", "created"),
    Index("ix_comments_contribution", "contribution", "created"),
    Index(
        "ix_comments_hidden",
        "changed",
        sqlite_where=text("state = 'hidden'"),
        postgresql_where=text("state = 'hidden'"),
    ),
)

votes = Table(
    "votes",
    metadata,
    Column("contribution", Key, primary_key=True),
    Column("account", Key, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    # 1 to 5; who takes a vote back has no row.
    Column("stars", Integer, nullable=False),
    Column("changed", Key, nullable=False),
    Index("ix_votes_stars", "contribution", "stars"),
    Index("ix_votes_account", "account"),
)

reader_tags = Table(
    "reader_tags",
    metadata,
    Column("contribution", Key, primary_key=True),
    # What tells tags apart: capitals and small letters alike.
    Column("tag_key", FreeText, primary_key=True),
    Column("word", FreeText, nullable=False),
    # In the order of accepting.
    Column("number", Integer, nullable=False),
)

proposals = Table(
    "proposals",
    metadata,
    Column("id", Key, primary_key=True),
    Column("contribution", Key, nullable=False),
    Column("account", Key, ForeignKey("accounts.id", ondelete="SET NULL")),
    Column("field", Key, nullable=False),
    # As JSON: what is proposed, what stood there when it was, and what it took the place of when it was accepted.
    Column("value", Text, nullable=False),
    Column("base", Text, nullable=False),
    Column("replaced", Text, nullable=False),
    # Of a tag, what tells it apart; else empty.
    Column("tag_key", FreeText, nullable=False),
    Column("reason", FreeText, nullable=False),
    # waiting, accepted, declined, withdrawn
    Column("state", Key, nullable=False),
    Column("answer", FreeText, nullable=False),
    Column("created", Key, nullable=False),
    Column("decided", Key),
    Index("ix_proposals_state", "state", "created"),
    Index("ix_proposals_account", "account"),
    Index("ix_proposals_tag", "contribution", "tag_key"),
)

reports = Table(
    "reports",
    metadata,
    Column("id", Key, primary_key=True),
    Column("account", Key, ForeignKey("accounts.id", ondelete="SET NULL")),
    # comment or thread; and which one, by the archive's own id.
    Column("subject", Key, nullable=False),
    Column("subject_id", Key, nullable=False),
    # Of a thread, the message that it is about, by the archive's own id.
    Column("message", Key),
    # report or help
    Column("purpose", Key, nullable=False),
    Column("words", FreeText, nullable=False),
    # waiting (for the round), open, hidden, declined, done
    Column("state", Key, nullable=False),
    Column("answer", FreeText, nullable=False),
    Column("created", Key, nullable=False),
    Column("decided", Key),
    Index("ix_reports_state", "purpose", "state", "created"),
    Index("ix_reports_subject", "subject_id"),
    Index("ix_reports_account", "account"),
)

desk_acts = Table(
    "desk_acts",
    metadata,
    # The id that the maintainer's machine gave it; sent again, it is not done again.
    Column("id", Key, primary_key=True),
    Column("account", Key, nullable=False),
    Column("list", Key, nullable=False),
    Column("item", Key, nullable=False),
    # Of what was said, to tell the same act from another one with its id.
    Column("hash", Key, nullable=False),
    Column("moment", Key, nullable=False),
    Index("ix_desk_acts_moment", "moment"),
)
