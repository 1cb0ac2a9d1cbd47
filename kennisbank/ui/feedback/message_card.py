"""One message of a thread: who, when, what; and what stands in its place when it is gone."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.correspondence import Message
from kennisbank.ui.language import size_of
from kennisbank.ui.look import px, theme
from kennisbank.ui.models.feedback_words import refusal_words, when_words, who_words
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.text import Text


class MessageCard(QWidget):
    """Answers stand behind a rule. Signals: `attachment_asked` with an `Attachment`; `retry_asked` with an id."""

    attachment_asked = Signal(object)
    retry_asked = Signal(str)

    def __init__(self, message: Message, *, is_answer: bool, parent: QWidget | None = None) -> None:
        """Show `message`; the first one of a thread is no answer."""
        super().__init__(parent)
        self.message, self._is_answer = message, is_answer
        column = Column(self, margins=(14 if is_answer else 0, 0, 0, 0), spacing=4)
        gone = self._gone_words()
        text = Text(gone or message.text, tone="text_2" if gone else "text", wraps=True, selectable=True)
        who = "  •  ".join(part for part in (who_words(message), when_words(message.moment)) if part)
        column.add_all(text, Text(who, size=12, tone="text_2", wraps=True))
        marks = FlowLayout(spacing=8)
        self._add_marks(marks)
        if marks.count():
            column.addLayout(marks)
        self.setAccessibleName(f"{who}. {gone or message.text}")

    def _gone_words(self) -> str:
        message = self.message
        if message.gone == "erased":
            return self.tr("Erased: who wrote this had all that is theirs removed.")
        if message.gone:
            words = self.tr("Hidden by the maintainer: {reason}")
            return words.format(reason=message.words) if message.words else self.tr("Hidden by the maintainer.")
        return ""

    def _add_marks(self, marks: FlowLayout) -> None:
        message = self.message
        if message.attachment is not None:
            attached = message.attachment
            words = self.tr("{name}, {size}").format(name=attached.name, size=size_of(attached.size))
            file = Button(words, "link", icon_name="file", small=True)
            file.setToolTip(self.tr("Fetch this file; it isn't opened by itself"))
            file.clicked.connect(lambda: self.attachment_asked.emit(attached))
            marks.addWidget(file)
        if message.state in {"queued", "sent"}:
            marks.addWidget(Badge(self.tr("In the outbox"), "warn", "outbox"))
        elif message.state == "failed":
            marks.addWidget(Badge(self.tr("Not sent"), "bad", "error"))
            again = Button(self.tr("Try again"), "link", small=True)
            again.clicked.connect(lambda: self.retry_asked.emit(message.id))
            marks.addWidget(again)
            marks.addWidget(Text(refusal_words(message.reason), size=12, tone="bad"))
        elif message.is_mine and message.is_read and self._is_answer:
            marks.addWidget(Badge(self.tr("Read"), "quiet"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_answer:
            QPainter(self).fillRect(QRect(0, 0, max(1, px(2)), self.height()), theme().line_strong)
