"""Merging what was changed here and at the archive: pure functions over bodies, three-way and by field.

A field that one side changed is that side's; one that both changed alike is no matter. Sets (tags, people, the lines of
a dossier) merge by member, moments by newest. Only one field that both changed differently is a conflict: then mine
stands in the merged body, and both versions in the `Clash`. An edit beats a deletion, and putting in the trash.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kennisbank.sync.moments import later_of
from kennisbank.sync.protocol import Body, RecordKind

_MISSING: Any = None
_NEWEST = frozenset({"modified", "seen", "moment"})
_BOOKKEEPING = frozenset({"modified", "trashed", "created", "seen"})
"""Fields that say nothing of what somebody wrote: changing only these is no edit that could beat a deletion."""
_WHOLE: frozenset[RecordKind] = frozenset({"reading", "reading_mark"})
"""Of these the newer one is right as a whole."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that both sides changed differently; `field` is its path, dots between names (``items.ID.remark``)."""

    field: str
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge made: mine stands in the fields of `clashes`."""

    body: dict[str, Any]
    clashes: tuple[Clash, ...] = ()


def merged(kind: RecordKind, base: Body | None, mine: Body, theirs: Body) -> Merged:
    """Return what mine and theirs are together, both made from `base` (None: they never were the same)."""
    if kind in _WHOLE:
        return Merged(dict(_newer(mine, theirs)))
    return _fields(dict(base or {}), dict(mine), dict(theirs), "")


def is_edit(base: Body, body: Body) -> bool:
    """Tell whether somebody changed more than when it was touched or whether it lies in the trash."""
    return any(body.get(name) != base.get(name) for name in {*base, *body} - _BOOKKEEPING)


def at(body: Body, path: str) -> Any:
    """Return what stands in a body at the path of a clash; None when that isn't there."""
    value: Any = body
    for name in path.split("."):
        value = _step(value, name)
    return value


def with_at(body: Body, path: str, value: Any) -> dict[str, Any]:
    """Return a body with `value` at the path of a clash; where the way there is gone, the body as it is."""
    name, _, rest = path.partition(".")
    made = dict(body)
    if not rest:
        made[name] = value
        return made
    inner = made.get(name)
    if isinstance(inner, Mapping):
        made[name] = with_at(inner, rest, value)
    elif isinstance(inner, (list, tuple)):
        line, _, deeper = rest.partition(".")
        made[name] = [with_at(each, deeper, value) if deeper and each.get("id") == line else each for each in inner]
    return made


def _step(value: Any, name: str) -> Any:
    if isinstance(value, Mapping):
        return value.get(name)
    if isinstance(value, (list, tuple)):
        return next((each for each in value if isinstance(each, Mapping) and each.get("id") == name), None)
    return None


def _newer(mine: Body, theirs: Body) -> Body:
    newest = later_of(str(mine.get("moment", "")), str(theirs.get("moment", "")))
    return mine if mine.get("moment") == newest and theirs.get("moment") != newest else theirs


def _fields(base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any], path: str) -> Merged:
    body: dict[str, Any] = {}
    clashes: list[Clash] = []
    for name in [*theirs, *(each for each in mine if each not in theirs)]:
        was, ours, other = base.get(name, _MISSING), mine.get(name, _MISSING), theirs.get(name, _MISSING)
        if ours in (other, was):
            if name in theirs:
                body[name] = other
        elif other == was:
            if name in mine:
                body[name] = ours
        else:
            body[name], found = _both(name, (was, ours, other), f"{path}{name}")
            clashes.extend(found)
    if not path and body.get("trashed") and _is_rescued(base, mine, theirs):
        body["trashed"] = None
    return Merged(body, tuple(clashes))


def _both(name: str, values: tuple[Any, Any, Any], path: str) -> tuple[Any, Any]:
    """Return what a field is that both sides changed differently, and the clashes that this leaves."""
    was, ours, other = values
    if name in _NEWEST:
        return later_of(str(ours), str(other)), ()
    if name == "trashed":
        # Taken out of the trash is an edit; thrown away twice, it lies there since the last time.
        return (None if not ours or not other else later_of(ours, other)), ()
    if _is_lines(ours) and _is_lines(other) and _is_lines(was or []):
        return _lines(was or [], ours, other, path)
    if _is_set(ours) and _is_set(other) and _is_set(was or []):
        return _members(was or [], ours, other), ()
    if isinstance(ours, Mapping) and isinstance(other, Mapping) and name in {"details", "shared"}:
        inner = _fields(dict(was or {}), dict(ours), dict(other), f"{path}.")
        return inner.body, inner.clashes
    return ours, (Clash(path, was, ours, other),)


def _is_rescued(base: Body, mine: Body, theirs: Body) -> bool:
    """Tell whether one side threw away what the other was working on meanwhile."""
    return bool(
        (mine.get("trashed") and not theirs.get("trashed") and is_edit(base, theirs))
        or (theirs.get("trashed") and not mine.get("trashed") and is_edit(base, mine))
    )


def _is_set(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and all(isinstance(each, str) for each in value)


def _is_lines(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and all(isinstance(each, Mapping) and "id" in each for each in value)


def _members(was: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return who is in a set: added by either, removed by neither; in their order, mine behind."""
    kept = [each for each in theirs if each in mine or each not in was]
    return [*kept, *(each for each in mine if each not in theirs and each not in was)]


def _lines(was: Any, mine: Any, theirs: Any, path: str) -> tuple[list[dict[str, Any]], list[Clash]]:
    """Merge lines by id: one that was edited beats its removal; the order is that of the side that changed it."""
    base, ours, others = ({each["id"]: dict(each) for each in lines} for lines in (was, mine, theirs))
    made: dict[str, dict[str, Any]] = {}
    clashes: list[Clash] = []
    for line in {**others, **ours}:
        here, there, before = ours.get(line), others.get(line), base.get(line)
        if here is not None and there is not None:
            inner = _fields(before or {}, here, there, f"{path}.{line}.")
            made[line] = inner.body
            clashes.extend(inner.clashes)
        elif (left := here or there) is not None and left != before:
            made[line] = left
    is_mine_moved = _order(was, ours, others) != _order(mine, base, others)
    first, second = (mine, theirs) if is_mine_moved else (theirs, mine)
    return [
        made[line] for line in _placed([each["id"] for each in first], [each["id"] for each in second], made)
    ], clashes


def _order(lines: Any, *present: Mapping[str, Any]) -> list[str]:
    return [each["id"] for each in lines if all(each["id"] in one for one in present)]


def _placed(first: list[str], second: list[str], wanted: Mapping[str, Any]) -> list[str]:
    """Return the wanted lines in the order of `first`, those of `second` alone each behind what stood before it."""
    order = [each for each in first if each in wanted]
    for number, line in enumerate(second):
        if line in wanted and line not in order:
            before = next((each for each in reversed(second[:number]) if each in order), None)
            order.insert(order.index(before) + 1 if before is not None else 0, line)
    return order
