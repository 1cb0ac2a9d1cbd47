"""Feedback while it is being written: saved as one types, sent, thrown away and taken back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from kennisbank.domain.annotation import Anchor
from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.correspondence import Attachment, FeedbackDraft
from kennisbank.domain.ids import ContributionId
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.feedback import FeedbackService

SAVE_AFTER_MS = 600
"""After the first letter that isn't saved; not after the last, or who types on would never be saved."""
Saving = Literal["", "waiting", "saved", "failed"]


@dataclass(slots=True)
class _Kept:
    """What the library knows of the draft; written and read by the writing thread alone."""

    id: str
    attachment: Attachment | None


class FeedbackDrafting(QObject):
    """One per sheet. Drafts are written in the order of typing, and whatever waits is written before it is sent."""

    changed = Signal()
    """Another draft is at hand, or it stands otherwise: see `draft`, `saving` and `saved_at`."""
    attach_failed = Signal(object)
    """A file can't be attached; with the exception."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Write to the library of `session`."""
        super().__init__(parent)
        self._session = session
        self.draft: FeedbackDraft | None = None
        self.saving: Saving = ""
        self._kept = _Kept("", None)
        self._number = 0
        self._due = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._due.timeout.connect(self.flush)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was written or attached yet."""
        draft = self.draft
        return draft is None or not (draft.text.strip() or draft.link.strip() or draft.attachment)

    # Which draft is at hand.

    def ask(self, contribution: ContributionId, anchor: Anchor | None, draft_id: str = "") -> None:
        """Take up the draft of this id, else what was begun on the contribution and not sent, else begin one.

        With an `anchor` another one is begun, unless the unsent one is about the same passage, or has no word yet.
        """
        self.flush()
        self._number += 1
        wanted, feedback = self._number, self._service

        def job(_ctx: JobContext) -> FeedbackDraft | None:
            if draft_id:
                return next((each for each in feedback.drafts() if each.id == draft_id), None)
            return feedback.draft(contribution)

        def done(found: FeedbackDraft | None) -> None:
            if wanted == self._number:
                self._take(_chosen(found, contribution, anchor))

        self._session.tasks.read(self, job, done, self._session.failed.emit)

    def _take(self, draft: FeedbackDraft) -> None:
        self.draft = draft
        self._kept = _Kept(draft.id, draft.attachment)
        self.saving = "saved" if draft.id else ""
        self.changed.emit()

    def leave(self) -> None:
        """Let go of the draft; what was written is saved, and a draft without a word isn't kept."""
        self.flush()
        if self.is_empty and self.draft is not None and self.draft.id:
            self._write(lambda feedback, kept: feedback.discard(kept.id), self._tell)
        self.draft = None
        self._number += 1

    # Writing.

    def change(self, **values: Any) -> None:
        """Change what is given of the draft; it is saved soon."""
        if self.draft is None:
            return
        changed = replace(self.draft, **values)
        if changed == self.draft:
            return
        self.draft = changed
        if self.is_empty and not changed.id:
            return  # a choice without a word is nothing to keep
        self.saving = "waiting"
        self.changed.emit()
        if not self._due.isActive():
            self._due.start()

    def flush(self) -> None:
        """Hand over now whatever waits to be saved."""
        self._due.stop()
        draft = self.draft
        if draft is None or self.saving not in {"waiting", "failed"} or not self._session.is_open:
            return
        self.saving = "waiting"

        def done(saved: FeedbackDraft) -> None:
            self._tell(saved)
            if self.draft is None or self._number != number:
                return
            is_newest = replace(self.draft, id="", modified=None, attachment=None) == replace(
                draft, id="", modified=None, attachment=None
            )
            self.draft = replace(self.draft, id=saved.id, modified=saved.modified)
            if is_newest:
                self.saving = "saved"
            self.changed.emit()

        number = self._number
        self._write(lambda feedback, kept: feedback.save_draft(_with(draft, kept)), done, self._on_not_saved)

    def _on_not_saved(self, error: Exception) -> None:
        self.saving = "failed"
        self.changed.emit()
        self._session.failed.emit(error)

    def attach(self, path: Path) -> None:
        """Attach a copy of a file."""
        draft = self.draft
        if draft is None:
            return
        self.flush()

        def act(feedback: "FeedbackService", kept: _Kept) -> FeedbackDraft:
            if not kept.id:
                kept.id = feedback.save_draft(_with(draft, kept)).id
            return feedback.attach(kept.id, path)

        self._write(act, self._on_attachment, self.attach_failed.emit)

    def detach(self) -> None:
        """Let go of the attached file."""
        self._write(lambda feedback, kept: feedback.detach(kept.id), self._on_attachment, self.attach_failed.emit)

    def _on_attachment(self, saved: FeedbackDraft | None) -> None:
        if self.draft is not None and saved is not None:
            self.draft = replace(self.draft, id=saved.id, modified=saved.modified, attachment=saved.attachment)
            self.saving = "saved"
            self.changed.emit()

    # Sending, throwing away.

    def send(self, done: Callable[[str], object], failed: Callable[[Exception], object]) -> None:
        """Put it in the outbox, and tell `done` its id; with an error the draft is kept as it is."""
        self.saving = "waiting" if self.saving != "saved" else self.saving
        self.flush()
        draft = self.draft
        if draft is None:
            return

        def act(feedback: "FeedbackService", kept: _Kept) -> tuple[str, ChangeSet]:
            return kept.id, feedback.send(kept.id)

        def sent(answer: tuple[str, ChangeSet]) -> None:
            self.draft = None
            self._session.changed_by(answer[1])
            done(answer[0])

        self._write(act, sent, failed)

    def take_back(self, draft_id: str, done: Callable[[FeedbackDraft], object]) -> None:
        """Have sent feedback be a draft again, as long as it wasn't sent on its way."""

        def back(draft: FeedbackDraft) -> None:
            self._tell(draft)
            done(draft)

        self._write(lambda feedback, _kept: feedback.take_back(draft_id), back, self._session.failed.emit)

    def discard(self, done: Callable[[FeedbackDraft], object]) -> None:
        """Throw the draft away, and give it to `done` as it was, for `put_back`."""
        self.flush()
        if self.draft is None:
            return
        draft, self.draft = self.draft, None

        def act(feedback: "FeedbackService", kept: _Kept) -> FeedbackDraft:
            return feedback.discard(kept.id) if kept.id else draft

        def gone(was: FeedbackDraft) -> None:
            self._tell(was)
            done(was)

        self._write(act, gone, self._session.failed.emit)

    def put_back(self, draft: FeedbackDraft, done: Callable[[FeedbackDraft], object]) -> None:
        """Have a draft again that was thrown away."""

        def back(saved: FeedbackDraft) -> None:
            self._tell(saved)
            done(saved)

        self._write(lambda feedback, _kept: feedback.save_draft(draft), back, self._session.failed.emit)

    @property
    def _service(self) -> "FeedbackService":
        return self._session.kennisbank.feedback

    def _write(
        self,
        act: "Callable[[FeedbackService, _Kept], Any]",
        done: Callable[[Any], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        feedback, kept = self._service, self._kept

        def job(_ctx: JobContext) -> Any:
            answer = act(feedback, kept)
            if isinstance(answer, FeedbackDraft):
                kept.id, kept.attachment = answer.id, answer.attachment
            return answer

        self._session.tasks.write(self, job, done, failed or self._session.failed.emit)

    def _tell(self, draft: FeedbackDraft | ChangeSet) -> None:
        if isinstance(draft, FeedbackDraft):
            self._session.changed_by(ChangeSet((Change("act", draft.id, "updated"),)))


def _with(draft: FeedbackDraft, kept: _Kept) -> FeedbackDraft:
    """Return a draft with what only the writing thread knows for sure."""
    return replace(draft, id=kept.id, attachment=kept.attachment)


def _chosen(found: FeedbackDraft | None, contribution: ContributionId, anchor: Anchor | None) -> FeedbackDraft:
    """Return the draft to go on with."""
    if found is None:
        return FeedbackDraft(contribution, anchor=anchor)
    if anchor is None or _passage(found.anchor) == _passage(anchor):
        return found
    return (
        FeedbackDraft(contribution, anchor=anchor, shown_as=found.shown_as)
        if found.text.strip()
        else replace(found, anchor=anchor)
    )


def _passage(anchor: Anchor | None) -> object:
    return (anchor.file, [(each.page, each.start, each.end) for each in anchor.pieces]) if anchor is not None else None
