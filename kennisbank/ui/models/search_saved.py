"""A saved search as the window holds it. Values only."""

from dataclasses import dataclass

from kennisbank.domain.ids import ContributionId
from kennisbank.domain.saved_search import SavedSearch
from kennisbank.ui.models.search_answer import Asked


@dataclass(frozen=True, slots=True)
class SavedRow:
    """A saved search, and the contributions that are new in its answer, newest first."""

    saved: SavedSearch
    new: tuple[ContributionId, ...] = ()


def asked_of(saved: SavedSearch) -> Asked:
    """Return the question of a saved search; what came in since it was looked at is to be shown as new."""
    return Asked(saved.query, saved.filters, saved.order, saved.is_strict, saved.seen)
