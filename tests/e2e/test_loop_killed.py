"""However often anything is killed, repeated or comes late: exactly one feedback, one answer, and no lost draft.

Here each process dies at points of its own program, chosen by a seed; histories in one process, many of them, are in
`tests/sync/said_machine.py`. Many stories tells `benchmarks/kill_loop.py`, both of this kind and of forty programs that
are killed after some time.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from random import SystemRandom

import pytest

from tests.e2e import killed_loop
from tests.e2e.killed_ground import Ground, made_ground
from tests.e2e.killed_story import Story
from tests.e2e.mortals import Nursery, nursery

pytestmark = pytest.mark.timeout(300)  # measured for coverage, on a busy machine, it takes minutes
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, and there is no kill -9")


@pytest.fixture(scope="module")
def mortals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    with nursery(tmp_path_factory.mktemp("mortals") / "complaints.log") as made:
        yield made


@pytest.fixture(scope="module")
def ground(mortals: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    with made_ground(tmp_path_factory.mktemp("story") / "ground", mortals) as made:
        yield made


@needs_fork
def test_each_process_dies_at_work_and_each_step_is_repeated_and_everything_is_there_once(
    mortals: Nursery, ground: Ground, tmp_path: Path
) -> None:
    seed = 1 if os.environ.get("CI") else SystemRandom().randrange(1000)
    print(f"seed {seed}")
    story = Story(mortals, ground, tmp_path, seed)
    try:
        story.run()
    finally:
        print("\n".join(story.kills))
        story.end()
    assert {each.partition(" ")[0] for each in story.kills} == {"reader", "author", "archive", "round"}


@pytest.mark.slow  # it tries out the test above, not the program
@needs_fork
def test_a_client_that_says_the_same_under_another_id_is_found_out(
    mortals: Nursery, ground: Ground, tmp_path: Path
) -> None:
    story = Story(mortals, ground, tmp_path, 1, is_broken=True)
    try:
        assert story.come_in_late() == 2
    finally:
        story.end()


@needs_fork
def test_two_programs_at_one_home_send_everything_once(mortals: Nursery, ground: Ground, tmp_path: Path) -> None:
    story = Story(mortals, ground, tmp_path, 1)
    try:
        assert story.meet() == 2
    finally:
        story.end()


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_forty_programs_are_killed_after_some_time_and_everything_is_there_once(tmp_path: Path) -> None:
    ground = killed_loop.made_ground(tmp_path / "ground")
    story = killed_loop.Story(ground, tmp_path / "story", seed=1)
    story.run()
    assert story.kills
