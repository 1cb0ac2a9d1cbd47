"""The bar above the pages that says what is to be printed, and how."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QWidget
from typing_extensions import override

from kennisbank.ui.look import follow, px
from kennisbank.ui.widgets.buttons import Button, IconButton
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import Text


class PrintBar(QFrame):
    """Signals: `print_asked` and `file_asked` (a PDF instead of a printer); `closed`."""

    print_asked = Signal()
    file_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the bar; it is shown with `begin`."""
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._title, self._pages_words = Text(strong=True), Text()
        self.pages = QLineEdit()
        self.with_cover, self.with_marks = QCheckBox(), QCheckBox()
        self.print_button, self.file_button = Button("", "primary", icon_name="print"), Button("", "secondary")
        self._close = IconButton("x", "", keys="Esc")
        self._error = ErrorLine(self.pages)
        controls = QWidget()
        flow = FlowLayout(controls, spacing=12)
        follow(controls, lambda: flow.setContentsMargins(px(4), px(4), px(4), px(4)))  # the ring of the focus
        for widget in (
            self._title,
            self._pages_words,
            self.pages,
            self.with_cover,
            self.with_marks,
            self.print_button,
            self.file_button,
        ):
            flow.addWidget(widget)
        head = Row(spacing=8)
        head.addWidget(controls, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        Column(self, margins=(12, 4, 12, 4), spacing=4).add_all(head, self._error)
        self.print_button.clicked.connect(self.print_asked)
        self.file_button.clicked.connect(self.file_asked)
        self._close.clicked.connect(self.closed)
        self.pages.textEdited.connect(lambda _text: self._error.say(""))
        follow(self, lambda: self.pages.setFixedWidth(px(120)))
        self.retranslate()
        self.hide()

    def begin(self, *, has_cover: bool, has_marks: bool, has_printer: bool) -> None:
        """Show the bar with the keyboard in it. Only what there is can be asked for."""
        self.with_cover.setVisible(has_cover)
        self.with_marks.setVisible(has_marks)
        self.with_marks.setChecked(has_marks)
        self.print_button.setVisible(has_printer)
        self._error.say("")
        self.show()
        self.pages.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pages.selectAll()

    def refuse_pages(self) -> None:
        """Say that the pages that were typed aren't there."""
        self._error.say(self.tr("These pages aren't there. Type them as 1-3, 5."))
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        self._title.setText(self.tr("Print"))
        self._pages_words.setText(self.tr("Pages"))
        self.pages.setPlaceholderText(self.tr("all"))
        self.pages.setAccessibleName(self.tr("Pages to print, such as 1-3, 5; empty for all"))
        self.pages.setToolTip(self.tr("Pages to print, such as 1-3, 5; empty for all"))
        self.with_cover.setText(self.tr("With the cover sheet"))
        self.with_marks.setText(self.tr("With annotations"))
        self.print_button.setText(self.tr("Choose a printer"))
        self.file_button.setText(self.tr("Save as PDF"))
        self._close.set_name(self.tr("Close the print bar"))
        self.setAccessibleName(self.tr("Print"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.pages.hasFocus():
            (self.file_asked if self.print_button.isHidden() else self.print_asked).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
