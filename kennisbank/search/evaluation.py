"""Which contributions meet a query, and in which of their passages: sets, from the leaves up."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from kennisbank.domain.results import FacetName
from kennisbank.search.analysis import STOP_WORDS, fold
from kennisbank.search.heads import Head
from kennisbank.search.matching import LeafHits, LeafMatcher
from kennisbank.search.query import And, InFacet, InYears, Leaf, Node, Not, Or, Word, all_of

_SHORTEST_PART = 2
_ATTRIBUTES: Mapping[FacetName, str] = MappingProxyType(
    {
        "edition": "edition",
        "year": "year",
        "theme": "themes",
        "author": "authors",
        "keyword": "keywords",
        "language": "language",
        "kind": "kind",
    }
)


def facet_values(head: Head, facet: FacetName) -> tuple[str, ...]:
    """Return the values of a contribution under one facet, as they are shown."""
    value = getattr(head, _ATTRIBUTES[facet])
    if isinstance(value, tuple):
        return value
    return () if value is None or value == "" else (str(value),)


def without_stop_words(node: Node) -> Node:
    """Return `node` asking nothing of words that say nothing, as long as it asks something else beside them."""
    match node:
        case And(children):
            kept = [each for each in children if not _is_stop_word(each)]
            if not any(not isinstance(each, Not | InFacet | InYears) for each in kept):
                kept = list(children)
            return all_of([without_stop_words(each) for each in kept])
        case Or(children):
            return Or(tuple(without_stop_words(each) for each in children))
        case _:
            return node


def _is_stop_word(node: Node) -> bool:
    return isinstance(node, Word) and not node.field and fold(node.text) in STOP_WORDS


def with_compounds(node: Node, matcher: LeafMatcher) -> Node:
    """Return `node` in which two words side by side may also stand as one, where that one occurs."""
    match node:
        case And(children):
            new: list[Node] = []
            for each in children:
                before = new[-1] if new else None
                if isinstance(before, Word) and isinstance(each, Word) and before.field == each.field:
                    joined = fold(before.text) + fold(each.text)
                    if _are_parts(before, each) and matcher.has(joined):
                        new[-1] = Or(
                            (And((before, each)), Word(joined, each.field, before.start, each.end, is_compound=True))
                        )
                        continue
                new.append(with_compounds(each, matcher))
            return all_of(new)
        case Or(children):
            return Or(tuple(with_compounds(each, matcher) for each in children))
        case _:
            return node


def _are_parts(*words: Word) -> bool:
    return all(len(each.text) >= _SHORTEST_PART and each.text.isalpha() for each in words)


class Evaluation:
    """One query against one snapshot: leaves are looked up when they are first needed, once."""

    def __init__(self, heads: dict[int, Head], matcher: LeafMatcher) -> None:
        """Look leaves up by `matcher`, facets in `heads`."""
        self._heads = heads
        self._matcher = matcher
        self.hits: dict[Leaf, LeafHits] = {}

    def contributions(self, node: Node) -> set[int]:
        """Return the numbers of the contributions that meet `node` as a whole, wherever in them its parts stand."""
        match node:
            case And(children):
                return self._all(children)
            case Or(children):
                found: set[int] = set()
                for each in children:
                    found |= self.contributions(each)
                return found
            case Not(child):
                return self._heads.keys() - self.contributions(child)
            case InFacet(facet, value, is_prefix):
                return {at for at, head in self._heads.items() if _has(head, facet, value, is_prefix=is_prefix)}
            case InYears(first, last):
                return {
                    at
                    for at, head in self._heads.items()
                    if head.year is not None and (first or 0) <= head.year <= (9999 if last is None else last)
                }
            case _:
                return set(self.leaf(node).docs)

    def leaf(self, leaf: Leaf) -> LeafHits:
        """Return where a leaf stands."""
        found = self.hits.get(leaf)
        if found is None:
            found = self.hits[leaf] = self._matcher.find(leaf)
        return found

    def _all(self, children: Iterable[Node]) -> set[int]:
        found: set[int] | None = None
        for each in children:
            if isinstance(each, Not):
                continue
            these = self.contributions(each)
            found = these if found is None else found & these
            if not found:
                return set()
        if found is None:
            found = set(self._heads)
        for each in children:
            if isinstance(each, Not) and found:
                found -= self.contributions(each.child)
        return found


def _has(head: Head, facet: FacetName, value: str, *, is_prefix: bool) -> bool:
    for each in facet_values(head, facet):
        folded = " ".join(fold(each).split())
        if folded == value or (is_prefix and folded.startswith(value)):
            return True
    return False


def accepted(node: Node, places: dict[Leaf, AbstractSet[int]], free: set[Leaf]) -> AbstractSet[int] | None:
    """Return the passages of one contribution that meet `node` by themselves; None: all, it asks nothing of them.

    `places` are the passages in which each leaf stands, `free` the leaves that the authors' names already meet.
    """
    match node:
        case And(children):
            found: AbstractSet[int] | None = None
            for each in children:
                these = accepted(each, places, free)
                if these is not None:
                    found = these if found is None else found & these
            return found
        case Or(children):
            union: AbstractSet[int] = frozenset()
            for each in children:
                these = accepted(each, places, free)
                if these is not None:
                    union = union | these
            return union
        case Not() | InFacet() | InYears():
            return None
        case _:
            return None if node in free else places.get(node, frozenset())
