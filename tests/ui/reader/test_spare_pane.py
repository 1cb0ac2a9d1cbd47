"""A pane made ahead is there for the next paper, and none is made when there is nothing left to read with."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.reader.spare_pane import SparePane
from kennisbank.ui.workers import TaskRunner
from tests.ui.reader.fake_reading import FakeReading


def test_the_pane_made_ahead_is_given_and_only_once(qtbot: QtBot) -> None:
    parent, tasks = QWidget(), TaskRunner()
    qtbot.addWidget(parent)
    made: list[PaperPane] = []

    def make() -> PaperPane:
        made.append(PaperPane(FakeReading({}), tasks))
        return made[-1]

    spare = SparePane(make, tasks, parent)
    spare._idle.timeout.emit()
    assert len(made) == 1
    assert spare.take() is made[0]
    assert spare.take() is made[1]
    spare._idle.stop()
    tasks.shut_down()


def test_nothing_is_made_once_the_runner_is_gone(qtbot: QtBot) -> None:
    parent, tasks = QWidget(), TaskRunner()
    qtbot.addWidget(parent)
    spare = SparePane(lambda: PaperPane(FakeReading({}), tasks), tasks, parent)
    assert spare._idle.isActive()
    tasks.shut_down()
    delete(tasks)
    assert not spare._idle.isActive()
