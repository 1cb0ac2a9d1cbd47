"""The archive's catalogue coming in: editions and contributions, many at once, in one transaction."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from kennisbank.domain.contribution import Contribution, Edition, Withdrawn
from kennisbank.domain.ids import ArchiveId, ContributionId, EditionId, FileHash, Origin
from kennisbank.domain.moments import Moment, now
from kennisbank.domain.syncing import Offer
from kennisbank.library.gone_rows import GoneThing
from kennisbank.library.personal_rows import Moved
from kennisbank.library.rows import withdrawn_json
from kennisbank.library.scrubbing import scrub_rows
from kennisbank.library.synced import PUBLIC, Base
from kennisbank.library.transaction import Transaction
from kennisbank.sync.agreement import Counts, base_of, dispute, is_news, readable
from kennisbank.sync.catalogue_merge import merged_fields, sourced_of
from kennisbank.sync.linking import linked, named
from kennisbank.sync.protocol import Record
from kennisbank.sync.protocol_bodies import ContributionBody, EditionBody, FileBody
from kennisbank.sync.voices import move as move_voices

_AROUND = ("website", "begins", "ends", "place", "organiser", "programme", "website_kind")
"""What an edition says beside its code, name and year."""


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
            if record.body is not None and record.gone is None:
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
            *(_theirs(getattr(here, name), getattr(was, name), getattr(body, name)) for name in _AROUND),
        )
        editions.save(wanted)
        return here.id

    # Contributions.

    def _take_contributions(self, records: Sequence[Record]) -> None:
        bases = self._tx.synced.bases(self._archive, PUBLIC, "contribution", [each.id for each in records])
        news = [each for each in records if is_news(each, bases.get(each.id))]
        known = {each: base.local for each, base in bases.items() if base.local}
        bodies: dict[str, ContributionBody] = {}
        for record in news:
            if _is_shown(record) and (body := readable(record, ContributionBody)) is not None:
                bodies[record.id] = body
        bare = [each.id for each in news if each.gone is not None and each.id not in bodies and each.id not in known]
        known.update({str(each): each for each in named(self._tx, self._archive, bare)})
        same = linked(self._tx, self._archive, {each: body for each, body in bodies.items() if each not in known})
        locals_ = {each.id: ContributionId(known.get(each.id) or same.get(each.id) or each.id) for each in news}
        come = [
            _Come(each, bodies[each.id], _agreed_contribution(bases.get(each.id)), locals_[each.id])
            for each in news
            if each.id in bodies
        ]
        self._write(come)
        for record_id, local in same.items():
            self._link(record_id, local)
        made = []
        for record in news:
            base = bases.get(record.id)
            is_loss = record.gone is not None and record.id in known and (base is None or not base.gone)
            local_id = locals_[record.id] if record.id in bodies else known.get(record.id, "")
            is_unasked = is_loss and not self._counts.is_allowed
            made.append(base_of(self._archive, PUBLIC, record, local_id, base, is_unasked=is_unasked))
        self._take_out([each for each in news if each.gone is not None], {**known, **same})
        self._reduce([each for each in come if each.record.gone is not None])
        self._tx.synced.put(made)

    def _link(self, record: str, local: ContributionId) -> None:
        """Bring together what hangs on the archive's id and on the one here, now that both are one thing.

        What was told under the id here is told anew under the archive's.
        """
        if record != local:
            move_voices(self._tx, ContributionId(record), local)
            self._tx.personal_rows.move(ContributionId(record), local)
            self._tell_anew(self._tx.personal_rows.on(local))

    def _take_out(self, records: Sequence[Record], known: Mapping[str, str]) -> None:
        """Take contributions out of the library; what readers wrote about them stays."""
        things = []
        for record in records:
            assert record.gone is not None
            local = known.get(record.id, "")
            if not local:
                continue
            if record.gone.reason == "replaced":
                self._replace(local, record.gone.by, known)
            # Of what is withdrawn the archive says what may stay; where it says nothing, nothing does.
            reason = "hidden" if record.gone.reason == "withdrawn" and record.body is None else record.gone.reason
            things.append(GoneThing("contribution", record.id, local, reason, withdrawn_json(_withdrawn(record)) or ""))
        if things:
            self._counts.removed += len(things)
            scrub_rows(self._tx, things)

    def _reduce(self, come: Sequence[_Come]) -> None:
        """Let what is known of withdrawn contributions be what the archive still says of them."""
        for each in come:
            here = self._tx.contributions.find(each.local)
            if here is not None:
                self._tx.contributions.save(replace(here, metadata=sourced_of(each.body)))

    def _replace(self, local: str, by: str, known: Mapping[str, str]) -> None:
        """Hang what readers wrote about one contribution on the one that stands in its place, if that is here."""
        other = self._tx.synced.local_ids(self._archive, "contribution", [by]).get(by) or known.get(by)
        if other is not None:
            move_voices(self._tx, ContributionId(local), ContributionId(other))
            self._tell_anew(self._tx.personal_rows.move(ContributionId(local), ContributionId(other)))

    def _tell_anew(self, moved: Sequence[Moved]) -> None:
        for each in moved:
            if each.owner.archive == self._archive:
                self._tx.sending.queue(each.owner, each.kind, each.id, "updated")

    def _write(self, come: Sequence[_Come]) -> None:
        here = self._tx.contributions.many([each.local for each in come])
        self._add([each for each in come if each.local not in here])
        live = [each for each in come if each.record.gone is None]
        for each in live:
            if each.local in here:
                self._update(here[each.local], each)
        self._tx.offers.put_all({each.local: self._offers(each) for each in live})

    def _add(self, come: Sequence[_Come]) -> None:
        moment = now()
        self._tx.contributions.add_all(
            [
                Contribution(
                    each.local,
                    Origin(self._archive),
                    sourced_of(each.body),
                    (),
                    moment,
                    moment,
                    withdrawn=_withdrawn(each.record),
                )
                for each in come
            ]
        )
        self._counts.added += len(come)

    def _update(self, here: Contribution, come: _Come) -> None:
        open_ = {each.field: each for each in self._tx.synced.conflicts("contribution", here.id)}
        disputed = {name: each.base for name, each in open_.items()}
        made = merged_fields(here.metadata, come.base, come.body, disputed)
        dispute(self._tx, self._archive, PUBLIC, ("contribution", here.id), made.clashes, self._counts)
        if here.withdrawn is not None:
            self._tx.contributions.unwithdraw(here.id)
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


def _agreed(base: Base | None, kind: type[Any], name: Any) -> Any:
    """Return the body that was agreed, or None."""
    if base is None or not base.body or not base.local:
        return None
    return readable(Record(name, base.record, base.revision, json.loads(base.body)), kind)


def _agreed_contribution(base: Base | None) -> ContributionBody | None:
    found: ContributionBody | None = _agreed(base, ContributionBody, "contribution")
    return found


def _is_shown(record: Record) -> bool:
    """Tell whether a record is there, or was withdrawn: of that the title is shown."""
    return record.gone is None or (record.gone.reason == "withdrawn" and record.body is not None)


def _withdrawn(record: Record) -> Withdrawn | None:
    gone = record.gone
    return None if gone is None else Withdrawn(gone.reason, gone.words, _moment(gone.moment))


def _moment(text: str) -> Moment:
    """Return when something was taken out; where it isn't said (in words that can be read), now."""
    try:
        return Moment(datetime.fromisoformat(text).astimezone(UTC))
    except (ValueError, OverflowError):
        return now()


def _theirs(mine: Any, was: Any, theirs: Any) -> Any:
    """Return theirs, unless it was changed here."""
    return theirs if mine == was else mine


def _is_hash(file: FileBody) -> bool:
    return len(file.hash) == 64 and set(file.hash) <= set("0123456789abcdef")
