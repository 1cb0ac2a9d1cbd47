"""A reader and the real archive: connect by its address, find what is there, log in with a code, and do without it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kennisbank.bootstrap import open_kennisbank
from kennisbank.config.settings import Settings
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.downloads import Downloads
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.frame.status_line import StatusLine
from kennisbank.ui.main_window import MainWindow
from kennisbank.ui.views.archive import ArchiveView
from kennisbank.ui.views.search import SearchView
from kennisbank.ui.workers import TaskRunner
from tests.real_archive import running_archive
from tests.ui.recipes.recipe import Stage

MAIL = "anna@school.example"


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    """Return a window on a library that did not exist before, which asks nothing by itself."""
    tasks = TaskRunner()
    session = Session(tasks, open_kennisbank, settings=Settings(sync_on_start=False, sync_every_minutes=0))
    window = MainWindow(session)
    window.show()
    session.open(tmp_path / "home")
    staged = Stage(window, session)
    staged.settle(lambda: session.is_open)
    yield staged
    tasks.shut_down()
    session.close()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, 52)


def test_a_reader_connects_searches_logs_in_and_goes_on_without_the_archive(stage: Stage, tmp_path: Path) -> None:
    session, window = stage.session, stage.window
    reading, syncing = ArchiveReading.of(session), Syncing.of(session)
    failures: list[object] = []
    session.failed.connect(failures.append)
    session.go("archive")
    view = window.view("archive")
    assert isinstance(view, ArchiveView)
    with running_archive(tmp_path / "archive") as served:
        served.put("edition", code="C2020", name="Congres 2020", year=2020, website="")
        served.put(record="p1", title="Robots in de klas", edition="C2020", year=2020)
        code = served.code(MAIL)
        view.connecting.address.field.setText(served.url)
        view.connecting.look()
        stage.settle(view.connecting.found.isVisible)
        assert session.kennisbank.accounts.link() is None
        view.connecting.found.connect_to.click()
        stage.settle(lambda: syncing.outcome is not None and reading.is_settled)
        assert view.page is view.overview
        session.go("archive", section="account")
        view.account.login.mail.setText(MAIL)
        view.account.login.code.setText(code)
        view.account.login.submit()
        stage.settle(lambda: reading.facts.stage == "in" and not syncing.is_running)
        view.account.me.log_out.click()
        view.account.leaving.log_out.click()
        stage.settle(lambda: reading.facts.stage == "none")
    syncing.sync()
    stage.settle(lambda: not syncing.is_running and reading.is_settled)
    status = window.findChild(StatusLine)
    assert isinstance(status, StatusLine)
    assert reading.facts.is_unreachable
    assert status.archive.standing.text().startswith("Offline")
    session.go("search", query="robots")
    search = window.view("search")
    assert isinstance(search, SearchView)
    stage.settle(lambda: search.is_settled and Downloads.of(session).is_settled)
    assert [row.contribution.metadata.values.title for row in search.controller.answer.rows] == ["Robots in de klas"]
    assert failures == []
