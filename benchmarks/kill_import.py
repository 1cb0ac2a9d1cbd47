"""Kill an import at random moments, many times over, and see that nothing is lost, doubled or damaged.

    python benchmarks/kill_import.py SOURCE [--times 50] [--seed 1] [--json FILE]

Each time: start an import of SOURCE into a fresh home, `kill -9` it with all its processes after a random time, open the
library as the program would, `check` it, finish the import and compare the result with an import that was left alone.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
sys.path.insert(0, str(REPOSITORY))

from kennisbank.config.paths import Paths  # noqa: E402
from kennisbank.library.check import check  # noqa: E402
from kennisbank.library.library import Library  # noqa: E402
from kennisbank.library.recovery import tidy  # noqa: E402
from tests.importing.holdings import essence  # noqa: E402


def started(home: Path, source: Path) -> subprocess.Popen[bytes]:
    program = REPOSITORY / "tests" / "importing" / "import_process.py"
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, str(program), str(home), str(source)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment, start_new_session=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    folder = Path(tempfile.mkdtemp(prefix="kill-import-"))
    began = time.monotonic()
    if started(folder / "whole", arguments.source).wait() != 0:
        sys.exit("the undisturbed import failed")
    whole_s = time.monotonic() - began
    with Library.open(Paths(folder / "whole")) as library:
        expected = essence(library)
    print(f"undisturbed: {len(expected)} contributions in {whole_s:.1f} s")
    results = [
        one(folder / str(n), arguments.source, chance.uniform(0.3, whole_s), expected) for n in range(arguments.times)
    ]
    bad = [each for each in results if each["findings"] or not each["equal"]]
    print(f"{len(results)} kills, {len(bad)} with something wrong")
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=1))
    shutil.rmtree(folder)
    return 1 if bad else 0


def one(home: Path, source: Path, after_s: float, expected: list[tuple[object, ...]]) -> dict[str, object]:
    process = started(home, source)
    try:
        process.wait(timeout=after_s)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    with Library.open(Paths(home)) as library:
        tidy(library)
        findings = [finding.code for finding in check(library)]
        with library.read() as tx:
            kept = tx.contributions.count()
    started(home, source).wait()
    with Library.open(Paths(home)) as library:
        findings += [finding.code for finding in check(library)]
        is_equal = essence(library) == expected
    print(
        f"killed after {after_s:5.2f} s: {kept:4} kept, findings {findings or 'none'}, {'equal' if is_equal else 'DIFFERS'}"
    )
    shutil.rmtree(home)
    return {"after_s": after_s, "kept": kept, "findings": findings, "equal": is_equal}


if __name__ == "__main__":
    sys.exit(main())
