"""What a voice is about: a contribution that everybody sees."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from kennisbank.archive.acting.scene import ActRefused, ActScene, ActWaits
from kennisbank.archive.schema.account_tables import contribution_authors
from kennisbank.archive.transaction import Transaction


def spoken_of(scene: ActScene, contribution: str) -> Mapping[str, Any]:
    """Return the body of the contribution that an act speaks of.

    Raises:
        ActWaits: the archive hasn't got it (yet).
        ActRefused: it was taken away.
    """
    record = scene.tx.records.get("contribution", contribution)
    if record is None:
        raise ActWaits
    if record.gone is not None or record.body is None:
        raise ActRefused("gone")
    return record.body


def is_author(tx: Transaction, contribution: str, account: str) -> bool:
    """Tell whether an account has a granted claim to a contribution."""
    c = contribution_authors.c
    query = select(c.account).where(c.contribution == contribution, c.account == account)
    return tx.connection.execute(query).first() is not None
