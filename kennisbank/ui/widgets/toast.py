"""What was just done, with a way back: undo instead of 'are you sure'."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from kennisbank.ui.look import px, theme
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.widgets.buttons import Button, IconButton
from kennisbank.ui.widgets.cards import Picture
from kennisbank.ui.widgets.layouts import Row
from kennisbank.ui.widgets.text import Text

SHOWN_MS = 8000


class Toast(QFrame):
    """A line above the lower edge of its host. It stays while the pointer or the focus is on it, else eight seconds."""

    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        """Stand in `host`, hidden until `say`."""
        super().__init__(host)
        self._host = host
        self._undo: Callable[[], object] | None = None
        self._picture = Picture("okc", "ok")
        self._text = Text(wraps=False)
        self._button = Button("", "link")
        self._close = IconButton("x", small=True)
        self._row = row = Row(self, margins=(16, 8, 8, 8), spacing=12)
        row.add_all(self._picture, self._text, self._button, self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._end)
        self._button.clicked.connect(self._on_undo)
        self._close.clicked.connect(self.dismiss)
        host.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """Return what it says, empty while hidden."""
        return self._text.text() if self.isVisible() else ""

    def set_words(self, close: str) -> None:
        """Name the cross."""
        self._close.set_name(close)

    def say(
        self, text: str, button: str = "", action: Callable[[], object] | None = None, *, is_error: bool = False
    ) -> None:
        """Show `text`; with `button` also a link that calls `action` (undo, mostly). An error stays until dismissed."""
        self._picture.set_icon("error" if is_error else "okc", "bad" if is_error else "ok")
        self._text.setText(text)
        self._text.setWordWrap(False)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._undo = action
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self._place()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self._timer.stop()
        if not is_error:
            self._timer.start()

    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        self.hide()
        self.closed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        panel(QPainter(self), self.rect(), fill=theme().surface, edge=theme().line_strong, radius=8)

    def _place(self) -> None:
        host = self._host
        room = host.width() - px(48)
        wanted = self._row.totalSizeHint().width()
        if wanted > room:
            self._text.setWordWrap(True)  # it has no line height of its own then: two lines at most
        width = min(wanted, room)
        height = max(self._row.totalHeightForWidth(width), self._row.totalSizeHint().height())
        self.setGeometry((host.width() - width) // 2, host.height() - height - px(24), width, height)

    def _on_undo(self) -> None:
        action = self._undo
        self.dismiss()
        if action is not None:
            action()

    def _end(self) -> None:
        if self.underMouse() or self._button.hasFocus() or self._close.hasFocus():
            self._timer.start()
        else:
            self.dismiss()
