"""One claim to be an author: how it stands, the field for the code, and the way out of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kennisbank.domain.correspondence import Claim
from kennisbank.ui.inbox.claim_words import claim_badge, claim_words
from kennisbank.ui.look import follow, px
from kennisbank.ui.messages import message_for
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.text import Text

_CODE_LENGTH = 40
ENDABLE = ("queued", "failed", "code_sent", "waiting", "granted")


class ClaimRow(Card):
    """Keeps what is typed while the claim stays the same."""

    confirmed = Signal(str, str)
    """With the claim's id and the code."""
    ended = Signal(str)
    """The claim is to be ended; with its id."""
    opened = Signal(object)
    """Its contribution is to be shown; with the `Claim`."""

    def __init__(self, claim: Claim, *, names_paper: bool = True, parent: QWidget | None = None) -> None:
        """Show a claim; where its paper is shown already it needn't be named."""
        super().__init__(parent)
        self.claim = claim
        self._names_paper, self._asks_end = names_paper, False
        self._title, self._badge = Text(strong=True, wraps=True), Badge()
        self.look = Button("", "link", small=True)
        self._author, self._words = Text(tone="text_2", wraps=True), Text(wraps=True)
        self._code_name = Text(size=12, strong=True)
        self.code, self.error = QLineEdit(), ErrorLine()
        self.code.setMaxLength(_CODE_LENGTH)
        self.confirm = Button("", "primary")
        self.end, self.sure, self.stay = Button("", "quiet"), Button("", "secondary"), Button("", "quiet")
        self._sent = Text(size=12, tone="text_2", wraps=True)
        head, entry, ending = FlowLayout(spacing=8), FlowLayout(spacing=8), FlowLayout(spacing=8)
        head.addWidget(self._badge)
        head.addWidget(self.look)
        for widget in (self.code, self.confirm):
            entry.addWidget(widget)
        for widget in (self.end, self.sure, self.stay):
            ending.addWidget(widget)
        column = Column(self, margins=(20, 16, 20, 16), spacing=6)
        column.add_all(
            self._title, head, self._author, self._words, self._code_name, entry, self.error, self._sent, ending
        )
        follow(self.code, lambda: self.code.setFixedWidth(px(180)))
        self.look.clicked.connect(lambda: self.opened.emit(self.claim))
        self.confirm.clicked.connect(self.submit)
        self.code.returnPressed.connect(self.submit)
        self.code.textEdited.connect(lambda _text: self.error.say(""))
        self.end.clicked.connect(lambda: self._ask_end(asks=True))
        self.stay.clicked.connect(lambda: self._ask_end(asks=False))
        self.sure.clicked.connect(lambda: self.ended.emit(self.claim.id))
        self.retranslate()

    def show_claim(self, claim: Claim) -> None:
        """Show how it stands now."""
        if claim != self.claim:
            self.claim, self._asks_end = claim, False
            self._sent.setText("")
        self.retranslate()

    def submit(self) -> None:
        """Send the code."""
        code = self.code.text().strip()
        if not code:
            self.error.say(self.tr("Type the code that stands in the mail."))
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.error.say("")
        self.confirmed.emit(self.claim.id, code)

    def say_sent(self) -> None:
        """Say that the code is on its way."""
        self._sent.setText(self.tr("The code is on its way. What came of it stands here after the next update."))
        self._sent.show()
        self.code.clear()

    def say_failed(self, error: Exception) -> None:
        """Say beside the field why not."""
        self.error.say(str(message_for(error)))

    def retranslate(self) -> None:
        """Set all words anew."""
        claim = self.claim
        title = claim.title or self.tr("no title yet")
        self._title.setText(title)
        self._title.setVisible(self._names_paper)
        self.look.setText(self.tr("Show the paper"))
        self.look.setAccessibleDescription(title)
        self.look.setVisible(self._names_paper)
        self._badge.set_badge(*claim_badge(claim))
        self._author.setText(self.tr("As {author}").format(author=claim.author))
        self._words.setText(claim_words(claim))
        self._code_name.setText(self.tr("The code from the mail"))
        self.code.setAccessibleName(self._code_name.text())
        self.confirm.setText(self.tr("Confirm"))
        for widget in (self._code_name, self.code, self.confirm):
            widget.setVisible(claim.state == "code_sent")
        self._sent.setVisible(bool(self._sent.text()))
        granted = claim.state == "granted"
        self.end.setText(self.tr("I don't want to get this any more…") if granted else self.tr("Take this back"))
        self.end.setAccessibleDescription(title)
        self.sure.setText(self.tr("Stop it"))
        self.stay.setText(self.tr("Leave it as it is"))
        self.end.setVisible(claim.state in ENDABLE and not self._asks_end)
        self.sure.setVisible(self._asks_end)
        self.stay.setVisible(self._asks_end)
        self.setAccessibleName(". ".join((title, claim_badge(claim)[0], self._words.text())))

    def _ask_end(self, *, asks: bool) -> None:
        if asks and self.claim.state != "granted":
            self.ended.emit(self.claim.id)
            return
        self._asks_end = asks
        self.retranslate()
        (self.stay if asks else self.end).setFocus(Qt.FocusReason.OtherFocusReason)
