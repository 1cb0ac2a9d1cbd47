"""What covers the view while files are dragged over the window: it says what dropping them does."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.ui.look import px, theme
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.widgets.cards import Picture
from kennisbank.ui.widgets.layouts import Column
from kennisbank.ui.widgets.text import Text


def dropped_paths(data: QMimeData) -> tuple[Path, ...]:
    """Return the files and folders of this computer in what is dragged, in their order."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


class DropTarget(QWidget):
    """Lies over the view; never takes the pointer."""

    def __init__(self, parent: QWidget) -> None:
        """Lie over `parent`, hidden."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = Text(size=20, strong=True)
        column = Column(self, margins=(32, 32, 32, 32), spacing=16)
        column.addStretch(1)
        column.addWidget(Picture("folderplus", "accent", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.hide()

    def cover(self, paths: Sequence[Path], words: str) -> None:
        """Say what dropping `paths` does, over the whole of the parent."""
        host = self.parentWidget()
        if host is not None and paths:
            self._words.setText(words)
            self.setGeometry(host.rect())
            self.show()
            self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().window)
        inset = px(16)
        box = self.rect().adjusted(inset, inset, -inset, -inset)
        panel(painter, box, fill=theme().accent_soft, edge=theme().accent, radius=8, width=2)
