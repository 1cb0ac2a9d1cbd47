"""At the end, whether both sides have the same: counts and hashes, and what is done when they differ."""

from dataclasses import replace

from kennisbank.library.synced import PUBLIC
from kennisbank.library.transaction import Transaction
from kennisbank.sync.brakes import Losses, limit
from kennisbank.sync.protocol import ChangesPage, Digest
from kennisbank.sync.protocol_codec import digest_of, mark
from kennisbank.sync.pulling import allowed, stop
from kennisbank.sync.session import Session

_DIFFERS = "differs:"


def compare(session: Session, page: ChangesPage) -> tuple[str, ...]:
    """Return which part differs from what the archive has at its last page: ``public``, ``mine``, or nothing.

    What was compared before and hasn't changed since isn't computed again.

    Raises:
        SyncBrakeError: the archive is suddenly empty.
    """
    _refuse_emptiness(session, page)
    with session.library.read() as tx:
        news = [each for each in _pairs(session, page) if not _is_agreed(tx, session, each[1], each[2])]
        different = tuple(name for name, account, theirs in news if _ours(tx, session, account) != theirs)
    if len(different) < len(news):
        with session.step() as tx:
            for name, account, theirs in news:
                if theirs is not None and name not in different:
                    tx.synced.agree(session.link.id, account, _text(theirs))
    return different


def note_difference(session: Session, page: ChangesPage, parts: tuple[str, ...]) -> None:
    """Remember what couldn't be mended, so that it isn't tried again while nothing changes at the archive."""
    with session.step() as tx:
        for name, account, theirs in _pairs(session, page):
            if name in parts and theirs is not None:
                tx.synced.agree(session.link.id, account, _DIFFERS + _text(theirs))
    session.done.differs = ", ".join(parts)


def is_known_difference(session: Session, page: ChangesPage) -> tuple[str, ...]:
    """Return which parts were fully compared before with just this at the archive, and differed."""
    with session.library.read() as tx:
        return tuple(
            name
            for name, account, theirs in _pairs(session, page)
            if theirs is not None and tx.synced.agreed(session.link.id, account) == _DIFFERS + _text(theirs)
        )


def begin_anew(session: Session, epoch: str, begun: int) -> None:
    """Have everything compared: nothing that is here goes by it, what the archive lacks is offered again.

    What was agreed up to the revision `begun`, the archive remembers.
    """
    with session.step() as tx:
        tx.synced.begin_epoch(session.link.id, begun)
        link = tx.archives.link()
        assert link is not None
        tx.archives.save_link(replace(link, epoch=epoch, revision=0))
        for account in tx.archives.accounts():
            if account.archive == link.id:
                tx.archives.save_account(replace(account, revision=0))


def _pairs(session: Session, page: ChangesPage) -> list[tuple[str, str, Digest | None]]:
    pairs = [("public", PUBLIC, page.public)]
    if session.account is not None:
        pairs.append(("mine", session.account.id, page.mine))
    return pairs


def _is_agreed(tx: Transaction, session: Session, account: str, theirs: Digest | None) -> bool:
    """Tell whether there is nothing to compare: the archive says nothing, or what it said when nothing has changed."""
    if theirs is None:
        return True
    return not session.done.changes and tx.synced.agreed(session.link.id, account) == _text(theirs)


def _ours(tx: Transaction, session: Session, account: str) -> Digest:
    return digest_of([mark(*each) for each in tx.synced.marks(session.link.id, account)])


def _refuse_emptiness(session: Session, page: ChangesPage) -> None:
    """Stop when everything is gone of what the archive had, without a word about it."""
    if page.public is None or page.public.count:
        return
    with session.library.read() as tx:
        if tx.synced.agreed(session.link.id, PUBLIC) == _text(page.public):
            return
        had = tx.synced.count_all(session.link.id, "contribution")
        total = tx.contributions.count()
    if had > limit(total) and allowed(session) < had:
        raise stop(session, Losses(had, 0, total), page.head)


def _text(digest: Digest) -> str:
    return f"{digest.count}:{digest.sum:x}"
