"""An open bracket while a query is read: what stands in it so far, and what waits for the next thing to be read."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from kennisbank.search.query import NOTHING_ASKED, Node, Not, Phrase, Prefix, Word, all_of, any_of
from kennisbank.search.query_near import joined


class Operator(NamedTuple):
    """An operator that was typed, and where; `distance` is that of a *near*."""

    kind: Literal["and", "or", "not", "near"]
    start: int
    end: int
    distance: int = 0


class Remark(NamedTuple):
    """What was not understood, where and why."""

    start: int
    end: int
    reason: str


@dataclass(slots=True)
class Frame:
    """One open bracket, or the whole query.

    `name` is a field whose colon was just read, `carried` one that goes on behind a particle (``author:van Berlo``),
    `inherited` one that stood before the bracket. `waiting` is an operator that has nothing behind it yet.
    """

    start: int
    inherited: str = ""
    groups: list[list[Node]] = field(default_factory=lambda: [[]])
    name: str = ""
    name_start: int = 0
    name_end: int = 0
    carried: str = ""
    negated: bool = False
    waiting: Operator | None = None
    _near: Operator | None = None
    _bracket: tuple[int, int] | None = None

    def tree(self) -> Node:
        """Return what was read; empty alternatives don't count."""
        return any_of([all_of(group) for group in self.groups if group] or [NOTHING_ASKED])

    def operate(self, operator: Operator) -> Remark | None:
        """Let `operator` wait for what comes next; return a remark, and forget it, if it can't stand here."""
        if operator.kind == "not":
            self.negated = True
        elif self.waiting is not None or not self.groups[-1]:
            return Remark(operator.start, operator.end, "nothing before the operator")
        elif operator.kind == "or":
            self.groups.append([])
        elif operator.kind == "near":
            self._near = operator
        self.waiting = operator
        return None

    def take(self, node: Node, bracket: tuple[int, int] | None = None) -> Remark | None:
        """Put `node` into the current alternative; return a remark if a *near* before it can't join it.

        `bracket` says where the bracket stood that `node` was read from.
        """
        near, group, remark = self._near, self.groups[-1], None
        tree = Not(node) if self.negated else node
        if near is None or not group:
            group.append(tree)
        else:
            found = self._joined(tree, near, bracket)
            if isinstance(found, Remark):
                remark = found
                group.append(tree)
            else:
                group[-1], bracket = found, None
        self.negated, self.name, self.waiting, self._near, self._bracket = False, "", None, None, bracket
        return remark

    def forget(self) -> None:
        """Let nothing wait any longer: what came was empty."""
        self.negated, self.name = False, ""

    def left(self) -> list[Remark]:
        """Return remarks on what still waits when the bracket closes."""
        remarks = []
        if self.name:
            remarks.append(Remark(self.name_start, self.name_end, "field without a value"))
        if self.waiting is not None:
            remarks.append(Remark(self.waiting.start, self.waiting.end, "nothing after the operator"))
        return remarks

    def _joined(self, node: Node, near: Operator, bracket: tuple[int, int] | None) -> Node | Remark:
        before = self.groups[-1][-1]
        for each, place in ((before, self._bracket), (node, bracket)):
            if place is not None and not isinstance(each, Word | Prefix | Phrase):
                return Remark(*place, "near joins words and phrases, no brackets")
        found = joined(before, node, near.distance)
        return Remark(near.start, near.end, found) if isinstance(found, str) else found
