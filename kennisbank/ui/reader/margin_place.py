"""The place of the margin beside the pages: the whole of it, or folded to a strip of glyphs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QSplitter, QWidget
from typing_extensions import override

from kennisbank.ui.look import LOOK, follow, px
from kennisbank.ui.reader.desk import Desk
from kennisbank.ui.reader.margin import Margin
from kennisbank.ui.reader.margin_glyphs import MarginGlyphs
from kennisbank.ui.reader.margin_guests import MarginGuests
from kennisbank.ui.reader.margin_leads import MarginLeads
from kennisbank.ui.reader.margin_news import MarginNews
from kennisbank.ui.reader.marking import Marking
from kennisbank.ui.reader.page_view import PageView
from kennisbank.ui.reader.paper_annotations import PaperAnnotations
from kennisbank.ui.widgets.layouts import Row
from kennisbank.ui.widgets.panes import RAIL, RIGHT_FOLDS_BELOW

_WIDTH, _LEAST, _FOLDED = 328, 240, 24


class MarginPlace(QWidget):
    """At the right end of a pane's splitter. Ctrl+M folds and unfolds; in a narrow window it begins folded.

    Signals: `link_activated` with an address from a note; `folded` with whether the reader folded it;
    `version_requested` with the hash of a file and a 1-based page in it.
    """

    link_activated = Signal(str)
    folded = Signal(bool)
    version_requested = Signal(str, int)

    def __init__(
        self, splitter: QSplitter, view: PageView, annotations: PaperAnnotations, marking: Marking, desk: Desk
    ) -> None:
        """Stand at the right of the pages `view`."""
        super().__init__(splitter)
        self._splitter, self._view = splitter, view
        self.guests = MarginGuests(self)
        self.margin = Margin(view, annotations, desk, lambda: marking.spans, self.guests)
        self.glyphs = MarginGlyphs(view, annotations, self.guests)
        self.news = MarginNews(annotations)
        self.leads = MarginLeads(view, self.margin.strip, annotations)
        Row(self, spacing=0).add_all(self.margin, self.glyphs)
        self._is_wanted, self._was_narrow = True, False
        self._units = float(_WIDTH)
        splitter.addWidget(self)
        splitter.setCollapsible(splitter.indexOf(self), False)
        self.margin.head.folded.connect(lambda: self.choose(is_shown=False))
        self.margin.left.connect(lambda: view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.margin.acts.link_requested.connect(self.link_activated)
        self.margin.acts.version_requested.connect(self.version_requested)
        self.news.looked_at.connect(self.go_to)
        self.news.version_requested.connect(self.version_requested)
        self.glyphs.chosen.connect(self.go_to)
        self.glyphs.unfolded.connect(lambda: self.choose(is_shown=True))
        marking.note_wanted.connect(self.write)
        keys = QShortcut(QKeySequence("Ctrl+M"), splitter)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(lambda: self.choose(is_shown=not self.is_shown))
        follow(self, self._fit)
        self.show_margin(is_shown=True)

    @property
    def is_shown(self) -> bool:
        """Tell whether the margin is unfolded."""
        return not self.margin.isHidden()

    @property
    def part(self) -> QWidget:
        """Return what F6 goes to: the margin, or its glyphs while it is folded."""
        return self.margin if self.is_shown else self.glyphs

    def choose(self, *, is_shown: bool) -> None:
        """Fold or unfold as the reader asks; in a narrow window that is for the moment only."""
        focus = QApplication.focusWidget()
        has_focus = focus is not None and self.isAncestorOf(focus)
        self.show_margin(is_shown=is_shown)
        if not self._was_narrow:
            self._is_wanted = is_shown
            self.folded.emit(not is_shown)
        if is_shown:
            self.margin.focus_first()
        elif has_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_margin(self, *, is_shown: bool) -> None:
        """Fold or unfold."""
        if self.is_shown and not is_shown and self.width() > px(_LEAST) // 2:
            self._units = self.width() / LOOK.metrics.scale
        self.margin.setVisible(is_shown)
        self.glyphs.setVisible(not is_shown)
        self._fit()

    def write(self, annotation_id: str) -> None:
        """Begin to write the note of an annotation."""
        if not self.is_shown:
            self.show_margin(is_shown=True)
        self.margin.edit(annotation_id)

    def go_to(self, annotation_id: str) -> None:
        """Take an annotation at hand, with the keyboard on its card."""
        if not self.is_shown:
            self.choose(is_shown=True)
        self.margin.go_to(annotation_id)

    def _fit(self) -> None:
        """Take the width that was had before, or what the design gives."""
        if self.is_shown:
            self.setMinimumWidth(px(_LEAST))
            self.setMaximumWidth(px(2 * _WIDTH))
        else:
            self.setFixedWidth(px(_FOLDED))
        sizes, at = self._splitter.sizes(), self._splitter.indexOf(self)
        if at > 0:
            width = px(self._units) if self.is_shown else px(_FOLDED)
            sizes[at - 1] = max(0, sizes[at - 1] + sizes[at] - width)
            sizes[at] = width
            self._splitter.setSizes(sizes)
        self.leads.update()

    def window_resized(self) -> None:
        """Give way to the page in a narrow window, and come back in a wide one."""
        is_narrow = self.window().width() < px(RIGHT_FOLDS_BELOW) and self.window().width() > px(RAIL)
        focus = QApplication.focusWidget()
        if is_narrow and focus is not None and self.isAncestorOf(focus):
            return  # nobody's note is folded away while it is written
        if is_narrow != self._was_narrow:
            self._was_narrow = is_narrow
            self.show_margin(is_shown=self._is_wanted and not is_narrow)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.window_resized()
