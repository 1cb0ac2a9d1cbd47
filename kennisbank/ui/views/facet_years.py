"""The years as bars: how many contributions each has, and which are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget
from typing_extensions import override

from kennisbank.ui.language import number
from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.text import Text

MOST_BARS = 16
"""With more years than this, rows say it better."""
_MOST_LABELS = 6
_HEIGHT, _LABEL = 72, 18


class YearBars(QWidget):
    """A bar for each year, oldest left. One tab stop: arrows move, Space chooses."""

    changed = Signal(object)
    """The chosen years, as a frozenset of str."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without years, and hidden."""
        super().__init__(parent)
        self._title = Text(strong=True)
        self._bars: list[_Bar] = []
        self._chosen: frozenset[str] = frozenset()
        column = Column(self, spacing=4)
        self._row = Row(spacing=2)
        column.add_all(self._title, self._row)
        self.hide()

    def set_name(self, name: str) -> None:
        """Say what the bars are of."""
        self._title.setText(name)
        self.setAccessibleName(name)

    def show_counts(self, counts: Sequence[tuple[str, int]], chosen: frozenset[str]) -> None:
        """Show years with their counts, oldest first; bars that stay keep the focus."""
        self._chosen = chosen
        while len(self._bars) > len(counts):
            bar = self._bars.pop()
            self._row.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        while len(self._bars) < len(counts):
            bar = _Bar(self)
            bar.clicked.connect(lambda _on, bar=bar: self._choose(bar))
            self._bars.append(bar)
            self._row.addWidget(bar, 1)
        highest = max((count for _, count in counts), default=1) or 1
        for place, (bar, (year, count)) in enumerate(zip(self._bars, counts, strict=True)):
            has_label = len(counts) <= _MOST_LABELS or place in {0, len(counts) - 1}
            bar.show_count(year, count, count / highest, has_label=has_label, has_count=len(counts) <= _MOST_LABELS + 2)
            bar.setChecked(year in chosen)
            bar.any_chosen = bool(chosen)
            bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == 0 else Qt.FocusPolicy.ClickFocus)
            bar.update()
        if self.isHidden() == bool(counts) and self.parent() is not None:
            self.setVisible(bool(counts))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        at = next((place for place, bar in enumerate(self._bars) if bar.hasFocus()), None)
        if step is None or at is None or not 0 <= at + step < len(self._bars):
            super().keyPressEvent(event)
            return
        self._bars[at + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, bar: "_Bar") -> None:
        self._chosen = self._chosen ^ {bar.year}
        self.changed.emit(self._chosen)


class _Bar(QAbstractButton):
    """One year."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.year, self.any_chosen = "", False
        self._count, self._part = 0, 0.0
        self._has_label = self._has_count = True
        self.setCheckable(True)
        self.setProperty("ring_radius", 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, lambda: self.setFixedHeight(px(_HEIGHT)))

    def show_count(self, year: str, count: int, part: float, *, has_label: bool, has_count: bool) -> None:
        """Show another year; `part` of the height is filled."""
        self.year, self._count, self._part = year, count, part
        self._has_label, self._has_count = has_label, has_count
        name = f"{year}, {number(count)}"
        self.setAccessibleName(name)
        self.setToolTip(name)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(10), px(_HEIGHT))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme()
        option = QStyleOptionButton()
        option.initFrom(self)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        above = px(16) if self._has_count else 0
        room = self.height() - px(_LABEL) - above
        high = max(2 if self._count else 1, round(room * self._part))
        bar = QRect(0, above + room - high, self.width(), high)
        is_filled = self.isChecked() or not self.any_chosen
        fill = (t.accent_2 if over else t.accent) if is_filled else t.accent_soft
        painter.fillRect(bar, fill)
        if not is_filled:
            painter.setPen(t.line_strong)
            painter.drawRect(bar.adjusted(0, 0, -1, -1))
        centre = Qt.AlignmentFlag.AlignHCenter
        painter.setFont(font(12, strong=self.isChecked(), tabular=True))
        painter.setPen(t.text_2)
        if self._has_count and self._count:
            painter.drawText(QRect(0, bar.top() - px(17), self.width(), px(16)), centre, number(self._count))
        if self._has_label:
            words = f"’{self.year[-2:]}"
            wide = painter.fontMetrics().horizontalAdvance(words) + 2
            label = QRect((self.width() - wide) // 2, self.height() - px(16), wide, px(16))
            painter.setClipping(False)
            painter.drawText(label, centre, words)
