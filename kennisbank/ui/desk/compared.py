"""How it is and how it would be, side by side; below one another where there is little room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.ui.look import px
from kennisbank.ui.widgets.cards import Ground
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.text import Text

_NARROW = 520


class Compared(QWidget):
    """Two boxes with a heading each."""

    def __init__(
        self, now: tuple[str, str], then: tuple[str, str], nothing: str, parent: QWidget | None = None
    ) -> None:
        """Show heading and text of how it is, and of how it would be; `nothing` is said of an empty text."""
        super().__init__(parent)
        self._row = Row(self, spacing=12)
        for (heading, text), tone in ((now, "text_2"), (then, "text")):
            box = Ground("window")
            column = Column(box, margins=(12, 8, 12, 10), spacing=4)
            words = Text(text or nothing, tone=tone if text else "text_2", wraps=True, selectable=True)
            words.setAccessibleName(f"{heading}: {text or nothing}")
            column.add_all(Text(heading, size=12, strong=True, tone="text_2"), words, None)
            self._row.addWidget(box, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < px(_NARROW)
        self._row.setDirection(Row.Direction.TopToBottom if is_narrow else Row.Direction.LeftToRight)
