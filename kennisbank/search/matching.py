"""Where the leaves of a query stand: for each word, phrase or beginning the contributions and the places in them."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kennisbank.domain.results import Why
from kennisbank.search.analysis import Analyser, fold, keys_of
from kennisbank.search.codec import Postings
from kennisbank.search.heads import HEAD_FIELDS
from kennisbank.search.inflection import dutch_key, english_key
from kennisbank.search.query import Leaf, Phrase, Prefix, TextField, Word
from kennisbank.search.segment_builder import BEGINNING, MARK, SLOT_BITS
from kennisbank.search.snapshot import Part, Snapshot

EXACT = 1.0
INFLECTED = 2.0**-SLOT_BITS
"""What one place counts: all inflected places of a passage together stay below one exact one."""

CODES = ("n", "e", "x")
_PLACE = (1 << SLOT_BITS) - 1
_MOST_BEGINNINGS = 4000
"""Words that one prefix may stand for; beyond, the most frequent count."""

Places = list[tuple["array[int]", float]]


@dataclass(slots=True)
class LeafHits:
    """Where one leaf stands.

    `docs`: per contribution, by number, its positions (ascending in each array) and what one counts. `terms`: the
    terms to be marked and why; `beginning`: mark words that begin so; `sequences`: mark these runs of terms.
    `frequency` is the number of places over the whole index. With `has_counts` a place stands for as many as its lower
    bits say, and one more.
    """

    docs: dict[int, Places] = field(default_factory=dict)
    terms: dict[str, Why] = field(default_factory=dict)
    beginning: str = ""
    sequences: list[tuple[str, ...]] = field(default_factory=list)
    frequency: int = 0
    has_counts: bool = False


class LeafMatcher:
    """Finds leaves in one snapshot, in the field ``text`` or ``cover``."""

    def __init__(self, snapshot: Snapshot, analyser: Analyser, index_field: str = "text") -> None:
        """Look in `index_field` of `snapshot`."""
        self._snapshot = snapshot
        self._analyser = analyser
        self._field = index_field

    def find(self, leaf: Leaf) -> LeafHits:
        """Return where `leaf` stands."""
        match leaf:
            case Word(text):
                hits = self._word(text)
                if leaf.is_compound:
                    hits.terms = dict.fromkeys(hits.terms, "compound")
            case Prefix(text):
                hits = self._prefix(fold(text))
            case Phrase(words):
                hits = self._phrase(words)
        if leaf.field:
            self._keep_field(hits, leaf.field)
        return hits

    def has(self, term: str) -> bool:
        """Tell whether a term occurs, in whatever language."""
        return any(self._lists(part, (f"{term}{MARK}{code}" for code in CODES)) for part in self._snapshot.parts)

    # Words

    def _word(self, text: str) -> LeafHits:
        token = self._analyser.token(text)
        hits = LeafHits()
        if token.width == 1:
            self._forms_of(token.terms[0][0], hits)
            return hits
        parts: list[str] = []
        for term, place in token.terms:
            if place == len(parts):
                parts.append(term)
        joined = next((term for term, place in token.terms if place == 0 and term not in parts), "")
        if joined:
            self._forms_of(joined, hits)
        if parts:
            self._run(tuple(parts), hits)
        return hits

    def _forms_of(self, word: str, hits: LeafHits) -> None:
        """Add the places of `word` and of its other forms."""
        exact = [f"{word}{MARK}{code}" for code in CODES]
        others: set[str] = set()
        for language, key in keys_of(word):
            others.update(self._snapshot.forms(f"{key}{MARK}{language}"))
            if (dutch_key if language == "n" else english_key)(key) == key:
                others.update((f"{key}{MARK}{language}", f"{key}{MARK}x"))
        others.difference_update(exact)
        hits.terms[word] = "exact"
        for other in others:
            hits.terms.setdefault(other[:-2], "inflection")
        for part in self._snapshot.parts:
            self._add(part, self._lists(part, exact), EXACT, hits)
            self._add(part, self._lists(part, others), INFLECTED, hits)

    def _lists(self, part: Part, terms: Iterable[str]) -> list[Postings]:
        found = (part.reader.postings(self._field, term) for term in terms)
        return [each for each in found if each is not None]

    @staticmethod
    def _add(part: Part, lists: Iterable[Postings], worth: float, hits: LeafHits) -> None:
        docs, base, removed = hits.docs, part.base, part.removed
        for each in lists:
            positions, first = each.positions, 0
            hits.frequency += len(positions)
            for doc, count in zip(each.docs, each.counts, strict=True):
                if doc not in removed:
                    docs.setdefault(base + doc, []).append((positions[first : first + count], worth))
                first += count

    # Beginnings

    def _prefix(self, prefix: str) -> LeafHits:
        prefix = "".join(c for c in prefix if c.isalnum() or c == ".")
        hits = LeafHits(beginning=prefix)
        if not prefix:
            return hits
        hits.has_counts = len(prefix) == 1 and self._field == "text"
        for part in self._snapshot.parts:
            lists = self._begun(part, prefix)
            self._add(part, lists, EXACT, hits)
            if hits.has_counts:
                hits.frequency += sum(each & _PLACE for found in lists for each in found.positions)
        return hits

    def _begun(self, part: Part, prefix: str) -> list[Postings]:
        """Return the lists that together hold the words beginning with `prefix`."""
        reader = part.reader
        if self._field == "text" and len(prefix) in (1, BEGINNING):
            found = reader.postings("begin", MARK + prefix if len(prefix) == 1 else prefix)
            return [] if found is None else [found]
        name = "begin" if self._field == "text" and len(prefix) < BEGINNING else self._field
        run = reader.beginning_with(name, prefix)
        if len(run) > _MOST_BEGINNINGS:
            run = sorted(run, reverse=True)[:_MOST_BEGINNINGS]
        return [reader.unpack(info) for _, info in run]

    # Phrases

    def _phrase(self, words: tuple[str, ...]) -> LeafHits:
        hits = LeafHits()
        tokens = [token for token in (self._analyser.token(word) for word in words) if token.width]
        parts: list[str] = []
        for token in tokens:
            base = len(parts)
            for term, place in token.terms:
                if base + place == len(parts):
                    parts.append(term)
        joined = tuple(token.terms[-1 if token.width > 1 else 0][0] for token in tokens)
        for sequence in dict.fromkeys((tuple(parts), joined)):
            if sequence:
                self._run(sequence, hits)
        return hits

    def _run(self, sequence: tuple[str, ...], hits: LeafHits) -> None:
        """Add the places where the terms stand in this order, side by side."""
        hits.sequences.append(sequence)
        for part in self._snapshot.parts:
            places = [self._places(part, term) for term in sequence]
            shortest = min(places, key=len)
            for doc in shortest:
                if doc in part.removed or not all(doc in each for each in places):
                    continue
                starts = _starts([each[doc] for each in places])
                if starts:
                    hits.docs.setdefault(part.base + doc, []).append((array("I", starts), EXACT))
                    hits.frequency += len(starts)

    def _places(self, part: Part, term: str) -> dict[int, list["array[int]"]]:
        found: dict[int, list[array[int]]] = defaultdict(list)
        for each in self._lists(part, (f"{term}{MARK}{code}" for code in CODES)):
            first = 0
            for doc, count in zip(each.docs, each.counts, strict=True):
                found[doc].append(each.positions[first : first + count])
                first += count
        return found

    # Fields

    def _keep_field(self, hits: LeafHits, name: TextField) -> None:
        """Keep only the places in one metadata field."""
        wanted = -(HEAD_FIELDS.index(name) + 1)
        kept: dict[int, Places] = {}
        heads = self._snapshot.heads
        for number, lists in hits.docs.items():
            targets = heads[number].targets
            inside: Places = []
            for positions, worth in lists:
                found = array("I", [each for each in positions if targets[each >> SLOT_BITS] == wanted])
                if found:
                    inside.append((found, worth))
            if inside:
                kept[number] = inside
        hits.docs = kept


def _starts(places: list[list["array[int]"]]) -> list[int]:
    """Return where a run begins: positions of the first term behind which the others follow one by one."""
    order = sorted(range(len(places)), key=lambda at: sum(map(len, places[at])))
    rarest = order[0]
    starts = {position - rarest for each in places[rarest] for position in each}
    for at in order[1:]:
        if not starts:
            break
        count = sum(map(len, places[at]))
        if count > 20 * len(starts):
            starts = {start for start in starts if any(_holds(each, start + at) for each in places[at])}
        else:
            starts.intersection_update([position - at for each in places[at] for position in each])
    return sorted(starts)


def _holds(positions: "array[int]", position: int) -> bool:
    at = bisect_left(positions, position)
    return at < len(positions) and positions[at] == position
