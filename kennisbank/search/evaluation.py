"""Which contributions meet a query, and in which of their passages: masks, from the leaves up."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import and_, or_

import numpy as np

from kennisbank.domain.results import Why
from kennisbank.lexicon.compounds import compound_joins
from kennisbank.search.analysis import STOP_WORDS, fold
from kennisbank.search.heads import HEAD_FIELDS
from kennisbank.search.layout import FIELDS, Mask
from kennisbank.search.leaf_hits import LeafHits, Other
from kennisbank.search.matching import LeafMatcher
from kennisbank.search.query import And, InFacet, InYears, Leaf, Node, Not, Or, Word, all_of
from kennisbank.search.snapshot import Snapshot
from kennisbank.search.synonyms import Synonyms

_MOST_JOINED = 5
"""Words typed apart that are tried as one."""
_MANY = 4
"""Words that make one by no rule of compounds, but as a name: *wat stemt mijn raad*."""
_AUTHORS = HEAD_FIELDS.index("authors")


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


def other_words(node: Node, matcher: LeafMatcher, synonyms: Synonyms | None) -> dict[Leaf, list[Other]]:
    """Return, for words that stand side by side in the query, what they are together by another name.

    *netwerk samenleving* is *netwerksamenleving* too, *verbeter de buurt* the host *verbeterdebuurt.nl*, and what two
    words mean together may be a synonym.
    """
    found: dict[Leaf, list[Other]] = {}
    match node:
        case And(children):
            for run in _runs(children):
                folded = [fold(word.text) for word in run]
                for first, last, other in _together(run, folded, matcher, synonyms):
                    for word in run[first:last]:
                        known = found.setdefault(word, [])
                        if other not in known:
                            known.append(other)
            for each in children:
                found.update(other_words(each, matcher, synonyms))
        case Or(children):
            for each in children:
                found.update(other_words(each, matcher, synonyms))
    return found


def _together(
    run: Sequence[Word], folded: Sequence[str], matcher: LeafMatcher, synonyms: Synonyms | None
) -> Iterator[tuple[int, int, Other]]:
    """Yield what words side by side are by another name, with the first of them and the one behind the last."""
    for first in range(len(run)):
        for last in range(first + 2, min(len(run), first + _MOST_JOINED) + 1):
            words = folded[first:last]
            made: tuple[str, ...] = ("".join(words),)
            if len(words) < _MANY and all(word.isalpha() for word in words):
                if _is_stop_word(run[first]) or _is_stop_word(run[last - 1]):
                    continue
                made = compound_joins(words)
            for each in made:
                if matcher.has(each):
                    yield first, last, Other((each,), "compound")
    if synonyms is not None:
        for first, last, terms in synonyms.spans(folded):
            if last - first > 1:
                yield from ((first, last, Other(term, "synonym")) for term in terms)


def typed_runs(node: Node) -> list[tuple[str, ...]]:
    """Return the runs of words, as typed, that follow each other in the query, anywhere in the text."""
    children = node.children if isinstance(node, And) else ()
    return [tuple(word.text for word in run) for run in _runs(children) if not run[0].field]


def _runs(children: Sequence[Node]) -> list[list[Word]]:
    """Return the runs of words of one field that follow each other in the query."""
    runs: list[list[Word]] = [[]]
    for each in children:
        if not isinstance(each, Word):
            runs.append([])
        elif runs[-1] and runs[-1][-1].field != each.field:
            runs.append([each])
        else:
            runs[-1].append(each)
    return [run for run in runs if len(run) > 1]


class Evaluation:
    """One query against one snapshot: leaves are looked up when they are first needed, once.

    `others` are, per word of the query, other words that count as it.
    """

    def __init__(
        self, snapshot: Snapshot, matcher: LeafMatcher, others: Mapping[Leaf, Sequence[Other]] | None = None
    ) -> None:
        """Look leaves up by `matcher`, facets in `snapshot`."""
        self._snapshot = snapshot
        self._matcher = matcher
        self._others = dict(others or {})
        self.layout = matcher.layout
        self.hits: dict[Leaf, LeafHits] = {}

    def leaf(self, leaf: Leaf) -> LeafHits:
        """Return where a leaf stands."""
        found = self.hits.get(leaf)
        if found is None:
            found = self.hits[leaf] = self._matcher.find(leaf, self._others.get(leaf, ()))
        return found

    def look_up(self, leaf: Leaf) -> LeafHits:
        """Return where another leaf stands, that isn't asked."""
        return self._matcher.find(leaf)

    def respell(self, leaf: Leaf, words: Iterable[str], why: Why) -> None:
        """Look `leaf` up again, as these words too."""
        self._others[leaf] = [*self._others.get(leaf, ()), *(Other((each,), why) for each in words)]
        self.hits.pop(leaf, None)

    def contributions(self, node: Node) -> Mask:
        """Tell which contributions meet `node` as a whole, wherever in them its parts stand."""
        match node:
            case And(children):
                return reduce(and_, map(self.contributions, children), self._snapshot.present)
            case Or(children):
                return reduce(or_, map(self.contributions, children))
            case Not(child):
                return self._snapshot.present & ~self.contributions(child)
            case InFacet(facet, value, is_prefix):
                return self._snapshot.facet(facet).where(lambda each: _fits(each, value, is_prefix=is_prefix))
            case InYears(first, last):
                least, most = first or 0, 9999 if last is None else last
                return self._snapshot.facet("year").where(lambda year: least <= int(year) <= most)
            case _:
                return self.leaf(node).homes(self.layout)

    def passages(self, node: Node, *, by_authors: bool = False) -> Mask | None:
        """Tell which passages meet `node` by themselves; None: all, it asks nothing of them.

        With `by_authors`, what the authors of a contribution are called stands in all its passages.
        """
        match node:
            case And(children):
                return _joined([self.passages(each, by_authors=by_authors) for each in children], and_)
            case Or(children):
                masks = [self.passages(each, by_authors=by_authors) for each in children]
                return None if any(each is None for each in masks) else _joined(masks, or_)
            case Not() | InFacet() | InYears():
                return None
            case _ if node.field:
                return None
            case _:
                found = np.zeros(self.layout.passages, np.bool_)
                for tier in self.leaf(node).tiers:
                    found[tier.found.passages] = True
                return found | self.written_by(node)[self.layout.homes] if by_authors else found

    def written_by(self, leaf: Leaf) -> Mask:
        """Tell which contributions have authors of whose names `leaf` is a part."""
        written = np.zeros(self.layout.contributions, np.bool_)
        for tier in self.leaf(leaf).tiers:
            fields = tier.found.fields
            written[fields[fields % FIELDS == _AUTHORS] // FIELDS] = True
        return written


def _joined(masks: Iterable[Mask | None], by: Callable[[Mask, Mask], Mask]) -> Mask | None:
    known = [each for each in masks if each is not None]
    return reduce(by, known) if known else None


def _fits(value: str, wanted: str, *, is_prefix: bool) -> bool:
    folded = " ".join(fold(value).split())
    return folded == wanted or (is_prefix and folded.startswith(wanted))
