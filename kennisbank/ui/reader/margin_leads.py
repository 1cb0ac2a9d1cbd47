"""The lines that lead over the pages from a passage to its card in the margin."""

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.ui.look import px
from kennisbank.ui.reader.margin_card import MarginCard
from kennisbank.ui.reader.margin_face import line_of
from kennisbank.ui.reader.margin_strip import MarginStrip
from kennisbank.ui.reader.page_view import PageView
from kennisbank.ui.reader.paper_annotations import PaperAnnotations


class MarginLeads(QWidget):
    """Lies over the pages and is for the eye only: whatever one does goes through it.

    A line begins at the edge of its page, not to strike through words; that of the annotation at hand at its passage.
    """

    def __init__(self, view: PageView, strip: MarginStrip, annotations: PaperAnnotations) -> None:
        """Lead from the pages of `view` to the cards of `strip`."""
        super().__init__(view.viewport())
        self._view, self._strip, self._annotations = view, strip, annotations
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        strip.moved.connect(self._on_moved)
        self.show()

    def _on_moved(self) -> None:
        self.setGeometry(self._view.viewport().rect())
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._strip.isVisible():
            return
        painter = QPainter(self)
        shift = self._strip.offset
        for height, card in self._strip.leads():
            start = self._start(card)
            if card.face is not None and start is not None:
                painter.setPen(QPen(line_of(card.face.content), 1))
                y = round(height - shift) + 0.5
                painter.drawLine(QLineF(start, y, self.width(), y))

    def _start(self, card: MarginCard) -> float | None:
        """Return where the line of a card begins; None when its page doesn't show."""
        placed = self._annotations.get(card.id) or self._strip.placed(card.id)
        piece = placed.anchor.pieces[0] if placed is not None and placed.anchor and placed.anchor.pieces else None
        pages = self._view.visible_pages()
        page = next((each for each in pages if piece is not None and each.index == piece.page - 1), None)
        if piece is None or page is None:
            return None
        if card.id == self._annotations.current and piece.boxes:
            return self._view.to_view(page, piece.boxes[0]).right() + px(4)
        return self._view.page_rect(page).right() - px(12)
