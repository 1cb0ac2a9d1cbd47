"""Moments as bodies hold them: ``2026-11-22T09:30:00.000000+00:00[Europe/Amsterdam]``."""

import re
from datetime import UTC, datetime

from kennisbank.domain.moments import Moment

_WRITTEN = re.compile(r"([0-9T:.+Z-]{10,40})(?:\[([^\[\]]{0,60})\])?")


def moment_text(moment: Moment) -> str:
    """Return a moment as bodies hold it."""
    return f"{moment.utc.isoformat(timespec='microseconds')}[{moment.zone}]"


def moment_from(text: str) -> Moment:
    """Return the moment that a body holds.

    Raises:
        ValueError: it isn't one.
    """
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise ValueError("not a moment")
    instant = datetime.fromisoformat(found[1])
    if instant.tzinfo is None:
        raise ValueError("a moment without its distance from UTC")
    return Moment(instant.astimezone(UTC), found[2] or "UTC")


def later_of(one: str, other: str) -> str:
    """Return the later of two moments as bodies hold them; of two that are equal, the same whichever comes first."""
    return max(one, other, key=lambda text: (_instant(text), text))


def _instant(text: str) -> datetime:
    """Return the instant of a moment; what can't be read was earlier than everything."""
    try:
        return moment_from(text).utc
    except (ValueError, OverflowError):
        return datetime.min.replace(tzinfo=UTC)
