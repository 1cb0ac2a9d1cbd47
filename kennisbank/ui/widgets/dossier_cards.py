"""The lines of a dossier below one another: one tab stop, arrows go from card to card, dragging puts one elsewhere."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.ui.look import theme
from kennisbank.ui.models.result_rows import DownloadOf
from kennisbank.ui.widgets.card_stack import CardStack
from kennisbank.ui.widgets.dossier_card import MIME, DossierCard

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.dossier_places import DossierLine

_BATCH, _MORE = 10, 2
"""Cards that are made at once, to fill a screen, and those that are made each time there is time."""


class DossierCards(CardStack):
    """Cards stay the cards they were while their lines change, so that nobody loses what is being typed."""

    opened = Signal(object)
    """A line is to be opened; with the `DossierLine`."""
    remove_asked = Signal(str)
    """A line is to be taken out; with its id."""
    moved = Signal(str, int)
    """A line was put elsewhere; with its id and its place, from 0, among the others."""
    remarked = Signal(str, str)
    """A remark was typed; with the id of the line."""
    left = Signal()
    """The keyboard left a remark."""
    dragged_near = Signal(int)
    """Something is dragged at this height: it should be in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent=parent)
        self._lines: tuple[DossierLine, ...] = ()
        self._cards: list[DossierCard] = []  # of the first of the lines; the others are made when there is time
        self._stop: DossierCard | None = None
        self._ordered: list[str] = []  # the lines among which Tab is known to go in order
        self._current = ""
        self._is_locked = False
        self._drop: int | None = None
        self._download_of: DownloadOf = lambda _contribution: None
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(lambda: self._build(len(self._cards) + _MORE))
        self.setAcceptDrops(True)

    @property
    def cards(self) -> tuple[DossierCard, ...]:
        """Return the cards in their order, as far as they were made."""
        return tuple(self._cards)

    def tell_downloads(self, download_of: DownloadOf) -> None:
        """Say on each card how its paper stands, as `download_of` says; `show_stands` when that changes."""
        self._download_of = download_of
        self.show_stands()

    def show_stands(self) -> None:
        """Say anew how the papers stand."""
        for card in self._cards:
            self._show_stand(card)

    def _show_stand(self, card: DossierCard) -> None:
        found = card.line.contribution
        card.show_stand(self._download_of(found.id) if found is not None else None)

    @property
    def current(self) -> str:
        """Return the id of the line that is current; empty when there is none."""
        return self._current

    def show_lines(self, lines: Sequence["DossierLine"], *, is_locked: bool = False) -> None:
        """Show these lines in this order; when `is_locked` they can be read and opened, and nothing else.

        The first are there at once, the others a few at a time.
        """
        self._is_locked = is_locked
        self.setAcceptDrops(not is_locked)
        had_focus = any(card.isAncestorOf(focus) or card is focus for card in self._cards if (focus := _focus(self)))
        place = max(self._at(self._current), 0)
        self._lines = tuple(lines)
        gone = self._build(max(len(self._cards), _BATCH))
        ids = [line.item.id for line in lines]
        if self._current not in ids:
            self._make_current(ids[min(place, len(ids) - 1)] if ids else "", takes_focus=had_focus)
        else:
            self._make_current(self._current)
        for card in gone:  # not sooner: the keyboard would go where Qt thinks best
            self._let_go(card)

    def go_to(self, item: str, *, takes_focus: bool = True) -> None:
        """Make a line current, if it is there."""
        at = self._at(item)
        if at >= len(self._cards):
            self._build(at + 1)
        if at >= 0:
            self._make_current(item, takes_focus=takes_focus)

    def flush(self) -> None:
        """Hand over what is being typed."""
        for card in self._cards:
            card.draft.flush()

    def retranslate(self) -> None:
        """Set all words anew."""
        for card in self._cards:
            card.retranslate()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self._at(self._current)
        last = len(self._lines) - 1
        steps = {Qt.Key.Key_Up: at - 1, Qt.Key.Key_Down: at + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        wanted = steps.get(Qt.Key(event.key()))
        if wanted is None or at < 0:
            super().keyPressEvent(event)
        elif 0 <= wanted <= last:
            self.go_to(self._lines[wanted].item.id)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._show_drop(self._gap(event.position().toPoint().y()))
        self.dragged_near.emit(event.position().toPoint().y())
        event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_drop(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        item = bytes(event.mimeData().data(MIME).data()).decode(errors="replace")
        gap, at = self._gap(event.position().toPoint().y()), self._at(item)
        self._show_drop(None)
        event.acceptProposedAction()
        if at >= 0:
            self._move(item, gap - (gap > at))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drop is None or not self._cards:
            return
        if self._drop < len(self._cards):
            y = self._cards[self._drop].y() - self.gap // 2
        else:
            y = self._cards[-1].geometry().bottom() + self.gap // 2
        QPainter(self).fillRect(0, min(max(y - 1, 0), self.height() - 2), self.width(), 2, theme().accent)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _card(self, line: "DossierLine") -> DossierCard:
        card = DossierCard(line, self)
        item = line.item.id
        card.opened.connect(lambda: self.opened.emit(card.line))
        card.remove_asked.connect(lambda: self._remove(item))
        card.step_asked.connect(lambda by: self._move(item, self._at(item) + by))
        card.focused.connect(lambda: self._make_current(item))
        card.draft.typed.connect(lambda text: self.remarked.emit(item, text))
        card.draft.left.connect(self.left)
        self._show_stand(card)
        return card

    def _move(self, item: str, position: int) -> None:
        """Put a line elsewhere at once, before the library has it: keys come faster than it writes."""
        at = self._at(item)
        if self._is_locked or at < 0 or not 0 <= position < len(self._lines) or position == at:
            return
        lines = list(self._lines)
        lines.insert(position, lines.pop(at))
        self.show_lines(lines)
        self.moved.emit(item, position)

    def _remove(self, item: str) -> None:
        if not self._is_locked:
            self.remove_asked.emit(item)

    def _make_current(self, item: str, *, takes_focus: bool = False) -> None:
        self._current = item
        at = self._at(item)
        card = self._cards[at] if 0 <= at < len(self._cards) else None
        if card is not self._stop:
            if self._stop is not None:
                self._stop.set_stop(is_stop=False)
            if card is not None:
                card.set_stop(is_stop=True)
            self._stop = card
        if card is not None and takes_focus:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, count: int) -> list[DossierCard]:
        """Make the cards of the first `count` lines, see that the rest follow, and return what has no place there."""
        known = {card.line.item.id: card for card in self._cards}
        before = len(self._cards)
        lines = self._lines[:count]
        self._cards = [known.pop(line.item.id) if line.item.id in known else self._card(line) for line in lines]
        for number, (card, line) in enumerate(zip(self._cards, lines, strict=True), 1):
            card.show_line(line, number, len(self._lines), is_locked=self._is_locked)
        self.stack(self._cards)
        is_same = self._ordered == [card.line.item.id for card in self._cards[:before]]
        start = max(before - 1, 0) if is_same else 0
        self._ordered = [card.line.item.id for card in self._cards]
        stops = [each for card in self._cards[start:] for each in (card, *card.controls)]
        for first, then in pairwise(stops):
            QWidget.setTabOrder(first, then)
        if before <= self._at(self._current) < len(self._cards):
            self._make_current(self._current)
        if len(lines) < len(self._lines):
            self._more.start()
        return list(known.values())

    def _let_go(self, card: DossierCard) -> None:
        """Take a card away; what is being typed in it is saved unless its line is gone."""
        if self._at(card.line.item.id) < 0:
            card.draft.blockSignals(True)
        card.draft.flush()
        if card is self._stop:
            self._stop = None
        card.hide()
        card.deleteLater()

    def _at(self, item: str) -> int:
        return next((n for n, line in enumerate(self._lines) if line.item.id == item), -1)

    def _gap(self, y: int) -> int:
        """Return before which card something dropped at this height comes."""
        return sum(card.geometry().center().y() < y for card in self._cards)

    def _show_drop(self, gap: int | None) -> None:
        if gap != self._drop:
            self._drop = gap
            self.update()


def _focus(widget: QWidget) -> QWidget | None:
    return widget.window().focusWidget()
