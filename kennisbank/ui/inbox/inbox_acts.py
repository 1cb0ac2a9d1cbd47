"""What an author does in the inbox: answer, decide, ask the maintainer, claim, hand in; each off the GUI thread."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.correspondence import Attachment, Draft, Notify
from kennisbank.domain.ids import ContributionId
from kennisbank.ui.controllers.draft_keeping import DraftKeeping
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.inbox.reply_box import Reply

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.inbox import InboxService

SEND_AFTER_MS = 8000
"""So long it can be taken back before it is sent by itself; the toast stays as long."""
Done = Callable[[], object]
Failed = Callable[[Exception], object]


class InboxActs(QObject):
    """One per window; take it with `of`. What fails is told, unless a caller tells it nearer."""

    taking_back = Signal(str)
    """What waits in a thread is about to become a draft again: what is typed there is to be kept first."""

    def __init__(self, session: Session) -> None:
        """Act in the library of `session`."""
        super().__init__(session)
        self._session = session
        self.sending = QTimer(self, singleShot=True, interval=SEND_AFTER_MS)
        self.sending.timeout.connect(self.send_now)

    @staticmethod
    def of(session: Session) -> "InboxActs":
        """Return the one of this session."""
        return session.findChild(InboxActs) or InboxActs(session)

    def send_now(self) -> None:
        """Send what waits, and fetch what came."""
        self.sending.stop()
        Syncing.of(self._session).sync()

    # Threads.

    def reply(self, reply: Reply, done: Done) -> None:
        """Queue an answer, or a decision by itself; for a while it can be taken back."""
        thread, verdict = reply.thread, reply.verdict

        def act(inbox: "InboxService") -> ChangeSet:
            if reply.text:
                return inbox.reply(thread, reply.text, verdict=verdict, version=reply.version, reason=reply.reason)
            return inbox.judge(thread, verdict or "answered", reply.version, reply.reason)

        def queued() -> None:
            done()
            words = self.tr("Your answer is on its way.") if reply.text else self.tr("The reader will hear of it.")
            self._session.tell(words, self.tr("Undo"), lambda: self.take_back(thread))
            self.sending.start()

        self._write(act, queued)

    def reopen(self, thread: str) -> None:
        """Take back what was decided on a thread."""
        self._write(lambda inbox: inbox.judge(thread, "open"), self.sending.start)

    def take_back(self, thread: str, message: str = "") -> None:
        """Take back what waits to be sent in a thread: the answer is a draft again."""
        self.taking_back.emit(thread)
        self._write(lambda inbox: inbox.take_back(thread, message))

    def retry(self, message: str) -> None:
        """Send once more what was refused."""
        self._write(lambda inbox: inbox.retry(message), self.send_now)

    def keep_draft(self, thread: str, text: str) -> None:
        """Keep the answer that is being written; without a library, at the very end, there is nowhere to."""
        if self._session.is_open:
            self._write(lambda inbox: inbox.save_reply_draft(thread, text))

    def attach(self, thread: str, path: Path | None, failed: Failed) -> None:
        """Let a copy of a file go with the answer that is being written; None: let none go with it."""
        self._write(lambda inbox: inbox.attach_reply(thread, path), None, failed)

    def keep_half(self, thread: str, words: Mapping[str, str]) -> None:
        """Keep what was chosen to do with a thread, and why, until it is said."""
        DraftKeeping.of(self._session).keep(Draft("verdict", about=thread, words=words))

    def keep_question(self, thread: str, text: str) -> None:
        """Keep what is being asked of the maintainer about a thread."""
        DraftKeeping.of(self._session).keep(Draft("report", about=thread, words={"text": text}))

    def seen(self, thread: str) -> None:
        """Note that a thread was read."""
        self._write(lambda inbox: inbox.seen(thread))

    def ask_maintainer(self, thread: str, words: str, asked: Callable[[str, str], object]) -> None:
        """Show the maintainers a thread; `asked` hears of it when the question is on its way."""

        def done() -> None:
            asked(thread, words)
            self._session.tell(self.tr("The maintainer will see this thread and your question."))
            self.send_now()

        self._write(lambda inbox: inbox.ask_maintainer(thread, words), done)

    def fetch(self, attachment: Attachment, target: Path) -> None:
        """Save an attached file; it isn't opened."""
        inbox = self._session.kennisbank.inbox

        def done(path: Path) -> None:
            self._session.tell(self.tr("Saved as {name}. It was not opened.").format(name=path.name))

        self._session.tasks.long(
            self,
            self.tr("Fetching {name}").format(name=attachment.name),
            lambda ctx: inbox.fetch(attachment.id, target, ctx),
            done,
            self._session.failed.emit,
        )

    # Being an author.

    def claim(self, contribution: ContributionId, author: str, words: str, done: Done, failed: Failed) -> None:
        """Say that one is an author of a contribution."""
        self._write(lambda inbox: inbox.claim(contribution, author, words), lambda: self._sent(done), failed)

    def confirm(self, claim: str, code: str, done: Done, failed: Failed) -> None:
        """Send the code that was mailed."""
        self._write(lambda inbox: inbox.confirm(claim, code), lambda: self._sent(done), failed)

    def end_claim(self, claim: str) -> None:
        """Be known as an author no longer."""
        self._write(lambda inbox: inbox.withdraw("claim", claim), self.send_now)

    def hand_in(self, contribution: ContributionId, path: Path, words: str, done: Done, failed: Failed) -> None:
        """Hand in a new version of a paper."""

        def queued() -> None:
            self._session.tell(self.tr("Your new version goes to the maintainer."))
            self._sent(done)

        self._write(lambda inbox: inbox.submit_version(contribution, path, words), queued, failed)

    def take_back_version(self, submission: str) -> None:
        """Take back a version that was handed in."""
        self._write(lambda inbox: inbox.withdraw("version", submission), self.send_now)

    def notify(self, when: Notify) -> None:
        """Say when to hear of feedback by mail."""
        self._write(lambda inbox: inbox.set_notify(when), self.sending.start)

    def dismiss(self, notice: str) -> None:
        """Show a notice no longer."""
        self._write(lambda inbox: inbox.dismiss(notice))

    def _sent(self, done: Done) -> None:
        done()
        self.send_now()

    def _write(
        self, act: "Callable[[InboxService], ChangeSet]", done: Done | None = None, failed: Failed | None = None
    ) -> None:
        inbox = self._session.kennisbank.inbox

        def written(changes: ChangeSet) -> None:
            if done is not None:
                done()
            self._session.changed_by(changes)

        self._session.tasks.write(self, lambda _ctx: act(inbox), written, failed or self._session.failed.emit)
