"""New versions that authors hand in: the file is sent ahead, an act says what it is, a maintainer publishes it.

Until then the file waits in the store, held by the upload or the version, and is offered to nobody.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from kennisbank.archive.acting.scene import ActRefused, ActScene, ActWaits
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.people.waiting import tell_maintainers
from kennisbank.archive.schema.account_tables import contribution_authors
from kennisbank.archive.schema.people_tables import uploads, versions
from kennisbank.archive.transaction import Transaction
from kennisbank.domain.file_names import safe_name
from kennisbank.sync.protocol_acts import VersionBody, WithdrawalBody
from kennisbank.sync.protocol_bodies import ContributionBody, FileBody
from kennisbank.sync.protocol_codec import body_from, body_of
from kennisbank.sync.protocol_mailbox import OwnVersionBody

PDF = "application/pdf"
_EVERY = 1_000_000


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version that was handed in, as `people_tables.versions`."""

    id: str
    account: str
    contribution: str
    hash: str
    name: str
    size: int
    words: str
    state: str
    answer: str
    version: int
    created: str
    decided: str


class VersionRows:
    """The versions, in one transaction; whoever handed one in hears of each change."""

    def __init__(self, tx: Transaction) -> None:
        """Work in `tx`."""
        self._tx = tx
        self._connection = tx.connection

    def one(self, version: str) -> VersionRow | None:
        """Return a version by its id."""
        found = self.where(versions.c.id == version, limit=1)
        return found[0] if found else None

    def where(self, *conditions: Any, limit: int) -> list[VersionRow]:
        """Return the versions that meet conditions, oldest first."""
        query = select(versions).where(*conditions).order_by(versions.c.created, versions.c.id).limit(limit)
        return [VersionRow(**row) for row in self._connection.execute(query).mappings()]

    def add(self, row: VersionRow) -> None:
        """Add a version."""
        self._connection.execute(insert(versions), {name: getattr(row, name) for name in VersionRow.__slots__})
        Seats(self._tx).give(row.account, "version", row.id)

    def change(self, row: VersionRow, **values: Any) -> None:
        """Change columns of a version."""
        self._connection.execute(update(versions).where(versions.c.id == row.id).values(values))
        Seats(self._tx).touch("version", row.id, [row.account])


def keep_upload(tx: Transaction, act: str, account: str, file_hash: str, size: int, now: datetime) -> bool:
    """Write down that a file came for an act that is to come; False: somebody else's act has this id."""
    u = uploads.c
    before = tx.connection.execute(select(u.account, u.hash).where(u.act == act)).first()
    if before is not None and before.account != account:
        return False
    if before is not None and before.hash != file_hash:
        tx.files.let_go(_upload(act))
    tx.files.add(file_hash, size)
    tx.files.hold(file_hash, _upload(act))
    tx.connection.execute(delete(uploads).where(u.act == act))
    row = {"act": act, "account": account, "hash": file_hash, "size": size, "moment": stamp(now)}
    tx.connection.execute(insert(uploads), row)
    return True


def forget_uploads(tx: Transaction, before: datetime) -> int:
    """Let go of files that came before a moment for acts that never did; return how many."""
    found = list(tx.connection.execute(select(uploads.c.act).where(uploads.c.moment < stamp(before))).scalars())
    for act in found:
        tx.files.let_go(_upload(act))
    tx.connection.execute(delete(uploads).where(uploads.c.act.in_(found)))
    return len(found)


def let_go_of(tx: Transaction, account: str) -> None:
    """Let go of all files that wait because of an account that is erased; what was published stays."""
    for act in tx.connection.execute(select(uploads.c.act).where(uploads.c.account == account)).scalars().all():
        tx.files.let_go(_upload(act))
    for row in VersionRows(tx).where(versions.c.account == account, limit=_EVERY):
        tx.files.let_go(_holder(row))


def hand_in(scene: ActScene) -> None:
    """Take a new version of a contribution's paper from one of its authors."""
    body: VersionBody = scene.body
    record = scene.tx.records.get("contribution", body.contribution)
    if record is None:
        raise ActWaits
    if record.gone is not None or record.body is None:
        raise ActRefused("gone")
    c = contribution_authors.c
    mine = (c.contribution == body.contribution, c.account == scene.account.id)
    if scene.tx.connection.execute(select(c.account).where(*mine)).first() is None:
        raise ActRefused("forbidden", "only an author of it may hand in a new version")
    if VersionRows(scene.tx).one(scene.act.id) is not None:
        raise ActRefused("other_content")
    u = uploads.c
    here = (u.act == scene.act.id, u.account == scene.account.id, u.hash == body.file.hash)
    upload = scene.tx.connection.execute(select(u.size).where(*here)).first()
    if upload is None:
        raise ActWaits
    if any(each["hash"] == body.file.hash and each.get("is_current", True) for each in record.body.get("files", ())):
        raise ActRefused("invalid", "that is the file that is published already")
    row = VersionRow(
        id=scene.act.id,
        account=scene.account.id,
        contribution=body.contribution,
        hash=body.file.hash,
        name=f"{safe_name(body.file.name.rpartition('.')[0] or body.file.name, otherwise='paper')}.pdf",
        size=int(upload.size),
        words=body.words,
        state="waiting",
        answer="",
        version=0,
        created=stamp(scene.now),
        decided="",
    )
    VersionRows(scene.tx).add(row)
    scene.tx.files.hold(row.hash, _holder(row))
    scene.tx.connection.execute(delete(uploads).where(u.act == scene.act.id))
    scene.tx.files.let_go(_upload(scene.act.id))
    scene.tx.audit.add(scene.account.id, "version_handed_in", row.id, row.contribution)
    tell_maintainers(scene.tx, "version", scene.now)


def withdraw_version(scene: ActScene) -> None:
    """Take back a version that wasn't decided on; one that was stays as it is."""
    body: WithdrawalBody = scene.body
    row = VersionRows(scene.tx).one(body.id)
    if row is None or row.account != scene.account.id:
        raise ActWaits
    if row.state == "waiting":
        let_go(scene.tx, row, "withdrawn", "", scene.now)


def let_go(tx: Transaction, row: VersionRow, state: str, answer: str, now: datetime) -> None:
    """Have a version not published (``declined`` or ``withdrawn``): its file goes."""
    tx.counter.lock()
    VersionRows(tx).change(row, state=state, answer=answer, decided=stamp(now))
    tx.files.let_go(_holder(row))


def publish(tx: Transaction, row: VersionRow, answer: str, now: datetime) -> int | None:
    """Make a version the current paper of its contribution and return its number; None: that is no longer there.

    What was current stays as an older version.
    """
    tx.counter.lock()
    record = tx.records.get("contribution", row.contribution)
    if record is None or record.gone is not None or record.body is None:
        return None
    body: ContributionBody = body_of("contribution", record.body)
    number = max((each.version for each in body.files if each.role == "paper"), default=0) + 1
    new = FileBody(row.hash, row.name, "paper", PDF, row.size, number)
    older = [
        {**each, "is_current": each.get("is_current", True) and each["role"] != "paper"}
        for each in record.body.get("files", ())
        if each["hash"] != row.hash
    ]
    older.sort(key=lambda each: not each["is_current"])
    tx.records.put_public("contribution", row.contribution, {**record.body, "files": [body_from(new), *older]})
    VersionRows(tx).change(row, state="published", answer=answer, version=number, decided=stamp(now))
    tx.files.let_go(_holder(row))
    return number


def version_body(tx: Transaction, account: str, subject: str) -> OwnVersionBody | None:
    """Return a version as the mailbox of whoever handed it in shows it."""
    row = VersionRows(tx).one(subject)
    if row is None or row.account != account:
        return None
    return OwnVersionBody(
        contribution=row.contribution,
        name=row.name,
        state=row.state,  # type: ignore[arg-type]  # the table holds these words alone
        answer=row.answer,
        version=row.version,
        moment=row.decided or row.created,
    )


def _upload(act: str) -> str:
    return f"handed-in {act}"


def _holder(row: VersionRow) -> str:
    return f"version {row.id}"
