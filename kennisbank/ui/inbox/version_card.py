"""Handing in a new version of one's paper: a file, a few words, and what became of what was handed in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kennisbank.domain.correspondence import Submission
from kennisbank.domain.ids import ContributionId
from kennisbank.ui.inbox.words import moment_day
from kennisbank.ui.language import day, number
from kennisbank.ui.messages import message_for
from kennisbank.ui.models.feedback_words import refusal_words
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout, clear_layout
from kennisbank.ui.widgets.metadata_text import MetadataText
from kennisbank.ui.widgets.text import Elided, Text


class VersionCard(QWidget):
    """Of one contribution at a time."""

    handed_in = Signal(object, object, str)
    """With the contribution, the path, and the words."""
    taken_back = Signal(str)
    """What was handed in is to be taken back; with its id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a contribution."""
        super().__init__(parent)
        self._contribution: ContributionId | None = None
        self._path: Path | None = None
        self._submissions: tuple[Submission, ...] = ()
        self.choose = Button("", "secondary", icon_name="outbox")
        self._name, self._hint = Elided(strong=True), Text(size=12, tone="text_2", wraps=True)
        self.words, self.error = MetadataText(2, 5), ErrorLine()
        self.send, self.leave = Button("", "primary"), Button("", "quiet")
        self._form, self._lines = QWidget(), QWidget()
        form, buttons = Column(self._form, spacing=8), FlowLayout()
        for button in (self.send, self.leave):
            buttons.addWidget(button)
        form.add_all(self._name, self._hint, self.words, buttons)
        self._line_column = Column(self._lines, spacing=8)
        column = Column(self, spacing=8)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.add_all(self._form, self.error, self._lines)
        self._form.hide()
        self.choose.clicked.connect(self.ask_file)
        self.send.clicked.connect(self.submit)
        self.leave.clicked.connect(self.forget)
        self.retranslate()

    def show_contribution(self, contribution: ContributionId | None, submissions: Sequence[Submission]) -> None:
        """Show what was handed in of a contribution; a file that was chosen stays chosen while it is the same."""
        if contribution != self._contribution:
            self._contribution = contribution
            self.forget()
        self._submissions = tuple(each for each in submissions if each.contribution == contribution)
        self._show_lines()

    def ask_file(self) -> None:
        """Let somebody choose the file."""
        words = self.tr("Papers (*.pdf *.docx *.odt *.pptx *.txt);;All files (*)")
        name, _kind = QFileDialog.getOpenFileName(self, self.tr("The new version"), "", words)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Be about to hand in this file."""
        self._path = path
        self._name.set_text(path.name)
        self.error.say("")
        self._form.show()
        self.choose.hide()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Hand in nothing after all."""
        self._path = None
        self.words.clear()
        self._form.hide()
        self.choose.show()

    def fail(self, error: Exception) -> None:
        """Say why it couldn't be handed in."""
        self.error.say(str(message_for(error)))

    def submit(self) -> None:
        """Hand in what was chosen."""
        if self._path is not None and self._contribution is not None:
            self.handed_in.emit(self._contribution, self._path, self.words.text())

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("New version"))
        self.choose.setText(self.tr("Hand in a new version…"))
        self.words.setAccessibleName(self.tr("What is different"))
        self.words.setPlaceholderText(self.tr("What is different, for the maintainer"))
        self._hint.setText(self.tr("A maintainer looks at it and publishes it; until then this version stays."))
        self.send.setText(self.tr("Hand it in"))
        self.leave.setText(self.tr("Leave it"))
        self._show_lines()

    def _show_lines(self) -> None:
        clear_layout(self._line_column)
        for each in self._submissions:
            self._line_column.addWidget(self._line(each))
        self._lines.setVisible(bool(self._submissions))

    def _line(self, each: Submission) -> QWidget:
        line = QWidget(self._lines)
        column = Column(line, spacing=2)
        column.addWidget(Elided(each.name, strong=True, parent=line))
        column.addWidget(Text(self._state_words(each), 12, tone="text_2", wraps=True))
        if each.state in {"queued", "waiting"}:
            back = Button(self.tr("Take back"), "link", small=True)
            back.setAccessibleDescription(each.name)
            back.clicked.connect(lambda: self.taken_back.emit(each.id))
            column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        return line

    def _state_words(self, each: Submission) -> str:
        then = moment_day(each.moment)
        when = day(then) if then is not None else ""
        match each.state:
            case "published":
                return self.tr("Published as version {number}.").format(number=number(each.version))
            case "declined":
                why = self.tr("Not published: {why}") if each.answer else self.tr("Not published.")
                return why.format(why=each.answer)
            case "withdrawn":
                return self.tr("Taken back.")
            case "failed":
                return self.tr("Not sent: {why}").format(why=refusal_words(each.answer))
            case "queued":
                return self.tr("Waits to be sent.")
            case _:
                words = (
                    self.tr("Waits for the maintainer, since {day}.") if when else self.tr("Waits for the maintainer.")
                )
                return words.format(day=when)
