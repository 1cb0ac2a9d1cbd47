"""The tabs above the papers, each with a button to close it, and behind them room for one more button."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget
from typing_extensions import override

from kennisbank.ui.icons import icon
from kennisbank.ui.look import follow, px
from kennisbank.ui.widgets.layouts import Row

_WORDS = 200
"""Room for the title in a tab, in units of the design."""


class PaperTabs(QWidget):
    """A tab for each paper, known by a number of its own, which no other ever has.

    Signals: `turned` when another tab is in front; `moved` when they stand in another order; `close_asked` with the
    number of one.
    """

    turned = Signal()
    moved = Signal()
    close_asked = Signal(int)

    def __init__(self, behind: QWidget, parent: QWidget | None = None) -> None:
        """Begin without tabs; `behind` stands at the right end."""
        super().__init__(parent)
        self.bar = QTabBar()
        self.bar.setDocumentMode(True)
        self.bar.setMovable(True)
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideRight)
        self.bar.setUsesScrollButtons(True)
        self.bar.currentChanged.connect(lambda _at: self.turned.emit())
        self.bar.tabMoved.connect(lambda _from, _to: self.moved.emit())
        row = Row(self, spacing=4, margins=(0, 0, 8, 0))
        row.addWidget(self.bar, 1)
        row.addWidget(behind)
        row.setAlignment(behind, Qt.AlignmentFlag.AlignVCenter)
        self.retranslate()

    @property
    def numbers(self) -> list[int]:
        """Return the numbers, in the order of the tabs."""
        return [self.bar.tabData(at) for at in range(self.bar.count())]

    @property
    def front(self) -> int | None:
        """Return the number of the tab in front; None when there is none."""
        found: int | None = self.bar.tabData(self.bar.currentIndex())
        return found

    def add(self, number: int, title: str, at: int | None = None) -> None:
        """Add a tab at the end, or in a place."""
        place = self.bar.insertTab(self.bar.count() if at is None else at, icon("file"), "")
        self.bar.setTabData(place, number)
        self.bar.setTabButton(place, QTabBar.ButtonPosition.RightSide, self._close_button(number))
        self.rename(number, title)

    def remove(self, number: int) -> None:
        """Take a tab away."""
        self.bar.removeTab(self.numbers.index(number))

    def rename(self, number: int, title: str) -> None:
        """Set the title of a tab."""
        at = self.numbers.index(number)
        words = QFontMetrics(self.bar.font()).elidedText(title, Qt.TextElideMode.ElideRight, px(_WORDS))
        self.bar.setTabText(at, words.replace("&", "&&"))
        self.bar.setTabToolTip(at, title)
        self.bar.setAccessibleTabName(at, title)

    def bring(self, number: int) -> None:
        """Bring a tab to the front."""
        self.bar.setCurrentIndex(self.numbers.index(number))

    def turn(self, direction: int) -> None:
        """Bring the next tab (1) or the one before (-1) to the front, round and round."""
        count = self.bar.count()
        if count:
            self.bar.setCurrentIndex((self.bar.currentIndex() + direction) % count)

    def _close_button(self, number: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("x", "text_2"))
        button.setProperty("small", True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+W does the same
        button.setAccessibleName(self.tr("Close this paper"))
        button.setToolTip(self.tr("Close this paper (Ctrl+W)"))
        follow(button, lambda: button.setIconSize(QSize(px(16), px(16))))
        button.clicked.connect(lambda: self.close_asked.emit(number))
        return button

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        self.bar.setAccessibleName(self.tr("Open papers"))
        for at in range(self.bar.count()):
            button = self.bar.tabButton(at, QTabBar.ButtonPosition.RightSide)
            button.setAccessibleName(self.tr("Close this paper"))
            button.setToolTip(self.tr("Close this paper (Ctrl+W)"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
