"""What the pages about the archive have in common: one column of cards, as wide as one reads."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.ui.controllers.session import Session
from kennisbank.ui.look import follow, px
from kennisbank.ui.widgets.layouts import Column, Row


class ArchivePage(QWidget):
    """One section. A subclass fills `column`, sets all words in `retranslate`, and is told when it is `entered`."""

    def __init__(self, session: Session, *, widest: float = 880) -> None:
        """Make an empty column, at most `widest` units of the design wide."""
        super().__init__()
        self.session = session
        across = Row(self, margins=(32, 20, 32, 32))
        self.column = Column(spacing=8)
        across.addLayout(self.column, 1)
        follow(self, lambda: self.setMaximumWidth(px(widest)))

    @property
    def first_control(self) -> QWidget | None:
        """Return where one begins; None: with the first control there is."""
        return None

    def retranslate(self) -> None:
        """Set all words."""

    def entered(self) -> None:
        """Somebody came here: what must be asked for is asked for now."""

    def left(self) -> None:
        """Somebody went elsewhere."""

    @override
    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the window asks: what stands beside one another then wraps."""
        return QSize(px(280), super().minimumSizeHint().height())
