"""Feedback and voices of a library in which nobody said anything yet."""

from dataclasses import dataclass, field

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.correspondence import Comment, Draft, FeedbackDraft, OwnVoice, Proposal, Reception, ThreadRow


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

    def mine(self) -> tuple[OwnVoice, ...]:
        return ()


@dataclass
class FakeDrafts:
    """What is being written, in memory."""

    kept: dict[tuple[str, str, str], Draft] = field(default_factory=dict)

    def of(self, contribution: object) -> tuple[Draft, ...]:
        return tuple(each for each in self.kept.values() if each.contribution == contribution)

    def about(self, kind: str, about: str = "") -> Draft | None:
        return next((each for each in self.kept.values() if (each.kind, each.about) == (kind, about)), None)

    def all(self) -> tuple[Draft, ...]:
        return tuple(self.kept.values())

    def save(self, draft: Draft) -> ChangeSet:
        self.kept.pop(draft.key, None)
        if draft.words:
            self.kept[draft.key] = draft
        return ChangeSet()
