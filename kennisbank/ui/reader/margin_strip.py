"""The cards beside the pages: each at the height of its passage, made only where they can be seen."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.annotation import PlacedAnnotation
from kennisbank.ui.look import follow, px
from kennisbank.ui.reader.margin_card import MarginCard
from kennisbank.ui.reader.margin_face import FIRST_LINE, line_of
from kennisbank.ui.reader.margin_heights import height_of
from kennisbank.ui.reader.margin_placing import stack
from kennisbank.ui.reader.page_view import PageView

GAP = 8
_LEFT, _RIGHT = 16, 12
_AHEAD = 160
"""Units above and below what shows in which cards are ready already."""
_MOST_LINES = 8
_ROUNDS = 4
"""Times that cards are placed anew at once because one turned out to be of another height."""
Dress = Callable[[MarginCard, PlacedAnnotation, int], None]


class MarginStrip(QWidget):
    """Cards that go along with the pages as they scroll. Signal: `moved` after cards were moved about."""

    moved = Signal()

    def __init__(self, view: PageView, dress: Dress, parent: QWidget | None = None) -> None:
        """Stand beside `view`; `dress` makes a card show an annotation in a width."""
        super().__init__(parent)
        self._view, self._dress = view, dress
        self._rows: list[PlacedAnnotation] = []
        self._known: dict[str, PlacedAnnotation] = {}
        self._at: dict[str, int] = {}
        self._wanted: list[float] = []  # content space: 0 is the top of the first page's margin
        self._tops: list[float] = []
        self._heights: dict[str, int] = {}
        self._crowded: frozenset[str] = frozenset()
        self._current = ""
        self._cards: dict[str, MarginCard] = {}
        self._spare: list[MarginCard] = []
        self._laid_for: object = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.reflow)
        view.moved.connect(self._on_moved)
        follow(self, self.measure_anew)

    # What is shown.

    def put(self, rows: Sequence[PlacedAnnotation], current: str) -> None:
        """Show these, which all have a place; `current` is the one at hand."""
        self._current = current
        changed: set[str] = {each.annotation.id for each in rows if self._known.get(each.annotation.id) is not each}
        self._rows = list(rows)
        self._known = {each.annotation.id: each for each in rows}
        self._laid_for = None
        for each in changed:
            self._heights.pop(each, None)
        self._fill(changed)

    def set_current(self, annotation_id: str) -> None:
        """Take another one at hand: it stands at its exact height."""
        changed = {self._current, annotation_id}
        self._current = annotation_id
        for each in changed:
            self._heights.pop(each, None)
        self._tops = []
        self._fill(changed)

    def refresh(self, annotation_id: str) -> None:
        """Show one anew: something that isn't part of the annotation changed."""
        self._heights.pop(annotation_id, None)
        self._tops = []
        self._fill({annotation_id})

    def card(self, annotation_id: str) -> MarginCard | None:
        """Return the card of an annotation; None while it is far from what shows."""
        return self._cards.get(annotation_id)

    def first_card(self) -> MarginCard | None:
        """Return the first card that shows as a whole, or else the first that there is."""
        cards = self.cards
        return next((card for card in cards if card.y() >= 0), cards[0] if cards else None)

    def is_crowded(self, annotation_id: str) -> bool:
        """Tell whether an annotation stands among so many that its card is one line high."""
        return annotation_id in self._crowded

    @property
    def rows(self) -> list[PlacedAnnotation]:
        """Return what is shown, from above to below."""
        return self._rows

    @property
    def cards(self) -> list[MarginCard]:
        """Return the cards that there are, from above to below."""
        return sorted(self._cards.values(), key=lambda card: self._at[card.id])

    def reflow_later(self) -> None:
        """Place the cards anew once all is laid out: one has another height now."""
        self._heights.pop(self._current, None)
        self._later.start()

    def reflow(self) -> None:
        """Place the cards anew."""
        self._tops = []
        self._fill(set())

    def measure_anew(self) -> None:
        """Forget how high the cards are: the width or the size of the text changed."""
        self._heights.clear()
        self._laid_for = None
        self._fill(set(self._cards))

    # Placing.

    def _on_moved(self) -> None:
        self._fill(set())

    def _fill(self, changed: set[str]) -> None:
        """Have a card wherever one can be seen, in its place."""
        if not self.isVisible():
            self._laid_for = None
            return
        self._lay_out()
        for each in changed & self._cards.keys():
            if each in self._at:
                self._dress_card(self._cards[each])
        for _ in range(_ROUNDS):
            self._place()
            near = self._near()
            if not self._make(near):
                break
        self._place()
        self._let_go({self._rows[at].annotation.id for at in near})
        self._move()

    def _lay_out(self) -> None:
        """Work out where the passages stand, when pages moved or other annotations came."""
        view = self._view
        standing = (view.scale, view.hidden, view.spread, view.viewport().width(), view.page_count)
        if standing == self._laid_for:
            return
        self._laid_for = standing
        scroll = view.verticalScrollBar().value()
        first_line = px(FIRST_LINE)
        heights = [height_of(view, each) for each in self._rows]
        rows = sorted(zip(heights, range(len(self._rows)), self._rows, strict=True))
        self._rows = [each for _height, _at, each in rows]
        self._wanted = [height + scroll - first_line for height, _at, _each in rows]
        self._at = {each.annotation.id: at for at, each in enumerate(self._rows)}
        self._tops = []

    def _place(self) -> None:
        if len(self._tops) == len(self._rows):
            return
        heights = [self._heights.get(each.annotation.id) or self._guess(each) for each in self._rows]
        self._tops = stack(self._wanted, heights, px(GAP), focus=self._at.get(self._current, -1))

    def _guess(self, placed: PlacedAnnotation) -> int:
        """Return about how high a card will be: the cards above it aren't made to know where it stands."""
        each = placed.annotation
        letters = max(1, self.width() // px(7))
        lines = min(_MOST_LINES, len(each.body) // letters + 1) if each.body else 2
        return px(36 + 18 * lines + (24 if each.tags else 0))

    def _near(self) -> range:
        """Return the numbers of the rows that can be seen, or nearly."""
        top = self._view.verticalScrollBar().value() - self._offset
        first = bisect_left(self._tops, top - px(_AHEAD))
        last = bisect_right(self._tops, top + self.height() + px(_AHEAD))
        return range(max(0, first - 1), last)

    @property
    def _offset(self) -> int:
        """Return how far below the top of the strip the top of the pages' viewport stands."""
        return self.mapFromGlobal(self._view.viewport().mapToGlobal(QPoint(0, 0))).y()

    def _make(self, near: range) -> bool:
        """Have cards for these rows; return whether one has another height than was thought."""
        is_news = False
        wanted: set[str] = {self._rows[at].annotation.id for at in near}
        for at in near:
            each = self._rows[at].annotation.id
            card = self._cards.get(each)
            if card is None:
                card = self._take(wanted)
                self._cards[each] = card
                card.id = each
                self._dress_card(card)
            if each not in self._heights:
                self._heights[each] = card.sizeHint().height()
                is_news = True
        if is_news:
            self._tops = []
        return is_news

    def _take(self, wanted: set[str]) -> MarginCard:
        """Return a card that serves nobody: a spare one, one that is far off, or else a new one."""
        if not self._spare:
            far = next((each for each in self._cards if each not in wanted and each != self._current), None)
            if far is not None:
                return self._cards.pop(far)
        return self._spare.pop() if self._spare else MarginCard(self)

    def _dress_card(self, card: MarginCard) -> None:
        width = max(px(120), self.width() - px(_LEFT) - px(_RIGHT))
        card.resize(width, card.height())
        self._dress(card, self._rows[self._at[card.id]], width)

    def _let_go(self, near: set[str]) -> None:
        for each in [each for each in self._cards if each not in near]:
            if each == self._current and each in self._at:
                continue  # it may hold the keyboard
            card = self._cards.pop(each)
            card.hide()
            self._spare.append(card)

    def _move(self) -> None:
        shift = self._offset - self._view.verticalScrollBar().value()
        for each, card in self._cards.items():
            at = self._at[each]
            top = round(self._tops[at] + shift)
            card.setGeometry(px(_LEFT), top, card.width(), self._heights.get(each, card.sizeHint().height()))
            card.place_desk()
            card.show()
        self.update()
        self.moved.emit()

    def leads(self) -> Iterator[tuple[QPointF, QPointF, MarginCard]]:
        """Give, for each card, where its passage stands at the edge of the pages, and where its first line is."""
        shift = self._offset - self._view.verticalScrollBar().value()
        for each, card in self._cards.items():
            wanted = self._wanted[self._at[each]] + px(FIRST_LINE) + shift
            yield QPointF(0, wanted), QPointF(card.x(), card.y() + px(FIRST_LINE)), card

    # Events.

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for start, end, card in self.leads():
            face = card.face
            if face is not None:
                painter.setPen(QPen(line_of(face.content), 1))
                middle = QPointF(px(_LEFT) / 2, start.y())
                painter.drawPolyline([start, middle, QPointF(middle.x(), end.y()), end])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.measure_anew()
        else:
            self._fill(set())

    @override
    def showEvent(self, event: object) -> None:
        self._later.start()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the pages, and so the cards."""
        self._view.wheelEvent(event)
