"""Finding a quote in a file of which nothing else is known than the quote and what stood around it."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property

from kennisbank.documents.judging import AROUND, Passage, Place, surroundings
from kennisbank.documents.letters import letters_in
from kennisbank.documents.similarity import likeness, pieces
from kennisbank.domain.annotation import AnchorState, Quote

_SEED, _STEP = 8, 4
"""Letters of what is looked for to find places that may be meant, and from one to the next in the text."""
_COMMON = 40
"""Places of a seed beyond which it tells nothing."""
_MOST_PLACES = 4000
_MOST_SEEDED = 6
_BUCKET = 32
_LONG = 32
_SURE, _LIKELY = 0.75, 0.6
"""Likeness of what stands around: of one among several places, and of the only one."""
_MARGIN = 0.15
"""By which the place that is meant must be better than any other."""
_SHORT = 24
_ALIKE, _ALIKE_SHORT = 0.6, 0.75


class QuoteFinder:
    """Finds quotes in one row of letters."""

    def __init__(self, text: str) -> None:
        """Look in `text`, letters as `letters_in` gives them."""
        self._text = text

    def find(self, quote: Quote, near: Callable[[int], bool] | None = None) -> Place | None:
        """Return the one place that a quote means; None if there is none, or if it isn't sure which.

        `near` tells of the beginning of a place whether it is where the quote is said to be: of places that are equally
        good, the only one there is meant.
        """
        passage = Passage(
            letters_in(quote.exact), letters_in(quote.prefix)[-AROUND:], letters_in(quote.suffix)[:AROUND]
        )
        if not passage.letters:
            return None
        scored = sorted(((self._score(passage, each), each) for each in self.places(passage)), reverse=True)
        if not scored:
            return None
        best, place = scored[0]
        rivals = [place, *(each for value, each in scored if value > best - _MARGIN and not _overlap(each, place))]
        if near is not None and place.state != "changed":
            rivals = [each for each in rivals if near(each.start)] or rivals
            if len(rivals) == 1 and near(rivals[0].start):
                return rivals[0]
        if len(rivals) != 1:
            return None
        is_only = all(_overlap(each, place) for _, each in scored)
        return place if self._is_sure(passage, place, is_only=is_only) else None

    def _score(self, passage: Passage, place: Place) -> float:
        around = surroundings(passage, self._text, place.start, place.end)
        known = [side for side, text in ((around.before, passage.before), (around.behind, passage.behind)) if text]
        mean = sum(known) / len(known) if known else 0.0
        return place.similarity + max((mean, 0.9 * around.best))

    def _is_sure(self, passage: Passage, place: Place, *, is_only: bool) -> bool:
        around = surroundings(passage, self._text, place.start, place.end)
        length = len(passage.letters)
        if place.state == "changed":
            if length >= _SHORT:
                return place.similarity >= _ALIKE and around.best >= _LIKELY
            return place.similarity >= _ALIKE_SHORT and min(around.before, around.behind) >= _LIKELY
        if is_only and length >= _LONG:
            return True
        return around.best >= (_LIKELY if is_only else _SURE)

    def places(self, passage: Passage) -> Iterator[Place]:
        """Yield the places that have all its letters, and those that have many of them and of those around."""
        length, at = len(passage.letters), self._text.find(passage.letters)
        exact: list[int] = []
        while at >= 0 and len(exact) < _MOST_PLACES:
            exact.append(at)
            around = surroundings(passage, self._text, at, at + length)
            state: AnchorState = "same" if around.best >= _LIKELY else "moved"
            yield Place(at, at + length, state, 1.0)
            at = self._text.find(passage.letters, at + 1)
        for start, end in self._seeded(passage):
            if not any(start < other + length and other < end for other in exact):
                similarity = likeness(passage.letters, self._text[start:end])
                yield Place(start, end, "changed", round(similarity, 3))

    def _seeded(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """Yield the places to which pieces of the passage and of what stood around it lead."""
        whole = passage.before + passage.letters + passage.behind
        votes: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for at in range(len(whole) - _SEED + 1):
            for there in self._seeds.get(whole[at : at + _SEED], ()):
                votes[(there - at) // _BUCKET].append((at, there))
        seen: set[tuple[int, int]] = set()
        for bucket in sorted(votes, key=lambda each: len(votes[each]) + len(votes.get(each + 1, ())), reverse=True)[
            :_MOST_SEEDED
        ]:
            hits = votes[bucket] + votes.get(bucket + 1, [])
            found = self._mapped(passage, hits)
            if found is not None and found not in seen:
                seen.add(found)
                yield found

    def _mapped(self, passage: Passage, hits: list[tuple[int, int]]) -> tuple[int, int] | None:
        """Return what the passage became where some of its letters were hit."""
        whole = passage.before + passage.letters + passage.behind
        first, last = min(hits), max(hits)
        begin = max(0, first[1] - first[0])
        stop = min(len(self._text), last[1] + len(whole) - last[0])
        start, end = len(passage.before), len(passage.before) + len(passage.letters)
        new_start = new_end = None
        for step in pieces(whole, self._text[begin:stop]):
            if step.old_start <= start < step.old_end:
                new_start = min(step.new_start + start - step.old_start, step.new_end)
            if step.old_start < end <= step.old_end:
                at_end = step.new_end if end == step.old_end else step.new_start + end - step.old_start
                new_end = min(at_end, step.new_end)
        if new_start is None or new_end is None or new_start >= new_end:
            return None
        return begin + new_start, begin + new_end

    @cached_property
    def _seeds(self) -> dict[str, tuple[int, ...]]:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for at in range(0, len(self._text) - _SEED + 1, _STEP):
            places[self._text[at : at + _SEED]].append(at)
        return {seed: tuple(each) for seed, each in places.items() if len(each) <= _COMMON}


def _overlap(first: Place, second: Place) -> bool:
    return first.start < second.end and second.start < first.end
