"""Cover sheets that meet the query: never among the results, but not kept back either. One folded line."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kennisbank.domain.ids import FileHash
from kennisbank.domain.results import CoverSheetHit
from kennisbank.ui.language import number
from kennisbank.ui.models.result_text import flowed
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.layouts import Column, Row, clear_layout
from kennisbank.ui.widgets.text import Elided, Text

_MOST = 5


class CoverSheets(QWidget):
    """Hidden when no cover sheet meets the query."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin folded and hidden."""
        super().__init__(parent)
        self._hits: Sequence[CoverSheetHit] = ()
        self._names: Mapping[FileHash, str] = {}
        self._is_open = False
        self._words = Text(size=12, tone="text_2", wraps=True)
        self._toggle = Button("", "link", small=True)
        card = Card()
        inside = Column(card, margins=(12, 6, 12, 6), spacing=6)
        line = Row(spacing=8)
        line.addWidget(Picture("cover", "text_2", 16))
        line.addWidget(self._words, 1)
        line.addWidget(self._toggle)
        self._body = QWidget()
        self._list = Column(self._body, margins=(24, 0, 0, 4), spacing=4)
        inside.addLayout(line)
        inside.addWidget(self._body)
        Column(self, margins=(4, 0, 4, 8)).addWidget(card)
        self._toggle.clicked.connect(self._on_toggle)
        self.hide()

    def show_hits(self, hits: Sequence[CoverSheetHit], names: Mapping[FileHash, str]) -> None:
        """Show cover sheets; `names` are the names of the files in which they stand."""
        if not hits:
            self._is_open = False
        self._hits, self._names = hits, names
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        count = len(self._hits)
        self._words.setText(
            self.tr("%n cover sheet(s) meet it too; they don't count as hits", "", count).replace(
                str(count), number(count)
            )
        )
        self._toggle.setText(self.tr("Fold") if self._is_open else self.tr("Show"))
        self._toggle.setAccessibleName(
            self.tr("Fold the cover sheets") if self._is_open else self.tr("Show the cover sheets")
        )
        clear_layout(self._list)
        if self._is_open:
            for hit in self._hits[:_MOST]:
                name = Elided(self._names.get(hit.file, ""), 12, strong=True, mode=Qt.TextElideMode.ElideMiddle)
                text = Text(f"“{flowed(hit.snippet, hit.marks).text}”", 12, tone="text_2", wraps=True, selectable=True)
                self._list.add_all(name, text)
        self._body.setVisible(self._is_open and count > 0)
        self.setVisible(count > 0)

    def _on_toggle(self) -> None:
        self._is_open = not self._is_open
        self.retranslate()
