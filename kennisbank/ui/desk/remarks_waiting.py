"""What was said to the maintainers from this machine: what waits, what was refused, what arrived lately."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kennisbank.domain.remarks import Remark
from kennisbank.ui.archive_messages import reason_words
from kennisbank.ui.models.archive_words import moment_words
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.card_column import CardColumn
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.text import Text

_LATELY = 3


class RemarksWaiting(QWidget):
    """A card for each; hidden while there is none."""

    retry_asked = Signal(object)
    take_back_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._remarks: Sequence[Remark] = ()
        self.cards = CardColumn(spacing=8)
        Column(self).addWidget(self.cards)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show these: all that waits, and the last few that arrived."""
        arrived = [each for each in remarks if each.state == "accepted"][-_LATELY:]
        self._remarks = [*(each for each in remarks if each.state != "accepted"), *reversed(arrived)]
        self.cards.put([self._card(each) for each in self._remarks])

    def retranslate(self) -> None:
        """Set all words."""
        self.show_remarks(self._remarks)

    def _card(self, each: Remark) -> Card:
        card, (icon, tone, words) = Card(), self._standing(each)
        title = self.tr("Newsletter") if each.kind == "newsletter" else self.tr("Remark to the maintainer")
        today = date.today()  # noqa: DTZ011 - the reader's own day
        card.setAccessibleName(f"{title}. {words}")
        row = Row(card, margins=(20, 12, 16, 12), spacing=12)
        row.addWidget(Picture(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        column = Column(spacing=0)
        second = f"{words}  •  {moment_words(each.created, today)}"
        column.add_all(Text(title, strong=True, wraps=True), Text(second, size=12, tone="text_2", wraps=True))
        if each.text:
            column.add_all(4, Text(each.text, wraps=True))
        if each.state == "failed":
            column.add_all(4, Text(reason_words(each.reason), wraps=True))
        row.addLayout(column, 1)
        if each.state == "failed":
            row.addWidget(self._button(self.tr("Try again"), "secondary", title, self.retry_asked, each))
        if each.state != "accepted":
            row.addWidget(self._button(self.tr("Take back"), "quiet", title, self.take_back_asked, each))
        return card

    def _standing(self, each: Remark) -> tuple[str, str, str]:
        if each.state == "accepted":
            is_letter = each.kind == "newsletter"
            words = self.tr("Arrived; a mail with a link follows") if is_letter else self.tr("With the maintainer")
            return "okc", "ok", words
        if each.state == "failed":
            return "warn", "warn", self.tr("Not accepted")
        return "clock", "text_2", self.tr("Waits for the archive; it goes by itself")

    @staticmethod
    def _button(words: str, kind: str, title: str, signal: object, each: Remark) -> Button:
        button = Button(words, kind, small=True)  # type: ignore[arg-type]
        button.setAccessibleDescription(title)
        button.clicked.connect(lambda: signal.emit(each))  # type: ignore[attr-defined]
        return button
