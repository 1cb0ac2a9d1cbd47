"""The line from the passage on its page to the sheet beside it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygon
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.annotation import Anchor
from kennisbank.domain.document import Rect
from kennisbank.ui.look import px, theme
from kennisbank.ui.reader.page_view import PageView

_BEFORE, _BELOW = 12, 10
"""Units: how far before the sheet the line turns, and how far below the top of the quote it ends."""


class FeedbackLead(QWidget):
    """Lies over pages and sheet, as small as the line; for the eye only."""

    def __init__(
        self, host: QWidget, view: PageView, anchor: Callable[[], Anchor | None], end: Callable[[], QWidget | None]
    ) -> None:
        """Lead in `host` from the passage at `anchor` on `view` to the widget that `end` gives."""
        super().__init__(host)
        self._host, self._view, self._anchor, self._end = host, view, anchor, end
        self._line: list[QPoint] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def follow(self) -> None:
        """Lead anew: pages or sheet moved, or it is about something else."""
        line = self._corners()
        if line == self._line and not (line and self.isHidden()):
            return
        self._line = line
        if not line:
            self.hide()
            return
        self.setGeometry(QPolygon(line).boundingRect().adjusted(-2, -2, 3, 3))
        self.show()
        self.raise_()
        self.update()

    def _corners(self) -> list[QPoint]:
        anchor, end = self._anchor(), self._end()
        if anchor is None or not anchor.pieces or end is None or not end.isVisible():
            return []
        start = self._start(anchor)
        if start is None or not end.visibleRegion().contains(QPoint(0, px(_BELOW))):
            return []  # one of them is scrolled out: the line would run over the toolbar, or to nowhere
        target = end.mapTo(self._host, QPoint(0, px(_BELOW)))
        turn = target.x() - px(_BEFORE)
        if start.x() >= turn:
            return []
        return [start, QPoint(turn, start.y()), QPoint(turn, target.y()), QPoint(target.x(), target.y())]

    def _start(self, anchor: Anchor) -> QPoint | None:
        """Return where the passage ends at the edge of its page; at the edge of what shows when it is further on."""
        view, piece = self._view, anchor.pieces[-1]
        port = view.viewport()
        page = next((each for each in view.visible_pages() if each.index == piece.page - 1), None)
        if page is None or not piece.boxes:
            return None
        box = view.to_view(page, piece.boxes[-1])
        if not 0 <= box.center().y() <= port.height():
            return None
        right = min(round(view.to_view(page, piece.boxes[-1]).right()) + px(8), port.width() - 1)
        width, _height = view.sizes[page.index]
        edge = round(view.to_view(page, Rect(width, 0.0, width, 0.0)).right())
        x = min(max(right, edge - px(56)), port.width() - 1)
        return port.mapTo(self._host, QPoint(x, round(box.center().y())))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(theme().accent, 2))
        painter.translate(-self.pos())
        painter.drawPolyline(self._line)
