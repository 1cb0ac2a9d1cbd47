"""Paragraphs that only say again what stands elsewhere in the document.

Pull quotes, and definitions in the margin that return in a glossary, are passages of their own, which name the passage
that they repeat: so a search shows one finding with two places.

Two paragraphs are compared only if they share words that are rare in the document, and then by runs of three words: so
a document is read once, and not each paragraph beside each other.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

_FEWEST, _MOST = 8, 120
"""Words of a paragraph that may repeat another."""
_RARE = 4
"""How often a word may occur in a document and still tell paragraphs apart."""
_SHARED_RARE = 3
_SHARED_RUNS = 0.5
"""Part of the runs of three words of the shorter that the longer must have."""
_WORD = re.compile(r"[^\W_]+")


def repeated(paragraphs: Sequence[str]) -> Mapping[int, int]:
    """Return the paragraphs, by index, that repeat another, each with that other, which itself repeats none."""
    words = [paragraph.lower().split() for paragraph in paragraphs]
    often = Counter[str]()
    for each in words:
        often.update(each)
    rare = {word for word, count in often.items() if 1 < count <= _RARE}
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(words):
        for word in rare.intersection(each):
            places[word].append(index)
    shared = Counter(pair for indexes in places.values() for pair in combinations(indexes, 2))
    holders: dict[int, int] = {}
    for (first, second), count in shared.most_common():
        if count < _SHARED_RARE:
            break
        shorter, longer = (first, second) if len(words[first]) < 0.8 * len(words[second]) else (second, first)
        if shorter in holders or longer in holders or not _FEWEST <= len(words[shorter]) <= _MOST:
            continue
        if _says_again(paragraphs[shorter], paragraphs[longer]):
            holders[shorter] = longer
    return {index: holder for index, holder in holders.items() if holder not in holders}


def _says_again(shorter: str, longer: str) -> bool:
    runs = _runs(shorter)
    return len(runs & _runs(longer)) >= _SHARED_RUNS * max(_FEWEST, len(runs))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return set(zip(words, words[1:], words[2:], strict=False))
