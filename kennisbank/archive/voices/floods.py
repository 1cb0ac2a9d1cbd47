"""How many things somebody may say to everybody in an hour: more waits for a later contact, and isn't lost."""

from kennisbank.archive.accounts.limits import Limit, Limits, What
from kennisbank.archive.acting.scene import ActScene, ActWaits


def check_flood(scene: ActScene, what: What, most: int) -> None:
    """Count one, said by the account of `scene`.

    Raises:
        ActWaits: it is one too many for this hour.
    """
    limits = Limits(scene.tx.connection, scene.keyed)
    if limits.count(Limit(what, scene.account.id, most), scene.now):
        raise ActWaits("too_many")
