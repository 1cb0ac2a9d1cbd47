"""What somebody chooses: which side of a conflict is in force, that a version comes back, that a change isn't sent.

Each function works in one transaction, for whoever is logged in. What goes out of force is kept among the losers.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from kennisbank.domain.ids import ArchiveId, ContributionId, new_id
from kennisbank.domain.metadata import FIELDS, Field, Provenance, SourcedMetadata
from kennisbank.domain.moments import now
from kennisbank.domain.syncing import Choice, Conflict, Loser
from kennisbank.errors import BadInputError
from kennisbank.library.outbox import OutboxRow, Owner
from kennisbank.library.synced import PUBLIC, Base
from kennisbank.library.transaction import Transaction
from kennisbank.sync.catalogue_merge import field_value, plain_value
from kennisbank.sync.merge import at, with_at
from kennisbank.sync.moments import moment_text
from kennisbank.sync.protocol import Body, RecordKind
from kennisbank.sync.protocol_codec import body_of
from kennisbank.sync.shelves import Shelves

_LONG = frozenset({"body", "remark", "abstract"})
"""Texts that can stand one below the other; what is shorter stands side by side."""
_ONE_ONLY = frozenset({"colour", "kind", "language", "doi", "edition", "order", "created", "source", "source_key"})
"""Fields that are text and yet can hold one value only."""


def can_be_both(conflict: Conflict) -> bool:
    """Tell whether a field can hold what both sides say."""
    name = conflict.field.rpartition(".")[2]
    values = (conflict.mine, conflict.theirs)
    if all(isinstance(each, list) for each in values):
        return True
    return name not in _ONE_ONLY and all(isinstance(each, str) and each.strip() for each in values)


def resolve(tx: Transaction, conflict: Conflict, choice: Choice) -> None:
    """Settle a conflict; mine is what stands here by now, which somebody may have gone on writing.

    Raises:
        BadInputError: of this field there can't be both.
    """
    conflict = _as_it_stands(tx, conflict)
    if choice == "both" and not can_be_both(conflict):
        raise BadInputError("This field holds one value only; choose mine or theirs.")
    value = {"mine": conflict.mine, "theirs": conflict.theirs, "both": _both(conflict)}[choice]
    if conflict.kind == "contribution":
        _resolve_field(tx, conflict, choice, value)
    else:
        _resolve_personal(tx, conflict, choice, value)
    tx.synced.settle([conflict.id])


def bring_back(tx: Transaction, loser: Loser) -> None:
    """Let a version that lost be in force again, out of the trash too."""
    body: dict[str, Any] = json.loads(loser.body)
    if loser.kind == "contribution":
        _bring_back_fields(tx, loser, body)
    else:
        owner, kind = tx.viewer, cast("RecordKind", loser.kind)
        base = _base(tx, owner, kind, loser.entity)
        _keep_current(tx, owner, kind, loser.entity, "replaced")
        if "trashed" in body:
            body["trashed"] = None
        _write(tx, owner, kind, loser.entity if base is None else base.record, _touched(body))
    tx.synced.drop_loser(loser.id)


def take_back(tx: Transaction, row: OutboxRow) -> None:
    """Have a change not sent, one that isn't on its way.

    What the archive never had stays here and is nobody's from now on; anything else becomes as it was last agreed.
    """
    owner, kind = row.owner, cast("RecordKind", row.kind)
    base = _base(tx, owner, kind, row.entity)
    tx.sending.unqueue(owner, row.kind, row.entity)
    if base is None or not base.body:
        tx.ownership.disown(row.kind, row.entity)
        return
    _keep_current(tx, owner, kind, row.entity, "taken_back")
    with tx.outbox.arriving():
        _write(tx, owner, kind, base.record, json.loads(base.body))


def _as_it_stands(tx: Transaction, conflict: Conflict) -> Conflict:
    """Return a conflict with the field as it is here now."""
    if conflict.kind == "contribution":
        here = tx.contributions.find(ContributionId(conflict.entity))
        if here is None or conflict.field not in FIELDS:
            return conflict
        return replace(conflict, mine=plain_value(conflict.field, getattr(here.metadata.values, conflict.field)))
    body = _current(tx, tx.viewer, cast("RecordKind", conflict.kind), conflict.entity)
    return conflict if body is None else replace(conflict, mine=at(body, conflict.field))


def _resolve_field(tx: Transaction, conflict: Conflict, choice: Choice, value: Any) -> None:
    name = cast("Field", conflict.field)
    here = tx.contributions.find(ContributionId(conflict.entity))
    lost = conflict.mine if choice == "theirs" else conflict.theirs
    loser = Loser(new_id(), "contribution", conflict.entity, _json({name: lost}), choice, now())
    tx.synced.keep_loser(_archive_of(tx), PUBLIC, loser)
    if here is None or name not in FIELDS:
        return
    source = Provenance("archive" if choice == "theirs" else "hand")
    metadata = _with_fields(here.metadata, {name: value}, source)
    with tx.outbox.arriving():
        tx.contributions.save(replace(here, metadata=metadata))


def _resolve_personal(tx: Transaction, conflict: Conflict, choice: Choice, value: Any) -> None:
    owner, kind = tx.viewer, cast("RecordKind", conflict.kind)
    body = _current(tx, owner, kind, conflict.entity)
    base = _base(tx, owner, kind, conflict.entity)
    if body is None or base is None:
        return
    lost = body if choice == "theirs" else with_at(body, conflict.field, conflict.theirs)
    _keep(tx, kind, conflict.entity, lost, choice)
    if at(body, conflict.field) != value:
        _write(tx, owner, kind, base.record, _touched(with_at(body, conflict.field, value)))
    tx.sending.queue(owner, conflict.kind, conflict.entity, "updated")


def _bring_back_fields(tx: Transaction, loser: Loser, body: Mapping[str, Any]) -> None:
    here = tx.contributions.find(ContributionId(loser.entity))
    if here is None:
        return
    wanted = {name: body[name] for name in FIELDS if name in body}
    metadata = _with_fields(here.metadata, wanted, Provenance("hand"))
    with tx.outbox.arriving():
        tx.contributions.save(replace(here, metadata=metadata))


def _with_fields(metadata: SourcedMetadata, wanted: Mapping[Field, Any], source: Provenance) -> SourcedMetadata:
    values = {name: field_value(name, plain) for name, plain in wanted.items()}
    return SourcedMetadata(replace(metadata.values, **values), {**metadata.provenance, **dict.fromkeys(wanted, source)})


def _both(conflict: Conflict) -> Any:
    mine, theirs = conflict.mine, conflict.theirs
    if isinstance(mine, list) and isinstance(theirs, list):
        return [*mine, *(each for each in theirs if each not in mine)]
    name = conflict.field.rpartition(".")[2]
    return f"{mine}\n\n{theirs}" if name in _LONG else f"{mine} / {theirs}"


def _current(tx: Transaction, owner: Owner, kind: RecordKind, entity: str) -> dict[str, Any] | None:
    return Shelves(tx, owner)[kind].read([entity]).get(entity)


def _write(tx: Transaction, owner: Owner, kind: RecordKind, record: str, body: Body) -> None:
    Shelves(tx, owner)[kind].write(record, body_of(kind, body), "")


def _keep_current(tx: Transaction, owner: Owner, kind: RecordKind, entity: str, reason: str) -> None:
    body = _current(tx, owner, kind, entity)
    if body is not None:
        _keep(tx, kind, entity, body, reason)


def _keep(tx: Transaction, kind: RecordKind, entity: str, body: Body, reason: str) -> None:
    """Keep a version of a personal thing that lost."""
    loser = Loser(new_id(), kind, entity, _json(body), reason, now())
    tx.synced.keep_loser(_archive_of(tx), str(tx.viewer.account), loser)


def _base(tx: Transaction, owner: Owner, kind: RecordKind, entity: str) -> Base | None:
    if owner.archive is None or owner.account is None:
        return None
    return tx.synced.of_locals(owner.archive, owner.account, kind, [entity]).get(entity)


def _archive_of(tx: Transaction) -> ArchiveId:
    """Return the archive about which is chosen: that of who is logged in, else the connected one."""
    link = tx.archives.link()
    return tx.viewer.archive or (ArchiveId("") if link is None else link.id)


def _touched(body: Body) -> dict[str, Any]:
    """Return a body that says that it was changed just now."""
    return {**body, "modified": moment_text(now())} if "modified" in body else dict(body)


def _json(body: Body) -> str:
    return json.dumps(body, ensure_ascii=False)
