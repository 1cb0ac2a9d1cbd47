"""One's own synonyms are edited inside the window: checked while typing, saved with a way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kennisbank.domain.synonyms import BadLine, SynonymSummary
from kennisbank.services.synonyms import SynonymService
from kennisbank.ui.controllers.session import Notice
from kennisbank.ui.models.synonym_words import SynonymWords
from kennisbank.ui.widgets.settings_synonyms import SettingsSynonyms
from tests.ui.conftest import MakeStage
from tests.ui.recipes.recipe import Stage
from tests.ui.recipes.settings_synonyms import card_of
from tests.ui.recipes.settings_view import plain


@pytest.fixture
def opened(make_stage: MakeStage) -> Stage:
    stage = make_stage("example")
    plain(stage)
    return stage


@pytest.fixture
def told(opened: Stage) -> list[Notice]:
    notices: list[Notice] = []
    opened.session.told.connect(notices.append)
    return notices


def edit(stage: Stage) -> SettingsSynonyms:
    card = card_of(stage)
    card.edit.click()
    stage.settle(lambda: card.is_open)
    return card


def synonyms_of(stage: Stage) -> SynonymService:
    service = stage.session.kennisbank.synonyms
    assert isinstance(service, SynonymService)
    return service


def test_what_is_typed_is_checked_and_saved(opened: Stage, told: list[Notice]) -> None:
    card = edit(opened)
    opened.settle(card.field.hasFocus)
    card.field.setPlainText("docent = begeleider\nalleen\n")
    opened.settle(lambda: bool(card._skipped))
    assert card._said.text().count("The other lines hold.") == 1
    assert "Line 2 is skipped: it has one term only, and needs two." in card._wrong.accessibleName()
    QTest.keyClick(card.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.settle(lambda: not card.is_open and card._summary is not None and card._summary.own == 1)
    assert synonyms_of(opened).own() == "docent = begeleider\nalleen\n"
    assert card.edit.hasFocus()
    assert "Line 2 is skipped" in card._own_skipped.accessibleName()
    (notice,) = told
    assert notice.action is not None
    notice.action()
    opened.settle(lambda: synonyms_of(opened).own() == "" and card._summary.own == 0)


def test_cancelling_changes_nothing_and_can_be_undone(opened: Stage, told: list[Notice]) -> None:
    synonyms_of(opened).save("docent = begeleider\n")
    card = edit(opened)
    assert card.field.toPlainText() == "docent = begeleider\n"
    card.field.setPlainText("docent = gids\n")
    QTest.keyClick(card.field, Qt.Key.Key_Escape)
    assert not card.is_open
    assert synonyms_of(opened).own() == "docent = begeleider\n"
    (notice,) = told
    assert notice.action is not None
    notice.action()
    opened.settle(lambda: card.is_open)
    assert card.field.toPlainText() == "docent = gids\n"


def test_cancelling_without_changes_says_nothing(opened: Stage, told: list[Notice]) -> None:
    card = edit(opened)
    card.cancel.click()
    assert not card.is_open
    assert told == []


def test_what_comes_along_is_restored_and_that_can_be_undone_in_the_field(opened: Stage) -> None:
    synonyms_of(opened).save("! docent\n")
    card = edit(opened)
    card.restore.click()
    assert card.field.toPlainText() == ""
    assert card._said.text().count("only what comes with Kennisbank holds") == 1 or card._pause.isActive()
    card.field.undo()
    assert card.field.toPlainText() == "! docent\n"
    card.restore.click()
    card.save.click()
    opened.settle(lambda: not card.is_open)
    assert not opened.session.kennisbank.paths.synonyms_file.exists()


def test_what_comes_along_can_be_read(opened: Stage) -> None:
    card = edit(opened)
    card.show_all.click()
    opened.settle(lambda: not card.shipped.isHidden())
    assert "docent, leraar" in card.shipped.toPlainText()
    assert card.shipped.isReadOnly()
    card.show_all.click()
    assert card.shipped.isHidden()


def test_the_number_of_groups_is_told(opened: Stage) -> None:
    card = card_of(opened)
    opened.settle(lambda: card._summary is not None)
    assert "groups come with Kennisbank." in card._standing.text()
    assert "You added" not in card._standing.text()


@pytest.mark.usefixtures("languages")
def test_many_skipped_lines_are_counted() -> None:
    skipped = [BadLine("", number, "x", "alone") for number in range(1, 9)]
    assert SynonymWords().skipped(skipped).splitlines()[-1] == "And 3 more lines."
    assert SynonymWords().skipped([]) == ""
    assert SynonymWords().summary(SynonymSummary(1, 2)) == "1 group comes with Kennisbank. You added 2 groups."
