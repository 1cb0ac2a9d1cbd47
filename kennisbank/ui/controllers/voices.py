"""What readers said of one contribution, for everybody to see: read, and said, off the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.correspondence import Comment, Draft, Proposal, Reception
from kennisbank.domain.ids import ContributionId
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.feedback import Feedback
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.voices import VoiceService

Field = Literal["title", "authors", "keywords"]
Failed = Callable[[Exception], object]


@dataclass(frozen=True, slots=True)
class VoicesRead:
    """All that was said of a contribution; None for one that isn't here (any more)."""

    contribution: Contribution | None = None
    reception: Reception = Reception()  # noqa: RUF009 - frozen
    comments: tuple[Comment, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    count: int = 0
    """Comments, their answers too."""
    drafts: tuple[Draft, ...] = ()
    """What is being written about it."""


class Voices(QObject):
    """One per panel. Read anew after every write that may have changed any of it."""

    shown = Signal(object)
    """The `VoicesRead` as it is now."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Read from the library of `session`."""
        super().__init__(parent)
        self._session = session
        self._reading: JobContext | None = None
        self.contribution = ContributionId("")
        session.changed.connect(self._on_changed)

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is being read."""
        return self._reading is None

    def ask(self, contribution: ContributionId) -> None:
        """Read what was said of a contribution; an older answer is dropped."""
        self.contribution = contribution
        if self._reading is not None:
            self._reading.cancel()
        if not contribution or not self._session.is_open:
            return
        kennisbank = self._session.kennisbank
        voices, catalogue, drafts = kennisbank.voices, kennisbank.catalogue, kennisbank.drafts

        def job(_ctx: JobContext) -> VoicesRead:
            comments = voices.comments(contribution)
            return VoicesRead(
                catalogue.many([contribution]).get(contribution),
                voices.reception(contribution),
                comments,
                voices.proposals(contribution),
                sum(1 + len(each.replies) for each in comments),
                drafts.of(contribution),
            )

        self._reading = self._session.tasks.read(self, job, self._show, self._fail)

    def _on_changed(self, changes: ChangeSet) -> None:
        kinds = changes.ids("act") | changes.ids("mailbox") | changes.ids("comment") | changes.ids("reception")
        if kinds or self.contribution in changes.ids("contribution"):
            self.ask(self.contribution)

    def _show(self, read: VoicesRead) -> None:
        self._reading = None
        self.shown.emit(read)

    def _fail(self, error: Exception) -> None:
        self._reading = None
        self._session.failed.emit(error)

    # Saying.

    def vote(self, stars: int, failed: Failed) -> None:
        """Give so many stars; 0 takes one's vote back."""
        contribution = self.contribution
        self._say(lambda voices: voices.vote(contribution, stars), None, failed)

    def tag(self, word: str, done: Callable[[], object], failed: Failed) -> None:
        """Propose a tag."""
        contribution = self.contribution
        self._say(lambda voices: voices.tag(contribution, word, ends_draft=True), done, failed)

    def comment(self, text: str, reply_to: str, done: Callable[[], object], failed: Failed) -> None:
        """Say something, or answer a comment."""
        contribution = self.contribution
        self._say(lambda voices: voices.comment(contribution, text, reply_to or None, ends_draft=True), done, failed)

    def withdraw(self, comment_id: str) -> None:
        """Take back a comment of one's own."""
        told = self.tr("Your comment is taken back.")
        self._say(lambda voices: voices.withdraw_comment(comment_id), lambda: self._session.tell(told), self._fail)

    def retry(self, act_id: str) -> None:
        """Have something that was refused sent again."""
        self._say(lambda voices: voices.retry(act_id), None, self._fail)

    def report(self, comment_id: str, words: str, done: Callable[[], object], failed: Failed) -> None:
        """Show the maintainer a comment that breaks the house rules."""
        contribution = self.contribution
        self._say(lambda voices: voices.report("comment", comment_id, words, ends_draft=contribution), done, failed)

    def hide(self, comment_id: str, words: str, done: Callable[[], object], failed: Failed) -> None:
        """As a maintainer, hide a comment, by asking the archive; `words` stand in its place."""
        desk, syncing = self._session.kennisbank.desk, Syncing.of(self._session)

        # Its draft isn't used up in one step with it: the archive is asked before anything is written here.
        def ended(_item: object) -> None:
            done()
            syncing.sync()

        self._session.tasks.write(self, lambda _ctx: desk.act("comment", comment_id, "hide", words), ended, failed)

    def propose(self, field: Field, value: Any, reason: str, done: Callable[[], object], failed: Failed) -> None:
        """Propose a correction."""
        contribution = self.contribution
        self._say(lambda voices: voices.propose(contribution, field, value, reason, ends_draft=True), done, failed)

    def withdraw_proposal(self, proposal_id: str) -> None:
        """Take back a proposal that wasn't decided on."""
        self._say(lambda voices: voices.withdraw_proposal(proposal_id), None, self._fail)

    def _say(
        self, act: "Callable[[VoiceService], ChangeSet]", done: Callable[[], object] | None, failed: Failed
    ) -> None:
        session, voices = self._session, self._session.kennisbank.voices

        def said(changes: ChangeSet) -> None:
            session.changed_by(changes)
            if done is not None:
                done()
            Feedback.of(session).send_now()

        session.tasks.write(self, lambda _ctx: act(voices), said, failed)
