"""Facts below one another: what it is at the left, how it is at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kennisbank.ui.look import follow, px
from kennisbank.ui.widgets.layouts import Column, Row, laid_out_once
from kennisbank.ui.widgets.text import Text


class FactRows(QWidget):
    """Rows of two; the words at the right can be selected, and wrap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._column = Column(self, spacing=4)
        self._shown: Sequence[tuple[str, str]] = ()
        self._lines: list[tuple[QWidget, Text, Text]] = []

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these names and values; one without a value is left out."""
        shown = [fact for fact in facts if fact[1]]
        with laid_out_once(self):
            while len(self._lines) < len(shown):
                self._lines.append(self._line())
            for at, (line, name, value) in enumerate(self._lines):
                if at < len(shown):
                    name.setText(shown[at][0])
                    value.setText(shown[at][1])
                line.setVisible(at < len(shown))
        self._shown = shown

    @property
    def facts(self) -> dict[str, str]:
        """Return what is shown, by name."""
        return dict(self._shown)

    def _line(self) -> tuple[QWidget, Text, Text]:
        line = QWidget(self)
        name, value = Text(tone="text_2", wraps=True), Text(wraps=True, selectable=True)
        row = Row(line, spacing=16)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(value, 1)
        follow(name, lambda: name.setFixedWidth(px(150)))
        self._column.addWidget(line)
        return line, name, value
