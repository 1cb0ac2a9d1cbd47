"""The tables of erasures and of what is done once a day; the metadata of `tables` are joined, moments are as there."""

from sqlalchemy import Boolean, Column, Table

from kennisbank.archive.database.columns import FreeText, Key
from kennisbank.archive.schema.tables import metadata

erasures = Table(
    "erasures",
    metadata,
    # What was erased, by the random id that it had: of an account, of a place on the newsletter's list. No other trace
    # of it is left, but in backups. And by what it is known when it comes again: of a token the hash that stood among
    # `tokens`, of an address one by `erased_addresses`.
    Column("id", Key, primary_key=True),
    # account, subscriber, token, address
    Column("kind", Key, nullable=False),
    # When, as 2026-11-22.
    Column("day", Key, nullable=False),
    # Its bytes are off the disk too; until then that is tried every day.
    Column("is_done", Boolean, nullable=False),
)

proofs = Table(
    "erasure_proofs",
    metadata,
    # A keyed hash of what whoever was erased made up beforehand; they ask by it for the proof, without an account.
    Column("receipt", Key, primary_key=True),
    Column("day", Key, nullable=False),
    # `protocol_desk.ErasureProof`, signed.
    Column("proof", FreeText, nullable=False),
)

days = Table(
    "days",
    metadata,
    # What is done once a day, and the last day for which it was.
    Column("step", Key, primary_key=True),
    Column("day", Key, nullable=False),
)
