"""The saved searches as a list: opened, renamed in place, let go; with how many contributions are new in each."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from kennisbank.ui.controllers.search_saved import SavedSearches
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.icons import icon
from kennisbank.ui.language import number
from kennisbank.ui.messages import message_for
from kennisbank.ui.models.search_saved import SavedRow
from kennisbank.ui.models.search_words import asked_words
from kennisbank.ui.views.search_name import NameLine
from kennisbank.ui.views.start_rows import StartRow
from kennisbank.ui.views.start_section import StartSection
from kennisbank.ui.widgets.buttons import IconButton
from kennisbank.ui.widgets.layouts import Column, Row

_FEW = 6


class SavedLine(QWidget):
    """One saved search. F2 renames it, Delete lets it go."""

    rename_asked = Signal(str)
    remove_asked = Signal()
    ended = Signal()
    """Renaming is over."""

    def __init__(self, row: SavedRow, parent: QWidget | None = None) -> None:
        """Show `row`."""
        super().__init__(parent)
        self.row = row
        saved, new = row.saved, len(row.new)
        asked = asked_words(saved.query, saved.filters)
        words = self.tr("%n new", "", new).replace(str(new), number(new)) if new else ""
        self.main = StartRow(saved.name, "" if asked == saved.name else asked, badge=words, icon_name="search")
        self._rename = IconButton("pencil", self.tr("Rename {name}").format(name=saved.name), keys="F2", small=True)
        self._remove = IconButton("x", self.tr("No longer save {name}").format(name=saved.name), keys="Del", small=True)
        for button, name in ((self._rename, "pencil"), (self._remove, "x")):
            button.setIcon(icon(name, "text_2"))
        self._name = NameLine()
        self._name.set_words(self.tr("Saved as"), self.tr("Rename"), self.tr("Leave as it was"))
        self._shown, self._renaming = QWidget(), QWidget()
        across = Row(self._shown, margins=(0, 0, 8, 0), spacing=0)
        across.addWidget(self.main, 1)
        across.add_all(self._rename, self._remove)
        Column(self._renaming, margins=(16, 8, 16, 8)).addWidget(self._name)
        Column(self, spacing=0).add_all(self._shown, self._renaming)
        self._renaming.hide()
        self._rename.clicked.connect(self.begin)
        self._remove.clicked.connect(self.remove_asked)
        self._name.taken.connect(self._on_taken)
        self._name.left.connect(self.end)

    @property
    def controls(self) -> list[QWidget]:
        """Return what takes the keyboard here, in the order in which one reads."""
        return [self.main, self._rename, self._remove, self._name]

    @property
    def is_renaming(self) -> bool:
        """Tell whether the name can be typed in."""
        return not self._renaming.isHidden()

    def begin(self) -> None:
        """Let the name be typed in."""
        self._shown.hide()
        self._renaming.show()
        self._name.offer(self.row.saved.name)

    def end(self) -> None:
        """Show the row again."""
        self._renaming.hide()
        self._shown.show()
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ended.emit()

    def refuse(self, error: Exception) -> None:
        """Say why the name can't be taken."""
        self._name.refuse(str(message_for(error)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.begin()
        elif event.key() == Qt.Key.Key_Delete and not self.is_renaming:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def _on_taken(self, name: str) -> None:
        if " ".join(name.split()) == self.row.saved.name:
            self.end()
        else:
            self.rename_asked.emit(name)


class SavedSection(StartSection):
    """All saved searches of the window; hidden while there are none."""

    arranged = Signal()
    """Rows were made: the order of Tab is to be set anew."""

    def __init__(self, session: Session, *, inset: float = 4, parent: QWidget | None = None) -> None:
        """Show and mend those of `session`."""
        super().__init__(inset=inset, parent=parent)
        self._searches = SavedSearches.of(session)
        self._lines: list[SavedLine] = []
        self._shows_all = False
        self._searches.changed.connect(self._show)
        self.more_asked.connect(self._toggle)

    @property
    @override
    def controls(self) -> list[QWidget]:
        *_, more = super().controls
        return [*(control for line in self._lines for control in line.controls), more]

    @property
    def lines(self) -> list[SavedLine]:
        """Return the rows that are shown."""
        return self._lines

    def retranslate(self) -> None:
        """Set all words anew."""
        self._show(is_forced=True)

    def _show(self, *, is_forced: bool = False) -> None:
        rows = self._searches.rows
        shown = rows if self._shows_all else rows[:_FEW]
        is_busy = any(line.is_renaming for line in self._lines)
        if not is_forced and (is_busy or [line.row for line in self._lines] == list(shown)):
            return
        focus = QApplication.focusWidget()
        focused = next((at for at, line in enumerate(self._lines) if focus and line.isAncestorOf(focus)), None)
        self._lines = [self._line(row) for row in shown]
        hidden = len(rows) - _FEW
        more = self.tr("Show fewer") if self._shows_all else self.tr("Show {count} more").format(count=number(hidden))
        new = sum(bool(row.new) for row in rows)
        count = self.tr("new in %n of them", "", new).replace(str(new), number(new)) if new else ""
        self.show_rows(self.tr("Saved searches"), self._lines, count=count, more=more if hidden > 0 else "")
        for before, after in pairwise(self.controls):
            QWidget.setTabOrder(before, after)
        if focused is not None and self._lines:
            self._lines[min(focused, len(self._lines) - 1)].main.setFocus(Qt.FocusReason.OtherFocusReason)
        self.arranged.emit()

    def _line(self, row: SavedRow) -> SavedLine:
        line, searches = SavedLine(row), self._searches
        line.main.clicked.connect(lambda: searches.open(row.saved))
        line.remove_asked.connect(lambda: searches.remove(row.saved))
        line.rename_asked.connect(lambda name: searches.rename(row.saved, name, line.end, line.refuse))
        line.ended.connect(self._show)
        return line

    def _toggle(self) -> None:
        self._shows_all = not self._shows_all
        self._show()
