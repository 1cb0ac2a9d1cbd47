"""Keeping a library in step with an archive: small committed steps, each of which may be the last one before a kill.

In this order: what was on its way is settled by receipts; what is new at the archive comes in, page by page; what
waits is sent and said; the mailbox is emptied; and both sides' digests are compared. Where the archive stands is stored
with what it brought, never before. One request when there is no news.
"""

import logging
from dataclasses import replace
from datetime import timedelta

from kennisbank.domain.moments import Moment, now
from kennisbank.domain.syncing import SyncOutcome
from kennisbank.errors import ArchiveUntrustedError, Cancelled, KennisbankError, SyncBrakeError
from kennisbank.library.library import Library
from kennisbank.sync.acting import offer_acts_again, say, settle_acts
from kennisbank.sync.comparing import begin_anew, compare, is_known_difference, note_difference
from kennisbank.sync.hearing import hear
from kennisbank.sync.outgoing import Outgoing
from kennisbank.sync.protocol import ChangesPage
from kennisbank.sync.pulling import pull
from kennisbank.sync.pushing import push, settle
from kennisbank.sync.remote import Remote
from kennisbank.sync.session import OtherEpochError, Session
from kennisbank.sync.trust import check_info
from kennisbank.tasks.context import JobContext, Progress

_log = logging.getLogger(__name__)
_MOST_EPOCHS = 3
_MOST_TURNS = 5
"""Turns of taking in and sending: each but the first because others wrote meanwhile."""
_KEPT = timedelta(days=30)


class SyncEngine:
    """Keeps one library in step with one archive. The caller sees to it that only one program does so at a time."""

    def __init__(self, library: Library, remote: Remote, *, as_visitor: bool = False) -> None:
        """Keep `library` in step with what `remote` speaks to, for the account that is logged in (or `as_visitor`)."""
        self._library = library
        self._remote = remote
        self._as_visitor = as_visitor

    def run(self, ctx: JobContext | None = None, *, accept_removals: bool = False) -> SyncOutcome:
        """Bring both sides in step and return what was done; how it ended stays in the link, whatever happens.

        May be killed at any moment and started again. `accept_removals`: as much may go as the archive says.

        Raises:
            NotConnectedError: the library isn't connected.
            SyncBrakeError: more would go than happens by itself; nothing of that was taken.
            Cancelled: `ctx` was asked to stop; what was committed stays.
            ArchiveUntrustedError: what answers isn't the archive, or its answers aren't as agreed.
            KennisbankError: whatever else the remote raises; what was committed stays.
        """
        session = Session(
            self._library,
            self._remote,
            ctx or JobContext(),
            accepts_removals=accept_removals,
            as_visitor=self._as_visitor,
        )
        try:
            self._run(session)
        except KennisbankError as error:
            _note_end(session, _name(error), str(getattr(error, "code", "")) or str(error))
            raise
        _note_end(session, "", "")
        return session.done.outcome()

    def _run(self, session: Session) -> None:
        session.ctx.report(Progress("syncing"))
        for _ in range(_MOST_EPOCHS):
            try:
                page = _in_step(session)
                self._compare(session, page)
            except OtherEpochError as error:
                self._begin_epoch(session, error.epoch)
            else:
                return
        raise ArchiveUntrustedError(session.link.url, "endless", "it was restored again and again")

    def _begin_epoch(self, session: Session, epoch: str) -> None:
        """Note that the archive was restored, if it is still the same one."""
        session.done.requests += 1
        info = session.remote.info()
        check_info(session.link, info)
        _log.info("the archive was restored; everything is compared")
        if epoch in {"", info.epoch} and info.epoch != session.link.epoch:
            begin_anew(session, info.epoch, info.begun if info.begun_of == session.link.epoch else 0)

    def _compare(self, session: Session, page: ChangesPage) -> None:
        parts = compare(session, page)
        if parts and set(parts) <= set(is_known_difference(session, page)):
            session.done.differs = ", ".join(parts)
            return
        if parts:
            _log.warning("library and archive differ (%s); everything is compared", ", ".join(parts))
            begin_anew(session, session.link.epoch, page.head)
            page = _in_step(session)
            parts = compare(session, page)
        if parts:
            note_difference(session, page, parts)


def _in_step(session: Session) -> ChangesPage:
    """Take in what is new and send what waits, until nobody has anything new; return the archive's last page."""
    settle(session)
    settle_acts(session)
    page = pull(session)
    offer_acts_again(session)
    waiting: set[str] = set()
    for _ in range(_MOST_TURNS):
        _offer_again(session)
        has_sent = push(session)
        if not (say(session, waiting) or has_sent):
            break
        page = pull(session)
    hear(session, page)
    return page


def _offer_again(session: Session) -> None:
    """Queue what the archive lacks of one's own, where nothing was compared since it began to count anew."""
    if session.account is None:
        return
    with session.library.read() as tx:
        is_known = bool(tx.synced.agreed(session.link.id, session.account.id))
    if not is_known:
        with session.step() as tx:
            Outgoing(tx, session.owner, session.link.epoch, session.done.counts).offer_again()


def _note_end(session: Session, outcome: str, detail: str) -> None:
    """Write down how it ended, what somebody allowed is used up by it, and what lost long ago is forgotten."""
    moment = now()
    with session.library.write() as tx:
        link = tx.archives.link()
        if link is None or link.id != session.link.id:
            return
        brake = link.brake if outcome else None
        synced = link.synced if outcome else moment
        tx.archives.save_link(replace(link, outcome=outcome, detail=detail, brake=brake, synced=synced))
        tx.synced.drop_losers_before(Moment(moment.utc - _KEPT, moment.zone))


def _name(error: KennisbankError) -> str:
    """Return by what name the link remembers how a sync ended."""
    if isinstance(error, Cancelled):
        return "cancelled"
    return "brake" if isinstance(error, SyncBrakeError) else type(error).__name__
