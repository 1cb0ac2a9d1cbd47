"""A paragraph of plain text, laid out in the design's line height, with links that can be pressed."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from kennisbank.ui.look import theme
from kennisbank.ui.models.margin_words import links_in

_LINE_END = "\u2028"
_ELLIPSIS = "…"


class LaidText:
    """Text in a width, at most so many lines; the last one ends in an ellipsis when there is more."""

    def __init__(self, text: str, font: QFont, width: float, line: int, most: int = 0) -> None:
        """Lay out `text` in lines `line` pixels high, at most `most` of them (0: all)."""
        # Qt counts in UTF-16, where an emoji is two.
        self._links = [(_units(text[:start]), _units(text[:end]), link) for start, end, link in links_in(text)]
        self._line = line
        self._layout = QTextLayout(text.replace("\n", _LINE_END), font)
        self._layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats([_link_format(start, end) for start, end, _address in self._links])
        self._metrics = QFontMetricsF(font)
        self.count, self.is_cut = 0, False
        self._lay_out(max(1.0, width), most)
        self.height = self.count * line
        self._rest = _from_unit(text, self._last_start).split("\n", 1)[0] if self.is_cut else ""
        self._width = width

    def _lay_out(self, width: float, most: int) -> None:
        lead = (self._line - self._metrics.height()) / 2
        self._layout.beginLayout()
        self._last_start = 0
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            if most and self.count == most:
                self.is_cut = True
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, self.count * self._line + lead))
            self._last_start = line.textStart()
            self.count += 1
        self._layout.endLayout()

    def draw(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Draw with the left top there."""
        painter.setPen(colour)
        shown = self.count - 1 if self.is_cut else self.count
        for number in range(shown):
            self._layout.lineAt(number).draw(painter, at)
        if self.is_cut:
            painter.setFont(self._layout.font())
            words = self._rest + _ELLIPSIS
            if self._metrics.horizontalAdvance(words) > self._width:
                words = self._metrics.elidedText(self._rest, Qt.TextElideMode.ElideRight, self._width)
            baseline = (
                (self.count - 1) * self._line + (self._line - self._metrics.height()) / 2 + self._metrics.ascent()
            )
            painter.drawText(QPointF(at.x(), at.y() + baseline), words)

    def link_at(self, at: QPointF) -> str:
        """Return the address of the link at a place, from the left top; empty when there is none."""
        number = int(at.y() // self._line)
        if not self._links or not 0 <= number < self.count:
            return ""
        line = self._layout.lineAt(number)
        if not 0 <= at.x() <= line.naturalTextWidth():
            return ""
        position = line.xToCursor(at.x(), QTextLine.CursorPosition.CursorOnCharacter)
        return next((address for start, end, address in self._links if start <= position < end), "")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _from_unit(text: str, start: int) -> str:
    """Return what stands from this place on, counted in UTF-16."""
    return text.encode("utf-16-le", "surrogatepass")[2 * start :].decode("utf-16-le", "replace")


def _link_format(start: int, end: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, end - start
    look = QTextCharFormat()
    look.setForeground(theme().accent)
    look.setFontUnderline(True)
    made.format = look
    return made
