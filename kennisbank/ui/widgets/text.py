"""Words on the screen: labels in the five sizes, labels that elide, key hints."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.ui.look import LOOK, follow, font, px, theme
from kennisbank.ui.metrics import BODY, FontSize
from kennisbank.ui.painting.shapes import panel

_ROLES = {
    "text": QPalette.ColorRole.WindowText,
    "text_2": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Link,
    "bad": QPalette.ColorRole.BrightText,
}


def plain_tip(text: str) -> str:
    """Return what shows `text` as it is in a tooltip, which takes what looks like mark-up for that.

    Names and links come from others: a picture in one would be fetched from wherever it says, by whoever points at it.
    """
    return f"<span>{escape(text)}</span>" if "<" in text or "&lt" in text else text


_MEASURED: dict[tuple[object, ...], QSize] = {}
"""How large texts are, by all that it follows from. Measuring a text that wraps lays it out five times and more; the
same words stand in many places, and come back with every view, every size of the window and every thread."""
_MOST_MEASURED = 20_000


class Text(QLabel):
    """A label in one of the five sizes; it wraps when `wraps`, and its words can be selected when `selectable`."""

    def __init__(
        self,
        text: str = "",
        size: FontSize = BODY,
        *,
        strong: bool = False,
        tone: str = "text",
        wraps: bool = False,
        selectable: bool = False,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show `text`, plain; `tone` is text, text_2, accent or bad."""
        super().__init__(parent)
        self._plain, self._size, self._face, self._written = "", size, "", ""
        self.setTextFormat(Qt.TextFormat.RichText if wraps else Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setForegroundRole(_ROLES[tone])
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._strong, self._tabular = strong, tabular
        self._manner = (wraps, selectable)
        self.setText(text)
        follow(self, self._scale)

    @override
    def setText(self, text: str) -> None:
        """Show `text`, always as plain text: what looks like mark-up is shown as it is."""
        self._plain = text
        if self.wordWrap():
            # The only way to give a label the design's line height; the text itself is escaped.
            lines = escape(text, quote=False).replace("\n", "<br>")
            self._written = f'<div style="line-height:{LOOK.metrics.line(self._size)}px">{lines}</div>'
        else:
            self._written = text
        super().setText(self._written)

    @override
    def text(self) -> str:
        """Return the plain text."""
        return self._plain

    def _scale(self) -> None:
        face = font(self._size, strong=self._strong, tabular=self._tabular)
        self._face = f"{face.key()} {self._tabular}"
        self.setFont(face)
        if self.wordWrap():
            self.setText(self._plain)

    def set_tone(self, tone: str) -> None:
        """Change the colour: text, text_2, accent or bad."""
        self.setForegroundRole(_ROLES[tone])

    @override
    def sizeHint(self) -> QSize:
        return self._measured("hint", super().sizeHint)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._measured("least", super().minimumSizeHint)

    @override
    def heightForWidth(self, width: int) -> int:
        return self._measured(width, lambda: QSize(0, super(Text, self).heightForWidth(width))).height()

    def _measured(self, what: object, measure: Callable[[], QSize]) -> QSize:
        """Return a size as Qt measures it, measured once."""
        margins = self.contentsMargins()
        around = (margins.left(), margins.top(), margins.right(), margins.bottom())
        key = (what, self._written, self._face, self._manner, self.wordWrap(), around)
        size = _MEASURED.get(key)
        if size is None:
            if len(_MEASURED) >= _MOST_MEASURED:
                _MEASURED.clear()
            size = _MEASURED[key] = measure()
        return QSize(size)


class Elided(QWidget):
    """One line of text that ends in an ellipsis where there is no room; the whole is its tooltip and its name."""

    def __init__(
        self,
        text: str = "",
        size: FontSize = BODY,
        *,
        strong: bool = False,
        tone: str = "text",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        """Show `text`; `tone` is a token of the theme."""
        super().__init__(parent)
        self._text, self._size, self._strong, self._tone, self._mode = text, size, strong, tone, mode
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_text(text)
        follow(self, self.updateGeometry)

    @property
    def text(self) -> str:
        """Return the whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(text))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self._text) + 2, max(metrics.height(), px(20)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(24), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(getattr(theme(), self._tone))
        words = painter.fontMetrics().elidedText(self._text, self._mode, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _font(self) -> QFont:
        return font(self._size, strong=self._strong)


class KeyHint(QWidget):
    """A key in a little box (``Ctrl L``), beside what it does. Decoration: the key is in the control's description."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        """Show `keys` as they stand on the keyboard."""
        super().__init__(parent)
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(keys)
        follow(self, self.updateGeometry)

    def set_keys(self, keys: str) -> None:
        """Show other keys."""
        self._keys = keys
        self.setAccessibleName(keys)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(font(12)).horizontalAdvance(self._keys) + px(14), px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        panel(painter, self.rect(), fill=theme().window, edge=theme().line, radius=4)
        painter.setFont(font(12))
        painter.setPen(theme().text_2)
        painter.drawText(QRect(self.rect()), Qt.AlignmentFlag.AlignCenter, self._keys)
