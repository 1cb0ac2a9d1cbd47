"""Moments as the archive writes them: ISO 8601 in UTC, of fixed width, so that text sorts by time."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Return the present instant by this server's clock."""
    return datetime.now(UTC)


def stamp(moment: datetime | None = None) -> str:
    """Return a moment (now, unless said) as ``2026-11-22T09:30:00.000000+00:00``."""
    return (moment or utc_now()).astimezone(UTC).isoformat(timespec="microseconds")


def moment_of(text: str) -> datetime:
    """Return the aware moment that `stamp` wrote."""
    return datetime.fromisoformat(text)
