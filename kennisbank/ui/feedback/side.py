"""The place of the sheet at the right end of a splitter: feedback being written, or a thread being read."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget
from typing_extensions import override

from kennisbank.domain.annotation import Anchor
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.correspondence import FeedbackDraft
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.feedback.sheet import FeedbackSheet
from kennisbank.ui.feedback.thread_sheet import ThreadSheet
from kennisbank.ui.look import follow, px

_Page = TypeVar("_Page", FeedbackSheet, ThreadSheet)
_WIDTH, _LEAST = 440, 280
_MOST_PART = 0.62
"""Of the splitter's width at most: with large text the page beside it still shows."""


class FeedbackSide(QStackedWidget):
    """Hidden until something is shown in it.

    Signals: `shown_changed` with whether it shows; `anchor_changed` when another passage is spoken of; `reopen_asked`
    with a `FeedbackDraft` that is to be shown again; `scrolled` when the quote in it stands elsewhere.
    """

    shown_changed = Signal(bool)
    anchor_changed = Signal()
    reopen_asked = Signal(object)
    scrolled = Signal()

    def __init__(self, session: Session, splitter: QSplitter) -> None:
        """Stand at the right end of `splitter`."""
        super().__init__(splitter)
        self._session, self._splitter = session, splitter
        self._back: QWidget | None = None
        splitter.addWidget(self)
        splitter.setCollapsible(splitter.indexOf(self), False)
        follow(self, self.fit)
        self.hide()

    # Made when they are first wanted: most papers are opened without a word to their authors.

    @cached_property
    def sheet(self) -> FeedbackSheet:
        """Return the page on which feedback is written."""
        sheet = FeedbackSheet(self._session)
        sheet.reopen_asked.connect(self.reopen_asked)
        return self._added(sheet)

    @cached_property
    def thread_sheet(self) -> ThreadSheet:
        """Return the page on which a thread is read."""
        sheet = ThreadSheet(self._session)
        sheet.view.reopened.connect(self.reopen_asked)
        return self._added(sheet)

    def _added(self, page: _Page) -> _Page:
        self.addWidget(page)
        page.left.connect(self.close_side)
        page.anchor_changed.connect(self.anchor_changed)
        page.scrolled.connect(self.scrolled)
        return page

    @property
    def _page(self) -> FeedbackSheet | ThreadSheet | None:
        """Return the page that is in front; None before there is one."""
        page = self.currentWidget()
        return page if isinstance(page, FeedbackSheet | ThreadSheet) else None

    @property
    def anchor(self) -> Anchor | None:
        """Return the passage that is spoken of; None while there is none, or nothing shows."""
        page = self._page
        return None if page is None or self.isHidden() else page.anchor

    @property
    def lead_end(self) -> QWidget:
        """Return the widget at which a line from the passage ends."""
        page = self._page
        return self if page is None else page.lead_start

    def write(
        self,
        contribution: Contribution,
        anchor: Anchor | None = None,
        draft_id: str = "",
        *,
        back: QWidget | None = None,
    ) -> None:
        """Show the sheet, with the keyboard in its message; when it closes the keyboard goes to `back`."""
        self._show(self.sheet, back)
        self.sheet.begin(contribution, anchor, draft_id)
        self.sheet.take_focus()

    def read(self, thread_id: str, *, back: QWidget | None = None) -> None:
        """Show a thread."""
        self._show(self.thread_sheet, back)
        self.thread_sheet.show_thread(thread_id)
        self.thread_sheet.take_focus()

    def _show(self, page: FeedbackSheet | ThreadSheet, back: QWidget | None) -> None:
        self._back = back or self._back or QApplication.focusWidget()
        if not self.isHidden() and page is not self._page:
            self._leave_draft()
        self.setCurrentWidget(page)
        if self.isHidden():
            self.show()
            self.fit()
            self.shown_changed.emit(True)
        self.anchor_changed.emit()

    def close_side(self) -> None:
        """Close it; a draft is kept, and the keyboard goes back."""
        if self.isHidden():
            return
        focus = QApplication.focusWidget()
        had_focus = focus is None or self.isAncestorOf(focus)
        self._leave_draft()
        self.hide()
        self.shown_changed.emit(False)
        self.anchor_changed.emit()
        back, self._back = self._back, None
        if had_focus and back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_draft(self) -> None:
        if isinstance(self._page, FeedbackSheet):
            self._page.drafting.leave()

    def fit(self) -> None:
        """Take the width that the design gives, as far as there is room."""
        room = round(self._splitter.width() * _MOST_PART)
        width = min(px(_WIDTH), max(room, px(160)))
        self.setMinimumWidth(min(px(_LEAST), width))
        sizes, at = self._splitter.sizes(), self._splitter.indexOf(self)
        if self.isHidden() or at < 1:
            return
        widest = max(range(at), key=lambda number: sizes[number])
        sizes[widest] = max(0, sizes[widest] + sizes[at] - width)
        sizes[at] = width
        self._splitter.setSizes(sizes)

    def go_on(self, draft: FeedbackDraft, contribution: Contribution) -> None:
        """Show a draft that was taken back."""
        self.write(contribution, draft.anchor, draft.id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.scrolled.emit)  # once all beside it is laid out
