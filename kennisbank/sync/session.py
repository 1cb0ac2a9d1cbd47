"""What one sync works with: the library, the archive as one account sees it, and what was done so far."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from kennisbank.domain.archive import Account, ArchiveLink
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.syncing import SyncOutcome
from kennisbank.errors import Cancelled, NotConnectedError
from kennisbank.library.library import Library
from kennisbank.library.outbox import NOBODY, Owner
from kennisbank.library.transaction import Transaction
from kennisbank.sync.agreement import Counts
from kennisbank.sync.remote import Remote
from kennisbank.tasks.context import JobContext

_BOOKKEEPING = frozenset({"archive", "account"})
"""Up to where everything was taken: no change of what anybody has."""


class OtherEpochError(Exception):
    """The archive was restored: it counts anew. Never leaves this package."""

    def __init__(self, epoch: str) -> None:
        """It calls the time since then `epoch`; empty where it didn't say."""
        super().__init__(epoch)
        self.epoch = epoch


@dataclass(slots=True)
class Done:
    """What one sync did so far, and what changed in the library by it."""

    counts: Counts = field(default_factory=Counts)
    received: int = 0
    sent: int = 0
    refused: int = 0
    requests: int = 0
    differs: str = ""
    changes: ChangeSet = field(default_factory=ChangeSet)

    def outcome(self) -> SyncOutcome:
        """Return it for people to see."""
        return SyncOutcome(
            received=self.received,
            added=self.counts.added,
            updated=self.counts.updated,
            removed=self.counts.removed,
            sent=self.sent,
            refused=self.refused,
            conflicts=self.counts.conflicts,
            requests=self.requests,
            differs=self.differs,
            changes=self.changes,
        )


class Session:
    """One sync. `link` and `account` (None: a visitor) are as the last step left them."""

    def __init__(
        self, library: Library, remote: Remote, ctx: JobContext, *, accepts_removals: bool, as_visitor: bool = False
    ) -> None:
        """Begin with the library as it stands; `as_visitor`: with what everybody sees, whoever is logged in.

        Raises:
            NotConnectedError: it isn't connected to an archive.
        """
        self.library = library
        self.remote = remote
        self.ctx = ctx
        self.accepts_removals = accepts_removals
        self.done = Done()
        with library.read() as tx:
            link, self.account = tx.archives.link(), tx.archives.current()
        if link is None:
            raise NotConnectedError
        self.link: ArchiveLink = link
        if as_visitor or (self.account is not None and self.account.archive != link.id):
            self.account = None

    @property
    def owner(self) -> Owner:
        """Return whose records come in and go out; `NOBODY` for a visitor."""
        return NOBODY if self.account is None else Owner(self.account.archive, self.account.id)

    @contextmanager
    def step(self) -> Iterator[Transaction]:
        """Give a transaction that writes what comes from the archive: all of it or nothing.

        Raises:
            Cancelled: somebody else logged in or out meanwhile, or connected the library elsewhere.
        """
        self.ctx.check()
        with self.library.write() as tx:
            link, account = tx.archives.link(), tx.archives.current()
            if link is None or link.id != self.link.id or not _is_same(account, self.account):
                raise Cancelled
            with tx.outbox.arriving():
                yield tx
            link, account, changes = tx.archives.link(), tx.archives.current(), tx.changes
        assert link is not None
        self.link = link
        self.account = account if self.account is not None else None
        self.done.changes |= ChangeSet(tuple(each for each in changes.changes if each.kind not in _BOOKKEEPING))

    def stand(self, tx: Transaction, revision: int, *, public: bool, mine: bool) -> None:
        """Note, in the transaction that wrote it, up to where everything has been taken."""
        link, account = tx.archives.link(), tx.archives.current()
        assert link is not None
        if public and revision > link.revision:
            tx.archives.save_link(replace(link, revision=revision))
        if mine and account is not None and self.account is not None and revision > account.revision:
            tx.archives.save_account(replace(account, revision=revision))


def _is_same(now: Account | None, then: Account | None) -> bool:
    """Tell whether who was logged in still is; for a visitor it doesn't matter."""
    return then is None or (now is not None and (now.archive, now.id) == (then.archive, then.id))
