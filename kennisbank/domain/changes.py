"""What a write touched: the one message that goes round after every write."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "contribution",
    "edition",
    "file",
    "text",
    "batch",
    "reading",
    "reading_mark",
    "saved_search",
    "setting",
    "annotation",
    "dossier",
    "link",
    "archive",
    "account",
    "offer",
    "conflict",
    "act",
    "mailbox",
    "comment",
    "reception",
    "person",
    "share",
]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was written: its kind, its id and what happened to it."""

    kind: Kind
    id: str
    action: Literal["added", "updated", "removed"]


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """All that one transaction touched, in the order of writing; each (kind, id) stands once, with its net action."""

    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything was written."""
        return bool(self.changes)

    def ids(self, kind: Kind) -> frozenset[str]:
        """Return the ids of this kind that were touched."""
        return frozenset(change.id for change in self.changes if change.kind == kind)

    def __or__(self, other: "ChangeSet") -> "ChangeSet":
        """Return both, one after the other, with net actions."""
        return ChangeSet.of([*self.changes, *other.changes])

    @staticmethod
    def of(changes: "list[Change]") -> "ChangeSet":
        """Reduce changes in order of writing to one per thing.

        Added and then updated is added; added and then removed is removed (a listener may have seen it in between);
        removed and then added is updated.
        """
        net: dict[tuple[Kind, str], Change] = {}
        for change in changes:
            key = (change.kind, change.id)
            before = net.get(key)
            action = change.action
            if before is not None and before.action == "added" and action == "updated":
                action = "added"
            elif before is not None and before.action == "removed" and action == "added":
                action = "updated"
            net[key] = Change(change.kind, change.id, action)
        return ChangeSet(tuple(net.values()))
