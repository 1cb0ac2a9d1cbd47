"""Show what was measured: a table on the terminal, and JSON in `benchmarks/results`."""

import json
import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).resolve().parent / "results"


def percentile(values: Sequence[float], part: float) -> float:
    """Return the smallest value that `part` (0-1) of the values don't exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(part * len(ordered) + 0.5) - 1))]


def spread(values: Sequence[float]) -> dict[str, float]:
    """Return median, 95th percentile and maximum, rounded."""
    if not values:
        return {}
    return {
        "median": round(statistics.median(values), 2),
        "p95": round(percentile(values, 0.95), 2),
        "max": round(max(values), 2),
    }


def table(rows: Sequence[Mapping[str, object]]) -> str:
    """Return the rows as text in columns; the columns are those of the rows, in order of appearance."""
    columns = list(dict.fromkeys(key for row in rows for key in row))
    cells = [columns, *[[str(row.get(column, "")) for column in columns] for row in rows]]
    widths = [max(len(line[index]) for line in cells) for index in range(len(columns))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def publish(name: str, rows: Sequence[Mapping[str, object]], **facts: object) -> None:
    """Print the table and write everything to ``benchmarks/results/NAME.json``."""
    for key, value in facts.items():
        print(f"{key}: {value}")
    print(table(rows))
    RESULTS.mkdir(exist_ok=True)
    machine = {"system": platform.platform(), "python": platform.python_version(), "cores": os.cpu_count()}
    measured = datetime.now(UTC).isoformat(timespec="seconds")
    whole = {"measured": measured, "machine": machine, **facts, "rows": rows}
    path = RESULTS / f"{name}.json"
    path.write_text(json.dumps(whole, indent=2, ensure_ascii=False, default=str) + "\n", encoding="utf-8")
    print(f"written: {path.relative_to(RESULTS.parents[1])}")
