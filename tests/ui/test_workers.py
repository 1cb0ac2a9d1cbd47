"""What the task runner promises: answers on the GUI thread, and only to those who still want them."""

import gc
import logging
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kennisbank.errors import BadInputError, Cancelled
from kennisbank.tasks.context import JobContext, Progress
from kennisbank.ui.workers import TaskRunner


@pytest.fixture
def tasks(qapp: object) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    assert runner.shut_down()


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


def test_the_job_runs_elsewhere_and_the_answer_comes_here(qtbot: QtBot, tasks: TaskRunner, owner: QObject) -> None:
    answers: list[tuple[object, object]] = []
    here = threading.get_ident()
    tasks.read(owner, lambda ctx: threading.get_ident(), lambda there: answers.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(answers))
    there, back = answers[0]
    assert there != here
    assert back == here


def test_an_answer_to_a_cancelled_request_is_dropped(qtbot: QtBot, tasks: TaskRunner, owner: QObject) -> None:
    go, answers = threading.Event(), []
    ctx = tasks.read(owner, lambda ctx: go.wait(5), answers.append, answers.append)
    ctx.cancel()
    go.set()
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert answers == []


def test_an_answer_for_a_dead_owner_is_dropped(qtbot: QtBot, tasks: TaskRunner) -> None:
    go, answers, mortal = threading.Event(), [], QObject()
    tasks.read(mortal, lambda ctx: go.wait(5), answers.append, answers.append)
    delete(mortal)
    go.set()
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert answers == []


def test_a_planned_error_goes_to_on_error_and_is_no_bug(qtbot: QtBot, tasks: TaskRunner, owner: QObject) -> None:
    errors, bugs = [], []
    tasks.bug_met.connect(bugs.append)

    def fail(ctx: JobContext) -> None:
        raise BadInputError("This list has no titles.")

    tasks.read(owner, fail, on_error=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], BadInputError)
    assert bugs == []


def test_a_bug_is_logged_with_its_traceback_and_told(
    qtbot: QtBot, tasks: TaskRunner, owner: QObject, caplog: pytest.LogCaptureFixture
) -> None:
    errors, bugs = [], []
    tasks.bug_met.connect(bugs.append)
    with caplog.at_level(logging.CRITICAL):
        tasks.write(owner, lambda ctx: 1 // 0, on_error=errors.append)
        qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)
    assert bugs == errors
    assert caplog.records[0].exc_info is not None


def test_writes_run_one_after_another_in_order(qtbot: QtBot, tasks: TaskRunner, owner: QObject) -> None:
    at_once, most, order = [0], [0], []

    def job(number: int) -> int:
        at_once[0] += 1
        most[0] = max(most[0], at_once[0])
        QThread.yieldCurrentThread()
        at_once[0] -= 1
        return number

    for number in range(8):
        tasks.write(owner, lambda ctx, number=number: job(number), order.append)
    qtbot.waitUntil(lambda: len(order) == 8)
    assert order == list(range(8))
    assert most == [1]


def test_a_long_job_shows_its_progress_and_its_end(qtbot: QtBot, tasks: TaskRunner, owner: QObject) -> None:
    seen, ended = [], []
    tasks.job_progressed.connect(lambda job: seen.append(job.progress))
    tasks.job_finished.connect(ended.append)

    def job(ctx: JobContext) -> str:
        for done in range(1, 1001):
            ctx.report(Progress("reading", done, 1000))
        return "done"

    answers: list[str] = []
    long = tasks.long(owner, "Import", job, answers.append)
    assert tasks.long_jobs == (long,)
    qtbot.waitUntil(lambda: bool(answers))
    assert seen[-1] == Progress("reading", 1000, 1000)
    assert len(seen) < 1000
    assert ended == [long]
    assert tasks.long_jobs == ()


def test_a_cancelled_long_job_is_still_heard(qtbot: QtBot, tasks: TaskRunner, owner: QObject) -> None:
    started, errors = threading.Event(), []

    def job(ctx: JobContext) -> None:
        started.set()
        while True:
            ctx.check()

    long = tasks.long(owner, "Import", job, on_error=errors.append)
    assert started.wait(5)
    long.ctx.cancel()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Cancelled)


def test_shutting_down_cancels_and_delivers_nothing(qtbot: QtBot, owner: QObject) -> None:
    tasks, started, answers = TaskRunner(), threading.Event(), []

    def job(ctx: JobContext) -> None:
        started.set()
        while True:
            ctx.check()

    tasks.long(owner, "Import", job, answers.append, answers.append)
    assert started.wait(5)
    assert tasks.shut_down()
    assert tasks.read(owner, lambda ctx: 1, answers.append).is_cancelled
    assert answers == []


def test_what_was_handed_in_to_be_written_is_written_before_the_end(owner: QObject, qapp: object) -> None:
    runner = TaskRunner()
    started, go_on = threading.Event(), threading.Event()
    written: list[int] = []

    def first(_ctx: JobContext) -> None:
        started.set()
        go_on.wait(5)
        written.append(1)

    runner.write(owner, first)
    runner.write(owner, lambda _ctx: written.append(2))
    assert started.wait(5)
    threading.Timer(0.0, go_on.set).start()
    assert runner.shut_down()
    assert written == [1, 2]


def test_nothing_is_kept_of_a_job_that_is_done(qtbot: QtBot, tasks: TaskRunner, owner: QObject) -> None:
    class Held:
        pass

    held = [Held() for _ in range(20)]
    seen = [weakref.ref(each) for each in held]
    for each in held:
        tasks.read(owner, lambda _ctx, each=each: each)  # type: ignore[misc]
    del each
    held.clear()
    qtbot.waitUntil(lambda: tasks.is_idle)
    gc.collect()
    assert [each() for each in seen] == [None] * 20
