"""The line above the margin: how many there are, which of them one wants to see, a new note, folding it all away."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from typing_extensions import override

from kennisbank.domain.annotation import COLOURS, PlacedAnnotation
from kennisbank.ui.icons import icon
from kennisbank.ui.language import number
from kennisbank.ui.look import follow, font, px
from kennisbank.ui.models.annotation_words import colour_words
from kennisbank.ui.widgets.buttons import IconButton
from kennisbank.ui.widgets.cards import Ground
from kennisbank.ui.widgets.layouts import Row
from kennisbank.ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class MarginFilter:
    """Which annotations the margin shows; the empty filter shows all. At most one of these is asked for."""

    has_note: bool = False
    colour: str = ""
    tag: str = ""
    is_own: bool | None = None
    """Made here; or, when False, another's or found in the file itself."""

    def lets_through(self, placed: PlacedAnnotation) -> bool:
        """Tell whether an annotation is wanted."""
        each = placed.annotation
        if self.has_note:
            return bool(each.body.strip())
        if self.colour:
            return each.colour == self.colour
        if self.tag:
            return self.tag in each.tags
        return self.is_own is None or self.is_own != each.is_read_only


class MarginHead(Ground):
    """Signals: `filtered` with the `MarginFilter`; `note_requested` for one on the whole contribution; `folded`."""

    filtered = Signal(object)
    note_requested = Signal()
    folded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the line."""
        super().__init__("window", edges="b", parent=parent)
        self._count, self._shown, self._filter = 0, 0, MarginFilter()
        self._tags: tuple[str, ...] = ()
        self._name, self._number = Text(strong=True), Text(size=12, tone="text_2", tabular=True)
        self._choose = QToolButton()
        self._choose.setIcon(icon("filter", "accent"))
        self._choose.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._choose.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._choose.setProperty("kind", "link")
        self._choose.setProperty("small", True)
        self._menu = QMenu(self._choose)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._choose.setMenu(self._menu)
        self._note = IconButton("note", small=True)
        self._fold = IconButton("panelright", small=True, keys="Ctrl+M")
        row = Row(self, margins=(16, 0, 8, 0), spacing=8)
        row.add_all(self._name, self._number, None, self._choose, self._note, self._fold)
        self._note.clicked.connect(self.note_requested)
        self._fold.clicked.connect(self.folded)
        follow(self, self._scale)
        self.retranslate()

    @property
    def first(self) -> QWidget:
        """Return its first control."""
        return self._choose

    @property
    def filter(self) -> MarginFilter:
        """Return what is asked for."""
        return self._filter

    def put(self, count: int, shown: int, tags: tuple[str, ...]) -> None:
        """Tell how many annotations there are, how many of them are wanted, and which tags they have."""
        self._count, self._shown, self._tags = count, shown, tags
        if self._filter.tag and self._filter.tag not in tags:
            self._choose_filter(MarginFilter())
        words = self.tr("%1 of %2").replace("%1", number(shown)).replace("%2", number(count))
        self._number.setText(number(count) if shown == count else words)

    def clear_filter(self) -> None:
        """Show all again."""
        self._choose_filter(MarginFilter())

    def _choose_filter(self, wanted: MarginFilter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self._say_filter()
            self.filtered.emit(wanted)

    def _fill_menu(self) -> None:
        menu = self._menu
        menu.clear()
        group = QActionGroup(menu)
        choices = [(self.tr("All"), MarginFilter()), (self.tr("With a note"), MarginFilter(has_note=True))]
        choices += [(colour_words(colour), MarginFilter(colour=colour)) for colour in COLOURS]
        choices += [(self.tr("Mine"), MarginFilter(is_own=True)), (self.tr("In the file"), MarginFilter(is_own=False))]
        choices += [(self.tr("Tag: %1").replace("%1", tag), MarginFilter(tag=tag)) for tag in self._tags]
        for words, wanted in choices:
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(wanted == self._filter)
            group.addAction(action)
            action.triggered.connect(lambda _on=False, wanted=wanted: self._choose_filter(wanted))

    def _say_filter(self) -> None:
        at = self._filter
        words = self.tr("All")
        if at.has_note:
            words = self.tr("With a note")
        elif at.colour:
            words = colour_words(at.colour)
        elif at.tag:
            words = at.tag
        elif at.is_own is not None:
            words = self.tr("Mine") if at.is_own else self.tr("In the file")
        self._choose.setText(words)
        name = self.tr("Shown: %1").replace("%1", words)
        self._choose.setAccessibleName(name)
        self._choose.setToolTip(name)

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        self._name.setText(self.tr("Margin"))
        self._note.set_name(self.tr("Note on the whole contribution"))
        self._fold.set_name(self.tr("Fold the margin"))
        self._say_filter()
        self.put(self._count, self._shown, self._tags)

    def _scale(self) -> None:
        self.setFixedHeight(px(32))
        self._choose.setFont(font(12))
        self._choose.setIconSize(QSize(px(16), px(16)))
        self._choose.setMaximumWidth(px(140))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
