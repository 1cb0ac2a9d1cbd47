"""Carrying messages out: one after another, in the background, tried again until they have left."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import anyio
from anyio import CapacityLimiter, from_thread, to_thread

from kennisbank.archive.accounts.desk import Desk
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.database.moments import stamp, utc_now
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.letters.letters import write_letter
from kennisbank.archive.mail.outgoing import Waiting
from kennisbank.archive.mail.post import Post, PostError
from kennisbank.archive.people.claim_codes import ClaimCodes
from kennisbank.archive.world import Archive
from kennisbank.errors import KennisbankError

LOG = logging.getLogger("kennisbank.archive.courier")
LOOK_S = 30.0
"""After how many seconds it looks by itself: for what is to be tried again, and what other processes left."""
TIDY = timedelta(hours=1)


class Courier:
    """Sends what stands in the table of outgoing messages. From any thread."""

    def __init__(
        self,
        archive: Archive,
        post: Post,
        config: ArchiveConfig,
        *,
        clock: Callable[[], datetime] = utc_now,
        daily: Callable[[datetime], None] | None = None,
    ) -> None:
        """Send the messages of `archive` through `post`; `daily` is asked at each look whether its hour has come."""
        self._daily = daily
        self._archive = archive
        self._post = post
        self._config = config
        self._clock = clock
        self._keyed = Keyed(archive.key.private)
        self._event: anyio.Event | None = None
        self._tidied: datetime | None = None

    def deliver(self) -> int:
        """Send all that is due and return how many messages left. What fails stays, to be tried later."""
        sent = 0
        while (waiting := self._take()) is not None:
            sent += self._deliver(waiting)
        return sent

    def tidy(self) -> None:
        """Remove what needn't be kept any longer: counts, codes, sessions, requests, the trail, given-up messages."""
        now = self._clock()
        retention = self._config.retention
        with self._archive.write() as tx:
            desk = Desk(tx.connection, self._keyed)
            desk.limits.forget(now)
            desk.codes.forget(now)
            ClaimCodes(tx.connection, self._keyed).forget_old(now)
            desk.outgoing.forget(now)
            if retention.sessions_days:
                desk.sessions.forget(now, timedelta(days=retention.sessions_days))
            if retention.requests_days:
                desk.accounts.forget_requests(now - timedelta(days=retention.requests_days))
            if retention.audit_days:
                desk.audit.forget_before(stamp(now - timedelta(days=retention.audit_days)))

    def wake(self) -> None:
        """Have it look now. From a worker thread of the running server; elsewhere nothing happens."""
        if self._event is not None:
            from_thread.run_sync(self._event.set)

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """Deliver and tidy up in a thread of its own, as long as the ``async with`` lasts."""
        async with anyio.create_task_group() as group:
            group.start_soon(self._work)
            try:
                yield
            finally:
                self._event = None
                group.cancel_scope.cancel()

    async def _work(self) -> None:
        limiter = CapacityLimiter(1)
        while True:
            self._event = event = anyio.Event()
            await to_thread.run_sync(self._round, limiter=limiter)
            with anyio.move_on_after(LOOK_S):
                await event.wait()

    def _round(self) -> None:
        try:
            self.deliver()
            now = self._clock()
            if self._tidied is None or now - self._tidied >= TIDY:
                self.tidy()
                self._tidied = now
            if self._daily is not None:
                self._daily(now)
                self.deliver()
        except KennisbankError:
            LOG.exception("messages wait: the archive's database can't be used")
        except Exception:
            LOG.exception("messages wait because of a bug")

    def _take(self) -> Waiting | None:
        now = self._clock()
        with self._archive.read() as tx:
            if not Desk(tx.connection, self._keyed).outgoing.is_due(now):
                return None
        with self._archive.write() as tx:
            return Desk(tx.connection, self._keyed).outgoing.take(now)

    def _deliver(self, waiting: Waiting) -> int:
        try:
            now = self._clock()
            with self._archive.write() as tx:
                message = write_letter(Desk(tx.connection, self._keyed), waiting, self._config, now)
            if message is not None:
                self._post.send(message)
        except PostError as error:
            LOG.warning("a message wasn't sent", extra={"why": error.code, "final": error.is_final})
            self._failed(waiting, error.code, is_final=error.is_final)
            return 0
        except KennisbankError:
            raise
        except Exception:
            LOG.exception("a message wasn't sent because of a bug")
            self._failed(waiting, "bug", is_final=False)
            return 0
        with self._archive.write() as tx:
            Desk(tx.connection, self._keyed).outgoing.done(waiting)
        return int(message is not None)

    def _failed(self, waiting: Waiting, code: str, *, is_final: bool) -> None:
        with self._archive.write() as tx:
            Desk(tx.connection, self._keyed).outgoing.failed(waiting, code, self._clock(), is_final=is_final)
