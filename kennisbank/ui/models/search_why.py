"""Why a contribution is in the answer: which of the asked words was found as what. Pure: knows nothing of Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kennisbank.domain.results import PassageHit, Why
from kennisbank.search.analysis import fold
from kennisbank.search.query import Leaf, Phrase, Prefix

MOST = 12
_ALIKE = 0.6
"""How alike two words must be, 0 to 1, before one is said to be found for the other by its spelling."""


@dataclass(frozen=True, slots=True)
class Because:
    """`searched` (empty: not to be said with certainty) was found as `found`, by this kind of match."""

    searched: str
    found: str
    why: Why


def reasons(asked: Sequence[Leaf], passages: Iterable[PassageHit]) -> list[Because]:
    """Return each different way in which words were found, in order of the asked words, at most `MOST`."""
    words = [(written(leaf), leaf) for leaf in asked]
    found: dict[tuple[str, str], Because] = {}
    for hit in passages:
        for mark in hit.marks:
            piece = " ".join(hit.snippet[mark.start : mark.end].split())
            searched = _searched(piece, mark.why, words)
            found.setdefault((searched, fold(piece)), Because(searched, piece, mark.why))
    order = {word: place for place, (word, _) in enumerate(words)}
    return sorted(found.values(), key=lambda each: (order.get(each.searched, len(order)), each.why != "exact"))[:MOST]


def written(leaf: Leaf) -> str:
    """Return an asked word as it is typed."""
    if isinstance(leaf, Phrase):
        return f"“{' '.join(leaf.words)}”"
    return f"{leaf.text}*" if isinstance(leaf, Prefix) else leaf.text


def _searched(piece: str, why: Why, words: Sequence[tuple[str, Leaf]]) -> str:
    if len(words) == 1:
        return words[0][0]
    folded = fold(piece)
    scored = [(_likeness(folded, why, leaf), word) for word, leaf in words]
    best = max(scored, default=(0.0, ""), key=lambda pair: pair[0])
    return best[1] if best[0] >= _ALIKE else ""


def _likeness(found: str, why: Why, leaf: Leaf) -> float:
    """Return how well a found word fits an asked one, 0 to 1."""
    parts = [fold(word) for word in leaf.words] if isinstance(leaf, Phrase) else [fold(leaf.text)]
    whole = " ".join(parts)
    if found in {whole, *parts}:
        return 1.0
    if any(found.startswith(part) for part in parts):
        return 0.98 if isinstance(leaf, Prefix) else 0.95
    if why == "compound" and any(part in found or found in part for part in parts):
        return 0.9
    common = max((_common_start(found, part) / max(len(part), 1) for part in parts), default=0.0)
    return max(common, SequenceMatcher(None, found, whole).ratio()) * 0.9


def _common_start(one: str, other: str) -> int:
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
