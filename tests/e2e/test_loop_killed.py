"""However often anything is killed, repeated or comes late: exactly one feedback, one answer, and no lost draft."""

from pathlib import Path

from tests.e2e.killed_loop import Story, made_ground


def test_each_process_is_killed_and_each_step_repeated_and_everything_is_there_once(tmp_path: Path) -> None:
    ground = made_ground(tmp_path / "ground")
    story = Story(ground, tmp_path / "story", seed=1)
    story.run()
    assert story.kills
