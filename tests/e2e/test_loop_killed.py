"""However often anything is killed, repeated or comes late: exactly one feedback, one answer, and no lost draft.

Some forty programs one after another: by hand. What the suite has instead are histories in one process
(`tests/sync/said_machine.py`); many such stories tells `benchmarks/kill_loop.py`.
"""

from pathlib import Path

import pytest

from tests.e2e.killed_loop import Story, made_ground

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


def test_each_process_is_killed_and_each_step_repeated_and_everything_is_there_once(tmp_path: Path) -> None:
    ground = made_ground(tmp_path / "ground")
    story = Story(ground, tmp_path / "story", seed=1)
    story.run()
    assert story.kills
