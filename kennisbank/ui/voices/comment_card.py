"""One comment with its answers: who said it, when, and what one can do with it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.correspondence import Comment, Draft, DraftKind
from kennisbank.ui.controllers.draft_keeping import Key
from kennisbank.ui.controllers.kept_words import KeptWords
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.feedback.reply_field import ReplyField
from kennisbank.ui.look import px, theme
from kennisbank.ui.models.feedback_words import refusal_words, role_words, when_words
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.text import Elided, Text

Purpose = Literal["answer", "report", "hide"]
PURPOSES: Mapping[Purpose, DraftKind] = {"answer": "comment", "report": "report", "hide": "hide"}
"""What the field of a comment is for, and as what its words are kept meanwhile."""


class CommentCard(QWidget):
    """Signals, with the comment's id: `answered`, `reported` and `hidden` with words, `withdrawn`, `retried`."""

    answered = Signal(str, str)
    reported = Signal(str, str)
    hidden = Signal(str, str)
    withdrawn = Signal(str)
    retried = Signal(str)

    def __init__(
        self,
        session: Session,
        comment: Comment,
        at_hand: Callable[[], Mapping[Key, Draft]],
        *,
        is_answer: bool = False,
        may_hide: bool = False,
    ) -> None:
        """Show `comment`; an answer stands behind a rule and is not answered itself. `may_hide`: to a maintainer.

        `at_hand` gives what is being written of this contribution.
        """
        super().__init__()
        self.comment, self._is_answer, self._may_hide = comment, is_answer, may_hide
        self._session, self._at_hand = session, at_hand
        self.answers = [
            CommentCard(session, each, at_hand, is_answer=True, may_hide=may_hide) for each in comment.replies
        ]
        self._field: ReplyField | None = None
        self._kept: KeptWords | None = None
        self.purpose: Purpose | None = None
        gone = self._gone_words()
        name, when = self._name(), when_words(comment.created)
        self._who = "  •  ".join(part for part in (name, when) if part)
        text = Text(gone or comment.text, tone="text_2" if gone else "text", wraps=True, selectable=True)
        self._column = column = Column(self, margins=(14 if is_answer else 0, 0, 0, 0), spacing=4)
        head = QWidget()
        flow = FlowLayout(head, spacing=8)
        flow.addWidget(Elided(name, size=12, strong=True))
        if when:
            flow.addWidget(Text(when, size=12, tone="text_2"))
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
            self._field.left.connect(self.fold)
        return self._field

    @property
    def kept(self) -> KeptWords:
        """Return what keeps the words in that field."""
        if self._kept is None:
            self._kept = KeptWords(self._session, {"text": self.field.edit})
            self._kept.stood.connect(self.field.stand.say)
        return self._kept

    def _name(self) -> str:
        each = self.comment
        return self.tr("You") if each.is_mine else each.name or role_words(each.role)

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
        may = set() if is_gone or each.state != "accepted" else {"answer", "report", "hide"}
        if (not self._is_answer and "answer" in may) or self.has_draft("answer"):
            self._add(self.tr("Answer"), lambda: self.begin("answer"))
        if each.is_mine and not is_gone:
            self._add(self.tr("Take back"), lambda: self.withdrawn.emit(each.id))
        elif "report" in may or self.has_draft("report"):
            self._add(self.tr("Report"), lambda: self.begin("report"))
        if self._may_hide and "hide" in may:
            self._add(self.tr("Hide"), lambda: self.begin("hide"))

    def _add(self, words: str, act: object) -> None:
        button = Button(words, "link", small=True)
        button.setAccessibleDescription(self._who)
        button.clicked.connect(act)
        self._acts.addWidget(button)

    # What is written about it.

    def has_draft(self, purpose: Purpose) -> bool:
        """Tell whether words for this were kept."""
        return self._draft(purpose).key in self._at_hand()

    def _draft(self, purpose: Purpose) -> Draft:
        return Draft(PURPOSES[purpose], self.comment.contribution, self.comment.id)

    def begin(self, purpose: Purpose, *, takes_focus: bool = True) -> None:
        """Unfold the field, with what was written in it before."""
        if purpose == "report":
            self.field.retranslate(self.tr("What is wrong with it? Only the maintainer sees this"), self.tr("Report"))
        elif purpose == "hide":
            self.field.retranslate(self.tr("Why is it hidden? Everybody sees this in its place"), self.tr("Hide"))
        else:
            self.field.retranslate(self.tr("Your answer, for everybody to see"), self.tr("Answer"))
        if self.purpose != purpose:
            self.kept.be(self._draft(purpose))
            self.kept.put(self._at_hand())
            self.purpose = purpose
        self.field.show()
        if takes_focus:
            self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_sent(self, text: str) -> None:
        said = {"report": self.reported, "hide": self.hidden}.get(self.purpose or "", self.answered)
        said.emit(self.comment.id, text)

    @property
    def key(self) -> Key | None:
        """Return which draft its field was unfolded for; None for none so far."""
        return self._draft(self.purpose).key if self.purpose is not None else None

    @property
    def all(self) -> "Iterator[CommentCard]":
        """Return this card, and those of its answers."""
        yield self
        yield from self.answers

    @property
    def is_unfolded(self) -> bool:
        """Tell whether something is written about it just now."""
        return self._field is not None and not self._field.isHidden()

    @property
    def is_writing(self) -> bool:
        """Tell whether there are words in its field, or the keyboard is there."""
        return self.is_unfolded and (self.kept.is_written_in or self.field.edit.hasFocus())

    def flush(self) -> None:
        """Have whatever was typed kept now."""
        if self._kept is not None:
            self._kept.flush()

    def fold(self) -> None:
        """Fold the field; what stands in it is kept."""
        if self._field is not None:
            self._field.hide()

    def end(self, text: str) -> None:
        """Fold the field: `text` is said. What was typed on since stays in sight."""
        if self._field is None or self.purpose is None:
            return
        if self.purpose == "hide" and self.kept.text == text:
            self.kept.discard()
        else:
            self.kept.was_sent(text)
        self._field.error.say("")
        if not self.kept.is_written_in:
            self.fold()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_answer:
            QPainter(self).fillRect(QRect(0, 0, max(1, px(2)), self.height()), theme().line_strong)
