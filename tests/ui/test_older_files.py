"""Annotations in files that came before they were read: found after the library opened, and told."""

from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.reports import ImportedAnnotations
from kennisbank.ui.controllers import older_files
from kennisbank.ui.controllers.older_files import OlderFiles
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.workers import TaskRunner
from tests.fakes import FakeKennisbank


class OneBehind:
    def __init__(self) -> None:
        self.left = 1

    def behind(self) -> int:
        return self.left

    def catch_up(self, _ctx, on_committed):
        self.left = 0
        on_committed(ChangeSet((Change("annotation", "a", "added"),)))
        return ImportedAnnotations(1, 0)


def test_older_files_are_read_after_opening_and_what_came_is_told(qtbot, monkeypatch):
    monkeypatch.setattr(older_files, "_START_MS", 0)
    embedded, tasks = OneBehind(), TaskRunner()
    session = Session(tasks, lambda _home: FakeKennisbank(embedded=embedded))
    reading = OlderFiles(session)
    with qtbot.waitSignal(session.changed) as told:
        session.open()
    assert told.args[0].ids("annotation") == {"a"}
    assert embedded.left == 0
    reading.deleteLater()
    tasks.shut_down()
    session.close()
