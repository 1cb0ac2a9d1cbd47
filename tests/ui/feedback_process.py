"""A program of its own in which somebody writes feedback without ever pausing, until it is killed.

Run as ``python -m tests.ui.feedback_process HOME``. Prints ``saved N`` when the first N letters are in the library.
"""

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kennisbank.bootstrap import open_kennisbank
from kennisbank.config.settings import Settings
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.metadata import Metadata, SourcedMetadata
from kennisbank.domain.moments import now
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.feedback.sheet import FeedbackSheet
from kennisbank.ui.workers import TaskRunner

BETWEEN_LETTERS_MS = 20
PAPER = Contribution(
    ContributionId("paper"), "local", SourcedMetadata(Metadata(title="Een bijdrage")), (), now(), now()
)


def main(home: Path) -> None:
    """Type until the end of the world."""
    application = QApplication(sys.argv[:1])
    session = Session(TaskRunner(), open_kennisbank, settings=Settings(sync_on_start=False))
    sheet = FeedbackSheet(session)
    typing = QTimer(interval=BETWEEN_LETTERS_MS)

    def letter() -> None:
        QTest.keyClicks(sheet.body.message, "a")

    def begin() -> None:
        save = session.kennisbank.feedback.save_draft

        def told(draft: Any) -> Any:
            kept = save(draft)
            print(f"saved {len(kept.text)}", flush=True)
            return kept

        session.kennisbank.feedback.save_draft = told  # type: ignore[method-assign]
        sheet.show()
        sheet.begin(PAPER)
        sheet.drafting.changed.connect(lambda: typing.isActive() or typing.start())

    typing.timeout.connect(letter)
    session.opened.connect(begin)
    session.open(home)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
