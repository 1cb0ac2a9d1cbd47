"""On the page of a contribution: "I am an author of this", which author, and how that stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.names import author_of, same_person
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.inbox.author_facts import AuthorFacts, AuthorReading
from kennisbank.ui.inbox.claim_row import ClaimRow
from kennisbank.ui.inbox.inbox_acts import InboxActs
from kennisbank.ui.messages import message_for
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.metadata_text import MetadataText
from kennisbank.ui.widgets.text import Text

_OVER = ("refused", "ended", "withdrawn")


class AuthorCard(QWidget):
    """Of one contribution at a time. The button `ask` stands elsewhere, among what else can be done with it."""

    changed = Signal()
    """It is shown now, or no longer."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Read how it stands from `session`."""
        super().__init__(parent)
        self._session = session
        self._reading, self._acts = AuthorReading.of(session), InboxActs.of(session)
        self._contribution: Contribution | None = None
        self.ask = Button("", "secondary", icon_name="user")
        self._form, self._title = Card(), Text(size=15, strong=True)
        self._how, self._which = Text(tone="text_2", wraps=True), Text(size=12, strong=True)
        self._radios = QWidget()
        self._radio_column = Column(self._radios, margins=(4, 4, 4, 4), spacing=8)
        self._group = QButtonGroup(self)
        self.words = MetadataText(1, 5)
        self.error = ErrorLine()
        self.send, self.log_in, self.leave = Button("", "primary"), Button("", "primary"), Button("", "quiet")
        self.row: ClaimRow | None = None
        buttons = FlowLayout()
        for button in (self.send, self.log_in, self.leave):
            buttons.addWidget(button)
        form = Column(self._form, margins=(20, 16, 20, 16), spacing=8)
        form.add_all(self._title, self._how, self._which, self._radios, self.words, self.error, buttons)
        self._column = Column(self, margins=(0, 8, 0, 0), spacing=8)
        self._column.addWidget(self._form)
        self._form.hide()
        self.ask.clicked.connect(self.begin)
        self.leave.clicked.connect(self._leave)
        self.send.clicked.connect(self.submit)
        self.log_in.clicked.connect(lambda: session.go("archive", section="account"))
        self._reading.shown.connect(lambda _facts: self._show())
        self.retranslate()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the authors one can say to be."""
        known = self._contribution
        return tuple(author.name for author in known.metadata.values.authors) if known is not None else ()

    def show_contribution(self, contribution: Contribution | None) -> None:
        """Be about this contribution."""
        before = self._contribution.id if self._contribution is not None else None
        is_other = contribution is None or contribution.id != before
        names = self.names
        self._contribution = contribution
        if is_other:
            self._form.hide()
            self.words.clear()
            self.error.say("")
        if is_other or names != self.names:
            self._put_names(self.names)
        self._show()

    def begin(self) -> None:
        """Show the form."""
        self._choose_likeliest()
        self._form.show()
        self._show()
        target = next(iter(self._group.buttons()), None) if self.send.isVisible() else self.log_in
        (self._group.checkedButton() or target or self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Say that one is the chosen author."""
        chosen, known = self._group.checkedButton(), self._contribution
        if chosen is None or known is None:
            self.error.say(self.tr("Choose which of the authors you are."))
            return
        self.error.say("")
        author = str(chosen.property("author"))

        def failed(error: Exception) -> None:
            self.error.say(str(message_for(error)))

        self._acts.claim(known.id, author, self.words.text(), self._leave, failed)

    def retranslate(self) -> None:
        """Set all words anew."""
        self.ask.setText(self.tr("I am an author of this"))
        self._title.setText(self.tr("You are an author of this"))
        self._which.setText(self.tr("Which author are you?"))
        self._radios.setAccessibleName(self._which.text())
        self.words.setAccessibleName(self.tr("For the maintainer"))
        self.words.setPlaceholderText(self.tr("Something the maintainer should know, if anything"))
        self.send.setText(self.tr("Say that this is you"))
        self.log_in.setText(self.tr("Log in first"))
        self.leave.setText(self.tr("Leave it"))
        self._show()

    def _show(self) -> None:
        facts, known = self._reading.facts, self._contribution
        claim = facts.claim_of(known.id) if known is not None else None
        self._show_row(facts, claim is not None and claim.state not in _OVER)
        is_open = not self._form.isHidden()
        may_ask = facts.is_connected and bool(self.names) and (claim is None or claim.state in _OVER)
        if not may_ask:
            self._form.hide()
        self.ask.setVisible(may_ask and not is_open)
        is_in = bool(facts.name)
        how = self.tr(
            "Then what readers write about it comes to you, and they see that it arrived. If an address of this author "
            "is known, a code is mailed to it; otherwise the maintainer looks at it. Your co-authors are told."
        )
        if not is_in:
            how += " " + self.tr("You need an account at the archive for this.")
        self._how.setText(how)
        for widget in (self._which, self._radios, self.words, self.send):
            widget.setVisible(is_in)
        self.log_in.setVisible(not is_in)
        self.setVisible((may_ask and is_open) or self.row is not None)
        self.changed.emit()

    def _show_row(self, facts: AuthorFacts, is_shown: bool) -> None:  # noqa: FBT001 - of this page alone
        known = self._contribution
        claim = facts.claim_of(known.id) if known is not None and is_shown else None
        if claim is None:
            if self.row is not None:
                self.row.hide()
                self.row.deleteLater()
                self.row = None
            return
        if self.row is None or self.row.claim.contribution != claim.contribution:
            if self.row is not None:
                self.row.hide()
                self.row.deleteLater()
            self.row = row = ClaimRow(claim, names_paper=False)
            row.ended.connect(self._acts.end_claim)
            row.confirmed.connect(lambda each, code: self._acts.confirm(each, code, row.say_sent, row.say_failed))
            self._column.addWidget(row)
        self.row.show_claim(claim)

    def _put_names(self, names: Sequence[str]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        for name in names:
            button = QRadioButton(name.replace("&", "&&"), self._radios)
            button.setProperty("author", name)
            self._group.addButton(button)
            self._radio_column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _choose_likeliest(self) -> None:
        """Choose the only author, or the one with the name of who is logged in, unless somebody chose."""
        if self._group.checkedButton() is not None:
            return
        own, buttons = self._reading.facts.name, self._group.buttons()
        alike = [
            each for each in buttons if own and same_person(author_of(str(each.property("author"))), author_of(own))
        ]
        for button in alike[:1] or (buttons if len(buttons) == 1 else []):
            button.setChecked(True)

    def _leave(self) -> None:
        self._form.hide()
        self.error.say("")
        self._show()
        if self.ask.isVisible():
            self.ask.setFocus(Qt.FocusReason.OtherFocusReason)
