"""Where one leaf of a query stands, as values: by how near what stands there is to what was typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from kennisbank.domain.results import Why
from kennisbank.search.layout import Layout, Mask, Numbers
from kennisbank.search.places import Occurrences, union

RANK: Mapping[Why, int] = MappingProxyType(
    {"exact": 0, "prefix": 0, "inflection": 1, "derivation": 2, "compound": 3, "synonym": 4, "spelling": 5}
)
"""What is nearer to the word as it was typed has the lower number."""


@dataclass(frozen=True, slots=True)
class Tier:
    """Where a leaf stands in one manner. `weight`: what one occurrence counts, an exact one being 1."""

    why: Why
    found: Occurrences
    weight: float


WEIGHTS: Mapping[Why, float] = MappingProxyType(
    {
        "exact": 1.0,
        "prefix": 1.0,
        "inflection": 0.85,
        "derivation": 0.5,
        "compound": 0.4,
        "synonym": 0.4,
        "spelling": 0.6,
    }
)


@dataclass(frozen=True, slots=True)
class Other:
    """Other words, side by side if they are several, that count as a word of the query, and why."""

    words: tuple[str, ...]
    why: Why


@dataclass(slots=True)
class LeafHits:
    """Where one leaf stands.

    `tiers` are its manners, nearest first. What to mark: `terms` with why, words that begin with one of `beginnings`,
    and runs of terms, `sequences`, with why. `word` is the leaf as it was typed.
    """

    word: str = ""
    tiers: list[Tier] = field(default_factory=list)
    terms: dict[str, Why] = field(default_factory=dict)
    beginnings: tuple[str, ...] = ()
    sequences: dict[tuple[str, ...], Why] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Tell whether it stands nowhere."""
        return not self.tiers

    def passages(self) -> Numbers:
        """Return the passages it stands in, ascending."""
        return union(tier.found.passages for tier in self.tiers)

    def places(self) -> Numbers:
        """Return the single places in passages it stands at, as far as they are known, ascending."""
        return union(tier.found.places for tier in self.tiers)

    def homes(self, layout: Layout) -> Mask:
        """Tell of each contribution whether it stands there."""
        found = np.zeros(layout.contributions, np.bool_)
        for tier in self.tiers:
            found[tier.found.homes(layout)] = True
        return found

    def mark(self, terms: Iterable[str], why: Why) -> None:
        """Mark these terms too, unless a nearer reason is known for them."""
        for term in terms:
            known = self.terms.get(term)
            if known is None or RANK[why] < RANK[known]:
                self.terms[term] = why
