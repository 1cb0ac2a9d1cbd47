"""Conflicts: what was changed here and in the archive, side by side; and the versions that lost, to be brought back."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from kennisbank.domain.syncing import Choice, Conflict, Loser
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.conflict_choosing import ConflictChoosing, Unsettled
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.look import px, theme
from kennisbank.ui.models.archive_words import moment_words
from kennisbank.ui.models.conflict_words import (
    can_keep_both,
    field_of,
    kind_of,
    loser_reason,
    loser_title,
    value_words,
)
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.widgets.archive_page import ArchivePage
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.card_column import CardColumn
from kennisbank.ui.widgets.cards import Card, EmptyState
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import Text

_NARROW = 560
"""Width in units of the design below which the two sides stand below one another."""


class ConflictsPage(ArchivePage):
    """A card for each conflict, and below them what lost in the last 30 days."""

    def __init__(self, session: Session) -> None:
        """Build the page."""
        super().__init__(session, widest=960)
        self.choosing = ConflictChoosing(session, self)
        self._unsettled = Unsettled()
        self._heading, self._lead = Text(size=28, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self._empty = EmptyState("okc")
        self.conflicts = CardColumn()
        self._losers_title, self._losers_hint = Text(size=15, strong=True), Text(tone="text_2", wraps=True)
        self.losers = CardColumn(spacing=8)
        self.column.add_all(self._heading, self._lead, 8, self.conflicts, self._empty, 16)
        self.column.add_all(self._losers_title, self._losers_hint, 4, self.losers, None)
        self.choosing.shown.connect(self._show)
        ArchiveReading.of(session).shown.connect(lambda _facts: self._on_facts())
        self.retranslate()

    @property
    @override
    def first_control(self) -> QWidget | None:
        card = next(iter(self.conflicts.cards), None)
        return card.mine if isinstance(card, ConflictCard) else None

    @override
    def entered(self) -> None:
        self.choosing.read()

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("Conflicts"))
        self._lead.setText(
            self.tr(
                "These were changed here and in the archive, differently. Until you choose, your version stands on "
                "this computer. Choosing nothing changes nothing."
            )
        )
        self._empty.set_words(self.tr("There is nothing to choose: both sides agree."))
        self._losers_title.setText(self.tr("Kept for 30 days"))
        self._losers_hint.setText(self.tr("Versions that gave way to another one. You can bring them back."))
        self._show(self._unsettled)

    def _on_facts(self) -> None:
        if self.isVisible():
            self.choosing.read()

    def _show(self, unsettled: Unsettled) -> None:
        self._unsettled = unsettled
        cards = []
        for each in unsettled.conflicts:
            card = ConflictCard(each, unsettled.titles.get(each.id, ""))
            card.chosen.connect(lambda choice, each=each: self.choosing.resolve(each, choice))
            cards.append(card)
        self.conflicts.put(cards)
        self._lead.setVisible(bool(cards))
        self._empty.setVisible(not cards)
        losers = [self._loser(each) for each in unsettled.losers]
        self.losers.put(losers)
        for widget in (self._losers_title, self._losers_hint):
            widget.setVisible(bool(losers))

    def _loser(self, loser: Loser) -> Card:
        card = Card()
        row = Row(card, margins=(20, 12, 16, 12), spacing=12)
        words = Column(spacing=0)
        title = self._unsettled.titles.get(loser.id, "") or loser_title(loser)
        words.addWidget(Text(title, strong=True, wraps=True))
        today = date.today()  # noqa: DTZ011 - the reader's own day
        said = f"{kind_of(loser.kind)}  •  {moment_words(loser.kept, today)}  •  {loser_reason(loser)}"
        words.addWidget(Text(said, size=12, tone="text_2", wraps=True))
        row.addLayout(words, 1)
        back = Button(self.tr("Bring back"), "secondary", small=True)
        back.setAccessibleName(self.tr("Bring back: {title}").format(title=title))
        back.clicked.connect(lambda: self.choosing.bring_back(loser))
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return card


class ConflictCard(Card):
    """One field of one thing: yours at the left, the archive's at the right, and three buttons."""

    chosen = Signal(str)
    """``mine``, ``theirs`` or ``both``."""

    def __init__(self, conflict: Conflict, title: str, parent: QWidget | None = None) -> None:
        """Show `conflict` about the thing called `title`."""
        super().__init__(parent)
        name = title or kind_of(conflict.kind)
        self.setAccessibleName(f"{name}, {field_of(conflict.field)}")
        self._sides = Row(spacing=12)
        self._sides.addWidget(_Side(self.tr("On this computer (yours)"), value_words(conflict, conflict.mine)), 1)
        self._sides.addWidget(_Side(self.tr("In the archive"), value_words(conflict, conflict.theirs)), 1)
        column = Column(self, margins=(20, 16, 20, 16), spacing=8)
        column.add_all(Text(name, size=15, strong=True, wraps=True))
        today = date.today()  # noqa: DTZ011 - the reader's own day
        second = self.tr("{kind}, {field}; found {when}").format(
            kind=kind_of(conflict.kind),
            field=field_of(conflict.field).lower(),
            when=moment_words(conflict.found, today),
        )
        column.add_all(Text(second, size=12, tone="text_2", wraps=True), 4, self._sides)
        if conflict.base is not None:
            before = self.tr("Before: {value}").format(value=_short(value_words(conflict, conflict.base)))
            column.addWidget(Text(before, size=12, tone="text_2", wraps=True))
        self.mine, self.theirs = Button(self.tr("Keep mine")), Button(self.tr("Keep theirs"))
        self.both = Button(self.tr("Keep both"))
        flow = buttons = FlowLayout()
        choices: tuple[tuple[Button, Choice], ...] = (
            (self.mine, "mine"),
            (self.theirs, "theirs"),
            (self.both, "both"),
        )
        for button, choice in choices:
            button.setAccessibleDescription(self.accessibleName())
            button.clicked.connect(lambda _on, choice=choice: self.chosen.emit(choice))
            flow.addWidget(button)
        self.both.setVisible(can_keep_both(conflict))
        column.add_all(4, buttons)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_narrow = event.size().width() < px(_NARROW)
        self._sides.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)


class _Side(QWidget):
    """One version in a box of its own."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__()
        column = Column(self, margins=(12, 8, 12, 12), spacing=4)
        column.add_all(Text(name, size=12, strong=True, tone="text_2", wraps=True))
        column.add_all(Text(value, wraps=True, selectable=True), None)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        panel(QPainter(self), self.rect(), fill=theme().window, edge=theme().line, radius=6)


def _short(text: str, most: int = 160) -> str:
    words = " ".join(text.split())
    return f"{words[:most]}…" if len(words) > most else words
