"""What readers say for everybody to see, as it came from the archive."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from kennisbank.domain.correspondence import Comment
from kennisbank.domain.ids import ContributionId
from kennisbank.library.correspondence_tables import comments
from kennisbank.library.outbox import Journal
from kennisbank.library.queries import listed


class Comments:
    """The comments of one library, in one transaction. Written only from what the archive says."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        """Read and write through `connection`."""
        self._connection = connection
        self._journal = journal

    def of(
        self,
        contribution: ContributionId,
        *,
        own: Collection[str] = (),
        waiting: Iterable[tuple[Comment, str]] = (),
        leaving: Collection[str] = (),
    ) -> tuple[Comment, ...]:
        """Return the comments on a contribution, oldest first, each with the replies to it.

        A reply to what isn't here stands by itself. One that is gone stays where there are replies to it, or where it
        was hidden. `own` are the viewer's; `waiting`, newer than all, are on their way, each with what it replies to;
        `leaving` are not shown any more.
        """
        rows = self._connection.execute(
            select(*_SHOWN).where(comments.c.contribution_id == contribution).order_by(*_ORDER)
        ).all()
        coming = [each for each in waiting if each[0].id not in leaving]
        tops = {row[0] for row in rows if not row[1]} | {each.id for each, reply_to in coming if not reply_to}
        replies: dict[str, list[Comment]] = {}
        for row in rows:
            if row[1] in tops and not row[7] and row[0] not in leaving:
                replies.setdefault(row[1], []).append(_shown(row, contribution, is_mine=row[0] in own))
        for each, reply_to in coming:
            if reply_to in tops:
                replies.setdefault(reply_to, []).append(each)
        found = [
            _shown(row, contribution, is_mine=row[0] in own, replies=tuple(replies.get(row[0], ())))
            for row in rows
            if row[1] not in tops and row[0] not in leaving
        ]
        found += [replace(each, replies=tuple(replies.get(each.id, ()))) for each, to in coming if to not in tops]
        return tuple(each for each in found if not each.gone or each.replies or each.gone == "hidden")

    def find(self, comment_id: str) -> Comment | None:
        """Return a comment without its replies, or None."""
        row = self._connection.execute(select(comments).where(comments.c.id == comment_id)).first()
        return None if row is None else comment_from(row)

    def reply_to(self, comment_id: str) -> str:
        """Return to which comment this one replies; empty for none."""
        query = select(comments.c.reply_to).where(comments.c.id == comment_id)
        return self._connection.execute(query).scalar() or ""

    def present(self, ids: Collection[str]) -> set[str]:
        """Return those of `ids` that are here."""
        return set(self._connection.execute(select(comments.c.id).where(comments.c.id.in_(listed(ids)))).scalars())

    def put(self, rows: Iterable[tuple[Comment, str]]) -> None:
        """Keep comments, each with what it replies to (empty: nothing), instead of those with their ids."""
        made = [_row(comment, reply_to) for comment, reply_to in rows]
        # Heard of by contribution: a hundred thousand of them are of two thousand papers.
        for each in {row["contribution_id"] for row in made}:
            self._journal.local("comment", each, "updated")
        if made:
            self._connection.execute(insert(comments).prefix_with("OR REPLACE"), made)

    def take_away(self, gone: Mapping[str, tuple[str, str]]) -> None:
        """Let comments be gone, by id for which reason and in whose words; nothing of their text and names stays."""
        here = select(comments.c.id, comments.c.contribution_id).where(comments.c.id.in_(listed(gone)))
        for row in self._connection.execute(here).all():
            reason, words = gone[row.id]
            self._journal.local("comment", row.contribution_id, "updated")
            values = {"name": "", "role": "", "text": "", "is_author": False, "gone": reason, "words": words}
            self._connection.execute(update(comments).where(comments.c.id == row.id).values(values))

    def move(self, before: ContributionId, after: ContributionId) -> None:
        """Hang what hangs on one contribution on another."""
        where = comments.c.contribution_id == before
        self._connection.execute(update(comments).where(where).values(contribution_id=after))

    def remove_all(self) -> None:
        """Remove all comments: this library is connected to no archive any more."""
        self._connection.execute(delete(comments))


_C = comments.c
_SHOWN = (_C.id, _C.reply_to, _C.name, _C.role, _C.text, _C.created, _C.is_author, _C.gone, _C.words)
_ORDER = (_C.created, _C.id)


def _shown(row: Any, contribution: ContributionId, *, is_mine: bool, replies: tuple[Comment, ...] = ()) -> Comment:
    comment_id, _, name, role, text, created, is_author, gone, words = row
    return Comment(
        comment_id,
        contribution,
        name,
        role,
        text,
        created,
        is_author,
        is_mine,
        gone,
        words,
        replies=replies,
    )


def comment_from(row: Any) -> Comment:
    """Return the comment of a row, without its replies."""
    return Comment(
        id=row.id,
        contribution=ContributionId(row.contribution_id),
        name=row.name,
        role=row.role,
        text=row.text,
        created=row.created,
        is_author=row.is_author,
        gone=row.gone,
        words=row.words,
    )


def _row(each: Comment, reply_to: str) -> dict[str, Any]:
    return {
        "id": each.id,
        "contribution_id": each.contribution,
        "reply_to": reply_to,
        "name": each.name,
        "role": each.role,
        "is_author": each.is_author,
        "text": each.text,
        "created": each.created,
        "gone": each.gone,
        "words": each.words,
    }
