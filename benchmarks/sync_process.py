"""One first sync as a process of its own, to be broken off: ``sync_process.py HOME URL``; says ``go`` when it begins.

Connects where that wasn't done, and brings library and archive in step; search is left out, which only follows.
Exit code 1: it ended with an error that the program means, and can be tried again.
"""

import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from kennisbank.bootstrap import open_kennisbank  # noqa: E402
from kennisbank.errors import KennisbankError  # noqa: E402
from kennisbank.sync.engine import SyncEngine  # noqa: E402
from kennisbank.tasks.context import JobContext  # noqa: E402


def main() -> int:
    home, url = Path(sys.argv[1]), sys.argv[2]
    with open_kennisbank(home) as kennisbank:
        try:
            if kennisbank.accounts.link() is None:
                kennisbank.accounts.connect(url)
            print("go", flush=True)
            ctx = JobContext()
            with kennisbank.access.remote(ctx) as remote:
                outcome = SyncEngine(kennisbank.library, remote).run(ctx)
        except KennisbankError as error:
            print(type(error).__name__, flush=True)
            return 1
    print(outcome.received, outcome.differs or "equal", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
