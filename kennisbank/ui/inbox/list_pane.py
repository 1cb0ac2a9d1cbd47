"""The left pane of the inbox: what it is narrowed to, its folders with their counts, and the threads."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from kennisbank.domain.correspondence import InboxCounts, InboxFolder, Thread, ThreadRow
from kennisbank.domain.ids import ContributionId
from kennisbank.ui.inbox.inbox_reading import ListRead
from kennisbank.ui.inbox.thread_list import ThreadList
from kennisbank.ui.inbox.words import InboxCountWords
from kennisbank.ui.language import number
from kennisbank.ui.look import follow, font, px
from kennisbank.ui.widgets.buttons import Button, IconButton
from kennisbank.ui.widgets.cards import EmptyState, Ground, Hairline, Picture
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.metadata_choice import MetadataChoice
from kennisbank.ui.widgets.text import Text, plain_tip

FOLDERS: tuple[InboxFolder, ...] = ("open", "unread", "to_answer", "done")


class ListPane(Ground):
    """Says what somebody wants to see; shows what it is given."""

    folder_chosen = Signal(str)
    contribution_chosen = Signal(object)
    """Only threads of this contribution, or None: of all."""
    claims_asked = Signal()
    """One's own contributions and how one hears of feedback are to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__("surface", parent=parent)
        self._counts, self._folder = InboxCounts(), FOLDERS[0]
        self._titles: tuple[tuple[ContributionId, str, str], ...] = ()
        self._narrowed: ContributionId | None = None
        self._thread: Thread | None = None
        self._heading = Text(size=20, strong=True)
        self.filter, self.claims = MetadataChoice(), IconButton("sliders")
        self.folders = {name: Button("", "quiet", small=True) for name in FOLDERS}
        self._late, self.late = QWidget(), Text(size=12, wraps=True)
        self.list, self._nothing = ThreadList(), EmptyState("inbox")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = Ground("surface")
        column = Column(head, margins=(16, 16, 12, 8), spacing=8)
        top = Row(spacing=8)
        top.add_all(self._heading, None, self.filter, self.claims)
        self._bar = QWidget()
        flow = FlowLayout(self._bar, spacing=4)
        group = QButtonGroup(self)
        for button in self.folders.values():
            button.setCheckable(True)
            group.addButton(button)
            flow.addWidget(button)
        late = Row(self._late, spacing=6)
        late.addWidget(Picture("clock", "bad", 16), 0, Qt.AlignmentFlag.AlignTop)
        late.addWidget(self.late, 1)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addWidget(self._late)
        for widget in (self.list, self._nothing):
            self._stack.addWidget(widget)
        whole = Column(self, spacing=0)
        whole.add_all(head, Hairline())
        whole.addWidget(self._stack, 1)
        self.folders["open"].setChecked(True)
        follow(self.filter, self._scale)

    def _connect(self) -> None:
        for name, button in self.folders.items():
            button.clicked.connect(lambda _on=False, name=name: self.folder_chosen.emit(name))
        self.filter.activated.connect(lambda at: self.contribution_chosen.emit(self.filter.itemData(at)))
        self.claims.clicked.connect(self.claims_asked)
        self._nothing.asked.connect(lambda: self.folder_chosen.emit("open"))

    def show_read(self, read: ListRead) -> None:
        """Show a folder; the current thread stays current, also when it went to another folder meanwhile."""
        is_same = (read.folder, read.contribution) == (self._folder, self._narrowed)
        self._counts, self._folder, self._titles = read.counts, read.folder, read.contributions
        self._narrowed = read.contribution
        rows, current = list(read.rows), self.list.current
        if is_same and current is not None and all(row.id != current.id for row in rows):
            # Reading or answering it took it out of this folder: it stays until one goes elsewhere.
            rows.insert(min(len(rows), self.list.rows.threads.index(current)), self._as_it_is(current))
        self.list.put(rows, read.total - len(read.rows))
        self._show_filter(read.contribution)
        self._stack.setCurrentWidget(self.list if rows else self._nothing)
        self.retranslate()

    def show_thread(self, thread: Thread) -> None:
        """Know how the current thread stands now."""
        self._thread = thread

    def _as_it_is(self, row: ThreadRow) -> ThreadRow:
        if self._thread is None or self._thread.id != row.id:
            return row
        now = self._thread
        return replace(row, state=now.state, is_unread=now.is_unread, is_waiting=now.is_waiting)

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("Inbox"))
        self._heading.setText(self.tr("Inbox"))
        self._bar.setAccessibleName(self.tr("Folders"))
        self.claims.set_name(self.tr("My papers, and when I hear of feedback"))
        self.filter.setAccessibleName(self.tr("Threads of"))
        if self.filter.count():
            self.filter.setItemText(0, self.tr("All papers"))
        names: dict[InboxFolder, str] = {
            "open": self.tr("Open"),
            "unread": self.tr("Unread"),
            "to_answer": self.tr("To answer"),
            "done": self.tr("Done"),
        }
        for name, button in self.folders.items():
            button.setText(f"{names[name]} {number(getattr(self._counts, name))}")
            blocked = QSignalBlocker(button)
            button.setChecked(name == self._folder)
            del blocked
        self.late.setText(InboxCountWords().late(self._counts.late))
        self._late.setVisible(self._counts.late > 0)
        self._say_nothing()
        self.list.retranslate()

    def _say_nothing(self) -> None:
        back = self.tr("Show what is open") if self._folder != "open" else ""
        words: dict[InboxFolder, tuple[str, str]] = {
            "open": (
                self.tr("Nothing is open."),
                self.tr("What readers write about your papers comes here by itself."),
            ),
            "unread": (self.tr("You have read everything."), ""),
            "to_answer": (self.tr("Nobody waits for an answer."), ""),
            "done": (self.tr("Nothing was answered yet."), self.tr("What you answer, adopt or decline comes here.")),
        }
        sentence, hint = words[self._folder]
        self._nothing.set_words(sentence, back, hint)

    def _show_filter(self, chosen: ContributionId | None) -> None:
        blocked = QSignalBlocker(self.filter)
        wanted: Sequence[object] = [None, *(each[0] for each in self._titles)]
        if [self.filter.itemData(at) for at in range(self.filter.count())] != wanted:
            self.filter.clear()
            self.filter.addItem(self.tr("All papers"), None)
            for contribution, title, edition in self._titles:
                words = f"{title} ({edition})" if edition else title
                self.filter.addItem(words, contribution)
                self.filter.setItemData(self.filter.count() - 1, plain_tip(words), Qt.ItemDataRole.ToolTipRole)
        self.filter.setCurrentIndex(next((at for at, each in enumerate(wanted) if each == chosen), 0))
        self.filter.setVisible(len(self._titles) > 1)
        del blocked

    def _scale(self) -> None:
        self.filter.setFont(font(13))
        self.filter.setFixedWidth(px(168))
        self.filter.view().setMinimumWidth(px(320))
