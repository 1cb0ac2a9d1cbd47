"""One paper as a tab shows it: toolbar, left panel, pages, and the lines above them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from kennisbank.domain.ids import ContributionId, FileHash, PageNo
from kennisbank.domain.results import PassageHit
from kennisbank.services.reading import OpenDocument, ReadingService
from kennisbank.ui.look import px
from kennisbank.ui.messages import message_for
from kennisbank.ui.reader.cover_fold import CoverFold
from kennisbank.ui.reader.desk import Desk
from kennisbank.ui.reader.end_watch import EndWatch
from kennisbank.ui.reader.hit_walk import HitWalk
from kennisbank.ui.reader.layout_menu import spread_after
from kennisbank.ui.reader.lines import Hairline
from kennisbank.ui.reader.margin_place import MarginPlace
from kennisbank.ui.reader.page_images import Wanted
from kennisbank.ui.reader.page_layout import FIT_PAGE, FIT_WIDTH, PagePoint
from kennisbank.ui.reader.page_spread import Spread
from kennisbank.ui.reader.paper import OpenPaper, Paper
from kennisbank.ui.reader.paper_annotations import PaperAnnotations
from kennisbank.ui.reader.paper_keys import Act, add_keys
from kennisbank.ui.reader.paper_marking import PaperMarking
from kennisbank.ui.reader.paper_travel import PaperTravel
from kennisbank.ui.reader.paper_version import PaperVersion
from kennisbank.ui.reader.paper_wish import PaperWish
from kennisbank.ui.reader.places import Places
from kennisbank.ui.reader.reading_column import ReadingColumn
from kennisbank.ui.reader.related_papers import AskRelated, RelatedPapers
from kennisbank.ui.reader.side_panel import SidePanel
from kennisbank.ui.reader.spots import OutlineRow, outline_rows, row_at
from kennisbank.ui.reader.toolbar import ReaderToolbar
from kennisbank.ui.workers import TaskRunner

_SAVE_EVERY_MS = 2000
_PANEL = 264
_TOP_MARGIN = 72.0
"""Points from the top of a page within which its first heading stands: who is at the top of a page reads that part."""
_FAILURES = 2
"""Pages that fail, with none drawn, before the file as a whole counts as unreadable."""


class PaperPane(QWidget):
    """A paper to read.

    Signals: `title_changed`; `link_requested` with an external URI; `details_requested` and `original_requested` with
    the contribution's id; `next_paper_requested` with 1 or -1 when the hits end here; `night_toggled`, `panel_toggled`
    and `spread_chosen` (a `Spread`) when the reader asks; `places_changed` when going back or forward became possible
    or impossible; `opened` with the `OpenDocument` that is shown; `end_reached` once one came to its end.
    """

    title_changed = Signal(str)
    link_requested = Signal(str)
    details_requested = Signal(str)
    original_requested = Signal(str)
    next_paper_requested = Signal(int)
    night_toggled = Signal(bool)
    panel_toggled = Signal(bool)
    spread_chosen = Signal(str)
    places_changed = Signal()
    opened = Signal(object)
    end_reached = Signal(str)

    def __init__(
        self,
        reading: ReadingService,
        tasks: TaskRunner,
        ask_related: AskRelated | None = None,
        desk: Desk | None = None,
    ) -> None:
        """Make an empty pane; `open` fills it. Without a `desk` one can't write in its margin."""
        super().__init__()
        self.contribution = ContributionId("")
        self.title = ""
        self._paper = Paper(reading, tasks, self)
        self._open: OpenPaper | None = None
        self._wish = PaperWish()
        self._rows: list[OutlineRow] = []
        self.toolbar, self.panel, self._column = ReaderToolbar(self), SidePanel(self), ReadingColumn(self)
        self.view, self.find_bar, self.add_line = self._column.view, self._column.find_bar, self._column.add_line
        self.cover = CoverFold(self.view, self._column)
        self.walk = HitWalk(self.view, self.toolbar, self.panel, self.find_bar, self.cover.uncover)
        self.travel = PaperTravel(self.view, self.cover.uncover)
        self.related = RelatedPapers(self.panel, ask_related)
        self._end, self._version = EndWatch(self.view), PaperVersion(self._column, self._load)
        self._saving = QTimer(self, singleShot=True, interval=_SAVE_EVERY_MS)
        self.annotations = desk.annotations() if desk is not None else None
        self.marking: PaperMarking | None = None
        self.margin: MarginPlace | None = None
        self._lay_out()
        self._connect()
        self._connect_going()
        add_keys(self, self._keys())
        if desk is not None and self.annotations is not None:
            self._add_margin(self.annotations, desk)
        self.retranslate()

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.panel)
        self.splitter.addWidget(self._column)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setCollapsible(1, False)
        self.splitter.setSizes([px(_PANEL), 10 * px(_PANEL)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (self.toolbar, Hairline()):
            whole.addWidget(widget)
        whole.addWidget(self.splitter, 1)

    def _add_margin(self, annotations: PaperAnnotations, desk: Desk) -> None:
        marking = PaperMarking(self.view, annotations, desk)
        self.marking = marking
        self.margin = MarginPlace(self.splitter, self.view, annotations, marking.marks, desk)
        self.margin.link_activated.connect(self.link_requested)
        self._column.add_line(self.margin.news)
        self.opened.connect(self.margin.news.take_document)
        self.margin.version_requested.connect(
            lambda file, page: self.open(self.contribution, file=FileHash(file), page=PageNo(page))
        )
        marking.copy_requested.connect(self.copy)
        annotations.changed.connect(self._on_moved)
        self.toolbar.add_tool(marking.tools)
        add_keys(self, marking.keys())

    def _connect(self) -> None:
        bar, view, paper = self.toolbar, self.view, self._paper
        bar.panel_toggled.connect(self.panel_toggled)
        bar.zoom_stepped.connect(self.step_zoom)
        bar.fit_requested.connect(self.fit_width)
        bar.layout_menu.spread_chosen.connect(self.spread_chosen)
        bar.layout_menu.fit_chosen.connect(self.fit)
        bar.night_toggled.connect(self.night_toggled)
        bar.find_requested.connect(self.walk.begin_find)
        bar.details_requested.connect(lambda: self.details_requested.emit(self.contribution))
        bar.original_requested.connect(lambda: self.original_requested.emit(self.contribution))
        view.zoom_changed.connect(lambda _zoom: self._show_zoom())
        view.copy_requested.connect(self.copy)
        view.select_all_requested.connect(self.select_all)
        view.retry_requested.connect(self._retry_page)
        self.find_bar.query_changed.connect(lambda query: paper.find(query, self.cover.hidden))
        self._column.state.retry_requested.connect(self._reopen)
        self._column.state.original_requested.connect(lambda: self.original_requested.emit(self.contribution))
        paper.opened.connect(self._on_opened)
        paper.hits_placed.connect(self._on_hits)
        paper.failed.connect(self._on_failed)
        paper.found.connect(self.walk.put_finds)
        paper.text_ready.connect(lambda text: QGuiApplication.clipboard().setText(text))

    def _connect_going(self) -> None:
        travel = self.travel
        travel.changed.connect(self.places_changed)
        travel.link_requested.connect(self.link_requested)
        self.toolbar.page_requested.connect(travel.jump_to_page)
        self.panel.pages.chosen.connect(travel.jump_to_page)
        self.panel.contents.chosen.connect(lambda row: travel.jump(PagePoint(row.index, 0.0, row.y)))
        self.view.link_activated.connect(travel.follow)
        self.view.moved.connect(self._on_moved)
        self._end.reached.connect(lambda: self.end_reached.emit(self.contribution))
        self.walk.left.connect(travel.leave)
        self.walk.ended.connect(self._on_hits_ended)
        self.cover.toggled.connect(self._put_pages)
        self._saving.timeout.connect(self.save_place)

    def _keys(self) -> tuple[tuple[str, Act], ...]:
        return (
            ("Ctrl+F", self.walk.begin_find),
            ("F3", lambda: self.walk.step(1)),
            ("Shift+F3", lambda: self.walk.step(-1)),
            ("Ctrl+0", self.fit_width),
            ("F9", lambda: self.fit(FIT_PAGE)),
            ("F8", lambda: self.spread_chosen.emit(spread_after(self.view.spread))),
            ("Ctrl++", lambda: self.step_zoom(1)),
            ("Ctrl+=", lambda: self.step_zoom(1)),
            ("Ctrl+-", lambda: self.step_zoom(-1)),
            ("Ctrl+B", lambda: self.panel_toggled.emit(self.panel.isHidden())),
            ("Ctrl+G", self.toolbar.focus_page_field),
        )

    @property
    def document(self) -> OpenDocument | None:
        """Return the document that is shown; None while there is none."""
        return self._paper.document

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes round, in the order in which one reads."""
        margin = (self.margin.part,) if self.margin is not None else ()
        return (self.toolbar, self.panel, self.view, *margin)

    # Opening.

    def open(
        self,
        contribution: ContributionId,
        hits: Sequence[PassageHit] = (),
        current: int = -1,
        file: FileHash | None = None,
        page: PageNo | None = None,
    ) -> None:
        """Open a contribution at one of these hits (`current` is a number in `hits`), at a page, or where one was."""
        is_same = self._open is not None and contribution == self.contribution
        self.contribution = contribution
        self._wish = PaperWish(tuple(hits), current, file, page)
        self.related.belong_to(contribution)
        wanted = self._wish.wanted_file
        document = self._paper.document
        if is_same and document is not None and wanted in {None, document.file.hash}:
            self._paper.place_hits(hits)
            return
        self._load(wanted)

    def _load(self, file: FileHash | None) -> None:
        self.save_place()
        self._open = None
        self._column.show_opening()
        self._paper.open(self.contribution, self._wish.hits, file)

    def _reopen(self) -> None:
        self._load(self._wish.wanted_file)

    def _on_opened(self, paper: OpenPaper) -> None:
        images, texts = self._paper.images, self._paper.texts
        if images is None or texts is None:
            return
        self._open = paper
        self.cover.begin(paper)
        self.travel.begin()
        document = paper.document
        self.title = document.contribution.metadata.values.title or document.file.name
        self.title_changed.emit(self.title)
        place = document.place if document.place is not None and document.place.file == document.file.hash else None
        self._version.begin(document)
        self._column.show_pages()
        self.view.show_document(paper.sizes, images, texts, document.links, self.cover.hidden)
        self.view.set_zoom(place.zoom if place is not None else 0.0)
        images.failed.connect(self._on_picture_failed)
        self.panel.pages.set_images(images)
        self.toolbar.set_pages(paper.labels)
        self._show_zoom()
        self._put_pages()
        if self.marking is not None:
            self.marking.open(self.contribution, document.file.hash)
        if place is not None:
            self.view.go_to(PagePoint(place.page - 1, 0.0, place.y))
        self._on_hits(paper)
        self._on_moved()
        self._end.begin()
        self.opened.emit(document)

    def _on_failed(self, error: Exception) -> None:
        self._column.show_failed(str(message_for(error)))

    def _on_picture_failed(self, wanted: Wanted) -> None:
        """When not one page can be drawn, the file is unreadable: say so once, in place of all pages."""
        images = self._paper.images
        error = images.error(wanted.index) if images is not None else None
        if images is not None and error is not None and images.has_none and images.failures >= self._enough_failures():
            self._column.show_failed(str(message_for(error)))

    def _enough_failures(self) -> int:
        return min(_FAILURES, len(self.cover.shown)) if self._open is not None else _FAILURES

    def _put_pages(self) -> None:
        if self._open is not None:
            self.panel.pages.put(self.cover.shown, self._open.sizes, self._open.labels)

    # Hits.

    def _on_hits(self, paper: OpenPaper) -> None:
        """Show hits, and go to the one that was asked for."""
        self._open = paper
        current = self._wish.place_in(paper)
        self._rows = outline_rows(paper.document.outline, [placed.spot for placed in paper.hits])
        self.panel.contents.put(self._rows, paper.labels)
        page = self._wish.take_page()
        if page is not None and current < 0:
            self.cover.uncover(page - 1)
            self.view.go_to_page(page - 1)
        self.walk.put(paper, current)
        self.panel.refresh()
        self._on_moved()

    def _on_hits_ended(self, direction: int) -> None:
        """Go on in another file of the contribution, or else ask for another paper."""
        here = self._paper.document.file.hash if self._paper.document is not None else None
        other = self._wish.go_on(here, direction)
        if other is None:
            self.next_paper_requested.emit(direction)
        else:
            self._load(other)

    # Going about.

    @property
    def places(self) -> Places:
        """Return where one can go back and forward to."""
        return self.travel.places

    def _on_moved(self) -> None:
        point = self.view.reading_point()
        if point is None or self._open is None:
            return
        self.toolbar.set_page(point.index)
        self.panel.pages.show_page(point.index)
        below = _TOP_MARGIN if point.y < 1 else 0.0
        self.panel.contents.set_current(row_at(self._rows, point.index, point.y + below))
        self.view.setAccessibleName(self.view.page_words(point.index))
        if not self._saving.isActive():
            self._saving.start()

    def save_place(self) -> None:
        """Remember where one is, off the GUI thread."""
        self._saving.stop()
        place = self.view.place()
        if place is not None and self._open is not None:
            self._paper.save_place(place, self.view.zoom_wish)

    # Zoom, paper, panel.

    def step_zoom(self, direction: int) -> None:
        """Zoom one step in (`direction` > 0) or out."""
        self.view.step_zoom(direction)
        self._show_zoom()

    def fit_width(self) -> None:
        """Make the widest page fill the width, now and when the window changes."""
        self.fit(FIT_WIDTH)

    def fit(self, wish: float) -> None:
        """Fit the width or the page (`FIT_WIDTH`, `FIT_PAGE`), now and when the window changes."""
        self.view.set_zoom(wish)
        self._show_zoom()

    def set_spread(self, spread: Spread) -> None:
        """Put the pages below one another or side by side."""
        self.toolbar.layout_menu.set_spread(spread)
        self.view.set_spread(spread)

    def _show_zoom(self) -> None:
        self.toolbar.set_zoom(self.view.zoom, fits=self.view.zoom_wish == FIT_WIDTH)
        self.toolbar.layout_menu.set_zoom_wish(self.view.zoom_wish)

    def set_night(self, night: bool) -> None:  # noqa: FBT001 - a Qt setter
        """Show dark paper, or white."""
        self.toolbar.set_night(night)
        self.view.set_night(night)
        self.panel.pages.set_night(night)

    def set_panel(self, shown: bool) -> None:  # noqa: FBT001 - a Qt setter
        """Show the left panel, or not."""
        self.toolbar.set_panel(shown)
        self.panel.setVisible(shown)

    # Text.

    def copy(self) -> None:
        """Put the author's text of the selection on the clipboard."""
        if self.view.selection is not None:
            self._paper.read_text(self.view.selection, self.cover.hidden)

    def select_all(self) -> None:
        """Select the text of all shown pages."""
        self.view.select_all()

    def _retry_page(self, index: int) -> None:
        if self._paper.images is not None:
            self._paper.images.retry(index)
            self.view.viewport().update()

    def retry_all(self) -> None:
        """Draw the pages that show again, where that failed."""
        for page in self.view.visible_pages():
            self._retry_page(page.index)

    def close_paper(self) -> None:
        """Remember the place and let go of the document."""
        self.save_place()
        if self.marking is not None:
            self.marking.close()
        self._paper.close()

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        self.view.setAccessibleName(self.tr("Pages"))
        self.panel.setAccessibleName(self.tr("Contents, hits and pages"))
        self._on_moved()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
