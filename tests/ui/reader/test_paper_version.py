"""An older version of a file: the reader says so, and leads to the newest."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kennisbank.domain.ids import FileHash
from kennisbank.services.reading import OpenDocument, newest_of
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.reader.reader_view import ReaderView
from kennisbank.ui.views.reading_versions import VersionsMenu
from tests.ui.reader.conftest import FIRST
from tests.ui.reader.fake_reading import FakeReading

OLD = FileHash("0ld".ljust(64, "0"))


@pytest.fixture
def two_versions(reading: FakeReading, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the paper stand in two versions, both of which read alike."""
    whole = reading._open

    def open_version(contribution: object, file: FileHash | None = None) -> OpenDocument:
        document = whole(contribution)  # type: ignore[arg-type]
        new = replace(document.file, version=2)
        old = replace(document.file, hash=OLD, version=1, is_current=False)
        reading.texts[OLD] = reading.texts[new.hash]
        contribution_ = replace(document.contribution, files=(new, old))
        return replace(document, contribution=contribution_, file=old if file == OLD else new)

    monkeypatch.setattr(reading, "open", open_version)


def test_an_older_version_says_so_and_leads_to_the_newest(
    qtbot: QtBot, reader: ReaderView, open_paper: Callable[..., PaperPane], two_versions: None
) -> None:
    pane = open_paper(FIRST, file=OLD)
    line = pane._column._version_line
    assert line.isVisible()
    assert line.accessibleName() == "This is an older version (1 of 2)."
    assert reader.kept[0][0].file == OLD
    line.acted.emit()
    qtbot.waitUntil(lambda: pane.document is not None and pane.document.file.hash != OLD)
    assert not line.isVisible()
    assert reader.kept[0][0].file is None
    assert newest_of(pane.document) == pane.document.file  # type: ignore[arg-type, union-attr]


def test_another_version_is_chosen_from_the_menu(
    qtbot: QtBot, reader: ReaderView, open_paper: Callable[..., PaperPane], two_versions: None
) -> None:
    pane = open_paper(FIRST)
    menu = VersionsMenu(pane, lambda file: pane.open(pane.contribution, file=file), pane)
    assert menu.menuAction().isVisible()
    assert [row.isChecked() for row in menu.actions()] == [True, False]
    assert "version 1" in menu.actions()[1].text()
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: [row.isChecked() for row in menu.actions()] == [False, True])
    assert pane._column._version_line.isVisible()
