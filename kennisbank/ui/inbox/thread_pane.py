"""The middle pane of the inbox: one thread from its head to the field in which it is answered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from kennisbank.domain.correspondence import Message, Thread
from kennisbank.ui.inbox.begun import NOTHING_BEGUN, Begun
from kennisbank.ui.inbox.bubble import Bubble
from kennisbank.ui.inbox.maintainer_card import MaintainerCard
from kennisbank.ui.inbox.reply_box import ReplyBox
from kennisbank.ui.inbox.thread_head import RoadWords, ThreadHead
from kennisbank.ui.look import px
from kennisbank.ui.widgets.cards import EmptyState, Ground
from kennisbank.ui.widgets.layouts import Column, Row, clear_layout, laid_out_once
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text

_LOW = 460
"""Height in units of the design below which head and answer scroll along with what was said."""


class ThreadPane(Ground):
    """Shows a thread and asks for what is to be done with it."""

    fetch_asked = Signal(object)
    link_asked = Signal(str)
    taken_back = Signal(str)
    retry_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a thread."""
        super().__init__("window", edges="lr", parent=parent)
        self.shown: Thread | None = None
        self._own_name = ""
        self.head, self.reply, self.maintainer = ThreadHead(), ReplyBox(), MaintainerCard()
        self._road = Text(size=12, tone="text_2", wraps=True)
        self._road.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._messages = QWidget()
        self._column = Column(self._messages, spacing=12)
        page, said = QWidget(), QWidget()
        column = Column(said, margins=(24, 16, 24, 16), spacing=12)
        column.add_all(self._road, self._messages)
        self._page = Column(page, spacing=0)
        self._page.add_all(said, None)
        self._scroll, self._is_low = Scroll(page), False
        self._nothing = EmptyState("chat")
        self._stack = QStackedWidget()
        whole = QWidget()
        self._inside = Column(whole, spacing=0)
        self._inside.addWidget(self.head)
        self._inside.addWidget(self._scroll, 1)
        self._inside.add_all(self.reply, self.maintainer)
        for widget in (self._nothing, whole):
            self._stack.addWidget(widget)
        Column(self, margins=(1, 0, 1, 0), spacing=0).addWidget(self._stack)
        self.bubbles: list[Bubble] = []
        # A thread stands at its newest message until somebody scrolls, however often the room for it changes meanwhile.
        self._is_at_end = False
        bar = self._scroll.verticalScrollBar()
        bar.actionTriggered.connect(self._let_go_of_end)
        bar.rangeChanged.connect(self._to_end)
        self.reply.ask_toggled.connect(self._ask_maintainer)
        self.maintainer.left.connect(self._on_card_left)
        escape = QShortcut(QKeySequence("Esc"), self.maintainer, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.maintainer.close_card)
        self.retranslate()

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes round here."""
        if self.shown is None:
            return (self._stack,)
        return (self.head, self._scroll, self.maintainer if not self.maintainer.isHidden() else self.reply)

    def show_thread(self, thread: Thread, draft: str, own_name: str, begun: Begun = NOTHING_BEGUN) -> None:
        """Show a thread; where it is the one that is here already, only what changed."""
        before, self.shown, self._own_name = self.shown, thread, own_name
        is_new = before is None or before.id != thread.id
        self.head.show_thread(thread)
        if is_new or before is None or before.messages != thread.messages or before.link != thread.link:
            self._put(thread)
            self._is_at_end = True
            self._to_end()
        if is_new:
            self.maintainer.hide()
        others = [name for name in thread.authors if name != own_name]
        self.reply.show_thread(thread, draft, others, begun)
        self.maintainer.know(thread.id, begun.question)
        self.reply.setVisible(thread.state != "hidden" and self.maintainer.isHidden())
        self._say_road()
        self._stack.setCurrentIndex(1)

    def show_nothing(self, words: str) -> None:
        """Show no thread, and why."""
        self.reply.clear()
        self.shown = None
        self._nothing.set_words(words)
        self._stack.setCurrentIndex(0)

    def focus_answer(self) -> None:
        """Take the keyboard to the field in which one answers."""
        target = self.reply.field if self.reply.isVisible() else self.head.passage
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("Thread"))
        self.head.retranslate()
        self.reply.retranslate()
        self.maintainer.retranslate()
        if self.shown is not None:
            self._put(self.shown)
            self._say_road()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_low = self.height() < px(_LOW)
        if is_low != self._is_low:
            self._is_low = is_low
            self._fit()

    def _fit(self) -> None:
        """Where there is little room, all of it scrolls together; else head and answer stay in sight."""
        here, there = (self._page, self._inside) if self._is_low else (self._inside, self._page)
        for widget in (self.head, self.reply, self.maintainer):
            there.removeWidget(widget)
        here.insertWidget(0, self.head)
        at = 2
        for widget in (self.reply, self.maintainer):
            here.insertWidget(at, widget)
            at += 1

    def _say_road(self) -> None:
        words = RoadWords().of_thread(self.shown, self._own_name) if self.shown is not None else ""
        self._road.setText(words)
        self._road.setVisible(bool(words))

    def _put(self, thread: Thread) -> None:
        with laid_out_once(self._messages):
            clear_layout(self._column)
            self.bubbles = [self._bubble(thread, message) for message in thread.messages]
            for bubble in self.bubbles:
                line = QWidget(self._messages)
                row = Row(line, spacing=0)
                row.add_all(*((40, bubble) if bubble.message.is_mine else (bubble, 40)))
                row.setStretchFactor(bubble, 1)
                self._column.addWidget(line)

    def _bubble(self, thread: Thread, message: Message) -> Bubble:
        bubble = Bubble(message, thread.link if message is thread.messages[0] else "")
        bubble.fetch_asked.connect(self.fetch_asked)
        bubble.link_asked.connect(self.link_asked)
        bubble.taken_back.connect(self.taken_back)
        bubble.retry_asked.connect(self.retry_asked)
        return bubble

    def _let_go_of_end(self) -> None:
        self._is_at_end = False

    def _to_end(self) -> None:
        if self._is_at_end:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.maximum())

    def _ask_maintainer(self) -> None:
        if self.shown is not None:
            self.maintainer.ask(self.shown)
            self.reply.hide()

    def _on_card_left(self) -> None:
        if self.shown is not None and self.shown.state != "hidden":
            self.reply.show()
            self.reply.ask.setFocus(Qt.FocusReason.OtherFocusReason)
