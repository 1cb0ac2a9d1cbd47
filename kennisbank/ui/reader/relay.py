"""Asking for a future on another thread: for what may take its time even to be asked.

The first picture of all starts a process; that must not hold up the window. Pure but for the task runner.
"""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from PySide6.QtCore import QObject

from kennisbank.ui.workers import TaskRunner

T = TypeVar("T")


def ask_elsewhere(tasks: TaskRunner, owner: QObject, ask: Callable[[], "Future[T]"]) -> "Future[T]":
    """Return a future that ends as the one does that `ask` returns, called on a pool thread.

    Cancelling it cancels the other; while the other was not asked for yet, it never is.
    """
    outer: Future[T] = Future()

    def begin() -> None:
        if not outer.cancelled():
            inner = ask()
            outer.add_done_callback(lambda done: inner.cancel() if done.cancelled() else None)
            inner.add_done_callback(lambda done: _pass_on(done, outer))

    tasks.read(owner, lambda _ctx: begin(), None, lambda error: _fail(outer, error))
    return outer


def _pass_on(inner: "Future[T]", outer: "Future[T]") -> None:
    if inner.cancelled():
        outer.cancel()
        return
    if not outer.set_running_or_notify_cancel():
        return
    error = inner.exception()
    if error is not None:
        outer.set_exception(error)
    else:
        outer.set_result(inner.result())


def _fail(outer: "Future[T]", error: Exception) -> None:
    if outer.set_running_or_notify_cancel():
        outer.set_exception(error)
