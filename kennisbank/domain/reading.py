"""Where somebody was in a paper."""

from dataclasses import dataclass
from typing import Literal

from kennisbank.domain.ids import AccountId, ArchiveId, ContributionId, FileHash, PageNo
from kennisbank.domain.moments import Moment

ReadingState = Literal["to_read", "reading", "read"]


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """The last place read in a contribution: a personal row, so it says whose it is (null = not logged in).

    `y` is in points from the top of the page; `zoom` 1.0 is 100 %, 0.0 fits the width.
    """

    contribution: ContributionId
    file: FileHash
    page: PageNo
    y: float
    zoom: float
    moment: Moment
    archive: ArchiveId | None = None
    account: AccountId | None = None


@dataclass(frozen=True, slots=True)
class ReadingMark:
    """How far somebody is with a contribution, as they said it themselves: a personal row (null = not logged in)."""

    contribution: ContributionId
    state: ReadingState
    moment: Moment
    archive: ArchiveId | None = None
    account: AccountId | None = None
