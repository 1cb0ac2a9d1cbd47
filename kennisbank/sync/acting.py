"""Acts going to the archive: in the order of saying, attached files first, each in the same words until it is settled.

What an act says is written down before it goes for the first time; what became of it is learnt from the answer, or from
a receipt. Nothing is made anew after that: the archive counts by id and content.
"""

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from kennisbank.domain.ids import FileHash
from kennisbank.errors import ArchiveRefusedError, ArchiveUntrustedError
from kennisbank.library.acts import ActRow
from kennisbank.library.files import FileStore
from kennisbank.library.transaction import Transaction
from kennisbank.sync.protocol import MOST_WRITES
from kennisbank.sync.protocol_acts import ACTS, MOST_ACTS, Act, ActBatch, ActResult, ActResults
from kennisbank.sync.protocol_codec import MalformedMessageError, body_from, decode, encode
from kennisbank.sync.session import OtherEpochError, Session
from kennisbank.sync.thread_standing import stand_anew
from kennisbank.tasks.context import Progress

_log = logging.getLogger(__name__)
_MOST_BYTES = 4 << 20
_LATER = frozenset({"too_many"})
"""Refusals that pass by themselves: what waits goes on waiting, and no more is said now."""
OF_THE_ACCOUNT = frozenset({"suspended", "not_approved"})
"""Refusals that are about who speaks: what waits goes on waiting."""
_ITS_OWN = 500
"""From this status on it is the archive that can't (it has no room left): what waits goes on waiting."""
_USED_UP = frozenset({"claim_code"})
"""Acts of which nothing is to be kept once they are accepted."""


@dataclass(slots=True)
class _Round:
    """What one round of saying came to. `waiting` are not to be said again in this sync."""

    settled: int = 0
    waiting: set[str] = field(default_factory=set)
    barred: str = ""


def settle_acts(session: Session) -> None:
    """Ask what became of acts whose answer never came, and note it; what the archive doesn't know waits again.

    Raises:
        OtherEpochError: the archive was restored.
    """
    if session.account is None:
        return
    with session.library.read() as tx:
        ids = [each.id for each in tx.acts.of(session.owner, ("sent",))]
    _by_receipts(session, ids)


def offer_acts_again(session: Session) -> None:
    """Queue every act that the archive has forgotten, in the words in which it was said: it was restored.

    Raises:
        OtherEpochError: it was restored once more.
    """
    if session.account is None:
        return
    with session.library.read() as tx:
        number, epoch = tx.mailbox.place(session.owner)
        if epoch == session.link.epoch:
            return
        ids = [each.id for each in tx.acts.of(session.owner, ("accepted", "heard")) if each.sent]
    if epoch:
        _by_receipts(session, ids)
    with session.step() as tx:
        tx.mailbox.stand(session.owner, 0, session.link.epoch)
    _log.info("the mailbox is taken anew (it stood at %d)", number)


def say(session: Session, waiting: set[str]) -> bool:
    """Say what waits, and tell whether anything came to rest; what the archive can't take yet joins `waiting`.

    Raises:
        ArchiveRefusedError: this account may not speak (any longer); what waits goes on waiting.
        ArchiveUntrustedError: what the archive answers isn't as agreed.
    """
    if session.account is None:
        return False
    has_settled = False
    while True:
        rows = _next(session, waiting)
        if not rows:
            return has_settled
        done = _say(session, rows)
        waiting |= done.waiting
        has_settled = has_settled or done.settled > 0
        session.ctx.report(Progress("sending", session.done.sent))
        if done.barred:
            if done.barred in _LATER:
                return has_settled
            raise ArchiveRefusedError(403, done.barred)


def _by_receipts(session: Session, ids: Sequence[str]) -> None:
    for start in range(0, len(ids), MOST_WRITES):
        some = ids[start : start + MOST_WRITES]
        session.ctx.check()
        session.done.requests += 1
        receipts = session.remote.receipts(some)
        if receipts.epoch != session.link.epoch:
            raise OtherEpochError(receipts.epoch)
        with session.step() as tx:
            here = {each.id: each for each in tx.acts.of(session.owner, ("sent", "accepted", "heard"))}
            known = [each for each in some if each in receipts.accepted and each in here]
            tx.acts.settle([each for each in known if here[each].state == "sent"], "accepted")
            tx.acts.settle([each for each in some if each in here and each not in receipts.accepted], "queued")


def _next(session: Session, waiting: Collection[str]) -> list[ActRow]:
    with session.library.read() as tx:
        queued = [each for each in tx.acts.of(session.owner, ("queued",)) if each.id not in waiting]
    return queued[:MOST_ACTS]


def _say(session: Session, rows: Sequence[ActRow]) -> _Round:
    done = _Round()
    ready = [each for each in rows if not each.attachment or _hand_in(session, each, done)]
    texts = _on_their_way(session, ready)
    if not texts:
        return done
    batch = ActBatch(tuple(decode(Act, each.encode()) for each in texts.values()))
    session.ctx.check()
    session.done.requests += 1
    results = session.remote.act(batch)
    _check(session, batch, results)
    with session.step() as tx:
        for result in results.results:
            _answered(session, tx, result, done)
    return done


def _hand_in(session: Session, row: ActRow, done: _Round) -> bool:
    """Hand in the file that goes with an act; tell whether it is there now."""
    store = FileStore(session.library.paths.attachments)
    path, file_hash = store.path(FileHash(row.attachment)), FileHash(row.attachment)
    if not path.is_file():
        _fail(session, row.id, "file_unreadable", done)
        return False
    session.ctx.check()
    session.done.requests += 1
    try:
        if row.kind == "version":
            session.remote.hand_in(row.id, path, file_hash)
        else:
            session.remote.attach(path, file_hash)
    except ArchiveRefusedError as error:
        if error.code in OF_THE_ACCOUNT or error.status >= _ITS_OWN:
            raise
        _fail(session, row.id, error.code, done)
        return False
    return True


def _fail(session: Session, act_id: str, reason: str, done: _Round) -> None:
    with session.step() as tx:
        _refused(tx, act_id, reason)
    session.done.refused += 1
    done.settled += 1


def _on_their_way(session: Session, rows: Sequence[ActRow]) -> dict[str, str]:
    """Note acts as on their way, and return in which words they go: those they went in before, if they did."""
    texts: dict[str, str] = {}
    size = 0
    with session.step() as tx:
        here = {each.id: each for each in tx.acts.of(session.owner, ("queued",))}  # taken back meanwhile, or edited
        wanted = [here[each.id] for each in rows if each.id in here]
        records = tx.synced.record_ids(session.link.id, "contribution", {each.contribution for each in wanted})
        for row in wanted:
            text = row.sent or _text(row, records.get(row.contribution, row.contribution))
            if text is None:
                _refused(tx, row.id, "invalid")
                session.done.refused += 1
                continue
            if texts and size + len(text) > _MOST_BYTES:
                break
            texts[row.id] = text
            size += len(text)
        tx.acts.going(texts)
    return texts


def _text(row: ActRow, record: str) -> str | None:
    """Return an act as it is sent; None where it can't be said in the protocol (any longer)."""
    kind: Any = row.kind
    body = {name: value for name, value in row.body.items() if value is not None}
    if "contribution" in {each.name for each in fields(ACTS[kind])}:
        body["contribution"] = record
    try:
        read: object = decode(ACTS[kind], encode(body))
    except MalformedMessageError as error:
        _log.warning("a %s can't be sent as it is: %s", row.kind, error)
        return None
    return encode(Act(row.id, kind, body_from(read))).decode()


def _check(session: Session, batch: ActBatch, results: ActResults) -> None:
    if [each.act for each in results.results] != [each.id for each in batch.acts]:
        raise ArchiveUntrustedError(session.link.url, "malformed", "results of other acts")


def _answered(session: Session, tx: Transaction, result: ActResult, done: _Round) -> None:
    if result.outcome == "accepted":
        _accepted(tx, result.act)
        session.done.sent += 1
        done.settled += 1
    elif result.outcome == "waits":
        tx.acts.settle([result.act], "queued", "waits")
        done.waiting.add(result.act)
    elif result.refusal in OF_THE_ACCOUNT or result.refusal in _LATER:
        tx.acts.settle([result.act], "queued")
        done.barred = done.barred or result.refusal
    else:
        _refused(tx, result.act, result.refusal or "invalid")
        session.done.refused += 1
        done.settled += 1


def _accepted(tx: Transaction, act_id: str) -> None:
    row = tx.acts.find(act_id)
    if row is not None and row.kind in _USED_UP:
        tx.acts.remove(act_id)
    else:
        tx.acts.settle([act_id], "accepted")


def _refused(tx: Transaction, act_id: str, reason: str) -> None:
    """Note that an act failed; what it did to the thread that it is about is undone in lists."""
    tx.acts.settle([act_id], "failed", reason)
    row = tx.acts.find(act_id)
    if row is not None and row.kind in {"reply", "verdict"}:
        stand_anew(tx, row.about)
