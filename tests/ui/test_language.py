"""Words, numbers and dates in the language in force; complete catalogues."""

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from kennisbank import errors
from kennisbank.domain.document import Problem
from kennisbank.ui import language
from kennisbank.ui.language import LanguageSwitch
from kennisbank.ui.messages import message_for, problem_text

ROOT = Path(__file__).resolve().parents[2]
ERRORS: list[Exception] = [
    errors.Cancelled(),
    errors.NotFoundError("contribution", "x"),
    errors.BadInputError("Er zijn geen titels.", Path("lijst.csv")),
    errors.DocumentError("encrypted", "needs a password"),
    errors.NewerLibraryError(Path("/l"), "9"),
    errors.LibraryBusyError(Path("/l")),
    errors.DamagedLibraryError(Path("/l"), "x"),
    errors.StorageError(Path("/l"), "x"),
    errors.IndexDamagedError(Path("/l"), "x"),
    ZeroDivisionError("x"),
]


@pytest.fixture(autouse=True)
def _plain(plain_look: None) -> None:
    pass


def test_numbers_and_days_are_written_as_each_language_does(languages: LanguageSwitch) -> None:
    languages.choose("nl")
    assert language.number(1512) == "1.512"
    assert language.number(2.5, 1) == "2,5"
    assert language.day(date(2026, 3, 11)) == "11 mrt 2026"
    assert language.day(date(2026, 3, 11), is_long=True) == "woensdag 11 maart 2026"
    languages.choose("en")
    assert language.number(1512) == "1,512"
    assert language.day(date(2026, 3, 11)) == "11 Mar 2026"


def test_the_clock_is_the_readers(languages: LanguageSwitch) -> None:
    moment = datetime(2026, 3, 11, 14, 12, tzinfo=UTC)
    assert language.clock(moment) == moment.astimezone().strftime("%H:%M")


def test_qt_s_own_words_follow_too(languages: LanguageSwitch) -> None:
    languages.choose("nl")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_every_error_has_a_sentence_in_both_languages(languages: LanguageSwitch, error: Exception) -> None:
    english = message_for(error)
    languages.choose("nl")
    dutch = message_for(error)
    assert english.text
    assert str(english) != str(dutch)
    assert "!" not in str(english) + str(dutch)
    assert english.is_bug == isinstance(error, ZeroDivisionError)


def test_a_problem_without_a_translation_is_told_in_english() -> None:
    assert problem_text(Problem("never-heard-of", "Something is odd.")) == "Something is odd."


@pytest.mark.parametrize(("names", "spoken"), [("nl_NL.UTF-8", "nl"), ("nl_BE", "nl"), ("de_DE", "en"), ("C", "en")])
def test_the_system_s_language_is_spoken_unless_chosen(
    monkeypatch: pytest.MonkeyPatch, names: str, spoken: str
) -> None:
    monkeypatch.setenv("LC_ALL", names)
    assert language.system_language() == spoken


def test_a_stale_catalogue_is_found(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "translations.py"), "missing"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip().startswith("{")
