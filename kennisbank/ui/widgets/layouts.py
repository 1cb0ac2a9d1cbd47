"""Layouts in the design's units: they grow with the text size. And one that flows like words."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget, QWidgetItem
from typing_extensions import override

from kennisbank.ui.look import follow, px

Margins = tuple[float, float, float, float]
"""Left, top, right, bottom, in units of the design."""
NONE: Margins = (0, 0, 0, 0)
_Line = list[tuple[QLayoutItem, QSize]]
"""What stands beside one another, each with the size it asks for."""


class _Box(QBoxLayout):
    def __init__(
        self, direction: QBoxLayout.Direction, parent: QWidget | None, margins: Margins, spacing: float
    ) -> None:
        super().__init__(direction)
        self._margins, self._spacing = margins, spacing
        self._gaps: list[tuple[QSpacerItem, float]] = []
        if parent is not None:
            parent.setLayout(self)
        follow(self, self._scale)

    def _scale(self) -> None:
        self.setContentsMargins(*(px(each) for each in self._margins))
        self.setSpacing(px(self._spacing))
        for gap, units in self._gaps:
            self._size(gap, units)
        self.invalidate()

    def add_gap(self, units: float) -> None:
        """Add empty room of so many units, which grows with the text size."""
        gap = QSpacerItem(0, 0)
        self._gaps.append((gap, units))
        self._size(gap, units)
        self.addItem(gap)

    def add_all(self, *widgets: QWidget | QLayout | int | None) -> None:
        """Add widgets and layouts in order; a number is a gap in units of the design, None a stretch."""
        for each in widgets:
            if each is None:
                self.addStretch(1)
            elif isinstance(each, int):
                self.add_gap(each)
            elif isinstance(each, QLayout):
                self.addLayout(each)
            else:
                self.addWidget(each)

    def _size(self, gap: QSpacerItem, units: float) -> None:
        upright = self.direction() == QBoxLayout.Direction.TopToBottom
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
        width, height = (0, px(units)) if upright else (px(units), 0)
        gap.changeSize(width, height, free if upright else fixed, fixed if upright else free)


class Column(_Box):
    """Widgets below one another, in units of the design."""

    def __init__(self, parent: QWidget | None = None, *, margins: Margins = NONE, spacing: float = 8) -> None:
        """Lay out `parent`, or stand inside another layout."""
        super().__init__(QBoxLayout.Direction.TopToBottom, parent, margins, spacing)


class Row(_Box):
    """Widgets beside one another, in units of the design."""

    def __init__(self, parent: QWidget | None = None, *, margins: Margins = NONE, spacing: float = 8) -> None:
        """Lay out `parent`, or stand inside another layout."""
        super().__init__(QBoxLayout.Direction.LeftToRight, parent, margins, spacing)


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout; its widgets are hidden now and deleted later."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


@contextmanager
def laid_out_once(box: QWidget) -> Iterator[None]:
    """Fill `box`, which has a layout: it is laid out once, afterwards.

    Qt shows what comes into a visible box one by one, each in an event of its own, and lays out everything around it
    for each of them.
    """
    layout = box.layout()
    if layout is None or not box.isVisible() or not layout.isEnabled():
        yield
        return
    layout.setEnabled(False)
    try:
        yield
        for child in box.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if child.isHidden() and not child.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                if isinstance(layout, Column):  # as wide as it will be, or else its words are measured twice
                    child.resize(layout.contentsRect().width(), child.height())
                child.show()
    finally:
        layout.setEnabled(True)
        layout.invalidate()
        box.updateGeometry()


class FlowLayout(QLayout):
    """Widgets beside one another, on as many lines as they need: for chips and badges."""

    def __init__(self, parent: QWidget | None = None, *, spacing: float = 8) -> None:
        """Lay out `parent`; `spacing` in units of the design, both ways."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        # Boxes around it ask many times before they are content. Nothing of this outlives `invalidate`.
        self._heights: dict[int, int] = {}
        self._by_width: dict[int, list[_Line]] = {}
        self._least: QSize | None = None
        self._spacing = spacing
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addWidget(self, w: QWidget) -> None:
        # An item made here stays: PySide lets go of one that Qt made when a widget above it gets another wrapper.
        self.addChildWidget(w)
        self.addItem(QWidgetItem(w))

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._forget()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), moves=False)
        return self._heights[width]

    @override
    def invalidate(self) -> None:
        self._forget()
        super().invalidate()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        if self._least is None:
            size = QSize()
            for item in self._items:
                size = size.expandedTo(item.minimumSize())
            self._least = size.grownBy(self.contentsMargins())
        return QSize(self._least)

    def clear(self) -> None:
        """Take everything out and delete it."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def _forget(self) -> None:
        self._heights.clear()
        self._by_width.clear()
        self._least = None

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        margins: QMargins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        gap, widest = px(self._spacing), max(area.width(), 1)
        y = area.y()
        for line in self._lines(area.width(), gap):
            high = max(size.height() for _item, size in line)
            x = area.x()
            for item, wanted in line:
                size = wanted.boundedTo(QSize(widest, high))
                if moves:  # in the middle of their line: a small button beside a large one
                    item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + gap
            y += high + gap
        return max(y - gap, area.y()) - rect.y() + margins.bottom()

    def _lines(self, width: int, gap: int) -> list[_Line]:
        known = self._by_width.get(width)
        if known is not None:
            return known
        lines: list[_Line] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if not lines or left < size.width():
                lines.append([])
                left = width
            lines[-1].append((item, size))
            left -= size.width() + gap
        self._by_width[width] = lines
        return lines
