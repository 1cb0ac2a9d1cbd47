"""The task runner: the only module of the program that starts threads.

A job is a function of a `JobContext`; it runs on a pool thread and never touches a QObject. Its answer comes back on
the GUI thread by one queued signal, unless its owner is gone or it was cancelled meanwhile: then it is dropped. Four
queues: `read` (several at once), `write` (one after another), `long` (imports and indexing, one after another, with
progress for the status line), and `fetch` (downloads: as `long`, but nothing else waits for them).
"""

import itertools
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

from kennisbank.errors import Cancelled, KennisbankError
from kennisbank.tasks.context import JobContext, Progress

T = TypeVar("T")
Job = Callable[[JobContext], T]
OnError = Callable[[Exception], object]
Queue = Literal["read", "write", "long", "fetch"]

_log = logging.getLogger(__name__)
_PROGRESS_EVERY_S = 0.05
_THREADS: dict[Queue, int] = {"read": 4, "write": 1, "long": 1, "fetch": 1}


@dataclass(slots=True)
class LongJob:
    """A long job as the status line shows it. `title` is what it does, in the reader's words; made by `TaskRunner`."""

    title: str
    ctx: JobContext
    progress: Progress = Progress("")  # noqa: RUF009 - frozen
    is_running: bool = False


class TaskRunner(QObject):
    """Runs jobs off the GUI thread. Live on the GUI thread; call it there only."""

    job_started = Signal(object)
    """A `LongJob` was handed in (it may have to wait for an earlier one)."""
    job_progressed = Signal(object)
    """A `LongJob` got further; at most twenty times a second."""
    job_finished = Signal(object)
    """A `LongJob` is done, failed or cancelled."""
    bug_met = Signal(object)
    """An exception that nobody planned for escaped from a job; it is in the log already."""

    _settled = Signal(int, object, object)
    _progressed = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make the queues; no thread is started before the first job."""
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._running: dict[int, _Running] = {}
        self._pools: dict[Queue, QThreadPool] = {}
        for queue, threads in _THREADS.items():
            pool = QThreadPool(self)
            pool.setMaxThreadCount(threads)
            self._pools[queue] = pool
        self._is_closed = False
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)

    @property
    def long_jobs(self) -> tuple[LongJob, ...]:
        """Return the long jobs that are running or waiting, oldest first."""
        return tuple(each.long for each in self._running.values() if each.long is not None)

    @property
    def is_idle(self) -> bool:
        """Tell whether no job is running or waiting."""
        return not self._running

    def read(
        self,
        owner: QObject,
        job: Job[T],
        on_done: Callable[[T], object] | None = None,
        on_error: OnError | None = None,
    ) -> JobContext:
        """Run `job` beside other reads, and give its answer to `on_done` on the GUI thread.

        Cancel the returned context to have the answer dropped. `on_error` gets a `KennisbankError`, or any other
        exception after it was logged as a bug. Neither is called once `owner` is deleted or the job is cancelled.
        """
        return self._start("read", owner, job, on_done, on_error, None)

    def write(
        self,
        owner: QObject,
        job: Job[T],
        on_done: Callable[[T], object] | None = None,
        on_error: OnError | None = None,
    ) -> JobContext:
        """Run `job` after all writes handed in before it; else as `read`."""
        return self._start("write", owner, job, on_done, on_error, None)

    def long(
        self,
        owner: QObject,
        title: str,
        job: Job[T],
        on_done: Callable[[T], object] | None = None,
        on_error: OnError | None = None,
        on_progress: Callable[[Progress], object] | None = None,
    ) -> LongJob:
        """Run `job` after earlier long jobs; the status line shows `title`, its progress and a way to cancel.

        Unlike the others a cancelled long job is still heard: a job that returns what it did until then gives that to
        `on_done`; one that raises `Cancelled` gives that to `on_error`.
        """
        long = LongJob(title, JobContext())
        self._start("long", owner, job, on_done, on_error, _Long(long, on_progress))
        return long

    def fetch(
        self,
        owner: QObject,
        title: str,
        job: Job[T],
        on_done: Callable[[T], object] | None = None,
        on_error: OnError | None = None,
        on_progress: Callable[[Progress], object] | None = None,
    ) -> LongJob:
        """Run `job` as a long one that mostly waits for the network: after other downloads, beside the rest."""
        long = LongJob(title, JobContext())
        self._start("fetch", owner, job, on_done, on_error, _Long(long, on_progress))
        return long

    def shut_down(self, wait_ms: int = 5000) -> bool:
        """Cancel everything and wait for it at most `wait_ms` in all; return whether all of it stopped.

        Writes that were handed in are carried out first: what somebody wrote last isn't lost. Nothing is delivered any
        more. Called once, when the program ends.
        """
        self._is_closed = True
        deadline = QDeadlineTimer(wait_ms)
        for running in self._running.values():
            if running.queue != "write":
                running.ctx.cancel()
        stopped = self._pools["write"].waitForDone(deadline)
        for running in self._running.values():
            running.ctx.cancel()
        for pool in self._pools.values():
            pool.clear()
            stopped = pool.waitForDone(deadline) and stopped
        if not stopped:
            _log.warning("A job did not stop within %d ms", wait_ms)
        self._running.clear()
        return stopped

    def _start(
        self,
        queue: Queue,
        owner: QObject,
        job: Job[Any],
        on_done: Callable[[Any], object] | None,
        on_error: OnError | None,
        long: "_Long | None",
    ) -> JobContext:
        number = next(self._numbers)
        throttle = _Throttle(lambda progress: self._progressed.emit(number, progress))
        ctx = JobContext(throttle.report)
        running = _Running(number, queue, owner, ctx, on_done, on_error)
        if long is not None:
            long.job.ctx = ctx
            running.long, running.on_progress = long.job, long.on_progress
        work = _Work(running, job, self)
        if self._is_closed:
            ctx.cancel()
            return ctx
        self._running[number] = running
        if running.long is not None:
            self.job_started.emit(running.long)
        self._pools[queue].start(work.run)
        return ctx

    def settle(self, number: int, answer: object, error: Exception | None) -> None:
        """Take the answer of a job; called on the job's thread."""
        if not self._is_closed:
            self._settled.emit(number, answer, error)

    @Slot(int, object, object)
    def _deliver(self, number: int, answer: object, error: Exception | None) -> None:
        running = self._running.pop(number, None)
        if running is None:
            return
        if running.long is not None:
            running.long.is_running = False
            self.job_finished.emit(running.long)
        if error is not None and not isinstance(error, KennisbankError):
            self.bug_met.emit(error)
        if not isValid(running.owner) or (running.ctx.is_cancelled and running.long is None):
            return
        if error is None:
            if running.on_done is not None:
                running.on_done(answer)
        elif running.on_error is not None:
            running.on_error(error)

    @Slot(int, object)
    def _show_progress(self, number: int, progress: Progress) -> None:
        running = self._running.get(number)
        if running is None or running.long is None:
            return
        running.long.progress = progress
        running.long.is_running = True
        self.job_progressed.emit(running.long)
        if running.on_progress is not None and isValid(running.owner):
            running.on_progress(progress)


@dataclass(slots=True)
class _Long:
    job: LongJob
    on_progress: Callable[[Progress], object] | None


@dataclass(slots=True)
class _Running:
    """What the runner keeps of a job while it runs."""

    number: int
    queue: Queue
    owner: QObject
    ctx: JobContext
    on_done: Callable[[Any], object] | None
    on_error: OnError | None
    long: LongJob | None = None
    on_progress: Callable[[Progress], object] | None = None


class _Work:
    """Carries one job to a pool thread.

    A method is handed to the pool, and no `QRunnable` made in Python: the pool's wrapper keeps every one of those, with
    all that its job holds, for as long as the pool lives.
    """

    def __init__(self, running: _Running, job: Job[Any], runner: TaskRunner) -> None:
        self._number, self._ctx = running.number, running.ctx
        self._job = job
        self._runner = runner

    def run(self) -> None:
        try:
            self._ctx.check()
            answer = self._job(self._ctx)
        except Cancelled as cancelled:
            self._runner.settle(self._number, None, cancelled)
        except KennisbankError as error:
            _log.info("%s: %s", type(error).__name__, error)
            self._runner.settle(self._number, None, error)
        except Exception as bug:  # noqa: BLE001 - the edge of a thread: whatever escapes is a bug, told and logged
            _log.critical("A job failed in a way nobody planned for", exc_info=bug)
            self._runner.settle(self._number, None, bug)
        else:
            self._runner.settle(self._number, answer, None)


class _Throttle:
    """Lets through a report when something other than the count changed, at the end, and else every 50 ms."""

    def __init__(self, send: Callable[[Progress], None]) -> None:
        self._send = send
        self._last = Progress("\0")
        self._sent_at = 0.0

    def report(self, progress: Progress) -> None:
        now = time.monotonic()
        is_news = progress.stage != self._last.stage or progress.total != self._last.total
        is_last = progress.total > 0 and progress.done >= progress.total
        if is_news or is_last or now - self._sent_at >= _PROGRESS_EVERY_S:
            self._last, self._sent_at = progress, now
            self._send(progress)
