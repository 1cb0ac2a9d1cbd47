"""One comment with its answers: who said it, when, and what one can do with it."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.correspondence import Comment
from kennisbank.ui.feedback.reply_field import ReplyField
from kennisbank.ui.look import px, theme
from kennisbank.ui.models.feedback_words import refusal_words, role_words, when_words
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.text import Text


class CommentCard(QWidget):
    """Signals, with the comment's id: `answered`, `reported` and `hidden` with words, `withdrawn`, `retried`."""

    answered = Signal(str, str)
    reported = Signal(str, str)
    hidden = Signal(str, str)
    withdrawn = Signal(str)
    retried = Signal(str)

    def __init__(
        self, comment: Comment, *, is_answer: bool = False, may_hide: bool = False, parent: QWidget | None = None
    ) -> None:
        """Show `comment`; an answer stands behind a rule and is not answered itself. `may_hide`: to a maintainer."""
        super().__init__(parent)
        self.comment, self._is_answer, self._may_hide = comment, is_answer, may_hide
        self.answers = [CommentCard(each, is_answer=True, may_hide=may_hide) for each in comment.replies]
        self._field: ReplyField | None = None
        self._purpose = ""
        gone = self._gone_words()
        self._who = self._who_words()
        text = Text(gone or comment.text, tone="text_2" if gone else "text", wraps=True, selectable=True)
        self._column = column = Column(self, margins=(14 if is_answer else 0, 0, 0, 0), spacing=4)
        head = QWidget()
        flow = FlowLayout(head, spacing=8)
        flow.addWidget(Text(self._who, size=12, tone="text_2"))
        for badge in self._badges():
            flow.addWidget(badge)
        self._acts = FlowLayout(spacing=10)
        self._add_acts(is_gone=bool(gone))
        column.add_all(head, text)
        if self._acts.count():
            column.addLayout(self._acts)
        column.add_all(*self.answers)
        self.setAccessibleName(f"{self._who}. {gone or comment.text}")
        for answer in self.answers:
            answer.reported.connect(self.reported)
            answer.hidden.connect(self.hidden)
            answer.withdrawn.connect(self.withdrawn)
            answer.retried.connect(self.retried)

    @property
    def field(self) -> ReplyField:
        """Return the field for an answer or a report: made when it is first wanted, for there are many comments."""
        if self._field is None:
            self._field = ReplyField()
            self._column.insertWidget(self._column.count() - len(self.answers), self._field)
            self._field.hide()
            self._field.sent.connect(self._on_sent)
            self._field.left.connect(self.end)
        return self._field

    def _who_words(self) -> str:
        each = self.comment
        name = self.tr("You") if each.is_mine else each.name or role_words(each.role)
        return "  •  ".join(part for part in (name, when_words(each.created)) if part)

    def _gone_words(self) -> str:
        each = self.comment
        if each.gone == "hidden":
            words = self.tr("Hidden by the maintainer: {reason}")
            return words.format(reason=each.words) if each.words else self.tr("Hidden by the maintainer.")
        if each.gone:
            return self.tr("Taken away by who wrote it.")
        return ""

    def _badges(self) -> list[Badge]:
        each, badges = self.comment, []
        if each.is_author:
            badges.append(Badge(self.tr("Author"), "accent"))
        if each.state in {"queued", "sent"}:
            badges.append(Badge(self.tr("In the outbox"), "warn", "outbox"))
        elif each.state == "failed":
            badges.append(Badge(self.tr("Not sent"), "bad", "error"))
        return badges

    def _add_acts(self, *, is_gone: bool) -> None:
        each = self.comment
        if each.state == "failed":
            self._acts.addWidget(Text(refusal_words(each.reason), size=12, tone="bad"))
            self._add(self.tr("Try again"), lambda: self.retried.emit(each.id))
        if is_gone:
            return
        if not self._is_answer and each.state == "accepted":
            self._add(self.tr("Answer"), lambda: self._begin("answer"))
        if each.is_mine:
            self._add(self.tr("Take back"), lambda: self.withdrawn.emit(each.id))
        elif each.state == "accepted":
            self._add(self.tr("Report"), lambda: self._begin("report"))
        if self._may_hide and each.state == "accepted":
            self._add(self.tr("Hide"), lambda: self._begin("hide"))

    def _add(self, words: str, act: object) -> None:
        button = Button(words, "link", small=True)
        button.setAccessibleDescription(self._who)
        button.clicked.connect(act)
        self._acts.addWidget(button)

    def _begin(self, purpose: str) -> None:
        self._purpose = purpose
        if purpose == "report":
            self.field.retranslate(self.tr("What is wrong with it? Only the maintainer sees this"), self.tr("Report"))
        elif purpose == "hide":
            self.field.retranslate(self.tr("Why is it hidden? Everybody sees this in its place"), self.tr("Hide"))
        else:
            self.field.retranslate(self.tr("Your answer, for everybody to see"), self.tr("Answer"))
        self.field.show()
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_sent(self, text: str) -> None:
        said = {"report": self.reported, "hide": self.hidden}.get(self._purpose, self.answered)
        said.emit(self.comment.id, text)

    @property
    def is_writing(self) -> bool:
        """Tell whether something is being written in it."""
        is_here = self._field is not None and self._field.isVisible() and bool(self._field.edit.text)
        return is_here or any(each.is_writing for each in self.answers)

    def end(self) -> None:
        """Fold the field."""
        if self._field is not None:
            self._field.clear()
            self._field.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_answer:
            QPainter(self).fillRect(QRect(0, 0, max(1, px(2)), self.height()), theme().line_strong)
