"""Tell the story of feedback many times over, with every process killed at random moments, and see that it ends well.

    python benchmarks/kill_loop.py [--times 20] [--seed 1] [--points]

Real processes: the archive, a reader's and an author's Kennisbank. Some forty programs a story, killed after some time
(`tests/e2e/killed_loop.py`); with ``--points`` fewer, killed at points of their own program that the seed chooses
(`tests/e2e/killed_story.py`). Each story ends with exactly one thread of two messages, adopted, at all three.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from tests.e2e import killed_ground, killed_loop, killed_story  # noqa: E402
from tests.e2e.mortals import nursery  # noqa: E402

Told = Callable[[Path, int], list[str]]
"""Tells one story in a folder with a seed, and returns who was killed; an `AssertionError` says what went wrong."""


@contextmanager
def by_time(folder: Path) -> Iterator[Told]:
    ground = killed_loop.made_ground(folder / "ground")

    def told(place: Path, seed: int) -> list[str]:
        story = killed_loop.Story(ground, place, seed)
        story.run()
        return story.kills

    yield told


@contextmanager
def at_points(folder: Path) -> Iterator[Told]:
    log = folder / "complaints.log"
    with nursery(log) as mortals, killed_ground.made_ground(folder / "ground", mortals) as ground:

        def told(place: Path, seed: int) -> list[str]:
            story = killed_story.Story(mortals, ground, place, seed)
            try:
                story.run()
            finally:
                story.end()
            return story.kills

        yield told


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--points", action="store_true")
    asked = parser.parse_args()
    kills: Counter[str] = Counter()
    failed = 0
    with tempfile.TemporaryDirectory() as folder, (at_points if asked.points else by_time)(Path(folder)) as told:
        for number in range(asked.times):
            begun, dead = time.monotonic(), []
            try:
                dead = told(Path(folder) / f"story-{number}", asked.seed + number)
                words = "well"
            except AssertionError as error:
                failed += 1
                words = f"FAILED: {str(error)[:400]}"
            kills.update(dead)
            print(f"{number + 1}/{asked.times} seed {asked.seed + number}: {words}, {time.monotonic() - begun:.0f} s, "
                  f"{len(dead)} killed while running", flush=True)  # fmt: skip
    print(f"{asked.times - failed} of {asked.times} ended well; killed while running: {dict(kills)}")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
