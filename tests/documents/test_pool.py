"""The pool of child processes: one task's fate is its own."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import wait

import pytest

from kennisbank.documents.pool import SafePool, TaskCrashedError, TaskTimedOutError


def nothing() -> None:
    pass


@pytest.fixture
def pool() -> Iterator[SafePool]:
    pool = SafePool(1, max_tasks=0, initializer=nothing, initargs=())
    yield pool
    pool.close()


def test_an_error_of_the_function_is_handed_over(pool: SafePool) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        pool.submit(int, ("x",), 20).result(timeout=20)


def test_a_process_killed_while_idle_harms_no_task(pool: SafePool) -> None:
    child = pool.submit(os.getpid, (), 20).result(timeout=20)
    os.kill(child, signal.SIGKILL)
    assert pool.submit(int, ("7",), 20).result(timeout=20) == 7


def test_a_process_that_dies_takes_only_its_own_task(pool: SafePool) -> None:
    futures = [pool.submit(int, ("1",), 20), pool.submit(os._exit, (3,), 20), pool.submit(int, ("2",), 20)]
    wait(futures, timeout=30)
    assert isinstance(futures[1].exception(), TaskCrashedError)
    assert [futures[0].result(), futures[2].result()] == [1, 2]


def test_a_cancelled_task_makes_room_for_the_next(pool: SafePool) -> None:
    stuck, waiting, last = (
        pool.submit(signal.pause, (), 60),
        pool.submit(signal.pause, (), 60),
        pool.submit(int, ("3",), 20),
    )
    assert waiting.cancel()
    assert stuck.cancel()
    assert last.result(timeout=30) == 3


def test_time_counts_from_when_the_task_is_taken_up(pool: SafePool) -> None:
    futures = [pool.submit(signal.pause, (), 0.5) for _ in range(2)]
    assert [type(future.exception(timeout=30)) for future in futures] == [TaskTimedOutError, TaskTimedOutError]


def test_a_closed_pool_takes_nothing(pool: SafePool) -> None:
    stuck = pool.submit(signal.pause, (), 60)
    pool.close()
    assert stuck.cancelled()
    assert pool.submit(int, ("1",), 20).cancelled()
