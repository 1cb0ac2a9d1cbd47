"""Paints a result: a card with the title, who wrote it and where, and the sentence that was searched for."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kennisbank.domain.ids import ContributionId
from kennisbank.domain.reading import ReadingState
from kennisbank.ui.icons import draw_icon
from kennisbank.ui.look import LOOK, font, metrics, px, theme
from kennisbank.ui.models.download_state import DownloadKind, DownloadState
from kennisbank.ui.models.reading_words import STATE_ICONS, state_words
from kennisbank.ui.models.result_rows import DOWNLOAD_ROLE, STATE_ROLE
from kennisbank.ui.models.search_answer import ResultRow
from kennisbank.ui.models.search_words import kind_icon, kind_words, machine_words, new_words
from kennisbank.ui.models.withdrawn_words import withdrawn_badge
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.theme import BadgeTone
from kennisbank.ui.views.result_layout import PADDING_X, PADDING_Y, CardLayout, card_layout, why_box
from kennisbank.ui.widgets.labels import badge_width, draw_badge

_Index = QModelIndex | QPersistentModelIndex
_V = Qt.AlignmentFlag.AlignVCenter
_FETCH_ICONS: dict[DownloadKind, str] = {
    "offered": "download",
    "wanted": "x",
    "failed": "sync",
    "here": "",
    "newer": "download",
}
BETWEEN = 8
"""Room below each card, in units of the design."""
EDGE = 4
"""Room beside and above a card, in which the ring of the focus stands."""


class ResultDelegate(QStyledItemDelegate):
    """Paints and measures cards; layouts are kept for each row as long as width, look and language are the same."""

    why_asked = Signal(object)
    """The link *Why* of a row was pressed; with the `QModelIndex`."""

    fetch_asked = Signal(object)
    """The link that brings a row from the archive was pressed; with the `QModelIndex`."""

    def __init__(self, view: QAbstractItemView) -> None:
        """Paint for `view`."""
        super().__init__(view)
        self._view = view
        self._width = 0
        self._sizes: dict[int, QSize] = {}
        self._cards: dict[ContributionId, tuple[ResultRow, CardLayout]] = {}
        LOOK.changed.connect(self.forget)

    def forget(self) -> None:
        """Lay all cards out anew: the look or the language is another now."""
        self._cards.clear()
        self._sizes.clear()
        self.sizeHintChanged.emit(QModelIndex())

    def keep_only(self, rows: frozenset[ContributionId]) -> None:
        """Let go of the layouts of other contributions than these."""
        self._sizes.clear()
        self._cards = {key: card for key, card in self._cards.items() if key in rows}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        if width != self._width:
            self._width = width
            self._sizes.clear()
        size = self._sizes.get(index.row())  # Qt asks for all of them again and again
        if size is None:
            height = self._card(index, width - 2 * px(EDGE)).height + px(BETWEEN)
            size = self._sizes[index.row()] = QSize(px(120), height)
        return size

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: ResultRow = index.data(Qt.ItemDataRole.UserRole)
        box = self._box(option)
        card = self._card(index, box.width())
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        t = theme()
        painter.save()
        edge = t.accent if is_current else t.line_strong if over else t.line
        panel(painter, box, fill=t.surface, edge=edge, radius=8, width=2 if is_current else 1)
        if is_current and self._view.hasFocus():
            panel(painter, box.adjusted(-4, -4, 4, 4), edge=t.focus, radius=12, width=2)
        self._paint_words(painter, box, card)
        self._paint_notes(painter, box, card)
        state = index.data(STATE_ROLE)
        download = index.data(DOWNLOAD_ROLE)
        why = why_box(box, self.why_words())
        right = self._paint_link(painter, why, "question", self.why_words(), over=over and self._is_over(why))
        act = _act(row, download)
        if act:
            fetch = self._fetch_box(box, act)
            right = self._paint_link(
                painter, fetch, _FETCH_ICONS[download.kind], act, over=over and self._is_over(fetch)
            )
        self._paint_foot(painter, box, card, _badges(row, state, download), right)
        painter.restore()

    @override
    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        is_released = event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent)
        if is_released and why_box(self._box(option), self.why_words()).contains(_place(event)):
            self.why_asked.emit(index)
            return True
        act = _act(index.data(Qt.ItemDataRole.UserRole), index.data(DOWNLOAD_ROLE)) if is_released else ""
        if act and self._fetch_box(self._box(option), act).contains(_place(event)):
            self.fetch_asked.emit(index)
            return True
        return super().editorEvent(event, model, option, index)

    def why_words(self) -> str:
        """Return the words of the link."""
        return self.tr("Why")

    def _box(self, option: QStyleOptionViewItem) -> QRect:
        rect: QRect = option.rect
        return rect.adjusted(px(EDGE), px(EDGE), -px(EDGE), px(EDGE) - px(BETWEEN))

    def _card(self, index: _Index, width: int) -> CardLayout:
        row: ResultRow = index.data(Qt.ItemDataRole.UserRole)
        kept = self._cards.get(row.id)
        if kept is None or kept[0] is not row or kept[1].width != width:
            kept = self._cards[row.id] = (row, card_layout(row, width))
        return kept[1]

    def _paint_words(self, painter: QPainter, box: QRect, card: CardLayout) -> None:
        t = theme()
        left, top = box.x() + px(PADDING_X), box.y() + px(PADDING_Y)
        inner = box.width() - 2 * px(PADDING_X)
        title_height, line_height = metrics().line(15), metrics().line(13)
        painter.setPen(t.text)
        painter.setFont(font(15, strong=True))
        for words in card.title:
            painter.drawText(QRect(left, top, inner, title_height), _V, words)
            top += title_height
        line = QRect(left, top, inner, line_height)
        painter.setPen(t.text_2)
        painter.setFont(font(13))
        painter.drawText(line, _V, card.line)
        painter.setFont(font(12, tabular=True))
        painter.drawText(line, _V | Qt.AlignmentFlag.AlignRight, card.count)
        if card.passage is None:
            return
        y = box.y() + card.passage_y
        painter.setFont(font(12, strong=True, tabular=True))
        painter.drawText(QRect(left, y, card.place_width - px(4), line_height), _V, card.place)
        card.passage.paint(painter, left + card.place_width, y)

    def _paint_notes(self, painter: QPainter, box: QRect, card: CardLayout) -> None:
        """Paint the small line below the passage; what is lacking is struck through."""
        x, right = box.x() + px(PADDING_X) + card.place_width, box.right() - px(PADDING_X)
        painter.setPen(theme().text_2)
        for note in card.notes:
            face = font(12)
            face.setStrikeOut(note.is_lacking)
            painter.setFont(face)
            words = painter.fontMetrics().elidedText(note.text, Qt.TextElideMode.ElideRight, right - x + 2)
            width = painter.fontMetrics().horizontalAdvance(words)
            painter.drawText(QRect(x, box.y() + card.notes_y, width + 2, metrics().line(12)), _V, words)
            x += width

    def _paint_foot(
        self, painter: QPainter, box: QRect, card: CardLayout, badges: Iterator[tuple[str, BadgeTone, str]], right: int
    ) -> None:
        """Paint the badges at the left, as far as there is room before the links."""
        x, y = box.x() + px(PADDING_X), box.y() + card.badges_y
        for words, tone, icon_name in badges:
            if x + badge_width(words, icon_name) > right - px(8):
                break  # what is painted here is in what is read aloud too
            x += draw_badge(painter, x, y, words, tone, icon_name) + px(8)

    @staticmethod
    def _paint_link(painter: QPainter, at: QRect, icon_name: str, words: str, *, over: bool) -> int:
        """Paint a link; return where it begins."""
        colour = theme().accent_2 if over else theme().accent
        draw_icon(painter, QRect(at.x(), at.y() + px(2), px(16), px(16)), icon_name, colour)
        painter.setPen(colour)
        face = font(12)
        face.setUnderline(over)
        painter.setFont(face)
        painter.drawText(at.adjusted(px(20), 0, 2, 0), _V, words)
        return at.x()

    def _fetch_box(self, box: QRect, words: str) -> QRect:
        """Return where the link stands that brings a paper: at the left of the other one."""
        why = why_box(box, self.why_words())
        width = QFontMetrics(font(12)).horizontalAdvance(words) + px(20)
        return QRect(why.x() - px(16) - width, why.y(), width, why.height())

    def _is_over(self, box: QRect) -> bool:
        return box.contains(self._view.viewport().mapFromGlobal(self._view.cursor().pos()))


def _act(row: ResultRow, download: DownloadState | None) -> str:
    """Return the words of what can be done about a row's files; empty for nothing."""
    return download.act if download is not None and row.contribution.withdrawn is None else ""


def _badges(
    row: ResultRow, state: ReadingState | None, download: DownloadState | None
) -> Iterator[tuple[str, BadgeTone, str]]:
    """Return the words, tone and icon of each badge: what one must know first."""
    values, is_withdrawn = row.contribution.metadata.values, row.contribution.withdrawn is not None
    if is_withdrawn:
        yield withdrawn_badge(), "warn", "warn"
    if row.is_new:
        yield new_words(), "accent", ""
    if state is not None:
        yield state_words(state), "quiet", STATE_ICONS[state]
    if download is not None and download.kind != "here" and not is_withdrawn:
        yield download.words, download.tone, download.icon
    if values.language:
        yield values.language, "quiet", ""
    if values.kind:
        yield kind_words(values.kind), "quiet", kind_icon(values.kind)
    if row.hit.passages and row.hit.passages[0].is_read_by_machine:
        yield machine_words(), "quiet", "eye"
    if download is not None and download.kind == "here":
        yield download.words, "quiet", download.icon


def _place(event: Any) -> Any:
    return event.position().toPoint()
