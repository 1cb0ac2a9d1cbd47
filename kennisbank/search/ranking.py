"""Which of the contributions that meet a query come first, and which of their passages are shown.

A passage is scored by BM25F as if the title, the authors and the keywords of its contribution stood in it: the counts
of a word are added up first, each field with its weight, and only then bent by BM25's curve. So a word that stands in
both counts less than two words that stand in one each, which is where adding up the scores of fields goes wrong. An
occurrence counts by how near it is to what was typed (`leaf_hits.WEIGHTS`), a word asked twice twice, and words that
stand as close together as they were typed count once more.

Everything is an array over all passages or all contributions, so that no passage that could be the best is skipped, and
totals are exact.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType

import numpy as np

from kennisbank.search.evaluation import Evaluation
from kennisbank.search.heads import HEAD_FIELDS
from kennisbank.search.layout import FIELDS, Floats, Mask, Numbers
from kennisbank.search.leaf_hits import RANK, LeafHits
from kennisbank.search.places import NO_PLACES, distances, is_in
from kennisbank.search.query import Leaf, Node, leaves
from kennisbank.search.segment_builder import SLOT_BITS
from kennisbank.search.snapshot import Snapshot

K1, B = 1.2, 0.6
FIELD_WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"title": 1.5, "authors": 1.5, "keywords": 0.6, "themes": 0.4, "abstract": 0.3}
)
"""What an occurrence in a metadata field counts beside one in a passage of mean length."""
COVERED: Mapping[str, float] = MappingProxyType(
    {"title": 2.0, "authors": 2.5, "keywords": 1.8, "themes": 1.0, "abstract": 0.5}
)
"""What is added, per unit of idf, when all words of the query stand in this one field."""
CLOSE = 0.4
"""What words close together add, as a part of the lesser's weight."""
CLOSE_WITHIN = 8
WHOLE = 1.15
"""A passage that meets the query by itself counts so much more."""
BREADTH = 0.3
"""How much the whole contribution counts beside its best passage."""
MOSTLY = 0.58
"""Part of the query's weight that a passage must hold to be shown though it doesn't meet all of it."""


class Ranking:
    """The scores of all passages and contributions for one query."""

    def __init__(self, tree: Node, evaluation: Evaluation, snapshot: Snapshot, fragments: Numbers = NO_PLACES) -> None:
        """Score what `evaluation` finds for `tree`; passages that hold `fragments` of it are shown."""
        self._fragments = fragments
        asked: dict[Leaf, int] = {}
        for leaf in leaves(tree):
            asked[leaf] = asked.get(leaf, 0) + 1
        self._tree = tree
        self._evaluation = evaluation
        self._snapshot = snapshot
        self._layout = snapshot.layout
        weights = {leaf: self._weight(evaluation.leaf(leaf), count) for leaf, count in asked.items()}
        present = [weight for leaf, weight in weights.items() if not evaluation.leaf(leaf).is_empty]
        # A word that stands nowhere weighs hardly more than the rarest of the others: it must not silence them all.
        most = 1.01 * max(present, default=1.0)
        self._leaves = [(leaf, evaluation.leaf(leaf), min(weight, most)) for leaf, weight in weights.items()]
        self.total_weight = sum(weight for _, _, weight in self._leaves) or 1.0
        layout = self._layout
        self._scores: Floats = np.zeros(layout.passages, np.float32)
        self._covered: Floats = np.zeros(layout.passages, np.float32)
        self._heads: Floats = np.zeros(layout.contributions, np.float32)
        self._breadth: Floats = np.zeros(layout.contributions, np.float32)
        self.coverage: Floats = np.zeros(layout.contributions, np.float32)
        self._fields: Floats = np.zeros(layout.contributions * FIELDS, np.float32)
        self._zeros: Floats = np.zeros(layout.contributions, np.float32)
        self._repeated: Mask = np.zeros(layout.passages, np.bool_)
        for _, hits, weight in self._leaves:
            self._add(hits, weight)
        self._add_closeness()

    def _weight(self, hits: LeafHits, asked: int) -> float:
        """Return the idf of a leaf, from the passages it stands in, times how often it is asked."""
        count = len(hits.passages())
        if not count:
            count = sum(len(tier.found.fields) for tier in hits.tiers)
        total = max(self._layout.passages, self._layout.contributions)
        count = min(count, total)
        return float(np.log(1 + (total - count + 0.5) / (count + 0.5))) * asked

    @cached_property
    def _norms(self) -> Floats:
        lengths = self._layout.lengths
        mean = float(lengths.mean()) if len(lengths) else 1.0
        return (1 - B + B * lengths / max(mean, 1.0)).astype(np.float32)

    @cached_property
    def _long_norms(self) -> Floats:
        """Return BM25's allowance for the length of whole contributions."""
        layout = self._layout
        sums = np.bincount(layout.homes, layout.lengths, layout.contributions)
        mean = float(sums[sums > 0].mean()) if sums.any() else 1.0
        return (1 - B + B * sums / max(mean, 1.0)).astype(np.float32)

    def _add(self, hits: LeafHits, weight: float) -> None:
        """Add what one leaf gives: to the passages it stands in, and to all passages below metadata that has it."""
        layout = self._layout
        heads, head = self._add_fields(hits, weight)
        passages, counts = _weighted([(tier.found.passages, tier.found.counts * tier.weight) for tier in hits.tiers])
        homes = layout.homes[passages]
        self._covered[passages] += weight
        of_head = self._zeros
        of_head[heads] = head
        gains = counts / self._norms[passages] + of_head[homes]
        self._scores[passages] += weight * (K1 + 1) * gains / (gains + K1)
        below = layout.passages_of(heads)
        below = below[~is_in(below, passages)]
        gains = of_head[layout.homes[below]]
        self._scores[below] += weight * (K1 + 1) * gains / (gains + K1)
        contributions, sums = _weighted([(homes, counts / self._long_norms[homes]), (heads, head)])
        self.coverage[contributions] += weight
        self._breadth[contributions] += weight * (K1 + 1) * sums / (sums + K1)
        self._heads[heads] += weight * (K1 + 1) * head / (head + K1)
        of_head[heads] = 0

    def _add_fields(self, hits: LeafHits, weight: float) -> tuple[Numbers, Floats]:
        """Note the metadata fields a leaf stands in; return the contributions, and what they count as occurrences."""
        every = [(tier.found.fields, np.full(len(tier.found.fields), tier.weight, np.float32)) for tier in hits.tiers]
        fields, nearest = _weighted(every, np.maximum)
        self._fields[fields] += weight * nearest
        homes, names = np.divmod(fields, FIELDS)
        return _weighted([(homes, nearest * _FIELD_WEIGHTS[names])])

    def _add_closeness(self) -> None:
        """Add what words give that stand as near to each other as neighbours in the query do."""
        layout = self._layout
        for (_, one, weight), (_, other, its) in pairwise(self._leaves):
            these, those = one.places(), other.places()
            if not len(these) or not len(those):
                continue
            if len(these) > len(those):
                these, those = those, these
            apart = distances(these, those)
            is_close = apart <= CLOSE_WITHIN
            apart = np.maximum(apart, 1)  # one word that two were typed for is as close as neighbours
            passages = layout.codes[these[is_close] >> SLOT_BITS]
            gains = np.bincount(passages, 1.0 / apart[is_close], layout.passages)
            self._scores += (CLOSE * min(weight, its) * (K1 + 1) * gains / (gains + K1)).astype(np.float32)

    # The answer

    @cached_property
    def _whole(self) -> Mask:
        """Tell which passages meet the query by themselves, or with the names of their authors."""
        evaluation, layout = self._evaluation, self._layout
        whole = evaluation.passages(self._tree)
        if whole is None:
            return np.ones(layout.passages, np.bool_) if not self._leaves else self._covered > 0
        written = [evaluation.written_by(leaf) for leaf, _, _ in self._leaves]
        if any(each.any() for each in written):
            by_authors = evaluation.passages(self._tree, by_authors=True)
            is_author_only = np.logical_and.reduce(written)[layout.homes]
            if by_authors is not None:
                whole = whole | (by_authors & ~is_author_only & (self._covered > 0))
        return whole

    @cached_property
    def shown(self) -> Mask:
        """Tell which passages are shown for their contribution.

        Those that meet the query, and those that hold most of it; where there are none, those that hold the most.
        """
        layout = self._layout
        if not self._leaves:
            return np.zeros(layout.passages, np.bool_)
        shown = self._whole | (self._covered >= MOSTLY * self.total_weight)
        shown[self._fragments] |= self._covered[self._fragments] > 0
        has_some = np.zeros(layout.contributions, np.bool_)
        has_some[layout.homes[shown]] = True
        most = np.zeros(layout.contributions, np.float32)
        np.maximum.at(most, layout.homes, self._covered)
        best = (self._covered > 0) & (self._covered >= most[layout.homes] * 0.999)
        shown |= best & ~has_some[layout.homes]
        is_scattered = np.ones(layout.contributions, np.bool_)
        is_scattered[layout.homes[self._whole]] = False
        self._add_best_of_each(shown, is_scattered)
        repeats = self._snapshot.repeats
        self._repeated = shown & (repeats >= 0) & shown[repeats]
        found: Mask = shown & ~self._repeated
        return found

    def _add_best_of_each(self, shown: Mask, scattered: Mask) -> None:
        """Show, in contributions whose words are scattered, the best passage of each word that no shown one holds."""
        homes = self._layout.homes
        for _, hits, _ in self._leaves if len(self._leaves) <= _FEW else ():
            passages = hits.passages()
            passages = passages[scattered[homes[passages]]]
            has_it = np.zeros(self._layout.contributions, np.bool_)
            has_it[homes[passages[shown[passages]]]] = True
            passages = passages[~has_it[homes[passages]]]
            order = np.lexsort((-self._scores[passages], homes[passages]))
            _, firsts = np.unique(homes[passages[order]], return_index=True)
            shown[passages[order][firsts]] = True

    @cached_property
    def place_counts(self) -> Numbers:
        """Return for each contribution how many passages of it are shown, or without any, how many fields."""
        passages = np.bincount(self._layout.homes[self.shown], minlength=self._layout.contributions)
        fields = (self._fields.reshape(-1, FIELDS) > 0).sum(axis=1)
        return np.where(passages > 0, passages, fields)

    @cached_property
    def scores(self) -> Floats:
        """Return the score of each contribution: its best passage, the whole of it, and its metadata."""
        layout = self._layout
        passages = np.where(self._whole, self._scores * WHOLE, self._scores)
        best = self._heads.copy()
        np.maximum.at(best, layout.homes, passages)
        return best + BREADTH * self._breadth + self._title_and_authors

    @cached_property
    def _title_and_authors(self) -> Floats:
        """Return what is added for a title or authors that hold the query, most for a title that says no more."""
        added: Floats = np.zeros(self._layout.contributions, np.float32)
        every = self._fields.reshape(-1, FIELDS)
        for name, worth in COVERED.items():
            part = every[:, HEAD_FIELDS.index(name)] / self.total_weight
            for number in np.flatnonzero(part > _LEAST_COVERED):
                head = self._snapshot.heads.get(int(number))
                if head is None:
                    continue
                says_more = len(head.title.split()) if name == "title" else 0
                fits = 0.7 + 0.3 * min(1.0, len(self._leaves) / max(1, says_more)) if says_more else 1.0
                gain = worth * fits * self.total_weight * float(part[number]) ** 3
                added[number] = max(added[number], gain)
        return added

    @cached_property
    def _ranks(self) -> Numbers:
        """Return for each contribution how near what it holds is to what was typed, for a query of one word."""
        ranks: Numbers = np.zeros(self._layout.contributions, np.int64)
        if len(self._leaves) != 1:
            return ranks
        ((_, hits, _),) = self._leaves
        ranks += max(RANK.values())
        for tier in hits.tiers:
            homes = tier.found.homes(self._layout)
            ranks[homes] = np.minimum(ranks[homes], RANK[tier.why] if tier.weight < _AS_TYPED else 0)
        return ranks

    def ranked(self, chosen: Mask, first: Mask) -> tuple[Numbers, Floats]:
        """Return the numbers of `chosen` contributions, best first, and their scores; those of `first` before all.

        Equals stand by number, so that pages of an answer never overlap. No score is higher than the one before it.
        """
        numbers = np.flatnonzero(chosen)
        scores = self.scores[numbers]
        order = np.lexsort((numbers, -scores, self._ranks[numbers], ~first[numbers]))
        return numbers[order], np.minimum.accumulate(scores[order])

    def fields(self, number: int) -> tuple[str, ...]:
        """Return the metadata fields of a contribution in which something stands that was asked."""
        row = self._fields[number * FIELDS : (number + 1) * FIELDS]
        return tuple(name for name, weight in zip(HEAD_FIELDS, row, strict=True) if weight > 0)

    def passages(self, number: int) -> list[tuple[int, float]]:
        """Return the passages of a contribution that are shown (index in it, score), best first."""
        first, last = (int(each) for each in self._layout.first_passages[number : number + 2])
        shown = np.flatnonzero(self.shown[first:last])
        whole, scores = self._whole[first:last], self._scores[first:last]
        order = sorted(shown, key=lambda at: (not whole[at], -scores[at], at))
        return [(int(at), float(scores[at])) for at in order]

    def repeats(self, number: int) -> dict[int, list[int]]:
        """Return, for the passages of a contribution that are shown, those that only say them again and are not."""
        first, last = (int(each) for each in self._layout.first_passages[number : number + 2])
        if not self.shown.any():
            return {}
        found: dict[int, list[int]] = {}
        for at in np.flatnonzero(self._repeated[first:last]):
            found.setdefault(int(self._snapshot.repeats[first + at]) - first, []).append(int(at))
        return found

    def lacking(self, number: int) -> tuple[str, ...]:
        """Return the asked words that stand nowhere in a contribution."""
        return tuple(word for word, homes in self._homes if not homes[number])

    @cached_property
    def _homes(self) -> list[tuple[str, Mask]]:
        """Return each asked word with the contributions it stands in."""
        return [(hits.word, hits.homes(self._layout)) for _, hits, _ in self._leaves]


_FIELD_WEIGHTS: Floats = np.array([FIELD_WEIGHTS[name] for name in HEAD_FIELDS], np.float32)
_FEW = 6
"""Words of a query, each of which is shown at least once in every contribution."""
_LEAST_COVERED = 0.3
"""Part of the query that a title must hold before it adds anything worth reckoning."""
_AS_TYPED = 0.9


def _weighted(pairs: Sequence[tuple[Numbers, Floats]], by: np.ufunc = np.add) -> tuple[Numbers, Floats]:
    """Return every number of `pairs` once, ascending, with its values taken together."""
    if len(pairs) == 1 and len(pairs[0][0]) < 2:
        return pairs[0]
    numbers = np.concatenate([NO_PLACES, *(each for each, _ in pairs)])
    if not len(numbers):
        return NO_PLACES, np.zeros(0, np.float32)
    values = np.concatenate([each for _, each in pairs])
    order = np.argsort(numbers, kind="stable")
    numbers, values = numbers[order], values[order]
    starts = np.flatnonzero(np.concatenate([[True], numbers[1:] != numbers[:-1]]))
    return numbers[starts], by.reduceat(values, starts).astype(np.float32)
