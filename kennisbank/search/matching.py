"""Where the leaves of a query stand, told apart by how: as typed, in another form, as part of a longer word."""

import re
from collections.abc import Iterable, Sequence
from itertools import product

from kennisbank.domain.results import Why
from kennisbank.lexicon.compounds import compound_joins, compound_parts
from kennisbank.lexicon.words import zipf
from kennisbank.search.analysis import FUNCTION_WORDS, MARK, PART, Analyser, fold
from kennisbank.search.codec import Postings
from kennisbank.search.heads import HEAD_FIELDS
from kennisbank.search.layout import Numbers
from kennisbank.search.leaf_hits import RANK, WEIGHTS, LeafHits, Other, Tier
from kennisbank.search.places import (
    NO_PLACES,
    counted,
    is_in,
    near,
    occurrences,
    side_by_side,
)
from kennisbank.search.query import Leaf, Near, Phrase, Prefix, Word
from kennisbank.search.segment_builder import BEGINNING
from kennisbank.search.snapshot import Part, Snapshot
from kennisbank.search.synonyms import Synonyms

CODES = ("n", "e", "x")
_MOST_BEGINNINGS = 4000
"""Words that one prefix may stand for; beyond, the most frequent count."""
FRAGMENT = 3
"""Words side by side that are more than chance."""
_SHORTEST_JOINED = 6
_WITH_NUMBER = re.compile(r"([a-z]{2,})(\d+(?:\.\d+)*)")
_SHORTEST_HALF = 2
_USUAL = 2.5
"""How common a half of a word is, in Zipf's measure, that may stand by itself."""
_PARTS_APART = 3
"""Places between the parts of a word that is searched as what it is made of: *onderwijs in de informatica*."""
_MOST_SEQUENCES = 40
_JOINED = 0.95
"""What a whole counts that was typed in two words, or stands in two where it was typed in one."""


class LeafMatcher:
    """Finds leaves in one snapshot, in the text or, with `is_cover`, on the cover sheets."""

    def __init__(
        self,
        snapshot: Snapshot,
        analyser: Analyser,
        synonyms: Synonyms | None = None,
        *,
        is_long: bool = False,
        is_cover: bool = False,
    ) -> None:
        """Look in `snapshot`; without `synonyms` only for the words themselves.

        The words of a query that `is_long` aren't looked for in halves: others will be found beside them.
        """
        self._snapshot = snapshot
        self._is_long = is_long
        self._known: dict[str, bool] = {}
        self._places: dict[str, Numbers] = {}
        self._found: dict[Leaf, LeafHits] = {}
        self._analyser = analyser
        self._synonyms = synonyms
        self._field = "cover" if is_cover else "text"
        self.layout = snapshot.cover_layout if is_cover else snapshot.layout

    def find(self, leaf: Leaf, others: Iterable[Other] = ()) -> LeafHits:
        """Return where `leaf` stands; `others` count as it, if it is a word."""
        match leaf:
            case Word(text):
                hits = self._word(text, others)
            case Prefix(text):
                hits = self._prefix(fold(text))
            case Phrase(words):
                hits = self._phrase(words)
            case Near(parts, distance):
                hits = self._near(parts, distance)
        if leaf.field:
            at = HEAD_FIELDS.index(leaf.field)
            inside = [Tier(tier.why, tier.found.in_field(at), tier.weight) for tier in hits.tiers]
            hits.tiers = [tier for tier in inside if not tier.found.is_empty]
        return hits

    def fragments(self, words: Sequence[str]) -> LeafHits:
        """Return where three or more of `words`, neighbours in a query, stand side by side as they were typed.

        *Paul 't Hart*, *mag een ambtenaar*: little words count here, but none of those at the ends.
        """
        hits = LeafHits(word=" ".join(words))
        parts = [part for word in words for part in self._analyser.token(word).parts]
        for at in range(len(parts) - FRAGMENT + 1):
            run = tuple(parts[at : at + FRAGMENT])
            if run[0] not in FUNCTION_WORDS and run[-1] not in FUNCTION_WORDS:
                self._run(hits, run, "exact")
        return hits

    def has(self, term: str) -> bool:
        """Tell whether a term occurs, in whatever language."""
        known = self._known.get(term)
        if known is None:
            known = self._known[term] = any(True for _ in self._lists(_coded(term)))
        return known

    # Words

    def _word(self, text: str, others: Iterable[Other]) -> LeafHits:
        hits = LeafHits(word=text)
        token = self._analyser.token(text)
        parts = token.parts
        if token.joined:
            self._forms(hits, token.joined)
        for term, _ in token.terms if token.width == 1 else ():
            if term != token.joined:  # wiki's is wikis, and of wiki
                self._alternative(hits, (term,), "inflection")
        if len(parts) > 1:
            self._run(hits, parts[parts[0] == "www" :], "exact")
        if token.joined and not self._is_long:
            self._apart(hits, token.joined)
        if self._synonyms is not None:
            for words in self._synonyms.of(token.joined or parts):
                self._alternative(hits, words, "synonym")
        for other in others:
            self._alternative(hits, other.words, other.why, _JOINED if other.why == "compound" else None)
        return hits

    def _forms(self, hits: LeafHits, word: str) -> None:
        """Add the places of `word`, of its other forms, of words made from it, and of longer words it is a part of."""
        inflected = self._inflected(word)
        self._add_terms(hits, "exact", _coded(word))
        self._add_terms(hits, "inflection", inflected)
        known = {*_coded(word), *inflected}
        self._add_terms(
            hits,
            "derivation",
            {each for key in self._analyser.derivations(word) for each in self._related(key)} - known,
        )
        if self._field == "text":
            self._add_longer(hits, word)

    def _inflected(self, word: str) -> set[str]:
        """Return the coded terms that are other forms of `word`."""
        found: set[str] = set()
        for language, key in self._analyser.keys(word):
            found.update(self._related(f"{key}{MARK}{language}"))
            if (language, key) in self._analyser.keys(key):
                is_any = self._analyser.is_borrowed(key, language)
                found.update(code for code in _coded(key) if is_any or code[-1] in (language, "x"))
        found.difference_update(_coded(word))
        return found

    def _related(self, key: str) -> Iterable[str]:
        """Return the coded terms under a key; the words of cover sheets have no language."""
        terms = self._snapshot.forms(key)
        return terms if self._field == "text" else {f"{term[:-1]}x" for term in terms}

    def _add_longer(self, hits: LeafHits, word: str) -> None:
        """Add the places of words of which `word` is a part."""
        key = self._analyser.part_key(word)
        if not key:
            return
        found = counted(self._snapshot.places(self._snapshot.lists("part", key), self.layout), self.layout)
        if not found.is_empty:
            hits.tiers.append(Tier("compound", found, WEIGHTS["compound"]))
            hits.mark((term[:-2] for term in self._related(f"{key}{MARK}{PART}")), "compound")

    def _apart(self, hits: LeafHits, word: str) -> None:
        """Add the places where the two halves of `word` stand side by side, each a word of its own."""
        version = _WITH_NUMBER.fullmatch(word)
        if version:
            self._run(hits, (version[1], version[2]), "compound", weight=_JOINED)
        if len(word) < _SHORTEST_JOINED or not word.isalpha():
            return
        parts = compound_parts(word)
        begins = {word.find(part, 1) for part in parts[1:]}
        halves = [
            (word[:at], word[at:])
            for at in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1)
            if (at in begins or _are_words(word[:at], word[at:])) and self.has(word[at:]) and self.has(word[:at])
        ]
        for each in halves:
            self._run(hits, each, "compound", weight=_JOINED)
        if len(parts) > 1:
            forms = [[part, *sorted({term[:-2] for term in self._inflected(part)})] for part in parts]
            for sequence in list(product(*forms))[:_MOST_SEQUENCES]:
                if sequence not in halves:
                    self._run(hits, sequence, "compound", weight=_JOINED)
            for made in compound_joins(parts):
                if made != word and (self.has(made) or self._inflected(made)):
                    self._alternative(hits, (made,), "compound", _JOINED)
            if hits.is_empty:
                self._loosely(hits, forms)

    def _loosely(self, hits: LeafHits, parts: Sequence[Sequence[str]]) -> None:
        """Add the places where the parts of a word that stands nowhere are found close together."""
        lists = [self._all([code for word in forms for code in _coded(word)]) for forms in parts]
        found = _close(lists, _PARTS_APART)
        if len(found):
            hits.tiers.append(Tier("compound", occurrences(found, self.layout), WEIGHTS["compound"]))
            hits.mark((word for forms in parts for word in forms), "compound")

    def _alternative(self, hits: LeafHits, words: tuple[str, ...], why: Why, weight: float | None = None) -> None:
        """Add another word, in all its forms, or other words side by side."""
        if len(words) == 1:
            self._add_terms(hits, why, [*_coded(words[0]), *self._inflected(words[0])], weight)
            if why == "compound" and self._field == "text":
                self._add_longer(hits, words[0])
        else:
            self._run(hits, words, why, weight)

    def _add_terms(self, hits: LeafHits, why: Why, terms: Iterable[str], weight: float | None = None) -> None:
        """Add the places of coded terms that don't count for a nearer reason already."""
        nearer = {term for term, known in hits.terms.items() if RANK[known] < RANK[why]}
        coded = {term for term in terms if term[:-2] not in nearer}
        places = self._all(coded)
        if len(places):
            found = occurrences(places, self.layout)
            if not found.is_empty:
                hits.tiers.append(Tier(why, found, WEIGHTS[why] if weight is None else weight))
        hits.mark({term.partition(MARK)[0] for term in coded}, why)

    def _one(self, term: str) -> Numbers:
        """Return the places of a term, in whatever language; remembered, for phrases repeat their little words."""
        found = self._places.get(term)
        if found is None:
            found = self._places[term] = self._all(_coded(term))
        return found

    def _all(self, coded: Iterable[str]) -> Numbers:
        return self._snapshot.places(self._lists(coded), self.layout)

    def _lists(self, coded: Iterable[str]) -> Iterable[tuple[Part, Postings]]:
        return (each for term in coded for each in self._snapshot.lists(self._field, term))

    # Beginnings

    def _prefix(self, prefix: str) -> LeafHits:
        prefix = "".join(c for c in prefix if c.isalnum() or c == ".")
        hits = LeafHits(word=f"{prefix}*", beginnings=(prefix,) if prefix else ())
        if prefix:
            lists = [(part, found) for part in self._snapshot.parts for found in self._begun(part, prefix)]
            places = self._snapshot.places(lists, self.layout)
            has_counts = len(prefix) == 1 and self._field == "text"
            found = (counted if has_counts else occurrences)(places, self.layout)
            if not found.is_empty:
                hits.tiers.append(Tier("prefix", found, WEIGHTS["prefix"]))
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
        hits = LeafHits(word=" ".join(words))
        tokens = [self._analyser.token(word) for word in words]
        parts = tuple(part for token in tokens for part in token.parts)
        whole = tuple(part for token in tokens for part in ([token.joined] if token.joined else token.parts))
        for sequence in dict.fromkeys((parts, whole)):
            if sequence:
                self._run(hits, sequence, "exact")
        return hits

    def _part(self, part: Word | Prefix | Phrase) -> LeafHits:
        """Return where a part of a *near* stands; remembered, for the same words come in several."""
        found = self._found.get(part)
        if found is None:
            found = self._found[part] = self.find(part)
        return found

    def _run(self, hits: LeafHits, sequence: tuple[str, ...], why: Why, weight: float | None = None) -> None:
        """Add the places where the terms stand in this order, side by side."""
        lists: list[Numbers] = []
        for term in sequence:
            lists.append(self._one(term))
            if not len(lists[-1]):
                return
        starts = side_by_side(lists)
        for tier in hits.tiers:  # co-creatie stands in the index as two words and as one
            starts = starts[~is_in(starts, tier.found.places)]
        found = occurrences(starts, self.layout)
        if not found.is_empty:
            hits.tiers.append(Tier(why, found, WEIGHTS[why] if weight is None else weight))
        if len(starts):
            hits.sequences.setdefault(sequence, why)

    def _near(self, parts: tuple[Word | Prefix | Phrase, ...], distance: int) -> LeafHits:
        """Return the places of each part that stands within `distance` words of the next."""
        each = [self._part(part) for part in parts]
        hits = LeafHits(word=" ~ ".join(one.word for one in each))
        found = _close([one.places() for one in each], distance)
        if len(found):
            hits.tiers.append(Tier("exact", occurrences(found, self.layout), 1.0))
        for one in each:
            hits.terms.update(one.terms)
            hits.sequences.update(one.sequences)
        hits.beginnings = tuple(beginning for one in each for beginning in one.beginnings)
        return hits


def _are_words(*halves: str) -> bool:
    """Tell whether all halves are usual words of one language, and none a little one.

    What a line end left of a word is none, and *waar de* isn't *waarde*.
    """
    if not FUNCTION_WORDS.isdisjoint(halves):
        return False
    return min(zipf(each, "nl") for each in halves) >= _USUAL or min(zipf(each, "en") for each in halves) >= _USUAL


def _coded(term: str) -> tuple[str, ...]:
    return tuple(f"{term}{MARK}{code}" for code in CODES)


def _close(lists: Sequence[Numbers], distance: int) -> Numbers:
    """Return the places of the first list that have one of the second near, and so on."""
    kept = list(lists)
    for at in range(len(kept) - 1, 0, -1):
        kept[at - 1], kept[at] = near(kept[at - 1], kept[at], distance)
        if not len(kept[at - 1]):
            return NO_PLACES
    return kept[0]
