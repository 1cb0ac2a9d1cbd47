"""A pane made ahead: making one takes longer than a frame, so the next paper finds one ready."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.workers import TaskRunner

_WHEN_IDLE_MS = 1500


class SparePane(QObject):
    """Keeps one empty pane, hidden, as long as `parent` lives."""

    def __init__(self, make: Callable[[], PaperPane], tasks: TaskRunner, parent: QWidget) -> None:
        """Make panes with `make`: the first when nothing was asked for a while, and none once `tasks` is gone."""
        super().__init__(parent)
        self._make, self._parent = make, parent
        self._pane: PaperPane | None = None
        self._idle = QTimer(self, singleShot=True, interval=_WHEN_IDLE_MS)
        self._idle.timeout.connect(self._provide)
        tasks.destroyed.connect(self._idle.stop)
        self._idle.start()

    def take(self) -> PaperPane:
        """Return a pane that nobody else has; another one is made when there is time."""
        pane, self._pane = self._pane, None
        self._idle.start()
        return pane if pane is not None else self._make()

    def _provide(self) -> None:
        if self._pane is None:
            self._pane = self._make()
            self._pane.hide()
            self._pane.setParent(self._parent)
