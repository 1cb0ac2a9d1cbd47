"""The libraries on which views are shown for pictures and walks: empty, or holding the example archive."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from kennisbank.config.settings import Settings
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.main_window import MainWindow
from kennisbank.ui.views.registry import VIEWS, ViewEntry
from kennisbank.ui.workers import TaskRunner
from tests.fakes import FakeCatalogue, FakeKennisbank, FakeSearching
from tests.ui.recipes import gallery
from tests.ui.recipes.example import open_example
from tests.ui.recipes.recipe import Recipe, Stage


@contextmanager
def stage_for(
    recipe: Recipe,
    scratch: Path,
    entries: Sequence[ViewEntry] = VIEWS,
    settings: Settings | None = None,
    *,
    contributions: int = 0,
    lacking: int = 0,
    error: Exception | None = None,
) -> Iterator[Stage]:
    """Open a window on the library that `recipe` asks for, below `scratch`, and close everything afterwards.

    For the stand-in library (``empty``): how many contributions it claims to have, how many of them the index lacks, and
    the error with which opening it fails.
    """

    def opener(_home: Path | None) -> Any:
        if error is not None:
            raise error
        if recipe.library == "empty":
            return FakeKennisbank(FakeCatalogue(contributions), FakeSearching(lacking))
        return open_example(scratch)

    tasks = TaskRunner()
    # Reading scans would begin by itself, in a process of its own, and change what is shown.
    session = Session(tasks, opener, settings=replace(settings or Settings(), read_scans=False))
    shown = (*entries, gallery.ENTRY) if recipe.name == gallery.ENTRY.name else tuple(entries)
    window = MainWindow(session, shown)
    stage = Stage(window, session)
    try:
        window.show()
        window.activateWindow()
        session.open()
        stage.settle(lambda: session.is_open or error is not None)
        yield stage
    finally:
        tasks.shut_down()
        session.close()
        window.close()
        # The session too, which the window's slots keep, and which keeps the window: nobody would see that circle.
        for each in (window, session, tasks):
            each.deleteLater()
        QApplication.sendPostedEvents(None, 52)  # DeferredDelete: the next window must not meet this one
