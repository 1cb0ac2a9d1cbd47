"""A dossier: contributions and passages that somebody collects under a name, in an order of their own."""

from dataclasses import dataclass

from kennisbank.domain.annotation import Anchor
from kennisbank.domain.ids import AccountId, AnnotationId, ArchiveId, ContributionId, DossierId, DossierItemId
from kennisbank.domain.moments import Moment


@dataclass(frozen=True, slots=True)
class DossierItem:
    """One line of a dossier: a whole contribution, or (with `anchor`) a passage of it; `remark` is the collector's own.

    `annotation` is the one the passage was taken from, if it was.
    """

    id: DossierItemId
    contribution: ContributionId
    remark: str = ""
    anchor: Anchor | None = None
    annotation: AnnotationId | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A named collection: a personal row, so it says whose it is (null = not logged in).

    `items` stand in the collector's own order. `trashed`: since when it lies in the trash.
    """

    id: DossierId
    name: str
    created: Moment
    modified: Moment
    items: tuple[DossierItem, ...] = ()
    remark: str = ""
    trashed: Moment | None = None
    archive: ArchiveId | None = None
    account: AccountId | None = None
