"""The tables of contacts, claims, mail, remarks, the newsletter and versions that authors hand in.

The metadata of `tables` are joined, moments are as there. Addresses of people who have no account stand in `contacts`,
`claims`, `newsletter` and `remarks` only; elsewhere a keyed hash stands for them.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table

from kennisbank.archive.database.columns import FreeText, Key
from kennisbank.archive.schema.account_tables import accounts
from kennisbank.archive.schema.tables import metadata

contacts = Table(
    "contacts",
    metadata,
    # The mail address of an author as it came with the catalogue; the name as the contribution had it then.
    Column("contribution", Key, primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("name", FreeText, nullable=False),
    Column("mail", FreeText, nullable=False),
    Column("mail_key", FreeText, nullable=False),
    Index("ix_contacts_mail_key", "mail_key"),
)

claims = Table(
    "claims",
    metadata,
    # The id of the act.
    Column("id", Key, primary_key=True),
    Column("account", Key, ForeignKey(accounts.c.id, ondelete="CASCADE"), nullable=False),
    Column("contribution", Key, nullable=False),
    Column("author", FreeText, nullable=False),
    Column("words", FreeText, nullable=False),
    # code_sent, waiting, granted, refused, ended, withdrawn
    Column("state", Key, nullable=False),
    # How it was granted: own (the account's address), code, maintainer; empty while it wasn't.
    Column("way", Key, nullable=False),
    # Where the code went.
    Column("mail", FreeText, nullable=False),
    # Whether what was sent before is seen too: none, waiting, granted, refused.
    Column("earlier", Key, nullable=False),
    Column("answer", FreeText, nullable=False),
    Column("created", Key, nullable=False),
    Column("decided", Key, nullable=False),
    Index("ix_claims_state", "state", "created"),
    Index("ix_claims_earlier", "earlier", "decided"),
    Index("ix_claims_account", "account"),
    Index("ix_claims_contribution", "contribution"),
)

claim_codes = Table(
    "claim_codes",
    metadata,
    Column("id", Key, primary_key=True),
    Column("claim", Key, ForeignKey(claims.c.id, ondelete="CASCADE"), nullable=False),
    Column("hash", Key, nullable=False),
    Column("created", Key, nullable=False),
    Column("ends", Key, nullable=False),
    Column("tries", Integer, nullable=False),
    Index("ix_claim_codes_claim", "claim"),
)

notify = Table(
    "notify",
    metadata,
    # How an account hears of new feedback by mail, where it said so: at_once, daily, never.
    Column("account", Key, ForeignKey(accounts.c.id, ondelete="CASCADE"), primary_key=True),
    Column("pace", Key, nullable=False),
)

fresh_feedback = Table(
    "fresh_feedback",
    metadata,
    # What the next daily mail to an author speaks of.
    Column("account", Key, ForeignKey(accounts.c.id, ondelete="CASCADE"), primary_key=True),
    Column("contribution", Key, primary_key=True),
)

invitations = Table(
    "invitations",
    metadata,
    Column("contribution", Key, primary_key=True),
    Column("mail_hash", Key, primary_key=True),
    Column("sent", Key, nullable=False),
    Column("times", Integer, nullable=False),
)

mail_refusals = Table(
    "mail_refusals",
    metadata,
    # Addresses to which no invitation goes any more.
    Column("mail_hash", Key, primary_key=True),
    Column("moment", Key, nullable=False),
)

newsletter = Table(
    "newsletter",
    metadata,
    Column("mail_hash", Key, primary_key=True),
    # Random: by which it is known that this place was left, when nothing else of it is.
    Column("id", Key, nullable=False),
    Column("mail", FreeText, nullable=False),
    Column("language", Key, nullable=False),
    Column("asked", Key, nullable=False),
    # Empty until the link in the mail was followed.
    Column("confirmed", Key, nullable=False),
    Index("ix_newsletter_confirmed", "confirmed", "asked"),
    Index("ix_newsletter_id", "id"),
)

remarks = Table(
    "remarks",
    metadata,
    Column("id", Key, primary_key=True),
    Column("hash", Key, nullable=False),
    Column("name", FreeText, nullable=False),
    Column("telephone", FreeText, nullable=False),
    Column("mail", FreeText, nullable=False),
    Column("language", Key, nullable=False),
    Column("text", FreeText, nullable=False),
    Column("received", Key, nullable=False),
    # open, answered, done
    Column("state", Key, nullable=False),
    Column("answer", FreeText, nullable=False),
    Column("decided", Key, nullable=False),
    Index("ix_remarks_state", "state", "received"),
    Index("ix_remarks_received", "received"),
)

uploads = Table(
    "uploads",
    metadata,
    # Files that came for an act that hasn't come yet, or waits for a maintainer.
    Column("act", Key, primary_key=True),
    Column("account", Key, ForeignKey(accounts.c.id, ondelete="CASCADE"), nullable=False),
    Column("hash", Key, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("moment", Key, nullable=False),
    Index("ix_uploads_moment", "moment"),
)

versions = Table(
    "versions",
    metadata,
    Column("id", Key, primary_key=True),
    Column("account", Key, ForeignKey(accounts.c.id, ondelete="CASCADE"), nullable=False),
    Column("contribution", Key, nullable=False),
    Column("hash", Key, nullable=False),
    Column("name", FreeText, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("words", FreeText, nullable=False),
    # waiting, published, declined, withdrawn
    Column("state", Key, nullable=False),
    Column("answer", FreeText, nullable=False),
    Column("version", Integer, nullable=False),
    Column("created", Key, nullable=False),
    Column("decided", Key, nullable=False),
    Index("ix_versions_state", "state", "created"),
    Index("ix_versions_account", "account"),
)
