"""The table of archived websites; moments as in `tables`."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table

from kennisbank.archive.database.columns import Key
from kennisbank.archive.schema.tables import metadata

websites = Table(
    "websites",
    metadata,
    # The edition's id; its website as it was handed in, by the hash of its file in the store.
    Column("edition", Key, primary_key=True),
    Column("hash", Key, nullable=False),
    Column("size", BigInteger, nullable=False),
    # zip or warc
    Column("format", Key, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("added", Key, nullable=False),
    Index("ix_websites_hash", "hash"),
)
