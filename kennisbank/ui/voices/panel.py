"""Reactions of readers: stars, tags, comments, and what one proposes to correct."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.correspondence import Comment, Draft
from kennisbank.domain.ids import ContributionId
from kennisbank.errors import NotLoggedInError
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.draft_keeping import DraftKeeping, Key
from kennisbank.ui.controllers.kept_words import KeptWords
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.voices import Voices, VoicesRead
from kennisbank.ui.feedback.reply_field import ReplyField
from kennisbank.ui.feedback.situation import situation_of, situation_words
from kennisbank.ui.language import number
from kennisbank.ui.look import px
from kennisbank.ui.messages import message_for
from kennisbank.ui.voices.comment_card import CommentCard
from kennisbank.ui.voices.comment_cards import CommentCards
from kennisbank.ui.voices.proposing import ProposalList, ProposeForm
from kennisbank.ui.voices.stars import StarsBlock
from kennisbank.ui.voices.tags import TagsBlock
from kennisbank.ui.widgets.banner import Banner
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.layouts import Column
from kennisbank.ui.widgets.text import Text

_WAITS = frozenset({"queued", "sent", "waiting"})


class VoicesPanel(QWidget):
    """Of one contribution; what needs an account says so in place. What one types is kept as one types it.

    Signal: `arranged` when it wants another height.
    """

    arranged = Signal()

    def __init__(self, session: Session, *, has_heading: bool = True, parent: QWidget | None = None) -> None:
        """Show nothing until `ask`; without a heading of its own where it stands below one."""
        super().__init__(parent)
        self._session, self._reading = session, ArchiveReading.of(session)
        self.voices = Voices(session, self)
        self._read, self._keeping = VoicesRead(), DraftKeeping.of(session)
        self._heading, self._count = Text(size=15, strong=True), Text(size=12, tone="text_2")
        self.stars, self.tags, self.comments = StarsBlock(), TagsBlock(), CommentCards(self._card)
        self.field, self._public = ReplyField(), Text(size=12, tone="text_2", wraps=True)
        self.banner = Banner("user", "warn")
        self.propose, self.proposals = ProposeForm(session, self._at_hand), ProposalList()
        self._kept = KeptWords(session, {"text": self.field.edit})
        self._kept_tag = KeptWords(session, {"value": self.tags.field})
        self._nothing, self.earlier = Text(tone="text_2", wraps=True), Button("", "link", small=True)
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
        self.tags.proposed.connect(self._tag)
        self.tags.chosen.connect(lambda tag: session.go("search", query=tag))
        self.field.sent.connect(self._comment)
        self.earlier.clicked.connect(self._show_earlier)
        self._kept.stood.connect(self.field.stand.say)
        self._keeping.forgotten.connect(lambda: voices.ask(voices.contribution))
        self.propose.proposed.connect(self._propose)
        self.propose.left.connect(self._on_thrown_away)
        self.proposals.withdrawn.connect(self._withdraw_proposal)
        self.banner.button.clicked.connect(self._to_account)
        self._reading.shown.connect(lambda _facts: self._show_situation())

    def ask(self, contribution: ContributionId) -> None:
        """Show what was said of a contribution."""
        if contribution != self.voices.contribution:
            self.flush()
            self._kept.be(Draft("comment", contribution))
            self._kept_tag.be(Draft("proposal", contribution, "tag"))
            self.comments.begin()
        self.voices.ask(contribution)

    def is_shown_of(self, contribution: ContributionId) -> bool:
        """Tell whether what was said of this contribution is shown."""
        return self._read.contribution is not None and self._read.contribution.id == contribution

    def flush(self) -> None:
        """Have whatever was typed kept now."""
        self._kept.flush()
        self._kept_tag.flush()
        self.comments.flush()
        self.propose.flush()

    # What is shown.

    def _show(self, read: VoicesRead) -> None:
        is_other = read.comments != self._read.comments
        self._read = read
        if is_other:
            self.comments.flush()  # one of them may be about to go, and what is being written about it stays
        self._show_drafts()
        self.stars.put(read.reception)
        waiting = [str(each.value) for each in read.proposals if each.field == "tag" and each.state in _WAITS]
        self.tags.put(read.reception.tags, [each for each in waiting if each not in read.reception.tags])
        if is_other or not self.comments.is_writing:
            self.comments.show_comments(read.comments)
        self.comments.unfold(self._at_hand())
        self.earlier.setVisible(self.comments.has_earlier)
        self.propose.put(read.contribution)
        self.proposals.put(read.proposals)
        self._show_count()
        self._show_situation()
        self.arranged.emit()

    def _show_earlier(self) -> None:
        self.comments.show_earlier()
        self.earlier.setVisible(self.comments.has_earlier)

    def _at_hand(self) -> Mapping[Key, Draft]:
        return self._keeping.at_hand(self._read.drafts)

    def _show_drafts(self) -> None:
        if not self.is_shown_of(self.voices.contribution):
            return
        for each in list(self._homeless()):
            self._kept.flush()
            text = "\n\n".join(part for part in (self._kept.text.strip(), each.text) if part)
            self._keeping.keep(Draft("comment", each.contribution, words={"text": text}))
            self._keeping.keep(Draft("comment", each.contribution, each.about))
        self._kept.put(self._at_hand())
        if self._kept_tag.put(self._at_hand()):
            self.tags.unfold()

    def _homeless(self) -> Iterator[Draft]:
        """Return answers that were begun to what is no longer here: they are comments by themselves."""
        here = {each.id for comment in self._read.comments for each in (comment, *comment.replies)}
        for each in self._at_hand().values():
            is_answer = each.kind == "comment" and each.contribution == self.voices.contribution and each.about
            if is_answer and each.about not in here:
                yield each

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

    def _card(self, comment: Comment) -> CommentCard:
        account, voices = self._reading.facts.account, self.voices
        may_hide = account is not None and not account.ended and account.right == "maintainer"
        card = CommentCard(self._session, comment, self._at_hand, may_hide=may_hide)
        for each in card.all:
            each.answered.connect(self._answer)
            each.reported.connect(self._report)
            each.hidden.connect(self._hide)
            each.withdrawn.connect(self._withdraw)
            each.retried.connect(voices.retry)
        return card

    # What is done.

    def _comment(self, text: str) -> None:
        def done() -> None:
            self._kept.was_sent(text)
            self.field.error.say("")

        self.voices.comment(text, "", done, lambda error: self._refuse(error, self.field.error.say))

    def _tag(self, word: str) -> None:
        def done() -> None:
            self._kept_tag.was_sent(self.tags.field.text(), "value")
            self.tags.done()

        self.voices.tag(word, done, lambda error: self._refuse(error, self.tags.error.say))

    def _propose(self, field: str, value: object, reason: str) -> None:
        def done() -> None:
            self.propose.was_sent()
            self._session.tell(self.tr("Proposed. The maintainer looks at it, and you hear what becomes of it."))

        self.voices.propose(field, value, reason, done, lambda error: self._refuse(error, self.propose.error.say))  # type: ignore[arg-type]

    def _on_thrown_away(self, draft: Draft) -> None:
        def put_back() -> None:
            self._keeping.keep(draft)
            self.voices.ask(self.voices.contribution)

        self._session.tell(self.tr("The draft is thrown away."), self.tr("Undo"), put_back)

    def _answer(self, comment: str, text: str) -> None:
        failed = self.comments.sayer(comment)
        done = lambda: self.comments.end(comment, text)  # noqa: E731
        self.voices.comment(text, comment, done, lambda error: self._refuse(error, failed))

    def _report(self, comment: str, words: str) -> None:
        failed = self.comments.sayer(comment)

        def done() -> None:
            self.comments.end(comment, words)
            self._session.tell(self.tr("Reported. The maintainer looks at it."))

        self.voices.report(comment, words, done, lambda error: self._refuse(error, failed))

    def _hide(self, comment: str, words: str) -> None:
        failed = self.comments.sayer(comment)

        def done() -> None:
            self.comments.end(comment, words)
            self._session.tell(self.tr("Hidden. The desk can bring it back."))

        self.voices.hide(comment, words, done, lambda error: self._refuse(error, failed))

    def _withdraw(self, comment: str) -> None:
        self.flush()  # what never left comes back as a draft, above what is being written
        self.voices.withdraw(comment)

    def _withdraw_proposal(self, proposal: str) -> None:
        self.flush()
        self.voices.withdraw_proposal(proposal)

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
