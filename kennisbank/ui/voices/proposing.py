"""A form to propose a correction of title, authors or keywords; and what became of those proposed before."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.correspondence import Proposal
from kennisbank.ui.controllers.voices import Field
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
    """Folded until somebody asks. Signal: `proposed` with the field, the value and the reason."""

    proposed = Signal(str, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin folded."""
        super().__init__(parent)
        self._contribution: Contribution | None = None
        self.open = Button("", "link", icon_name="pencil", small=True)
        self.which, self.value, self.reason = QComboBox(), QPlainTextEdit(), QLineEdit()
        self.value.setTabChangesFocus(True)
        self.error = ErrorLine(self.value)
        self.send, self._leave = Button("", "secondary", small=True), Button("", "quiet", small=True)
        self._hint = Text(size=12, tone="text_2", wraps=True)
        self._form, buttons = QWidget(), FlowLayout(spacing=8)
        for button in (self.send, self._leave):
            buttons.addWidget(button)
        column = Column(self._form, spacing=6)
        column.add_all(self.which, self.value, self._hint, self.reason, self.error, buttons)
        whole = Column(self, spacing=6)
        whole.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._form)
        self._form.hide()
        follow(self.value, lambda: self.value.setFixedHeight(px(64)))
        self.open.clicked.connect(self.begin)
        self._leave.clicked.connect(self.end)
        self.which.currentIndexChanged.connect(lambda _at: self._show_value())
        self.send.clicked.connect(self._propose)
        self.retranslate()

    @property
    def field(self) -> Field:
        """Return what is to be corrected."""
        return FIELDS[max(0, self.which.currentIndex())]

    def put(self, contribution: Contribution | None) -> None:
        """Correct what is known of this contribution."""
        is_other = contribution is None or self._contribution is None or contribution.id != self._contribution.id
        self._contribution = contribution
        self.setVisible(contribution is not None)
        if is_other:
            self.end()

    def begin(self) -> None:
        """Unfold, with what is known now to be changed."""
        self._form.show()
        self.open.hide()
        self._show_value()
        self.which.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Fold it; what was typed is gone."""
        had_focus = self._form.isVisible()
        self._form.hide()
        self.open.show()
        self.reason.clear()
        self.error.say("")
        if had_focus:
            self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_value(self) -> None:
        if self._contribution is not None:
            values = self._contribution.metadata.values
            known = {
                "title": values.title,
                "authors": "\n".join(author.name for author in values.authors),
                "keywords": "\n".join(values.keywords),
            }
            self.value.setPlainText(known[self.field])
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
