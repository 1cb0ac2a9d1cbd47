"""What is done once a day, after the round's hour: letting through what anonymous readers did, mails, letting go.

Each step works by itself: one that fails is logged and tried again an hour later, and keeps no other from its work.
What was done for which day stands in the database, so that a server that starts again knows.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType

from sqlalchemy import select, update

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.daily_scene import DailyScene, Step
from kennisbank.archive.database.inserting import insert_into
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.keeping.daily_steps import let_go_of_uploads, let_through, write_digests
from kennisbank.archive.privacy.leftovers import finish_erasures, prune_backups
from kennisbank.archive.privacy.retention import let_go
from kennisbank.archive.schema.privacy_tables import days
from kennisbank.archive.world import Archive

LOG = logging.getLogger("kennisbank.archive.daily")

AGAIN = timedelta(hours=1)
"""After how long what failed is tried again."""
_BACK = timedelta(days=1)
"""How far a clock may be set back without a second round: one that was corrected, or taken elsewhere."""
_CORRECTED = timedelta(hours=3)
"""A clock that was ahead by no more than this was corrected; one that was further ahead was wrong."""
STEPS: Mapping[str, Step] = MappingProxyType(
    {
        "feedback": let_through,
        "digests": write_digests,
        "uploads": let_go_of_uploads,
        "retention": let_go,
        "erasures": finish_erasures,
        "backups": prune_backups,
    }
)
"""By name, in the order in which they are done."""


@dataclass(frozen=True, slots=True)
class DailyDone:
    """What a round did: its day, how many things by step, and the steps that failed."""

    day: date
    counts: Mapping[str, int]
    failed: tuple[str, ...] = ()


def is_due(archive: Archive, config: ArchiveConfig, now: datetime) -> bool:
    """Tell whether the round's hour has passed since the last one, or something of that one failed.

    A round of a day that is still to come was done while the clock was wrong, and counts for nothing.

    Raises:
        DatabaseError: the database can't be used.
    """
    day = day_of(config, now)
    with archive.read() as tx:
        done = {row.step: row.day for row in tx.connection.execute(select(days))}
    last = (day + _BACK).isoformat()
    return any(not day.isoformat() <= done.get(name, "") <= last for name in STEPS)


def run_daily(archive: Archive, config: ArchiveConfig, now: datetime) -> DailyDone:
    """Do everything that is done once a day, whether or not it was done today. `now` is aware.

    It may run while the archive answers, and in two processes at once.

    Raises:
        DatabaseError: that it was done can't be written down.
    """
    scene = DailyScene(archive, config, Keyed(archive.key.private), now)
    day = day_of(config, now)
    counts: dict[str, int] = {}
    failed = []
    for name, step in STEPS.items():
        try:
            counts[name] = step(scene)
        except Exception:
            LOG.exception("a step of the daily round failed", extra={"step": name})
            failed.append(name)
        else:
            _note(archive, name, day)
    LOG.info("daily round", extra={"counts": counts, "failed": failed})
    return DailyDone(day, counts, tuple(failed))


class DailyRound:
    """Has the round done when its hour has come. Used by the courier's thread alone."""

    def __init__(self, archive: Archive, config: ArchiveConfig) -> None:
        """Do the rounds of `archive`."""
        self._archive = archive
        self._config = config
        self._failed: datetime | None = None
        self._done: date | None = None

    def look(self, now: datetime) -> None:
        """Do the round if its hour has come and it wasn't done; what failed is tried again after `AGAIN`.

        Raises:
            DatabaseError: the database can't be used.
        """
        day = day_of(self._config, now)
        if self._done == day or (self._failed is not None and timedelta() <= now - self._failed < AGAIN):
            return
        if not is_due(self._archive, self._config, now):
            if day_of(self._config, now + _CORRECTED) == day:
                _note_none_to_come(self._archive, day)
        elif run_daily(self._archive, self._config, now).failed:
            self._failed = now
            return
        self._done, self._failed = day, None


def day_of(config: ArchiveConfig, now: datetime) -> date:
    """Return the day of the last round that should have been, by this server's clock."""
    here = now.astimezone()
    return here.date() if here.time() >= config.correspondence.round else here.date() - timedelta(days=1)


def _note(archive: Archive, step: str, day: date) -> None:
    with archive.write() as tx:
        row = insert_into(days, tx.connection).values(step=step, day=day.isoformat())
        tx.connection.execute(row.on_conflict_do_update(index_elements=[days.c.step], set_={"day": row.excluded.day}))


def _note_none_to_come(archive: Archive, day: date) -> None:
    """Have a round that was done for the day after `day`, while the clock was ahead, count as the one of `day`.

    Else that day would have none, and what anonymous readers wrote meanwhile would wait for another night.
    """
    is_to_come = days.c.day > day.isoformat()
    with archive.read() as tx:
        if tx.connection.execute(select(days.c.step).where(is_to_come).limit(1)).first() is None:
            return
    with archive.write() as tx:
        tx.connection.execute(update(days).where(is_to_come).values(day=day.isoformat()))
