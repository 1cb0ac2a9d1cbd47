"""The rail at the left: an icon and a word for each view. One tab stop; arrows move inside it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QStyle, QStyleOptionButton
from typing_extensions import override

from kennisbank.ui.icons import draw_icon
from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.views.registry import ViewEntry
from kennisbank.ui.widgets.cards import Ground, Picture
from kennisbank.ui.widgets.layouts import Column


class RailButton(QAbstractButton):
    """One view in the rail."""

    def __init__(self, entry: ViewEntry, keys: str) -> None:
        """Show `entry`; `keys` leads there."""
        super().__init__()
        self.entry = entry
        self._keys = keys
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        follow(self, lambda: self.setFixedSize(px(80), px(56)))

    def retranslate(self) -> None:
        """Set its word."""
        self.setText(self.entry.label())
        self.setAccessibleName(self.entry.label())
        self.setToolTip(f"{self.entry.label()} ({self._keys})" if self._keys else self.entry.label())

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
        return QSize(px(80), px(56))

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
        side = px(20)
        draw_icon(painter, QRect((self.width() - side) // 2, px(8), side, side), self.entry.icon, colour)
        painter.setFont(font(12, strong=self.isChecked()))
        painter.setPen(colour if self.isChecked() else t.text_2)
        room = QRect(0, px(30), self.width(), px(20))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() - px(4))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)


class Rail(Ground):
    """All views of the rail, the mark of the program above them."""

    chosen = Signal(str)
    """Somebody asks for the view of this name."""

    def __init__(self, entries: Sequence[ViewEntry]) -> None:
        """Show the entries that stand in the rail; the first nine have Ctrl+1 to Ctrl+9."""
        super().__init__("window", edges="r")
        column = Column(self, margins=(8, 12, 8, 8), spacing=4)
        column.addWidget(Picture("kennisbank", "accent", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        column.add_gap(16)
        shown = [each for each in entries if each.rail == "top"] + [each for each in entries if each.rail == "bottom"]
        self.buttons = [RailButton(each, f"Ctrl+{place}") for place, each in enumerate(shown, 1)]
        has_gap = False
        for button in self.buttons:
            if button.entry.rail == "bottom" and not has_gap:
                column.addStretch(1)
                has_gap = True
            column.addWidget(button)
            button.clicked.connect(lambda _on=False, name=button.entry.name: self.chosen.emit(name))
        if not has_gap:
            column.addStretch(1)
        follow(self, lambda: self.setFixedWidth(px(96)))

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
        at = next((place for place, button in enumerate(self.buttons) if button.hasFocus()), None)
        if step is not None and at is not None:
            self.buttons[(at + step) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and at is not None:
            self.buttons[at].click()
        else:
            super().keyPressEvent(event)
