"""Proofs of erasures, kept for whoever didn't get the answer: asked for by what they made up before they sent.

A receipt is 64 hexadecimal digits, random, and stands nowhere at the archive: of each a keyed hash is stored. A proof
holds counts and days, and nothing by which somebody could be known.
"""

import re

from sqlalchemy import delete, select

from kennisbank.archive.database.inserting import insert_into
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.schema.privacy_tables import proofs
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_codec import decode, encode
from kennisbank.sync.protocol_desk import ErasureProof

_RECEIPT = re.compile(r"[0-9a-f]{64}")


def is_receipt(text: str) -> bool:
    """Tell whether this can be a receipt."""
    return _RECEIPT.fullmatch(text) is not None


def receipt_hash(keyed: Keyed, receipt: str) -> str:
    """Return what is stored of a receipt."""
    return keyed.hash("erasure receipt", receipt)


def keep(tx: Transaction, receipt: str, proof: ErasureProof) -> None:
    """Keep a proof by the hash of its receipt, in the place of what was kept before."""
    row = insert_into(proofs, tx.connection).values(
        receipt=receipt, day=proof.moment[:10], proof=encode(proof).decode()
    )
    again = row.on_conflict_do_update(index_elements=[proofs.c.receipt], set_={"proof": row.excluded.proof})
    tx.connection.execute(again)


def find(tx: Transaction, receipt: str) -> ErasureProof | None:
    """Return the proof that is kept by the hash of a receipt; None: nothing was erased with it, or long ago."""
    found: str | None = tx.connection.execute(select(proofs.c.proof).where(proofs.c.receipt == receipt)).scalar()
    return None if found is None else decode(ErasureProof, found.encode())


def forget(tx: Transaction, before: str) -> int:
    """Forget proofs of days before one (``2026-11-22``), and return how many those were."""
    return tx.connection.execute(delete(proofs).where(proofs.c.day < before)).rowcount
