"""A result card measured and laid out once for a width: what the delegate paints, and where."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from kennisbank.ui.look import font, metrics, px, theme
from kennisbank.ui.models.result_text import Flowed, flowed, utf16
from kennisbank.ui.models.search_answer import ResultRow, at_repeat
from kennisbank.ui.models.search_words import authors_line, hits_words, lacking_words, place_words, repeat_words

PADDING_X, PADDING_Y, GAP = 16, 12, 8
MOST_LINES = 3
MOST_TITLE_LINES = 2


class PassageText:
    """A passage with its marked words, wrapped to a width, at most so many lines."""

    def __init__(self, text: Flowed, width: int, most_lines: int = MOST_LINES) -> None:
        """Lay the passage out in the look in force."""
        self._line_height = metrics().line(13)
        self._text = text
        self._layout = _laid(text, width, self._line_height, most_lines)
        if self._layout.lineCount() > most_lines:
            end = self._layout.lineAt(most_lines - 1)
            cut = max(1, end.textStart() + end.textLength() - 2)
            shorter = text.text.encode("utf-16-le")[: 2 * cut].decode("utf-16-le", "ignore").rstrip(" ,;:") + "…"
            marks = tuple(span for span in text.marks if span[1] < len(shorter))
            self._text = Flowed(shorter, marks)
            self._layout = _laid(self._text, width, self._line_height, most_lines)
        self._spans = [(utf16(self._text.text, start), utf16(self._text.text, end)) for start, end in self._text.marks]
        self.height = min(self._layout.lineCount(), most_lines) * self._line_height

    def paint(self, painter: QPainter, x: int, y: int) -> None:
        """Paint it with its left top there: the words that were found stand in a box with a rule below."""
        t = theme()
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            for start, end in self._spans:
                if start < last and end > first:
                    left, right = line.cursorToX(max(start, first)), line.cursorToX(min(end, last))
                    self._box(painter, QRectF(x + _x(left) - 1, y + line.y(), _x(right) - _x(left) + 2, line.height()))
        painter.setPen(t.text)
        self._layout.draw(painter, QPointF(x, y))

    def _box(self, painter: QPainter, box: QRectF) -> None:
        t = theme()
        thin = max(1.0, px(3) / 2)
        painter.fillRect(box, t.hit)
        painter.fillRect(QRectF(box.x(), box.bottom() - thin, box.width(), thin), t.hit_line)


def _x(place: object) -> float:
    """Return the x of ``cursorToX``, which gives the cursor along in PySide."""
    return float(place[0] if isinstance(place, tuple) else place)  # type: ignore[arg-type]


def _laid(text: Flowed, width: int, line_height: int, most_lines: int) -> QTextLayout:
    layout = QTextLayout(text.text, font(13))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_marked(text.text, start, end) for start, end in text.marks])
    layout.beginLayout()
    for number in range(most_lines + 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * line_height + (line_height - line.height()) / 2))
    layout.endLayout()
    layout.setCacheEnabled(True)
    return layout


def _marked(text: str, start: int, end: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = utf16(text, start)
    found.length = utf16(text, end) - found.start
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.DemiBold)
    style.setForeground(theme().on_hit)
    found.format = style
    return found


@dataclass(frozen=True, slots=True)
class Note:
    """A run of the small line below the passage; `is_lacking`: words that stand nowhere in the contribution."""

    text: str
    is_lacking: bool = False


@dataclass(frozen=True, slots=True)
class CardLayout:
    """One card for one width and look. Lengths are pixels from the card's left top."""

    width: int
    height: int
    title: tuple[str, ...]
    line: str
    count: str
    place: str
    place_width: int
    passage: PassageText | None
    passage_y: int
    notes: tuple[Note, ...]
    notes_y: int
    badges_y: int


def card_layout(row: ResultRow, width: int) -> CardLayout:
    """Measure and lay out the card of a row."""
    inner = width - 2 * px(PADDING_X)
    values = row.contribution.metadata.values
    edition = values.edition or (str(values.year) if values.year else "")
    small = QFontMetrics(font(12, tabular=True))
    count = hits_words(row.hit)
    room = inner - small.horizontalAdvance(count) - px(16)
    behind = f"  •  {edition}" if edition else ""
    by = _elided(authors_line(row.contribution), font(13), room - QFontMetrics(font(13)).horizontalAdvance(behind))
    line = by + behind if by else edition
    title = wrapped(values.title, font(15, strong=True), inner, MOST_TITLE_LINES)
    y = px(PADDING_Y) + len(title) * metrics().line(15) + metrics().line(13)
    passage, place, place_width = None, "", 0
    passage_y = y + px(GAP)
    if row.hit.passages:
        best = row.hit.passages[0]
        place = place_words(best, row.contribution)
        strong = QFontMetrics(font(12, strong=True, tabular=True))
        place_width = min(max(px(46), strong.horizontalAdvance(place) + px(12)), inner // 3)
        passage = PassageText(flowed(best.snippet, best.marks), inner - place_width)
        y = passage_y + passage.height
    notes, notes_y = _notes(row), y + px(4)
    if notes:
        y = notes_y + metrics().line(12)
    badges_y = y + px(GAP)
    return CardLayout(
        width=width,
        height=badges_y + px(20) + px(PADDING_Y),
        title=title,
        line=_elided(line, font(13), room),
        count=count,
        place=place,
        place_width=place_width,
        passage=passage,
        passage_y=passage_y,
        notes=notes,
        notes_y=notes_y,
        badges_y=badges_y,
    )


def _notes(row: ResultRow) -> tuple[Note, ...]:
    """Return what is said below the passage: where else it stands, and which words the contribution lacks."""
    notes: list[Note] = []
    if row.hit.passages:
        best = row.hit.passages[0]
        places = dict.fromkeys(place_words(at_repeat(best, each), row.contribution) for each in best.repeats)
        notes += [Note(repeat_words(", ".join(places)))] if places else []
    if row.hit.lacking:
        before, words = lacking_words(row.hit.lacking)
        notes += [Note(f"{'  •  ' if notes else ''}{before} "), Note(words, is_lacking=True)]
    return tuple(notes)


def wrapped(text: str, face: QFont, width: int, most_lines: int) -> tuple[str, ...]:
    """Return `text` as at most so many lines, the last one ending in an ellipsis where there is no room."""
    layout = QTextLayout(text, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most_lines and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    coded = text.encode("utf-16-le")  # Qt counts in halves of it
    ends = [*starts[1:], len(coded) // 2]
    lines = (
        coded[2 * start : 2 * end].decode("utf-16-le", "ignore").strip()
        for start, end in zip(starts, ends, strict=True)
    )
    return tuple(_elided(each, face, width) for each in lines) or ("",)


def _elided(text: str, face: QFont, room: int) -> str:
    return QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, room)


def why_box(card: QRect, words: str) -> QRect:
    """Return where the link *Why* stands on a card."""
    width = QFontMetrics(font(12)).horizontalAdvance(words) + px(20)
    bottom = card.bottom() + 1 - px(PADDING_Y)
    return QRect(card.right() + 1 - px(PADDING_X) - width, bottom - px(20), width, px(20))
