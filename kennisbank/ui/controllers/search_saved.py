"""The saved searches of the open library and what is new in them: read and counted off the GUI thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.ids import ContributionId, SavedSearchId
from kennisbank.domain.saved_search import SavedSearch
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.search_answer import Asked
from kennisbank.ui.models.search_saved import SavedRow, asked_of

if TYPE_CHECKING:
    from kennisbank.services.saved_searches import Kept

_WAIT_MS = 800
"""How long writes must have stopped before news are counted again: an import writes many times a second."""
_News = dict[SavedSearchId, tuple[ContributionId, ...]]
_Fail = Callable[[Exception], object]


class SavedSearches(QObject):
    """One per window. Reads after every opening; counts news then, after writes and after long jobs."""

    changed = Signal()
    """Other searches are kept, or something else is new in them."""

    def __init__(self, session: Session) -> None:
        """Belong to `session`; take the one there is with `of`."""
        super().__init__(session)
        self._session = session
        self._kept: list[SavedSearch] = []
        self._news: _News = {}
        self._reading: JobContext | None = None
        self._counting: JobContext | None = None
        self._waiting = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._waiting.timeout.connect(self._count)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.tasks.job_finished.connect(lambda _job: self._waiting.start())
        if session.is_open:
            self._read()

    @staticmethod
    def of(session: Session) -> "SavedSearches":
        """Return those of this session."""
        return session.findChild(SavedSearches) or SavedSearches(session)

    @property
    def rows(self) -> tuple[SavedRow, ...]:
        """Return them by name, each with what is new."""
        return tuple(SavedRow(each, self._news.get(each.id, ())) for each in self._kept)

    @property
    def is_settled(self) -> bool:
        """Tell whether all is read and counted."""
        return self._reading is None and self._counting is None and not self._waiting.isActive()

    def matching(self, asked: Asked) -> SavedSearch | None:
        """Return the one that asks the same, if it is kept."""
        request = asked.request()
        return next((each for each in self._kept if each.asks(request)), None)

    def save(self, asked: Asked, name: str, done: Callable[[], object], fail: _Fail) -> None:
        """Keep a question under a name."""
        service, request = self._session.kennisbank.saved_searches, asked.request()

        def kept(result: "Kept") -> None:
            self._session.changed_by(result.changes)
            done()

        self._session.tasks.write(self, lambda _ctx: service.add(name, request), kept, fail)

    def rename(self, saved: SavedSearch, name: str, done: Callable[[], object], fail: _Fail) -> None:
        """Give one another name."""
        service = self._session.kennisbank.saved_searches

        def renamed(result: "Kept") -> None:
            self._session.changed_by(result.changes)
            done()

        self._session.tasks.write(self, lambda _ctx: service.rename(saved.id, name), renamed, fail)

    def remove(self, saved: SavedSearch) -> None:
        """Keep one no longer; that can be undone."""
        service = self._session.kennisbank.saved_searches

        def restore() -> None:
            self._session.tasks.write(
                self,
                lambda _ctx: service.restore(saved),
                lambda result: self._session.changed_by(result.changes),
                self._session.failed.emit,
            )

        def removed(result: "Kept") -> None:
            self._session.changed_by(result.changes)
            words = self.tr("“{name}” is no longer saved.").format(name=saved.name)
            self._session.tell(words, self.tr("Undo"), restore)

        self._session.tasks.write(self, lambda _ctx: service.remove(saved.id), removed, self._session.failed.emit)

    def open(self, saved: SavedSearch) -> None:
        """Go to its answer, with what is new marked there, and note that it was looked at."""
        service, asked = self._session.kennisbank.saved_searches, asked_of(saved)
        self._session.tasks.write(
            self,
            lambda _ctx: service.see(saved.id),
            lambda result: self._session.changed_by(result.changes),
            self._session.failed.emit,
        )
        self._session.go(
            "search",
            query=asked.query,
            filters=asked.filters,
            order=asked.order,
            is_strict=asked.is_strict,
            since=asked.since,
        )

    def _on_opened(self) -> None:
        self._kept, self._news = [], {}
        self.changed.emit()
        self._read()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.ids("saved_search"):
            self._read()
        elif changes.ids("contribution"):
            self._waiting.start()

    def _read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        service = self._session.kennisbank.saved_searches

        def show(kept: list[SavedSearch]) -> None:
            self._reading, self._kept = None, kept
            self.changed.emit()
            self._count()

        self._reading = self._session.tasks.read(self, lambda _ctx: service.all(), show, self._fail)

    def _count(self) -> None:
        self._waiting.stop()
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None
        if not self._kept or not self._session.is_open:
            return
        service = self._session.kennisbank.saved_searches

        def show(news: _News) -> None:
            self._counting = None
            if news != self._news:
                self._news = news
                self.changed.emit()

        self._counting = self._session.tasks.read(self, service.news, show, self._fail)

    def _fail(self, error: Exception) -> None:
        self._reading = self._counting = None
        self._session.failed.emit(error)
