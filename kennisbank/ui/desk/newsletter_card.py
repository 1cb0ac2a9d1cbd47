"""The newsletter: what it is, and asking for it or leaving it. Nothing changes before the mail that follows."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kennisbank.domain.moments import now
from kennisbank.domain.remarks import Remark
from kennisbank.ui.desk.form_field import FormField, focus_first_wrong
from kennisbank.ui.language import language
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.text import Text


class NewsletterCard(Card):
    """One field and two buttons."""

    asked = Signal(object)
    """A wish is to be sent; as a `Remark`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without an address."""
        super().__init__(parent)
        self._texts: Mapping[str, str] = {}
        self._title, self._about = Text(size=15, strong=True, wraps=True), Text(wraps=True)
        self.mail, self.error = FormField(width=360, longest=254), ErrorLine()
        self.sign_up, self.leave = Button("", "secondary", icon_name="send"), Button("", "quiet")
        flow = FlowLayout()
        flow.addWidget(self.sign_up)
        flow.addWidget(self.leave)
        self._next = Text(size=12, tone="text_2", wraps=True)
        column = Column(self, margins=(20, 20, 20, 20), spacing=8)
        column.add_all(self._title, self._about, 4, self.mail, 4, flow, self._next, self.error)
        self.sign_up.clicked.connect(lambda: self.submit(wants=True))
        self.leave.clicked.connect(lambda: self.submit(wants=False))
        self.retranslate()

    def show_facts(self, *, mail: str, texts: Mapping[str, str]) -> None:
        """Fill in the address of whoever is logged in; `texts` is what the archive says of its newsletter."""
        if not self.mail.text:
            self.mail.set_text(mail)
        self._texts = texts
        self._show_about()

    def submit(self, *, wants: bool) -> None:
        """Ask for it, or to leave it."""
        mail = self.mail.text
        name, _, host = mail.partition("@")
        is_mail = bool(name) and "." in host and " " not in mail
        self.mail.say("" if is_mail else self.tr("Fill in your mail address: a message with a link goes there."))
        if not focus_first_wrong([self.mail]):
            self.error.say("")
            self.asked.emit(Remark("", "newsletter", now(), mail=mail, wants=wants))

    def fail(self, words: str) -> None:
        """Say why it couldn't be written down."""
        self.error.say(words)

    def retranslate(self) -> None:
        """Set all words."""
        self._title.setText(self.tr("Newsletter"))
        self.mail.set_words(self.tr("Your mail address"))
        self.sign_up.setText(self.tr("Sign up"))
        self.leave.setText(self.tr("Sign off"))
        self._next.setText(
            self.tr("A message with a link follows. Nothing changes before you have pressed the button it leads to.")
        )
        self._show_about()

    def _show_about(self) -> None:
        own = self._texts.get(language(), "") or next(iter(self._texts.values()), "")
        self._about.setText(own or self.tr("What is new in the archive and about the next congress, now and then."))
