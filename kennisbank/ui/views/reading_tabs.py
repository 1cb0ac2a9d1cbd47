"""Which papers are open: kept in the settings as tabs change, and brought back when the window opens again."""

from dataclasses import replace

from PySide6.QtCore import QObject

from kennisbank.domain.ids import ContributionId
from kennisbank.ui.controllers.papers_before import papers_before
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.kept_papers import KeptTabs, kept_tabs
from kennisbank.ui.reader.reader_view import ReaderView


class OpenPapers(QObject):
    """One per window; take it with `of`. Papers of another library than the one that is open are left alone."""

    def __init__(self, session: Session) -> None:
        """Belong to `session`."""
        super().__init__(session)
        self._session = session
        self._is_reading = False

    @staticmethod
    def of(session: Session) -> "OpenPapers":
        """Return the one of this session."""
        return session.findChild(OpenPapers) or OpenPapers(session)

    def bring_back(self, reader: ReaderView) -> None:
        """Put the papers that were open back in `reader`, those apart that have gone. Reads off the GUI thread."""
        kept, reading = papers_before(self._session), self._session.kennisbank.reading
        if not kept.papers:
            self._follow(reader)
            return
        ids = [paper.contribution for paper in kept.papers]

        def show(titles: dict[ContributionId, str]) -> None:
            here = kept.among(titles)
            papers = [replace(paper, title=titles[paper.contribution] or paper.title) for paper in here.papers]
            reader.restore(papers, here.front)
            self._follow(reader)

        self._session.tasks.read(reader, lambda _ctx: reading.titles(ids), show, self._session.failed.emit)

    def set_reading(self, reader: ReaderView | None, *, is_reading: bool) -> None:
        """Note whether the papers are what the window shows."""
        if is_reading != self._is_reading:
            self._is_reading = is_reading
            if reader is not None:
                self._note(reader)

    def _follow(self, reader: ReaderView) -> None:
        reader.papers_changed.connect(lambda: self._note(reader))
        self._note(reader)

    def _note(self, reader: ReaderView) -> None:
        """Keep what is open now."""
        session = self._session
        if not session.settings.keep_papers:
            return
        papers, front = reader.kept
        kept = KeptTabs(str(session.kennisbank.paths.home), papers, front, self._is_reading)
        if papers or kept_tabs(session.settings.open_papers).home == kept.home:
            session.change_settings(open_papers=kept.written())
