"""A reader's feedback, for all of the window: what is news of it, and the acts on it, off the GUI thread."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from typing_extensions import override

from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.correspondence import Attachment, FeedbackDraft, Thread, ThreadRow
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.rail_facts import RailFacts
from kennisbank.ui.controllers.rereading import Rereading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.feedback import FeedbackService


class Feedback(Rereading):
    """One per window; take it with `of`."""

    LATER = frozenset({"act", "mailbox"})
    changed = Signal()
    """There is other news: see `news`."""
    news: tuple[ThreadRow, ...] = ()
    """Threads that moved since their reader last looked, the latest first."""

    @staticmethod
    def of(session: Session) -> "Feedback":
        """Return the one of this session."""
        return session.findChild(Feedback) or Feedback(session)

    @override
    def _job(self) -> Callable[[JobContext], tuple[ThreadRow, ...]]:
        feedback = self._service
        return lambda _ctx: feedback.news()

    @override
    def _take(self, found: tuple[ThreadRow, ...]) -> None:
        if found != self.news:
            self.news = found
            RailFacts.of(self._session).tell("reactions", count=len(found))
            self.changed.emit()

    # Reading.

    def ask_thread(self, owner: QObject, thread_id: str, done: Callable[[tuple[Thread, str]], object]) -> JobContext:
        """Read a thread, with the answer that is being written in it."""
        feedback = self._service
        return self._session.tasks.read(
            owner,
            lambda _ctx: (feedback.thread(thread_id), feedback.reply_draft(thread_id)),
            done,
            self._session.failed.emit,
        )

    # Acts.

    def seen(self, thread: Thread) -> None:
        """Note that a thread was read."""
        self._write(lambda feedback: feedback.seen(thread.id), self._session.changed_by)

    def save_reply(self, thread_id: str, text: str, done: Callable[[object], object]) -> None:
        """Keep the answer that is being written."""
        if self._session.is_open:
            self._write(lambda feedback: feedback.save_reply_draft(thread_id, text), done)

    def reply(
        self,
        thread_id: str,
        text: str,
        done: Callable[[], object],
        failed: Callable[[Exception], object],
        attachment: Path | None = None,
    ) -> None:
        """Put an answer in the outbox, and send it when that is possible now."""

        def queued(changes: ChangeSet) -> None:
            self._session.changed_by(changes)
            done()
            self.send_now()

        self._write(lambda feedback: feedback.reply(thread_id, text, attachment=attachment), queued, failed)

    def retry(self, act_id: str) -> None:
        """Have something that was refused sent again, now."""

        def queued(changes: ChangeSet) -> None:
            self._session.changed_by(changes)
            self.send_now()

        self._write(lambda feedback: feedback.retry(act_id), queued)

    def take_back(self, act_id: str, done: Callable[[FeedbackDraft], object]) -> None:
        """Make feedback that waits a draft again."""

        def back(draft: FeedbackDraft) -> None:
            self._session.changed_by(ChangeSet((Change("act", act_id, "updated"),)))
            done(draft)

        self._write(lambda feedback: feedback.take_back(act_id), back)

    def discard(self, draft_id: str) -> None:
        """Throw a draft away, and offer to take that back."""
        changes = ChangeSet((Change("act", draft_id, "updated"),))

        def gone(draft: FeedbackDraft) -> None:
            self._session.changed_by(changes)
            put_back: Callable[[], object] = lambda: self._write(  # noqa: E731
                lambda feedback: feedback.save_draft(draft), lambda _draft: self._session.changed_by(changes)
            )
            self._session.tell(self.tr("The draft is thrown away."), self.tr("Undo"), put_back)

        self._write(lambda feedback: feedback.discard(draft_id), gone)

    def open_attachment(self, attachment: Attachment) -> None:
        """Fetch an attached file, and show the folder it is in: it isn't opened by itself."""
        session, feedback = self._session, self._service
        folder = session.kennisbank.paths.temporary / "attachments"
        if attachment.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(attachment.path.parent)))
            return

        def job(ctx: JobContext) -> Path:
            folder.mkdir(parents=True, exist_ok=True)
            return feedback.fetch(attachment.id, folder / _plain(attachment.name), ctx)

        def done(path: Path) -> None:
            words = self.tr("Fetched: {name}").format(name=path.name)
            session.tell(words, self.tr("Show it"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))

        session.tasks.read(self, job, done, session.failed.emit)

    def send_now(self) -> None:
        """Send what waits, unless there is nobody to send it for."""
        if ArchiveReading.of(self._session).facts.stage == "in":
            Syncing.of(self._session).sync()

    @property
    def _service(self) -> "FeedbackService":
        return self._session.kennisbank.feedback

    def _write(
        self,
        act: "Callable[[FeedbackService], Any]",
        done: Callable[[Any], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        feedback = self._service
        self._session.tasks.write(self, lambda _ctx: act(feedback), done, failed or self._session.failed.emit)


def touches_threads(changes: ChangeSet) -> bool:
    """Tell whether a write may have moved a thread."""
    return bool(changes.ids("act") or changes.ids("mailbox"))


def _plain(name: str) -> str:
    """Return a name of a file that leads out of no folder."""
    return Path(name.replace("\\", "/")).name or "file"
