"""The rail at the left: an icon and a word for each view. One tab stop; arrows move inside it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QStyle, QStyleOptionButton, QWidget
from typing_extensions import override

from kennisbank.ui.icons import draw_icon
from kennisbank.ui.language import number
from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.views.registry import ViewEntry
from kennisbank.ui.widgets.cards import Ground, Picture
from kennisbank.ui.widgets.layouts import Column
from kennisbank.ui.widgets.scroll import Scroll

_MOST_COUNTED = 99
_HEIGHTS = (56, 50, 44)
"""Heights of a button, roomiest first: with large letters or in a low window they stand closer."""
_AROUND = 80
"""What else stands in the rail when there is room: the mark of the program, and air."""


class RailButton(QAbstractButton):
    """One view in the rail, with how much waits in it."""

    def __init__(self, entry: ViewEntry) -> None:
        """Show `entry`."""
        super().__init__()
        self.entry = entry
        self._keys, self._count, self._height = "", 0, _HEIGHTS[0]
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        follow(self, self._scale)

    def retranslate(self) -> None:
        """Set its word."""
        label, waits = self.entry.label(), ""
        if self._count:
            waits = QCoreApplication.translate("Rail", "{count} open").format(count=number(self._count))
        self.setText(label)
        self.setAccessibleName(f"{label}, {waits}" if waits else label)
        tip = f"{label}: {waits}" if waits else label
        self.setToolTip(f"{tip} ({self._keys})" if self._keys else tip)
        self.update()

    def set_keys(self, keys: str) -> None:
        """Say which keys lead here; empty for none."""
        self._keys = keys
        self.retranslate()

    def set_height(self, units: int) -> None:
        """Be so high, in units of the design."""
        if units != self._height:
            self._height = units
            self._scale()

    def _scale(self) -> None:
        self.setFixedSize(px(80), px(self._height))

    def set_count(self, count: int) -> None:
        """Show how much waits; 0 shows nothing."""
        self._count = count
        self.retranslate()

    @override
    def nextCheckState(self) -> None:
        """Leave the check to the window: it follows the view that is shown."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()  # the rail moves the focus; a button by itself would follow the order of Tab
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(80), px(self._height))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        option = QStyleOptionButton()
        option.initFrom(self)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if self.isChecked():
            panel(painter, self.rect(), fill=t.accent_soft)
            bar = QRect(0, px(12), px(3), self.height() - px(24))
            painter.fillRect(bar, t.accent)
        elif over:
            panel(painter, self.rect(), fill=t.hover, edge=t.line_strong if t.name == "contrast" else None)
        colour = t.accent if self.isChecked() else t.text_2 if not over else t.text
        air = (self._height - 44) / 2 + 2
        side = px(20)
        draw_icon(painter, QRect((self.width() - side) // 2, px(air), side, side), self.entry.icon, colour)
        painter.setFont(font(12, strong=self.isChecked()))
        painter.setPen(colour if self.isChecked() else t.text_2)
        if self._count:
            self._paint_count(painter, px(max(air - 5, 0)))
            painter.setFont(font(12, strong=self.isChecked()))
            painter.setPen(colour if self.isChecked() else t.text_2)
        room = QRect(0, px(air + 22), self.width(), px(18))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() - px(4))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_count(self, painter: QPainter, top: int) -> None:
        t, words = theme(), number(self._count) if self._count <= _MOST_COUNTED else f"{_MOST_COUNTED}+"
        face = font(12, strong=True, tabular=True)
        width = max(px(18), QFontMetrics(face).horizontalAdvance(words) + px(10))
        box = QRect(self.width() // 2 + px(5), top, width, px(18))
        panel(painter, box, fill=t.accent, radius=9)
        painter.setFont(face)
        painter.setPen(t.on_accent)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class Rail(Ground):
    """All views of the rail, the mark of the program above them."""

    chosen = Signal(str)
    """Somebody asks for the view of this name."""

    def __init__(self, entries: Sequence[ViewEntry]) -> None:
        """Show the entries that stand in the rail; the first nine that are shown have Ctrl+1 to Ctrl+9."""
        super().__init__("window", edges="r")
        page = QWidget()
        self._scroll = _Scroll(page)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        Column(self, spacing=0).addWidget(self._scroll)
        column = Column(page, margins=(8, 6, 8, 6), spacing=4)
        self._mark = QWidget()
        above = Column(self._mark, margins=(0, 6, 0, 12))
        above.addWidget(Picture("kennisbank", "accent", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._mark)
        shown = [each for each in entries if each.rail == "top"] + [each for each in entries if each.rail == "bottom"]
        self.buttons = [RailButton(each) for each in shown]
        has_gap = False
        for button in self.buttons:
            if button.entry.rail == "bottom" and not has_gap:
                column.addStretch(1)
                has_gap = True
            column.addWidget(button)
            button.clicked.connect(lambda _on=False, name=button.entry.name: self.chosen.emit(name))
        if not has_gap:
            column.addStretch(1)
        self.show_facts({})
        follow(self, self._scale)

    @property
    def shown(self) -> list[RailButton]:
        """Return the views that are to be seen, in order."""
        return [each for each in self.buttons if not each.isHidden()]

    def show_facts(self, known: Mapping[str, tuple[bool, int]]) -> None:
        """Show the views that are somebody's to see, and how much waits in each (`RailFacts.known`)."""
        for button in self.buttons:
            is_shown, count = known.get(button.entry.name, (not button.entry.is_for_some, 0))
            button.setHidden(not is_shown)
            button.set_count(count)
        for place, button in enumerate(self.shown, 1):
            button.set_keys(f"Ctrl+{place}" if place <= 9 else "")
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _scale(self) -> None:
        self.setFixedWidth(px(96))
        self._fit()

    def _fit(self) -> None:
        """Let all views stand in the rail where that can be: closer to each other first, then without the mark.

        What doesn't fit even so is scrolled to; the keyboard never leads out of sight.
        """
        count = len(self.shown)
        height = next((each for each in _HEIGHTS if self._needs(count, each) + px(_AROUND) <= self.height()), None)
        self._mark.setVisible(height is not None)
        for button in self.buttons:
            button.set_height(height or _HEIGHTS[-1])

    @staticmethod
    def _needs(count: int, height: int) -> int:
        return count * (px(height) + px(4))

    def retranslate(self, name: str) -> None:
        """Set all words; `name` is what the rail is called when read aloud."""
        self.setAccessibleName(name)
        for button in self.buttons:
            button.retranslate()

    def show_current(self, name: str) -> None:
        """Mark the view that is shown; a view that is not in the rail leaves the mark where it was."""
        if not any(button.entry.name == name for button in self.buttons):
            return
        for button in self.buttons:
            is_current = button.entry.name == name
            button.setChecked(is_current)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        shown = self.shown
        at = next((place for place, button in enumerate(shown) if button.hasFocus()), None)
        if step is not None and at is not None:
            shown[(at + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and at is not None:
            shown[at].click()
        else:
            super().keyPressEvent(event)


class _Scroll(Scroll):
    """Leaves the arrows to the rail."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
