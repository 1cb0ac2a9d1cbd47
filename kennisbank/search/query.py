"""The tree of a query, in the program's own terms: what `parser.parse` makes and `matching` answers.

Trees are flat where they can be (an *and* holds no *and*), and two trees are equal when they ask the same, wherever the
words stood. `to_text` writes a tree so that parsing the text gives the tree again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as attribute
from itertools import groupby
from types import MappingProxyType
from typing import Literal

from kennisbank.domain.results import FacetName

TextField = Literal["", "title", "authors", "keywords", "themes", "abstract"]
Written = Literal["en", "nl"]
"""The language in which a query names its fields and operators; all of them are read in both."""


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
class Near:
    """Words, beginnings or phrases of which each stands within `distance` words of the next, in any order.

    `field` goes for all of them: the parts have none of their own.
    """

    parts: tuple[Word | Prefix | Phrase, ...]
    distance: int = 10
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


Leaf = Word | Prefix | Phrase | Near
Node = Leaf | InFacet | InYears | Not | And | Or
NOTHING_ASKED = And()

OPERATORS: Mapping[str, Literal["and", "or", "not", "near"]] = MappingProxyType(
    {
        "AND": "and", "EN": "and",
        "OR": "or", "OF": "or",
        "NOT": "not", "NIET": "not",
        "NEAR": "near", "NABIJ": "near",
    }
)  # fmt: skip
"""What stands between words, in capitals: in lower case these are words."""
NAME_PARTICLES = frozenset(
    "van de der den het ten ter te vande vander von zu la le les du di da del della dos el al af av".split()  # noqa: SIM905
)
"""Words that begin a family name: behind ``author:`` they take the next word along."""

_NAMES: Mapping[Written, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "title": "title", "authors": "author", "keywords": "keyword", "themes": "theme", "abstract": "abstract",
            "edition": "edition", "language": "lang", "kind": "type", "year": "year", "or": "OR", "near": "NEAR",
        },
        "nl": {
            "title": "titel", "authors": "auteur", "keywords": "trefwoord", "themes": "thema",
            "abstract": "samenvatting", "edition": "editie", "language": "taal", "kind": "soort", "year": "jaar",
            "or": "OF", "near": "NABIJ",
        },
    }
)  # fmt: skip


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


def to_text(node: Node, language: Written = "en") -> str:
    """Return `node` as a query that is parsed to it again, with the names of `language`."""
    return _Writer(language).written(node)


class _Writer:
    def __init__(self, language: Written) -> None:
        self._names = _NAMES[language]

    def written(self, node: Node) -> str:  # noqa: PLR0911 - one for each kind of node
        match node:
            case Word(text, name):
                return self._in(name, text)
            case Prefix(text, name):
                return self._in(name, f"{text}*")
            case Phrase(words, name):
                return self._in(name, f'"{" ".join(words)}"')
            case Near():
                return self._near(node)
            case InFacet(facet, value, is_prefix):
                is_plain = value.isascii() and value.isalnum() and not value.isdecimal()
                written = value if is_plain else f'"{value}"'
                return f"{self._names[facet]}:{written}" + ("*" if is_prefix else "")
            case InYears(first, last):
                return f"{self._names['year']}:{_years(first, last)}"
            case Not(child):
                text = self.written(child)
                is_one = isinstance(child, Word | Prefix | Phrase | InFacet | InYears) and not text.startswith("(")
                return f"-{text}" if is_one else f"-({text})"
            case And(children):
                return " ".join(self._row(children))
            case Or(children):
                return f" {self._names['or']} ".join(self.written(each) for each in children)

    def _row(self, children: tuple[Node, ...]) -> Iterator[str]:
        """Yield the parts of an *and*; what is asked side by side in one field goes into one pair of brackets."""
        for name, run in groupby(children, _field_of):
            group = list(run)
            if not name or len(group) == 1:
                yield from (f"({self.written(each)})" if isinstance(each, Or) else self.written(each) for each in group)
            else:
                words = (
                    self.written(replace(each, field="")) for each in group if isinstance(each, Word | Prefix | Phrase)
                )
                yield f"{self._names[name]}:({' '.join(words)})"

    def _in(self, name: TextField, text: str) -> str:
        if not name:
            return text.lower() if text in OPERATORS else text
        written = f"{self._names[name]}:{text}"
        return f"({written})" if name == "authors" and text.casefold() in NAME_PARTICLES else written

    def _near(self, near: Near) -> str:
        between = f" {self._names['near']}/{near.distance} "
        text = between.join(self.written(each) for each in near.parts)
        return f"{self._names[near.field]}:({text})" if near.field else text


def _field_of(node: Node) -> TextField:
    """Return the field that `node` can share with its neighbours; an operator's name in a field can't."""
    if not isinstance(node, Word | Prefix | Phrase) or (isinstance(node, Word) and node.text in OPERATORS):
        return ""
    return node.field


def _years(first: int | None, last: int | None) -> str:
    if first is not None and first == last:
        return f"{first:04}"
    return f"{'' if first is None else f'{first:04}'}..{'' if last is None else f'{last:04}'}"


def leaves(node: Node) -> list[Leaf]:
    """Return the leaves that are asked for, in order; what stands under a *not* is left out."""
    found: list[Leaf] = []
    waiting: list[Node] = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, And | Or):
            waiting.extend(reversed(each.children))
        elif isinstance(each, Word | Prefix | Phrase | Near):
            found.append(each)
    return found
