"""Paragraphs that only say again what stands elsewhere in the document.

Pull quotes, and definitions in the margin that return in a glossary, are passages of their own, which name the passage
that they repeat: so a search shows one finding with two places.

Two paragraphs are compared only if they share words that are rare in the document, and then by runs of three words: so
a document is read once, and not each paragraph beside each other.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, combinations

_FEWEST, _MOST = 10, 120
"""Words of a paragraph that may repeat another."""
_SHORTEST = 50
"""Characters of a paragraph that is looked at."""
_RARE, _LEAST_LETTERS = 4, 5
"""How often a word may occur in a document and still tell paragraphs apart, and how long it must be."""
_SHARED_RARE, _SHARED_PART = 3, 0.5
"""Rare words that both have, and their part of those of the shorter."""
_SHARED_RUNS = 0.5
"""Part of the runs of three words of the shorter that the longer must have."""
_WHOLE = re.compile(r"[^\W_a-zà-ÿ].*[.!?;…][\"'”’)\]]*|[\"'“‘•·*–-].*[.!?;…][\"'”’)\]]*", re.DOTALL)
"""A paragraph that begins and ends as sentences do: no heading, and no line of a text that parts all its lines."""
_WORD = re.compile(r"[^\W_]+")


def repeated(paragraphs: Sequence[str]) -> Mapping[int, int]:
    """Return the paragraphs, by index, that repeat another, each with that other, which itself repeats none."""
    words = {index: paragraph.split() for index, paragraph in enumerate(paragraphs) if len(paragraph) >= _SHORTEST}
    shared, rare_in = _shared_rare_words(words)
    runs: dict[int, set[tuple[str, ...]]] = {}
    holders: dict[int, int] = {}
    telling = [(-count, pair) for pair, count in shared.items() if count >= _SHARED_RARE]
    for count, (first, second) in sorted(telling):
        shorter, longer = (first, second) if len(words[first]) < 0.8 * len(words[second]) else (second, first)
        if shorter in holders or longer in holders or not _FEWEST <= len(words[shorter]) <= _MOST:
            continue
        if -count < _SHARED_PART * rare_in[shorter]:
            continue
        if not _WHOLE.fullmatch(paragraphs[shorter]):
            continue
        for index in (shorter, longer):
            if index not in runs:
                runs[index] = _runs(paragraphs[index])
        if len(runs[shorter] & runs[longer]) >= _SHARED_RUNS * max(_FEWEST, len(runs[shorter])):
            holders[shorter] = longer
    return {index: holder for index, holder in holders.items() if holder not in holders}


def _shared_rare_words(words: Mapping[int, Sequence[str]]) -> tuple[Counter[tuple[int, int]], Mapping[int, int]]:
    """Return how many rare words each two paragraphs share, and how many each has."""
    often = Counter(chain.from_iterable(words.values()))
    rare = {word for word, count in often.items() if 1 < count <= _RARE and len(word) >= _LEAST_LETTERS}
    places: defaultdict[str, list[int]] = defaultdict(list)
    rare_in: dict[int, int] = {}
    for index, each in words.items():
        found = rare.intersection(each)
        rare_in[index] = len(found)
        for word in found:
            places[word].append(index)
    shared = Counter(pair for indexes in places.values() for pair in combinations(indexes, 2))
    return shared, rare_in


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return set(zip(words, words[1:], words[2:], strict=False))
