"""The file that goes with an answer: chosen or dropped, shown by its name, and left out again."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from kennisbank.domain.correspondence import Attachment
from kennisbank.ui.language import size_of
from kennisbank.ui.widgets.buttons import Button, IconButton
from kennisbank.ui.widgets.cards import Picture
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.text import Elided


class ReplyFile(QWidget):
    """The file, and why one can't go; `add`, the button that asks for one, stands where its owner puts it.

    Signals: `chosen` with a `Path`; `left_out` when it isn't to go along.
    """

    chosen = Signal(object)
    left_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a file."""
        super().__init__(parent)
        self.attachment: Attachment | None = None
        self.add, self.leave_out = Button("", "quiet", icon_name="file"), IconButton("x", small=True)
        self._name, self._row, self.error = Elided(), QWidget(), ErrorLine()
        Row(self._row, spacing=8).add_all(Picture("file"), self._name, self.leave_out)
        Column(self, spacing=4).add_all(self._row, self.error)
        self.add.clicked.connect(self._choose)
        self.leave_out.clicked.connect(self._leave_out)
        self.put(None)
        self.retranslate()

    def put(self, attachment: Attachment | None) -> None:
        """Show what goes along."""
        if attachment != self.attachment:
            self.say("")
        had_focus = self.leave_out.hasFocus() or self.add.hasFocus()
        self.attachment = attachment
        self._row.setVisible(attachment is not None)
        if self.add.parentWidget() is not None:  # else it would be a window of its own
            self.add.setVisible(attachment is None)
        if attachment is not None:
            self._name.set_text(f"{attachment.name}, {size_of(attachment.size)}")
        self._show()
        if had_focus:
            (self.add if attachment is None else self.leave_out).setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Say why a file can't go along, or nothing."""
        self.error.say(words)
        self._show()

    def _show(self) -> None:
        """Take no room while there is nothing to show."""
        self.setVisible(self.attachment is not None or bool(self.error.accessibleName()))

    def take(self, paths: tuple[Path, ...]) -> None:
        """Ask for a file that was dropped to go along; of several none, for it can't be known which is meant."""
        if len(paths) == 1:
            self.say("")
            self.chosen.emit(paths[0])
        elif paths:
            self.say(self.tr("One file can go with an answer. Put several in a zip first."))

    def retranslate(self) -> None:
        """Set all words anew."""
        self.add.setText(self.tr("Add a file"))
        self.add.setToolTip(self.tr("At most 10 MB: a PDF, a picture, a text, an office document or a zip"))
        self.leave_out.set_name(self.tr("Leave the file out"))

    def _choose(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose a file to send along"))
        if name:
            self.take((Path(name),))

    def _leave_out(self) -> None:
        self.say("")
        self.left_out.emit()


def accepts(event: QDragEnterEvent) -> bool:
    """Accept files of this computer that are dragged to where one answers; tell whether these are any."""
    is_file = bool(_files(event.mimeData()))
    if is_file:
        event.acceptProposedAction()
    return is_file


def paths_of(event: QDropEvent) -> tuple[Path, ...]:
    """Return the files that were dropped where one answers."""
    event.acceptProposedAction()
    return _files(event.mimeData())


def _files(data: QMimeData) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
