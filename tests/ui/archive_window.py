"""Windows that speak with the real archive: opened, logged in, and kept in step when a test says so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kennisbank.bootstrap import open_kennisbank
from kennisbank.config.settings import Settings
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.downloads import Downloads
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.inbox.author_facts import AuthorReading
from kennisbank.ui.main_window import MainWindow
from kennisbank.ui.workers import TaskRunner
from tests.real_archive import RealArchive
from tests.ui.recipes.recipe import Stage


def do(stage: Stage, job: Callable[[Any], Any]) -> Any:
    """Have something done off the window's thread."""
    done: list[Any] = []
    kennisbank = stage.session.kennisbank
    stage.session.tasks.write(stage.window, lambda _ctx: job(kennisbank), done.append)
    stage.settle(lambda: bool(done))
    return done[0]


def sync(stage: Stage) -> None:
    """Bring a window up to date, its facts too."""
    syncing, facts = Syncing.of(stage.session), AuthorReading.of(stage.session)
    syncing.sync()
    stage.settle(lambda: not syncing.is_running)
    assert syncing.error is None
    stage.settle(lambda: facts.is_settled and ArchiveReading.of(stage.session).is_settled)


def log_in(stage: Stage, served: RealArchive, address: str, name: str, right: str = "reader") -> None:
    code = served.code(address, right, name)
    for asking in (Syncing.of(stage.session), Downloads.of(stage.session)):
        asking._start.stop()
    do(stage, lambda kb: kb.accounts.connect(served.url))
    do(stage, lambda kb: kb.accounts.log_in(address, code, "laptop"))
    reading = ArchiveReading.of(stage.session)
    reading.read()
    stage.settle(lambda: reading.facts.account is not None)
    sync(stage)


@contextmanager
def window_on(home: Path) -> Iterator[Stage]:
    """Open a window on a library, which asks nothing by itself."""
    tasks = TaskRunner()
    settings = Settings(sync_on_start=False, sync_every_minutes=0, read_scans=False)
    session = Session(tasks, open_kennisbank, settings=settings)
    window = MainWindow(session)
    stage = Stage(window, session)
    try:
        window.resize(1440, 900)
        window.show()
        session.open(home)
        stage.settle(lambda: session.is_open)
        yield stage
    finally:
        tasks.shut_down()
        session.close()
        window.close()
        for each in (window, session, tasks):
            each.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
