"""`./run test`: what it runs, what it shows, what it returns."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "check.py"


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("kennisbank_check", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "kennisbank_check", module)
    spec.loader.exec_module(module)
    return module


def stage(check: ModuleType, name: str, program: str) -> object:
    return check.Stage(name, (sys.executable, "-c", program))


def run_with(
    check: ModuleType, monkeypatch: pytest.MonkeyPatch, static: str, tests: str, *, is_measuring: bool = False
) -> int:
    monkeypatch.setattr(check, "static_stages", lambda: (stage(check, "lint", static), stage(check, "types", "")))
    monkeypatch.setattr(check, "coverage_stage", lambda: stage(check, "coverage", "print('TOTAL 10 1 90 %')"))
    monkeypatch.setattr(check, "pytest_command", lambda _: (sys.executable, "-c", tests))
    return check.main(["--coverage"] if is_measuring else ())


COUNT = "print('12 passed, 1 skipped in 3.45s')"


def test_all_stages_passing_gives_0(
    check: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_with(check, monkeypatch, "", COUNT) == 0
    assert "FAILED" not in capsys.readouterr().out


def test_a_failing_stage_does_not_stop_the_next_and_gives_1(
    check: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    static = "print('line 3: unused'); raise SystemExit(1)"
    assert run_with(check, monkeypatch, static, COUNT, is_measuring=True) == 1
    out = capsys.readouterr().out
    assert "line 3: unused" in out
    assert [line.split()[0] for line in out.splitlines() if line.endswith(("ok", "FAILED"))] == [
        "lint",
        "types",
        "tests",
        "coverage",
    ]


def test_last_line_is_the_count_of_the_tests(
    check: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run_with(check, monkeypatch, "", COUNT)
    assert capsys.readouterr().out.splitlines()[-1] == "12 passed, 1 skipped in 3.45s"


def test_failing_tests_give_1(check: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_with(check, monkeypatch, "", "raise SystemExit(1)") == 1


def test_arguments_go_to_pytest_alone(check: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, ...]] = []

    def record(command: tuple[str, ...], **_: object) -> int:
        seen.append(command)
        return 5

    monkeypatch.setattr(subprocess, "call", record)
    assert check.main(["-k", "nothing"]) == 5
    assert seen == [(sys.executable, "-m", "pytest", "-k", "nothing")]


def test_every_stage_names_a_program_that_is_here(check: ModuleType) -> None:
    for each in check.static_stages():
        assert Path(each.command[0]).exists(), each.name


def test_coverage_is_measured_when_asked_for_and_only_then(check: ModuleType) -> None:
    assert "--cov" in check.pytest_command(["--coverage"])
    assert "--cov" not in check.pytest_command(())


def test_modules_are_compiled_once_for_all_programs(check: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in check.environment()
    assert check.environment()["QT_QPA_PLATFORM"] == "offscreen"
