"""Tell the story of feedback many times over, with every process killed at random moments, and see that it ends well.

    python benchmarks/kill_loop.py [--times 20] [--seed 1]

Real processes: the archive, a reader's and an author's Kennisbank (`tests/e2e/killed_loop.py` tells what they do). Each
story ends with exactly one thread of two messages, adopted, at all three.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from tests.e2e.killed_loop import Story, made_ground  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    kills: Counter[str] = Counter()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        ground = made_ground(Path(folder) / "ground")
        for number in range(asked.times):
            begun = time.monotonic()
            story = Story(ground, Path(folder) / f"story-{number}", asked.seed + number)
            try:
                story.run()
                words = "well"
            except AssertionError as error:
                failed += 1
                words = f"FAILED: {str(error)[:400]}"
            kills.update(story.kills)
            print(f"{number + 1}/{asked.times} seed {asked.seed + number}: {words}, {time.monotonic() - begun:.0f} s, "
                  f"{len(story.kills)} killed while running", flush=True)  # fmt: skip
    print(f"{asked.times - failed} of {asked.times} ended well; killed while running: {dict(kills)}")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
