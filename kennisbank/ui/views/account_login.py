"""Logging in with a one-time code: the address, the message, the code. And asking for another code."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kennisbank.errors import ArchiveRefusedError, NotLoggedInError
from kennisbank.ui.controllers.archive_acts import ArchiveActs
from kennisbank.ui.look import follow, px
from kennisbank.ui.messages import message_for
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.progress import ProgressLine
from kennisbank.ui.widgets.text import Text

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.accounts import LoggedIn

_CODE_LENGTH = 40


class LoginCard(Card):
    """Two fields and three buttons; which of them are shown depends on whether a code is on its way."""

    logged_in = Signal(object)
    """With the `LoggedIn`."""

    def __init__(self, acts: ArchiveActs, parent: QWidget | None = None) -> None:
        """Ask by `acts`; begin with the address."""
        super().__init__(parent)
        self._acts = acts
        self._has_code = self._is_sent = False
        self._mail_name, self._code_name = Text(strong=True), Text(strong=True)
        self.mail, self.code = QLineEdit(), QLineEdit()
        self.mail_error, self.code_error = ErrorLine(self.mail), ErrorLine(self.code)
        self.send, self.log_in = Button("", "primary"), Button("", "primary")
        self.again, self.have_code = Button("", "link", small=True), Button("", "link", small=True)
        self._sent, self._hint = Text(wraps=True), Text(size=12, tone="text_2", wraps=True)
        self.progress = ProgressLine(bar_width=120, small=False)
        self._lay_out()
        self.code.setMaxLength(_CODE_LENGTH)
        self.send.clicked.connect(self.ask_code)
        self.mail.returnPressed.connect(self._on_mail_enter)
        self.again.clicked.connect(self.ask_code)
        self.have_code.clicked.connect(self.show_code)
        self.log_in.clicked.connect(self.submit)
        self.code.returnPressed.connect(self.submit)
        for field, error in ((self.mail, self.mail_error), (self.code, self.code_error)):
            field.textEdited.connect(lambda _text, error=error: error.say(""))
        self.retranslate()

    def begin(self, mail: str, *, has_code: bool) -> None:
        """Begin with this address; with the field for the code when a message is on its way."""
        if mail:
            self.mail.setText(mail)
        if has_code:
            self._has_code = True
        self._show()

    def clear(self) -> None:
        """Begin anew, without an address."""
        self._has_code = self._is_sent = False
        self.mail.clear()
        self.code.clear()
        self.mail_error.say("")
        self.code_error.say("")
        self._show()

    def show_code(self) -> None:
        """Show the field for the code: there is one already."""
        self._has_code = True
        self._show()
        (self.code if self.mail.text().strip() else self.mail).setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_code(self) -> None:
        """Have a message sent with a code."""
        mail = self.mail.text().strip()
        if "@" not in mail:
            self.mail_error.say(self.tr("Type your mail address first."))
            self.mail.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._run(self.tr("Asking for a message"))
        self._acts.ask_code(mail, lambda _answer: self._code_asked(), lambda error: self._fail(error, self.mail_error))

    def submit(self) -> None:
        """Log in."""
        mail, code = self.mail.text().strip(), self.code.text().strip()
        if "@" not in mail:
            self.mail_error.say(self.tr("Type your mail address first."))
        elif not code:
            self.code_error.say(self.tr("Type the code that stands in the message."))
        else:
            self._run(self.tr("Logging in"))
            self._acts.log_in(mail, code, self._done, lambda error: self._fail(error, self.code_error))

    def retranslate(self) -> None:
        """Set all words."""
        self._mail_name.setText(self.tr("Your mail address"))
        self.mail.setAccessibleName(self._mail_name.text())
        self._code_name.setText(self.tr("The code from the message"))
        self.code.setAccessibleName(self._code_name.text())
        self.send.setText(self.tr("Send me a code"))
        self.log_in.setText(self.tr("Log in"))
        self.again.setText(self.tr("Send another code"))
        self.have_code.setText(self.tr("I have a code already"))
        self._sent.setText(
            self.tr(
                "If this address has an account, a message is on its way. It can take a few minutes; look in the "
                "spam too."
            )
        )
        self._hint.setText(self.tr("There is no password. The code works once, and for a short time."))
        self._show()

    def _lay_out(self) -> None:
        first, second, links = FlowLayout(), FlowLayout(), FlowLayout()
        for flow, widgets in (
            (first, (self.mail, self.send)),
            (second, (self.code, self.log_in)),
            (links, (self.have_code, self.again)),
        ):
            for widget in widgets:
                flow.addWidget(widget)
        column = Column(self, margins=(24, 20, 24, 20), spacing=8)
        column.add_all(
            self._mail_name,
            first,
            self.mail_error,
            self._sent,
            self._code_name,
            second,
            self.code_error,
            self._hint,
            self.progress,
            links,
        )
        self.progress.hide()
        follow(self.mail, lambda: self.mail.setFixedWidth(px(320)))
        follow(self.code, lambda: self.code.setFixedWidth(px(180)))

    def _show(self) -> None:
        for widget in (self._code_name, self.code, self.log_in):
            widget.setVisible(self._has_code)
        self._sent.setVisible(self._is_sent)
        self.send.setVisible(not self._has_code)
        self.have_code.setVisible(not self._has_code)
        self.again.setVisible(self._has_code)

    def _on_mail_enter(self) -> None:
        if self._has_code:
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ask_code()

    def _code_asked(self) -> None:
        self._end()
        self._has_code = self._is_sent = True
        self.code.clear()
        self._show()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self, answer: "LoggedIn") -> None:
        self._end()
        self.clear()
        self.logged_in.emit(answer)

    def _fail(self, error: Exception, line: ErrorLine) -> None:
        self._end()
        if isinstance(error, NotLoggedInError) and line is self.code_error:
            error = ArchiveRefusedError(403, "wrong_code")  # what was refused is the code, not a session
        line.say(str(message_for(error)))

    def _run(self, words: str) -> None:
        self.mail_error.say("")
        self.code_error.say("")
        self.progress.set_cancel_words("")
        self.progress.show_progress(words, 0, 0)
        self.progress.show()
        for button in (self.send, self.log_in, self.again):
            button.setEnabled(False)

    def _end(self) -> None:
        self.progress.hide()
        for button in (self.send, self.log_in, self.again):
            button.setEnabled(True)
