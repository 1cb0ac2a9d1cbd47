"""The line at the bottom that tells the truth: what can be found, what is running, what is here."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.sentences import has_sentence, sentence
from kennisbank.tasks.context import Progress
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.status import LibraryFacts
from kennisbank.ui.frame.archive_line import ArchiveLine
from kennisbank.ui.language import language, number, size_of
from kennisbank.ui.look import follow, px
from kennisbank.ui.widgets.cards import Ground, Hairline, Picture
from kennisbank.ui.widgets.layouts import Row
from kennisbank.ui.widgets.progress import ProgressLine
from kennisbank.ui.widgets.text import Text
from kennisbank.ui.workers import LongJob

_IN_KILOBYTES = frozenset(("downloading", "uploading"))
"""Stages that count kilobytes."""


class StatusLine(Ground):
    """One line, 32 high."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow the long jobs of `session`, and what is known of its archive."""
        super().__init__("window", edges="t", parent=parent)
        tasks = self._tasks = session.tasks
        self.archive = ArchiveLine(session)
        self._facts: LibraryFacts | None = None
        self._trouble = ""
        self._picture = Picture("clock", "text_2", 16)
        self._state = Text(size=12, tone="text_2")
        self._line = Hairline(upright=True)
        self._job = ProgressLine()
        self._count = Text(size=12, tone="text_2", tabular=True)
        row = Row(self, margins=(8, 0, 16, 0), spacing=8)
        row.add_all(self.archive, self._picture, self._state, self._line, 4, self._job, None, self._count)
        follow(self, self._scale)
        self._job.cancel_asked.connect(self._cancel)
        tasks.job_started.connect(self._show_job)
        tasks.job_progressed.connect(self._show_job)
        tasks.job_finished.connect(self._show_job)
        self._show_job()

    def show_facts(self, facts: LibraryFacts) -> None:
        """Show what is here and what of it can be found."""
        self._facts, self._trouble = facts, ""
        self.retranslate()

    def show_trouble(self, text: str) -> None:
        """Say that there is no library, and why."""
        self._facts, self._trouble = None, text
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self.setAccessibleName(self.tr("Status"))
        self.archive.retranslate()
        self._job.set_cancel_words(self.tr("Cancel"))
        facts = self._facts
        if facts is None:
            words = self._trouble or self.tr("Opening the library")
            icon, tone = ("error", "bad") if self._trouble else ("clock", "text_2")
            self._count.setText("")
        else:
            here = facts.contributions - facts.absent
            words = self.tr("%n contribution(s) on this computer", "", here).replace(str(here), number(here))
            of_all = self.tr("{count} in the archive and here").format(count=number(facts.contributions))
            self._count.setText(f"{of_all}, {words}" if facts.absent else words)
            if facts.behind:
                icon, tone = "clock", "warn"
                words = self.tr("%n contribution(s) can't be found yet", "", facts.behind)
            elif facts.contributions:
                icon, tone, words = "okc", "ok", self.tr("Everything here can be searched")
            else:
                icon, tone, words = "info", "text_2", self.tr("The library is empty")
        self._picture.set_icon(icon, tone)
        self._state.setText(words)
        self._show_job()

    def _show_job(self, _job: LongJob | None = None) -> None:
        jobs = self._tasks.long_jobs
        self._job.setVisible(bool(jobs))
        self._line.setVisible(bool(jobs))
        if jobs:
            job = next((each for each in jobs if each.is_running), jobs[0])
            self._job.show_progress(self._words_of(job), job.progress.done, job.progress.total)
        self._fit()

    def _words_of(self, job: LongJob) -> str:
        progress = job.progress
        if progress.total and progress.stage in _IN_KILOBYTES:
            return f"{job.title}, {size_of(progress.done * 1024)} / {size_of(progress.total * 1024)}"
        if progress.total:
            far = self.tr("%1 of %2").replace("%1", number(progress.done)).replace("%2", number(progress.total))
            return f"{job.title}, {far}"
        return f"{job.title}, {_stage(progress)}" if progress.stage else job.title

    def _cancel(self) -> None:
        for job in self._tasks.long_jobs:
            job.ctx.cancel()

    def _fit(self) -> None:
        """Leave out what is no news where there is no room: first that all is well, then how much is here."""
        is_news = self._facts is None or self._facts.behind > 0
        room = self.width() - px(24)
        needed = px(8) + self.archive.sizeHint().width()
        if not self._job.isHidden():
            needed += self._job.sizeHint().width() + px(32)
        state = self._picture.sizeHint().width() + self._state.sizeHint().width() + px(24)
        shows_state = is_news or needed + state + self._count.sizeHint().width() <= room
        for widget in (self._picture, self._state):
            widget.setVisible(shows_state)
        if shows_state:
            needed += state
        self._count.setVisible(needed + self._count.sizeHint().width() + px(16) <= room)

    @override
    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the window asks."""
        return QSize(px(240), px(32))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _scale(self) -> None:
        self.setFixedHeight(px(32))
        self._line.setFixedHeight(px(16))


def _stage(progress: Progress) -> str:
    key = f"stage.{progress.stage}"
    return sentence(key, language()) if has_sentence(key) else progress.stage
