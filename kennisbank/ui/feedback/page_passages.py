"""The passages that feedback is about, marked on the pages: a soft fill, a rule, and uprights at both ends."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.annotation import Anchor
from kennisbank.ui.painting.feedback_mark import paint_feedback
from kennisbank.ui.reader.page_view import PageView


class PagePassages(QWidget):
    """Lies over the pages and is for the eye only; the cards in the margin say the same."""

    def __init__(self, view: PageView) -> None:
        """Lie over the pages of `view`."""
        super().__init__(view.viewport())
        self._view = view
        self._anchors: tuple[Anchor, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.moved.connect(self._on_moved)
        self.hide()

    def put(self, anchors: Sequence[Anchor]) -> None:
        """Mark these passages."""
        self._anchors = tuple(each for each in anchors if each.pieces)
        self.setVisible(bool(self._anchors))
        self._on_moved()

    def _on_moved(self) -> None:
        if self._anchors:
            self.setGeometry(self._view.viewport().rect())
            self.lower()
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, view = QPainter(self), self._view
        pages = {page.index: page for page in view.visible_pages()}
        for anchor in self._anchors:
            for piece in anchor.pieces:
                page = pages.get(piece.page - 1)
                if page is not None:
                    paint_feedback(painter, [view.to_view(page, box) for box in piece.boxes], night=view.is_night)
