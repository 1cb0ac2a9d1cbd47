"""The values of the contributions under each facet, as arrays: what a filter leaves, how often each value is left."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from kennisbank.domain.results import ELSEWHERE, HERE, FacetCount, FacetName
from kennisbank.search.heads import Head
from kennisbank.search.layout import Mask, Numbers

_ATTRIBUTES: Mapping[FacetName, str] = MappingProxyType(
    {
        "edition": "edition",
        "year": "year",
        "theme": "themes",
        "author": "authors",
        "keyword": "keywords",
        "language": "language",
        "kind": "kind",
        "here": "is_here",
    }
)


def facet_values(head: Head, facet: FacetName) -> tuple[str, ...]:
    """Return the values of a contribution under one facet, as they are shown, each once."""
    value = getattr(head, _ATTRIBUTES[facet])
    if isinstance(value, bool):
        return (HERE if value else ELSEWHERE,)
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(value))
    return () if value is None or value == "" else (str(value),)


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet over all contributions: pair i says that contribution `homes[i]` has the value ``values[which[i]]``."""

    values: tuple[str, ...]
    homes: Numbers
    which: Numbers
    contributions: int

    @classmethod
    def of(cls, heads: Mapping[int, Head], facet: FacetName, contributions: int) -> "Facet":
        """Gather the values of `heads` under `facet`, for contributions numbered below `contributions`."""
        known: dict[str, int] = {}
        homes: list[int] = []
        which: list[int] = []
        for number, head in heads.items():
            for value in facet_values(head, facet):
                homes.append(number)
                which.append(known.setdefault(value, len(known)))
        return cls(tuple(known), np.array(homes, np.int64), np.array(which, np.int64), contributions)

    def where(self, is_wanted: Callable[[str], bool]) -> Mask:
        """Tell which contributions have a value that is wanted."""
        wanted = np.fromiter((is_wanted(each) for each in self.values), np.bool_, len(self.values))
        found = np.zeros(self.contributions, np.bool_)
        if len(wanted):
            found[self.homes[wanted[self.which]]] = True
        return found

    def counts(self, chosen: Mask) -> tuple[FacetCount, ...]:
        """Return how many of the `chosen` contributions have each value, the commonest first; none of zero."""
        counts = np.bincount(self.which[chosen[self.homes]], minlength=len(self.values))
        found = [FacetCount(value, int(count)) for value, count in zip(self.values, counts, strict=True) if count]
        return tuple(sorted(found, key=lambda each: (-each.count, each.value)))


def filtered(chosen: Mask, facets: Iterable[tuple[Facet, frozenset[str]]]) -> Mask:
    """Return those of `chosen` that have, under each facet, one of the values asked for; no values ask nothing."""
    for facet, values in facets:
        if values:
            chosen = chosen & facet.where(values.__contains__)
    return chosen
