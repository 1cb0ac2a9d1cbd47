"""A frame drawn on a page, with the mouse or with the keys alone: for a figure, a table, a part of a scan."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from typing_extensions import override

from kennisbank.domain.document import Rect
from kennisbank.ui.look import px
from kennisbank.ui.reader.page_layout import PagePoint
from kennisbank.ui.reader.page_painter import page_theme
from kennisbank.ui.reader.page_view import PageView

_Key = Qt.Key
_STEPS = {_Key.Key_Left: (-1, 0), _Key.Key_Right: (1, 0), _Key.Key_Up: (0, -1), _Key.Key_Down: (0, 1)}
_STEP, _FINE = 10.0, 1.0
"""Points by which a key moves the frame; with Ctrl the second."""
_SMALLEST = 6.0
"""Side in points below which a drag was a click, and a key doesn't shrink the frame further."""


class AreaFrame(QObject):
    """The frame of one view; it is there only while it is on.

    Signals: `toggled` with whether it is on; `drawn` with the 0-based index of the page and the frame as a `Rect` in
    points, when it is kept.
    """

    toggled = Signal(bool)
    drawn = Signal(int, object)

    def __init__(self, view: PageView) -> None:
        """Stand ready in `view`, off."""
        super().__init__(view)
        self._view = view
        self._is_on = False
        self._index, self._box = -1, Rect(0, 0, 0, 0)
        self._pressed: PagePoint | None = None
        view.key_handlers.append(self._on_key)
        view.overlays.append(self._paint)

    @property
    def is_on(self) -> bool:
        """Tell whether a frame is being drawn."""
        return self._is_on

    @property
    def box(self) -> Rect:
        """Return the frame in points of its page."""
        return self._box

    def toggle(self) -> None:
        """Begin a frame, or drop it."""
        self.set_on(not self._is_on)

    def set_on(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Begin a frame in the middle of what shows, or drop it; does nothing when it is so already."""
        if on == self._is_on or (on and not self._begin()):
            return
        self._is_on, self._pressed = on, None
        viewport = self._view.viewport()
        if on:
            viewport.installEventFilter(self)
            viewport.setCursor(Qt.CursorShape.CrossCursor)
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            words = self.tr("Frame on page {number}. Arrows move it, Shift and arrows size it, Enter keeps it.")
            self._say(words.format(number=self._index + 1))
        else:
            viewport.removeEventFilter(self)
            viewport.unsetCursor()
        viewport.update()
        self.toggled.emit(on)

    def _begin(self) -> bool:
        """Put a frame in the middle of the part of the page that shows; return whether there is a page."""
        host = QRectF(self._view.viewport().rect())
        pages = self._view.visible_pages()
        page = next((each for each in pages if each.index == self._view.page_index), pages[0] if pages else None)
        if page is None:
            return False
        rect = self._view.page_rect(page)
        seen, scale = rect.intersected(host), self._view.scale
        width, height = seen.width() / 3 / scale, seen.height() / 3 / scale
        x, y = (seen.center().x() - rect.left()) / scale, (seen.center().y() - rect.top()) / scale
        self._index = page.index
        self._box = Rect(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        return True

    def keep(self) -> None:
        """Be done with it, and hand it over."""
        index, box = self._index, self._box
        self.set_on(False)
        self.drawn.emit(index, box)

    # Keys.

    def _on_key(self, event: QKeyEvent) -> bool:
        key, held = _Key(event.key()), event.modifiers()
        if not self._is_on:
            if key == _Key.Key_A and held == Qt.KeyboardModifier.NoModifier:
                self.set_on(True)
                return True
            return False
        if key == _Key.Key_Escape:
            self.set_on(False)
        elif key in {_Key.Key_Return, _Key.Key_Enter}:
            self.keep()
        elif key in _STEPS:
            step = _FINE if held & Qt.KeyboardModifier.ControlModifier else _STEP
            dx, dy = (step * each for each in _STEPS[key])
            self._change(dx, dy, is_sizing=bool(held & Qt.KeyboardModifier.ShiftModifier))
        else:
            return False
        return True

    def _change(self, dx: float, dy: float, *, is_sizing: bool) -> None:
        """Move the frame, or its lower right corner; it stays on its page."""
        width, height = self._view.sizes[self._index]
        box = self._box
        if is_sizing:
            right = min(width, max(box.x0 + _SMALLEST, box.x1 + dx))
            bottom = min(height, max(box.y0 + _SMALLEST, box.y1 + dy))
            self._box = Rect(box.x0, box.y0, right, bottom)
        else:
            dx = min(width - box.x1, max(-box.x0, dx))
            dy = min(height - box.y1, max(-box.y0, dy))
            self._box = Rect(box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy)
        self._view.reveal(self._index, self._box)
        self._view.viewport().update()
        words = self.tr("{left} by {top} points from the corner, {width} by {height} large")
        box = self._box
        self._say(
            words.format(
                left=round(box.x0), top=round(box.y0), width=round(box.x1 - box.x0), height=round(box.y1 - box.y0)
            )
        )

    # Mouse.

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the frame from where the mouse is pressed to where it is let go."""
        if not isinstance(event, QMouseEvent) or not self._is_on:
            return False
        kind, is_left = event.type(), event.button() == Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseButtonPress and is_left:
            self._pressed = self._on_page(event.position())
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            self._drag_to(event.position())
        elif kind == QEvent.Type.MouseButtonRelease and is_left and self._pressed is not None:
            self._drag_to(event.position())
            self._pressed = None
            if min(self._box.x1 - self._box.x0, self._box.y1 - self._box.y0) >= _SMALLEST:
                self.keep()
            else:
                self._begin()
        return kind in {
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseMove,
            QEvent.Type.MouseButtonRelease,
            QEvent.Type.MouseButtonDblClick,
        }

    def _on_page(self, at: QPointF) -> PagePoint | None:
        return self._view.page_point(at)

    def _drag_to(self, at: QPointF) -> None:
        begin = self._pressed
        page = next((each for each in self._view.visible_pages() if begin and each.index == begin.index), None)
        if begin is None or page is None:
            return
        rect = self._view.page_rect(page)
        width, height = self._view.sizes[begin.index]
        x = min(width, max(0.0, (at.x() - rect.left()) / self._view.scale))
        y = min(height, max(0.0, (at.y() - rect.top()) / self._view.scale))
        x0, y0 = min(width, max(0.0, begin.x)), min(height, max(0.0, begin.y))
        self._index, self._box = begin.index, Rect(min(x0, x), min(y0, y), max(x0, x), max(y0, y))
        self._view.viewport().update()

    # Looks.

    def _paint(self, painter: QPainter) -> None:
        page = next((each for each in self._view.visible_pages() if each.index == self._index), None)
        if not self._is_on or page is None:
            return
        tokens = page_theme(night=self._view.is_night)
        rect = self._view.to_view(page, self._box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tokens.paper, px(4)))
        painter.drawRect(rect)
        painter.setPen(QPen(tokens.accent, px(2), Qt.PenStyle.DashLine))
        painter.drawRect(rect)
        side = px(8)
        painter.fillRect(QRectF(rect.right() - side / 2, rect.bottom() - side / 2, side, side), tokens.accent)

    def _say(self, words: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, words))
