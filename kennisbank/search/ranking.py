"""Which of the contributions that meet a query come first, and which of their passages are shown.

Passages are scored by BM25 (k1 .9, b .4: best on short passages), with one idf a leaf over the whole index. A word in
an exact form always counts more than all inflected ones together. A contribution's score is that of its best passage,
a little more for further ones, and what its metadata adds: title, author and keyword over abstract over body.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kennisbank.search.evaluation import Evaluation, accepted
from kennisbank.search.heads import HEAD_FIELDS, Head
from kennisbank.search.matching import LeafHits
from kennisbank.search.query import Leaf, Node, Phrase, Prefix, Word, leaves
from kennisbank.search.segment_builder import SLOT_BITS
from kennisbank.search.snapshot import Snapshot

_K1 = 0.9
_B = 0.4
_INFLECTED = 0.35
_WHOLE = 1.25
"""A passage that holds all words by itself counts so much more."""
_FIELD_WORTH: Mapping[str, float] = MappingProxyType(
    {"title": 1.0, "authors": 1.3, "keywords": 0.8, "themes": 0.5, "abstract": 0.25}
)
_COVERED_WORTH: Mapping[str, float] = MappingProxyType({"title": 1.2, "authors": 1.5})
"""What is added when all words of the query stand in this one field, per unit of idf."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A contribution in its place: the passages to show and their scores; `fields` are the metadata that matched."""

    number: int
    score: float
    shown: set[int]
    scores: dict[int, float]
    fields: tuple[str, ...]

    def passages(self) -> list[tuple[int, float]]:
        """Return the passages (index, score) best first."""
        return sorted(((at, self.scores.get(at, 0.0)) for at in self.shown), key=lambda each: (-each[1], each[0]))


def rank(tree: Node, numbers: set[int], evaluation: Evaluation, snapshot: Snapshot) -> list[Ranked]:
    """Return `numbers` ranked, best first; equals by number, so that pages of an answer never overlap."""
    asked: dict[Leaf, int] = {}
    for leaf in leaves(tree):
        asked[leaf] = asked.get(leaf, 0) + 1
    weights = [
        (leaf, evaluation.leaf(leaf), _idf(evaluation.leaf(leaf), snapshot.passages) * count)
        for leaf, count in asked.items()
    ]
    scorer = _Scorer(tree, weights, snapshot.mean_length)
    heads = snapshot.heads
    ranked = [scorer.score(number, heads[number]) for number in numbers]
    ranked.sort(key=lambda each: (-each.score, each.number))
    return ranked


def _idf(hits: LeafHits, passages: int) -> float:
    count = min(hits.frequency, passages)
    return math.log(1 + (passages - count + 0.5) / (count + 0.5))


class _Scorer:
    def __init__(self, tree: Node, weights: list[tuple[Leaf, LeafHits, float]], mean_length: float) -> None:
        self._tree = tree
        self._weights = weights
        self._mean = mean_length
        self._only = tree if isinstance(tree, Word | Prefix | Phrase) else None
        self._total = sum(weight for _, _, weight in weights) or 1.0

    def score(self, number: int, head: Head) -> Ranked:
        """Score one contribution that meets the query."""
        scores: dict[int, float] = {}
        places: dict[Leaf, set[int]] = {}
        free: set[Leaf] = set()
        fields: dict[int, float] = {}
        head_score = 0.0
        for leaf, hits, weight in self._weights:
            lists = hits.docs.get(number)
            if not lists:
                continue
            counts: dict[int, float] = {}
            targets = head.targets
            for positions, worth in lists:
                for each in positions:
                    target = targets[each >> SLOT_BITS]
                    counts[target] = counts.get(target, 0.0) + worth
            best = 0.0
            for target in [each for each in counts if each < 0]:
                found = counts.pop(target)
                form = 1.0 if found >= 1 else _INFLECTED
                fields[target] = fields.get(target, 0.0) + weight * form
                best = max(best, form * _FIELD_WORTH[HEAD_FIELDS[-target - 1]])
                if target == -2:
                    free.add(leaf)
            head_score += weight * best
            places[leaf] = set(counts)
            self._add(counts, weight, head, scores)
        shown, is_whole = self._shown(places, free)
        score = self._gathered(shown, is_whole, scores) + head_score + self._covered(fields, head)
        names = tuple(HEAD_FIELDS[-target - 1] for target in sorted(fields, reverse=True))
        return Ranked(number, score, shown, scores, names)

    def _add(self, counts: dict[int, float], weight: float, head: Head, scores: dict[int, float]) -> None:
        lengths, mean = head.lengths, self._mean
        for target, found in counts.items():
            norm = _K1 * (1 - _B + _B * lengths[target] / mean)
            exact = int(found)
            if exact:
                gain = weight * exact * (_K1 + 1) / (exact + norm)
            else:
                count = found * 4096
                gain = _INFLECTED * weight * count * (_K1 + 1) / (count + norm)
            scores[target] = scores.get(target, 0.0) + gain

    def _shown(self, places: dict[Leaf, set[int]], free: set[Leaf]) -> tuple[set[int], bool]:
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

    @staticmethod
    def _gathered(shown: set[int], is_whole: bool, scores: dict[int, float]) -> float:  # noqa: FBT001 - private
        if not shown:
            return 0.0
        best = max([scores.get(at, 0.0) for at in shown]) * (_WHOLE if is_whole else 1.0)
        return best * (1 + 0.04 * min(4.0, math.log2(len(shown))))

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
