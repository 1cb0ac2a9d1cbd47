"""The tools of the toolbar for writing in the margin: caret, area, bookmark; and a menu with what is done less."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from typing_extensions import override

from kennisbank.ui.icons import icon
from kennisbank.ui.look import follow, px
from kennisbank.ui.widgets.layouts import Row


class MarkingTools(QWidget):
    """Buttons for caret, area and bookmark, and the menu. Shows what it is told; the pane connects what is asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the buttons in the order in which one reads them."""
        super().__init__(parent)
        self.caret = self._button("caret", checkable=True, with_words=True)
        self.area = self._button("area", checkable=True, with_words=True)
        self.bookmark = self._button("bookmark", checkable=True, with_words=True)
        self.cite = self._button("quote", with_words=True)
        self.more = self._button("more")
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._words: list[tuple[QAction, Callable[[], str]]] = []
        row = Row(self, spacing=4)
        row.add_all(*self._buttons)
        follow(self, self._measure)
        self.retranslate()

    def _button(self, name: str, *, checkable: bool = False, with_words: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setCheckable(checkable)
        button.setProperty("with_words", with_words)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _measure(self) -> None:
        for button in self._buttons:
            button.setIconSize(QSize(px(20), px(20)))

    @property
    def _buttons(self) -> Sequence[QToolButton]:
        return (self.caret, self.area, self.bookmark, self.cite, self.more)

    def add_line(self, words: Callable[[], str], name: str, act: Callable[[], object], keys: str = "") -> QAction:
        """Add a line to the menu; `words` are asked for in the language in force, `keys` only shown: see the pane."""
        line = QAction(icon(name), words(), self.menu)
        line.triggered.connect(lambda _on=False: act())
        if keys:
            line.setShortcut(QKeySequence(keys))
            line.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the pane has the key itself
        self.menu.addAction(line)
        self._words.append((line, words))
        return line

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        for button, text, name, keys in (
            (self.caret, self.tr("Cursor"), self.tr("Cursor in the text, to select with the keys"), "F7"),
            (self.area, self.tr("Area"), self.tr("Mark an area of the page"), "A"),
            (self.bookmark, self.tr("Bookmark"), self.tr("Bookmark at this place"), "Ctrl+D"),
            (self.cite, self.tr("Cite"), self.tr("Cite this contribution"), "Ctrl+Shift+E"),
            (self.more, self.tr("More"), self.tr("More to do with this paper"), ""),
        ):
            button.setText(text)
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})" if keys else name)
        for line, words in self._words:
            line.setText(words())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
