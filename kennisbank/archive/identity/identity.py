"""Who an archive is: its id for ever, its epoch until it is restored from a backup, its public key."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.schema import tables as t
from kennisbank.domain.ids import new_id

_OWN = select(t.archive)  # made once: every transaction asks it


@dataclass(frozen=True, slots=True)
class Identity:
    """`key` is the Ed25519 public key in base64; `created` is ISO 8601, UTC.

    `begun` is the revision that it had when its epoch began, with the backup of the epoch `begun_of`: of what clients
    agreed on in that one, the archive remembers all up to there.
    """

    id: str
    epoch: str
    key: str
    created: str
    begun: int = 0
    begun_of: str = ""


def identity_of(connection: Connection) -> Identity | None:
    """Return who this archive is; None: its tables are new."""
    row = connection.execute(_OWN).mappings().first()
    return (
        None
        if row is None
        else Identity(row["id"], row["epoch"], row["key"], row["created"], row["begun"], row["begun_of"])
    )


def make_identity(connection: Connection, key: str) -> Identity:
    """Write down who a new archive is."""
    made = Identity(new_id(), new_id(), key, stamp())
    row = {"number": 1, "id": made.id, "epoch": made.epoch, "key": made.key, "created": made.created}
    connection.execute(insert(t.archive), row)
    return made


def start_epoch(connection: Connection) -> str:
    """Give the archive a new epoch, by which clients see that it was restored, and return it."""
    epoch = new_id()
    begun = select(t.counter.c.revision).scalar_subquery()
    connection.execute(update(t.archive).values(epoch=epoch, begun=begun, begun_of=t.archive.c.epoch))
    return epoch
