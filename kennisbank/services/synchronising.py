"""Keeping in step with the archive: running it, and showing what waits, what is disputed and what is new."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from filelock import FileLock
from filelock import Timeout as LockTimeoutError

from kennisbank.config.settings import load_settings
from kennisbank.domain.archive import Account, ArchiveLink, Brake
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.moments import Moment
from kennisbank.domain.syncing import Choice, Conflict, Loser, SyncOutcome, Waiting
from kennisbank.errors import (
    ArchiveRefusedError,
    BadInputError,
    Cancelled,
    KennisbankError,
    LibraryBusyError,
    NotFoundError,
    NotLoggedInError,
    StorageError,
)
from kennisbank.library.acts import REMARK_KINDS
from kennisbank.library.library import Library
from kennisbank.services import remarks, saying
from kennisbank.services.annotating import AnnotationService
from kennisbank.services.archive_access import ArchiveAccess
from kennisbank.services.news import News, moment_of, news_after_edition, news_since
from kennisbank.services.searching import SearchService
from kennisbank.services.waiting_titles import titles_of
from kennisbank.sync import choosing
from kennisbank.sync.engine import SyncEngine
from kennisbank.sync.remote import Remote
from kennisbank.tasks.context import JobContext, Progress

_log = logging.getLogger(__name__)
_WAIT_S = 1.0
"""How long a sync waits for another one; short, for the other one does the same."""


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """How this library stands with the archive, without asking it.

    `link` is None while it isn't connected; in it stand when the last sync was, how it ended, a brake, and an account
    that was asked for. `account` is who is logged in (`ended`: they have to log in anew). `waiting` is queued or on its
    way, `failed` was refused; `conflicts` and `losers` are of this account and of the catalogue.
    `is_running`: in this program.
    """

    link: ArchiveLink | None = None
    account: Account | None = None
    waiting: int = 0
    failed: int = 0
    conflicts: int = 0
    losers: int = 0
    is_running: bool = False

    @property
    def brake(self) -> Brake | None:
        """Return what the last sync stopped to ask, unless it was answered."""
        brake = None if self.link is None else self.link.brake
        return None if brake is None or brake.is_released else brake


class SyncService:
    """Keeps one library in step with its archive. Every method may block: never on the GUI's thread."""

    def __init__(
        self,
        library: Library,
        access: ArchiveAccess,
        searching: SearchService,
        annotating: AnnotationService,
        *,
        beforehand: Sequence[Callable[[JobContext], ChangeSet]] = (),
        afterwards: Sequence[Callable[[JobContext], ChangeSet]] = (),
    ) -> None:
        """Keep `library` in step by way of `access`; `searching` and `annotating` follow what changed.

        Each of `beforehand` finds out what a sync has to know: whether an account was erased. Each of `afterwards`
        does what a sync entails: letting go of what was withdrawn, wanting new files.
        """
        self._library = library
        self._access = access
        self._searching = searching
        self._annotating = annotating
        self._beforehand, self._afterwards = tuple(beforehand), tuple(afterwards)
        self._is_running = False

    def run(self, ctx: JobContext | None = None, *, accept_removals: bool = False) -> SyncOutcome:
        """Bring library and archive in step, and have search and annotations follow what came. Files aren't waited for.

        How it ended stays in the status, whatever happens. While a session is over, or its token can't be had, what
        everybody sees comes in all the same; the status says that one has to log in (`Account.ended`).
        `accept_removals`: that much may go as a brake stops for.

        Raises:
            NotConnectedError: this library isn't connected.
            LibraryBusyError: another program is at it.
            SyncBrakeError: more would go than happens by itself; nothing of that was taken.
            Cancelled: `ctx` was asked to stop; what was committed stays.
            NotLoggedInError: the token of the environment is no good, and nobody is known to be logged in.
            ArchiveUnreachableError, ArchiveRefusedError, ArchiveUntrustedError, ProgramTooOldError.
        """
        ctx = ctx or JobContext()
        changes = ChangeSet()
        for each in self._beforehand:
            changes |= each(ctx)
        try:
            with self._alone():
                outcome = self._in_step(ctx, accept_removals=accept_removals)
        except Cancelled:
            raise
        except KennisbankError:
            self._catch_up(ctx)  # what came before it broke off stays, and is to be found
            raise
        return self._followed(replace(outcome, changes=changes | outcome.changes), ctx)

    def _in_step(self, ctx: JobContext, *, accept_removals: bool) -> SyncOutcome:
        """Run the engine for whoever is logged in, or else as a visitor, without showing a token."""
        changes = ChangeSet()
        with self._access.remote(ctx) as remote:
            try:
                changes = self._access.identify(remote)
                if self._access.is_logged_in():
                    outcome = SyncEngine(self._library, remote).run(ctx, accept_removals=accept_removals)
                    changes |= self._access.note_standing("")
                    return replace(outcome, changes=changes | outcome.changes)
            except (NotLoggedInError, ArchiveRefusedError) as error:
                if isinstance(error, ArchiveRefusedError) and error.code != "suspended":
                    raise
                _log.info("the session is over (%s); what everybody sees comes in", error.code)
                changes |= self._access.note_standing(error.code if error.code in {"suspended", "erased"} else "ended")
                if not changes:
                    raise
        with self._access.at(self._access.link().url, ctx) as visited:
            engine = SyncEngine(self._library, visited, as_visitor=True)
            outcome = engine.run(ctx, accept_removals=accept_removals)
        return replace(outcome, changes=changes | outcome.changes)

    def run_with(self, remote: Remote, ctx: JobContext, *, accept_removals: bool = False) -> SyncOutcome:
        """Take what everybody sees from another side than the archive itself (a stick); nothing is sent.

        Raises:
            As `run`, without what the network brings.
        """
        with self._alone():
            engine = SyncEngine(self._library, remote, as_visitor=True)
            outcome = engine.run(ctx, accept_removals=accept_removals)
        return self._followed(outcome, ctx)

    def _followed(self, outcome: SyncOutcome, ctx: JobContext) -> SyncOutcome:
        """Return what a sync did together with what it entailed."""
        changes = outcome.changes
        for each in self._afterwards:
            changes |= each(ctx)
        self._follow(changes, ctx)
        return replace(outcome, changes=changes)

    def _follow(self, changes: ChangeSet, ctx: JobContext) -> None:
        """Index what changed, and look for notes in newer versions; a search that another program indexes is let be."""
        if not changes:
            return
        self._annotating.follow(changes.ids("contribution"))
        self._catch_up(ctx)

    def _catch_up(self, ctx: JobContext) -> None:
        ctx.report(Progress("indexing"))
        try:
            self._searching.catch_up(ctx)
        except LibraryBusyError as error:
            _log.info("left to the other program: %s", error)

    def status(self) -> SyncStatus:
        """Return how this library stands with the archive; no request."""
        with self._library.read() as tx:
            link = tx.archives.link()
            counts = tx.unsent.counts()
            waiting = [row.state for row, _reason in tx.unsent.remarks()]
            failed = waiting.count("failed")
            return SyncStatus(
                link=link,
                account=tx.archives.current(),
                waiting=counts.get("queued", 0) + counts.get("sent", 0) + len(waiting) - failed,
                failed=counts.get("failed", 0) + failed,
                conflicts=len(tx.synced.conflicts()),
                losers=len(tx.synced.losers()),
                is_running=self._is_running,
            )

    # What waits.

    def waiting(self) -> list[Waiting]:
        """Return what of this account's own, and of nobody's, the archive hasn't taken yet, the oldest first."""
        with self._library.read() as tx:
            rows = [*tx.unsent.all(), *tx.unsent.said(), *tx.unsent.remarks()]
            titles = titles_of(tx, [(row.kind, row.entity) for row, _ in rows])
        return [
            Waiting(
                id=row.id,
                kind=row.kind,
                entity=row.entity,
                title=titles[row.kind, row.entity],
                action=row.op,
                since=row.created,
                state=row.state,
                reason=reason,
                act=str(row.payload["kind"]) if row.kind == "act" else "",
            )
            for row, reason in rows
        ]

    def retry(self, waiting_id: str) -> ChangeSet:
        """Have what was refused sent again with the next sync.

        Raises:
            NotFoundError: it doesn't wait (any longer).
        """
        with self._library.write() as tx:
            if remarks.queue_again(tx, waiting_id):
                return tx.changes
            if tx.acts.find(waiting_id) is not None:
                saying.retry(tx, waiting_id)
                return tx.changes
            found = tx.unsent.find(waiting_id)
            if found is None:
                raise NotFoundError("outbox row", waiting_id)
            row, _reason = found
            if row.state == "failed":
                tx.sending.queue(row.owner, row.kind, row.entity, row.op)
            return tx.changes

    def take_back(self, waiting_id: str) -> ChangeSet:
        """Have something not sent: what is new stays here as nobody's, anything else is as it was last agreed.

        What was written to somebody is a draft again.

        Raises:
            NotFoundError: it doesn't wait (any longer).
            BadInputError: it is on its way; whether the archive has it, the next sync says.
            NotSaidError: so is this, which was said to somebody.
        """
        with self._library.read() as tx:
            act = tx.acts.find(waiting_id)
        if act is not None and act.kind in REMARK_KINDS:
            return remarks.forget(self._library, waiting_id)
        with self._library.write() as tx:
            if tx.acts.find(waiting_id) is not None:
                saying.take_back(tx, waiting_id)
                return tx.changes
            found = tx.unsent.find(waiting_id)
            if found is None:
                raise NotFoundError("outbox row", waiting_id)
            if found[0].state == "sent":
                raise BadInputError("This is on its way to the archive; the next sync tells whether it arrived.")
            choosing.take_back(tx, found[0])
            return tx.changes

    # Conflicts, and what lost.

    def conflicts(self) -> list[Conflict]:
        """Return what was changed here and at the archive, differently, the oldest first."""
        with self._library.read() as tx:
            return tx.synced.conflicts()

    def titles(self, things: Sequence[Conflict | Loser | Waiting]) -> dict[str, str]:
        """Return by the id of each of these what the thing that it is about is called; empty where that isn't known."""
        with self._library.read() as tx:
            found = titles_of(tx, [(each.kind, each.entity) for each in things])
        return {each.id: found[each.kind, each.entity] for each in things}

    def can_be_both(self, conflict: Conflict) -> bool:
        """Tell whether `both` may be chosen: whether the field can hold what each side says."""
        return choosing.can_be_both(conflict)

    def resolve(self, conflict_id: str, choice: Choice) -> ChangeSet:
        """Settle a conflict; the side that wasn't chosen is kept among the losers. `both` keeps what each side says.

        Raises:
            NotFoundError: there is no such conflict (any longer).
            BadInputError: of this field there can't be both.
        """
        with self._library.write() as tx:
            found = tx.synced.conflict(conflict_id)
            if found is None:
                raise NotFoundError("conflict", conflict_id)
            choosing.resolve(tx, found, choice)
            return tx.changes

    def losers(self) -> list[Loser]:
        """Return the versions that lost and are kept for 30 days, the latest first."""
        with self._library.read() as tx:
            return tx.synced.losers()

    def bring_back(self, loser_id: str) -> ChangeSet:
        """Make a version that lost the one in force; what was in force is kept among the losers.

        Raises:
            NotFoundError: it isn't kept (any longer).
        """
        with self._library.write() as tx:
            found = tx.synced.loser(loser_id)
            if found is None:
                raise NotFoundError("version", loser_id)
            choosing.bring_back(tx, found)
            return tx.changes

    # The brake.

    def release_brake(self) -> ChangeSet:
        """Say that what the last sync stopped for is meant: the next one may remove that much."""
        with self._library.write() as tx:
            link = tx.archives.link()
            if link is not None and link.brake is not None:
                tx.archives.save_link(replace(link, brake=replace(link.brake, is_released=True)))
            return tx.changes

    # News.

    def news(self, since: Moment | None = None, *, edition: str = "") -> News:
        """Return what is new since a moment, without one since the last visit; or what came after an edition."""
        with self._library.read() as tx:
            if edition:
                return news_after_edition(tx, edition)
            visit = load_settings(self._library.paths.settings_file).last_visit
            return news_since(tx, since if since is not None else moment_of(visit))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold what only one program may do at a time.

        Raises:
            LibraryBusyError: another one is at it.
        """
        lock = FileLock(self._library.paths.sync_lock)
        try:
            lock.acquire(timeout=_WAIT_S)
        except LockTimeoutError as error:
            raise LibraryBusyError(self._library.paths.home, "sync") from error
        except OSError as error:
            raise StorageError(self._library.paths.home, error.strerror or str(error)) from error
        self._is_running = True
        try:
            yield
        finally:
            self._is_running = False
            lock.release()
