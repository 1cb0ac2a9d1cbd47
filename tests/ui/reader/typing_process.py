"""A program of its own in which somebody types a note without ever pausing, until it is killed.

Run as ``python -m tests.ui.reader.typing_process HOME``. Prints ``typed N`` after each letter, and ``saved N`` when the
first N letters are in the library.
"""

import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kennisbank.domain.annotation import AnnotationEdit
from kennisbank.ui.reader.desk import Desk
from kennisbank.ui.reader.margin import Margin
from kennisbank.ui.reader.page_view import PageView
from kennisbank.ui.reader.paper_annotations import PaperAnnotations
from kennisbank.ui.workers import TaskRunner
from tests.ui.reader.annotated_library import FILE, PAPER, annotated_library

BETWEEN_LETTERS_MS = 20


def say(line: str) -> None:
    """Write a line whole: two threads do, and printed ones run into each other."""
    os.write(1, f"{line}\n".encode())


def main(home: Path) -> None:
    """Type until the end of the world."""
    application = QApplication(sys.argv[:1])
    tasks = TaskRunner()
    with annotated_library(home) as service:
        annotations = PaperAnnotations(service, tasks)
        margin = Margin(PageView(), annotations, Desk(lambda: annotations, lambda *_told: None), lambda: ())
        margin.show()
        annotations.open(PAPER, FILE)
        margin.begin_note()

        def letter() -> None:
            QTest.keyClicks(margin.desk.edit, "a")
            say(f"typed {len(margin.desk.edit.toPlainText())}")

        change = service.change

        def told(*args: Any, **values: Any) -> AnnotationEdit:
            edit = change(*args, **values)
            say(f"saved {len(values['body'])}")
            return edit

        service.change = told  # type: ignore[method-assign]
        typing = QTimer(interval=BETWEEN_LETTERS_MS)
        typing.timeout.connect(letter)
        typing.start()
        application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
