"""The bar at the selected text, or at the mark one is at: what can be done with it, each with its key."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QFrame, QMenu, QToolButton, QWidget
from typing_extensions import override

from kennisbank.domain.annotation import COLOURS
from kennisbank.ui.icons import icon
from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.reader.mark_button import MarkButton
from kennisbank.ui.widgets.layouts import Row

_GAP = 8
"""Units between the text and the bar."""


@dataclass(frozen=True, slots=True)
class BarAsks:
    """What the bar offers now. `colour`: that of the mark one is at, None for a selection."""

    can_mark: bool = True
    can_delete: bool = False
    can_quote: bool = False
    can_collect: bool = False
    can_feedback: bool = False
    colour: str | None = None


class SelectionBar(QFrame):
    """A child of the pages' viewport, below or above the text, never over it.

    Signals: `mark_requested` with a colour; `underline_requested`, `note_requested`, `feedback_requested`,
    `quote_requested`, `delete_requested`; `left` when the reader wants to go back to the page (Esc).
    """

    mark_requested = Signal(str)
    underline_requested = Signal()
    note_requested = Signal()
    feedback_requested = Signal()
    quote_requested = Signal()
    delete_requested = Signal()
    left = Signal()

    def __init__(self, pages: QAbstractScrollArea) -> None:
        """Stand in the viewport of `pages`, hidden."""
        super().__init__(pages.viewport())
        self._pages = pages  # and not its viewport: PySide loses that object when the pages get another parent
        self.setAutoFillBackground(False)
        self.marks = [MarkButton(colour, self) for colour in COLOURS]
        self._underline = self._button("underline")
        self._note = self._button("note")
        self._feedback = self._button("feedback")
        self._quote = self._button("quote")
        self._collect = self._button("folderplus")
        self._delete = self._button("trash")
        self._buttons = [
            self._underline,
            self._note,
            self._feedback,
            self._quote,
            self._collect,
            self._delete,
        ]
        self._collect.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = Row(self, margins=(8, 4, 8, 4), spacing=4)
        row.add_all(*self.marks, 8, *self._buttons)
        for mark, colour in zip(self.marks, COLOURS, strict=True):
            mark.clicked.connect(lambda _checked=False, colour=colour: self.mark_requested.emit(colour))
        self._underline.clicked.connect(self.underline_requested)
        self._note.clicked.connect(self.note_requested)
        self._feedback.clicked.connect(self.feedback_requested)
        self._quote.clicked.connect(self.quote_requested)
        self._delete.clicked.connect(self.delete_requested)
        follow(self, self._measure)
        self.retranslate()
        self.hide()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty("small", True)
        return button

    def _measure(self) -> None:
        for button in self._buttons:
            button.setFont(font(13))
            button.setIconSize(QSize(px(20), px(20)))

    # What it offers and where.

    def set_collect_menu(self, menu: QMenu) -> None:
        """Offer a menu to collect the passage with."""
        self._collect.setMenu(menu)

    def offer(self, asks: BarAsks) -> None:
        """Show the buttons of what can be done now."""
        for mark, colour in zip(self.marks, COLOURS, strict=True):
            mark.setVisible(asks.can_mark)
            mark.setChecked(asks.colour == colour)
        is_selection = asks.colour is None
        self._underline.setVisible(asks.can_mark and is_selection)
        self._note.setVisible(asks.can_mark)
        self._feedback.setVisible(asks.can_feedback)
        self._quote.setVisible(asks.can_quote)
        self._collect.setVisible(asks.can_collect and self._collect.menu() is not None)
        self._delete.setVisible(asks.can_delete)

    def stand_at(self, boxes: Sequence[QRect]) -> bool:
        """Stand below these boxes in the viewport, above them when there is no room; return whether there was room.

        Without room on either side it hides: the keys do the same.
        """
        host = self._pages.viewport().rect()
        seen = [box for box in boxes if box.intersects(host)]
        if not seen:
            self.hide()
            return False
        self._fit(host.width() - 2 * px(_GAP))
        size = self.sizeHint()
        top, bottom = min(box.top() for box in boxes), max(box.bottom() for box in boxes)
        below, above = bottom + px(_GAP), top - px(_GAP) - size.height()
        y = below if below + size.height() <= host.bottom() else above
        if y < 0:
            self.hide()
            return False
        x = max(px(_GAP), min(seen[-1].left(), host.width() - size.width() - px(_GAP)))
        self.setGeometry(x, y, size.width(), size.height())
        if self.isHidden():
            self.follow_tabs()
        self.show()
        self.raise_()
        return True

    def _fit(self, width: int) -> None:
        """Show the words of the buttons and the names of the marks as far as there is room for them."""
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        for style, is_short in ((beside, False), (alone, False), (alone, True)):
            for mark in self.marks:
                mark.set_short(short=is_short)
            for button in self._buttons:
                button.setToolButtonStyle(style)
            layout = self.layout()
            if layout is not None:
                layout.invalidate()
            if self.sizeHint().width() <= width:
                return

    def follow_tabs(self) -> None:
        """Come after the pages on the way of the Tab key, in the order in which the bar is read."""
        stops: list[QWidget] = [self._pages, *self.marks, *self._buttons]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    # Words and keys.

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        self.setAccessibleName(self.tr("What to do with this passage"))
        for mark in self.marks:
            mark.retranslate()
        words = (
            (self._underline, self.tr("Underline"), self.tr("Underline"), "U"),
            (self._note, self.tr("Note"), self.tr("Write a note"), "N"),
            (self._feedback, self.tr("Feedback"), self.tr("Feedback on this passage, to the authors"), "F"),
            (self._quote, self.tr("Quote with source"), self.tr("Copy the quote with its source"), "C"),
            (self._collect, self.tr("Dossier"), self.tr("Add to a dossier"), ""),
            (self._delete, self.tr("Delete"), self.tr("Delete this annotation"), "Del"),
        )
        for button, text, name, keys in words:
            button.setText(text)
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})" if keys else name)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move within the bar with the arrows; Esc goes back to the page."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, direction: int) -> None:
        shown: list[QAbstractButton] = [each for each in (*self.marks, *self._buttons) if each.isVisible()]
        at = next((number for number, each in enumerate(shown) if each.hasFocus()), 0)
        shown[(at + direction) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        panel(QPainter(self), self.rect(), fill=theme().surface, edge=theme().line_strong, radius=6)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
