"""Reading what browsing shows: values of a facet, and the contributions that have one. Older answers are dropped."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.contribution import Contribution, Edition
from kennisbank.domain.reading import ReadingState
from kennisbank.domain.results import FacetCount
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.browse_values import BrowseFacet
from kennisbank.ui.models.reading_words import STATES


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a facet, and the editions where that is the facet (by code)."""

    facet: BrowseFacet
    values: tuple[FacetCount, ...]
    editions: dict[str, Edition]


class BrowseReading(QObject):
    """Asks the catalogue off the GUI thread; one question of each sort at a time."""

    values_read = Signal(object)
    """The `Values` that were asked for."""
    contributions_read = Signal(object)
    """The list of `Contribution` that was asked for."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Read from the library of `session`."""
        super().__init__(parent)
        self._session = session
        self._values: JobContext | None = None
        self._contributions: JobContext | None = None

    def read_values(self, facet: BrowseFacet) -> None:
        """Ask for the values of a facet."""
        catalogue, states = self._session.kennisbank.catalogue, self._session.kennisbank.reading_states

        def job(_ctx: JobContext) -> Values:
            if facet == "reading":
                counts = states.counts()
                return Values(facet, tuple(FacetCount(each, counts[each]) for each in STATES if each in counts), {})
            editions = {edition.code: edition for edition, _ in catalogue.editions()} if facet == "edition" else {}
            return Values(facet, tuple(catalogue.browse(facet)), editions)

        self._values = self._ask(self._values, job, self.values_read.emit)

    def read_contributions(self, facet: BrowseFacet, value: str) -> None:
        """Ask for the contributions that have a value."""
        catalogue, states = self._session.kennisbank.catalogue, self._session.kennisbank.reading_states

        def job(_ctx: JobContext) -> list[Contribution]:
            if facet == "reading":
                return states.in_state(cast("ReadingState", value))
            return catalogue.contributions_in(facet, value)

        self._contributions = self._ask(self._contributions, job, self.contributions_read.emit)

    def _ask(
        self, before: JobContext | None, job: Callable[[JobContext], object], done: Callable[[object], object]
    ) -> JobContext:
        if before is not None:
            before.cancel()
        return self._session.tasks.read(self, job, done, self._session.failed.emit)
