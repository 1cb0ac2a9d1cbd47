"""Import rate and query latency beside other engines, on the same files in the same run.

    .venv/bin/python benchmarks/measure_engines.py [--pages 18000] [--queries 60] [--folder DIR] [--only NAME…]

Kennisbank does more than the others before a file is searchable (word boxes, metadata, language, duplicates, a copy in
the library); the import rate counts all of that, from an empty home to the last contribution found.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import default_folder, make_queries, multiply, page_count, pdfs
from report import publish, spread

HERE = Path(__file__).resolve().parent
OTHER_PYTHON = os.environ.get("KENNISBANK_BENCH_PYTHON", sys.executable)
RIVALS = {
    "fts5": (sys.executable, "fts5.py", "import sqlite3", "SQLite was built without FTS5"),
    "tantivy": (
        OTHER_PYTHON,
        "tantivy_pages.py",
        "import tantivy, pymupdf",
        "pip install tantivy PyMuPDF in another venv; KENNISBANK_BENCH_PYTHON=its python",
    ),
    "recoll": (
        "/usr/bin/python3",
        "recoll_files.py",
        "from recoll import recoll",
        "apt-get install --no-install-recommends recollcmd python3-recoll poppler-utils",
    ),
}


def own_numbers(folder: Path, home: Path, queries: dict[str, list[str]]) -> dict[str, object]:
    """Return what the rivals' programs print, for Kennisbank; queries as the window asks them, and as the command line."""
    from kennisbank.bootstrap import open_kennisbank  # noqa: PLC0415
    from kennisbank.domain.results import SearchRequest  # noqa: PLC0415
    from kennisbank.importing.pipeline import ImportRequest  # noqa: PLC0415
    from kennisbank.tasks.context import JobContext  # noqa: PLC0415

    with open_kennisbank(home) as kennisbank:
        start = time.perf_counter()
        request = ImportRequest(sources=(folder,), list_file=None, edition="", is_rehearsal=False)
        summary = kennisbank.importing.run(request, JobContext(), lambda _: None)
        index_s = time.perf_counter() - start
        print(f"kennisbank: {summary}", file=sys.stderr)
        start = time.perf_counter()
        kennisbank.importing.run(request, JobContext(), lambda _: None)
        again_s = time.perf_counter() - start
    latencies: dict[str, list[float]] = {}
    full: dict[str, list[float]] = {}
    answered: dict[str, int] = {}
    with open_kennisbank(home) as kennisbank:
        for kind, texts in {"single": ["warm"], **queries}.items():
            for text in texts:
                written = {"phrase": f'"{text}"', "prefix": f"{text}*"}.get(kind, text)
                begin = time.perf_counter()
                found = kennisbank.searching.find(SearchRequest(written, limit=20, passages=3, facets=True))
                latencies.setdefault(kind, []).append((time.perf_counter() - begin) * 1000)
                is_met = bool(found.results.total or found.results.cover_sheets)
                answered[kind] = answered.get(kind, 0) + is_met
                begin = time.perf_counter()
                kennisbank.searching.find(SearchRequest(written, limit=20))
                full.setdefault(kind, []).append((time.perf_counter() - begin) * 1000)
    size = sum(path.stat().st_size for path in (home / "index").rglob("*") if path.is_file())
    return {
        "index_s": index_s,
        "again_s": again_s,
        "pages": 0,
        "size": size,
        "latencies": latencies,
        "cli": full,
        "answered": answered,
    }


def rival_numbers(name: str, folder: Path, work: Path, queries: Path) -> dict[str, object] | None:
    """Return what a rival's program prints, or None with a sentence where it isn't installed."""
    python, script, probe, how = RIVALS[name]
    if subprocess.run([python, "-c", probe], capture_output=True, check=False).returncode:
        print(f"{name} is skipped: it is not installed here ({how}).", file=sys.stderr)
        return None
    command = [python, str(HERE / "rivals" / script), str(folder), str(work), str(queries)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "HOME": str(work)})
    if done.returncode:
        print(f"{name} failed:\n{done.stderr[-2000:]}", file=sys.stderr)
        return None
    return dict(json.loads(done.stdout))


def rows_of(name: str, numbers: dict[str, object], pages: int) -> list[dict[str, object]]:
    """Return one line for the import and one for each kind of query."""
    index_s = float(str(numbers["index_s"]))
    again = f"{float(str(numbers['again_s'])):.1f}" if "again_s" in numbers else ""
    size = round(int(str(numbers["size"])) / 1e6, 1)
    rows: list[dict[str, object]] = [
        {
            "engine": name,
            "what": "import",
            "s": round(index_s, 1),
            "pages/s": round(pages / index_s, 1),
            "again s": again,
            "index MB": size,
        }
    ]
    for label in ("latencies", "cli"):
        for kind, values in dict(numbers.get(label) or {}).items():  # type: ignore[call-overload]
            what = kind if label == "latencies" else f"{kind}, all passages"
            rows.append(
                {
                    "engine": name,
                    "what": what,
                    **spread(values),
                    "answered": dict(numbers["answered"])[kind] if label == "latencies" else "",
                }
            )  # type: ignore[call-overload]
    return rows


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=default_folder(), help="PDFs to measure on")
    parser.add_argument("--pages", type=int, default=0, help="multiply them to so many pages; 0: the files alone")
    parser.add_argument("--queries", type=int, default=60, help="queries of each kind")
    parser.add_argument("--only", nargs="*", default=["kennisbank", *RIVALS], help="engines to measure")
    parser.add_argument("--keep", type=Path, help="folder to work in, and to keep (else a temporary one)")
    options = parser.parse_args()
    work = options.keep or Path(tempfile.mkdtemp(prefix="kennisbank-bench-"))
    paths = multiply(pdfs(options.folder), options.pages, work / "files")
    pages = page_count(paths)
    queries = make_queries(paths, options.queries)
    (work / "queries.json").write_text(json.dumps(queries), encoding="utf-8")
    rows: list[dict[str, object]] = []
    for name in options.only:
        place = work / name
        shutil.rmtree(place, ignore_errors=True)
        if name == "kennisbank":
            numbers: dict[str, object] | None = own_numbers(work / "files", place, queries)
        else:
            numbers = rival_numbers(name, work / "files", place, work / "queries.json")
        if numbers is not None:
            rows += rows_of(name, numbers, pages)
    publish(f"engines-{pages}", rows, files=len(paths), pages=pages, queries_of_each_kind=options.queries, unit="ms")
    if options.keep is None:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
