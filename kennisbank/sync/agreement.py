"""What is written down when a record has come: the base copy, its tombstone, and what is in dispute."""

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kennisbank.domain.ids import ArchiveId, new_id
from kennisbank.domain.moments import now
from kennisbank.domain.syncing import Conflict
from kennisbank.library.synced import Base
from kennisbank.library.transaction import Transaction
from kennisbank.sync.merge import Clash
from kennisbank.sync.protocol import Record
from kennisbank.sync.protocol_codec import MalformedMessageError, body_of

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Counts:
    """How many records did what. `is_allowed`: somebody said that what goes now is meant to."""

    added: int = 0
    updated: int = 0
    removed: int = 0
    conflicts: int = 0
    is_allowed: bool = False


def is_news(record: Record, base: Base | None) -> bool:
    """Tell whether a record says more than was agreed: a revision that is older, or the same, says nothing."""
    return base is None or record.revision > base.revision


def base_of(
    archive: ArchiveId, account: str, record: Record, local: str, before: Base | None, *, is_unasked: bool = False
) -> Base:
    """Return the base copy of a record as it came; `is_unasked`: it took something away that nobody said could go."""
    return Base(
        archive=archive,
        account=account,
        kind=record.kind,
        record=record.id,
        local=local,
        revision=record.revision,
        hash=record.hash,
        body="" if record.body is None else json.dumps(record.body, ensure_ascii=False),
        is_mine=record.is_mine,
        gone="" if record.gone is None else tombstone(record, before, is_unasked=is_unasked),
    )


def tombstone(record: Record, before: Base | None, *, is_unasked: bool) -> str:
    """Return a tombstone as base copies keep it: with when it was first taken here, and the hash of what it was."""
    assert record.gone is not None
    old = json.loads(before.gone) if before is not None and before.gone else {}
    kept = old if old.get("reason") == record.gone.reason else {}
    values = {
        **kept,
        "reason": record.gone.reason,
        "words": record.gone.words,
        "moment": record.gone.moment,
        "taken": old.get("taken") or now().utc.isoformat(),
        "was": old.get("was") or ("" if before is None else before.hash),
        "unasked": bool(old.get("unasked")) or is_unasked,
    }
    return json.dumps(values, ensure_ascii=False)


def readable(record: Record, kind: type[Any]) -> Any:
    """Return the body of a record, or None when this program can't read it (a newer one may)."""
    try:
        found = body_of(record.kind, record.body or {})
    except MalformedMessageError as error:
        _log.warning("a %s that can't be read is kept as it came: %s", record.kind, error)
        return None
    assert isinstance(found, kind)
    return found


def dispute(
    tx: Transaction,
    archive: ArchiveId,
    account: str,
    thing: tuple[Any, str],
    clashes: Iterable[Clash],
    counts: Counts,
) -> None:
    """Let these be the conflicts of a thing, and no others."""
    kind, entity = thing
    open_ = {each.field: each for each in tx.synced.conflicts(kind, entity)}
    wanted = {each.field: each for each in clashes}
    tx.synced.settle([each.id for name, each in open_.items() if name not in wanted])
    for name, clash in wanted.items():
        old = open_.get(name)
        if old is None:
            counts.conflicts += 1
        made = Conflict(
            old.id if old is not None else new_id(),
            kind,
            entity,
            name,
            old.base if old is not None else clash.base,
            clash.mine,
            clash.theirs,
            old.found if old is not None else now(),
        )
        if made != old:
            tx.synced.put_conflict(archive, account, made)
