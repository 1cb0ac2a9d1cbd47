"""The cards beside the pages: each at the height of its passage, made only where they can be seen."""

from bisect import bisect_left, bisect_right
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
from kennisbank.ui.reader.margin_heights import PageHeights
from kennisbank.ui.reader.margin_placing import Row, rows_for, stack
from kennisbank.ui.reader.page_view import PageView

GAP, LINE = 8, 36
_LEFT, _RIGHT = 16, 12
_AHEAD = 160
"""Units above and below what shows in which cards are ready already."""
_MOST_LINES = 8
_ROUNDS = 4
"""Times that cards are placed anew at once because one turned out to be of another height."""
Dress = Callable[[MarginCard, Sequence[PlacedAnnotation], int], None]


class MarginStrip(QWidget):
    """Cards that go along with the pages as they scroll. Signal: `moved` after cards were moved about."""

    moved = Signal()

    def __init__(self, view: PageView, dress: Dress, parent: QWidget | None = None) -> None:
        """Stand beside `view`; `dress` makes a card show one annotation, or several, in a width."""
        super().__init__(parent)
        self._view, self._dress = view, dress
        self._heights_of = PageHeights(view)
        self._known: dict[str, PlacedAnnotation] = {}
        self._all: list[PlacedAnnotation] = []  # from above to below
        self._firsts: list[float] = []  # where the first line of each passage stands; 0 is the top of the first page
        self._pages: list[float] = []
        self._guesses: list[float] = []
        self._rows: list[Row] = []
        self._is_shared_out = False
        self._at: dict[str, int] = {}  # the number of the row of each key
        self._wanted: list[float] = []
        self._tops: list[float] = []
        self._heights: dict[str, int] = {}
        self._current = ""
        self._cards: dict[str, MarginCard] = {}  # by key: an id, after a star for a card that stands for several
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
        self._heights_of.forget()
        self._fill(changed)

    def set_current(self, annotation_id: str) -> None:
        """Take another one at hand: it stands at its exact height."""
        changed = {self._current, annotation_id}
        self._current = annotation_id
        self._is_shared_out = False
        self._fill(changed)

    def refresh(self, annotation_id: str) -> None:
        """Show one anew: something that isn't part of the annotation changed."""
        self._fill({annotation_id})

    def card(self, annotation_id: str) -> MarginCard | None:
        """Return the card of an annotation; None while it is far from what shows."""
        return self._cards.get(annotation_id)

    def first_card(self) -> MarginCard | None:
        """Return the first card that shows as a whole, or else the first that there is."""
        cards = self.cards
        return next((card for card in cards if card.y() >= 0), cards[0] if cards else None)

    def is_line(self, annotation_id: str) -> bool:
        """Tell whether an annotation stands among so many that its card is one line high."""
        at = self._at.get(annotation_id)
        return at is not None and self._rows[at].is_line

    @property
    def rows(self) -> list[PlacedAnnotation]:
        """Return what is shown, from above to below."""
        return self._all

    @property
    def cards(self) -> list[MarginCard]:
        """Return the cards that there are, from above to below."""
        return [card for _at, card in sorted((self._at[key], card) for key, card in self._cards.items())]

    def reflow_later(self) -> None:
        """Place the cards anew once all is laid out: one has another height now."""
        self._later.start()

    def reflow(self) -> None:
        """Place the cards anew."""
        self._heights.pop(self._current, None)
        self._tops = []
        self._fill()

    def measure_anew(self) -> None:
        """Forget how high the cards are: the width or the size of the text changed."""
        self._heights.clear()
        self._heights_of.forget()
        self._fill(set(self._known))

    # Placing.

    def _on_moved(self) -> None:
        self._fill()

    def _fill(self, changed: AbstractSet[str] = frozenset()) -> None:
        """Have a card wherever one can be seen, in its place; those `changed` show themselves anew."""
        for each in changed:
            self._heights.pop(each, None)
        if not self.isVisible():
            self._heights_of.forget()
            return
        self._lay_out()
        for each in changed & self._cards.keys() & self._at.keys():
            self._dress_card(each)
            self._tops = []
        for _ in range(_ROUNDS):
            self._place()
            near = self._near()
            if not self._make(near):
                break
        self._place()
        self._let_go({self._key(self._rows[at]) for at in near})
        self._move()

    def _lay_out(self) -> None:
        """Work out where the passages stand, when pages moved or other annotations came, and who shares a card."""
        if self._heights_of.is_news():
            found = self._heights_of.sorted(self._known.values())
            self._all = [each for _first, each in found]
            self._firsts = [first for first, _each in found]
            self._pages = [self._heights_of.page_top(each) for each in self._all]
            self._guesses = [self._guess(each) for each in self._all]
            self._is_shared_out = False
        if not self._is_shared_out:
            self._is_shared_out = True
            self._share_out()

    def _share_out(self) -> None:
        """Give each annotation a card, or a part in one where there is a crowd."""
        current = next((at for at, each in enumerate(self._all) if each.annotation.id == self._current), -1)
        self._rows = rows_for(
            self._pages, self._guesses, self._heights_of.room, line=px(LINE), gap=px(GAP), current=current
        )
        self._at = {self._key(row): at for at, row in enumerate(self._rows)}
        first_line = px(FIRST_LINE)
        self._wanted = [self._firsts[row.first] - first_line for row in self._rows]
        self._tops = []
        for key in self._cards.keys() - self._at.keys():
            self._spare_card(key)
        for key, card in self._cards.items():
            if self._rows[self._at[key]].is_line != card.is_line:
                self._heights.pop(key, None)
                self._dress_card(key)

    def _key(self, row: Row) -> str:
        first = self._all[row.first].annotation.id
        return f"*{first}" if row.is_group else first

    def _guess(self, placed: PlacedAnnotation) -> int:
        """Return about how high a card is as a whole: the cards above it aren't made to know where it stands."""
        each = placed.annotation
        letters = max(1, self.width() // px(7))
        lines = min(_MOST_LINES, len(each.body) // letters + 1) if each.body else 2
        return px(LINE + 18 * lines + (24 if each.tags else 0))

    def _place(self) -> None:
        if len(self._tops) == len(self._rows):
            return
        line = px(LINE)
        heights = [
            self._heights.get(key) or (line if row.is_line else self._guesses[row.first])
            for key, row in zip(self._at, self._rows, strict=True)
        ]
        focus = self._at.get(self._current, -1)
        self._tops = stack(self._wanted, heights, px(GAP), focus=focus, bottom=self._heights_of.bottom)

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
        wanted = {self._key(self._rows[at]) for at in near}
        is_news = False
        for at in near:
            key = self._key(self._rows[at])
            if key not in self._cards:
                self._cards[key] = self._take(wanted)
                self._dress_card(key)
            if key not in self._heights:
                self._heights[key] = self._cards[key].sizeHint().height()
                is_news = True
        if is_news:
            self._tops = []
        return is_news

    def _take(self, wanted: set[str]) -> MarginCard:
        """Return a card that serves nobody: a spare one, one that is far off, or else a new one."""
        if self._spare:
            return self._spare.pop()
        far = next((each for each in self._cards if each not in wanted and each != self._current), None)
        return self._cards.pop(far) if far is not None else MarginCard(self)

    def _dress_card(self, key: str) -> None:
        row, card = self._rows[self._at[key]], self._cards[key]
        width = max(px(120), self.width() - px(_LEFT) - px(_RIGHT))
        card.resize(width, card.height())
        card.is_line = row.is_line
        self._dress(card, self._all[row.first : row.end], width)

    def _let_go(self, near: set[str]) -> None:
        for key in self._cards.keys() - near - {self._current}:  # that one may hold the keyboard
            self._spare_card(key)

    def _spare_card(self, key: str) -> None:
        card = self._cards.pop(key)
        card.take_desk(None)
        card.hide()
        self._spare.append(card)

    def _move(self) -> None:
        shift = self._offset - self._view.verticalScrollBar().value()
        for key, card in self._cards.items():
            height = self._heights.get(key) or card.sizeHint().height()
            card.setGeometry(px(_LEFT), round(self._tops[self._at[key]] + shift), card.width(), height)
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
        shift = self._offset - self._view.verticalScrollBar().value()
        for key, card in self._cards.items():
            yield self._wanted[self._at[key]] + px(FIRST_LINE) + shift, card

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
            self._fill()

    @override
    def showEvent(self, event: object) -> None:
        self._later.start()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the pages, and so the cards."""
        self._view.wheelEvent(event)
