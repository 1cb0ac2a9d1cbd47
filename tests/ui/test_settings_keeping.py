"""Backups, exporting and putting back from the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from kennisbank.ui.controllers.backups import DailyBackups
from kennisbank.ui.widgets.settings_keeping import SettingsKeeping
from tests.ui.conftest import MakeStage
from tests.ui.recipes.recipe import Stage
from tests.ui.recipes.settings_view import plain, view_of


def card_of(stage: Stage) -> SettingsKeeping:
    plain(stage)
    return view_of(stage).keeping


def test_backups_exports_and_what_comes_back(
    make_stage: MakeStage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = make_stage("example")
    card = card_of(stage)
    stage.settle(lambda: card._state is not None)
    assert card._standing.text() == "There is no backup yet."
    card.now.click()
    stage.settle(lambda: card.said.text() == "The backup is made.", 30_000)
    stage.settle(lambda: "1 is kept." in card._standing.text())
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    card.export.click()
    assert not card.export.isEnabled()
    stage.settle(lambda: "now stand in" in card.said.text(), 60_000)
    (folder,) = (each for each in tmp_path.iterdir() if each.name.startswith("Kennisbank "))
    assert (folder / "manifest.json").is_file()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    card.restore_export.click()
    stage.settle(lambda: card.said.text() == "All of it was here already; nothing was changed.", 60_000)
    assert card.export.isEnabled()


def test_what_is_kept_is_a_setting_that_holds_at_once(make_stage: MakeStage) -> None:
    stage = make_stage("empty")
    card = card_of(stage)
    assert card.kept.currentText() == "7 days, 4 weeks, 6 months"
    card.kept.setCurrentIndex(card.kept.count() - 1)
    assert (stage.session.settings.backups_daily, stage.session.settings.backups_monthly) == (30, 24)
    card.on.setChecked(False)
    assert stage.session.settings.backups == "off"
    assert card.kept.currentIndex() == card.kept.count() - 1


def test_the_backup_of_the_day_is_made_by_itself(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    backups = DailyBackups(stage.session, stage.window)
    backups.look()
    folder = stage.session.kennisbank.paths.backups
    stage.settle(lambda: len(list(folder.glob("*-daily.sqlite"))) == 1, 30_000)
