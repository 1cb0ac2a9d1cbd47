"""What is new at the archive comes in: page by page, each in one transaction with the place up to which it reaches."""

from dataclasses import replace

from kennisbank.domain.archive import Brake
from kennisbank.errors import SyncBrakeError
from kennisbank.library.transaction import Transaction
from kennisbank.sync.brakes import FEW, Losses, limit, losses
from kennisbank.sync.catalogue import Catalogue
from kennisbank.sync.personal import Personal
from kennisbank.sync.protocol import CATALOGUE, PAGE, VOICES, ChangesPage, Record, Scope
from kennisbank.sync.protocol import PUBLIC as PUBLIC_KINDS
from kennisbank.sync.session import OtherEpochError, Session
from kennisbank.sync.trust import PageCheck
from kennisbank.sync.voices import Voices
from kennisbank.tasks.context import Progress


def pull(session: Session) -> ChangesPage:
    """Take in all that is new and return the last page.

    Somebody who logged in later than the catalogue was taken catches up with what is their own first.

    Raises:
        SyncBrakeError: so much would go that somebody has to say that it is meant; it stays noted until then.
        ArchiveUntrustedError: what comes isn't as agreed; nothing of that page was taken.
        OtherEpochError: the archive was restored.
    """
    account = session.account
    if account is None:
        return _pull(session, "public", session.link.revision)
    if account.revision < session.link.revision:
        _pull(session, "mine", account.revision)
    return _pull(session, "all", session.link.revision)


def _pull(session: Session, scope: Scope, since: int) -> ChangesPage:
    check = PageCheck(session.link, since, PAGE)
    has_looked_ahead = False
    while True:
        page = _asked(session, check, scope)
        if not has_looked_ahead and page.removals > FEW and page.removals > limit(_total(session)):
            _look_ahead(session, scope, check, page)
        has_looked_ahead = True
        check.check(page)
        if page.records or page.revision > since:
            _take(session, scope, page)
        session.ctx.report(Progress("syncing", page.revision, page.head))
        if page.is_last:
            return page


def _asked(session: Session, check: PageCheck, scope: Scope) -> ChangesPage:
    session.ctx.check()
    session.done.requests += 1
    page = session.remote.changes(check.since, scope=scope, limit=PAGE)
    if page.archive == session.link.id and page.epoch != session.link.epoch:
        raise OtherEpochError(page.epoch)
    return page


def _take(session: Session, scope: Scope, page: ChangesPage) -> None:
    may_go = allowed(session)
    with session.step() as tx:
        catalogue, own = losses(tx, session.link.id, session.owner, page.records)
        stopped = next((each for each in (catalogue, own) if each.is_too_much(may_go)), None)
        if stopped is None:
            counts = session.done.counts
            counts.is_allowed = may_go > 0
            Catalogue(tx, session.link.id, counts).take([each for each in page.records if each.kind in CATALOGUE])
            Voices(tx, session.link.id, counts).take([each for each in page.records if each.kind in VOICES])
            personal = [each for each in page.records if each.kind not in PUBLIC_KINDS]
            if personal and session.account is not None:
                Personal(tx, session.owner, counts).take(personal)
            _use_up(tx, catalogue.going + own.going)
            session.stand(tx, page.revision, public=scope != "mine", mine=scope != "public")
            session.done.received += len(page.records)
    if stopped is not None:
        raise stop(session, stopped, page.head)


def _look_ahead(session: Session, scope: Scope, check: PageCheck, page: ChangesPage) -> None:
    """Count what would go before anything does: an archive that says honestly how much that is takes nothing first.

    Raises:
        SyncBrakeError: it is too much.
    """
    with session.library.read() as tx:
        if not tx.synced.knows(session.link.id):
            return
    ahead = PageCheck(check.link, check.since, check.limit)
    removals: list[Record] = []
    while True:
        ahead.check(page)
        removals.extend(each for each in page.records if each.gone is not None)
        if page.is_last:
            break
        page = _asked(session, ahead, scope)
    with session.library.read() as tx:
        found = losses(tx, session.link.id, session.owner, removals)
    for each in found:
        if each.is_too_much(allowed(session)):
            raise stop(session, each, page.head)


def allowed(session: Session) -> int:
    """Return how many things somebody said may go."""
    if session.accepts_removals:
        return 1 << 53
    brake = session.link.brake
    return brake.removals if brake is not None and brake.is_released else 0


def stop(session: Session, found: Losses, head: int) -> SyncBrakeError:
    """Note that somebody has to be asked, and return the error that says so."""
    with session.step() as tx:
        link = tx.archives.link()
        assert link is not None
        tx.archives.save_link(replace(link, brake=Brake(head, found.going, found.total)))
    return SyncBrakeError(found.going, found.total)


def _use_up(tx: Transaction, going: int) -> None:
    """Let what goes now be allowed no second time."""
    link = tx.archives.link()
    if going and link is not None and link.brake is not None and link.brake.is_released:
        left = replace(link.brake, removals=max(0, link.brake.removals - going))
        tx.archives.save_link(replace(link, brake=left))


def _total(session: Session) -> int:
    with session.library.read() as tx:
        return tx.contributions.count()
