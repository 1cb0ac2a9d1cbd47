"""The tree of a query, in the program's own terms: what `parser.parse` makes and `matching` answers.

Trees are flat where they can be (an *and* holds no *and*), and two trees are equal when they ask the same, wherever the
words stood. `to_text` writes a tree so that parsing the text gives the tree again.
"""

from dataclasses import dataclass
from dataclasses import field as attribute
from typing import Literal

from kennisbank.domain.results import FacetName

TextField = Literal["", "title", "authors", "keywords", "themes", "abstract"]


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it was typed, in `field` (``""``: anywhere); `is_compound` when two typed words make it."""

    text: str
    field: TextField = ""
    start: int = attribute(default=0, compare=False)
    end: int = attribute(default=0, compare=False)
    is_compound: bool = False


@dataclass(frozen=True, slots=True)
class Prefix:
    """All words that begin with `text`."""

    text: str
    field: TextField = ""
    start: int = attribute(default=0, compare=False)
    end: int = attribute(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side, in these forms."""

    words: tuple[str, ...]
    field: TextField = ""
    start: int = attribute(default=0, compare=False)
    end: int = attribute(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class InFacet:
    """Contributions with this value: folded, whole, or its beginning when `is_prefix`."""

    facet: FacetName
    value: str
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class InYears:
    """Contributions of these years, both included; None is open."""

    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Not:
    """Contributions that don't meet `child`."""

    child: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """All of them; without children: asks nothing."""

    children: tuple["Node", ...] = ()


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of them."""

    children: tuple["Node", ...]


Leaf = Word | Prefix | Phrase
Node = Leaf | InFacet | InYears | Not | And | Or
NOTHING_ASKED = And()

_FACET_NAMES: dict[FacetName, str] = {"edition": "edition", "language": "lang", "kind": "type"}


def all_of(children: list[Node]) -> Node:
    """Return the tree that asks all of `children`, flat."""
    flat: list[Node] = []
    for child in children:
        flat.extend(child.children if isinstance(child, And) else (child,))
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def any_of(children: list[Node]) -> Node:
    """Return the tree that asks one of `children`, flat."""
    flat: list[Node] = []
    for child in children:
        flat.extend(child.children if isinstance(child, Or) else (child,))
    return flat[0] if len(flat) == 1 else Or(tuple(flat))


def to_text(node: Node) -> str:  # noqa: PLR0911 - one for each kind of node
    """Return `node` as a query that is parsed to it again."""
    match node:
        case Word(text, name):
            return _with_field(name, text)
        case Prefix(text, name):
            return _with_field(name, f"{text}*")
        case Phrase(words, name):
            return _with_field(name, f'"{" ".join(words)}"')
        case InFacet(facet, value, is_prefix):
            return f'{_FACET_NAMES[facet]}:"{value}"' + ("*" if is_prefix else "")
        case InYears(first, last):
            return f"year:{'' if first is None else first}..{'' if last is None else last}"
        case Not(child):
            return f"-({to_text(child)})"
        case And(children):
            return " ".join(f"({to_text(child)})" if isinstance(child, Or) else to_text(child) for child in children)
        case Or(children):
            return " OR ".join(to_text(child) for child in children)


def _with_field(name: TextField, text: str) -> str:
    return f"{name}:{text}" if name else text


def leaves(node: Node) -> list[Leaf]:
    """Return the leaves that are asked for, in order; what stands under a *not* is left out."""
    found: list[Leaf] = []
    waiting: list[Node] = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, And | Or):
            waiting.extend(reversed(each.children))
        elif isinstance(each, Word | Prefix | Phrase):
            found.append(each)
    return found
