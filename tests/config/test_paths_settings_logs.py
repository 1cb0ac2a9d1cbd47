"""Where things stand, what the reader chose, and the log."""

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kennisbank.config.logs import start_logging, stop_logging
from kennisbank.config.paths import Paths
from kennisbank.config.settings import Settings, load_settings, save_settings
from kennisbank.errors import StorageError

own_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
names = st.sampled_from([each.name for each in fields(Settings)]) | st.text()


def test_a_named_home_comes_before_the_environment_and_that_before_the_readers_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Paths.of().home
    monkeypatch.setenv("KENNISBANK_HOME", str(tmp_path / "omgeving"))
    assert Paths.of().home == tmp_path / "omgeving"
    assert Paths.of(tmp_path / "gegeven").home == tmp_path / "gegeven"
    assert Paths.example() == own / "example"
    monkeypatch.setenv("KENNISBANK_HOME", "")
    assert Paths.of().home == own


def test_a_home_is_absolute_whatever_folder_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "thuis"))
    assert Paths.of(Path("hier")).home == tmp_path / "hier"
    if os.name != "nt":
        assert Paths.of(Path("~/daar")).home == tmp_path / "thuis" / "daar"


def test_everything_stands_below_the_home(tmp_path: Path) -> None:
    paths = Paths.of(tmp_path)
    places = [
        paths.library_file,
        paths.files,
        paths.index,
        paths.backups,
        paths.settings_file,
        paths.log,
        paths.temporary,
        paths.import_lock,
    ]
    assert {place.parent for place in places} == {tmp_path}
    assert len(set(places)) == len(places)
    assert list(tmp_path.iterdir()) == []


def test_settings_are_read_as_they_were_saved(tmp_path: Path) -> None:
    file = tmp_path / "nieuw" / "settings.json"
    chosen = Settings(ui_language="nl", theme="contrast", text_size=150, night_paper=True, window_state="AAAA")
    assert load_settings(file) == Settings()
    save_settings(file, chosen)
    assert load_settings(file) == chosen
    assert [each.name for each in file.parent.iterdir()] == ["settings.json"]


@own_folder
@given(st.dictionaries(names, values, max_size=5))
def test_any_object_gives_settings_within_their_limits_and_keeps_what_is_unknown(tmp_path: Path, said: dict) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps(said), encoding="utf-8")
    loaded = load_settings(file)
    assert replace(loaded) == loaded
    save_settings(file, replace(loaded, text_size=120))
    written = json.loads(file.read_text(encoding="utf-8"))
    known = asdict(loaded).keys()
    assert {name: value for name, value in written.items() if name not in known} == {
        name: value for name, value in said.items() if name not in known
    }
    assert load_settings(file) == replace(loaded, text_size=120)


@pytest.mark.parametrize("broken", [b"{", b"[]", b'"tekst"', b"\xff\xfe\x00", b"", b"[" * 100_000])
def test_a_broken_file_is_set_aside_and_the_defaults_hold(tmp_path: Path, broken: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(broken)
    assert load_settings(file) == Settings()
    assert (tmp_path / "settings.json.broken").read_bytes() == broken
    save_settings(file, Settings(theme="dark"))
    assert load_settings(file).theme == "dark"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text_size", 79),
        ("text_size", 201),
        ("text_size", True),
        ("theme", "roze"),
        ("ui_language", 3),
        ("night_paper", 1),
    ],
)
def test_a_value_out_of_limits_is_refused_in_the_program_and_ignored_in_the_file(
    tmp_path: Path, name: str, value: object
) -> None:
    with pytest.raises(ValueError, match=name):
        replace(Settings(), **{name: value})
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({name: value, "window_state": "AAAA"}), encoding="utf-8")
    assert load_settings(file) == Settings(window_state="AAAA")


def test_settings_that_cannot_be_written_leave_the_old_ones(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file in the place of the folder")
    with pytest.raises(StorageError):
        save_settings(tmp_path / "home" / "settings.json", Settings())
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(StorageError):
        save_settings(tmp_path / "settings.json", Settings())
    assert load_settings(tmp_path / "settings.json") == Settings()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["home", "settings.json"]


def test_every_setting_says_what_it_is_for() -> None:
    assert all(each.metadata["help"].endswith(".") for each in fields(Settings))


@pytest.fixture
def _no_log_stays_open() -> Iterator[None]:
    yield
    stop_logging()


@pytest.mark.usefixtures("_no_log_stays_open")
def test_messages_stand_in_the_log_of_the_home_that_is_open(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = logging.getLogger("kennisbank.library")
    first, second = Paths.of(tmp_path / "een"), Paths.of(tmp_path / "twee")
    start_logging(first)
    log.info("in het eerste")
    log.debug("niet gevraagd")
    start_logging(second, verbose=True)
    log.debug("in het tweede, \udce9")
    assert "in het eerste" in (first.log / "kennisbank.log").read_text(encoding="utf-8")
    assert "gevraagd" not in (first.log / "kennisbank.log").read_text(encoding="utf-8")
    assert "in het tweede, ?" in (second.log / "kennisbank.log").read_text(encoding="utf-8")
    assert "in het tweede" in capsys.readouterr().err


@pytest.mark.usefixtures("_no_log_stays_open")
def test_a_log_that_cannot_be_written_is_no_reason_not_to_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "log").write_text("a file in the place of the folder")
    start_logging(Paths.of(tmp_path))
    assert "no log" in capsys.readouterr().err
