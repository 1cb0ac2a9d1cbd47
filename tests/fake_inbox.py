"""A stand-in for the inbox of somebody to whom nobody wrote, and who claims nothing unless a test says so."""

from dataclasses import dataclass, field

from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.correspondence import Claim, InboxCounts, Notice, Submission


@dataclass
class FakeInbox:
    """What an author would see; `ended` and `confirmed` are the claims that were."""

    claimed: list[Claim] = field(default_factory=list)
    told: list[Notice] = field(default_factory=list)
    when: str = "daily"
    ended: list[str] = field(default_factory=list)
    confirmed: list[tuple[str, str]] = field(default_factory=list)

    def claims(self) -> tuple[Claim, ...]:
        return tuple(self.claimed)

    def counts(self, contribution: object = None) -> InboxCounts:
        del contribution
        return InboxCounts()

    def rows(self, folder: str, contribution: object = None, limit: int = 200, offset: int = 0) -> tuple[object, ...]:
        del folder, contribution, limit, offset
        return ()

    def contributions(self) -> tuple[object, ...]:
        return ()

    def notices(self) -> tuple[Notice, ...]:
        return tuple(self.told)

    def submissions(self) -> tuple[Submission, ...]:
        return ()

    def notify(self) -> str:
        return self.when

    def set_notify(self, when: str) -> ChangeSet:
        self.when = when
        return ChangeSet((Change("act", "notify", "added"),))

    def confirm(self, claim: str, code: str) -> ChangeSet:
        self.confirmed.append((claim, code))
        return ChangeSet((Change("act", claim, "updated"),))

    def withdraw(self, subject: str, subject_id: str) -> ChangeSet:
        self.ended.append(f"{subject} {subject_id}")
        self.claimed = [each for each in self.claimed if each.id != subject_id]
        return ChangeSet((Change("act", subject_id, "removed"),))

    def dismiss(self, notice: str) -> ChangeSet:
        self.told = [each for each in self.told if each.id != notice]
        return ChangeSet((Change("mailbox", notice, "updated"),))
