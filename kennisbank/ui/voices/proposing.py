"""A form to propose a correction of title, authors or keywords; and what became of those proposed before."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.correspondence import Draft, Proposal
from kennisbank.ui.controllers.draft_keeping import Key
from kennisbank.ui.controllers.kept_words import KeptWords
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.voices import Field
from kennisbank.ui.feedback.draft_stand import DraftStand
from kennisbank.ui.look import follow, px
from kennisbank.ui.models.feedback_words import when_words
from kennisbank.ui.voices.proposal_words import FIELDS, field_words, outcome_badge, value_words
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.card_column import CardColumn
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.text import Text


class ProposeForm(QWidget):
    """Folded until somebody asks, or was writing. What is typed is kept, for each field that is to be corrected.

    Signals: `proposed` with the field, the value and the reason; `left` with the `Draft` that is thrown away.
    """

    proposed = Signal(str, object, str)
    left = Signal(object)

    def __init__(self, session: Session, at_hand: Callable[[], Mapping[Key, Draft]]) -> None:
        """Begin folded; `at_hand` gives what is being written about the contribution."""
        super().__init__()
        self._contribution: Contribution | None = None
        self._at_hand = at_hand
        self._seen: frozenset[str] = frozenset()
        self._said: Draft | None = None
        self.open = Button("", "link", icon_name="pencil", small=True)
        self.which, self.value, self.reason = QComboBox(), QPlainTextEdit(), QLineEdit()
        self.value.setTabChangesFocus(True)
        self.kept, self.stand = KeptWords(session, {"value": self.value, "reason": self.reason}), DraftStand()
        self.error = ErrorLine(self.value)
        self.send, self._leave = Button("", "secondary", small=True), Button("", "quiet", small=True)
        self._hint = Text(size=12, tone="text_2", wraps=True)
        self._form, buttons = QWidget(), FlowLayout(spacing=8)
        for widget in (self.send, self._leave, self.stand):
            buttons.addWidget(widget)
        column = Column(self._form, spacing=6)
        column.add_all(self.which, self.value, self._hint, self.reason, self.error, buttons)
        whole = Column(self, spacing=6)
        whole.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._form)
        self._form.hide()
        follow(self.value, lambda: self.value.setFixedHeight(px(64)))
        self.open.clicked.connect(lambda: self.begin())  # noqa: PLW0108 - a click says whether it is checked
        self._leave.clicked.connect(self._throw_away)
        self.which.currentIndexChanged.connect(lambda _at: self._show_value())
        self.send.clicked.connect(self._propose)
        self.kept.stood.connect(self.stand.say)
        self.retranslate()

    @property
    def field(self) -> Field:
        """Return what is to be corrected."""
        return FIELDS[max(0, self.which.currentIndex())]

    def put(self, contribution: Contribution | None) -> None:
        """Correct what is known of this contribution."""
        is_other = contribution is None or self._contribution is None or contribution.id != self._contribution.id
        if is_other:
            self.flush()
            self.fold()
            self._seen = frozenset()
        self._contribution, at_hand = contribution, self._at_hand()
        self.setVisible(contribution is not None)
        if contribution is None:
            return
        if self.is_unfolded:
            self._seen |= {self.field}
            self.kept.put(at_hand)
        begun = {field: at_hand[key] for field in FIELDS if (key := _key(contribution, field)) in at_hand}
        fresh = [each for field, each in begun.items() if field not in self._seen]
        self._seen = frozenset(begun)
        if fresh and not self.is_unfolded:
            latest = max(fresh, key=lambda each: each.modified.utc.timestamp() if each.modified is not None else 0.0)
            self.which.setCurrentIndex([str(each) for each in FIELDS].index(latest.about))
            self.begin(takes_focus=False)

    @property
    def is_unfolded(self) -> bool:
        """Tell whether the form is shown."""
        return not self._form.isHidden()

    def begin(self, *, takes_focus: bool = True) -> None:
        """Unfold, with what is known now to be changed, or as it was being changed."""
        self._form.show()
        self.open.hide()
        self._show_value()
        if takes_focus:
            self.which.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self) -> None:
        """Fold it; what was typed is kept."""
        had_focus = self._form.isVisible()
        self._form.hide()
        self.open.show()
        self.error.say("")
        if had_focus:
            self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Have whatever was typed kept now."""
        self.kept.flush()

    def was_sent(self) -> None:
        """Fold it: what stood there is said; what was typed on since stays in sight."""
        if self._said is not None and self.kept.draft == self._said:
            self.kept.settle()
            self.fold()

    def _throw_away(self) -> None:
        draft = self.kept.draft if self.kept.is_written_in else None
        self.kept.discard()
        self.fold()
        if draft is not None:
            self.left.emit(draft)

    def _show_value(self) -> None:
        if self._contribution is not None:
            values = self._contribution.metadata.values
            known = {
                "title": values.title,
                "authors": "\n".join(author.name for author in values.authors),
                "keywords": "\n".join(values.keywords),
            }
            self.kept.be(Draft("proposal", self._contribution.id, self.field), blank={"value": known[self.field]})
            self.kept.put(self._at_hand())
            self.value.setAccessibleName(field_words(self.field))
            self._hint.setVisible(self.field != "title")

    def _propose(self) -> None:
        text = self.value.toPlainText()
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if not lines:
            self.error.say(self.tr("Say how it should be."))
            self.value.setFocus()
            return
        value: object = " ".join(lines) if self.field == "title" else self._people(lines)
        self.flush()  # should it not go, it is kept
        self._said = self.kept.draft
        self.proposed.emit(self.field, value, self.reason.text())

    def _people(self, lines: Sequence[str]) -> object:
        """Return keywords as they are; authors with the affiliation that is known of them by their name."""
        if self.field == "keywords" or self._contribution is None:
            return list(lines)
        known = {each.name: each for each in self._contribution.metadata.values.authors}
        return [
            {"name": name, "affiliation": known[name].affiliation} if name in known else {"name": name}
            for name in lines
        ]

    def retranslate(self) -> None:
        """Set all words anew."""
        self.open.setText(self.tr("Propose a correction"))
        at = max(0, self.which.currentIndex())
        before = self.which.blockSignals(True)
        self.which.clear()
        self.which.addItems([field_words(field) for field in FIELDS])
        self.which.setCurrentIndex(at)
        self.which.blockSignals(before)
        self.which.setAccessibleName(self.tr("What is not right"))
        self.value.setAccessibleName(field_words(self.field))
        self.reason.setAccessibleName(self.tr("Why"))
        self.reason.setPlaceholderText(self.tr("Why, if it isn't plain to see"))
        self._hint.setText(self.tr("One on each line"))
        self.send.setText(self.tr("Propose"))
        self._leave.setText(self.tr("Leave as it was"))


def _key(contribution: Contribution, field: Field) -> Key:
    return Draft("proposal", contribution.id, field).key


class ProposalList(QWidget):
    """One's own proposals, the latest first. Signal: `withdrawn` with the id of one."""

    withdrawn = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._proposals: tuple[Proposal, ...] = ()
        self._heading, self.rows = Text(size=12, strong=True), CardColumn(spacing=8)
        Column(self, spacing=6).add_all(self._heading, self.rows)
        self.hide()

    def put(self, proposals: Sequence[Proposal]) -> None:
        """Show these."""
        self._proposals = tuple(proposals)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        self._heading.setText(self.tr("What you proposed"))
        self.rows.put([self._row(each) for each in self._proposals])
        self.setVisible(bool(self._proposals))

    def _row(self, each: Proposal) -> QWidget:
        row = QWidget()
        words = f"{field_words(each.field)}: {value_words(each)}"
        head = FlowLayout(spacing=8)
        head.addWidget(Badge(*outcome_badge(each.state)))
        head.addWidget(Text(when_words(each.moment), size=12, tone="text_2"))
        if each.state in {"queued", "waiting", "failed"}:
            back = Button(self.tr("Take back"), "link", small=True)
            back.setAccessibleDescription(words)
            back.clicked.connect(lambda: self.withdrawn.emit(each.id))
            head.addWidget(back)
        column = Column(row, spacing=2)
        column.addWidget(Text(words, wraps=True))
        if each.answer:
            column.addWidget(Text(each.answer, size=12, tone="text_2", wraps=True))
        column.addLayout(head)
        row.setAccessibleName(words)
        return row
