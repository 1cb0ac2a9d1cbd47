"""What a writer hands back: a segment that is whole on disk, and the contributions in it."""

from dataclasses import dataclass

from kennisbank.domain.ids import ContributionId
from kennisbank.search.codec import PackedSegment


@dataclass(frozen=True, slots=True)
class Built:
    """A segment that no table of contents names yet, and its contributions in the order of their numbers."""

    segment: PackedSegment
    contributions: tuple[ContributionId, ...]
