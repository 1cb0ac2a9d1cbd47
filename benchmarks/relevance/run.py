"""How well the program finds: the judged queries and every public test collection, in one table.

    .venv/bin/python benchmarks/relevance/run.py                    everything
    …/run.py --collections cisi,scifact                             some collections, or `all`
    …/run.py --collections all --reuse --compare before.json        while tuning: the index of before, and what moved
    …/run.py --judged                                               the judged queries over the four real texts
    …/run.py --speed                                                whole questions over 30,000 passages

Data comes from ``KENNISBANK_TEST_DATA`` (or ``--data``), by default ``../shared/data``. Indexes and the baseline are
kept in the system's folder for temporary files and made again when the code that makes them has changed.
"""

import argparse
import json
import sys
import time
from pathlib import Path

from benchmarks.relevance import collection, places
from benchmarks.report import table


def main() -> int:
    """Run what was asked, print the table, and return the exit code: 2 where there is nothing to run on."""
    asked = _arguments()
    started = time.perf_counter()
    known = collection.names(asked.data / "relevance")
    chosen = _chosen(asked, known)
    lacks_texts = asked.judged and not (asked.data / "seeds" / "queries.json").is_file()
    if asked.unknown or lacks_texts or not (chosen or asked.judged):
        print(asked.unknown or f"No test data at {asked.data}: set KENNISBANK_TEST_DATA or give --data DIR.")
        return 2
    before = json.loads(asked.compare.read_text(encoding="utf-8")) if asked.compare else {}
    outcome: dict[str, object] = {}
    tables: list[str] = []
    if asked.speed:
        tables.append(_speed(asked, known, outcome))
    elif chosen:
        tables.append(_collections(asked, chosen, outcome, before))
    if asked.judged:
        tables.append(_judged(asked, outcome, before))
    print("\n\n".join(tables))
    print(f"{time.perf_counter() - started:.0f} s")
    if asked.save:
        asked.save.write_text(json.dumps(outcome, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


# What is asked for alone is loaded: the collections need the engine, the judged queries the whole program.


def _collections(
    asked: argparse.Namespace, chosen: list[str], outcome: dict[str, object], before: dict[str, dict[str, object]]
) -> str:
    from benchmarks.relevance import scores  # noqa: PLC0415  # see above

    scored = scores.score_collections(asked.data / "relevance", chosen, reuse=asked.reuse)
    outcome["collections"] = scored
    rows = scores.rows(scored, engines_too=asked.engines)
    if before.get("collections"):
        rows += scores.differences(scored, before["collections"])
    return table(rows)


def _judged(asked: argparse.Namespace, outcome: dict[str, object], before: dict[str, object]) -> str:
    from benchmarks.relevance import judged, judged_table  # noqa: PLC0415  # see above

    outcome["judged"] = judged.judge(asked.data / "seeds")
    return table(judged_table.rows(outcome["judged"], before.get("judged")))


def _speed(asked: argparse.Namespace, known: list[str], outcome: dict[str, object]) -> str:
    from benchmarks.relevance import speed  # noqa: PLC0415  # see above

    outcome["speed"] = speed.measure(asked.data / "relevance", known, reuse=asked.reuse)
    return table(speed.rows(outcome["speed"]))


def _chosen(asked: argparse.Namespace, known: list[str]) -> list[str]:
    """Return the collections to run, and note in `asked.unknown` what can't be."""
    wanted = known if asked.collections == "all" else [each for each in asked.collections.split(",") if each]
    missing = [each for each in wanted if each not in known]
    asked.unknown = f"Not in {asked.data}/relevance: {', '.join(missing)}." if missing else ""
    return wanted


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--collections", default="", metavar="A,B", help="these alone, or `all`")
    parser.add_argument("--judged", action="store_true", help="the judged queries alone")
    parser.add_argument("--speed", action="store_true", help="the time of whole questions alone")
    parser.add_argument(
        "--engines", action="store_true", help="the published figures of every engine, not the best alone"
    )
    parser.add_argument("--data", type=Path, default=places.data_folder(), metavar="DIR")
    parser.add_argument("--reuse", action="store_true", help="search the index of before, whatever code made it")
    parser.add_argument("--save", type=Path, metavar="FILE.json")
    parser.add_argument("--compare", type=Path, metavar="FILE.json", help="an earlier --save: what moved since")
    asked = parser.parse_args()
    if not (asked.collections or asked.judged or asked.speed):
        asked.collections, asked.judged, asked.engines = "all", (asked.data / "seeds").is_dir(), True
    if asked.speed:
        asked.collections = "all"
    return asked


if __name__ == "__main__":
    sys.exit(main())
