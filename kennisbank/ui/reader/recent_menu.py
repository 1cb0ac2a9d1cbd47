"""The button behind the tabs: papers that were closed, and those that were read last."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from typing_extensions import override

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.reading import ReadingPlace
from kennisbank.services.reading import ReadingService
from kennisbank.tasks.context import JobContext
from kennisbank.ui.icons import icon
from kennisbank.ui.look import follow, px
from kennisbank.ui.models.kept_papers import ClosedPapers, KeptPaper
from kennisbank.ui.workers import TaskRunner

_MOST = 12
_WIDTH = 360
Recent = list[tuple[Contribution, ReadingPlace]]


class RecentMenu(QToolButton):
    """Asks for what was read last each time it is opened; opens when the answer is there.

    Signals: `chosen` with a contribution's id; `reopen_asked` with the `KeptPaper` that was closed.
    """

    chosen = Signal(str)
    reopen_asked = Signal(object)

    def __init__(
        self, reading: ReadingService, tasks: TaskRunner, closed: ClosedPapers, parent: QWidget | None = None
    ) -> None:
        """List what `reading` knows, asked through `tasks`, below what is in `closed`."""
        super().__init__(parent)
        self._reading, self._tasks, self._closed = reading, tasks, closed
        self._asking: JobContext | None = None
        self.recent_menu = QMenu(self)
        self.setIcon(icon("clock"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.open_menu)
        follow(self, lambda: self.setIconSize(QSize(px(20), px(20))))
        self.retranslate()

    def open_menu(self) -> None:
        """Ask what was read last, and show it."""
        if self._asking is not None:
            self._asking.cancel()
        self._asking = self._tasks.read(self, lambda _ctx: self._reading.recent(_MOST), self._show, self._show_none)

    def _show_none(self, _error: Exception) -> None:
        """Show at least what was closed: the list is a convenience."""
        self._show([])

    def _show(self, recent: Recent) -> None:
        self._asking = None
        self.fill(self._closed.papers, recent)
        self.recent_menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        self.recent_menu.setActiveAction(next(iter(self._choices()), self.recent_menu.actions()[0]))

    def _choices(self) -> list[QAction]:
        return [action for action in self.recent_menu.actions() if action.isEnabled() and not action.isSeparator()]

    def fill(self, closed: Sequence[KeptPaper], recent: Recent) -> None:
        """Make the rows anew."""
        self.recent_menu.clear()
        for at, paper in enumerate(closed):
            keys = "\tCtrl+Shift+T" if not at else ""
            words = self.tr("Reopen: {title}").format(title=self._short(paper.title)) + keys
            self._row(words, "undo").triggered.connect(lambda _on=False, paper=paper: self.reopen_asked.emit(paper))
        others = {paper.contribution for paper in closed}
        rows = [contribution for contribution, _place in recent if contribution.id not in others]
        if closed and rows:
            self.recent_menu.addSeparator()
        for contribution in rows:
            title = contribution.metadata.values.title or self.tr("no title yet")
            row = self._row(self._short(title), "file")
            row.triggered.connect(lambda _on=False, paper=contribution.id: self.chosen.emit(paper))
        if not self.recent_menu.actions():
            self._row(self.tr("Nothing was read yet."), "info").setEnabled(False)

    def _row(self, words: str, icon_name: str) -> QAction:
        row = QAction(icon(icon_name), words, self.recent_menu)
        self.recent_menu.addAction(row)
        return row

    def _short(self, title: str) -> str:
        metrics = QFontMetrics(self.recent_menu.font())
        return metrics.elidedText(title, Qt.TextElideMode.ElideRight, px(_WIDTH)).replace("&", "&&")

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        name = self.tr("Read recently")
        self.setAccessibleName(name)
        self.recent_menu.setAccessibleName(name)
        self.setToolTip(f"{name} (Ctrl+E)")

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
