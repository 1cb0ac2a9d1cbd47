"""What keeping in step with the archive leaves for people to see: what is waiting, conflicts, downloads."""

from dataclasses import dataclass
from typing import Any, Literal

from kennisbank.domain.changes import ChangeSet, Kind
from kennisbank.domain.contribution import Role
from kennisbank.domain.ids import ArchiveId, ContributionId, FileHash
from kennisbank.domain.moments import Moment

NOTHING = ChangeSet()
OfferState = Literal["offered", "wanted", "failed", "here"]
Choice = Literal["mine", "theirs", "both"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that the archive has of a contribution. `size` in bytes; `pages` 0 while unknown.

    `offered`: to be had; `wanted`: asked for, on its way; `failed`: `reason` says why (a code of `errors`), and asking
    again is possible; `here`: in this library.
    """

    archive: ArchiveId
    contribution: ContributionId
    hash: FileHash
    name: str
    role: Role
    version: int
    is_current: bool
    media_type: str
    size: int
    pages: int
    state: OfferState = "offered"
    reason: str = ""
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field that was changed here and at the archive, differently; until somebody chooses, `mine` stands here.

    `base` is as it was last agreed (None: not at all). Values are as in the bodies of `sync.protocol_bodies`.
    """

    id: str
    kind: Kind
    entity: str
    field: str
    base: Any
    mine: Any
    theirs: Any
    found: Moment


@dataclass(frozen=True, slots=True)
class Loser:
    """A version that lost (a deletion that an edit beat, the side that wasn't chosen): kept for 30 days."""

    id: str
    kind: Kind
    entity: str
    body: str
    reason: str
    kept: Moment


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something of this reader's that the archive hasn't taken yet. `reason` is empty, or a code: why not.

    `act` is the kind of what was said (``comment``, ``reply``, ``remark``, …), empty for all else. Remarks and wishes
    about the newsletter are nobody's: they don't go with an account (`is_nobodys`).
    """

    id: str
    kind: Kind
    entity: str
    title: str
    action: Literal["added", "updated", "removed"]
    since: Moment
    state: str
    reason: str = ""
    act: str = ""

    @property
    def is_nobodys(self) -> bool:
        """Tell whether it waits whoever is logged in."""
        return self.act in {"remark", "newsletter"}


@dataclass(frozen=True, slots=True)
class SyncOutcome:
    """What one sync did; counts are of records. `differs`: after it both sides still weren't equal, and why."""

    received: int = 0
    added: int = 0
    updated: int = 0
    removed: int = 0
    sent: int = 0
    refused: int = 0
    conflicts: int = 0
    requests: int = 0
    differs: str = ""
    changes: ChangeSet = NOTHING


@dataclass(frozen=True, slots=True)
class DownloadOutcome:
    """What one run of downloading did: files that came, their `size` in bytes, those that can't be had, those left.

    `left` are wanted still, or are being fetched by another program.
    """

    files: int = 0
    size: int = 0
    failed: int = 0
    left: int = 0
    cancelled: bool = False
    changes: ChangeSet = NOTHING
