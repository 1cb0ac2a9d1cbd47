"""Cards without a place on the pages, below one another under a heading: at the top or the foot of the margin."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.domain.annotation import PlacedAnnotation
from kennisbank.ui.language import number
from kennisbank.ui.look import follow, px
from kennisbank.ui.reader.margin_card import MarginCard
from kennisbank.ui.reader.side_panel import SectionHeading
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.layouts import Column
from kennisbank.ui.widgets.scroll import Scroll

_AT_A_TIME = 25
"""Cards that are made before one asks for more."""
_LEFT, _RIGHT, _GAP = 16, 12, 8
Dress = Callable[[MarginCard, Sequence[PlacedAnnotation], int], None]


class MarginShelf(QWidget):
    """A section of the margin that doesn't move with the pages. Hidden while it is empty.

    Signal: `unfolded` when the reader folded or unfolded it.
    """

    unfolded = Signal()

    def __init__(self, dress: Dress, *, part: float, is_open: bool = True, parent: QWidget | None = None) -> None:
        """Take at most `part` of the height of what it stands in; `dress` makes a card show an annotation."""
        super().__init__(parent)
        self._dress, self._part = dress, part
        self._rows: list[PlacedAnnotation] = []
        self._cards: dict[str, MarginCard] = {}
        self._most = _AT_A_TIME
        self.heading = SectionHeading()
        self.heading.setChecked(is_open)
        self.heading.toggled.connect(self._on_toggled)
        self._inside = QWidget()
        self._list = Column(self._inside, margins=(_LEFT, 0, _RIGHT, _GAP), spacing=_GAP)
        self._more = Button("", "link", small=True)
        self._more.clicked.connect(self._show_more)
        self._list.add_all(self._more, None)
        self._scroll = Scroll(self._inside)
        column = Column(self, spacing=0)
        column.add_all(self.heading, self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)
        follow(self, self.refresh_all)
        self.hide()

    @property
    def order(self) -> list[str]:
        """Return the ids of what is shown, in order; nothing while it is folded."""
        return [each.annotation.id for each in self._rows] if self.heading.isChecked() else []

    def set_words(self, name: str) -> None:
        """Name the section."""
        self.heading.setText(name)
        self.heading.setAccessibleName(name)
        self._say_more()

    def card(self, annotation_id: str) -> MarginCard | None:
        """Return the card of an annotation, if there is one."""
        return self._cards.get(annotation_id) if self.heading.isChecked() else None

    @property
    def cards(self) -> list[MarginCard]:
        """Return the cards that there are, in order."""
        return [self._cards[each] for each in self.order if each in self._cards]

    def put(self, rows: Sequence[PlacedAnnotation]) -> None:
        """Show these."""
        known = {each.annotation.id: each for each in self._rows}
        self._rows = list(rows)
        self._make({each.annotation.id for each in rows if known.get(each.annotation.id) is not each})
        self.heading.count = number(len(rows))
        self.heading.update()
        self.setVisible(bool(rows))

    def refresh(self, annotation_id: str) -> None:
        """Show one anew, if it is here."""
        if annotation_id in self._cards:
            self._make({annotation_id})

    def refresh_all(self) -> None:
        """Show all anew: their width or the size of the text changed."""
        self._make(set(self._cards))

    def reveal(self, annotation_id: str) -> None:
        """Unfold, and scroll to a card."""
        at = next((at for at, each in enumerate(self._rows) if each.annotation.id == annotation_id), -1)
        if at < 0:
            return
        if at >= self._most:
            self._most = at + _AT_A_TIME
            self._make(set())
        self.heading.setChecked(True)
        card = self._cards.get(annotation_id)
        if card is not None:
            self._fit()
            self._scroll.ensureWidgetVisible(card, 0, px(_GAP))

    def _make(self, changed: set[str]) -> None:
        shown = self._rows[: self._most]
        wanted = [each.annotation.id for each in shown]
        for gone in self._cards.keys() - set(wanted):
            old = self._cards.pop(gone)
            old.take_desk(None)
            old.hide()
            old.deleteLater()
        for at, each in enumerate(shown):
            card = self._cards.get(each.annotation.id)
            if card is None:
                card = MarginCard(self._inside)
                card.id = each.annotation.id
                self._cards[each.annotation.id] = card
            elif each.annotation.id not in changed and self._list.indexOf(card) == at:
                continue
            if self._list.indexOf(card) != at:
                self._list.insertWidget(at, card)
            self._dress(card, [each], max(px(120), self.width() - px(_LEFT) - px(_RIGHT)))
            card.show()
        self._say_more()
        self._later.start()

    def _show_more(self) -> None:
        self._most += 4 * _AT_A_TIME
        self._make(set())

    def _say_more(self) -> None:
        rest = len(self._rows) - self._most
        self._more.setVisible(rest > 0)
        self._more.setText(self.tr("%n more", "", max(0, rest)))

    def _on_toggled(self) -> None:
        self._fit()
        self.unfolded.emit()

    def fit_later(self) -> None:
        """Take another height once all is laid out: a card has another one."""
        self._later.start()

    def _fit(self) -> None:
        """Give each card its height, and take as much as there is, up to the part that is ours."""
        room = max(px(120), self.width() - px(_LEFT) - px(_RIGHT))
        for card in self._cards.values():
            card.resize(room, card.height())
            card.setFixedHeight(card.sizeHint().height())
            card.place_desk()
        self._scroll.setVisible(self.heading.isChecked())
        wanted = sum(card.height() + px(_GAP) for card in self._cards.values())
        wanted += self._more.sizeHint().height() + px(_GAP) if not self._more.isHidden() else 0
        host = self.parentWidget()
        whole = host.height() if host is not None else 0
        height = min(wanted, round(whole * self._part)) if self.heading.isChecked() else 0
        self._scroll.setFixedHeight(max(0, height))
        self.setFixedHeight(self.heading.height() + max(0, height))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(240), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.refresh_all()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say_more()
        super().changeEvent(event)
