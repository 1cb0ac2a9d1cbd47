from pathlib import Path

import pytest

from kennisbank.cli.arguments import parse


@pytest.mark.parametrize("argv", [["--home", "H", "list"], ["list", "--home", "H"]])
def test_the_home_may_stand_before_or_after_the_command(argv: list[str]) -> None:
    assert parse(argv).home == Path("H")


@pytest.mark.parametrize(
    "argv", [["--json", "batch", "list"], ["batch", "--json", "list"], ["batch", "list", "--json"]]
)
def test_json_may_stand_anywhere(argv: list[str]) -> None:
    assert parse(argv).json is True


def test_without_a_command_the_window_is_meant() -> None:
    arguments = parse([])
    assert arguments.command is None
    assert arguments.home is None
    assert arguments.json is False


@pytest.mark.parametrize(
    "argv", [["dance"], ["search"], ["search", "x", "--limit", "-1"], ["batch"], ["edit", "a", "--year", "x"]]
)
def test_the_callers_mistake_is_exit_code_two(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        parse(argv)
    assert stop.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_an_empty_year_is_no_year() -> None:
    assert parse(["edit", "a", "--year", ""]).year is None
