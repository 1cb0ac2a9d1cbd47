"""All that a reader wrote, narrowed and counted. Pure: knows nothing of Qt but its words."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kennisbank.domain.annotation import Anchor, Annotation
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.folding import sort_key
from kennisbank.services.annotating import FoundAnnotations, searched_text

ReactionFacet = Literal["kind", "colour", "tag", "state", "writer"]
REACTION_FACETS: tuple[ReactionFacet, ...] = ("kind", "colour", "tag", "state", "writer")
ReactionOrder = Literal["newest", "paper"]
Chosen = Mapping[ReactionFacet, frozenset[str]]
OWN = ""
"""The writer that is the reader of this library."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """One annotation as the list shows it: with its paper, None when that is gone, and its place in the newest file.

    `text` is what words are looked for in, as `sort_key` makes it.
    """

    annotation: Annotation
    anchor: Anchor | None
    contribution: Contribution | None
    text: str

    @property
    def title(self) -> str:
        """Return the title of the paper; empty when it has none or is gone."""
        return self.contribution.metadata.values.title if self.contribution is not None else ""

    def values(self, facet: ReactionFacet) -> tuple[str, ...]:
        """Return the values it has of a facet."""
        match facet:
            case "kind":
                return (self.annotation.kind,)
            case "colour":
                return (self.annotation.colour,) if self.annotation.colour else ()
            case "tag":
                return self.annotation.tags
            case "state":
                is_same = self.anchor is None or self.anchor.state in {"original", "same"}
                return () if is_same or self.anchor is None else (self.anchor.state,)
            case "writer":
                return (self.annotation.creator,)


def reactions(found: FoundAnnotations) -> list[Reaction]:
    """Return what was found, ready to be narrowed: some milliseconds for a thousand, so off the GUI thread."""
    made = []
    for each, anchor in zip(found.annotations, found.anchors, strict=True):
        contribution = found.contributions.get(each.contribution)
        made.append(Reaction(each, anchor, contribution, searched_text(each, contribution)))
    return made


def narrowed(found: Sequence[Reaction], words: str, chosen: Chosen) -> list[Reaction]:
    """Return those with all words, and with a chosen value of each facet of which values are chosen."""
    wanted = sort_key(words).split()
    facets = {facet: values for facet, values in chosen.items() if values}
    return [
        each
        for each in found
        if all(word in each.text for word in wanted)
        and all(values.intersection(each.values(facet)) for facet, values in facets.items())
    ]


def counted(found: Sequence[Reaction], words: str, chosen: Chosen) -> dict[ReactionFacet, list[tuple[str, int]]]:
    """Return for each facet its values with the number that choosing it would give, the most frequent first."""
    counts: dict[ReactionFacet, list[tuple[str, int]]] = {}
    worded = narrowed(found, words, {})
    for facet in REACTION_FACETS:
        others = {other: values for other, values in chosen.items() if other != facet}
        tally = Counter(value for each in narrowed(worded, "", others) for value in each.values(facet))
        for value in chosen.get(facet, frozenset()):
            tally.setdefault(value, 0)
        counts[facet] = sorted(tally.items(), key=lambda pair: (-pair[1], sort_key(pair[0])))
    return counts


def _newest(each: Reaction) -> tuple[float | int | str, ...]:
    return (-each.annotation.created.utc.timestamp(), each.annotation.id)


def _by_paper(each: Reaction) -> tuple[float | int | str, ...]:
    anchor = each.anchor or each.annotation.anchor
    place = anchor.order if anchor is not None else (0, 0, 0.0)
    return (sort_key(each.title), each.annotation.contribution, *place, each.annotation.id)


ORDERS: Mapping[ReactionOrder, Callable[[Reaction], tuple[float | int | str, ...]]] = {
    "newest": _newest,
    "paper": _by_paper,
}
