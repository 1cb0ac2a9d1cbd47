"""What the archive told the accounts of this library: threads, and what became of what they said.

Bodies are kept as in `sync.protocol_mailbox`. What lists need of a thread stands beside its body, so that ten thousand
of them are counted and paged without reading one.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    and_,
    case,
    delete,
    func,
    insert,
    literal_column,
    not_,
    select,
    update,
)

from kennisbank.domain.correspondence import InboxCounts, InboxFolder, ThreadRow
from kennisbank.domain.ids import ContributionId
from kennisbank.library import tables as t
from kennisbank.library.correspondence_tables import mailbox_items as items
from kennisbank.library.correspondence_tables import mailboxes
from kennisbank.library.outbox import Journal, Owner
from kennisbank.library.queries import listed
from kennisbank.library.whose import owned_by, owner_columns

LATE_DAYS = 30
"""How long feedback waits before it counts as late."""


@dataclass(frozen=True, slots=True)
class MailboxRow:
    """One item of a mailbox. `contribution` is its id here; empty where the item is of none.

    The rest is read out of the body when it is taken in: `side` (``reader``, ``author``, empty for what is no thread),
    `state`, when it last `moved` (a day or a moment), `is_unread`, `is_waiting` (to be answered), and its `face`:
    ``name``, ``role``, ``kind``, ``start``, ``messages``, ``since`` (when it began to wait), ``last`` (a message).
    """

    id: str
    kind: str
    contribution: ContributionId
    number: int
    body: Mapping[str, Any]
    side: str = ""
    state: str = ""
    moved: str = ""
    is_unread: bool = False
    is_waiting: bool = False
    face: Mapping[str, Any] = field(default_factory=dict)


class Mailbox:
    """The mailboxes of one library, in one transaction; what is shown is the viewer's alone."""

    def __init__(self, connection: Connection, journal: Journal, viewer: Owner) -> None:
        """Read and write through `connection`; nobody has no mailbox."""
        self._connection = connection
        self._journal = journal
        self._viewer = viewer

    # As keeping in step needs it: of one account, whoever looks.

    def place(self, owner: Owner) -> tuple[int, str]:
        """Return up to which number an account's mailbox was taken, and in which epoch; 0 and empty: not at all."""
        row = self._connection.execute(select(mailboxes).where(owned_by(mailboxes, owner))).first()
        return (0, "") if row is None else (row.number, row.epoch)

    def stand(self, owner: Owner, number: int, epoch: str) -> None:
        """Note up to where a mailbox was taken."""
        row = {**owner_columns(owner), "number": number, "epoch": epoch}
        self._connection.execute(insert(mailboxes).prefix_with("OR REPLACE"), row)

    def of(self, owner: Owner, ids: Collection[str]) -> dict[str, MailboxRow]:
        """Return these items of an account's mailbox, by id."""
        where = owned_by(items, owner) & items.c.id.in_(listed(ids))
        return {row.id: _value(row) for row in self._connection.execute(select(items).where(where))}

    def put(self, owner: Owner, rows: Iterable[MailboxRow]) -> None:
        """Keep items of a mailbox, instead of those with their ids."""
        made = [_row(owner, each) for each in rows]
        for each in made:
            self._journal.local("mailbox", each["id"], "updated")
        if made:
            self._connection.execute(insert(items).prefix_with("OR REPLACE"), made)

    def remove(self, owner: Owner, ids: Collection[str]) -> None:
        """Take items out of a mailbox; those that aren't there are let be."""
        for each in ids:
            self._journal.local("mailbox", each, "removed")
        self._connection.execute(delete(items).where(owned_by(items, owner) & items.c.id.in_(listed(ids))))

    def move(self, before: ContributionId, after: ContributionId) -> None:
        """Hang what hangs on one contribution on another."""
        where = items.c.contribution_id == before
        self._connection.execute(update(items).where(where).values(contribution_id=after))

    # As the viewer sees it.

    def find(self, item_id: str) -> MailboxRow | None:
        """Return an item of the viewer's, or None."""
        row = self._connection.execute(select(items).where(self._mine() & (items.c.id == item_id))).first()
        return None if row is None else _value(row)

    def all(self, kind: str, contribution: str | None = None) -> list[MailboxRow]:
        """Return the viewer's items of a kind (of one contribution), in the order in which they came to move."""
        where = self._mine() & (items.c.kind == kind)
        if contribution is not None:
            where &= items.c.contribution_id == contribution
        query = select(items).where(where).order_by(items.c.moved, items.c.number)
        return [_value(row) for row in self._connection.execute(query)]

    def rows(
        self,
        side: str,
        folder: InboxFolder | None = None,
        contribution: ContributionId | None = None,
        *,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[ThreadRow]:
        """Return the viewer's threads of a side (in a folder), the latest moved first, by what stands beside them."""
        where = self._threads(side, contribution)
        if folder is not None:
            where &= _IN_FOLDER[folder]
        query = select(_ROW).where(where).order_by(items.c.moved.desc(), items.c.number.desc())
        # First which, by the index alone; a list of bodies would be a hundred times as much to read.
        return self._faces(list(self._connection.execute(query.limit(limit).offset(offset)).scalars()))

    def counts(self, contribution: ContributionId | None = None) -> InboxCounts:
        """Return how many threads of the viewer's as an author are in each folder."""
        late = func.substr(func.json_extract(items.c.face, "$.since"), 1, 10) <= _days_ago(LATE_DAYS)
        parts = [
            func.count().filter(_IN_FOLDER[folder]).label(folder) for folder in ("open", "unread", "to_answer", "done")
        ]
        parts.append(func.sum(case((and_(items.c.is_waiting, late), 1), else_=0)).label("late"))
        row = self._connection.execute(select(*parts).where(self._threads("author", contribution))).one()
        return InboxCounts(row.open, row.unread, row.to_answer, row.done, row.late or 0)

    def contributions(self, side: str) -> list[ContributionId]:
        """Return the contributions of which the viewer has threads on a side."""
        query = select(items.c.contribution_id).where(self._threads(side, None)).distinct()
        return [ContributionId(each) for each in self._connection.execute(query).scalars()]

    def names(self, ids: Collection[str]) -> dict[str, tuple[str, str]]:
        """Return the title and the edition's code of contributions that are here, by their id."""
        query = (
            select(t.contributions.c.id, t.contributions.c.title, t.editions.c.code)
            .outerjoin(t.editions, t.editions.c.id == t.contributions.c.edition_id)
            .where(t.contributions.c.id.in_(listed(ids)))
        )
        return {row.id: (row.title, row.code or "") for row in self._connection.execute(query)}

    def _faces(self, chosen: Sequence[int]) -> list[ThreadRow]:
        rows = self._connection.execute(
            select(*_FACE, t.contributions.c.title, t.editions.c.code)
            .outerjoin(t.contributions, t.contributions.c.id == items.c.contribution_id)
            .outerjoin(t.editions, t.editions.c.id == t.contributions.c.edition_id)
            .where(_ROW.in_(listed([str(each) for each in chosen])))
            .order_by(items.c.moved.desc(), items.c.number.desc())
        )
        return [_face(row) for row in rows]

    def _threads(self, side: str, contribution: ContributionId | None) -> ColumnElement[bool]:
        where = self._mine() & (items.c.kind == "thread") & (items.c.side == side)
        return where if contribution is None else where & (items.c.contribution_id == contribution)

    def _mine(self) -> ColumnElement[bool]:
        return owned_by(items, self._viewer)


_ROW = literal_column("mailbox_items.rowid", Integer)
_FACE = tuple(each for each in items.c if each.name != "body")
_IN_FOLDER: Mapping[InboxFolder, ColumnElement[bool]] = {
    "open": items.c.is_unread | items.c.is_waiting,
    "unread": items.c.is_unread.is_(True),
    "to_answer": items.c.is_waiting & not_(items.c.is_unread),
    "done": not_(items.c.is_unread | items.c.is_waiting),
}


def days_since(moment: str) -> int:
    """Return how many days ago a day or a moment was; 0 where it isn't one."""
    try:
        then = datetime.fromisoformat(moment[:10]).replace(tzinfo=UTC)
    except ValueError:
        return 0
    return max(0, (datetime.now(UTC) - then).days)


def _days_ago(days: int) -> str:
    return (datetime.now(UTC) - timedelta(days=days)).date().isoformat()


def _row(owner: Owner, each: MailboxRow) -> dict[str, Any]:
    return {
        **owner_columns(owner),
        "id": each.id,
        "kind": each.kind,
        "contribution_id": each.contribution,
        "number": each.number,
        "body": json.dumps(dict(each.body), ensure_ascii=False),
        "side": each.side,
        "state": each.state,
        "moved": each.moved,
        "is_unread": each.is_unread,
        "is_waiting": each.is_waiting,
        "face": json.dumps(dict(each.face), ensure_ascii=False),
    }


def _value(row: Any) -> MailboxRow:
    return MailboxRow(
        id=row.id,
        kind=row.kind,
        contribution=ContributionId(row.contribution_id),
        number=row.number,
        body=json.loads(row.body),
        side=row.side,
        state=row.state,
        moved=row.moved,
        is_unread=row.is_unread,
        is_waiting=row.is_waiting,
        face=json.loads(row.face),
    )


def _face(row: Any) -> ThreadRow:
    face: Mapping[str, Any] = json.loads(row.face)
    return ThreadRow(
        id=row.id,
        contribution=ContributionId(row.contribution_id),
        title=row.title or "",
        edition=row.code or "",
        side=row.side,
        kind=face.get("kind", "other"),
        state=row.state,
        name=face.get("name", ""),
        role=face.get("role", ""),
        start=face.get("start", ""),
        moment=row.moved,
        is_unread=row.is_unread,
        is_waiting=row.is_waiting,
        days_waiting=days_since(face.get("since", "")) if row.is_waiting else 0,
        messages=face.get("messages", 1),
    )


def newest_first(rows: Sequence[ThreadRow]) -> tuple[ThreadRow, ...]:
    """Return rows of lists that were put together, the latest moved first."""
    return tuple(sorted(rows, key=lambda each: (each.moment, each.id), reverse=True))
