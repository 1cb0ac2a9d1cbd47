"""Two at once, on SQLite and PostgreSQL: one code logs in one, one refresh token goes on as one session."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TypeVar

from kennisbank.archive.accounts.limits import Limit
from kennisbank.archive.web.faults import FaultError
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol_accounts import LogIn, Tokens
from tests.archive.account_world import World

T = TypeVar("T")
ANN = "ann@uni.example"
RUNNERS = 6


def _at_once(job: Callable[[], T], runners: int = RUNNERS) -> list[T | str]:
    """Run a job in several threads that start together; a fault counts as its code."""
    start = Barrier(runners)

    def run(_number: int) -> T | str:
        start.wait()
        try:
            return job()
        except FaultError as fault:
            return fault.code

    with ThreadPoolExecutor(runners) as pool:
        return list(pool.map(run, range(runners)))


def test_of_several_log_ins_with_one_code_one_wins(archive: Archive, tmp_path: Path) -> None:
    world = World(archive, tmp_path)
    for _ in range(5):
        asked = LogIn(ANN, world.administration.add(ANN))
        answers = _at_once(lambda asked=asked: world.accounts.log_in(asked, "10.0.0.1"), 2)
        assert sum(isinstance(each, Tokens) for each in answers) == 1
        assert answers.count("wrong_code") == 1


def test_several_refreshes_at_once_go_on_as_one(archive: Archive, tmp_path: Path) -> None:
    """One exchanges; the others get what it got, as if its answer had been lost: nobody is thrown out by a repeat."""
    world = World(archive, tmp_path)
    tokens = world.accounts.log_in(LogIn(ANN, world.administration.add(ANN)), "10.0.0.1")
    for _ in range(3):
        refresh = tokens.refresh
        answers = _at_once(lambda refresh=refresh: world.accounts.refresh(refresh))
        assert all(isinstance(each, Tokens) for each in answers)
        assert len({(each.access, each.refresh) for each in answers if isinstance(each, Tokens)}) == 1
        assert isinstance(answers[0], Tokens)
        tokens = answers[0]
    with archive.read() as tx:
        living = tx.connection.exec_driver_sql(
            "SELECT count(*) FROM tokens WHERE kind = 'refresh' AND used IS NULL"
        ).scalar_one()
    assert living == 1


def test_of_old_refresh_tokens_at_once_none_goes_on(archive: Archive, tmp_path: Path) -> None:
    world = World(archive, tmp_path)
    tokens = world.accounts.log_in(LogIn(ANN, world.administration.add(ANN)), "10.0.0.1")
    world.accounts.refresh(tokens.refresh)
    world.clock.goes_on(minutes=10)
    assert _at_once(lambda: world.accounts.refresh(tokens.refresh)) == ["session_ended"] * RUNNERS
    assert world.administration.sessions(tokens.account.id) == []


def test_counts_agree_when_several_count_at_once(archive: Archive, tmp_path: Path) -> None:
    world = World(archive, tmp_path)
    now = world.clock()

    def count() -> int:
        with world.desk() as desk:
            return desk.limits.count(Limit("attempt", "somebody", 10), now)

    waits = [each for _ in range(3) for each in _at_once(count)]
    assert sum(each == 0 for each in waits) == 10


def test_of_several_couriers_each_takes_another_message(archive: Archive, tmp_path: Path) -> None:
    world = World(archive, tmp_path)
    world.somebody(ANN)
    for number in range(8):
        world.client = world.client_at(f"10.0.1.{number}")
        world.ask(f"a{number}@uni.example")
    _at_once(world.courier.deliver, 3)
    assert len(list(world.mails.glob("*.eml"))) == 8
    assert world.administration.messages() == (0, 0)


def test_an_address_that_is_asked_for_twice_at_once_becomes_one_account(archive: Archive, tmp_path: Path) -> None:
    world = World(archive, tmp_path)
    for mail in (ANN, ANN.upper(), ANN):
        world.ask(mail)
    _at_once(world.courier.deliver, 3)
    assert len(world.administration.accounts()) == 1
    assert world.administration.messages() == (0, 0)
