"""A future asked for on another thread."""

import threading
from concurrent.futures import Future

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kennisbank.errors import StorageError
from kennisbank.ui.reader.relay import ask_elsewhere
from kennisbank.ui.workers import TaskRunner


def test_the_answer_comes_through_from_another_thread(qtbot: QtBot, tasks: TaskRunner) -> None:
    inner: Future[int] = Future()
    asked_on: list[int] = []

    def ask() -> "Future[int]":
        asked_on.append(threading.get_ident())
        return inner

    outer = ask_elsewhere(tasks, QObject(), ask)
    inner.set_result(7)
    qtbot.waitUntil(outer.done)
    assert outer.result() == 7
    assert asked_on != [threading.get_ident()]


def test_an_error_comes_through(qtbot: QtBot, tasks: TaskRunner, tmp_path: object) -> None:
    inner: Future[int] = Future()
    inner.set_exception(StorageError(tmp_path, "full"))  # type: ignore[arg-type]
    outer = ask_elsewhere(tasks, QObject(), lambda: inner)
    qtbot.waitUntil(outer.done)
    with pytest.raises(StorageError):
        outer.result()


def test_an_error_while_asking_comes_through(qtbot: QtBot, tasks: TaskRunner, tmp_path: object) -> None:
    owner = QObject()

    def ask() -> "Future[int]":
        raise StorageError(tmp_path, "gone")  # type: ignore[arg-type]

    outer = ask_elsewhere(tasks, owner, ask)
    qtbot.waitUntil(outer.done)
    assert isinstance(outer.exception(), StorageError)


def test_cancelling_goes_through(qtbot: QtBot, tasks: TaskRunner) -> None:
    inner: Future[int] = Future()
    outer = ask_elsewhere(tasks, QObject(), lambda: inner)
    qtbot.waitUntil(lambda: tasks.is_idle)
    outer.cancel()
    assert inner.cancelled()
