"""The fields of the feedback sheet, in the order in which one reads them."""

from PySide6.QtWidgets import QWidget

from kennisbank.domain.archive import Account
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.correspondence import FeedbackDraft
from kennisbank.ui.feedback.draft_stand import DraftStand
from kennisbank.ui.feedback.extras import Extras
from kennisbank.ui.feedback.kind_cards import KindCards
from kennisbank.ui.feedback.message_edit import MessageEdit
from kennisbank.ui.feedback.passage_quote import PassageQuote
from kennisbank.ui.feedback.road import Road
from kennisbank.ui.feedback.shown_as import ShownAsChoice
from kennisbank.ui.feedback.situation import Situation, situation_words
from kennisbank.ui.models.archive_words import occupation_words
from kennisbank.ui.models.search_words import authors_line
from kennisbank.ui.widgets.banner import Banner
from kennisbank.ui.widgets.cards import Picture
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.text import Text

_ALL_AUTHORS = 99


class SheetBody(QWidget):
    """Passage, kind, message, what goes along, to whom, under which name, what happens next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make all fields, empty."""
        super().__init__(parent)
        self._contribution: Contribution | None = None
        self._draft: FeedbackDraft | None = None
        self._account: Account | None = None
        self._situation: Situation = "online"
        self.banner = Banner("offline", "warn")
        self.quote = PassageQuote(can_drop=True)
        self.kinds, self.message = KindCards(), MessageEdit()
        self.stand, self.error = DraftStand(), ErrorLine(self.message)
        self.extras, self.shown_as, self.road = Extras(), ShownAsChoice(), Road()
        self._labels = [Text(size=12, strong=True) for _ in range(5)]
        self._authors, self._private = Text(wraps=True), Text(size=12, tone="text_2", wraps=True)
        self._lay_out()

    def _lay_out(self) -> None:
        kind, message, to, shown, next_ = self._labels
        above = Row(spacing=8)
        above.addWidget(message)
        above.addWidget(self.stand, 1)
        people = Row(spacing=10)
        people.addWidget(Picture("users"))
        names = Column(spacing=0)
        names.add_all(self._authors, self._private)
        people.addLayout(names, 1)
        column = Column(self, margins=(24, 16, 24, 16), spacing=6)
        column.add_all(self.quote, 8, kind, self.kinds, 8, above, self.message, self.error)
        column.add_all(self.banner, self.extras, 8)
        column.add_all(to, people, 8, shown, self.shown_as, 8, next_, 2, self.road, None)

    def show_contribution(self, contribution: Contribution) -> None:
        """Say whom it goes to."""
        self._contribution = contribution
        self._show_authors()

    def put(self, draft: FeedbackDraft, *, has_text_too: bool) -> None:
        """Show a draft; the text as well, unless it is being typed."""
        self._draft = draft
        title = self._contribution.metadata.values.title if self._contribution is not None else ""
        self.quote.put(draft.anchor, title)
        self.kinds.put(draft.kind)
        self.shown_as.put(draft.shown_as)
        self.extras.put(draft.link, draft.attachment)
        if has_text_too:
            self.message.put(draft.text)
            self.error.say("")

    def show_person(self, account: Account | None) -> None:
        """Say who is writing."""
        self._account = account
        name = account.name if account is not None else ""
        self.shown_as.set_person(name, occupation_words(account.occupation).lower() if account is not None else "")

    def show_situation(self, situation: Situation) -> None:
        """Say whether it can go now."""
        self._situation = situation
        words, button = situation_words(situation)
        self.banner.say(words, button, icon_name="offline" if situation == "offline" else "user")

    def _show_authors(self) -> None:
        names = authors_line(self._contribution, _ALL_AUTHORS) if self._contribution is not None else ""
        self._authors.setText(names or self.tr("The authors"))
        self._private.setText(self.tr("All authors, and nobody else: it is not public"))

    def retranslate(self) -> None:
        """Set all words anew."""
        names = (
            self.tr("Kind"),
            self.tr("Your message"),
            self.tr("To"),
            self.tr("How the authors see you"),
            self.tr("What happens next"),
        )
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        self.message.setAccessibleName(self.tr("Your message"))
        self.message.setPlaceholderText(self.tr("What do you want to tell or ask the authors?"))
        for part in (self.quote, self.kinds, self.extras, self.shown_as, self.road):
            part.retranslate()
        self._show_authors()
        self.show_person(self._account)
        self.show_situation(self._situation)
