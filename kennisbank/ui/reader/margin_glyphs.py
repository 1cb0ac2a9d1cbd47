"""The folded margin: a glyph for each annotation at the height of its passage."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.domain.annotation import PlacedAnnotation
from kennisbank.ui.icons import draw_icon
from kennisbank.ui.look import follow, px, theme
from kennisbank.ui.models.annotation_words import kind_icon
from kennisbank.ui.reader.margin_face import FIRST_LINE, paint_swatch
from kennisbank.ui.reader.margin_guests import MarginGuests
from kennisbank.ui.reader.margin_pages import PageCards, Spot
from kennisbank.ui.reader.page_view import PageView
from kennisbank.ui.reader.paper_annotations import PaperAnnotations

_SIDE = 24


class MarginGlyphs(QWidget):
    """A strip 24 wide. Signals: `chosen` with the id of the annotation whose glyph was pressed; `unfolded`."""

    chosen = Signal(str)
    unfolded = Signal()

    def __init__(
        self,
        view: PageView,
        annotations: PaperAnnotations,
        guests: MarginGuests | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Stand beside `view`."""
        super().__init__(parent)
        self._view, self._annotations, self._guests = view, annotations, guests or MarginGuests(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._pages = PageCards(view, lambda _placed: 0.0)
        self._spots: list[Spot] = []
        self._is_stale = True
        view.moved.connect(self.update)
        annotations.changed.connect(self._on_changed)
        self._guests.changed.connect(self._on_changed)
        follow(self, self.updateGeometry)
        self.retranslate()

    def _on_changed(self) -> None:
        self._is_stale = True  # sorted out when it shows
        self.update()

    def _seen(self) -> list[tuple[QRect, PlacedAnnotation]]:
        """Return the glyphs that show: of several at one height the first."""
        if self._is_stale:
            self._is_stale = False
            placed = (*self._annotations.placed, *self._guests.placed)
            self._pages.put(each for each in placed if each.anchor is not None and each.anchor.pieces)
        if self._pages.are_news(""):
            self._spots = self._pages.spots("")
        scroll = self._view.verticalScrollBar().value()
        shift = self.mapFromGlobal(self._view.viewport().mapToGlobal(QPoint(0, 0))).y() - scroll + px(FIRST_LINE)
        side = px(_SIDE)
        found: list[tuple[QRect, PlacedAnnotation]] = []
        for spot in self._spots:
            top = round(spot.wanted + shift) - side // 2
            if -side < top < self.height() and (not found or top >= found[-1][0].bottom()):
                found.append((QRect(0, top, side, side), spot.shown[0]))
        return found

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(_SIDE), px(200))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme()
        painter.fillRect(self.rect(), t.window)
        painter.fillRect(QRect(0, 0, 1, self.height()), t.line)
        for box, placed in self._seen():
            each = placed.annotation
            if each.id == self._annotations.current:
                painter.fillRect(box, t.accent_soft)
            inner = QRect(0, 0, px(16), px(16))
            inner.moveCenter(box.center())
            if each.colour and kind_icon(each.kind) == "marker":
                paint_swatch(painter, inner.adjusted(0, px(1), 0, -px(1)), each.colour)
            else:
                guest = self._guests.content(each.id)
                draw_icon(painter, inner, guest.icon if guest is not None else kind_icon(each.kind), t.text_2)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        hit = next((each for box, each in self._seen() if box.contains(at)), None)
        if hit is not None:
            self.chosen.emit(hit.annotation.id)
        else:
            self.unfolded.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.unfolded.emit()
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._view.wheelEvent(event)

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        self.setAccessibleName(self.tr("Margin, folded: press Enter to unfold it"))
        self.setToolTip(self.tr("Unfold the margin (Ctrl+M)"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
