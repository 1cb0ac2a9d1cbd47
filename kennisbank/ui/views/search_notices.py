"""Lines above the results that say how the answer came about, each with a link that asks otherwise."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from kennisbank.ui.look import follow, font, px
from kennisbank.ui.models.search_answer import Answer
from kennisbank.ui.models.search_notices import AnswerNotice, notices
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Picture
from kennisbank.ui.widgets.layouts import Column, Row, clear_layout
from kennisbank.ui.widgets.text import Text

_WIDEST = (1 << 24) - 1
"""Qt's own: no limit."""
_ICONS = {"new": "bell", "relaxed": "info", "replaced": "sync", "suggestion": "search"}


class SearchNotices(QWidget):
    """Hidden while the answer is simply what was asked for."""

    instead = Signal(object)
    """Something else is to be asked; with the `Asked`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to say."""
        super().__init__(parent)
        self._answer: Answer | None = None
        self._said: tuple[AnswerNotice, ...] = ()
        self._lines = Column(self, spacing=4)

    @property
    def said(self) -> tuple[AnswerNotice, ...]:
        """Return what is said."""
        return self._said

    def show_answer(self, answer: Answer | None) -> None:
        """Say what there is to say of `answer`."""
        self._answer = answer
        said = notices(answer) if answer is not None else ()
        if said != self._said:
            self._said = said
            self._show()

    def retranslate(self) -> None:
        """Say it anew, in the language in force."""
        self.show_answer(self._answer)

    def _show(self) -> None:
        clear_layout(self._lines)
        for each in self._said:
            self._lines.addWidget(self._line(each))
        if self.parentWidget() is not None:
            self.setVisible(bool(self._said))

    def _line(self, notice: AnswerNotice) -> QWidget:
        line = _Line(notice)
        line.button.clicked.connect(lambda: self.instead.emit(notice.instead))
        return line


class _Line(QWidget):
    """An icon, a sentence, and a link behind it where it fits, else below it."""

    def __init__(self, notice: AnswerNotice) -> None:
        super().__init__()
        self._text = Text(notice.text, wraps=True)
        self.button = Button(notice.button, "link", small=True)
        self.button.setAccessibleDescription(notice.text)
        row = Row(self, spacing=6)
        row.addWidget(Picture(_ICONS[notice.kind], "text_2", 20), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Row(spacing=6)
        self._words.addWidget(self._text, 1000)
        self._words.addWidget(self.button)
        self._words.addStretch(1)
        row.addLayout(self._words, 1)
        if not notice.button:
            self.button.hide()
        follow(self, self._fit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        direction = QBoxLayout.Direction
        words = QFontMetrics(font(13)).horizontalAdvance(self._text.text())
        fits = words + self.button.sizeHint().width() + px(40) <= self.width()
        self._words.setDirection(direction.LeftToRight if fits else direction.TopToBottom)
        self._text.setMaximumWidth(words + px(4) if fits else _WIDEST)
        self._words.setAlignment(self.button, Qt.AlignmentFlag.AlignLeft)
        self.updateGeometry()
