"""A thread as its reader sees it: the passage, the messages, the road it went, and a field for an answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.annotation import Anchor
from kennisbank.domain.correspondence import FeedbackDraft, Thread
from kennisbank.domain.moments import now
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.feedback import Feedback
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.feedback.message_card import MessageCard
from kennisbank.ui.feedback.passage_quote import PassageQuote
from kennisbank.ui.feedback.reply_field import ReplyField
from kennisbank.ui.feedback.road import Road
from kennisbank.ui.language import clock
from kennisbank.ui.messages import message_for
from kennisbank.ui.models.feedback_words import kind_words, receipt_words, state_badge, yours_words
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.card_column import CardColumn
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.text import Text

_CLOSED = frozenset({"draft", "queued", "failed", "hidden"})
"""States in which there is nothing to answer to."""


class ThreadView(QWidget):
    """One thread. Signals: `shown` when it was read; `left` by Esc in the answer; `reopened` with a `FeedbackDraft`."""

    shown = Signal()
    left = Signal()
    reopened = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._session, self._feedback = session, Feedback.of(session)
        self._wanted = ""
        self._reading: JobContext | None = None
        self.shown_thread: Thread | None = None
        self._heading, self.badge = Text(size=15, strong=True), Badge()
        self.quote, self.messages = PassageQuote(), CardColumn(spacing=16)
        self.link = Button("", "link", icon_name="link", small=True)
        self.receipt, self.road = Text(wraps=True), Road()
        self.retry, self.take_back = Button("", "secondary", small=True), Button("", "secondary", small=True)
        self.reply = ReplyField()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show()

    def _lay_out(self) -> None:
        head, acts = QWidget(), QWidget()
        flow, buttons = FlowLayout(head, spacing=10), FlowLayout(acts, spacing=8)
        for widget in (self._heading, self.badge):
            flow.addWidget(widget)
        for button in (self.retry, self.take_back):
            buttons.addWidget(button)
        column = Column(self, margins=(24, 16, 24, 16), spacing=8)
        column.add_all(head, self.quote, 4, self.messages)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        column.add_all(8, self.road, self.receipt, acts, 8, self.reply, None)

    def _connect(self) -> None:
        session, feedback = self._session, self._feedback
        session.changed.connect(lambda changes: self._reload() if changes.ids("act") | changes.ids("mailbox") else None)
        self.reply.kept.connect(self._keep)
        self.reply.sent.connect(self._send)
        self.reply.left.connect(self.left)
        self.retry.clicked.connect(lambda: feedback.retry(self._wanted))
        self.take_back.clicked.connect(lambda: feedback.take_back(self._wanted, self._on_back))

    @property
    def anchor(self) -> Anchor | None:
        """Return the passage it is about."""
        return self.shown_thread.anchor if self.shown_thread is not None else None

    def show_thread(self, thread_id: str) -> None:
        """Show this thread, and note that it was read."""
        if thread_id != self._wanted:
            self.reply.flush()
            self.reply.clear()
            self.shown_thread = None
            self._wanted = thread_id
            self._show()
        self._reload()

    def _reload(self) -> None:
        if not self._wanted or not self._session.is_open or self.isHidden():
            return
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._feedback.ask_thread(self, self._wanted, self._on_read)

    def _on_read(self, read: tuple[Thread, str]) -> None:
        self._reading = None
        thread, draft = read
        self.shown_thread = thread
        self._show()
        self.reply.put(draft)
        self.shown.emit()
        if thread.is_unread:
            self._feedback.seen(thread)

    def _show(self) -> None:
        thread = self.shown_thread
        for part in (self.badge, self.quote, self.road, self.receipt, self.reply):
            part.setVisible(thread is not None)
        self.link.setVisible(thread is not None and bool(thread.link))
        self.retry.setVisible(thread is not None and thread.state == "failed")
        self.take_back.setVisible(thread is not None and thread.state in {"queued", "failed"})
        if thread is None:
            self._heading.setText("")
            self.messages.put([])
            return
        self._heading.setText(yours_words(thread.kind) if thread.side == "reader" else kind_words(thread.kind))
        self.badge.set_badge(*state_badge(thread.state))
        self.quote.put(thread.anchor, thread.title)
        self.messages.put([self._card(number) for number in range(len(thread.messages))])
        self.link.setText(thread.link)
        self.receipt.setText(receipt_words(thread))
        self.road.put(thread.state)
        self.road.setVisible(thread.state not in {"draft", "hidden"})
        self.reply.setVisible(thread.state not in _CLOSED)

    def _card(self, number: int) -> MessageCard:
        thread = self.shown_thread
        assert thread is not None
        card = MessageCard(thread.messages[number], is_answer=number > 0)
        card.attachment_asked.connect(self._feedback.open_attachment)
        card.retry_asked.connect(self._feedback.retry)
        return card

    # Answering.

    def _keep(self, text: str) -> None:
        def kept(_changes: object) -> None:
            self.reply.stand.say(self.tr("Draft saved at {time}").format(time=clock(now())), "ok")

        self._feedback.save_reply(self._wanted, text, kept)

    def _send(self, text: str) -> None:
        wanted = self._wanted

        def done() -> None:
            if self._wanted == wanted:
                self.reply.was_sent(text)

        def failed(error: Exception) -> None:
            if self._wanted == wanted:
                self.reply.error.say(str(message_for(error)))

        self._feedback.reply(wanted, text, done, failed)

    def _on_back(self, draft: FeedbackDraft) -> None:
        self.reopened.emit(draft)

    def take_focus(self) -> bool:
        """Put the keyboard in the answer; return whether there is a field for one."""
        if self.reply.isVisible():
            self.reply.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.reply.isVisible()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("Feedback and what was answered"))
        self.reply.retranslate(self.tr("Your answer"), self.tr("Answer"))
        self.retry.setText(self.tr("Try again"))
        self.take_back.setText(self.tr("Take back and change"))
        self.quote.retranslate()
        self.road.retranslate()
        self._show()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed."""
        self.reply.flush()
        super().hideEvent(event)
