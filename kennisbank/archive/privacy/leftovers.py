"""What an erasure left for later: names on the list that are there all the same, bytes on the disk, old backups."""

from pathlib import Path

from kennisbank.archive.daily_scene import DailyScene
from kennisbank.archive.privacy.erasures import finish, lists_of
from kennisbank.archive.privacy.old_backups import prune
from kennisbank.archive.privacy.replaying import replay
from kennisbank.errors import DatabaseError


def finish_erasures(scene: DailyScene) -> int:
    """Erase what is on the list and was there all the same, and have bytes off the disk; return how many it were.

    Raises:
        DatabaseError: somebody was busy; it is tried again.
    """
    count = replay(scene.archive, lists_of(scene.archive, scene.config))
    if not finish(scene.archive):
        raise DatabaseError("busy", scene.archive.where)
    return count


def prune_backups(scene: DailyScene) -> int:
    """Remove the backups that are too old from the folder in which they stand; return how many those were."""
    folder = scene.config.storage.backups
    if not folder:
        return 0
    with scene.archive.read() as tx:
        identity = tx.identity.id
    where = scene.archive.data / Path(folder).expanduser()
    return prune(where, identity, scene.config.retention.backups_days, scene.now)
