"""Asking for an account: who one is, with the house rules and the privacy notice to be read. A draft is kept."""

import json
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from kennisbank.domain.archive import AccountWish, Occupation
from kennisbank.domain.moments import now
from kennisbank.ui.controllers.archive_acts import ArchiveActs
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import language
from kennisbank.ui.look import follow, px
from kennisbank.ui.messages import message_for
from kennisbank.ui.models.archive_words import OCCUPATIONS, occupation_words
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.metadata_choice import MetadataChoice
from kennisbank.ui.widgets.progress import ProgressLine
from kennisbank.ui.widgets.text import Text

if TYPE_CHECKING:
    from kennisbank.sync.protocol_accounts import ArchiveInfo

_SAVE_MS = 600
_LONGEST = 200
_LONGEST_MAIL = 254


class RequestCard(Card):
    """A form of four fields, two texts to read, and one tick."""

    asked = Signal()
    """The account was asked for."""
    left = Signal()
    """Somebody has an account after all."""

    def __init__(self, session: Session, acts: ArchiveActs, parent: QWidget | None = None) -> None:
        """Ask by `acts`; the draft stands in the settings of `session`."""
        super().__init__(parent)
        self._session, self._acts = session, acts
        self._info: ArchiveInfo | None = None
        self.name, self.mail, self.organisation = QLineEdit(), QLineEdit(), QLineEdit()
        self.occupation = MetadataChoice()
        self._names = [Text(strong=True) for _ in range(4)]
        self.name_error, self.mail_error = ErrorLine(self.name), ErrorLine(self.mail)
        self.rules, self.privacy = ReadableText(), ReadableText()
        self.accepts, self.accept_error = QCheckBox(), ErrorLine()
        self.send, self.have_account = Button("", "primary"), Button("", "link", small=True)
        self._next, self.error = Text(tone="text_2", wraps=True), ErrorLine()
        self.progress = ProgressLine(bar_width=120, small=False)
        self._saved = Text(size=12, tone="text_2")
        self._saving = QTimer(self, singleShot=True, interval=_SAVE_MS)
        self._lay_out()
        self._bring_back()
        self._connect()
        self.retranslate()

    def show_info(self, info: "ArchiveInfo | None") -> None:
        """Show the rules of this archive."""
        self._info = info
        self._show_texts()

    def submit(self) -> None:
        """Ask for the account, unless something is missing."""
        name, mail = " ".join(self.name.text().split()), self.mail.text().strip()
        self.error.say("")
        self.name_error.say("" if name else self.tr("Fill in your name."))
        self.mail_error.say("" if "@" in mail else self.tr("Fill in your mail address: the message goes there."))
        self.accept_error.say("" if self.accepts.isChecked() else self.tr("Read them, and tick this when you agree."))
        wrong = next(
            (
                field
                for field, error in (
                    (self.name, self.name_error),
                    (self.mail, self.mail_error),
                    (self.accepts, self.accept_error),
                )
                if error.accessibleName()
            ),
            None,
        )
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.progress.set_cancel_words("")
        self.progress.show_progress(self.tr("Asking for an account"), 0, 0)
        self.progress.show()
        self.send.setEnabled(False)
        organisation = " ".join(self.organisation.text().split())
        self._acts.register(
            AccountWish(mail, name, self._occupation(), organisation, now()), lambda _answer: self._done(), self._fail
        )

    def retranslate(self) -> None:
        """Set all words."""
        names = (
            self.tr("Your name"),
            self.tr("Your mail address"),
            self.tr("What you do"),
            self.tr("School or organisation (not required)"),
        )
        fields = (self.name, self.mail, self.occupation, self.organisation)
        for label, name, field in zip(self._names, names, fields, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        blocked = QSignalBlocker(self.occupation)
        chosen = self.occupation.currentIndex()
        self.occupation.clear()
        for each in OCCUPATIONS:
            self.occupation.addItem(occupation_words(each), each)
        self.occupation.setCurrentIndex(max(chosen, 0))
        del blocked
        self.accepts.setText(self.tr("I have read the house rules and the privacy notice, and agree"))
        self.accepts.setAccessibleName(self.accepts.text())
        self.send.setText(self.tr("Ask for an account"))
        self.have_account.setText(self.tr("I have an account already"))
        self._saved.setText(self.tr("What you type is kept on this computer until you send it."))
        self._show_texts()

    def _lay_out(self) -> None:
        column = Column(self, margins=(24, 20, 24, 20), spacing=4)
        errors = (self.name_error, self.mail_error, None, None)
        fields = (self.name, self.mail, self.occupation, self.organisation)
        for label, field, error in zip(self._names, fields, errors, strict=True):
            column.addWidget(label)
            column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
            if error is not None:
                column.addWidget(error)
            column.add_gap(8)
        flow = buttons = FlowLayout()
        flow.addWidget(self.send)
        flow.addWidget(self.have_account)
        column.add_all(self.rules, 8, self.privacy, 12, self.accepts, self.accept_error, 12, self._next, 4, buttons)
        column.add_all(self.progress, self.error, self._saved)
        self.progress.hide()
        for field in (self.name, self.mail, self.organisation):
            follow(field, lambda field=field: field.setFixedWidth(px(360)))  # type: ignore[misc]
            field.setMaxLength(_LONGEST)
        self.mail.setMaxLength(_LONGEST_MAIL)

    def _connect(self) -> None:
        for field in (self.name, self.mail, self.organisation):
            field.textEdited.connect(lambda _text: self._saving.start())
        self.name.textEdited.connect(lambda _text: self.name_error.say(""))
        self.mail.textEdited.connect(lambda _text: self.mail_error.say(""))
        self.accepts.toggled.connect(lambda _on: self.accept_error.say(""))
        self.occupation.currentIndexChanged.connect(lambda _at: self._saving.start())
        self._saving.timeout.connect(self._save)
        self.send.clicked.connect(self.submit)
        self.have_account.clicked.connect(self.left)

    def _show_texts(self) -> None:
        info, spoken = self._info, language()
        for widget, title, texts in (
            (self.rules, self.tr("House rules"), info.house_rules if info is not None else {}),
            (self.privacy, self.tr("Privacy: what is kept of you"), info.privacy if info is not None else {}),
        ):
            own = texts.get(spoken, "")
            widget.show_text(title, own or next(iter(texts.values()), self.tr("The archive gives no text for this.")))
        by_mail = info is not None and info.approval == "mail"
        self._next.setText(
            self.tr("You get a message with a code to log in. That can take a few minutes.")
            if by_mail
            else self.tr(
                "The maintainer looks at it first. Then you get a message that says how to log in; that can take days."
            )
        )

    def _occupation(self) -> Occupation:
        return cast("Occupation", self.occupation.currentData() or "other")

    def _done(self) -> None:
        self._end()
        self._saving.stop()
        self._session.change_settings(account_draft="")
        self.asked.emit()

    def _fail(self, error: Exception) -> None:
        self._end()
        self.error.say(str(message_for(error)))

    def _end(self) -> None:
        self.progress.hide()
        self.send.setEnabled(True)

    def _save(self) -> None:
        draft = {
            "name": self.name.text(),
            "mail": self.mail.text(),
            "organisation": self.organisation.text(),
            "occupation": self._occupation(),
        }
        self._session.change_settings(account_draft=json.dumps(draft, ensure_ascii=False))

    def _bring_back(self) -> None:
        """Show the draft; nonsense in the settings is none."""
        for each in OCCUPATIONS:
            self.occupation.addItem("", each)
        try:
            draft = json.loads(self._session.settings.account_draft or "{}")
        except ValueError:
            return
        if isinstance(draft, dict):
            self.name.setText(str(draft.get("name", "")))
            self.mail.setText(str(draft.get("mail", "")))
            self.organisation.setText(str(draft.get("organisation", "")))
            self.occupation.setCurrentIndex(max(self.occupation.findData(draft.get("occupation")), 0))


class ReadableText(QWidget):
    """A heading and a text of some lines; of a long one the beginning, until all is asked for."""

    _SHORT = 400

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._full, self._is_open = "", False
        self._title, self._text = Text(strong=True), Text(wraps=True, selectable=True)
        self.more = Button("", "link", small=True)
        box = FlowLayout()
        box.addWidget(self.more)
        Column(self, spacing=4).add_all(self._title, self._text, box)
        self.more.clicked.connect(self._toggle)

    def show_text(self, title: str, text: str) -> None:
        """Show a text under its title."""
        self._title.setText(title)
        self._full = text
        self._show()

    def _toggle(self) -> None:
        self._is_open = not self._is_open
        self._show()

    def _show(self) -> None:
        is_long = len(self._full) > self._SHORT
        cut = self._full[: self._SHORT].rsplit(" ", 1)[0] + " …"
        self._text.setText(self._full if self._is_open or not is_long else cut)
        self.more.setVisible(is_long)
        self.more.setText(self.tr("Show less") if self._is_open else self.tr("Read all of it"))
        self.more.setAccessibleName(f"{self.more.text()}: {self._title.text()}")
