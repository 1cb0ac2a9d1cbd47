"""What every step of the daily round is given (`daily`)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.world import Archive


@dataclass(frozen=True, slots=True)
class DailyScene:
    """One round: the archive, what its file says, its keyed hashes, and the (aware) moment at which it is done."""

    archive: Archive
    config: ArchiveConfig
    keyed: Keyed
    now: datetime


Step = Callable[[DailyScene], int]
"""Does its part in transactions of its own and returns how many things it did; done twice it does nothing twice."""
