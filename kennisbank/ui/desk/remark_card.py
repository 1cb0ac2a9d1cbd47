"""A remark to the maintainers: who one is, how one can be reached, and what one has to say."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kennisbank.domain.correspondence import Draft
from kennisbank.domain.moments import now
from kennisbank.domain.remarks import Remark
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.draft_keeping import DraftKeeping
from kennisbank.ui.controllers.kept_words import KeptWords
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.desk.form_field import FormField, focus_first_wrong
from kennisbank.ui.feedback.draft_stand import DraftStand
from kennisbank.ui.language import number
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import Text

_LEAST_DIGITS = 5


class RemarkCard(Card):
    """A form of four fields. The text is kept as a draft; name, number and address are not before it is sent."""

    asked = Signal(object)
    """A `Remark` is to be sent."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begin empty; `read` shows the text that was being written, if any."""
        super().__init__(parent)
        self._session, self._keeping = session, DraftKeeping.of(session)
        self._reading: JobContext | None = None
        self._is_offline, self._days, self._said = False, 0, ""
        self.text = FormField(lines=6)
        self.name, self.telephone = FormField(width=360, longest=200), FormField(width=360, longest=40)
        self.mail = FormField(width=360, longest=254)
        self.error, self._kept = ErrorLine(), Text(size=12, tone="text_2", wraps=True)
        self.send = Button("", "primary", icon_name="send", key_hint="Ctrl Enter")
        self._who, self._how_long = _Fact("eye"), _Fact("clock")
        self.stand = DraftStand()
        flow = FlowLayout(spacing=12)
        flow.addWidget(self.send)
        flow.addWidget(self.stand)
        column = Column(self, margins=(20, 20, 20, 20), spacing=12)
        column.add_all(self.text, self.name, self.telephone, self.mail, self._who, self._how_long, flow)
        column.add_all(self.error, self._kept)
        self.kept = KeptWords(session, {"text": self.text.edit})
        self.kept.stood.connect(self.stand.say)
        self._keeping.forgotten.connect(self.read)
        self.send.clicked.connect(self.submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.submit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.kept.be(Draft("remark"))
        self.retranslate()
        self.read()

    def read(self) -> None:
        """Show what was being written."""
        session = self._session
        if not session.is_open:
            return
        if session.settings.remark_draft:  # an earlier version of this program kept it there
            self._keeping.keep(Draft("remark", words={"text": session.settings.remark_draft}))
            session.change_settings(remark_draft="")
        if self._reading is not None:
            self._reading.cancel()
        drafts = session.kennisbank.drafts

        def shown(found: Draft | None) -> None:
            self.kept.put(self._keeping.at_hand([found] if found is not None else []))

        self._reading = session.tasks.read(self, lambda _ctx: drafts.about("remark"), shown, session.failed.emit)

    def show_facts(self, *, name: str, is_offline: bool, days: int = 0) -> None:
        """Fill in the name of whoever is logged in, and say what sending does now.

        `days`: for how long the archive keeps a remark; 0 where it doesn't say.
        """
        if not self.name.text:
            self.name.set_text(name)
        self._is_offline = is_offline
        self._days = days
        self._show_how_long()
        self._show_button()

    def submit(self) -> None:
        """Ask to send it, unless something is missing."""
        name, telephone, mail = self.name.text, self.telephone.text, self.mail.text
        digits = sum(each.isdigit() for each in telephone)
        self.text.say("" if self.text.text else self.tr("Write what you want to say."))
        self.name.say("" if name else self.tr("Fill in your name: the maintainer wants to know who asks."))
        self.telephone.say(
            "" if digits >= _LEAST_DIGITS else self.tr("Fill in a telephone number on which you can be reached.")
        )
        self.mail.say("" if not mail or _is_mail(mail) else self.tr("This isn't a mail address."))
        if not focus_first_wrong([self.text, self.name, self.telephone, self.mail]):
            self.error.say("")
            self.kept.flush()  # should it not go, it is kept
            self._said = self.kept.text
            self.send.setEnabled(False)
            self.asked.emit(Remark("", "remark", now(), self.text.text, name, telephone, mail))

    def sent(self) -> None:
        """It is written down: begin anew. Name and number stay for a next one, until the window closes."""
        self.send.setEnabled(True)
        self.kept.was_sent(self._said)

    def fail(self, words: str) -> None:
        """Say why it couldn't be written down."""
        self.send.setEnabled(True)
        self.error.say(words)

    def retranslate(self) -> None:
        """Set all words."""
        self.text.set_words(self.tr("Your remark"))
        self.name.set_words(self.tr("Your name"))
        self.telephone.set_words(self.tr("Your telephone number"))
        self.mail.set_words(self.tr("Your mail address (not required)"), self.tr("Where the answer goes."))
        self._who.set_words(self.tr("Only the maintainers of the archive see this. No account is needed."))
        self._show_how_long()
        self._kept.setText(
            self.tr("What you write here is kept on this computer as you type; name, number and address aren't.")
        )
        self._show_button()

    def _show_how_long(self) -> None:
        here = self.tr("On this computer nothing of it stays once it has arrived.")
        if self._days:
            count = number(self._days)
            there = self.tr("The archive erases it, with your name and number, after %n day(s).", "", self._days)
            self._how_long.set_words(f"{there.replace(str(self._days), count)} {here}")
        else:
            there = self.tr("The archive erases it after a time, with your name and number: see its privacy notice.")
            self._how_long.set_words(f"{there} {here}")

    def _show_button(self) -> None:
        self.send.setText(self.tr("Put it in the outbox") if self._is_offline else self.tr("Send to the maintainer"))


class _Fact(QWidget):
    """An icon with a sentence."""

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self._words = Text(tone="text_2", wraps=True)
        row = Row(self, spacing=8)
        row.addWidget(Picture(icon_name, "text_2", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def set_words(self, words: str) -> None:
        self._words.setText(words)


def _is_mail(text: str) -> bool:
    name, _, host = text.partition("@")
    return bool(name) and "." in host and not any(each.isspace() for each in text)
