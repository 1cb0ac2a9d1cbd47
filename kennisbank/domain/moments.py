"""A point in time, with the clock of the one who wrote it kept apart."""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """An instant in UTC and the zone its writer lived by.

    `utc` is aware and in UTC. `zone` is an IANA name where the machine tells it, else an offset such as ``+02:00``;
    it only serves to show the time as the writer saw it, never to order or compare.
    """

    utc: datetime
    zone: str = "UTC"

    def __post_init__(self) -> None:
        """Refuse a naive or a local time: mixing them up loses hours in silence."""
        if self.utc.tzinfo is not UTC:
            msg = f"a Moment is in UTC, not {self.utc.tzinfo}"
            raise ValueError(msg)


def now() -> Moment:
    """Return the present instant by this machine's clock and zone."""
    here = datetime.now().astimezone()
    offset = here.strftime("%z")
    zone = getattr(here.tzinfo, "key", None) or f"{offset[:3]}:{offset[3:5]}"
    return Moment(here.astimezone(UTC), zone)
