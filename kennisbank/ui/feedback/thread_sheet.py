"""A thread beside its page, in the place of the sheet in which it was written."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.annotation import Anchor
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.feedback.thread_view import ThreadView
from kennisbank.ui.widgets.buttons import IconButton
from kennisbank.ui.widgets.cards import Ground, Hairline
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text


class ThreadSheet(Ground):
    """Signals: `left` when it is to be closed; `anchor_changed` once it is known what it speaks of; `scrolled`."""

    left = Signal()
    scrolled = Signal()
    anchor_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Stand empty until `show_thread`."""
        super().__init__("surface", edges="l", parent=parent)
        self.view = ThreadView(session)
        self._wants_focus = False
        self._heading, self._close = Text(size=15, strong=True), IconButton("x", keys="Esc")
        head = Row(margins=(24, 8, 16, 8))
        head.add_all(self._heading, None, self._close)
        scroll = Scroll(self.view)
        scroll.verticalScrollBar().valueChanged.connect(lambda _value: self.scrolled.emit())
        column = Column(self, margins=(1, 0, 0, 0), spacing=0)
        column.addLayout(head)
        column.add_all(Hairline(), scroll)
        column.setStretchFactor(scroll, 1)
        self._close.clicked.connect(self.left)
        self.view.left.connect(self.left)
        self.view.shown.connect(self._on_shown)
        self.retranslate()

    @property
    def anchor(self) -> Anchor | None:
        """Return the passage it is about."""
        return self.view.anchor

    @property
    def lead_start(self) -> QWidget:
        """Return the widget at which a line from the passage ends."""
        return self.view.quote

    def show_thread(self, thread_id: str) -> None:
        """Show this thread."""
        self.view.show_thread(thread_id)

    def take_focus(self) -> None:
        """Put the keyboard in the answer once the thread is read; until then, and where there is none, on the cross."""
        self._wants_focus = True
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_shown(self) -> None:
        if self._wants_focus and self._close.hasFocus():
            self.view.take_focus()
        self._wants_focus = False
        self.anchor_changed.emit()

    def retranslate(self) -> None:
        """Set all words anew."""
        self._heading.setText(self.tr("Feedback to the authors"))
        self.setAccessibleName(self._heading.text())
        self._close.set_name(self.tr("Close"))
        self.view.retranslate()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
