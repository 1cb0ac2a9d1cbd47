"""Which papers can't be opened because they aren't here: what stands in their place is shown, until they come."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.reader.reader_view import ReaderView
from kennisbank.ui.views.reading_absent import AbsentPaper

Open = Callable[[ContributionId, Mapping[str, object]], object]


class ReadingAbsence(QObject):
    """One per reading view. In a library without an archive every contribution has its files: nothing is asked."""

    def __init__(self, session: Session, parent: QObject, open_paper: Open) -> None:
        """Hand to `open_paper` what is here, with the state that was asked for."""
        super().__init__(parent)
        self._session, self._open_paper = session, open_paper
        self._reader: ReaderView | None = None
        self._asking: JobContext | None = None
        self._wish: Mapping[str, object] = {}
        self.page = AbsentPaper(session)
        self.page.hide()
        self.page.arrived.connect(self._on_arrived)

    @property
    def contribution(self) -> str:
        """Return the id of what is shown in place of the pages; empty while the pages are."""
        return "" if self.page.isHidden() else self.page.contribution

    def begin(self, reader: ReaderView) -> None:
        """Stand in for the pages of `reader` from now on."""
        self._reader = reader
        self.show_pages()

    def is_possible(self, contribution: ContributionId) -> bool:
        """Tell whether a contribution may not be here, so that it must be asked."""
        is_front = self._reader is not None and self._reader.current == contribution and not self.contribution
        return ArchiveReading.of(self._session).facts.link is not None and not is_front

    def ask(self, contribution: ContributionId, wish: Mapping[str, object]) -> None:
        """Find out whether it is here, and show what there is; an older question is dropped."""
        if self._asking is not None:
            self._asking.cancel()
        catalogue = self._session.kennisbank.catalogue

        def done(found: Contribution | None) -> None:
            self._asking = None
            if found is None or found.files:
                self._open_paper(contribution, wish)
            else:
                self._show(found, wish)

        self._asking = self._session.tasks.read(
            self, lambda _ctx: catalogue.many([contribution]).get(contribution), done, self._session.failed.emit
        )

    def show_pages(self) -> None:
        """Show the pages again."""
        self.page.show_contribution(None)
        self._swap(shows_page=False)

    def _show(self, found: Contribution, wish: Mapping[str, object]) -> None:
        self._wish = wish
        self.page.show_contribution(found)
        self._swap(shows_page=True)
        if self.page.isVisible():
            self.page.take_focus()

    def _swap(self, *, shows_page: bool) -> None:
        if self._reader is not None:
            self._reader.setVisible(not shows_page)
        self.page.setVisible(shows_page and isinstance(self.page.parent(), QWidget))

    def _on_arrived(self, contribution: ContributionId) -> None:
        if self.contribution == contribution:
            self._open_paper(contribution, self._wish)
