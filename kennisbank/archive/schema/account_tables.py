"""The tables of accounts and of what they log in with; the metadata of `tables` are joined, moments are as there.

No token and no code stands in them, only keyed hashes (`keyed.Keyed`). What was done to accounts stands in
`tables.audit`.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table

from kennisbank.archive.database.columns import FreeText, Key
from kennisbank.archive.schema.tables import metadata

accounts = Table(
    "accounts",
    metadata,
    Column("id", Key, primary_key=True),
    Column("mail", FreeText, nullable=False),
    # `addresses.mail_key` of the address: what tells accounts apart, and what things are shared with.
    Column("mail_key", FreeText, nullable=False, unique=True),
    Column("name", FreeText, nullable=False),
    Column("occupation", Key, nullable=False),
    Column("organisation", FreeText, nullable=False),
    Column("language", Key, nullable=False),
    # What an active account may do: reader or maintainer.
    Column("right", Key, nullable=False),
    Column("state", Key, nullable=False),
    Column("requested", Key, nullable=False),
    # When the house rules were accepted, when a code proved the address, when a maintainer last decided.
    Column("accepted", Key),
    Column("confirmed", Key),
    Column("decided", Key),
    Index("ix_accounts_state", "state", "requested"),
)

unnamed_suspensions = Table(
    "unnamed_suspensions",
    metadata,
    # A thread whose sender, shown by role only, was suspended because of it. `accounts.state` stays as it was: whoever
    # saw it change there would know who sent the thread.
    Column("thread", Key, primary_key=True),
    Column("account", Key, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    Column("moment", Key, nullable=False),
    Index("ix_unnamed_suspensions_account", "account"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Key, primary_key=True),
    Column("account", Key, ForeignKey("accounts.id"), nullable=False),
    # A device token; else a session that is refreshed.
    Column("is_token", Boolean, nullable=False),
    Column("device", FreeText, nullable=False),
    Column("created", Key, nullable=False),
    Column("used", Key, nullable=False),
    Column("ends", Key, nullable=False),
    Column("ended", Key),
    # Why it ended: logged_out, ended (from elsewhere), replayed; empty while it lasts.
    Column("reason", Key, nullable=False),
    Index("ix_sessions_account", "account"),
)

tokens = Table(
    "tokens",
    metadata,
    Column("hash", Key, primary_key=True),
    Column("session", Key, ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False),
    # access, refresh, device
    Column("kind", Key, nullable=False),
    Column("ends", Key, nullable=False),
    # Of a refresh token: when it was exchanged for its successor.
    Column("used", Key),
    Index("ix_tokens_session", "session"),
)

codes = Table(
    "codes",
    metadata,
    Column("id", Key, primary_key=True),
    Column("account", Key, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    Column("hash", Key, nullable=False),
    Column("created", Key, nullable=False),
    Column("ends", Key, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("used", Key),
    Index("ix_codes_account", "account"),
)

limits = Table(
    "limits",
    metadata,
    # A keyed hash of what is limited and for whom: no address stands here.
    Column("key", Key, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("ends", Key, nullable=False),
    Index("ix_limits_ends", "ends"),
)

outgoing = Table(
    "outgoing",
    metadata,
    Column("id", Key, primary_key=True),
    Column("kind", Key, nullable=False),
    Column("mail", FreeText, nullable=False),
    Column("language", Key, nullable=False),
    Column("details", FreeText, nullable=False),
    Column("created", Key, nullable=False),
    # Not before this moment; whoever takes it in hand pushes it on, so that nobody else does.
    Column("due", Key, nullable=False),
    Column("attempts", Integer, nullable=False),
    # Why it was given up; empty while it wasn't.
    Column("failure", FreeText, nullable=False),
    Index("ix_outgoing_due", "due"),
)

contribution_authors = Table(
    "contribution_authors",
    metadata,
    Column("contribution", Key, primary_key=True),
    Column("account", Key, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("since", Key, nullable=False),
    Index("ix_contribution_authors_account", "account"),
)
