"""The face of a card in the margin: what is painted of an annotation, and how much room that takes."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath

from kennisbank.ui.icons import draw_icon
from kennisbank.ui.look import LOOK, font, px, theme
from kennisbank.ui.models.annotation_words import mark_number
from kennisbank.ui.models.margin_words import CardContent
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.reader.margin_text import LaidText
from kennisbank.ui.reader.mark_painter import Inks, inks, paint_rule
from kennisbank.ui.theme import BadgeTone
from kennisbank.ui.widgets.labels import badge_width, draw_badge

PAD_TOP, PAD_LEFT, PAD_RIGHT, PAD_BOTTOM = 8, 16, 12, 8
HEADER = 20
FIRST_LINE = PAD_TOP + HEADER / 2
"""Units from the top of a card to the middle of its first line, which stands at the height of its passage."""
_BODY_LINES, _QUOTE_LINES = 8, 2
_EDGE = 4
_STATE_ICONS = {"moved": "forward", "changed": "pencil", "gone": "warn"}


@dataclass(frozen=True, slots=True)
class FaceStyle:
    """How much of an annotation its card shows."""

    is_whole: bool = False
    """All of the text: the card at hand."""
    is_line: bool = False
    """Its name only: in a crowd."""
    is_edited: bool = False
    """Its text and tags stand in fields below instead."""


class CardFace:
    """What is painted of one annotation in a width, in device-independent pixels."""

    def __init__(self, content: CardContent, width: int, style: FaceStyle = FaceStyle()) -> None:
        """Lay everything out."""
        self.content, self.style, self._width = content, style, width
        room = width - px(PAD_LEFT) - px(PAD_RIGHT)
        self._room = room
        self._body = self._quote = None
        line = LOOK.metrics.line(13)
        whole = style.is_whole
        if not (style.is_line or style.is_edited) and content.body:
            self._body = LaidText(content.body, font(13), room, line, 0 if whole else _BODY_LINES)
        elif not style.is_line and content.quote and not content.body:
            self._quote = LaidText(
                content.quote, font(12), room - px(10), LOOK.metrics.line(12), 0 if whole else _QUOTE_LINES
            )
        self._tags = [] if style.is_line or style.is_edited else _tag_lines(content.tags, room)
        self._body_top = 0
        self.height = self._measure()

    def _measure(self) -> int:
        y = px(PAD_TOP) + px(HEADER)
        if not self.style.is_line:
            y += px(16) if self.content.author else 0
            y += px(24) if self.content.state_words else 0
            y += px(2) if self._body or self._quote else 0
            self._body_top = y
            y += self._body.height if self._body else self._quote.height if self._quote else 0
            y += len(self._tags) * px(24)
        return y + px(PAD_BOTTOM)

    def link_at(self, at: QPointF) -> str:
        """Return the address of the link at a place on the card; empty when there is none."""
        return self._body.link_at(at - QPointF(px(PAD_LEFT), self._body_top)) if self._body else ""

    def paint(self, painter: QPainter, rect: QRect, *, is_current: bool, is_hovered: bool) -> None:
        """Paint the card on `rect`, which may be higher than the face: fields stand below it."""
        t, content = theme(), self.content
        edge = t.accent if is_current else t.line_strong if is_hovered else t.line
        panel(painter, rect, fill=t.surface, edge=edge, radius=8, width=2 if is_current else 1)
        _paint_edge(painter, rect, line_of(content))
        top = px(PAD_TOP)
        self._paint_header(painter, QRect(px(PAD_LEFT), top, self._room, px(HEADER)))
        if self.style.is_line:
            return
        y = top + px(HEADER)
        if content.author:
            painter.setFont(font(12))
            painter.setPen(t.text_2)
            words = painter.fontMetrics().elidedText(content.author, Qt.TextElideMode.ElideRight, self._room)
            painter.drawText(QRect(px(PAD_LEFT), y, self._room, px(16)), Qt.AlignmentFlag.AlignVCenter, words)
            y += px(16)
        if content.state_words:
            tone: BadgeTone = "bad" if content.state == "gone" else "warn"
            draw_badge(painter, px(PAD_LEFT), y + px(2), content.state_words, tone, _STATE_ICONS.get(content.state, ""))
        left = px(PAD_LEFT)
        if self._body:
            self._body.draw(painter, QPointF(left, self._body_top), t.text)
            y = self._body_top + self._body.height
        elif self._quote:
            painter.fillRect(QRect(left, self._body_top, px(2), self._quote.height), t.line)
            self._quote.draw(painter, QPointF(left + px(10), self._body_top), t.text_2)
            y = self._body_top + self._quote.height
        else:
            y = self._body_top
        for row in self._tags:
            x = left
            for tag in row:
                x += draw_badge(painter, x, y + px(4), tag, "accent") + px(4)
            y += px(24)

    def _paint_header(self, painter: QPainter, box: QRect) -> None:
        t, content = theme(), self.content
        x = box.x()
        if content.has_swatch:
            paint_swatch(painter, QRect(x, box.y() + px(4), px(16), px(12)), content.colour)
            x += px(24)
        if not content.has_swatch or content.name_says_kind:
            draw_icon(painter, QRect(x, box.y() + px(2), px(16), px(16)), content.icon, t.text_2)
            x += px(24)
        painter.setFont(font(12))
        aside = content.aside if content.is_told else ""
        room = QFontMetrics(font(12)).horizontalAdvance(aside)
        painter.setPen(t.bad if content.is_bad else t.text_2)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, aside)
        painter.setFont(font(13, strong=True))
        painter.setPen(t.text)
        name = QRect(x, box.y(), box.right() - x - room - px(8), box.height())
        words = painter.fontMetrics().elidedText(content.name, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, words)
        rest = content.body or content.quote if self.style.is_line else ""
        if rest:
            used = painter.fontMetrics().horizontalAdvance(words) + px(8)
            painter.setFont(font(12))
            painter.setPen(t.text_2)
            name.setLeft(name.left() + used)
            words = painter.fontMetrics().elidedText(
                rest.replace("\n", " "), Qt.TextElideMode.ElideRight, max(0, name.width())
            )
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, words)


def line_of(content: CardContent) -> QColor:
    """Return the colour of the left edge of a card, and of what leads from it to the passage."""
    if content.icon == "feedback":
        return theme().accent
    return card_inks(content.colour).line if content.colour else theme().line_strong


def card_inks(colour: str) -> Inks:
    """Return the colours of a mark on a card: those of the theme, whatever the paper is like."""
    number = mark_number(colour)
    if not number:
        return inks(colour, night=theme().is_dark)
    return Inks(theme().mark(number), theme().mark_line(number), number - 1)


def paint_swatch(painter: QPainter, box: QRect, colour: str) -> None:
    """Paint a small sample of a mark: its fill, and its rule below."""
    ink = card_inks(colour)
    painter.fillRect(box.adjusted(0, 0, 0, -px(3)), ink.fill)
    paint_rule(painter, QRectF(box).adjusted(0, 0, 0, -px(2)), ink, px(3) / 2)


def _paint_edge(painter: QPainter, rect: QRect, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect), px(8), px(8))
    painter.setClipPath(path)
    painter.fillRect(QRect(rect.x(), rect.y(), px(_EDGE), rect.height()), colour)
    painter.restore()


def _tag_lines(tags: tuple[str, ...], room: int) -> list[list[str]]:
    """Return tags in lines that fit; one that is too long for a line stands by itself, shortened."""
    lines: list[list[str]] = []
    left = 0
    for tag in tags:
        words = (
            tag
            if badge_width(tag) <= room
            else QFontMetrics(font(12)).elidedText(tag, Qt.TextElideMode.ElideRight, room - px(12))
        )
        width = badge_width(words)
        if not lines or width > left:
            lines.append([])
            left = room
        lines[-1].append(words)
        left -= width + px(4)
    return lines
