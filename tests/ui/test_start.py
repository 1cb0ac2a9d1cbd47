"""The start page: empty, on the way to the example and back, and filled."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.config.paths import Paths
from kennisbank.config.settings import Settings
from kennisbank.domain.ids import PageNo
from kennisbank.domain.moments import now
from kennisbank.domain.reading import ReadingPlace
from kennisbank.resources import resource
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.start_example import ExampleArchive
from kennisbank.ui.language import LanguageSwitch, day
from kennisbank.ui.main_window import MainWindow
from kennisbank.ui.models.start_words import day_words
from kennisbank.ui.views.reader import ReadingView
from kennisbank.ui.views.search import SearchView
from kennisbank.ui.views.start import StartView
from kennisbank.ui.views.start_rows import ContinueCard, StartRow
from kennisbank.ui.widgets.text import Text
from kennisbank.ui.workers import TaskRunner
from tests.ui.conftest import MakeStage
from tests.ui.recipes.recipe import Stage
from tests.ui.recipes.start import filled


def start_of(stage: Stage) -> StartView:
    view = stage.window.view("start")
    assert isinstance(view, StartView)
    return view


def words(view: StartView) -> str:
    return " | ".join(text.text() for text in view.findChildren(Text) if text.isVisible())


@pytest.fixture
def own(plain_look: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """Return a window on a real, empty library, with the example's home beside it."""
    monkeypatch.setattr(Paths, "example", staticmethod(lambda: tmp_path / "own" / "example"))

    def opener(home: Path | None) -> Kennisbank:
        return open_kennisbank(home or tmp_path / "own")

    tasks = TaskRunner()
    session = Session(tasks, opener)
    window = MainWindow(session)
    stage = Stage(window, session)
    window.show()
    session.open()
    stage.settle(lambda: session.is_open)
    yield stage
    tasks.shut_down()
    session.close()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, 52)


def test_an_empty_library_explains_itself(stage: Stage) -> None:
    view = start_of(stage)
    assert not view.is_filled
    assert "There is nothing here yet" in words(view)


def test_the_example_is_brought_in_and_there_is_a_way_back(own: Stage, tmp_path: Path) -> None:
    view, example = start_of(own), ExampleArchive.of(own.session)
    view.first.example.button.click()
    own.settle(lambda: view.is_filled and not example.is_coming, limit_ms=60_000)
    assert example.is_open
    assert own.session.kennisbank.catalogue.count() == len(list(_papers()))
    assert own.session.kennisbank.searching.behind() == 0
    assert "This is the example archive" in words(view)
    view.filled.leave_asked.emit()
    own.settle(lambda: not example.is_open)
    assert own.session.kennisbank.paths.home == tmp_path / "own"
    own.settle(lambda: not view.is_filled)


def test_bringing_in_the_example_can_be_stopped_and_taken_up_again(own: Stage) -> None:
    view, example = start_of(own), ExampleArchive.of(own.session)
    example.progressed.connect(lambda _progress: example.cancel())
    view.first.example.button.click()
    own.settle(lambda: example.is_open and not example.is_coming, limit_ms=60_000)
    assert own.session.kennisbank.catalogue.count() < len(list(_papers()))
    example.progressed.disconnect()
    example.open()
    own.settle(lambda: view.is_filled and not example.is_coming, limit_ms=60_000)
    own.settle(lambda: own.session.kennisbank.catalogue.count() == len(list(_papers())))


def _papers() -> Iterator[Path]:
    return (resource("example") / "papers").glob("*.pdf")


def test_reading_goes_on_at_the_page_one_left(qtbot: QtBot, make_stage: MakeStage) -> None:
    stage = make_stage("example")
    filled(stage)
    view = start_of(stage)
    cards = view.findChildren(ContinueCard)
    assert len(cards) == 3
    assert cards[0].hasFocus()
    assert "p. " in cards[0].accessibleName()
    qtbot.keyClick(cards[0], Qt.Key.Key_Space)
    stage.settle(lambda: isinstance(stage.window.current_view, ReadingView))


def test_an_edition_leads_to_its_contributions(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    filled(stage)
    row = next(
        each for each in start_of(stage).findChildren(StartRow) if each.accessibleName().startswith("Vlechtwerk")
    )
    row.click()
    search = stage.window.current_view
    assert isinstance(search, SearchView)
    stage.settle(lambda: search.is_settled)
    assert search.controller.answer.results.total == 6


def test_what_came_since_last_time_is_told(make_stage: MakeStage) -> None:
    yesterday = (now().utc - timedelta(days=1)).isoformat()
    stage = make_stage("example", settings=Settings(last_visit=yesterday))
    view = start_of(stage)
    stage.settle(lambda: view.is_filled)
    assert "Since yesterday" in words(view)
    assert "26 new contributions" in words(view)
    assert stage.session.settings.last_visit > yesterday


def test_nothing_new_is_told_too(make_stage: MakeStage) -> None:
    tomorrow = (now().utc + timedelta(days=1)).isoformat()
    stage = make_stage("example", settings=Settings(last_visit=tomorrow))
    view = start_of(stage)
    stage.settle(lambda: view.is_filled)
    assert "nothing new; 26 contributions here" in words(view)
    assert "New since last time" not in words(view)


def test_nonsense_in_the_settings_is_no_last_time(make_stage: MakeStage) -> None:
    stage = make_stage("example", settings=Settings(last_visit="the day before"))
    view = start_of(stage)
    stage.settle(lambda: view.is_filled)
    assert "What is here" in words(view)


def test_the_page_follows_the_language(make_stage: MakeStage, languages: LanguageSwitch) -> None:
    stage = make_stage("example")
    filled(stage)
    languages.choose("nl")
    stage.settle()
    shown = words(start_of(stage))
    assert "Verder lezen" in shown
    assert "Continue reading" not in shown


def test_the_other_language_is_offered_in_its_own_words(stage: Stage) -> None:
    view = start_of(stage)
    view.first.language_chosen.emit("nl")
    assert stage.session.settings.ui_language == "nl"


def test_columns_stand_below_one_another_when_the_text_is_large(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    filled(stage)
    view = start_of(stage)
    stage.window.resize(1440, 900)
    stage.settle()
    rows = [each for each in view.findChildren(StartRow) if each.isVisible()]
    assert len({row.mapTo(view, row.rect().topLeft()).x() for row in rows}) == 2
    stage.window.resize(800, 900)
    stage.settle()
    assert len({row.mapTo(view, row.rect().topLeft()).x() for row in rows}) == 1


@pytest.mark.parametrize(("ago", "said"), [(0, "today"), (1, "yesterday")])
def test_near_days_have_a_name(languages: LanguageSwitch, ago: int, said: str) -> None:
    languages.choose("en")
    when = now()
    assert day_words(when, when.utc.astimezone().date() + timedelta(days=ago)) == said


def test_far_days_are_written_out(languages: LanguageSwitch) -> None:
    languages.choose("en")
    when = now()
    assert day_words(when, date(2099, 1, 1)) == day(when)
    assert not day_words(when, when.utc.astimezone().date() + timedelta(days=3))[0].isdigit()


def test_a_reading_place_beyond_the_file_does_no_harm(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    kennisbank = stage.session.kennisbank
    paper = next(each for each in kennisbank.catalogue.all() if each.current_files)
    place = ReadingPlace(paper.id, paper.current_files[0].hash, PageNo(9999), 0.0, 1.0, now())
    kennisbank.reading.save_place(place)
    view = start_of(stage)
    view.show_state({})
    stage.settle(lambda: bool(view.findChildren(ContinueCard)))
    view.grab()
