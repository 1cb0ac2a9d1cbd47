"""Paints what a reader wrote: its mark and place, the paper, the passage behind a rule, the note, tags and state."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kennisbank.domain.ids import AnnotationId
from kennisbank.ui.icons import draw_icon
from kennisbank.ui.language import day
from kennisbank.ui.look import LOOK, font, metrics, px, theme
from kennisbank.ui.models.annotation_words import kind_icon, name_words, quote_words, state_words, writer_words
from kennisbank.ui.models.reaction_rows import ReactionRows
from kennisbank.ui.models.reactions import Reaction
from kennisbank.ui.models.result_text import Flowed
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.reader.mark_painter import inks, paint_rule
from kennisbank.ui.views.result_layout import PassageText
from kennisbank.ui.widgets.labels import badge_width, draw_badge

_Index = QModelIndex | QPersistentModelIndex
_V = Qt.AlignmentFlag.AlignVCenter
_PADDING_X, _PADDING_Y, _GAP, _EDGE, _BETWEEN, _INSET = 16, 12, 8, 4, 8, 12
_QUOTE_LINES, _BODY_LINES = 2, 4


@dataclass(frozen=True, slots=True)
class _Card:
    """One card for one width. `height` is in pixels, without the room between cards."""

    width: int
    height: int
    quote: PassageText | None
    body: PassageText | None
    has_foot: bool


class ReactionDelegate(QStyledItemDelegate):
    """Paints and measures cards; layouts are kept as long as width, look and language are the same."""

    def __init__(self, view: QAbstractItemView, rows: ReactionRows) -> None:
        """Paint `rows` for `view`."""
        super().__init__(view)
        self._view, self._rows = view, rows
        self._cards: dict[AnnotationId, tuple[Reaction, _Card]] = {}
        LOOK.changed.connect(self.forget)

    def forget(self) -> None:
        """Lay all cards out anew."""
        self._cards.clear()
        self.sizeHintChanged.emit(QModelIndex())

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        card = self._card(index.data(Qt.ItemDataRole.UserRole), self._view.viewport().width() - 2 * px(_EDGE))
        return QSize(px(120), card.height + px(_BETWEEN))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        each: Reaction = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        box = rect.adjusted(px(_EDGE), px(_EDGE), -px(_EDGE), px(_EDGE) - px(_BETWEEN))
        card = self._card(each, box.width())
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        t = theme()
        painter.save()
        edge = t.accent if is_chosen else t.line_strong if over else t.line
        panel(painter, box, fill=t.surface, edge=edge, radius=8, width=2 if is_chosen else 1)
        if index == self._view.currentIndex() and self._view.hasFocus():
            panel(painter, box.adjusted(-4, -4, 4, 4), edge=t.focus, radius=12, width=2)
        y = self._paint_head(painter, box, each)
        x = box.x() + px(_PADDING_X)
        if card.quote is not None:
            rule = QRect(x, y, px(3), card.quote.height)
            painter.fillRect(rule, inks(each.annotation.colour, night=t.is_dark).line)
            card.quote.paint(painter, x + px(_INSET), y)
            y += card.quote.height + px(_GAP)
        if card.body is not None:
            card.body.paint(painter, x, y)
            y += card.body.height + px(_GAP)
        if card.has_foot:
            self._paint_foot(painter, QRect(x, y, box.width() - 2 * px(_PADDING_X), px(20)), each)
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRect, each: Reaction) -> int:
        """Paint the two lines on top, and return where what follows begins."""
        t, note = theme(), each.annotation
        left, top = box.x() + px(_PADDING_X), box.y() + px(_PADDING_Y)
        inner, height = box.width() - 2 * px(_PADDING_X), metrics().line(13)
        swatch = QRect(left, top + (height - px(14)) // 2, px(22), px(14))
        if note.colour and note.kind in {"highlight", "underline", "area"}:
            ink = inks(note.colour, night=t.is_dark)
            painter.fillRect(swatch, ink.fill)
            paint_rule(painter, QRectF(swatch).adjusted(0, 0, 0, -2), ink, px(3) / 2)
        else:
            draw_icon(
                painter, QRect(left, top + (height - px(16)) // 2, px(16), px(16)), kind_icon(note.kind), t.text_2
            )
        right = day(note.modified)
        painter.setFont(font(12, tabular=True))
        date_width = QFontMetrics(painter.font()).horizontalAdvance(right)
        painter.setPen(t.text_2)
        painter.drawText(QRect(left, top, inner, height), _V | Qt.AlignmentFlag.AlignRight, right)
        x = left + px(30)
        name = name_words(note)
        painter.setFont(font(13, strong=True))
        painter.setPen(t.text)
        painter.drawText(QRect(x, top, inner, height), _V, name)
        x += painter.fontMetrics().horizontalAdvance(name) + px(8)
        rest = "  •  ".join(part for part in (self._rows.place_words(each), writer_words(note.creator)) if part)
        painter.setFont(font(13))
        painter.setPen(t.text_2)
        room = left + inner - date_width - px(8) - x
        words = painter.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(x, top, room, height), _V, words)
        top += height + px(2)
        title = painter.fontMetrics().elidedText(self._rows.title_words(each), Qt.TextElideMode.ElideRight, inner)
        painter.drawText(QRect(left, top, inner, height), _V, title)
        return top + height + px(_GAP)

    def _paint_foot(self, painter: QPainter, room: QRect, each: Reaction) -> None:
        x = room.x()
        state = state_words(each.anchor.state) if each.anchor is not None else ""
        if state:
            x += draw_badge(painter, x, room.y(), state, "warn", "warn") + px(8)
        for tag in each.annotation.tags:
            if x + badge_width(tag, "tag") > room.right():
                break  # all of them are in what is read aloud
            x += draw_badge(painter, x, room.y(), tag, "quiet", "tag") + px(8)

    def _card(self, each: Reaction, width: int) -> _Card:
        kept = self._cards.get(each.annotation.id)
        if kept is None or kept[0] is not each or kept[1].width != width:
            kept = self._cards[each.annotation.id] = (each, _laid_out(each, width))
        return kept[1]


def _laid_out(each: Reaction, width: int) -> _Card:
    inner = width - 2 * px(_PADDING_X)
    quote, body = " ".join(quote_words(each.annotation).split()), " ".join(each.annotation.body.split())
    cited = PassageText(Flowed(quote), inner - px(_INSET), _QUOTE_LINES) if quote else None
    said = PassageText(Flowed(body), inner, _BODY_LINES) if body else None
    state = state_words(each.anchor.state) if each.anchor is not None else ""
    has_foot = bool(each.annotation.tags or state)
    height = 2 * px(_PADDING_Y) + 2 * metrics().line(13) + px(2)
    height += sum(part.height + px(_GAP) for part in (cited, said) if part is not None)
    height += px(20) + px(_GAP) if has_foot else 0
    return _Card(width, height, cited, said, has_foot)
