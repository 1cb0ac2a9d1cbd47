"""Which of the contributions that meet a query come first, and which of their passages are shown.

Passages are scored by BM25 (k1 .9, b .4: best on short passages), with one idf a leaf over the whole index. A word in
an exact form always counts more than all inflected ones together. A contribution's score is that of its best passage,
a little more for further ones, and what its metadata adds: title, author and keyword over abstract over body.
"""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import cast

from kennisbank.search.evaluation import Evaluation, accepted
from kennisbank.search.heads import HEAD_FIELDS, Head
from kennisbank.search.matching import EXACT, INFLECTED, LeafHits, Places
from kennisbank.search.query import Leaf, Node, Phrase, Prefix, Word, leaves
from kennisbank.search.segment_builder import SLOT_BITS
from kennisbank.search.snapshot import Snapshot

_K1 = 0.9
_B = 0.4
_INFLECTED = 0.35
_HEAD_TARGETS = tuple(-1 - at for at in range(len(HEAD_FIELDS)))
_AUTHORS = -2
_PLACE = (1 << SLOT_BITS) - 1
_WHOLE = 1.25
"""A passage that holds all words by itself counts so much more."""
_FIELD_WORTH: Mapping[str, float] = MappingProxyType(
    {"title": 1.0, "authors": 1.3, "keywords": 0.8, "themes": 0.5, "abstract": 0.25}
)
_COVERED_WORTH: Mapping[str, float] = MappingProxyType({"title": 1.2, "authors": 1.5})
"""What is added when all words of the query stand in this one field, per unit of idf."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A contribution in its place: how many passages of it are shown, and the metadata that matched."""

    number: int
    score: float
    passages: int
    fields: tuple[str, ...]


def _idf(hits: LeafHits, passages: int) -> float:
    count = min(hits.frequency, passages)
    return math.log(1 + (passages - count + 0.5) / (count + 0.5))


class Ranking:
    """The order in which contributions that meet a query, and their passages, are shown.

    Every contribution that meets it is scored, but the scores of its passages are kept only for those that are shown:
    `passages` makes them again.
    """

    def __init__(self, tree: Node, evaluation: Evaluation, snapshot: Snapshot) -> None:
        """Rank what `evaluation` finds for `tree`."""
        asked: dict[Leaf, int] = {}
        for leaf in leaves(tree):
            asked[leaf] = asked.get(leaf, 0) + 1
        self._weights = [
            (leaf, evaluation.leaf(leaf), _idf(evaluation.leaf(leaf), snapshot.passages) * count)
            for leaf, count in asked.items()
        ]
        self._tree = tree
        self._heads = snapshot.heads
        self._norms = _Norms(snapshot.mean_length)
        self._only = tree if isinstance(tree, Word | Prefix | Phrase) else None
        self._total = sum(weight for _, _, weight in self._weights) or 1.0

    def ranked(self, numbers: Iterable[int]) -> list[Ranked]:
        """Return `numbers` ranked, best first; equals by number, so that pages of an answer never overlap."""
        found = [self._ranked(number, self._heads[number]) for number in numbers]
        found.sort(key=lambda each: (-each.score, each.number))
        return found

    def passages(self, number: int) -> list[tuple[int, float]]:
        """Return the passages of a contribution that are shown (index, score), best first."""
        head = self._heads[number]
        met = self._met(number, head)
        scores = self._scores(met, head)
        shown, _ = self._shown(met.places(), met.free)
        return sorted(((at, scores.get(at, 0.0)) for at in shown), key=lambda each: (-each[1], each[0]))

    def _ranked(self, number: int, head: Head) -> Ranked:
        met = self._met(number, head)
        if self._only is not None:
            (_, weight, counts), *_ = met.leaves
            count = len(counts)
            best = weight * max(self._gains(counts, head), default=0.0) * _WHOLE
        else:
            scores = self._scores(met, head)
            shown, is_whole = self._shown(met.places(), met.free)
            count = len(shown)
            best = max([scores.get(at, 0.0) for at in shown], default=0.0) * (_WHOLE if is_whole else 1.0)
        score = best * (1 + 0.04 * min(4.0, math.log2(count))) if count else 0.0
        if not met.fields:
            return Ranked(number, score, count, ())
        names = tuple(HEAD_FIELDS[-target - 1] for target in sorted(met.fields, reverse=True))
        return Ranked(number, score + met.head_score + self._covered(met.fields, head), count or len(names), names)

    def _met(self, number: int, head: Head) -> "_Met":
        met = _Met()
        for leaf, hits, weight in self._weights:
            lists = hits.docs.get(number)
            if not lists:
                continue
            counts = _counted(lists, head.targets, has_counts=hits.has_counts)
            best = 0.0
            for target in _HEAD_TARGETS:
                if target in counts:
                    form = 1.0 if counts.pop(target) >= 1 else _INFLECTED
                    met.fields[target] = met.fields.get(target, 0.0) + weight * form
                    best = max(best, form * _FIELD_WORTH[HEAD_FIELDS[-target - 1]])
                    if target == _AUTHORS:
                        met.free.add(leaf)
            met.head_score += weight * best
            met.leaves.append((leaf, weight, counts))
        return met

    def _scores(self, met: "_Met", head: Head) -> dict[int, float]:
        """Return the score of each passage in which something stands."""
        scores: dict[int, float] = {}
        for _, weight, counts in met.leaves:
            for target, gain in zip(counts, self._gains(counts, head), strict=True):
                scores[target] = scores.get(target, 0.0) + weight * gain
        return scores

    def _gains(self, counts: "_Counts", head: Head) -> list[float]:
        """Return what each passage of `counts`, in turn, gains per unit of idf."""
        norms, lengths = self._norms, head.lengths
        return [
            (_K1 + 1) * found / (found + norms[lengths[target]])
            if found >= 1
            else _INFLECTED * (_K1 + 1) * found / (found + norms[lengths[target]] * INFLECTED)
            for target, found in counts.items()
        ]

    def _shown(self, places: dict[Leaf, AbstractSet[int]], free: set[Leaf]) -> tuple[AbstractSet[int], bool]:
        """Return the passages to show, and whether they meet the query by themselves."""
        if self._only is not None:
            return places.get(self._only, set()), True
        if free and len(free) < len(self._weights):
            whole = accepted(self._tree, places, free)
            if whole:
                return whole, True
        whole = accepted(self._tree, places, set())
        if whole:
            return whole, True
        counts: dict[int, int] = {}
        for these in places.values():
            for target in these:
                counts[target] = counts.get(target, 0) + 1
        most = max(counts.values(), default=0)
        return {target for target, count in counts.items() if count == most}, False

    def _covered(self, fields: dict[int, float], head: Head) -> float:
        """Return what is added for a title or author that holds the query, most for a title that says no more."""
        best = 0.0
        for target, weight in fields.items():
            name = HEAD_FIELDS[-target - 1]
            worth = _COVERED_WORTH.get(name)
            if worth is None:
                continue
            if name == "title":
                worth *= 0.7 + 0.3 * min(1.0, len(self._weights) / max(1, len(head.title.split())))
            best = max(best, worth * self._total * (weight / self._total) ** 3)
        return best


_Counts = dict[int, float]
"""Per target how often a leaf stands in it: exact places are counted whole, and if there are none, inflected ones as
parts (`INFLECTED`)."""


@dataclass(slots=True)
class _Met:
    """What of a query one contribution meets: leaves with their weight and the passages they stand in."""

    leaves: list[tuple[Leaf, float, _Counts]] = field(default_factory=list)
    free: set[Leaf] = field(default_factory=set)
    fields: dict[int, float] = field(default_factory=dict)
    head_score: float = 0.0

    def places(self) -> dict[Leaf, AbstractSet[int]]:
        """Return the passages in which each leaf stands."""
        return {leaf: counts.keys() for leaf, _, counts in self.leaves}


class _Norms(dict[int, float]):
    """BM25's allowance for the length of a passage, per length."""

    def __init__(self, mean_length: float) -> None:
        self._mean = mean_length

    def __missing__(self, length: int) -> float:
        norm = self[length] = _K1 * (1 - _B + _B * length / self._mean)
        return norm


def _counted(lists: Places, targets: "array[int]", *, has_counts: bool) -> _Counts:
    exact = [each for each, worth in lists if worth == EXACT]
    if has_counts:
        return _summed(exact, targets)
    counts = cast("_Counts", Counter([targets[each >> SLOT_BITS] for positions in exact for each in positions]))
    if len(exact) < len(lists):
        others = [targets[each >> SLOT_BITS] for positions, worth in lists if worth != EXACT for each in positions]
        for target, count in Counter(others).items():
            if target not in counts:
                counts[target] = count * INFLECTED
    return counts


def _summed(lists: "list[array[int]]", targets: "array[int]") -> _Counts:
    """Return the counts that stand in the places' lower bits."""
    counts: _Counts = {targets[each >> SLOT_BITS]: (each & _PLACE) + 1 for positions in lists for each in positions}
    if len(counts) < sum(map(len, lists)):  # a passage that takes several slots
        counts = {}
        for positions in lists:
            for each in positions:
                target = targets[each >> SLOT_BITS]
                counts[target] = counts.get(target, 0) + (each & _PLACE) + 1
    return counts
