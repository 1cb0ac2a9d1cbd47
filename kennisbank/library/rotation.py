"""Which backups are worth keeping: the newest of each of the last days, weeks and months that have any."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Rotation:
    """How many backups are kept: for so many days, weeks and months that have one, the newest of each."""

    daily: int = 7
    weekly: int = 4
    monthly: int = 6


def kept(moments: Iterable[datetime], rotation: Rotation) -> set[datetime]:
    """Return those of `moments` (aware, in UTC) that stay; the newest of all always does."""
    newest_first = sorted(set(moments), reverse=True)
    stay = set(newest_first[:1])
    for count, period in (
        (rotation.daily, _day),
        (rotation.weekly, _week),
        (rotation.monthly, _month),
    ):
        stay |= _newest_of_each(newest_first, count, period)
    return stay


def _newest_of_each(
    newest_first: Iterable[datetime], count: int, period: Callable[[datetime], tuple[int, ...]]
) -> set[datetime]:
    chosen: dict[tuple[int, ...], datetime] = {}
    for moment in newest_first:
        if len(chosen) == count:
            break
        chosen.setdefault(period(moment), moment)
    return set(chosen.values())


def _day(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month, moment.day


def _week(moment: datetime) -> tuple[int, ...]:
    return tuple(moment.isocalendar())[:2]


def _month(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month
