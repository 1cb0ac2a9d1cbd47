"""The totals of an import as cards: each is a filter of the table. One tab stop; arrows move inside."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget
from typing_extensions import override

from kennisbank.ui.icons import draw_icon
from kennisbank.ui.language import number
from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.models.import_words import STANDINGS, Standing, look_of, total_word_of
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.widgets.layouts import Row


class TotalCard(QAbstractButton):
    """A number with its icon and word; checked: the table shows these only."""

    def __init__(self, standing: Standing | None, parent: QWidget | None = None) -> None:
        """Count the files of `standing`; None: all."""
        super().__init__(parent)
        self.standing = standing
        self._count = 0
        self._is_stacked = False
        self.setCheckable(True)
        self.setProperty("ring_radius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if standing is None else Qt.FocusPolicy.ClickFocus)
        follow(self, self.updateGeometry)

    @property
    def count(self) -> int:
        """Return the number it shows."""
        return self._count

    def show_count(self, count: int, word: str) -> None:
        """Show a number with its word."""
        self._count = count
        self.setText(word)
        self.setAccessibleName(f"{number(count)} {word}")
        self.update()

    def wanted_width(self) -> int:
        """Return the width at which number and word fit on one line."""
        words = QFontMetrics(font(13)).horizontalAdvance(self.text())
        return px(16) + px(20) + px(8) + self._number_width() + px(8) + words + px(12)

    def set_stacked(self, *, is_stacked: bool) -> None:
        """Put the word below the number, where there is no room beside it."""
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(72), px(56 if self._is_stacked else 48))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def nextCheckState(self) -> None:
        """Leave the check to the group."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        option = QStyleOptionButton()
        option.initFrom(self)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        edge = t.accent if self.isChecked() else t.line_strong if over else t.line
        panel(painter, self.rect(), fill=t.surface, edge=edge, radius=8, width=2 if self.isChecked() else 1)
        self._draw_number(painter, self._icon_colour())

    def _icon_colour(self) -> QColor:
        tone = look_of(self.standing).tone if self.standing else "quiet"
        colour: QColor = theme().text_2 if tone == "quiet" else getattr(theme(), tone)
        return colour

    def _draw_number(self, painter: QPainter, colour: QColor) -> None:
        t, stacked = theme(), self._is_stacked
        side, left = px(20), px(12 if stacked else 16)
        high = px(30) if stacked else self.height()
        top = px(2) if stacked else 0
        icon = look_of(self.standing).icon if self.standing else "contents"
        draw_icon(painter, QRect(left, top + (high - side) // 2, side, side), icon, colour)
        left += side + px(8)
        painter.setFont(font(20, strong=True, tabular=True))
        painter.setPen(t.text)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, top, self.width() - left, high), middle, number(self._count))
        painter.setFont(font(12 if stacked else 13))
        painter.setPen(t.text_2)
        room = QRect(left + self._number_width() + px(8), 0, 0, self.height())
        if stacked:
            room = QRect(px(12), px(30), 0, px(20))
        room.setRight(self.width() - px(8))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, words)

    def _number_width(self) -> int:
        return QFontMetrics(font(20, strong=True, tabular=True)).horizontalAdvance(number(self._count))


class ImportTotals(QWidget):
    """Five cards: all files, and one for each standing."""

    chosen = Signal(object)
    """The `Standing` to show, or None for all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing counted, all chosen."""
        super().__init__(parent)
        self._cards = [TotalCard(None), *(TotalCard(each) for each in STANDINGS)]
        row = Row(self, spacing=8)
        for card in self._cards:
            row.addWidget(card, 1)
            card.clicked.connect(lambda _on=False, card=card: self._choose(card))
        self.show_chosen(None)

    def card(self, standing: Standing | None) -> TotalCard:
        """Return the card of a standing, or of all."""
        return next(card for card in self._cards if card.standing == standing)

    def show_counts(self, counts: Mapping[Standing, int], *, is_rehearsal: bool) -> None:
        """Show the numbers."""
        self._cards[0].show_count(sum(counts.values()), self.tr("read"))
        for card in self._cards[1:]:
            assert card.standing is not None
            card.show_count(counts.get(card.standing, 0), total_word_of(card.standing, is_rehearsal=is_rehearsal))
        self._fit()

    def show_chosen(self, standing: Standing | None) -> None:
        """Show which files the table shows."""
        for card in self._cards:
            card.setChecked(card.standing == standing)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(key)
        at = next((place for place, card in enumerate(self._cards) if card.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        self._cards[(at + step) % len(self._cards)].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, card: TotalCard) -> None:
        self.show_chosen(card.standing)
        self.chosen.emit(card.standing)

    def _fit(self) -> None:
        room = (self.width() - px(8) * (len(self._cards) - 1)) // len(self._cards)
        is_stacked = any(card.wanted_width() > room for card in self._cards)
        for card in self._cards:
            card.set_stacked(is_stacked=is_stacked)
