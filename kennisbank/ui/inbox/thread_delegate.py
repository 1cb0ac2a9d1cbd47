"""Paints the lines of the inbox: who, when, how it begins, what is to be done; titles between them."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kennisbank.domain.correspondence import ThreadRow
from kennisbank.ui.icons import draw_icon
from kennisbank.ui.inbox.thread_rows import GroupLine, Line, MoreLine, aloud
from kennisbank.ui.inbox.words import row_badge, short_moment, who_words
from kennisbank.ui.look import LOOK, font, metrics, px, theme
from kennisbank.ui.models.feedback_words import kind_icon
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.widgets.labels import draw_badge

_Index = QModelIndex | QPersistentModelIndex
_V = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT, _PADDING, _GAP, _TITLE, _MORE = 24, 16, 10, 4, 32, 40


class ThreadDelegate(QStyledItemDelegate):
    """Each thread is as high as every other, so that thousands need no measuring."""

    def __init__(self, view: QAbstractItemView) -> None:
        """Paint for `view`."""
        super().__init__(view)
        self._view = view
        LOOK.changed.connect(self._on_look)

    def _on_look(self) -> None:
        self.sizeHintChanged.emit(QModelIndex())

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(line, ThreadRow):
            return QSize(px(120), 2 * px(_PADDING) + 2 * metrics().line(13) + 2 * px(_GAP) + px(20))
        return QSize(px(120), px(_TITLE if isinstance(line, GroupLine) else _MORE))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        painter.save()
        if isinstance(line, GroupLine):
            _paint_title(painter, rect, line)
        else:
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            is_over = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._paint_ground(painter, rect, is_chosen=is_chosen, is_over=is_over)
            if isinstance(line, MoreLine):
                painter.setFont(font(13, strong=True))
                painter.setPen(theme().accent)
                painter.drawText(rect.adjusted(px(_LEFT), 0, -px(_RIGHT), 0), _V, aloud(line))
            else:
                _paint_thread(painter, rect, line)
            if self._view.hasFocus() and index == self._view.currentIndex():
                panel(painter, rect.adjusted(2, 2, -2, -2), edge=theme().focus, radius=6, width=2)
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, rect: QRect, *, is_chosen: bool, is_over: bool) -> None:
        t = theme()
        painter.fillRect(rect, t.accent_soft if is_chosen else t.hover if is_over else t.surface)
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), t.line)
        if is_chosen:
            painter.fillRect(QRect(rect.x(), rect.y(), px(3), rect.height()), t.accent)


def _paint_title(painter: QPainter, rect: QRect, line: GroupLine) -> None:
    t = theme()
    painter.fillRect(rect, t.window)
    painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), t.line)
    room = rect.adjusted(px(16), 0, -px(_RIGHT), 0)
    used = _right(painter, room, line.edition)
    _left(painter, room.adjusted(0, 0, -used, 0), line.title, font(12, strong=True), t.text)


def _paint_thread(painter: QPainter, rect: QRect, row: ThreadRow) -> None:
    t, high = theme(), metrics().line(13)
    room = rect.adjusted(px(_LEFT), px(_PADDING), -px(_RIGHT), 0)
    first = QRect(room.x(), room.y(), room.width(), high)
    if row.is_unread:
        side = px(8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(t.accent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QRect(rect.x() + px(9), first.center().y() - side // 2 + 1, side, side))
    icon = QRect(room.x(), first.y() + (high - px(16)) // 2, px(16), px(16))
    draw_icon(painter, icon, kind_icon(row.kind), t.text_2)
    used = _right(painter, first, short_moment(row.moment, date.today()))  # noqa: DTZ011 - the reader's own day
    who = first.adjusted(px(24), 0, -used, 0)
    _left(painter, who, who_words(row.name, row.role), font(13, strong=row.is_unread), t.text)
    second = first.translated(0, high + px(_GAP))
    _left(painter, second, row.start, font(13), t.text)
    draw_badge(painter, room.x(), second.bottom() + 1 + px(_GAP), *row_badge(row))


def _right(painter: QPainter, room: QRect, words: str) -> int:
    """Write at the right, and return the room it took."""
    painter.setFont(font(12, tabular=True))
    painter.setPen(theme().text_2)
    painter.drawText(room, _V | Qt.AlignmentFlag.AlignRight, words)
    return QFontMetrics(painter.font()).horizontalAdvance(words) + px(8) if words else 0


def _left(painter: QPainter, room: QRect, words: str, face: QFont, colour: QColor) -> None:
    painter.setFont(face)
    painter.setPen(colour)
    painter.drawText(room, _V, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width()))
