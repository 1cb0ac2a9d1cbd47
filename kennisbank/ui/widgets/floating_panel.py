"""A panel that stands over the window near what opened it; Esc, or going elsewhere, closes it."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from typing_extensions import override

from kennisbank.ui.controllers.session import Session
from kennisbank.ui.look import px, theme
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.widgets.layouts import Column

MARGIN = 16
"""Units between the edge of a panel and what stands in it."""


class FloatingPanel(QFrame):
    """No dialog: the window goes on below it. A subclass fills `column`, and calls `open_below` to show itself."""

    def __init__(self, session: Session, window: QWidget, width: int) -> None:
        """Stand in `window`, hidden, `width` units wide where there is room."""
        super().__init__(window)
        self._session, self._window, self._width = session, window, width
        self._opener: QWidget | None = None
        self._laid_out = 0
        self.column = Column(self, margins=(MARGIN, 12, MARGIN, MARGIN), spacing=8)
        session.opened.connect(self.hide)
        session.place_requested.connect(self.hide)
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        self.hide()

    def open_below(self, opener: QWidget, first: QWidget) -> None:
        """Show it below `opener`, to which the keyboard goes back; it begins at `first`."""
        self._opener = opener
        self.place()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Close it, and give the keyboard back."""
        opener = self._opener
        self.hide()
        if opener is not None:
            opener.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self) -> None:
        """Stand below what opened it, within the window."""
        room = self._window.rect().adjusted(px(8), px(8), -px(8), -px(8))
        width = min(px(self._width), room.width())
        height = min(self.fitted_height(width, room.height()), room.height())
        opener = self._opener
        if opener is not None and opener.isVisible():
            corner = opener.mapTo(self._window, QPoint(0, opener.height() + px(4)))
        else:
            corner = QPoint(room.right() - width, room.top() + px(56))
        x = max(room.left(), min(corner.x(), room.right() - width))
        y = max(room.top(), min(corner.y(), room.bottom() - height))
        self.setGeometry(x, y, width, height)

    def fitted_height(self, width: int, room: int) -> int:
        """Return the height that it wants at a width; what can shrink may be made to fit in `room`."""
        del room
        self.column.invalidate()
        self._laid_out = max(self.column.totalHeightForWidth(width), self.column.totalSizeHint().height())
        return self._laid_out

    def retranslate(self) -> None:
        """Set all words anew."""

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close when the keyboard goes elsewhere in this window; a list of ours, and a dialog, are other windows."""
        if self.isVisible() and now is not None and not self.isAncestorOf(now) and now.window() is self.window():
            self.hide()

    @override
    def event(self, event: QEvent) -> bool:
        """Take another place when something in it got another size: with the size of the text, mostly."""
        is_handled = super().event(event)
        is_layout = event.type() == QEvent.Type.LayoutRequest
        if is_layout and self.isVisible() and self.column.totalSizeHint().height() != self._laid_out:
            QTimer.singleShot(0, self, self.place)
        return is_handled

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        panel(QPainter(self), self.rect(), fill=theme().surface, edge=theme().line_strong, radius=8)
