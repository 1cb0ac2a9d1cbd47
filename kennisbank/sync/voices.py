"""What readers say for everybody coming in: comments, receptions and joined names, many at once, in one transaction.

Nothing of it is changed here, so nothing is merged: the newest revision stands, and of the base copies only revision
and hash are kept.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from kennisbank.domain.correspondence import Comment, Person, Reception
from kennisbank.domain.ids import ArchiveId, ContributionId
from kennisbank.library.synced import PUBLIC, Base
from kennisbank.library.transaction import Transaction
from kennisbank.sync.agreement import Counts, is_news, tombstone
from kennisbank.sync.hearing import blanked
from kennisbank.sync.protocol import Record
from kennisbank.sync.protocol_bodies import CommentBody, PersonBody, ReceptionBody
from kennisbank.sync.protocol_codec import MalformedMessageError, shape_of
from kennisbank.sync.thread_standing import instant

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Voices:
    """Takes public records of what readers say into the library, in one transaction that is `arriving`."""

    def __init__(self, tx: Transaction, archive: ArchiveId, counts: Counts) -> None:
        """Write through `tx` what comes from `archive`, and count in `counts`."""
        self._tx = tx
        self._archive = archive
        self._counts = counts

    def take(self, records: Sequence[Record]) -> None:
        """Take records in, in their order; what is known already is let be."""
        for kind, take in _TAKE.items():
            some = [each for each in records if each.kind == kind]
            if some:
                self._take(some, take)

    def _take(self, records: Sequence[Record], take: "_Take") -> None:
        kind = records[0].kind
        bases = self._tx.synced.bases(self._archive, PUBLIC, kind, [each.id for each in records])
        news = [each for each in records if is_news(each, bases.get(each.id))]
        read = take(self, [each for each in news if each.body is not None and each.gone is None])
        self._take_away(kind, [each for each in news if each.gone is not None])
        self._tx.synced.put(
            Base(
                archive=self._archive,
                account=PUBLIC,
                kind=kind,
                record=each.id,
                local=each.id if each.id in read or each.gone is not None else "",
                revision=each.revision,
                hash=each.hash,
                body="",
                gone="" if each.gone is None else tombstone(each, bases.get(each.id), is_unasked=False),
            )
            for each in news
        )
        self._counts.added += sum(each.id in read and each.id not in bases for each in news)
        self._counts.updated += sum(each.id in read and each.id in bases for each in news)

    def _take_away(self, kind: str, records: Sequence[Record]) -> None:
        gone = {each.id: (each.gone.reason, each.gone.words) for each in records if each.gone is not None}
        if not gone:
            return
        self._counts.removed += len(gone)
        if kind == "comment":
            self._tx.comments.take_away(gone)
            taken = [each for each, (reason, _) in gone.items() if reason != "deleted"]
            self._tx.synced.put(blanked(self._tx, self._tx.viewer, taken))
        elif kind == "reception":
            self._tx.receptions.remove(list(self._locals(gone).values()))
        else:
            self._tx.persons.remove(gone)

    def comments(self, records: Sequence[Record]) -> set[str]:
        """Take comments in; return those that could be read."""
        bodies: dict[str, CommentBody] = _read(records, CommentBody)
        locals_ = self._locals({each.contribution for each in bodies.values()})
        self._tx.comments.put(
            (
                Comment(
                    id=record,
                    contribution=locals_[body.contribution],
                    name=body.name,
                    role=body.role,
                    text=body.text,
                    created=instant(body.created),
                    is_author=body.is_author,
                ),
                body.reply_to or "",
            )
            for record, body in bodies.items()
        )
        return set(bodies)

    def receptions(self, records: Sequence[Record]) -> set[str]:
        """Take receptions in; return those that could be read."""
        bodies: dict[str, ReceptionBody] = _read(records, ReceptionBody)
        locals_ = self._locals(bodies)
        self._tx.receptions.put(
            {locals_[record]: Reception(votes=body.votes, tags=body.tags) for record, body in bodies.items()}
        )
        return set(bodies)

    def persons(self, records: Sequence[Record]) -> set[str]:
        """Take joined names in; return those that could be read."""
        bodies: dict[str, PersonBody] = _read(records, PersonBody)
        self._tx.persons.put(Person(record, body.name, body.names, body.reach) for record, body in bodies.items())
        return set(bodies)

    def _locals(self, records: Mapping[str, object] | set[str]) -> dict[str, ContributionId]:
        """Return the ids here of contributions; of those that aren't here (yet), the archive's own."""
        known = self._tx.synced.local_ids(self._archive, "contribution", list(records))
        return {each: ContributionId(known.get(each, each)) for each in records}


_Take = Callable[[Voices, Sequence[Record]], set[str]]
_TAKE: Mapping[str, _Take] = MappingProxyType(
    {"person": Voices.persons, "comment": Voices.comments, "reception": Voices.receptions}
)


def _read(records: Sequence[Record], kind: type[T]) -> dict[str, T]:
    """Return the bodies of records that this program can read; a page was checked for what is too long."""
    made = {}
    for each in records:
        try:
            body = shape_of(each.kind, each.body or {})
        except MalformedMessageError as error:
            _log.warning("a %s that can't be read is passed over: %s", each.kind, error)
            continue
        assert isinstance(body, kind)
        made[each.id] = body
    return made


def move(tx: Transaction, before: ContributionId, after: ContributionId) -> None:
    """Hang what was said about one contribution on the one that it turns out to be."""
    if before == after:
        return
    tx.acts.move(before, after)
    tx.mailbox.move(before, after)
    tx.comments.move(before, after)
    tx.receptions.move(before, after)
