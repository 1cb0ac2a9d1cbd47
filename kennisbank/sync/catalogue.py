"""The archive's catalogue coming in: editions and contributions, many at once, in one transaction."""

import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kennisbank.domain.contribution import Contribution, Edition
from kennisbank.domain.ids import ArchiveId, ContributionId, EditionId, FileHash, Origin, new_id
from kennisbank.domain.moments import now
from kennisbank.domain.syncing import Conflict, Offer
from kennisbank.library.synced import PUBLIC, Base
from kennisbank.library.transaction import Transaction
from kennisbank.sync.catalogue_merge import merged_fields, sourced_of
from kennisbank.sync.linking import linked
from kennisbank.sync.merge import Clash
from kennisbank.sync.protocol import Record
from kennisbank.sync.protocol_bodies import ContributionBody, EditionBody, FileBody
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


@dataclass(frozen=True, slots=True)
class _Come:
    """A contribution that came: its record, its body as was agreed before and as it is now, and its id here."""

    record: Record
    body: ContributionBody
    base: ContributionBody | None
    local: ContributionId


class Catalogue:
    """Takes public records into the library, in one transaction that is `arriving`."""

    def __init__(self, tx: Transaction, archive: ArchiveId, counts: Counts) -> None:
        """Write through `tx` what comes from `archive`, and count in `counts`."""
        self._tx = tx
        self._archive = archive
        self._counts = counts

    def take(self, records: Sequence[Record]) -> None:
        """Take records in, in their order; what is known already is let be."""
        self._take_editions([each for each in records if each.kind == "edition"])
        self._take_contributions([each for each in records if each.kind == "contribution"])

    # Editions.

    def _take_editions(self, records: Sequence[Record]) -> None:
        bases = self._tx.synced.bases(self._archive, PUBLIC, "edition", [each.id for each in records])
        made = []
        for record in records:
            base = bases.get(record.id)
            if not is_news(record, base):
                continue
            local = "" if base is None else base.local
            if record.body is not None:
                body = readable(record, EditionBody)
                local = (
                    local if body is None else self._take_edition(body, _agreed(base, EditionBody, "edition"), local)
                )
            made.append(base_of(self._archive, PUBLIC, record, local, base))
        self._tx.synced.put(made)

    def _take_edition(self, body: EditionBody, base: EditionBody | None, local: str) -> str:
        """Let an edition be as the archive has it, except for what was changed here; return its id here."""
        editions = self._tx.editions
        here = editions.find(EditionId(local)) if local else None
        here = here or editions.by_code(body.code)
        if here is None:
            if not body.code.strip():
                return local
            here = editions.ensure(body.code, body.year)
            self._counts.added += 1
        is_taken = editions.by_code(body.code) not in {None, here}
        was = base or EditionBody(here.code)
        wanted = Edition(
            here.id,
            here.origin,
            here.code if is_taken or not body.code.strip() else _theirs(here.code, was.code, body.code),
            _theirs(here.name, was.name, body.name),
            _theirs(here.year, was.year, body.year) if base is not None or here.year is None else here.year,
            _theirs(here.website, was.website, body.website),
        )
        editions.save(wanted)
        return here.id

    # Contributions.

    def _take_contributions(self, records: Sequence[Record]) -> None:
        bases = self._tx.synced.bases(self._archive, PUBLIC, "contribution", [each.id for each in records])
        news = [each for each in records if is_news(each, bases.get(each.id))]
        bodies: dict[str, ContributionBody] = {}
        for record in news:
            if record.gone is None and (body := readable(record, ContributionBody)) is not None:
                bodies[record.id] = body
        known = {each: base.local for each, base in bases.items() if base.local}
        same = linked(self._tx, self._archive, {each: body for each, body in bodies.items() if each not in known})
        locals_ = {each.id: ContributionId(known.get(each.id) or same.get(each.id) or each.id) for each in news}
        come = [
            _Come(each, bodies[each.id], _agreed_contribution(bases.get(each.id)), locals_[each.id])
            for each in news
            if each.id in bodies
        ]
        self._write(come)
        made = [
            base_of(
                self._archive, PUBLIC, each, locals_[each.id] if each.id in bodies else known.get(each.id, ""), base
            )
            for each in news
            for base in [bases.get(each.id)]
        ]
        self._tx.synced.put(made)

    def _write(self, come: Sequence[_Come]) -> None:
        here = self._tx.contributions.many([each.local for each in come])
        self._add([each for each in come if each.local not in here])
        for each in come:
            if each.local in here:
                self._update(here[each.local], each)
        self._tx.offers.put_all({each.local: self._offers(each) for each in come})

    def _add(self, come: Sequence[_Come]) -> None:
        moment = now()
        self._tx.contributions.add_all(
            [
                Contribution(each.local, Origin(self._archive), sourced_of(each.body), (), moment, moment)
                for each in come
            ]
        )
        self._counts.added += len(come)

    def _update(self, here: Contribution, come: _Come) -> None:
        open_ = {each.field: each for each in self._tx.synced.conflicts("contribution", here.id)}
        disputed = {name: each.base for name, each in open_.items()}
        made = merged_fields(here.metadata, come.base, come.body, disputed)
        dispute(self._tx, self._archive, PUBLIC, ("contribution", here.id), made.clashes, self._counts)
        after = self._tx.contributions.save(replace(here, metadata=made.metadata))
        if after != here:
            self._counts.updated += 1

    def _offers(self, come: _Come) -> list[Offer]:
        return [
            Offer(
                archive=self._archive,
                contribution=come.local,
                hash=FileHash(each.hash),
                name=each.name,
                role=each.role,
                version=each.version,
                is_current=each.is_current,
                media_type=each.media_type,
                size=each.size,
                pages=each.pages,
            )
            for each in come.body.files
            if _is_hash(each)
        ]


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
    values = {
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


def _agreed(base: Base | None, kind: type[Any], name: Any) -> Any:
    """Return the body that was agreed, or None."""
    if base is None or not base.body or not base.local:
        return None
    return readable(Record(name, base.record, base.revision, json.loads(base.body)), kind)


def _agreed_contribution(base: Base | None) -> ContributionBody | None:
    found: ContributionBody | None = _agreed(base, ContributionBody, "contribution")
    return found


def _theirs(mine: Any, was: Any, theirs: Any) -> Any:
    """Return theirs, unless it was changed here."""
    return theirs if mine == was else mine


def _is_hash(file: FileBody) -> bool:
    return len(file.hash) == 64 and set(file.hash) <= set("0123456789abcdef")
