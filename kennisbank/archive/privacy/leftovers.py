"""What an erasure left for later: names on the list that are there all the same, bytes on the disk, old backups."""

from datetime import timedelta
from pathlib import Path

from kennisbank.archive.daily_scene import DailyScene
from kennisbank.archive.privacy import proofs
from kennisbank.archive.privacy.noting import forget_tokens, lists_of
from kennisbank.archive.privacy.old_backups import prune
from kennisbank.archive.privacy.replaying import replay
from kennisbank.archive.privacy.wiping import finish
from kennisbank.errors import DatabaseError


def finish_erasures(scene: DailyScene) -> int:
    """Erase what is on the list and was there all the same, and have bytes off the disk; return how many it were.

    Raises:
        DatabaseError: somebody was busy; it is tried again.
        StorageError: so is this: a list can't be read or written.
    """
    count = replay(scene.archive, lists_of(scene.archive, scene.config))
    _forget_marks(scene)
    if not finish(scene.archive):
        raise DatabaseError("busy", scene.archive.where)
    return count


def _forget_marks(scene: DailyScene) -> None:
    """Forget the proofs that were long enough there to be asked for, and which tokens were those of erased accounts."""
    days = scene.config.retention.erased_days
    if not days:
        return
    before = (scene.now - timedelta(days=days)).date().isoformat()
    with scene.archive.write() as tx:
        forget_tokens(tx, lists_of(scene.archive, scene.config), before)
        proofs.forget(tx, before)


def prune_backups(scene: DailyScene) -> int:
    """Remove the backups that are too old from the folder in which they stand; return how many those were."""
    folder = scene.config.storage.backups
    if not folder:
        return 0
    with scene.archive.read() as tx:
        identity = tx.identity.id
    where = scene.archive.data / Path(folder).expanduser()
    return prune(where, identity, scene.config.retention.backups_days, scene.now)
