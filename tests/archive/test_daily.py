"""The daily round: when it is done, also where the clock was wrong, and what becomes of what fails."""

from datetime import datetime, timedelta

import pytest

from kennisbank.archive.keeping import daily
from kennisbank.archive.keeping.daily import DailyRound, is_due, run_daily
from tests.archive.account_world import CONFIG, World
from tests.archive.correspondents import Person, authored, feedback

HERE = datetime.now().astimezone().tzinfo
MORNING = datetime(2026, 11, 22, 6, 30, tzinfo=HERE)


def test_a_round_is_done_once_a_day_after_its_hour(world: World) -> None:
    (author,) = authored(world, "Ada")
    done = DailyRound(world.archive, CONFIG)
    done.look(MORNING)
    Person(world, "Rie").says(feedback(shown_as="role"))
    for later in (timedelta(minutes=1), timedelta(hours=23)):
        assert not is_due(world.archive, CONFIG, MORNING + later)
        done.look(MORNING + later)
        DailyRound(world.archive, CONFIG).look(MORNING + later)  # a server that started again
    assert author.items() == []
    assert is_due(world.archive, CONFIG, MORNING + timedelta(days=1))
    done.look(MORNING + timedelta(days=1))
    assert len(author.items()) == 1


def test_a_round_of_a_day_to_come_keeps_nothing_waiting(world: World) -> None:
    (author,) = authored(world, "Ada")
    run_daily(world.archive, CONFIG, MORNING + timedelta(days=1000))
    Person(world, "Rie").says(feedback(shown_as="role"))
    assert is_due(world.archive, CONFIG, MORNING)
    DailyRound(world.archive, CONFIG).look(MORNING)
    assert len(author.items()) == 1
    assert not is_due(world.archive, CONFIG, MORNING)


def test_a_clock_that_is_corrected_makes_no_second_round(world: World) -> None:
    run_daily(world.archive, CONFIG, MORNING)
    assert not is_due(world.archive, CONFIG, MORNING - timedelta(minutes=31))


def test_a_clock_that_was_put_back_over_the_rounds_hour_makes_no_second_round_when_it_comes_again(world: World) -> None:
    DailyRound(world.archive, CONFIG).look(MORNING)
    DailyRound(world.archive, CONFIG).look(MORNING - timedelta(minutes=31))
    assert not is_due(world.archive, CONFIG, MORNING)


def test_a_round_of_tomorrow_that_a_wrong_clock_brought_counts_as_that_of_today(world: World) -> None:
    (author,) = authored(world, "Ada")
    DailyRound(world.archive, CONFIG).look(MORNING + timedelta(days=1))
    Person(world, "Rie").says(feedback(shown_as="role"))
    done = DailyRound(world.archive, CONFIG)
    done.look(MORNING)
    assert author.items() == []
    done.look(MORNING + timedelta(days=1))
    assert len(author.items()) == 1


def test_what_failed_is_done_an_hour_later_and_keeps_nothing_else(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    (author,) = authored(world, "Ada")
    Person(world, "Rie").says(feedback(shown_as="role"))
    tried = []

    def fails(_scene: object) -> int:
        tried.append(1)
        raise OSError

    done = DailyRound(world.archive, CONFIG)
    with monkeypatch.context() as patched:
        patched.setattr(daily, "STEPS", {**daily.STEPS, "uploads": fails})
        done.look(MORNING)
        assert (len(author.items()), len(tried)) == (1, 1)
        done.look(MORNING + timedelta(minutes=59))
        assert len(tried) == 1
        done.look(MORNING - timedelta(minutes=20))  # the clock was put back: it isn't waited for
        assert len(tried) == 2
    assert is_due(world.archive, CONFIG, MORNING)
    done.look(MORNING + timedelta(hours=1))
    assert not is_due(world.archive, CONFIG, MORNING)
