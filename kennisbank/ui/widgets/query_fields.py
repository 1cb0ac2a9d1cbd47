"""A field with its name above it, and a layout for such fields that has two columns where there is room."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem
from typing_extensions import override

from kennisbank.ui.look import follow, px
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.text import Text

_RING = 4
"""Room around a field for its focus ring, in units of the design."""
_TWO_COLUMNS = 640


class QueryField(QWidget):
    """An editor, or several on one line, with a name above and, below it, what is wrong with it."""

    def __init__(self, *editors: QWidget) -> None:
        """Show `editors` side by side; the first takes the room and the name."""
        super().__init__()
        self._editor = editors[0]
        self._name = Text(size=12, strong=True)
        self._name.setBuddy(self._editor)
        self._error = ErrorLine(self._editor)
        # One layout: a layout inside it would tell its old size when the text grows.
        column = Column(self, margins=(_RING, 0, _RING, _RING), spacing=4)
        column.add_all(self._name, self._editor if len(editors) == 1 else _line(*editors), self._error)

    def set_name(self, name: str) -> None:
        """Name the field, for the eye and the ear."""
        self._name.setText(name)
        self._editor.setAccessibleName(name)

    def say(self, fault: str) -> None:
        """Say what is wrong with the field; nothing when all is well."""
        self._error.say(fault)


class QueryColumns(QLayout):
    """Widgets in reading order: two on a line where there is room for them, one where there isn't."""

    def __init__(self, parent: QWidget, *widgets: QWidget) -> None:
        """Lay out `widgets` in `parent`."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        for each in widgets:
            self.addWidget(each)
        follow(self, self.invalidate)

    @override
    def addWidget(self, w: QWidget) -> None:
        # An item made here stays: PySide lets go of one that Qt made when a widget above it gets another wrapper.
        self.addChildWidget(w)
        self.addItem(QWidgetItem(w))

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), moves=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(2 * _TWO_COLUMNS), self.heightForWidth(px(_TWO_COLUMNS)))

    @override
    def minimumSize(self) -> QSize:
        return QSize(max(item.minimumSize().width() for item in self._items), 0)

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        columns = 2 if rect.width() >= px(_TWO_COLUMNS) else 1
        across, down = px(16), px(8)
        width = (rect.width() - (columns - 1) * across) // columns
        y = rect.y()
        for first in range(0, len(self._items), columns):
            line = self._items[first : first + columns]
            for place, item in enumerate(line):
                if moves:
                    x = rect.x() + place * (width + across)
                    item.setGeometry(QRect(x, y, width, _height(item, width)))
            y += max(_height(item, width) for item in line) + down
        return max(0, y - down - rect.y())


def _line(first: QWidget, *others: QWidget) -> QWidget:
    box = QWidget()
    row = Row(box, spacing=8)
    row.addWidget(first, 1)
    for each in others:
        row.addWidget(each)
    return box


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
