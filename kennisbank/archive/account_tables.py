"""The tables of accounts and of what they log in with; the metadata of `tables` are joined, moments are as there.

No token and no code stands in them, only keyed hashes (`keyed.Keyed`). What was done to accounts stands in
`tables.audit`.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table

from kennisbank.archive.columns import FreeText
from kennisbank.archive.tables import metadata

accounts = Table(
    "accounts",
    metadata,
    Column("id", String, primary_key=True),
    Column("mail", FreeText, nullable=False),
    # `addresses.mail_key` of the address: what tells accounts apart, and what things are shared with.
    Column("mail_key", FreeText, nullable=False, unique=True),
    Column("name", FreeText, nullable=False),
    Column("occupation", String, nullable=False),
    Column("organisation", FreeText, nullable=False),
    Column("language", String, nullable=False),
    # What an active account may do: reader or maintainer.
    Column("right", String, nullable=False),
    Column("state", String, nullable=False),
    Column("requested", String, nullable=False),
    # When the house rules were accepted, when a code proved the address, when a maintainer last decided.
    Column("accepted", String),
    Column("confirmed", String),
    Column("decided", String),
    Index("ix_accounts_state", "state", "requested"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", String, primary_key=True),
    Column("account", String, ForeignKey("accounts.id"), nullable=False),
    # A device token; else a session that is refreshed.
    Column("is_token", Boolean, nullable=False),
    Column("device", FreeText, nullable=False),
    Column("created", String, nullable=False),
    Column("used", String, nullable=False),
    Column("ends", String, nullable=False),
    Column("ended", String),
    # Why it ended: logged_out, ended (from elsewhere), replayed; empty while it lasts.
    Column("reason", String, nullable=False),
    Index("ix_sessions_account", "account"),
)

tokens = Table(
    "tokens",
    metadata,
    Column("hash", String, primary_key=True),
    Column("session", String, ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False),
    # access, refresh, device
    Column("kind", String, nullable=False),
    Column("ends", String, nullable=False),
    # Of a refresh token: when it was exchanged for its successor.
    Column("used", String),
    Index("ix_tokens_session", "session"),
)

codes = Table(
    "codes",
    metadata,
    Column("id", String, primary_key=True),
    Column("account", String, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    Column("hash", String, nullable=False),
    Column("created", String, nullable=False),
    Column("ends", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("used", String),
    Index("ix_codes_account", "account"),
)

limits = Table(
    "limits",
    metadata,
    # A keyed hash of what is limited and for whom: no address stands here.
    Column("key", String, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("ends", String, nullable=False),
    Index("ix_limits_ends", "ends"),
)

outgoing = Table(
    "outgoing",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("mail", FreeText, nullable=False),
    Column("language", String, nullable=False),
    Column("details", FreeText, nullable=False),
    Column("created", String, nullable=False),
    # Not before this moment; whoever takes it in hand pushes it on, so that nobody else does.
    Column("due", String, nullable=False),
    Column("attempts", Integer, nullable=False),
    # Why it was given up; empty while it wasn't.
    Column("failure", FreeText, nullable=False),
    Index("ix_outgoing_due", "due"),
)

contribution_authors = Table(
    "contribution_authors",
    metadata,
    Column("contribution", String, primary_key=True),
    Column("account", String, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("since", String, nullable=False),
    Index("ix_contribution_authors_account", "account"),
)
