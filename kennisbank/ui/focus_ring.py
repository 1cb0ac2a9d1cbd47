"""The ring around the control that has the keyboard: drawn outside it, on every kind of control alike.

A frame of Qt's own (`QFocusFrame`) follows the focused widget, so no control has to leave room for a ring. Lists and
pages show their current item instead. A button that was clicked has no ring until a key is pressed: the pointer
already shows where one is.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QFocusFrame,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from kennisbank.ui.look import LOOK

_KEYS = frozenset((QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride))


class FocusRing(QObject):
    """Moves one ring about in the application; make one, keep it."""

    def __init__(self, application: QApplication) -> None:
        """Begin to follow the focus."""
        super().__init__(application)
        self._frame: QFocusFrame | None = None
        self._clicked: QWidget | None = None
        application.focusChanged.connect(self._move)
        # Another size of text moves what it stands around: it is put there again once all is laid out.
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(lambda: self._show_on(QApplication.focusWidget()))
        LOOK.changed.connect(self._again.start)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the keys of the button that was clicked, also those that are a shortcut; of nothing else."""
        if event.type() in _KEYS and watched is self._clicked:
            self._forget_click()
            self._show_on(QApplication.focusWidget())
        return False

    def _move(self, _old: QWidget | None, new: QWidget | None) -> None:
        leaves_window = new is None and QApplication.activeWindow() is None  # coming back to it changes nothing
        if not leaves_window and new is not self._clicked:
            self._forget_click()
            if isinstance(new, QAbstractButton) and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
                self._clicked = new
                new.installEventFilter(self)
        self._show_on(new)

    def _forget_click(self) -> None:
        clicked, self._clicked = self._clicked, None
        if clicked is not None and isValid(clicked):
            clicked.removeEventFilter(self)

    def _show_on(self, widget: QWidget | None) -> None:
        if self._frame is not None and isValid(self._frame):  # it dies with the parent of what it stood around
            self._frame.setWidget(None)  # type: ignore[arg-type]  # Qt: None takes it away
            self._frame.deleteLater()
        self._frame = None
        if widget is None or widget is self._clicked or not _has_ring(widget):
            return
        target = widget.property("ring_on") or widget
        self._frame = QFocusFrame(target.parentWidget())
        self._frame.setWidget(target)


def _has_ring(widget: QWidget) -> bool:
    if isinstance(widget, QTabBar) or widget.property("no_ring"):
        return False
    if isinstance(widget, QAbstractScrollArea):
        return isinstance(widget, QPlainTextEdit | QTextEdit) and not widget.isReadOnly()
    return not widget.isWindow()
