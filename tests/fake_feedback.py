"""Feedback and voices of a library in which nobody said anything yet."""

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.correspondence import Comment, Draft, FeedbackDraft, Proposal, Reception, ThreadRow


class FakeFeedback:
    """Nothing was written, and nothing is heard."""

    def draft(self, contribution: object) -> FeedbackDraft | None:
        return None

    def drafts(self) -> tuple[FeedbackDraft, ...]:
        return ()

    def mine(self, *, contribution: object = None) -> tuple[ThreadRow, ...]:
        return ()

    def news(self) -> tuple[ThreadRow, ...]:
        return ()


class FakeVoices:
    """Nobody commented or voted."""

    def comments(self, contribution: object) -> tuple[Comment, ...]:
        return ()

    def reception(self, contribution: object) -> Reception:
        return Reception()

    def proposals(self, contribution: object = None) -> tuple[Proposal, ...]:
        return ()


class FakeDrafts:
    """Nothing is being written."""

    def of(self, contribution: object) -> tuple[Draft, ...]:
        return ()

    def about(self, kind: str, about: str = "") -> Draft | None:
        return None

    def all(self) -> tuple[Draft, ...]:
        return ()

    def save(self, draft: Draft) -> ChangeSet:
        return ChangeSet()
