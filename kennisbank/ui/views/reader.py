"""Reading: the open papers, joined to the rest of the window."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.config.settings import Settings
from kennisbank.domain.ids import ContributionId, FileHash, PageNo
from kennisbank.domain.results import PassageHit
from kennisbank.ui.controllers.links import LinkOpening
from kennisbank.ui.controllers.reading_states import ReadingStates
from kennisbank.ui.controllers.search_related import RelatedAsking
from kennisbank.ui.controllers.search_trail import SearchTrail
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.reader.paper_keys import add_keys
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.reader.reader_view import ReaderView
from kennisbank.ui.views.reading_absence import ReadingAbsence
from kennisbank.ui.views.reading_desk import desk_of
from kennisbank.ui.views.reading_feedback import PaperFeedback
from kennisbank.ui.views.reading_print import PaperPrinting
from kennisbank.ui.views.reading_tabs import OpenPapers
from kennisbank.ui.views.reading_versions import VersionsMenu
from kennisbank.ui.views.view import View, focus_into
from kennisbank.ui.voices.reader_part import ReaderVoices
from kennisbank.ui.widgets.layouts import Column
from kennisbank.ui.widgets.reading_mark import ReadingMarkMenu, ReadingMarkTool

_SCHEMES = frozenset({"http", "https", "mailto"})
"""What a link in a paper may open: pages and letters, never a file or a program."""


class ReadingView(View):
    """Lezen. State: ``contribution``; where to be: ``hits`` with ``current``, ``annotation``, ``page``, ``file``.

    Beside the page: ``draft``, feedback to be written (empty for a new one), or a ``thread``.
    """

    def __init__(self, session: Session) -> None:
        """Read from the library of `session`, and from another one when that is opened."""
        super().__init__(session)
        self._reader: ReaderView | None = None
        self._waiting: Mapping[str, object] = {}
        self._hits: dict[ContributionId, Sequence[PassageHit]] = {}
        self._open_papers = OpenPapers.of(session)
        self._trail = SearchTrail.of(session)
        self._trail.ended.connect(self._on_trail_ended)
        self._column = Column(self, spacing=0)
        self._absence = ReadingAbsence(session, self, self._open)
        self._column.addWidget(self._absence.page)
        session.opened.connect(self._begin)
        session.settings_changed.connect(self._on_settings)
        if session.is_open:
            self._begin()
        self.retranslate()

    @property
    def reader(self) -> ReaderView | None:
        """Return the open papers; None before a library is open."""
        return self._reader

    @property
    def feedback(self) -> PaperFeedback | None:
        """Return what is written to the authors of the paper in front; None while none is open."""
        pane = self._reader.current_pane if self._reader is not None else None
        return pane.findChild(PaperFeedback) if pane is not None else None

    @override
    def title(self) -> str:
        pane = self._reader.current_pane if self._reader is not None else None
        if self._absence.contribution:
            return self._absence.page.accessibleName()
        return pane.title if pane is not None and pane.title else self.accessibleName()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Read"))

    @override
    def state(self) -> Mapping[str, object]:
        """Return the paper in front with its hits, but not a place: coming back leaves one where one was."""
        if self._absence.contribution:
            return {"contribution": self._absence.contribution}
        front = self._reader.current if self._reader is not None else None
        return {"contribution": front, "hits": self._hits.get(front, ())} if front else {}

    @override
    def show_state(self, state: Mapping[str, object]) -> None:
        if self._reader is None:
            self._waiting = state
            return
        contribution = ContributionId(str(state.get("contribution") or ""))
        if not contribution:
            return
        if self._absence.is_possible(contribution):
            self._absence.ask(contribution, state)
        else:
            self._open(contribution, state)

    def _open(self, contribution: ContributionId, state: Mapping[str, object]) -> None:
        """Open a paper that is here."""
        self._absence.show_pages()
        if self._reader is None:
            return
        hits = cast("Sequence[PassageHit]", state.get("hits") or self._hits.get(contribution, ()))
        self._hits[contribution] = hits
        current = state.get("current", -1)
        file, page, annotation = state.get("file"), state.get("page"), str(state.get("annotation") or "")
        self._reader.open(
            contribution,
            hits,
            current if isinstance(current, int) else -1,
            file=FileHash(str(file)) if file else None,
            page=PageNo(page) if isinstance(page, int) and not annotation else None,
            title=str(state.get("title", "")),
            in_place=bool(state.get("in_place")),
        )
        pane = self._reader.current_pane
        if annotation and pane is not None and pane.marking is not None:
            pane.marking.land_on(annotation)
        feedback = self.feedback
        if feedback is not None and "draft" in state:
            feedback.begin(str(state["draft"]))
        elif feedback is not None and state.get("thread"):
            feedback.show_thread(str(state["thread"]))

    @override
    def refresh(self) -> None:
        pane = self._reader.current_pane if self._reader is not None else None
        if pane is not None:
            pane.retry_all()

    @override
    def ways(self) -> tuple[bool, bool]:
        reader = self._reader
        return (reader.can_go_back, reader.can_go_forward) if reader is not None else (False, False)

    @override
    def step(self, direction: int) -> bool:
        if self._reader is None:
            return False
        return self._reader.go_back() if direction < 0 else self._reader.go_forward()

    @override
    def focus_first(self) -> None:
        pane = self._reader.current_pane if self._reader is not None else None
        if self._absence.contribution:
            self._absence.page.take_focus()
        elif pane is not None:
            pane.view.setFocus()
        else:
            focus_into(self)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        pane = self._reader.current_pane if self._reader is not None else None
        if self._absence.contribution:
            return (self._absence.page,)
        feedback = self.feedback
        side = (feedback.side,) if feedback is not None and feedback.side.isVisible() else ()
        return (*pane.parts, *side) if pane is not None else (self,)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._open_papers.set_reading(self._reader, is_reading=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        if self._reader is not None:
            self._reader.save_places()
        if self.isHidden():  # another view is shown; when the window closes, this one isn't hidden by itself
            self._open_papers.set_reading(self._reader, is_reading=False)
        super().hideEvent(event)

    def _begin(self) -> None:
        """Read from the library that is open now; papers of another one are closed."""
        before, session = self._reader, self.session
        self._hits = {}
        reader = ReaderView(
            session.kennisbank.reading,
            session.tasks,
            night_paper=session.settings.night_paper,
            spread=session.settings.page_spread,
            ask_related=lambda owner: RelatedAsking(session, owner),
            desk=desk_of(session),
        )
        reader.link_requested.connect(self._open_link)
        reader.details_requested.connect(lambda contribution: session.go("details", contribution=contribution))
        reader.original_requested.connect(self._open_original)
        reader.related_requested.connect(lambda contribution: session.go("reader", contribution=contribution))
        reader.next_paper_requested.connect(lambda direction: self._trail.step(reader.current, direction))
        reader.places_changed.connect(self.ways_changed)
        reader.night_paper_changed.connect(lambda night: session.change_settings(night_paper=night))
        reader.spread_changed.connect(lambda spread: session.change_settings(page_spread=spread))
        reader.pane_added.connect(self._equip)
        self._reader = reader
        if before is not None:
            before.papers_changed.disconnect()
            before.close_all()
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._column.addWidget(reader)
        self._absence.begin(reader)
        self._open_papers.bring_back(reader)
        waiting, self._waiting = self._waiting, {}
        self.show_state(waiting)

    def _equip(self, pane: PaperPane) -> None:
        """Give a paper what has to do with the library: how far one is with it, and printing it."""
        states = ReadingStates.of(self.session)
        PaperFeedback(self.session, pane)
        ReaderVoices(self.session, pane)
        mark = ReadingMarkTool(self.session, lambda: pane.contribution, "Ctrl+R")
        pane.toolbar.add_tool(mark)
        pane.opened.connect(lambda _document: mark.retranslate())
        pane.opened.connect(lambda _document: states.begin(pane.contribution))
        pane.end_reached.connect(lambda contribution: states.suggest_read(ContributionId(contribution)))
        add_keys(pane, (("Ctrl+R", lambda: states.turn(pane.contribution)),))
        printing = PaperPrinting(self.session, pane)
        if pane.marking is not None:
            tools = pane.marking.tools
            tools.menu.addSeparator()
            tools.menu.addMenu(ReadingMarkMenu(self.session, lambda: pane.contribution, tools.menu))
            tools.menu.addMenu(VersionsMenu(pane, lambda file: pane.open(pane.contribution, file=file), tools.menu))
            tools.add_line(lambda: self.tr("Print"), "print", printing.begin, "Ctrl+P")
            tools.add_line(lambda: self.tr("Details"), "info", lambda: pane.details_requested.emit(pane.contribution))
            tools.add_line(
                lambda: self.tr("Open the original"),
                "external",
                lambda: pane.original_requested.emit(pane.contribution),
            )
            pane.toolbar.can_do_without(printing.tool, mark)

    def _open_link(self, address: str) -> None:
        url = QUrl(address)
        if LinkOpening.of(self.session).open(address):
            return
        if url.scheme().lower() in _SCHEMES:
            QDesktopServices.openUrl(url)
        else:
            self.session.tell(
                self.tr("This link leads to a file or a program, and was not followed: %1").replace("%1", address)
            )

    def _open_original(self, contribution: str) -> None:
        """Open a copy of the file in the system's own viewer: whoever writes in it doesn't write in the library."""
        kennisbank, folder = self.session.kennisbank, self.session.kennisbank.paths.temporary / "opened"
        pane = self._reader.current_pane if self._reader is not None else None
        document = pane.document if pane is not None and pane.contribution == contribution else None
        file = document.file.hash if document is not None else None  # the version that is shown
        self.session.tasks.write(
            self,
            lambda _ctx: kennisbank.reading.take_out(ContributionId(contribution), file, folder),
            self._show_file,
            self.session.failed.emit,
        )

    def _show_file(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.session.tell(self.tr("No program on this computer opens %1.").replace("%1", path.name))

    def _on_trail_ended(self, direction: int) -> None:
        if self.isVisible():
            words = (
                self.tr("This was the last hit of the search.")
                if direction > 0
                else self.tr("This was the first hit of the search.")
            )
            self.session.tell(words)

    def _on_settings(self, settings: Settings) -> None:
        if self._reader is not None:
            self._reader.set_night_paper(settings.night_paper)
