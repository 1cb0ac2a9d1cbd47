"""The cards beside the pages: each at the height of its passage, made only where they can be seen."""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.annotation import PlacedAnnotation
from kennisbank.ui.look import follow, px
from kennisbank.ui.reader.margin_card import MarginCard
from kennisbank.ui.reader.margin_face import FIRST_LINE, line_of
from kennisbank.ui.reader.margin_pages import GAP, LINE, PageCards, Spot
from kennisbank.ui.reader.margin_placing import stack
from kennisbank.ui.reader.page_view import PageView

_LEFT, _RIGHT = 16, 12
_AHEAD = 160
"""Units above and below what shows in which cards are ready already."""
_MOST_LINES = 8
_ROUNDS = 4
"""Times that cards are placed anew at once because one turned out to be of another height."""
_AWAY = -100_000
"""Where the card at hand waits while its page is far: it may hold the keyboard."""
Dress = Callable[[MarginCard, Sequence[PlacedAnnotation], int], None]


class MarginStrip(QWidget):
    """Cards that go along with the pages as they scroll. Signal: `moved` after cards were moved about."""

    moved = Signal()

    def __init__(self, view: PageView, dress: Dress, parent: QWidget | None = None) -> None:
        """Stand beside `view`; `dress` makes a card show one annotation, or several, in a width."""
        super().__init__(parent)
        self._view, self._dress = view, dress
        self._pages = PageCards(view, self._guess)
        self._known: dict[str, PlacedAnnotation] = {}
        self._order: list[str] | None = None
        self._spots: dict[str, Spot] = {}  # from above to below
        self._tops: dict[str, float] = {}
        self._heights: dict[str, int] = {}
        self._current = ""
        self._cards: dict[str, MarginCard] = {}
        self._spare: list[MarginCard] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.reflow)
        view.moved.connect(self._on_moved)
        follow(self, self.measure_anew)

    # What is shown.

    def put(self, rows: Sequence[PlacedAnnotation], current: str) -> None:
        """Show these, which all have a place; `current` is the one at hand."""
        self._current = current
        changed: set[str] = {each.annotation.id for each in rows if self._known.get(each.annotation.id) is not each}
        self._known = {each.annotation.id: each for each in rows}
        self._order = None
        self._pages.put(rows)
        self._fill(changed)

    def set_current(self, annotation_id: str) -> None:
        """Take another one at hand: it stands at its exact height."""
        changed = {self._current, annotation_id}
        self._current = annotation_id
        self._fill(changed)

    def refresh(self, annotation_id: str) -> None:
        """Show one anew: something that isn't part of the annotation changed."""
        if annotation_id in self._cards:
            self._fill({annotation_id})

    def card(self, annotation_id: str) -> MarginCard | None:
        """Return the card of an annotation; None while it is far from what shows."""
        return self._cards.get(annotation_id)

    def first_card(self) -> MarginCard | None:
        """Return the first card that shows as a whole, or else the first that there is."""
        cards = self.cards
        return next((card for card in cards if card.y() >= 0), cards[0] if cards else None)

    def placed(self, annotation_id: str) -> PlacedAnnotation | None:
        """Return what one of them is and where it stands; None for another."""
        return self._known.get(annotation_id)

    @property
    def order(self) -> list[str]:
        """Return the ids of all, in the order in which the arrows go: page after page, from above to below."""
        if self._order is None:
            self._order = self._pages.order()
        return self._order

    @property
    def cards(self) -> list[MarginCard]:
        """Return the cards that there are, from above to below."""
        return [self._cards[key] for key in self._spots if key in self._cards]

    def reflow_later(self) -> None:
        """Place the cards anew once all is laid out: one has another height now."""
        self._later.start()

    def reflow(self) -> None:
        """Place the cards anew."""
        self._heights.pop(self._current, None)
        self._fill()

    def measure_anew(self) -> None:
        """Forget how high the cards are: the width or the size of the text changed."""
        self._heights.clear()
        self._pages.forget()
        self._fill(set(self._cards))

    # Placing.

    def _on_moved(self) -> None:
        self._fill()

    def _fill(self, changed: AbstractSet[str] = frozenset()) -> None:
        """Have a card wherever one can be seen, in its place; those `changed` show themselves anew."""
        for each in changed:
            self._heights.pop(each, None)
        if not self.isVisible():
            self._pages.forget()
            return
        self._share_out()
        for key in changed & self._cards.keys() & self._spots.keys():
            self._dress_card(key)
        for _ in range(_ROUNDS):
            self._place()
            near = self._near()
            if not self._make(near):
                break
        self._place()
        for key in self._cards.keys() - set(near) - {self._current}:
            self._spare_card(key)
        self._move()

    def _share_out(self) -> None:
        """Give each annotation near what shows a card, or a part in one where there is a crowd."""
        if not self._pages.are_news(self._current):
            return
        self._spots = {spot.key: spot for spot in self._pages.spots(self._current)}
        self._tops = {}
        for key in self._cards.keys() - self._spots.keys():
            if key != self._current or key not in self._known:
                self._spare_card(key)
        for key in self._cards.keys() & self._spots.keys():
            card, spot = self._cards[key], self._spots[key]
            if spot.is_line != card.is_line or len(spot.shown) != card.count:
                self._heights.pop(key, None)
                self._dress_card(key)

    def _guess(self, placed: PlacedAnnotation) -> float:
        """Return about how high a card is as a whole: the cards above it aren't made to know where it stands."""
        each = placed.annotation
        letters = max(1, self.width() // px(7))
        lines = min(_MOST_LINES, len(each.body) // letters + 1) if each.body else 2
        return float(px(LINE + 18 * lines + (24 if each.tags else 0)))

    def _place(self) -> None:
        if self._tops:
            return
        keys = list(self._spots)
        wanted = [max(spot.wanted, float(-self.offset)) for spot in self._spots.values()]  # see `offset`
        heights = [self._heights.get(key) or spot.guess for key, spot in self._spots.items()]
        focus = keys.index(self._current) if self._current in self._spots else -1
        tops = stack(wanted, heights, px(GAP), focus=focus, bottom=self._pages.bottom)
        self._tops = dict(zip(keys, tops, strict=True))

    def _near(self) -> list[str]:
        """Return the keys of the cards that can be seen, or nearly."""
        top = self._view.verticalScrollBar().value() - self.offset
        high, low = top - px(_AHEAD), top + self.height() + px(_AHEAD)
        return [
            key
            for key, at in self._tops.items()
            if at < low and at + (self._heights.get(key) or self._spots[key].guess) > high
        ]

    @property
    def offset(self) -> int:
        """Return how far below the top of the strip the top of the pages' viewport stands.

        It stands above it, by what stands over the strip: beside that no card can be seen, and the first pages can't be
        scrolled further down, so their cards begin where the strip does.
        """
        return self.mapFromGlobal(self._view.viewport().mapToGlobal(QPoint(0, 0))).y()

    def _make(self, near: Sequence[str]) -> bool:
        """Have these cards; return whether one has another height than was thought."""
        is_news = False
        for key in near:
            if key not in self._cards:
                self._cards[key] = self._spare.pop() if self._spare else MarginCard(self)
                self._dress_card(key)
            if key not in self._heights:
                self._heights[key] = self._cards[key].sizeHint().height()
                is_news = True
        if is_news:
            self._tops = {}
        return is_news

    def _dress_card(self, key: str) -> None:
        spot, card = self._spots[key], self._cards[key]
        width = max(px(120), self.width() - px(_LEFT) - px(_RIGHT))
        card.resize(width, card.height())
        card.is_line, card.count = spot.is_line, len(spot.shown)
        self._dress(card, [self._known[each.annotation.id] for each in spot.shown], width)
        self._tops = {}

    def _spare_card(self, key: str) -> None:
        card = self._cards.pop(key)
        card.take_desk(None)
        card.hide()
        self._spare.append(card)

    def _move(self) -> None:
        shift = self.offset - self._view.verticalScrollBar().value()
        for key, card in self._cards.items():
            height = self._heights.get(key) or card.sizeHint().height()
            top = round(self._tops[key] + shift) if key in self._tops else _AWAY
            card.setGeometry(px(_LEFT), top, card.width(), height)
            card.place_desk()
            card.show()
        self._choose_stop()
        self.update()
        self.moved.emit()

    def _choose_stop(self) -> None:
        """Let Tab stop at one card: the one at hand, or else the first that shows."""
        stop = self._cards.get(self._current) or self.first_card()
        for card in self._cards.values():
            policy = Qt.FocusPolicy.StrongFocus if card is stop else Qt.FocusPolicy.ClickFocus
            if card.focusPolicy() != policy:
                card.setFocusPolicy(policy)

    def leads(self) -> Iterator[tuple[float, MarginCard]]:
        """Give, for each card, the height of its passage's first line in this widget."""
        shift = self.offset - self._view.verticalScrollBar().value()
        for key, card in self._cards.items():
            if key in self._spots:
                yield self._spots[key].wanted + px(FIRST_LINE) + shift, card

    # Events.

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for height, card in self.leads():
            face = card.face
            if face is not None:
                painter.setPen(QPen(line_of(face.content), 1))
                middle, end = px(_LEFT) // 2, card.y() + px(FIRST_LINE)
                painter.drawPolyline(
                    [QPointF(0, height), QPointF(middle, height), QPointF(middle, end), QPointF(card.x(), end)]
                )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.measure_anew()
        else:
            self._tops = {}  # what stands over the strip has another height
            self._fill()

    @override
    def showEvent(self, event: object) -> None:
        self._later.start()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the pages, and so the cards."""
        self._view.wheelEvent(event)
