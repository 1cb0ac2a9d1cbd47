"""A mailbox coming in: what the archive tells one account, page by page, each in one transaction with its number."""

import json
import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kennisbank.domain.changes import Kind
from kennisbank.domain.ids import ArchiveId, ContributionId
from kennisbank.domain.moments import now
from kennisbank.errors import ArchiveUntrustedError
from kennisbank.library.acts import ActRow
from kennisbank.library.mailbox import MailboxRow
from kennisbank.library.outbox import Owner
from kennisbank.library.synced import Base
from kennisbank.library.transaction import Transaction
from kennisbank.sync.protocol import Body, ChangesPage
from kennisbank.sync.protocol_codec import MalformedMessageError, decode, encode
from kennisbank.sync.protocol_mailbox import ITEMS, MAILBOX_PAGE, MailboxItem, MailboxPage
from kennisbank.sync.session import OtherEpochError, Session
from kennisbank.sync.thread_standing import instant, said_about, standing
from kennisbank.tasks.context import Progress

_log = logging.getLogger(__name__)
_MOST_PAGES = 20_000
_TAKEN_AWAY = frozenset({"erased", "hidden"})


def hear(session: Session, page: ChangesPage) -> None:
    """Take in what is new in the mailbox, when the archive's last page says that something is.

    Raises:
        ArchiveUntrustedError: what comes isn't as agreed; nothing of that page was taken.
        OtherEpochError: the archive was restored.
    """
    if session.account is None or page.mailbox is None:
        return
    with session.library.read() as tx:
        number, epoch = tx.mailbox.place(session.owner)
    if epoch == session.link.epoch and number == page.mailbox:
        return
    for _ in range(_MOST_PAGES):
        session.ctx.check()
        session.done.requests += 1
        found = session.remote.mailbox(number, MAILBOX_PAGE)
        _check(session, found, number)
        with session.step() as tx:
            _take(session, tx, found)
            tx.mailbox.stand(session.owner, found.number, found.epoch)
        session.done.received += len(found.items)
        session.ctx.report(Progress("syncing", found.number, found.head))
        number = found.number
        if found.is_last:
            return
    raise ArchiveUntrustedError(session.link.url, "endless")


def _check(session: Session, page: MailboxPage, after: int) -> None:
    if page.archive != session.link.id:
        raise ArchiveUntrustedError(session.link.url, "other_archive")
    if page.epoch != session.link.epoch:
        raise OtherEpochError(page.epoch)
    if page.number < after or page.head < page.number:
        raise ArchiveUntrustedError(session.link.url, "revision_back")
    if not page.is_last and (page.number == after or not page.items):
        raise ArchiveUntrustedError(session.link.url, "endless")
    if any(not after < each.number <= page.number for each in page.items):
        raise ArchiveUntrustedError(session.link.url, "malformed", "an item outside of its page")


def _take(session: Session, tx: Transaction, page: MailboxPage) -> None:
    owner = session.owner
    ids = [each.id for each in page.items]
    before = tx.mailbox.of(owner, ids)
    tx.acts.hear(owner, ids)
    said = said_about(tx, owner)
    records = {str((each.body or {}).get("contribution", "")) for each in page.items}
    locals_ = tx.synced.local_ids(session.link.id, "contribution", records)
    rows, gone = [], []
    for item in page.items:
        body = None if item.body is None else _readable(item)
        old = before.get(item.id)
        _forget(session, tx, item, old)
        if body is not None:
            rows.append(_row(item, body, old, said.get(item.id, ()), locals_))
        elif item.body is None:
            gone.append(item.id)
    _hear_votes(tx, owner, [each for each in rows if each.kind == "vote"])
    tx.mailbox.put(owner, rows)
    tx.mailbox.remove(owner, [each for each in gone if each in before])


def _hear_votes(tx: Transaction, owner: Owner, told: Sequence[MailboxRow]) -> None:
    """Note that the archive tells of votes; one that it doesn't count any more is not to be offered again."""
    if not told:
        return
    stars = {each.contribution: each.body.get("stars") for each in told}
    for each in tx.acts.of(owner, ("accepted", "heard")):
        if each.kind != "vote" or each.contribution not in stars:
            continue
        if each.body.get("stars") != stars[ContributionId(each.contribution)]:
            tx.acts.remove(each.id)
        elif each.state == "accepted":
            tx.acts.settle([each.id], "heard")


def _readable(item: MailboxItem) -> Body | None:
    """Return the body of an item, every field checked; None when this program can't read it."""
    try:
        decode(ITEMS[item.kind], encode(item.body))
    except MalformedMessageError as error:
        _log.warning("a %s in the mailbox that can't be read is passed over: %s", item.kind, error)
        return None
    return item.body


def _row(
    item: MailboxItem, body: Body, old: MailboxRow | None, said: Sequence[ActRow], locals_: Mapping[str, str]
) -> MailboxRow:
    record = str(body.get("contribution", ""))
    base = old or MailboxRow(item.id, item.kind, ContributionId(""), 0, {})
    row = replace(
        base,
        contribution=ContributionId(locals_.get(record, record)),
        number=item.number,
        body=body,
    )
    if item.kind == "thread":
        return standing(row, said)
    state = "dismissed" if old is not None and old.state == "dismissed" else str(body.get("state", ""))
    return replace(row, state=state, moved=instant(str(body.get("moment", ""))))


def _forget(session: Session, tx: Transaction, item: MailboxItem, old: MailboxRow | None) -> None:
    """Note what the archive took away of an item, so that nothing of it stays anywhere in this home."""
    lost = _lost(item, old)
    if lost or (item.gone in _TAKEN_AWAY and old is not None):
        archive, account = session.link.id, session.owner.account or ""
        tx.synced.put([_trace(archive, account, "mailbox", item.id), *blanked(tx, session.owner, lost)])


def blanked(tx: Transaction, owner: Owner, acts: Collection[str]) -> list[Base]:
    """Let nothing stay of one's own acts that the archive took away; return what sees to copies of them."""
    mine = [each for each in acts if tx.acts.blank(owner, each)]
    return [_trace(owner.archive or ArchiveId(""), owner.account or "", "act", each) for each in mine]


def _trace(archive: ArchiveId, account: str, kind: Kind, each: str) -> Base:
    gone = {"reason": "erased", "taken": now().utc.isoformat(), "unasked": False}
    return Base(archive, account, kind, each, each, 0, "", "", gone=json.dumps(gone))


def _lost(item: MailboxItem, old: MailboxRow | None) -> list[str]:
    """Return the messages of a thread whose text the archive took away since it was told before."""
    if old is None or item.kind != "thread":
        return []
    had = {str(each["id"]) for each in old.body.get("messages", ()) if not each.get("gone")}
    told: Sequence[Mapping[str, Any]] = (item.body or {}).get("messages", ())
    return [str(each["id"]) for each in told if each.get("gone") in _TAKEN_AWAY and each["id"] in had]
