"""The table of who may see and do what, as a page of the documentation: made of the rules that the archive keeps to."""

from collections.abc import Iterable, Sequence
from typing import get_args

from kennisbank.archive.web.act_needs import ACT_NEEDS, ACT_ROUTE, OBJECTS, ActNeed, Scope
from kennisbank.archive.web.desk_needs import DESK_NEEDS, Stake
from kennisbank.archive.web.rights import NEEDS, refusal
from kennisbank.sync.protocol_accounts import Right
from kennisbank.sync.protocol_desk import DeskList

RIGHTS: tuple[Right, ...] = get_args(Right)
_SAID: dict[ActNeed, str] = {
    "anybody": "yes",
    "side": "where they take part",
    "author_side": "as an author in it",
    "author": "of what they claimed",
    "own": "their own",
}
_STAKES: dict[Stake, str] = {"author": "an author of the contribution", "writer": "who wrote it, or asks for it"}
_SCOPES: dict[Scope, str] = {"all": "yes", "own": "own", "shown": "as its authors see it"}
_INTRODUCTION = """\
# Who may see and do what

Made by `scripts/rights_table.py` from the archive's own rules (`rights.NEEDS`, `act_needs.ACT_NEEDS`,
`act_needs.OBJECTS`, `desk_needs.DESK_NEEDS`); tests ask every cell over HTTP. A code in a cell is that of the refusal
(`protocol.Fault`).

Rights are of the archive: a *visitor* has no account, one that is *pending* wasn't let in yet, a *reader* was, an
*author* is a reader who has claimed a contribution, a *maintainer* looks after the archive, a *suspended* account may
fetch and erase what is its own. Whoever sends no token is a visitor, whatever account they have.
"""

_SEEN = """\
*own*: what is theirs, was said by or to them, or was shared with them. *As its authors see it*: without who sent it,
where a reader is shown by role. Of feedback that nobody answered a maintainer sees the contribution, the kind, the day
and the state. Names of readers who are shown by role are seen by nobody.
"""
_SPOKEN = """\
What somebody else has in their mailbox is not there for anybody else: an act on it `waits`, as one on what the archive
hasn't got. Who lacks a claim to a contribution, or takes back somebody else's comment, is `forbidden` to, and so is the
reader of a thread who would do what its authors do.
"""
_DECIDED = """\
A maintainer has a part in something when they have claimed the contribution, or when they wrote it or ask for it. They
see that it waits, and another maintainer decides it. Where nobody else can (there is no other maintainer, or each of
them has claimed the contribution of what was reported), they decide what the last column says; the trail says so, but
for what they wrote by role: that would name its sender. Nobody suspends a sender in what is their own.
"""
_WEBSITES = """\
Websites of past congresses are at an origin of their own: there `GET` and `HEAD` are for anybody, and there is nothing
else.
"""


def page() -> str:
    """Return the page, in Markdown."""
    parts = (
        _INTRODUCTION,
        _table("What is seen", "thing", ((name, [object_cell(name, each) for each in RIGHTS]) for name in OBJECTS)),
        _SEEN,
        _table("What is said", "act", ((name, [act_cell(name, each) for each in RIGHTS]) for name in ACT_NEEDS)),
        _SPOKEN,
        _desk_table(),
        _DECIDED,
        _table("Routes", "route", ((f"`{name}`", [route_cell(name, each) for each in RIGHTS]) for name in NEEDS)),
        _WEBSITES,
    )
    return "\n".join(parts)


def route_cell(route: str, right: Right) -> str:
    """Return what a route answers to a right: ``yes``, or the code of the refusal."""
    return refusal(NEEDS[route], right) or "yes"


def act_cell(act: str, right: Right) -> str:
    """Return whether somebody with a right may do an act."""
    need = ACT_NEEDS[act]
    is_no_author = right == "reader" and need in {"author", "author_side"}  # who has claimed something is an author
    return refusal(NEEDS[ACT_ROUTE], right) or ("–" if is_no_author else _SAID[need])


def object_cell(name: str, right: Right) -> str:
    """Return how much of a thing somebody with a right sees: by the widest of the routes that are open to them."""
    scopes = {each.scope for each in OBJECTS[name] if refusal(NEEDS[each.route], right) is None}
    if "own" in scopes and right == "visitor":  # who has no account has nothing
        scopes.discard("own")
    if "all" in scopes:
        return "yes"
    return ", ".join(_SCOPES[each] for each in ("own", "shown") if each in scopes) or "–"


def desk_cells(name: DeskList) -> tuple[str, str, str]:
    """Return of a list of the desk who has a part in what stands there, what they see of it, what they may decide."""
    need = DESK_NEEDS[name]
    if not need.stakes:
        return "–", "all of it", "as anybody"
    seen = "all of it" if need.shown else "that it waits"
    return " or ".join(_STAKES[each] for each in need.stakes), seen, ", ".join(need.alone)


def _desk_table() -> str:
    lines = [
        "## At the desk\n",
        "| list | has a part in it | sees | alone, decides |",
        "|---|---|---|---|",
        *(f"| `{name}` | {' | '.join(desk_cells(name))} |" for name in DESK_NEEDS),
    ]
    return "\n".join([*lines, ""])


def _table(title: str, head: str, rows: Iterable[tuple[str, Sequence[str]]]) -> str:
    lines = [f"## {title}\n", f"| {head} | {' | '.join(RIGHTS)} |", f"|{'---|' * (len(RIGHTS) + 1)}"]
    lines += [f"| {name} | {' | '.join(_shown(each) for each in cells)} |" for name, cells in rows]
    return "\n".join([*lines, ""])


def _shown(cell: str) -> str:
    return f"`{cell}`" if "_" in cell or cell in {"forbidden", "suspended"} else cell
