"""One line that says how the query was read, and below it each part that could not be read, pointed at."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from kennisbank.domain.results import NotUnderstood
from kennisbank.search.parser import parse
from kennisbank.ui.look import follow, font, theme
from kennisbank.ui.models.search_reading import is_plain, said
from kennisbank.ui.models.search_words import reason_words
from kennisbank.ui.widgets.cards import Picture
from kennisbank.ui.widgets.layouts import Column, Row

_MOST_REMARKS = 2
_AROUND = 18
"""Characters of the query shown on each side of the part that is pointed at."""


class QueryLine(QWidget):
    """Hidden as long as there is nothing to explain."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._query: str = ""
        self._remarks: tuple[NotUnderstood, ...] = ()
        self._read = _rich()
        self._warning = _rich()
        self._warn_box = QWidget(self)
        row = Row(self._warn_box, spacing=6)
        row.addWidget(Picture("warn", "warn", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._warning, 1)
        Column(self, spacing=4).add_all(self._read, self._warn_box)
        follow(self, self.retranslate)

    def show_query(self, query: str, remarks: Sequence[NotUnderstood]) -> None:
        """Explain `query`, with the parts of it that were not understood."""
        if (query, tuple(remarks)) != (self._query, self._remarks):
            self._query, self._remarks = query, tuple(remarks)
            self.retranslate()

    def retranslate(self) -> None:
        """Say it anew, in the language and the look in force."""
        tree = parse(self._query).tree
        runs = [] if is_plain(tree) and " " not in self._query.strip() else said(tree)
        words = "".join(_bold(run.text) if run.is_asked else escape(run.text) for run in runs)
        self._read.setText(self.tr("Read as {query}").format(query=words) if words else "")
        self._read.setVisible(bool(words))
        self._warning.setText("<br>".join(self._remark(each) for each in self._remarks[:_MOST_REMARKS]))
        self._warn_box.setVisible(bool(self._remarks))
        self._read.setFont(font(13))
        self._warning.setFont(font(13))
        if self.parentWidget() is not None:
            self.setVisible(bool(words or self._remarks))

    def _remark(self, remark: NotUnderstood) -> str:
        colour = theme().warn.name()
        start, end = max(0, remark.start), min(len(self._query), max(remark.end, remark.start + 1))
        before, part, after = self._query[:start], self._query[start:end], self._query[end:]
        shown = (
            ("…" if len(before) > _AROUND else "") + escape(before[-_AROUND:])
            + f'<b style="color:{colour}"><u>{escape(part)}</u></b>'
            + escape(after[:_AROUND]) + ("…" if len(after) > _AROUND else "")
        )  # fmt: skip
        return self.tr("{part}: {reason}").format(part=shown, reason=escape(reason_words(remark.reason)))


def _bold(text: str) -> str:
    return f'<b style="color:{theme().text.name()}">{escape(text)}</b>'


def _rich() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
