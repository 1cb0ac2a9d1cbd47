"""The inbox and a much discussed contribution: stalls of the event loop with thousands of threads and comments.

    .venv/bin/python benchmarks/measure_inbox.py HOME

HOME is the author's library that `measure_loop.py --keep DIR` leaves as DIR/author. The real window opens the inbox, goes
from thread to thread and from folder to folder, and opens the contribution with the most comments. For what is
measured, and how, see `measure_margin.py`.
"""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from measure_margin import Reader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from report import publish

from kennisbank.bootstrap import open_kennisbank
from kennisbank.ui.app import run
from kennisbank.ui.main_window import MainWindow
from kennisbank.ui.views.inbox import InboxView
from kennisbank.ui.voices.panel import VoicesPanel
from kennisbank.ui.warming import Warming


class Author(Reader):
    """Goes through the inbox, a step a beat."""

    def work(self, window: MainWindow) -> Iterator[str]:
        window.resize(1440, 900)
        yield "views made ahead"
        warming = window.findChild(Warming)
        yield from self.until(lambda: warming is None or not warming.isActive())
        yield from self.until(lambda: window.session.tasks.is_idle)
        yield "opening the inbox"
        window.session.go("inbox")
        yield from self.until(lambda: isinstance(window.current_view, InboxView))
        view = window.current_view
        assert isinstance(view, InboxView)
        yield from self.until(lambda: view.is_settled and view.pane.shown is not None)
        yield from self.until(lambda: window.session.tasks.is_idle)
        for _ in range(40):
            before = view.pane.shown
            QTest.keyClick(view.list.list, Qt.Key.Key_Down)
            yield "from thread to thread"
            yield from self.until(lambda before=before: view.is_settled and view.pane.shown is not before)
        for folder in ("done", "unread", "open") * 3:
            view.list.folder_chosen.emit(folder)
            yield "from folder to folder"
            yield from self.until(lambda: view.is_settled)
        for _ in range(3):
            window.session.go("search")
            yield "to the most commented and back"
            window.session.go("details", contribution=self.paper.id)
            yield from self.until(lambda: any(each.comments.cards for each in window.findChildren(VoicesPanel)))
            yield from self.until(lambda: window.session.tasks.is_idle)


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("home", type=Path)
    home = parser.parse_args().home
    with open_kennisbank(home) as kennisbank:
        papers = {each.metadata.values.title: each for each in kennisbank.catalogue.all()}
    application = QApplication([])
    author = Author(papers["Bijdrage 0"])
    run(home)
    del application
    publish("inbox", [stage.row() for stage in author.stages])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
