"""What was said on this machine for the archive to pass on: written, sent and settled here, each once.

An act's body is kept as in `sync.protocol_acts`, contributions under their id in this library; its exact bytes are kept
from the first attempt on, so that it can be said again in the same words.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, delete, insert, literal_column, select, update

from kennisbank.domain.ids import AccountId, ArchiveId, ContributionId
from kennisbank.domain.moments import Moment
from kennisbank.library.columns import moment_columns
from kennisbank.library.correspondence_tables import acts
from kennisbank.library.outbox import Journal, Owner
from kennisbank.library.queries import listed
from kennisbank.library.whose import owned_by, owner_columns, seen_by

ActStep = Literal["draft", "queued", "sent", "accepted", "heard", "failed"]
"""``sent``: on its way, its end isn't known. ``heard``: accepted, and the mailbox has told what it led to since."""
OPEN: tuple[ActStep, ...] = ("queued", "sent", "failed")
"""What the archive doesn't have yet, drafts apart."""
REMARK_KINDS = ("remark", "newsletter")
"""What is said to the maintainers without an account: nobody's, whoever is logged in."""


@dataclass(frozen=True, slots=True)
class ActRow:
    """One act. `contribution` and `about` (a thread, comment, claim) are empty where it is about none.

    `attachment` is the SHA-256 of a file in the library's folder of attachments. `reason` is a code: why it failed.
    """

    id: str
    kind: str
    body: Mapping[str, Any]
    state: ActStep
    created: Moment
    modified: Moment
    contribution: str = ""
    about: str = ""
    sent: str = ""
    attachment: str = ""
    reason: str = ""
    archive: ArchiveId | None = None
    account: AccountId | None = None


class Acts:
    """The acts of one library, in one transaction; the viewer sees nobody's and their own."""

    def __init__(self, connection: Connection, journal: Journal, viewer: Owner) -> None:
        """Read and write through `connection` for `viewer`."""
        self._connection = connection
        self._journal = journal
        self._viewer = viewer

    def find(self, act_id: str) -> ActRow | None:
        """Return an act that the viewer sees, or None."""
        where = seen_by(acts, self._viewer) & (acts.c.id == act_id)
        row = self._connection.execute(select(acts).where(where)).first()
        return None if row is None else _value(row)

    def all(
        self,
        kinds: Collection[str],
        states: Collection[str],
        *,
        contribution: str | None = None,
        about: str | None = None,
    ) -> list[ActRow]:
        """Return the acts of these kinds in these states that the viewer sees, in order of saying."""
        where = seen_by(acts, self._viewer) & acts.c.kind.in_(listed(kinds)) & acts.c.state.in_(listed(states))
        if contribution is not None:
            where &= acts.c.contribution_id == contribution
        if about is not None:
            where &= acts.c.about == about
        return self._rows(where)

    def save(self, each: ActRow) -> None:
        """Keep an act, instead of the one with its id; the same again is no write."""
        before = self._connection.execute(select(acts).where(acts.c.id == each.id)).first()
        if before is not None and _value(before) == each:
            return
        self._journal.local("act", each.id, "added" if before is None else "updated")
        self._connection.execute(insert(acts).prefix_with("OR REPLACE"), _row(each))

    def remove(self, act_id: str) -> None:
        """Let an act be gone; one that isn't there is let be."""
        self._journal.local("act", act_id, "removed")
        self._connection.execute(delete(acts).where(acts.c.id == act_id))

    # As keeping in step needs them: of one account, whoever looks.

    def of(self, owner: Owner, states: Collection[str], limit: int | None = None) -> list[ActRow]:
        """Return an account's acts in these states, in order of saying."""
        return self._rows(owned_by(acts, owner) & acts.c.state.in_(listed(states)), limit)

    def settle(self, ids: Collection[str], state: ActStep, reason: str = "") -> None:
        """Note what became of acts."""
        for each in ids:
            self._journal.local("act", each, "updated")
        values = {"state": state, "reason": reason}
        self._connection.execute(update(acts).where(acts.c.id.in_(listed(ids))).values(values))

    def going(self, texts: Mapping[str, str]) -> None:
        """Note of queued acts, by id, that they are on their way, and in which words."""
        for act_id, text in texts.items():
            self._journal.local("act", act_id, "updated")
            values = {"state": "sent", "sent": text, "reason": ""}
            self._connection.execute(update(acts).where(acts.c.id == act_id).values(values))

    def hear(self, owner: Owner, abouts: Collection[str]) -> None:
        """Note that the archive has told what became of the accepted acts that are these, or are about these."""
        some = listed(abouts)
        of_these = acts.c.about.in_(some) | acts.c.id.in_(some)
        where = owned_by(acts, owner) & (acts.c.state == "accepted") & of_these
        self._connection.execute(update(acts).where(where).values(state="heard"))

    def blank(self, owner: Owner, act_id: str) -> bool:
        """Let nothing stay of an act that the archive took away; it isn't said again. Tell whether it was there."""
        where = owned_by(acts, owner) & (acts.c.id == act_id)
        return self._connection.execute(delete(acts).where(where)).rowcount > 0

    def attachments(self) -> set[str]:
        """Return the files that some act still has, whoever's."""
        query = select(acts.c.attachment).where(acts.c.attachment != "")
        return set(self._connection.execute(query).scalars())

    def move(self, before: ContributionId, after: ContributionId) -> None:
        """Let what was said about one contribution be about another, where it hasn't been sent."""
        values = {"contribution_id": after}
        self._connection.execute(update(acts).where(acts.c.contribution_id == before).values(values))

    def _rows(self, where: ColumnElement[bool], limit: int | None = None) -> list[ActRow]:
        query = select(acts).where(where).order_by(acts.c.modified_utc, literal_column("acts.rowid")).limit(limit)
        return [_value(row) for row in self._connection.execute(query)]


def _row(each: ActRow) -> dict[str, Any]:
    return {
        "id": each.id,
        **owner_columns(Owner(each.archive, each.account)),
        "kind": each.kind,
        "contribution_id": each.contribution,
        "about": each.about,
        "body": json.dumps(dict(each.body), ensure_ascii=False),
        "sent": each.sent,
        "attachment": each.attachment,
        "state": each.state,
        "reason": each.reason,
        **moment_columns("created", each.created),
        **moment_columns("modified", each.modified),
    }


def _value(row: Any) -> ActRow:
    return ActRow(
        id=row.id,
        kind=row.kind,
        body=json.loads(row.body),
        state=row.state,
        created=Moment(row.created_utc, row.created_zone),
        modified=Moment(row.modified_utc, row.modified_zone),
        contribution=row.contribution_id,
        about=row.about,
        sent=row.sent,
        attachment=row.attachment,
        reason=row.reason,
        archive=row.archive_id,
        account=row.account_id,
    )
