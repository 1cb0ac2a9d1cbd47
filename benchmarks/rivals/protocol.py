"""What each rival's program does: index a folder, answer queries, and print what that took as JSON."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path


def measure(index: Callable[[Path, Path], int], opener: Callable[[Path], Callable[[str, str], int]]) -> None:
    """Run ``RIVAL.py FOLDER WORK QUERIES.json``.

    `index` makes FOLDER searchable in WORK and returns the number of pages it knows of (0 = it doesn't count them);
    `opener` returns a function from kind and query to the number of answers (the first 20 at most are fetched).
    """
    folder, work, queries = (Path(argument) for argument in sys.argv[1:4])
    work.mkdir(parents=True, exist_ok=True)
    start = time.perf_counter()
    pages = index(folder, work)
    index_s = time.perf_counter() - start
    ask = opener(work)
    kinds = json.loads(queries.read_text(encoding="utf-8"))
    ask("single", "warm")
    latencies: dict[str, list[float]] = {}
    answered: dict[str, int] = {}
    for kind, texts in kinds.items():
        for text in texts:
            begin = time.perf_counter()
            found = ask(kind, text)
            latencies.setdefault(kind, []).append((time.perf_counter() - begin) * 1000)
            answered[kind] = answered.get(kind, 0) + bool(found)
    size = sum(path.stat().st_size for path in work.rglob("*") if path.is_file())
    outcome = {"index_s": index_s, "pages": pages, "size": size, "latencies": latencies, "answered": answered}
    print(json.dumps(outcome))
