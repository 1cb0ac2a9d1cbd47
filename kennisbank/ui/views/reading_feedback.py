"""Feedback from an open paper: its button and keys, the sheet beside the pages, threads in the margin."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from kennisbank.domain.annotation import Anchor
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.correspondence import FeedbackDraft
from kennisbank.domain.ids import ContributionId
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.feedback.lead import FeedbackLead
from kennisbank.ui.feedback.page_passages import PagePassages
from kennisbank.ui.feedback.paper_threads import PaperThreads
from kennisbank.ui.feedback.side import FeedbackSide
from kennisbank.ui.icons import icon
from kennisbank.ui.look import follow, px
from kennisbank.ui.reader.paper_keys import add_keys
from kennisbank.ui.reader.paper_pane import PaperPane

_ROOMY = 1440
"""Width of the window in units of the design from which the left panel may stay beside the sheet."""


class PaperFeedback(QObject):
    """One per pane; `begin` and `show_thread` from outside, the rest by the reader."""

    def __init__(self, session: Session, pane: PaperPane) -> None:
        """Equip `pane`."""
        super().__init__(pane)
        self._session, self._pane = session, pane
        self._folded_margin = self._folded_panel = False
        self._waiting: str | None = None
        self.side = FeedbackSide(session, pane.splitter)
        self.tool = FeedbackTool(pane)
        self.lead = FeedbackLead(pane, pane.view, lambda: self.side.anchor, lambda: self.side.lead_end)
        self.passages = PagePassages(pane.view)
        self.threads: PaperThreads | None = None
        pane.toolbar.add_tool(self.tool)
        self._connect()

    def _connect(self) -> None:
        pane, side = self._pane, self.side
        self.tool.clicked.connect(lambda: side.close_side() if side.isVisible() else self.begin())
        side.shown_changed.connect(self._make_room)
        side.anchor_changed.connect(self._mark)
        side.reopen_asked.connect(self._go_on)
        pane.view.moved.connect(self.lead.follow)
        pane.splitter.splitterMoved.connect(lambda _at, _index: self.lead.follow())
        side.scrolled.connect(self.lead.follow)
        pane.opened.connect(self._on_opened)
        add_keys(pane, (("Ctrl+Shift+M", self.begin),))
        if pane.marking is not None and pane.margin is not None:
            pane.marking.marks.offers_feedback = True
            pane.marking.marks.feedback_wanted.connect(self.begin_on_passage)
            self.threads = PaperThreads(self._session, pane.margin.guests, self)
            self.threads.opened.connect(self._show_side_of)
            self.threads.changed.connect(self._mark)
            self.tool.words_changed.connect(self.threads.retranslate)

    @property
    def contribution(self) -> Contribution | None:
        """Return the contribution that is read."""
        document = self._pane.document
        return document.contribution if document is not None else None

    # Writing and reading.

    def begin(self, draft_id: str = "", anchor: Anchor | None = None) -> None:
        """Write about the paper, or about a passage of it; once it is open."""
        contribution = self.contribution
        if contribution is None:
            self._waiting = draft_id
        else:
            self.side.write(contribution, anchor, draft_id, back=self._pane.view)

    def begin_on_passage(self) -> None:
        """Write about the selected words, or about the passage of the annotation one is at."""
        pane = self._pane
        if pane.marking is None or self.contribution is None:
            return
        passage = pane.marking.passage
        if passage.annotation is not None and pane.annotations is not None:
            placed = pane.annotations.get(passage.annotation)
            self.begin(anchor=placed.anchor if placed is not None else None)
        elif passage.spans:
            annotating = self._session.kennisbank.annotating
            self._session.tasks.read(
                self,
                lambda _ctx: annotating.anchor(passage.file, passage.spans),
                lambda anchor: self.begin(anchor=anchor),
                self._session.failed.emit,
            )

    def show_thread(self, thread_id: str) -> None:
        """Show a thread beside the page, at its passage."""
        self.side.read(thread_id, back=self._pane.view)

    def _show_side_of(self, thread_id: str, side: str) -> None:
        """Show a thread of one's own here; as an author one answers in the inbox."""
        if side == "author":
            self._session.go("inbox", thread=thread_id)
        else:
            self.show_thread(thread_id)

    def _go_on(self, draft: FeedbackDraft) -> None:
        if self._pane.contribution == draft.contribution and self._pane.isVisible():
            self.begin(draft.id, draft.anchor)
        else:
            self._session.go("reader", contribution=ContributionId(draft.contribution), draft=draft.id)

    def _on_opened(self) -> None:
        document = self._pane.document
        if document is not None and self.threads is not None:
            self.threads.open(document.contribution.id, document.file.hash)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.begin(waiting)

    # Showing.

    def _mark(self) -> None:
        """Mark the passages that feedback is about, and lead from the one at hand to the sheet."""
        anchors = self.threads.anchors if self.threads is not None else []
        here, document = self.side.anchor, self._pane.document
        if here is not None and document is not None and here.file == document.file.hash and here not in anchors:
            anchors = [*anchors, here]
        self.passages.put(anchors)
        self.lead.follow()

    def _make_room(self, shown: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Fold the margin, and in a narrow window the left panel too, while the sheet shows."""
        pane = self._pane
        self.tool.setChecked(shown)
        if shown:
            self._folded_margin = pane.margin is not None and pane.margin.is_shown
            self._folded_panel = not pane.panel.isHidden() and pane.window().width() < px(_ROOMY)
            if self._folded_margin and pane.margin is not None:
                pane.margin.show_margin(is_shown=False)
            if self._folded_panel:
                pane.set_panel(False)
            self.side.fit()
        else:
            if self._folded_margin and pane.margin is not None:
                pane.margin.show_margin(is_shown=True)
            if self._folded_panel:
                pane.set_panel(True)


class FeedbackTool(QToolButton):
    """The button of the toolbar; on while the sheet shows. Signal: `words_changed` when the language did."""

    words_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it."""
        super().__init__(parent)
        self.setIcon(icon("feedback"))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("with_words", True)
        follow(self, lambda: self.setIconSize(QSize(px(20), px(20))))
        self.retranslate()

    def retranslate(self) -> None:
        """Set its words."""
        self.setText(self.tr("Feedback"))
        self.setAccessibleName(self.tr("Feedback to the authors"))
        self.setToolTip(self.tr("Feedback to the authors (Ctrl+Shift+M; on a passage: F)"))

    @override
    def nextCheckState(self) -> None:
        """Leave the check to the sheet: it follows whether that shows."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.words_changed.emit()
        super().changeEvent(event)
