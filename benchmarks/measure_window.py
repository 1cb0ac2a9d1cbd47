"""The window: start-up time, memory while idle, longest stall of the event loop while importing and searching.

    .venv/bin/python benchmarks/measure_window.py start|idle|busy [--pages 18000] [--home DIR] [--folder DIR]

`start` and `idle` need a library: they use --home, or make one from the files. `busy` always imports into a fresh one.
The window runs without a screen (QT_QPA_PLATFORM=offscreen) unless that variable says otherwise.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import default_folder, multiply, page_count, pdfs
from report import percentile, publish

HERE = Path(__file__).resolve().parent
RUNS = 5


def probe(mode: str, home: Path, *more: Path) -> dict[str, object]:
    """Start the window once and return what it saw of itself."""
    command = [sys.executable, str(HERE / "window_probe.py"), mode, str(home), *map(str, more)]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "KENNISBANK_PROBE_BORN": str(time.time())}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        sys.exit(f"the window ended with {done.returncode}:\n{done.stderr[-3000:]}")
    return dict(json.loads(done.stdout.splitlines()[-1]))


def fill(home: Path, folder: Path) -> None:
    """Import `folder` into the library at `home`, by the command line."""
    command = [sys.executable, "-m", "kennisbank", "--home", str(home), "import", str(folder)]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)


def start(home: Path) -> list[dict[str, object]]:
    """Return seconds from the start of the process to a visible window, and to one whose library is open."""
    probe("start", home)  # warms the disk
    runs = [probe("start", home) for _ in range(RUNS)]
    rows: list[dict[str, object]] = []
    for key in ("visible_s", "usable_s"):
        values = [float(str(each[key])) for each in runs]
        rows.append({"what": key, "median": round(statistics.median(values), 2), "max": max(values)})
    return rows


def idle(home: Path) -> list[dict[str, object]]:
    """Return the memory of all processes, ten seconds after a search."""
    rows = [dict(row) for row in probe("idle", home)["processes"]]  # type: ignore[attr-defined]
    total = {key: sum(row[key] for row in rows) for key in ("rss_mb", "pss_mb", "uss_mb")}
    return [{**row, **{key: round(row[key], 1) for key in total}} for row in [*rows, {"process": "all", **total}]]


def busy(home: Path, folder: Path) -> list[dict[str, object]]:
    """Return the stalls of the event loop during an import with somebody typing queries all the while."""
    shutil.rmtree(home, ignore_errors=True)
    seen = probe("busy", home, folder)
    stalls = [float(each) for each in seen["stalls_ms"]]  # type: ignore[attr-defined]
    print(seen["import"])
    over = sum(each > 50 for each in stalls)
    row = {"import_s": seen["worked_s"], "beats": len(stalls), "letters typed": seen["typed"]}
    return [
        {
            **row,
            "longest_ms": stalls[0],
            "of which computing, at most": seen["longest_computing_ms"],
            "p99_ms": percentile(stalls, 0.99),
            "over 50 ms": over,
            "ten longest": stalls[:10],
        }
    ]


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("start", "idle", "busy"))
    parser.add_argument("--folder", type=Path, default=default_folder(), help="PDFs to measure on")
    parser.add_argument("--pages", type=int, default=0, help="multiply them to so many pages; 0: the files alone")
    parser.add_argument("--home", type=Path, help="a library that was filled before")
    parser.add_argument("--keep", type=Path, help="folder to work in, and to keep (else a temporary one)")
    options = parser.parse_args()
    work = options.keep or Path(tempfile.mkdtemp(prefix="kennisbank-bench-"))
    home = options.home or work / "home"
    facts: dict[str, object] = {}
    if options.home is None or options.what == "busy":
        paths = multiply(pdfs(options.folder), options.pages, work / "files")
        facts = {"files": len(paths), "pages": page_count(paths)}
    if options.what == "busy":
        rows = busy(work / "busy-home", work / "files")
    else:
        if options.home is None and not (home / "library.sqlite").exists():
            fill(home, work / "files")
        rows = start(home) if options.what == "start" else idle(home)
    publish(f"window-{options.what}", rows, **facts)
    if options.keep is None:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
