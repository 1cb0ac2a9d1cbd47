"""What kind of feedback it is: radio buttons that look like cards. One tab stop; the arrows move inside."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QRadioButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget
from typing_extensions import override

from kennisbank.domain.correspondence import FEEDBACK_KINDS, FeedbackKind
from kennisbank.ui.icons import draw_icon
from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.models.feedback_words import kind_icon, kind_words
from kennisbank.ui.painting.shapes import panel

_LEAST = 150
"""Units that a card needs: where two don't fit beside one another they stand below."""


class KindCard(QRadioButton):
    """One kind."""

    def __init__(self, kind: FeedbackKind, parent: QWidget | None = None) -> None:
        """Show `kind`."""
        super().__init__(parent)
        self.kind: FeedbackKind = kind
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring_radius", 6)
        follow(self, self.updateGeometry)

    def retranslate(self) -> None:
        """Set its word."""
        self.setText(kind_words(self.kind))
        self.setAccessibleName(self.text())

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(_LEAST), px(32))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(100), px(32))

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter = theme(), QPainter(self)
        option = QStyleOptionButton()
        option.initFrom(self)
        is_over, is_on = bool(option.state & QStyle.StateFlag.State_MouseOver), self.isChecked()
        fill = t.accent_soft if is_on else t.hover if is_over else t.surface
        edge = t.accent if is_on else t.line_strong
        panel(painter, self.rect(), fill=fill, edge=edge, radius=6, width=2 if is_on else 1)
        self._paint_dot(painter, QRect(px(12), (self.height() - px(16)) // 2, px(16), px(16)))
        colour = t.accent if is_on else t.text
        side = px(18)
        draw_icon(painter, QRect(px(38), (self.height() - side) // 2, side, side), kind_icon(self.kind), colour)
        painter.setFont(font(13, strong=is_on))
        painter.setPen(colour)
        room = self.rect().adjusted(px(64), 0, -px(6), 0)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_dot(self, painter: QPainter, box: QRect) -> None:
        t, is_on = theme(), self.isChecked()
        panel(
            painter, box, fill=t.surface, edge=t.accent if is_on else t.line_strong, radius=8, width=2 if is_on else 1
        )
        if is_on:
            gap = px(4)
            panel(painter, box.adjusted(gap, gap, -gap, -gap), fill=t.accent, radius=8)


class KindCards(QWidget):
    """All kinds. Signal: `chosen` with the `FeedbackKind` when the reader chose another."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with the first kind."""
        super().__init__(parent)
        self.cards = [KindCard(kind, self) for kind in FEEDBACK_KINDS]
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for card in self.cards:
            card.clicked.connect(lambda _on=False, kind=card.kind: self.chosen.emit(kind))
        self.cards[0].setChecked(True)
        follow(self, self._scale)
        self.retranslate()

    @property
    def kind(self) -> FeedbackKind:
        """Return what is chosen."""
        return next(card.kind for card in self.cards if card.isChecked())

    def put(self, kind: FeedbackKind) -> None:
        """Choose this, without a signal."""
        next(card for card in self.cards if card.kind == kind).setChecked(True)

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("Kind"))
        for card in self.cards:
            card.retranslate()

    def _scale(self) -> None:
        self._grid.setSpacing(px(8))
        self._columns = 0
        self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() >= px(2 * _LEAST + 8) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for card in self.cards:
            self._grid.removeWidget(card)
        for at, card in enumerate(self.cards):
            self._grid.addWidget(card, at // columns, at % columns)
        self.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
