"""One's feedback over all papers, and what became of it: the part of My reactions that goes to authors."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QStackedWidget, QWidget

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.correspondence import FeedbackDraft, ThreadRow
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.feedback import Feedback, touches_threads
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.feedback.thread_view import ThreadView
from kennisbank.ui.language import number
from kennisbank.ui.look import px
from kennisbank.ui.models.feedback_export import feedback_markdown
from kennisbank.ui.models.feedback_rows import FOLDERS, FeedbackFolder, counted, folder_words, narrowed, searched
from kennisbank.ui.views.feedback_list import FeedbackList
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import EmptyState, Ground
from kennisbank.ui.widgets.fields import SearchField
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.panes import RAIL, RIGHT_FOLDS_BELOW, Panes
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text

_Read = tuple[tuple[ThreadRow, ...], tuple[str, ...]]
"""All feedback, and of each what words are looked for in."""


class FeedbackPage(QWidget):
    """List at the left, the thread at the right. Signal: `counted` with the number of threads with news."""

    counted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build it; `read` fills it."""
        super().__init__(parent)
        self._session, self._feedback = session, Feedback.of(session)
        self._rows: tuple[ThreadRow, ...] = ()
        self._texts: tuple[str, ...] = ()
        self._text, self._folder = "", FOLDERS[0]
        self._wanted = ""
        self._reading: JobContext | None = None
        self.field, self.which, self.list = SearchField(), QComboBox(), FeedbackList()
        self._count, self._export = Text(size=12, tone="text_2"), Button("", "quiet", small=True)
        self.thread_view = ThreadView(session)
        self._paper, self._at_passage = Text(strong=True, wraps=True), Button("", "secondary", small=True)
        self._back = Button("", "link", icon_name="back", small=True)
        self._go_on, self._discard = Button("", "primary", small=True), Button("", "quiet", small=True)
        self._empty, self._nothing = EmptyState("feedback"), EmptyState()
        self._stack, self._side = QStackedWidget(), Ground("surface", edges="l")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._left = left = Ground("window")
        column = Column(left, margins=(16, 12, 8, 0), spacing=8)
        row = Row(spacing=8)
        row.addWidget(self.field, 1)
        row.addWidget(self.which)
        foot = Row(margins=(4, 0, 4, 8))
        foot.add_all(self._count, None, self._export)
        column.addLayout(row)
        for page in (self.list, self._empty, self._nothing):
            self._stack.addWidget(page)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        acts = FlowLayout(spacing=8)
        for button in (self._at_passage, self._go_on, self._discard):
            acts.addWidget(button)
        beside, head = QWidget(), Column(margins=(24, 16, 24, 0), spacing=8)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._paper)
        head.addLayout(acts)
        whole = Column(beside, spacing=0)
        whole.addLayout(head)
        whole.addWidget(self.thread_view, 1)
        Column(self._side, spacing=0).addWidget(Scroll(beside))
        self._panes = Panes(left, right=self._side, right_width=480)
        Column(self, spacing=0).addWidget(self._panes)

    def _connect(self) -> None:
        session = self._session
        session.changed.connect(self._on_changed)
        self.field.changed.connect(self._search)
        self.field.left_down.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.which.activated.connect(self._choose)
        self.list.chosen.connect(self._on_chosen)
        self.list.entered.connect(self._enter)
        self.list.left_up.connect(lambda: self.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self.list.discarded.connect(self._discard_draft)
        self.list.clicked.connect(lambda _index: self._unfold())
        self.thread_view.left.connect(self._fold)
        self._back.clicked.connect(self._fold)
        self._panes.shown_changed.connect(self._on_folded)
        self.thread_view.reopened.connect(self._reopen)
        self._at_passage.clicked.connect(self._to_passage)
        self._go_on.clicked.connect(self._to_passage)
        self._discard.clicked.connect(self._discard_draft)
        self._export.clicked.connect(self._choose_file)
        self._empty.asked.connect(lambda: session.go("browse"))
        self._nothing.asked.connect(self._show_all)

    # Reading.

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is being read."""
        return self._reading is None

    @property
    def news(self) -> int:
        """Return how many threads moved since one last looked."""
        return sum(each.is_unread for each in self._rows)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes round."""
        return (self.list, self._side) if self._panes.is_right_shown else (self.list,)

    def read(self, thread_id: str = "") -> None:
        """Read anew, and go to a thread."""
        self._wanted = thread_id or self._wanted
        if not self._session.is_open:
            return
        if self._reading is not None:
            self._reading.cancel()
        feedback = self._session.kennisbank.feedback

        def job(_ctx: JobContext) -> _Read:
            rows = feedback.mine()
            return rows, tuple(searched(each) for each in rows)

        self._reading = self._session.tasks.read(self, job, self._on_read, self._session.failed.emit)

    def _on_changed(self, changes: ChangeSet) -> None:
        if self.isVisible() and touches_threads(changes):
            self.read()

    def _on_read(self, read: _Read) -> None:
        self._reading = None
        self._rows, self._texts = read
        self._show()
        if self._wanted and self.list.rows.place_of(self._wanted) >= 0:
            self.list.go_to(self.list.rows.place_of(self._wanted))
        self._wanted = ""
        self.counted.emit()

    # Showing.

    def _show(self) -> None:
        rows = narrowed(self._rows, self._texts, self._text, self._folder)
        self.list.put(rows)
        self._stack.setCurrentWidget(self.list if rows else self._nothing if self._rows else self._empty)
        if not rows and self._is_narrow:
            self._panes.show_right(is_shown=False)
        self._at_passage.setEnabled(bool(rows))
        total = len(self._rows)
        words = self.tr("%n piece(s) of feedback", "", total).replace(str(total), number(total))
        if len(rows) != total:
            words = self.tr("{shown} of {total}").format(shown=number(len(rows)), total=words)
        self._count.setText(words if self._rows else "")
        self._export.setVisible(bool(rows))
        self._fill_choice()

    def _fill_choice(self) -> None:
        blocked = self.which.blockSignals(True)
        self.which.clear()
        counts = counted(self._rows)
        for folder in FOLDERS:
            self.which.addItem(f"{folder_words(folder)} ({number(counts[folder])})", folder)
        self.which.setCurrentIndex(FOLDERS.index(self._folder))
        self.which.blockSignals(blocked)

    def _on_chosen(self, row: ThreadRow | None) -> None:
        is_draft = row is not None and row.state == "draft"
        self._paper.setText("  •  ".join(part for part in (row.title, row.edition) if part) if row is not None else "")
        self._at_passage.setVisible(row is not None and not is_draft)
        self._go_on.setVisible(is_draft)
        self._discard.setVisible(is_draft)
        self.thread_view.setVisible(row is not None)
        if row is not None:
            self.thread_view.show_thread(row.id)

    def _search(self, text: str) -> None:
        self._text = text
        self._show()

    def _choose(self, at: int) -> None:
        self._folder = FOLDERS[at]
        self._show()

    def _show_all(self) -> None:
        self._text, self._folder = "", "all"
        self.field.set_text("", silently=True)
        self._show()

    def choose(self, folder: FeedbackFolder) -> None:
        """Show only feedback that stands so."""
        self._folder = folder
        self._show()

    # Where both don't fit beside one another the thread takes the place of the list.

    @property
    def _is_narrow(self) -> bool:
        return self.width() + px(RAIL) < px(RIGHT_FOLDS_BELOW)

    def _unfold(self) -> None:
        if self._is_narrow and self.list.current is not None:
            self._panes.show_right(is_shown=True)
            self._left.hide()
            self._back.show()
            self.thread_view.show_thread(self.list.current.id)

    def _fold(self) -> None:
        """Give the keyboard back to the list; and its place, where it was taken."""
        if self._is_narrow:
            self._panes.show_right(is_shown=False)
        self._left.show()
        self._back.hide()
        if self.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_folded(self) -> None:
        if not self._is_narrow or not self._panes.is_right_shown:
            self._left.show()
            self._back.hide()

    # Acting.

    def _enter(self) -> None:
        self._unfold()
        row = self.list.current
        if row is not None and row.state == "draft":
            self._to_passage()
        elif not self.thread_view.take_focus():
            self._at_passage.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_passage(self) -> None:
        row = self.list.current
        if row is None:
            return
        place: dict[str, object] = {"draft": row.id} if row.state == "draft" else {"thread": row.id}
        anchor = self.thread_view.anchor
        if anchor is not None and anchor.page is not None:
            place["page"] = anchor.page
        self._session.go("reader", contribution=row.contribution, **place)

    def _reopen(self, draft: FeedbackDraft) -> None:
        self._session.go("reader", contribution=draft.contribution, draft=draft.id)

    def _discard_draft(self) -> None:
        row = self.list.current
        if row is not None and row.state == "draft":
            self._feedback.discard(row.id)

    def _choose_file(self) -> None:
        name = f"{self.tr('feedback')}.md"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save your feedback as text"), name, "Markdown (*.md)"
        )
        if chosen:
            self.export(Path(chosen))

    def export(self, target: Path) -> None:
        """Write what is shown to a file, with all that was answered."""
        feedback, ids = self._session.kennisbank.feedback, [each.id for each in self.list.rows.rows]

        def job(ctx: JobContext) -> Path:
            threads = []
            for each in ids:
                ctx.check()
                threads.append(feedback.thread(each))
            target.write_text(feedback_markdown(threads), "utf-8")
            return target

        words = self.tr("Saved: {name}")
        self._session.tasks.read(
            self, job, lambda path: self._session.tell(words.format(name=path.name)), self._session.failed.emit
        )

    def focus_first(self) -> None:
        """Take the keyboard: in the list, else in the field above it."""
        if self.list.rows.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._empty.isVisible():
            self._empty.button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Set all words anew."""
        self.field.set_words(
            self.tr("Search your feedback"), self.tr("Words of what you wrote, titles"), self.tr("Clear")
        )
        self.which.setAccessibleName(self.tr("Which feedback"))
        self._export.setText(self.tr("Export…"))
        self._back.setText(self.tr("Back to the list"))
        self._at_passage.setText(self.tr("Open at the passage"))
        self._go_on.setText(self.tr("Go on writing"))
        self._discard.setText(self.tr("Throw draft away"))
        self._empty.set_words(
            self.tr("You haven't given any feedback yet."),
            self.tr("Find a paper to read"),
            self.tr(
                "Select a sentence while reading and press F: it goes to the authors. Here you see what becomes of it."
            ),
        )
        self._nothing.set_words(self.tr("No feedback of yours has all of this."), self.tr("Show everything"))
        self.list.retranslate()
        self.thread_view.retranslate()
        self._show()
