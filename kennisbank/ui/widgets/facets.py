"""A facet: a heading that folds, check rows with counts, and 'more' when there are many."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QToolButton, QWidget
from typing_extensions import override

from kennisbank.ui.language import number
from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.painting.fields import draw_check
from kennisbank.ui.painting.shapes import chevron
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.layouts import Column, Row, laid_out_once
from kennisbank.ui.widgets.text import plain_tip

ROWS_FOLDED = 6
"""How many values of a facet are shown until one asks for more."""


class FacetRow(QCheckBox):
    """A value one can choose, with the count that choosing it would give at the right."""

    def __init__(self, value: str, label: str, count: int, parent: QWidget | None = None) -> None:
        """Show `label` for `value`."""
        super().__init__(label, parent)
        self.value, self._count = value, count
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setToolTip(plain_tip(label))
        self.set_count(count)
        follow(self, lambda: self.setFixedHeight(px(24)))

    def set_count(self, count: int) -> None:
        """Show another count."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {number(count)}")
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()  # the group moves the focus; a button by itself would follow the order of Tab
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(160), px(24))

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        t = theme()
        side = px(16)
        option.rect = QRect(0, (self.height() - side) // 2, side, side)
        draw_check(option, painter)
        count = number(self._count)
        painter.setFont(font(13, tabular=True))
        width = QFontMetrics(painter.font()).horizontalAdvance(count)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        painter.setPen(t.text_2 if enabled else t.disabled)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        painter.setFont(font(13))
        painter.setPen(t.text if enabled else t.disabled)
        room = self.rect().adjusted(side + px(8), 0, -width - px(8), 0)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


class FacetGroup(QWidget):
    """One facet. It is one tab stop; arrows move inside it."""

    changed = Signal(object)
    """The chosen values, as a frozenset of str."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        """Begin unfolded and empty; fill it with `show_values`."""
        super().__init__(parent)
        self._shows_all = False
        self._is_empty = False
        self._chosen: frozenset[str] = frozenset()
        self._rows: dict[str, FacetRow] = {}
        self._order: list[str] = []
        self._heading = _Heading(title)
        self._body = QWidget()
        self._list = Column(self._body, spacing=0)
        self._more = Button("", "link")
        more_row = Row(margins=(20, 0, 0, 0))
        more_row.add_all(self._more, None)
        column = Column(self, spacing=4)
        column.add_all(self._heading, self._body)
        self._list.addLayout(more_row)
        self._heading.toggled.connect(self._body.setVisible)
        self._more.clicked.connect(self._toggle_more)
        self._more_words = ("{count} more", "Fewer")

    @property
    def chosen(self) -> frozenset[str]:
        """Return the chosen values."""
        return self._chosen

    def set_words(self, title: str, more: str, fewer: str) -> None:
        """Name the facet; `more` holds ``{count}`` where the number of hidden values goes."""
        self._heading.setText(title)
        self._heading.setAccessibleName(title)
        self._more_words = (more, fewer)
        self._show_rows()

    def show_values(self, values: Sequence[tuple[str, str, int]], chosen: Collection[str] = ()) -> None:
        """Show values as (value, words, count), in this order; rows that stay keep the focus."""
        self._chosen = frozenset(chosen)
        with laid_out_once(self._body):
            self._put(values)
            self._show_rows()
        if self._is_empty == bool(values):  # only on a change: showing what has no parent yet would open a window
            self._is_empty = not values
            self.setVisible(bool(values))

    def _put(self, values: Sequence[tuple[str, str, int]]) -> None:
        gone = set(self._rows) - {value for value, _, _ in values}
        for value in gone:
            row = self._rows.pop(value)
            self._list.removeWidget(row)
            row.deleteLater()
        self._order = []
        for place, (value, words, count) in enumerate(values):
            row = self._rows.get(value) or self._make_row(value, words, count)
            row.setText(words)
            row.set_count(count)
            before = row.blockSignals(True)
            row.setChecked(value in self._chosen)
            row.blockSignals(before)
            self._list.removeWidget(row)
            self._list.insertWidget(place, row)
            self._order.append(value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        shown = [self._rows[value] for value in self._order if not self._rows[value].isHidden()]
        at = next((place for place, row in enumerate(shown) if row.hasFocus()), None)
        if step is None or at is None or not 0 <= at + step < len(shown):
            super().keyPressEvent(event)
            return
        shown[at + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _make_row(self, value: str, words: str, count: int) -> FacetRow:
        row = FacetRow(value, words, count)
        row.toggled.connect(lambda on, value=value: self._choose(value, is_on=on))
        self._rows[value] = row
        return row

    def _choose(self, value: str, *, is_on: bool) -> None:
        self._chosen = self._chosen | {value} if is_on else self._chosen - {value}
        self.changed.emit(self._chosen)

    def _toggle_more(self) -> None:
        self._shows_all = not self._shows_all
        self._show_rows()

    def _show_rows(self) -> None:
        hidden = 0
        for place, value in enumerate(self._order):
            is_shown = self._shows_all or place < ROWS_FOLDED or value in self._chosen
            self._rows[value].setVisible(is_shown)
            # One tab stop a facet: the first row; arrows do the rest.
            first = place == 0
            self._rows[value].setFocusPolicy(Qt.FocusPolicy.StrongFocus if first else Qt.FocusPolicy.ClickFocus)
            hidden += not is_shown
        more, fewer = self._more_words
        self._more.setVisible(len(self._order) > ROWS_FOLDED and (hidden > 0 or self._shows_all))
        self._more.setText(fewer if self._shows_all else more.format(count=number(hidden)))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for value in self._order:
                self._rows[value].set_count(self._rows[value]._count)  # noqa: SLF001 - our own row


class _Heading(QToolButton):
    """The name of a facet with a chevron: pressing folds it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_radius", 4)
        follow(self, lambda: self.setFixedHeight(px(24)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(13, strong=True))
        painter.setPen(theme().text)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())
        side = px(16)
        box = QRect(self.width() - side, (self.height() - side) // 2, side, side)
        chevron(painter, box, theme().text_2, "up" if self.isChecked() else "down")
