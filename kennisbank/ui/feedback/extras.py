"""What may go with feedback: a link, and a file."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from kennisbank.domain.correspondence import Attachment
from kennisbank.ui.language import size_of
from kennisbank.ui.widgets.buttons import Button, IconButton
from kennisbank.ui.widgets.cards import Picture
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import Elided


class Extras(QWidget):
    """Two links that unfold what they name.

    Signals: `link_typed` with the address; `file_chosen` with a `Path`; `file_dropped` when it isn't to go along.
    """

    link_typed = Signal(str)
    file_chosen = Signal(object)
    file_dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin folded."""
        super().__init__(parent)
        self.add_link, self.add_file = Button("", "link", small=True), Button("", "link", small=True)
        self.link, self._no_link = QLineEdit(), IconButton("x", small=True)
        self._file, self._no_file = Elided(), IconButton("x", small=True)
        self.error = ErrorLine()
        asks = QWidget()
        flow = FlowLayout(asks, spacing=12)
        for button in (self.add_link, self.add_file):
            flow.addWidget(button)
        self._link_row, self._file_row = QWidget(), QWidget()
        for row, parts in (
            (self._link_row, (Picture("link"), self.link, self._no_link)),
            (self._file_row, (Picture("file"), self._file, self._no_file)),
        ):
            line = Row(row, spacing=8)
            line.add_all(*parts)
        Column(self, spacing=6).add_all(self._link_row, self._file_row, asks, self.error)
        self._connect()
        self.put("", None)
        self.retranslate()

    def _connect(self) -> None:
        self.add_link.clicked.connect(self._begin_link)
        self.add_file.clicked.connect(self._choose_file)
        self.link.textEdited.connect(self.link_typed)
        self._no_link.clicked.connect(self._end_link)
        self._no_file.clicked.connect(self.file_dropped)

    def put(self, link: str, attachment: Attachment | None) -> None:
        """Show what goes along, without a signal."""
        if link != self.link.text():
            self.link.setText(link)
        self._show_link(is_shown=bool(link) or self.link.hasFocus())
        self._file_row.setVisible(attachment is not None)
        self.add_file.setVisible(attachment is None)
        if attachment is not None:
            self._file.set_text(f"{attachment.name}, {size_of(attachment.size)}")

    def _show_link(self, *, is_shown: bool) -> None:
        self._link_row.setVisible(is_shown)
        self.add_link.setVisible(not is_shown)

    def _begin_link(self) -> None:
        self._show_link(is_shown=True)
        self.link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_link(self) -> None:
        self.link.clear()
        self.add_link.setVisible(True)
        self.add_link.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_link(is_shown=False)
        self.link_typed.emit("")

    def _choose_file(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose a file to send along"))
        if chosen:
            self.error.say("")
            self.file_chosen.emit(Path(chosen))

    def retranslate(self) -> None:
        """Set all words anew."""
        self.add_link.setText(self.tr("Add a link"))
        self.add_file.setText(self.tr("Add a file"))
        self.add_file.setToolTip(self.tr("At most 10 MB: a PDF, a picture, a text, an office document or a zip"))
        self.link.setAccessibleName(self.tr("Link"))
        self.link.setPlaceholderText("https://")
        self._no_link.set_name(self.tr("Leave the link out"))
        self._no_file.set_name(self.tr("Leave the file out"))
