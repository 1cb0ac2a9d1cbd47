"""Indexing what an import has committed while it reads on.

An economy and nothing more: whatever goes wrong here is given up, for `SearchService.catch_up`, which follows, brings
over what is missing and mends what was changed meanwhile.
"""

import logging
from collections.abc import Collection
from types import TracebackType
from typing import Self

from kennisbank.domain.ids import ContributionId
from kennisbank.errors import KennisbankError
from kennisbank.library.library import Library
from kennisbank.search.index import SearchIndex
from kennisbank.services.passages import search_documents
from kennisbank.tasks.context import JobContext

_log = logging.getLogger(__name__)


class IndexingAhead:
    """What one import indexes ahead. For one thread; leave it by ``with``."""

    def __init__(self, library: Library, index: SearchIndex) -> None:
        """Index contributions of `library` for `index`; nothing is started yet."""
        self._library = library
        self._index = index
        self._ahead = index.ahead()
        self._is_useful = True

    def __enter__(self) -> Self:
        """Return itself."""
        self._is_useful = self._index.state() in ("ready", "missing")  # any other is built anew, from the library
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give up what was not taken."""
        self._ahead.close()

    def add(self, ids: Collection[ContributionId]) -> None:
        """Index these contributions, as they are in the library now."""
        if not ids or not self._is_useful:
            return
        try:
            with self._library.read() as tx:
                stamps = tx.contributions.stamps(ids)
            self._ahead.add(search_documents(self._library, list(stamps), stamps, JobContext()))
        except KennisbankError as error:
            self._give_up(error)

    def take(self) -> None:
        """Make searchable what was added."""
        try:
            self._index.take(self._ahead)
        except KennisbankError as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        _log.warning("not indexed ahead: %s", error)
        self._ahead.close()
        self._is_useful = False
