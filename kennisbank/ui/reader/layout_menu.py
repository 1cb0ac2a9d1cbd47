"""The menu of the toolbar that says how the pages stand: one or two in a row, and what fits in the window."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from typing_extensions import override

from kennisbank.ui.icons import icon
from kennisbank.ui.look import follow, px
from kennisbank.ui.reader.page_layout import FIT_PAGE, FIT_WIDTH
from kennisbank.ui.reader.page_spread import SPREADS, Spread


class LayoutMenu(QToolButton):
    """Emits what is chosen and shows what it is told.

    Signals: `spread_chosen` with a `Spread`; `fit_chosen` with `FIT_WIDTH` or `FIT_PAGE`.
    """

    spread_chosen = Signal(str)
    fit_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with single pages."""
        super().__init__(parent)
        self.setIcon(icon("twopages"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        group = QActionGroup(self)
        self._spreads = {spread: self._choice(group) for spread in SPREADS}
        self._menu.addSeparator()
        fits = QActionGroup(self)
        fits.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        self._fits = {wish: self._choice(fits) for wish in (FIT_WIDTH, FIT_PAGE)}
        for spread, action in self._spreads.items():
            action.triggered.connect(lambda _on, spread=spread: self.spread_chosen.emit(spread))
        for wish, action in self._fits.items():
            action.triggered.connect(lambda _on, wish=wish: self._on_fit(wish))
        self.setMenu(self._menu)
        self._wish = FIT_WIDTH
        self.set_spread("single")
        self.set_zoom_wish(FIT_WIDTH)
        follow(self, lambda: self.setIconSize(QSize(px(20), px(20))))
        self.retranslate()

    def _choice(self, group: QActionGroup) -> QAction:
        action = QAction(self, checkable=True)
        group.addAction(action)
        self._menu.addAction(action)
        return action

    def set_spread(self, spread: Spread) -> None:
        """Show which pages stand beside one another."""
        self._spreads[spread].setChecked(True)

    def set_zoom_wish(self, wish: float) -> None:
        """Show what fits, if anything does."""
        self._wish = wish
        for each, action in self._fits.items():
            action.setChecked(each == wish)

    def _on_fit(self, wish: float) -> None:
        self.set_zoom_wish(self._wish)  # it shows the state of the view, which answers to the request
        self.fit_chosen.emit(wish)

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        name = self.tr("Page layout")
        self.setAccessibleName(name)
        self.setToolTip(f"{name} (F8)")
        self._menu.setAccessibleName(name)
        self._spreads["single"].setText(self.tr("One page"))
        self._spreads["two"].setText(self.tr("Two pages side by side"))
        self._spreads["book"].setText(self.tr("Two pages, the first alone"))
        self._fits[FIT_WIDTH].setText(self.tr("Fit width") + "\tCtrl+0")
        self._fits[FIT_PAGE].setText(self.tr("Fit page") + "\tF9")

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def spread_after(spread: Spread) -> Spread:
    """Return the next layout, round and round."""
    return SPREADS[(SPREADS.index(spread) + 1) % len(SPREADS)]
