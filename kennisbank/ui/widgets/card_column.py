"""Widgets below one another that are made anew when what they show changes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget

from kennisbank.ui.widgets.layouts import Column, clear_layout, laid_out_once


class CardColumn(QWidget):
    """Hidden while it holds nothing."""

    def __init__(self, *, spacing: float = 12, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._column = Column(self, spacing=spacing)
        self.cards: Sequence[QWidget] = ()
        self.hide()

    def put(self, cards: Sequence[QWidget]) -> None:
        """Show these instead of what was here; the keyboard stays in its place."""
        at = next((n for n, card in enumerate(self.cards) if _has_focus(card)), -1)
        with laid_out_once(self):
            clear_layout(self._column)
            for card in cards:
                self._column.addWidget(card)
        self.cards = tuple(cards)
        above = self.parentWidget()
        if above is not None:
            if cards and self.isHidden():
                self.resize(above.contentsRect().width(), self.height())
            self.setVisible(bool(cards))
        if at >= 0 and cards:
            card = cards[min(at, len(cards) - 1)]
            nearest = card.nextInFocusChain()
            if nearest is not None:
                nearest.setFocus()


def _has_focus(card: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and card.isAncestorOf(focused)
