"""The tables of accounts and of what they log in with; the metadata of `tables` are joined."""

from sqlalchemy import Column, String, Table

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
    Column("right", String, nullable=False),
    Column("state", String, nullable=False),
    Column("requested", String, nullable=False),
)
