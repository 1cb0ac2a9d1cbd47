"""A search that somebody keeps, to ask it again and to hear what is new in its answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from kennisbank.domain.ids import AccountId, ArchiveId, SavedSearchId
from kennisbank.domain.moments import Moment
from kennisbank.domain.results import FacetName, Order, SearchRequest


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A question under a name: a personal row, so it says whose it is (null = not logged in).

    Names are unique for one owner, whatever their capitals. New in the answer is what came into the library after
    `seen`: the moment up to which its owner has looked at the answer.
    """

    id: SavedSearchId
    name: str
    query: str
    filters: Mapping[FacetName, frozenset[str]]
    order: Order
    is_strict: bool
    created: Moment
    seen: Moment
    archive: ArchiveId | None = None
    account: AccountId | None = None

    def asks(self, request: SearchRequest) -> bool:
        """Tell whether this is the question of `request`: how much of the answer is wanted doesn't matter."""
        mine = (_words(self.query), _chosen(self.filters), self.order, self.is_strict)
        return mine == (_words(request.query), _chosen(request.filters), request.order, request.is_strict)


def _words(query: str) -> str:
    return " ".join(query.split())


def _chosen(filters: Mapping[FacetName, frozenset[str]]) -> dict[FacetName, frozenset[str]]:
    return {facet: values for facet, values in filters.items() if values}
