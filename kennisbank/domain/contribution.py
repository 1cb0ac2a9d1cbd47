"""A contribution with its files, and the editions and batches it belongs to."""

from dataclasses import dataclass
from typing import Literal

from kennisbank.domain.ids import BatchId, ContributionId, EditionId, FileHash, FileId, Origin
from kennisbank.domain.metadata import SourcedMetadata
from kennisbank.domain.moments import Moment

Role = Literal["paper", "slides", "poster", "attachment", "source"]


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the congress: short code (``NIOC2025``), name, year and website, where there is one.

    `begins` and `ends` are days (``2025-03-27``). `website_kind`: ``link``, ``archived`` (the archive replays it),
    ``none`` (there is none, and that is known), or empty.
    """

    id: EditionId
    origin: Origin
    code: str
    name: str = ""
    year: int | None = None
    website: str = ""
    begins: str = ""
    ends: str = ""
    place: str = ""
    organiser: str = ""
    programme: str = ""
    website_kind: str = ""


@dataclass(frozen=True, slots=True)
class ContributionFile:
    """One version of one file of a contribution.

    `name` is the original file name, without folders. `version` counts from 1 within (contribution, role);
    `is_current` marks the one that is read and indexed. `size` is in bytes; `pages` is 0 while unknown.
    """

    id: FileId
    hash: FileHash
    name: str
    role: Role
    version: int
    is_current: bool
    media_type: str
    size: int
    pages: int
    added: Moment
    batch: BatchId | None = None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Why a contribution was taken out of the archive: its files are gone, its title and this stay.

    `reason` is ``withdrawn``, ``erased`` or ``hidden``; `words` are the archive's, for people.
    """

    reason: str
    words: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Contribution:
    """One contribution: what is known of it and the files it consists of (current first, then newest first).

    `revision` grows by one with every write that the search index must see. `withdrawn`: taken out of the archive.
    """

    id: ContributionId
    origin: Origin
    metadata: SourcedMetadata
    files: tuple[ContributionFile, ...]
    created: Moment
    updated: Moment
    revision: int = 1
    batch: BatchId | None = None
    withdrawn: Withdrawn | None = None

    @property
    def current_files(self) -> tuple[ContributionFile, ...]:
        """Return the files that are read and indexed."""
        return tuple(file for file in self.files if file.is_current)


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One import, as a whole to look back on or to undo.

    `state`: ``running`` (or broken off: it can be started again), ``done``, ``cancelled``, ``undone``.
    Counts are of files, by the verdict they got.
    """

    id: BatchId
    origin: Origin
    source: str
    edition: str
    state: Literal["running", "done", "cancelled", "undone"]
    started: Moment
    finished: Moment | None = None
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicates: int = 0
    rejected: int = 0
