"""A pool of child processes that survives what its tasks do to it (Pebble; `docs/adr/0004`).

A task that runs over its time, or brings its process down, fails alone: the process is replaced and the other tasks go
on. Should the pool itself break (its processes were killed from outside while idle), a fresh one is made and the tasks
that were waiting are given to it.
"""

import logging
import multiprocessing
import signal
import sys
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from threading import RLock
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

T = TypeVar("T")

_log = logging.getLogger(__name__)

_ATTEMPTS = 3
_PRELOADED = [__name__, *(f"kennisbank.documents.{each}" for each in ("child", "extraction", "rendering"))]
"""What the fork server imports once, so that a fresh process is there in milliseconds."""


class TaskTimedOutError(Exception):
    """The task ran longer than it may; its process was ended."""


class TaskCrashedError(Exception):
    """The task brought its process down, at most `seconds` after it began."""

    def __init__(self, message: str, seconds: float) -> None:
        """Say how the process ended."""
        super().__init__(message)
        self.seconds = seconds


class SafePool:
    """Runs module-level functions in child processes, which start with the first task. Safe to use from any thread.

    Only as many tasks as the processes can take up soon are given to Pebble; the others wait here, where cancelling
    one costs nothing. (Pebble ends a process for each cancelled task that has left its queue.)
    """

    def __init__(
        self,
        processes: int,
        *,
        max_tasks: int,
        initializer: Callable[..., None],
        initargs: tuple[object, ...],
        ends_cancelled: bool = True,
    ) -> None:
        """Replace each process after `max_tasks` tasks (0 = never): what leaks, leaks no further.

        With `ends_cancelled` a process whose task is cancelled is ended at once; without, its answer is dropped and
        what it keeps in memory is kept.
        """
        self._processes, self._max_tasks = processes, max_tasks
        self._initializer, self._initargs = initializer, initargs
        self._most_given = 2 * processes if processes > 1 else 1
        self.ends_cancelled = ends_cancelled
        self._lock = RLock()
        self._pool: ProcessPool | None = None
        self._is_closed = False
        self._waiting: deque[_Task] = deque()
        self._given: set[_Task] = set()

    def submit(self, function: Callable[..., T], args: tuple[object, ...], timeout_s: float) -> "Future[T]":
        """Return the future of ``function(*args)``; `timeout_s` counts from the moment a process takes it up.

        The future's exception is `TaskTimedOutError`, `TaskCrashedError`, or what the function raised.
        """
        task = _Task(self, function, args, timeout_s)
        with self._lock:
            if self._is_closed:
                task.future.cancel()
            else:
                self._waiting.append(task)
        self._give()
        return task.future

    def close(self) -> None:
        """End all processes; tasks that wait or run are cancelled."""
        with self._lock:
            pool, self._pool, self._is_closed = self._pool, None, True
            left = [*self._waiting, *self._given]
            self._waiting.clear()
            self._given.clear()
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()
        for task in left:  # Pebble leaves them waiting for ever
            task.future.cancel()

    def done(self, task: "_Task") -> None:
        """Make room: the task is through, one way or another."""
        with self._lock:
            self._given.discard(task)
        self._give()

    def schedule(self, function: Callable[..., T], args: tuple[object, ...], timeout_s: float) -> "Future[T]":
        """Give the task to Pebble, making a fresh pool when there is none or the last one broke.

        Raises:
            CancelledError: the pool is closed.
        """
        with self._lock:
            if self._is_closed:
                raise CancelledError
            if self._pool is not None and not self._pool.active:
                _log.warning("the document processes broke down; starting new ones")
                self._pool.stop()  # type: ignore[no-untyped-call]
                self._pool = None
            if self._pool is None:
                self._pool = ProcessPool(
                    max_workers=self._processes,
                    max_tasks=self._max_tasks,
                    initializer=start_quietly,
                    initargs=(self._initializer, self._initargs),
                    context=_context(),
                )
            future: Future[T] = self._pool.schedule(function, args=args, timeout=timeout_s)
            return future

    def _give(self) -> None:
        """Give Pebble the tasks that have waited longest, as many as there is room for."""
        while True:
            with self._lock:
                if not self._waiting or len(self._given) >= self._most_given:
                    return
                task = self._waiting.popleft()
                if task.future.cancelled():
                    continue
                self._given.add(task)
            task.start()


class _Task:
    """One task on its way through at most `_ATTEMPTS` pools."""

    def __init__(
        self, pool: SafePool, function: Callable[..., Any], args: tuple[object, ...], timeout_s: float
    ) -> None:
        self.future: Future[Any] = Future()
        self._pool, self._function, self._args, self._timeout_s = pool, function, args, timeout_s
        self._attempts, self._given_at = 0, 0.0

    def start(self) -> None:
        self._attempts += 1
        self._given_at = time.monotonic()
        try:
            inner = self._pool.schedule(self._function, self._args, self._timeout_s)
        except (CancelledError, RuntimeError):  # closed meanwhile
            self.future.cancel()
            self._pool.done(self)
            return
        if self._pool.ends_cancelled:
            self.future.add_done_callback(lambda outer: inner.cancel() if outer.cancelled() else None)
        inner.add_done_callback(self._finish)

    def _finish(self, inner: "Future[Any]") -> None:
        try:
            self._settle(inner)
        except BrokenProcessPool as error:
            if self._attempts < _ATTEMPTS and not self.future.cancelled():
                self.start()
                return
            settle(self.future, error=TaskCrashedError(str(error), self._seconds()))
        self._pool.done(self)

    def _seconds(self) -> float:
        return time.monotonic() - self._given_at

    def _settle(self, inner: "Future[Any]") -> None:
        """Hand over what became of the task; only a pool that broke is raised."""
        try:
            result = inner.result()
        except BrokenProcessPool:
            raise
        except CancelledError:
            self.future.cancel()
        except TimeoutError:
            settle(self.future, error=TaskTimedOutError())
        except ProcessExpired as error:
            settle(self.future, error=TaskCrashedError(f"exit code {error.exitcode}", self._seconds()))
        except BaseException as error:  # noqa: BLE001  what the function raised belongs to whoever asked
            settle(self.future, error=error)
        else:
            settle(self.future, result)


def settle(future: "Future[T]", result: T | None = None, *, error: BaseException | None = None) -> None:
    """Give the future its result or error, unless its owner cancelled it meanwhile."""
    if future.done() or not future.set_running_or_notify_cancel():
        return
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(result)  # type: ignore[arg-type]


def start_quietly(initializer: Callable[..., None], initargs: tuple[object, ...]) -> None:
    """Prepare a child: let it die at once when told to, also while it is deep inside a library."""
    if sys.platform != "win32":
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
    initializer(*initargs)


def _context() -> Any:
    """Return how processes are started: never by forking this one, whose threads and Qt would not survive it."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context
