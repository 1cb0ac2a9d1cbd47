"""What pages ask of somebody's own data, without an archive."""

from dataclasses import dataclass, field

from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.sync.protocol_desk import ErasureProof


@dataclass
class FakePrivacy:
    """Nothing was erased, unless a test says so; `error`: what keeps from removing what belonged to an account."""

    left: list[ErasureProof] = field(default_factory=list)
    error: Exception | None = None
    asked: list[str] = field(default_factory=list)

    def untold(self) -> list[ErasureProof]:
        return self.left

    def note_told(self) -> None:
        self.asked.append("told")
        self.left = []

    def erase_here(self, *, keeps_notes: bool, ctx: object) -> ChangeSet:
        del ctx
        if self.error is not None:
            raise self.error
        self.asked.append(f"keeps {keeps_notes}")
        return ChangeSet((Change("account", "account-1", "removed"),))
