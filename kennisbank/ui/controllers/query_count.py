"""How many contributions a query would find: asked off the GUI thread while it is being made, stale answers dropped."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kennisbank.domain.results import SearchRequest
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.search_answer import Filters

if TYPE_CHECKING:
    from kennisbank.bootstrap import Kennisbank

WAIT_MS = 200
"""How long one must have stopped typing before the library is asked."""


@dataclass(frozen=True, slots=True)
class Count:
    """Contributions that meet the whole query; with `is_exact` false there are at least so many.

    `nearly` counts those that lack some of its words, when they are given too.
    """

    total: int
    nearly: int = 0
    is_exact: bool = True


class QueryCount(QObject):
    """One query at a time and its number. Lives on the GUI thread."""

    counted = Signal(object)
    """The `Count` of what was asked last; None when nothing is asked, or it can't be counted."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Count in the library of `session`."""
        super().__init__(parent)
        self._session = session
        self._query = ""
        self._filters: Filters = {}
        self._running: JobContext | None = None
        self._waiting = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._waiting.timeout.connect(self._ask)

    @property
    def is_settled(self) -> bool:
        """Tell whether the number given last is that of what was asked last."""
        return self._running is None and not self._waiting.isActive()

    def ask(self, query: str, filters: Filters) -> None:
        """Count what `query` finds within `filters`; nothing is counted for an empty query."""
        self._query, self._filters = query, filters
        self.stop()
        if query:
            self._waiting.start()
        else:
            self.counted.emit(None)

    def stop(self) -> None:
        """Leave off: nobody looks at the number any more."""
        self._waiting.stop()
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _ask(self) -> None:
        if not self._session.is_open:
            return
        kennisbank = self._session.kennisbank
        request = SearchRequest(self._query, limit=1, filters=self._filters, passages=1)
        self._running = self._session.tasks.read(
            self, lambda ctx: count(kennisbank, request, ctx), self._take, self._fail
        )

    def _take(self, found: Count) -> None:
        self._running = None
        self.counted.emit(found)

    def _fail(self, error: Exception) -> None:
        self._running = None
        self.counted.emit(None)
        self._session.failed.emit(error)


def count(kennisbank: "Kennisbank", request: SearchRequest, ctx: JobContext) -> Count:
    """Return how many contributions `request` finds; on a pool thread.

    Raises:
        Cancelled: `ctx` was asked to stop.
    """
    results = kennisbank.searching.find(request, ctx).results
    if results.is_relaxed:
        return Count(results.total_with_all, results.total - results.total_with_all)
    return Count(results.total, is_exact=results.total_is_exact)
