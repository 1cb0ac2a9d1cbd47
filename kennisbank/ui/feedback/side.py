"""The place of the sheet at the right end of a splitter: feedback being written, or a thread being read."""

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
        self._splitter = splitter
        self._back: QWidget | None = None
        self.sheet, self.thread_sheet = FeedbackSheet(session), ThreadSheet(session)
        self.addWidget(self.sheet)
        self.addWidget(self.thread_sheet)
        splitter.addWidget(self)
        splitter.setCollapsible(splitter.indexOf(self), False)
        self.sheet.left.connect(self.close_side)
        self.thread_sheet.left.connect(self.close_side)
        self.sheet.anchor_changed.connect(self.anchor_changed)
        self.thread_sheet.anchor_changed.connect(self.anchor_changed)
        self.sheet.reopen_asked.connect(self.reopen_asked)
        self.thread_sheet.view.reopened.connect(self.reopen_asked)
        for page in (self.sheet, self.thread_sheet):
            page.scrolled.connect(self.scrolled)
        follow(self, self.fit)
        self.hide()

    @property
    def anchor(self) -> Anchor | None:
        """Return the passage that is spoken of; None while there is none, or nothing shows."""
        if self.isHidden():
            return None
        return self.sheet.anchor if self.currentWidget() is self.sheet else self.thread_sheet.anchor

    @property
    def lead_end(self) -> QWidget:
        """Return the widget at which a line from the passage ends."""
        return self.sheet.lead_start if self.currentWidget() is self.sheet else self.thread_sheet.lead_start

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

    def _show(self, page: QWidget, back: QWidget | None) -> None:
        self._back = back or self._back or QApplication.focusWidget()
        if not self.isHidden() and self.currentWidget() is self.sheet and page is not self.sheet:
            self.sheet.drafting.leave()
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
        self.sheet.drafting.leave()
        self.hide()
        self.shown_changed.emit(False)
        self.anchor_changed.emit()
        back, self._back = self._back, None
        if had_focus and back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

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
