"""Why a contribution is in the answer: which of the asked words was found as what. Pure: knows nothing of Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from kennisbank.domain.results import PassageHit, Why
from kennisbank.domain.spelling import fold

MOST = 12


@dataclass(frozen=True, slots=True)
class Because:
    """`searched` (empty: the index doesn't say) was found as `found`, by this kind of match."""

    searched: str
    found: str
    why: Why


def reasons(query: str, passages: Iterable[PassageHit]) -> list[Because]:
    """Return each different way in which words of `query` were found, in its order, at most `MOST`."""
    found: dict[tuple[str, str], Because] = {}
    for hit in passages:
        for mark in hit.marks:
            piece = " ".join(hit.snippet[mark.start : mark.end].split())
            found.setdefault((fold(mark.word), fold(piece)), Because(mark.word, piece, mark.why))
    folded = fold(query)

    def key(each: Because) -> tuple[int, bool]:
        at = folded.find(fold(each.searched)) if each.searched else -1
        return (at if at >= 0 else len(folded), each.why != "exact")

    return sorted(found.values(), key=key)[:MOST]
