"""A heading with a card of rows below it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Hairline
from kennisbank.ui.widgets.layouts import Column, Row, clear_layout, laid_out_once
from kennisbank.ui.widgets.text import Text


class StartSection(QWidget):
    """Hidden while it has no rows."""

    more_asked = Signal()
    """The link below the rows was pressed."""

    def __init__(self, *, inset: float = 4, parent: QWidget | None = None) -> None:
        """Begin empty; `inset` is the room beside the card, in units of the design."""
        super().__init__(parent)
        self._title, self._count = Text(size=15, strong=True), Text(tone="text_2")
        self._card = Card()
        self._more, self._foot = Button("", "link"), QWidget()
        self._shown: list[QWidget] = []
        head = Row(spacing=8)
        head.add_all(self._title, self._count, None)
        foot = Row(self._foot, margins=(10, 4, 10, 4))
        foot.add_all(self._more, None)
        inside = Column(self._card, margins=(0, 1, 0, 1), spacing=0)
        self._rows = Column(spacing=0)
        inside.add_all(self._rows, self._foot)
        column = Column(self, margins=(inset, 0, inset, 16), spacing=12)
        column.add_all(head, self._card)
        self._more.clicked.connect(self.more_asked)

    @property
    def controls(self) -> list[QWidget]:
        """Return what takes the keyboard here, in the order in which one reads."""
        return [*self._shown, self._more]

    @property
    def rows(self) -> list[QWidget]:
        """Return the rows that are shown."""
        return self._shown

    def show_rows(self, title: str, rows: Sequence[QWidget], *, count: str = "", more: str = "") -> None:
        """Show these rows under `title`, with `more` as a link below them."""
        self._title.setText(title)
        self._count.setText(count)
        self._more.setText(more)
        had_focus = self._more.hasFocus()
        with laid_out_once(self._card):
            clear_layout(self._rows)
            for place, row in enumerate(rows):
                if place:
                    self._rows.addWidget(Hairline())
                self._rows.addWidget(row)
        self._shown = list(rows)
        self._foot.setVisible(bool(more))
        if had_focus:
            self._more.setFocus()
        if self.parentWidget() is not None:
            self.setVisible(bool(rows))
