"""Check everything that decides whether a change lands: `./run test`.

Format, lint, layers, catalogues and types, one after the other, and the tests beside them, which leave a good part of the
processors idle; a stage that fails does not stop another, so that one run shows all there is to mend. With ``--coverage`` alone the tests are measured too, which takes them twice as long;
with other arguments only pytest runs, with those arguments.
The last line is pytest's own count.
"""

import argparse
import os
import re
import subprocess
import sys
import sysconfig
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
PROGRAMS = Path(sysconfig.get_path("scripts"))
SOURCES = ("kennisbank", "scripts", "tests", "benchmarks")
WORKERS = 4
"""Test processes: two more than the machine on which changes are judged has cores, for a test waits for discs, servers
and programs a third of its time; with four both cores are busy, with three four fifths of the time."""
FLOOR = 90
"""Coverage of lines and branches outside `ui/views`, in per cent, that a full run must reach."""
PYTEST_COUNT = re.compile(r"\d+ (passed|failed|errors?|skipped|deselected)|no tests ran")


@dataclass(frozen=True, slots=True)
class Stage:
    """One check: its name and the command that succeeds when nothing is to be mended."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a stage, and how long it took in seconds."""

    name: str
    is_passed: bool
    seconds: float


def program(name: str) -> str:
    """Return the path of a tool installed beside this Python."""
    return str(PROGRAMS / (f"{name}.exe" if os.name == "nt" else name))


def static_stages() -> tuple[Stage, ...]:
    """Return the checks that don't run the program, cheapest first."""
    return (
        Stage("format", (program("ruff"), "format", "--check", "--quiet", *SOURCES)),
        Stage("lint", (program("ruff"), "check", "--quiet", *SOURCES)),
        Stage("layers", (program("lint-imports"), "--no-cache")),
        Stage("catalogues", (sys.executable, "scripts/translations.py", "check")),
        Stage("types", (program("mypy"),)),
    )


def pytest_command(arguments: Sequence[str]) -> tuple[str, ...]:
    """Return the command for the tests: all of them, measured or not, or what other `arguments` ask for."""
    start = (sys.executable, "-m", "pytest")
    if arguments and not is_measured(arguments):
        return (*start, *arguments)
    measuring = ("--cov", "--cov-report=") if arguments else ()
    return (*start, "-q", "-n", str(WORKERS), "--dist", "worksteal", "-m", "not slow", *measuring)


def is_measured(arguments: Sequence[str]) -> bool:
    """Tell whether everything is to be checked, and the coverage of the tests with it."""
    return list(arguments) == ["--coverage"]


def coverage_stage() -> Stage:
    """Return the look at what the tests reached: the files with gaps, worst first, and the floor."""
    report = ("report", "--skip-covered", "--sort=cover", f"--fail-under={FLOOR}")
    return Stage("coverage", (sys.executable, "-m", "coverage", *report))


def environment() -> dict[str, str]:
    """Return the variables every stage runs with: no screen, the same examples each time.

    Modules are compiled once, whatever whoever calls this wants of Python: the tests start a hundred programs.
    """
    return {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "QT_QPA_PLATFORM": "offscreen",
        "CI": os.environ.get("CI", "1"),
        "PYTHONUTF8": "1",
        "PYTHONHASHSEED": "0",
    }


def run(stage: Stage, on_line: Callable[[str], None]) -> Outcome:
    """Run a stage, passing each line of its output on as it comes."""
    on_line(f"\n── {stage.name}: {' '.join([Path(stage.command[0]).name, *stage.command[1:]])}")
    start = time.monotonic()
    with subprocess.Popen(
        stage.command,
        cwd=REPOSITORY,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            on_line(line.rstrip("\n"))
    return Outcome(stage.name, process.returncode == 0, time.monotonic() - start)


def run_beside(stages: Sequence[Stage], on_block: Callable[[Sequence[str]], None]) -> list[Outcome]:
    """Run stages one after the other, passing the output of each on when it has ended."""
    outcomes = []
    for stage in stages:
        lines: list[str] = []
        outcomes.append(run(stage, lines.append))
        on_block(lines)
    return outcomes


def report(outcomes: Sequence[Outcome]) -> str:
    """Return the table that ends a run: each stage, its time and its fate."""
    lines = [
        f"{outcome.name:<12}{outcome.seconds:7.1f} s  {'ok' if outcome.is_passed else 'FAILED'}" for outcome in outcomes
    ]
    return "\n".join(["", "── all", *lines])


def main(arguments: Sequence[str]) -> int:
    """Run the stages; return 0 when all passed, else 1 (or pytest's own code when only pytest ran)."""
    is_measuring = is_measured(arguments)
    if arguments and not is_measuring:
        return subprocess.call(pytest_command(arguments), cwd=REPOSITORY, env=environment())
    count, printing = "", threading.Lock()

    def show(lines: Sequence[str]) -> None:
        with printing:
            print(*lines, sep="\n", flush=True)

    def show_test(line: str) -> None:
        nonlocal count
        show([line])
        if PYTEST_COUNT.search(line) and " in " in line:
            count = line

    with ThreadPoolExecutor(1) as beside:
        static = beside.submit(run_beside, static_stages(), show)
        tests = run(Stage("tests", pytest_command(arguments)), show_test)
        outcomes = [*static.result(), tests]
    if is_measuring:
        outcomes += run_beside([coverage_stage()], show)
    print(report(outcomes))
    if count:
        print(count)
    return 0 if all(outcome.is_passed for outcome in outcomes) else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, add_help=False)
    sys.exit(main(parser.parse_known_args()[1]))
