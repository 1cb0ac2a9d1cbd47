"""Settings hold at once: language, theme and text size while running; looking after the library."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from kennisbank.domain.reports import Finding
from kennisbank.ui.app import _Follow
from kennisbank.ui.appearance import Appearance
from kennisbank.ui.language import LanguageSwitch
from kennisbank.ui.look import px, theme
from kennisbank.ui.models.settings_words import finding_text, parts
from kennisbank.ui.views.settings import SettingsView
from tests.ui.conftest import MakeStage
from tests.ui.recipes.recipe import Stage


def settings_of(stage: Stage) -> SettingsView:
    stage.session.go("settings")
    stage.settle()
    view = stage.window.view("settings")
    assert isinstance(view, SettingsView)
    return view


def test_language_theme_and_size_change_while_running(
    stage: Stage, look: Appearance, languages: LanguageSwitch
) -> None:
    follow = _Follow(languages, look, stage.session)
    stage.session.settings_changed.connect(follow.take)
    view = settings_of(stage)
    view.look.language.setCurrentIndex(view.look.language.findData("nl"))
    QApplication.sendPostedEvents()
    assert view.accessibleName() == "Instellingen"
    assert view.look.language.currentData() == "nl"
    view.look.theme.setCurrentIndex(view.look.theme.findData("contrast"))
    assert theme().name == "contrast"
    view.look.text_size.setValue(20)
    assert px(10) == 20
    assert stage.session.settings.text_size == 200
    view.look.text_size.setValue(10)
    QApplication.sendPostedEvents()
    assert view.look.language.minimumSizeHint().height() < 40


def test_checking_says_that_all_is_well_and_then_what_is_not(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    view = settings_of(stage)
    view.care.check.click()
    stage.settle(view.care.progress.isHidden, 60_000)
    assert view.care._result.text() == "Everything is in order."
    assert view.care.repair.isHidden()
    files = stage.session.kennisbank.library.files
    (hurt,) = list(files.all())[:1]
    path = Path(files.path(hurt))
    path.chmod(0o644)
    path.write_bytes(b"changed from outside")
    view.care.check.click()
    stage.settle(view.care.progress.isHidden, 60_000)
    assert view.care._result.text() == "1 thing found."
    assert not view.care.repair.isHidden()


def test_rebuilding_says_how_many_can_be_found(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    view = settings_of(stage)
    view.care.rebuild.click()
    stage.settle(view.care.progress.isHidden, 60_000)
    assert "26 contributions" in view.care._result.text()


def test_the_place_of_the_library_is_shown(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    view = settings_of(stage)
    assert view._place.text == str(stage.session.kennisbank.paths.home)


def test_a_finding_names_the_file_not_its_hash() -> None:
    finding = Finding("file_missing", "The file of paper.pdf is missing; import it again.", "ab" * 32)
    assert finding_text(finding) == "The file of paper.pdf is missing. Import it again."


def test_the_parts_say_their_licence() -> None:
    found = {part.name.casefold(): part for part in parts()}
    assert "pymupdf" in found
    assert all(part.version for part in found.values())


def test_the_name_of_the_reader_holds_when_the_field_is_left(stage: Stage) -> None:
    view = settings_of(stage)
    view.look.reader_name.setText("  Anna de Vries ")
    view.look.reader_name.editingFinished.emit()
    assert stage.session.settings.reader_name == "Anna de Vries"
    stage.session.change_settings(reader_name="")
    assert view.look.reader_name.text() == ""
