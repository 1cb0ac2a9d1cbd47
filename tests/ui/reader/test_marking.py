"""Marking on the pages, as one does it with mouse and keyboard: on a real PDF, in a real library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kennisbank.ui.theme import LIGHT
from kennisbank.ui.workers import TaskRunner
from tests.ui.reader.marked_reader import MarkedReader, marked_reader

Keys = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(qtbot: QtBot, tasks: TaskRunner, paper_file: Path, tmp_path: Path) -> Iterator[MarkedReader]:
    with marked_reader(qtbot, tasks, paper_file, tmp_path / "home") as made:
        yield made


def colours_at(desk: MarkedReader, text: str) -> set[str]:
    """Return the colours that stand on and just below a word."""
    at = desk.at(text)
    picture = desk.pane.view.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    return {
        picture.pixelColor(round((at.x() + dx) * ratio), round((at.y() + dy) * ratio)).name()
        for dx in range(-12, 12)
        for dy in range(-9, 14)
    }


def test_selected_text_is_marked_with_a_key_painted_and_there_after_reopening(desk: MarkedReader) -> None:
    desk.select_word("Heading")
    desk.key(Keys.Key_2)
    assert LIGHT.mark_2.name() in colours_at(desk, "Heading")
    assert LIGHT.mark_2_line.name() in colours_at(desk, "Heading")
    (kept,) = desk.kept()
    assert (kept.annotation.kind, kept.annotation.colour) == ("highlight", "green")
    assert kept.anchor is not None
    assert kept.anchor.quote is not None
    assert kept.anchor.quote.exact == "Heading"
    desk.reopen()
    assert LIGHT.mark_2.name() in colours_at(desk, "Heading")
