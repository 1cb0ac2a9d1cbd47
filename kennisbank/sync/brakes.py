"""When so much is to go that somebody has to say that it is meant.

What went in the last thirty days without having been allowed counts along, so that an archive doesn't get by in small
portions what it wouldn't get at once.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kennisbank.domain.ids import ArchiveId, ContributionId
from kennisbank.domain.moments import now
from kennisbank.library.outbox import Owner
from kennisbank.library.synced import PUBLIC, Base
from kennisbank.library.transaction import Transaction
from kennisbank.sync.linking import named
from kennisbank.sync.protocol import PUBLIC as PUBLIC_KINDS
from kennisbank.sync.protocol import Record

FEW = 5
"""So many things may always go without asking."""
_WINDOW = timedelta(days=30)


def limit(total: int) -> int:
    """Return how many of `total` things may go without asking."""
    return max(FEW, total // 10)


@dataclass(frozen=True, slots=True)
class Losses:
    """What would go (`going`) of the `total` that is here, and what went lately without being allowed (`gone`)."""

    going: int = 0
    gone: int = 0
    total: int = 0

    def is_too_much(self, allowed: int) -> bool:
        """Tell whether somebody has to be asked, who allowed so many to go already."""
        unasked = max(0, self.going - allowed)
        return unasked > 0 and unasked + self.gone > limit(self.total + self.gone)


def losses(tx: Transaction, archive: ArchiveId, owner: Owner, records: Sequence[Record]) -> tuple[Losses, Losses]:
    """Return what these records would take out of the library: of the catalogue, and of what is one's own."""
    removals = [each for each in records if each.gone is not None]
    catalogue = _of_catalogue(tx, archive, [each.id for each in removals if each.kind == "contribution"])
    own = [each for each in removals if each.kind not in PUBLIC_KINDS and each.body is None]
    if owner.account is None or not own:
        return catalogue, Losses()
    return catalogue, _of_own(tx, archive, owner.account, own)


def _of_catalogue(tx: Transaction, archive: ArchiveId, records: Sequence[str]) -> Losses:
    known = tx.synced.bases(archive, PUBLIC, "contribution", records) if records else {}
    here = {ContributionId(each.local) for each in known.values() if each.local and not each.gone}
    going = len(tx.contributions.present(here)) if here else 0
    going += len(named(tx, archive, [each for each in records if each not in known]))
    if not going:
        return Losses()
    return Losses(going, lately(tx.synced.tombstones(archive, PUBLIC)), tx.contributions.count())


def _of_own(tx: Transaction, archive: ArchiveId, account: str, records: Sequence[Record]) -> Losses:
    going = 0
    for kind in {each.kind for each in records}:
        ids = [each.id for each in records if each.kind == kind]
        going += sum(is_loss(each) for each in tx.synced.bases(archive, account, kind, ids).values())
    if not going:
        return Losses()
    return Losses(going, lately(tx.synced.tombstones(archive, account)), tx.synced.count_own(archive, account))


def is_loss(base: Base | None) -> bool:
    """Tell whether something of one's own would be missed: not what was thrown away already, nor another's."""
    return base is not None and base.is_mine and bool(base.body) and not json.loads(base.body).get("trashed")


def lately(tombstones: Iterable[Base]) -> int:
    """Return how many of these went in the last thirty days without having been allowed."""
    since = now().utc - _WINDOW
    gone = (json.loads(each.gone) for each in tombstones)
    return sum(bool(each.get("unasked")) and datetime.fromisoformat(each["taken"]) > since for each in gone)
