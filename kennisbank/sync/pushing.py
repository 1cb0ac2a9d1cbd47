"""What waits is sent: noted as on its way first, in the words in which it goes, and settled by the answer."""

from kennisbank.errors import ArchiveRefusedError, ArchiveUntrustedError
from kennisbank.library.transaction import Transaction
from kennisbank.sync.outgoing import Outgoing, Sent
from kennisbank.sync.protocol import MOST_WRITES, Write, WriteBatch
from kennisbank.sync.session import OtherEpochError, Session
from kennisbank.sync.trust import check_results
from kennisbank.tasks.context import Progress

_MOST_ROUNDS = 4
"""Rounds in a row of which nothing comes to rest: an archive that always says that it knows better isn't one."""


def settle(session: Session) -> None:
    """Ask what became of writes whose answer never came, and note what the archive has.

    Raises:
        OtherEpochError: the archive was restored.
    """
    if session.account is None:
        return
    with session.library.read() as tx:
        ids = [row.id for row in tx.sending.rows(session.owner, "sent")]
    for start in range(0, len(ids), MOST_WRITES):
        some = ids[start : start + MOST_WRITES]
        session.ctx.check()
        session.done.requests += 1
        receipts = session.remote.receipts(some)
        if receipts.epoch != session.link.epoch:
            raise OtherEpochError(receipts.epoch)
        with session.step() as tx:
            _outgoing(session, tx).settle(receipts, some)


def push(session: Session) -> bool:
    """Send what waits; tell whether anything was.

    Raises:
        ArchiveRefusedError: this account may not write (any longer); what waits goes on waiting.
        ArchiveUntrustedError: what the archive answers isn't as agreed.
        OtherEpochError: the archive was restored.
    """
    if session.account is None:
        return False
    idle, has_sent = 0, False
    while True:
        writes = _next(session)
        if not writes:
            return has_sent
        has_sent = True
        sent = _send(session, writes)
        session.done.sent += sent.taken
        session.done.refused += sent.refused
        session.ctx.report(Progress("sending", session.done.sent))
        if sent.barred is not None:
            raise ArchiveRefusedError(403, sent.barred)
        idle = 0 if sent.taken + sent.refused else idle + 1
        if idle > _MOST_ROUNDS:
            raise ArchiveUntrustedError(session.link.url, "endless")


def _next(session: Session) -> tuple[Write, ...]:
    with session.library.read() as tx:
        if not tx.sending.has_any(session.owner):
            return ()
    with session.step() as tx:
        return _outgoing(session, tx).batch()


def _send(session: Session, writes: tuple[Write, ...]) -> Sent:
    batch = WriteBatch(session.link.epoch, writes)
    session.done.requests += 1
    try:
        results = session.remote.write(batch)
    except ArchiveRefusedError as error:
        if error.code == "other_epoch":
            raise OtherEpochError("") from error
        raise
    if results.epoch != session.link.epoch:
        raise OtherEpochError(results.epoch)
    check_results(session.link, batch, results)
    with session.step() as tx:
        return _outgoing(session, tx).answered(results.results)


def _outgoing(session: Session, tx: Transaction) -> Outgoing:
    return Outgoing(tx, session.owner, session.link.epoch, session.done.counts)
