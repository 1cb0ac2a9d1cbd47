"""Moments as PDF and XFDF write them: ``D:20260102030405+01'00'``."""

import re
from datetime import UTC, datetime, timedelta, timezone

from kennisbank.domain.moments import Moment

_DATE = re.compile(
    r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?.*", re.ASCII | re.DOTALL
)
_OFFSET = re.compile(r"([+-])([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


def pdf_date(moment: Moment) -> str:
    """Return a moment as its writer's clock showed it, where the zone is an offset; else in UTC. Whole seconds."""
    offset = _OFFSET.fullmatch(moment.zone)
    sign, hours, minutes = offset.groups() if offset is not None else ("+", "00", "00")
    local = moment.utc.astimezone(_zone(sign, hours, minutes))
    return f"D:{local.year:04}{local:%m%d%H%M%S}{sign}{hours}'{minutes}'"


def moment_of_pdf(text: str) -> Moment | None:
    """Return the moment of a date; without an offset it counts as UTC. None for what is no date."""
    found = _DATE.fullmatch(text.strip()[:60])
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(each) if each else None for each in found.groups()[:6])
    sign, hours, minutes = found[8], found[9], found[10] or "00"
    try:
        zone = UTC if sign is None else _zone(sign, hours, minutes)
        local = datetime(year or 0, month or 1, day or 1, hour or 0, minute or 0, second or 0, tzinfo=zone)
        utc = local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    is_utc = sign is None or (hours, minutes) == ("00", "00")
    return Moment(utc, "UTC" if is_utc else f"{sign}{hours}:{minutes}")


def _zone(sign: str, hours: str, minutes: str) -> timezone:
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if sign == "-" else offset)
