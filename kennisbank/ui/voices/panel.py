"""Reactions of readers: stars, tags, comments, and what one proposes to correct."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.ids import ContributionId
from kennisbank.errors import NotLoggedInError
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.voices import Voices, VoicesRead
from kennisbank.ui.feedback.reply_field import ReplyField
from kennisbank.ui.feedback.situation import situation_of, situation_words
from kennisbank.ui.language import number
from kennisbank.ui.look import px
from kennisbank.ui.messages import message_for
from kennisbank.ui.voices.comment_card import CommentCard
from kennisbank.ui.voices.proposing import ProposalList, ProposeForm
from kennisbank.ui.voices.stars import StarsBlock
from kennisbank.ui.voices.tags import TagsBlock
from kennisbank.ui.widgets.banner import Banner
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.card_column import CardColumn
from kennisbank.ui.widgets.layouts import Column
from kennisbank.ui.widgets.text import Text

_FEW = 8
"""Comments, with their answers, that are shown at first."""
_WAITS = frozenset({"queued", "sent", "waiting"})


class VoicesPanel(QWidget):
    """Of one contribution; what needs an account says so in place. Signal: `arranged` when it wants another height."""

    arranged = Signal()

    def __init__(self, session: Session, *, has_heading: bool = True, parent: QWidget | None = None) -> None:
        """Show nothing until `ask`; without a heading of its own where it stands below one."""
        super().__init__(parent)
        self._session, self._reading = session, ArchiveReading.of(session)
        self.voices = Voices(session, self)
        self._read = VoicesRead()
        self._heading, self._count = Text(size=15, strong=True), Text(size=12, tone="text_2")
        self.stars, self.tags, self.comments = StarsBlock(), TagsBlock(), CardColumn(spacing=14)
        self.field, self._public = ReplyField(), Text(size=12, tone="text_2", wraps=True)
        self.banner = Banner("user", "warn")
        self.propose, self.proposals = ProposeForm(), ProposalList()
        self._nothing, self._most = Text(tone="text_2", wraps=True), _FEW
        self.earlier = Button("", "link", small=True)
        column = Column(self, spacing=10)
        column.add_all(self._heading, self.stars, self.tags, 4, self._count, self._nothing)
        column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.comments)
        column.add_all(self.field, self._public, self.banner, 4, self.propose, self.proposals)
        self._heading.setVisible(has_heading)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        session, voices = self._session, self.voices
        voices.shown.connect(self._show)
        self.stars.voted.connect(lambda stars: voices.vote(stars, self._refuse))
        self.tags.proposed.connect(
            lambda word: voices.tag(word, self.tags.done, lambda error: self._refuse(error, self.tags.error.say))
        )
        self.tags.chosen.connect(lambda tag: session.go("search", query=tag))
        self.field.sent.connect(self._comment)
        self.earlier.clicked.connect(self._show_earlier)
        self.propose.proposed.connect(self._propose)
        self.proposals.withdrawn.connect(voices.withdraw_proposal)
        self.banner.button.clicked.connect(self._to_account)
        self._reading.shown.connect(lambda _facts: self._show_situation())

    def ask(self, contribution: ContributionId) -> None:
        """Show what was said of a contribution."""
        if contribution != self.voices.contribution:
            self.field.clear()
            self._most = _FEW
        self.voices.ask(contribution)

    # What is shown.

    def _show(self, read: VoicesRead) -> None:
        if any(card.is_writing for card in self.comments.cards if isinstance(card, CommentCard)):
            comments_too = read.comments != self._read.comments
        else:
            comments_too = True
        self._read = read
        self.stars.put(read.reception)
        waiting = [str(each.value) for each in read.proposals if each.field == "tag" and each.state in _WAITS]
        self.tags.put(read.reception.tags, [each for each in waiting if each not in read.reception.tags])
        if comments_too:
            self._put_comments()
        self.propose.put(read.contribution)
        self.proposals.put(read.proposals)
        self._show_count()
        self._show_situation()
        self.arranged.emit()

    def _put_comments(self) -> None:
        """Show the latest comments; earlier ones when they are asked for, for there may be hundreds."""
        count = len(self._read.comments)
        self.comments.put([self._card(place) for place in range(max(0, count - self._most), count)])
        self.earlier.setVisible(count > self._most)

    def _show_earlier(self) -> None:
        self._most += 5 * _FEW
        self._put_comments()

    def _show_count(self) -> None:
        count = self._read.count
        self._count.setText(self.tr("%n comment(s)", "", count).replace(str(count), number(count)) if count else "")
        self._count.setVisible(bool(count))
        self._nothing.setText(self.tr("Nobody said anything about it yet."))
        self._nothing.setVisible(not count)

    def _show_situation(self) -> None:
        situation = situation_of(self._reading.facts, is_offline=False)
        if situation == "offline":
            situation = "online"  # it waits in the outbox, and says so itself
        words, button = situation_words(situation)
        self.banner.say(words, button)
        may = not words
        for widget in (self.field, self._public):
            widget.setVisible(may or bool(self.field.edit.text))
        self.arranged.emit()

    def _card(self, place: int) -> CommentCard:
        account, voices = self._reading.facts.account, self.voices
        may_hide = account is not None and not account.ended and account.right == "maintainer"
        card = CommentCard(self._read.comments[place], may_hide=may_hide)

        def failed(error: Exception) -> None:
            self._refuse(error, card.field.error.say)

        card.answered.connect(lambda comment, text: voices.comment(text, comment, card.end, failed))
        card.reported.connect(lambda comment, words: voices.report(comment, words, self._on_reported, failed))
        card.hidden.connect(lambda comment, words: voices.hide(comment, words, self._on_hidden, failed))
        card.withdrawn.connect(voices.withdraw)
        card.retried.connect(voices.retry)
        return card

    # What is done.

    def _comment(self, text: str) -> None:
        self.voices.comment(text, "", self.field.clear, lambda error: self._refuse(error, self.field.error.say))

    def _propose(self, field: str, value: object, reason: str) -> None:
        def done() -> None:
            self.propose.end()
            self._session.tell(self.tr("Proposed. The maintainer looks at it, and you hear what becomes of it."))

        self.voices.propose(field, value, reason, done, lambda error: self._refuse(error, self.propose.error.say))  # type: ignore[arg-type]

    def _on_reported(self) -> None:
        self._fold()
        self._session.tell(self.tr("Reported. The maintainer looks at it."))

    def _on_hidden(self) -> None:
        self._fold()
        self._session.tell(self.tr("Hidden. The desk can bring it back."))

    def _fold(self) -> None:
        for card in self.comments.cards:
            if isinstance(card, CommentCard):
                card.end()
                for answer in card.answers:
                    answer.end()

    def _refuse(self, error: Exception, say: object = None) -> None:
        """Say why it can't be sent, beside the field where there is one; what was typed stays."""
        self.voices.ask(self.voices.contribution)
        words = str(message_for(error))
        if isinstance(error, NotLoggedInError):
            words = self.tr("You have to be logged in for this. What you typed stays.")
        if callable(say):
            say(words)
        else:
            self._session.tell(words, self.tr("To an account"), self._to_account)

    def _to_account(self) -> None:
        connected = self._reading.facts.link is not None
        self._session.go("archive", section="account" if connected else "overview")

    @override
    def minimumSizeHint(self) -> QSize:
        """Be as narrow as a panel is: what stands beside one another then wraps."""
        return QSize(px(160), super().minimumSizeHint().height())

    def retranslate(self) -> None:
        """Set all words anew."""
        self._heading.setText(self.tr("Reactions of readers"))
        self.setAccessibleName(self._heading.text())
        self._public.setText(self.tr("Everybody can read this, with your name. To the authors alone: give feedback."))
        self.field.retranslate(self.tr("Say something about this paper"), self.tr("Comment"))
        self.earlier.setText(self.tr("Show earlier comments"))
        for part in (self.stars, self.tags, self.propose, self.proposals):
            part.retranslate()
        self._show(self._read)
