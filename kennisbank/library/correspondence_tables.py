"""What is said and heard by way of the archive: acts of this machine, mailboxes, and what readers say for everybody.

The metadata of `tables` are joined. Contributions stand under their id in this library.
"""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table

from kennisbank.library.columns import FreeText, Utc
from kennisbank.library.tables import metadata

acts = Table(
    "acts",
    metadata,
    # The outbox of what can't conflict: written, sent and settled here. The id is the key of its delivery.
    Column("id", String, primary_key=True),
    # Whose it is; both NULL for what belongs to nobody (yet), as a draft of somebody who isn't logged in.
    Column("archive_id", String),
    Column("account_id", String),
    # As `sync.protocol_acts.ActKind`, or remark, newsletter.
    Column("kind", String, nullable=False),
    Column("contribution_id", String, nullable=False, server_default=""),
    # The thread, comment or claim that it is about.
    Column("about", String, nullable=False, server_default=""),
    # JSON, as its body in the protocol, contributions under their local id.
    Column("body", FreeText, nullable=False),
    # Exactly as it was sent, from the first attempt on; then it isn't changed any more.
    Column("sent", FreeText, nullable=False, server_default=""),
    # Where the bytes of an attached file stand, in the library's folder of attachments.
    Column("attachment", FreeText, nullable=False, server_default=""),
    # draft, queued, sent, accepted, failed
    Column("state", String, nullable=False),
    Column("reason", FreeText, nullable=False, server_default=""),
    Column("created_utc", Utc, nullable=False),
    Column("created_zone", String, nullable=False),
    Column("modified_utc", Utc, nullable=False),
    Column("modified_zone", String, nullable=False),
    Index("ix_acts_state", "state"),
    Index("ix_acts_contribution", "contribution_id", "kind"),
    Index("ix_acts_about", "about"),
)

mailboxes = Table(
    "mailboxes",
    metadata,
    Column("archive_id", String, primary_key=True),
    Column("account_id", String, primary_key=True),
    # Up to where everything was taken, in which epoch.
    Column("number", Integer, nullable=False),
    Column("epoch", String, nullable=False),
    sqlite_with_rowid=False,
)

mailbox_items = Table(
    "mailbox_items",
    metadata,
    Column("archive_id", String, primary_key=True),
    Column("account_id", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("contribution_id", String, nullable=False),
    Column("number", Integer, nullable=False),
    # JSON, as in `sync.protocol_mailbox`, contributions under the archive's id.
    Column("body", FreeText, nullable=False),
    # Of the body, so that lists needn't read it: side and state, when it last moved, whether it was read here.
    Column("side", String, nullable=False),
    Column("state", String, nullable=False),
    Column("moved", String, nullable=False),
    Column("is_unread", Boolean, nullable=False),
    Column("is_waiting", Boolean, nullable=False),
    # How its list shows it, as JSON: who, how it begins, how many messages.
    Column("face", FreeText, nullable=False),
    # All that a list asks, in the order in which it shows: bodies aren't read for it.
    Index(
        "ix_mailbox_items_list",
        "archive_id",
        "account_id",
        "kind",
        "side",
        "moved",
        "number",
        "is_unread",
        "is_waiting",
        "contribution_id",
    ),
    Index("ix_mailbox_items_contribution", "contribution_id", "kind"),
)

comments = Table(
    "comments",
    metadata,
    Column("id", String, primary_key=True),
    Column("contribution_id", String, nullable=False),
    Column("reply_to", String, nullable=False),
    Column("name", FreeText, nullable=False),
    Column("role", String, nullable=False),
    Column("is_author", Boolean, nullable=False),
    Column("text", FreeText, nullable=False),
    Column("created", String, nullable=False),
    # Empty, or why it is no longer there, and in whose words.
    Column("gone", String, nullable=False),
    Column("words", FreeText, nullable=False),
    Index("ix_comments_contribution", "contribution_id", "created"),
    sqlite_with_rowid=False,
)

receptions = Table(
    "receptions",
    metadata,
    Column("contribution_id", String, primary_key=True),
    # Votes for 1 to 5 stars and readers' tags, both as JSON.
    Column("votes", String, nullable=False),
    Column("tags", FreeText, nullable=False),
    sqlite_with_rowid=False,
)

persons = Table(
    "persons",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", FreeText, nullable=False),
    Column("reach", FreeText, nullable=False),
    sqlite_with_rowid=False,
)

person_names = Table(
    "person_names",
    metadata,
    # A spelling as `domain.names` makes it comparable.
    Column("key", FreeText, primary_key=True),
    Column("person_id", String, nullable=False, index=True),
    Column("name", FreeText, nullable=False),
    sqlite_with_rowid=False,
)
