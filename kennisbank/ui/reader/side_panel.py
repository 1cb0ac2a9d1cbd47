"""The left panel: contents, hits and pages, each under a heading that folds it away."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.painting.shapes import chevron
from kennisbank.ui.reader.hits_list import HitsList
from kennisbank.ui.reader.outline_list import OutlineList
from kennisbank.ui.reader.row_list import RowList
from kennisbank.ui.reader.thumbnail_list import ThumbnailList


def share_room(wanted: Sequence[int], room: int) -> list[int]:
    """Return heights within `room`: as wanted where that fits, else small ones whole and large ones alike."""
    heights = [0] * len(wanted)
    open_ones = set(range(len(wanted)))
    while open_ones:
        fair = max(0, room) // len(open_ones)
        small = {at for at in open_ones if wanted[at] <= fair}
        if not small:
            for at in open_ones:
                heights[at] = fair
            break
        for at in small:
            heights[at] = wanted[at]
            room -= wanted[at]
        open_ones -= small
    return heights


class SectionHeading(QAbstractButton):
    """A heading with a chevron: checked while its section is unfolded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin unfolded."""
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.count = ""
        follow(self, lambda: self.setFixedHeight(px(32)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        t = theme()
        rect = self.rect()
        if self.underMouse():
            painter.fillRect(rect, t.hover)
        box = rect.adjusted(px(6), 0, 0, 0)
        box.setWidth(px(20))
        chevron(painter, box, t.text_2, "down" if self.isChecked() else "right")
        painter.setFont(font(13, strong=True))
        painter.setPen(t.text)
        left = rect.adjusted(px(32), 0, 0, 0)
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, self.text())
        left.setLeft(left.left() + painter.fontMetrics().horizontalAdvance(self.text()) + px(8))
        painter.setFont(font(12, tabular=True))
        painter.setPen(t.text_2)
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, self.count)


class SidePanel(QFrame):
    """Contents, hits, pages. Each list is reached as `contents`, `hits`, `pages`."""

    folded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the three sections, empty."""
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.contents, self.hits, self.pages = OutlineList(self), HitsList(self), ThumbnailList(self)
        self._lists: tuple[RowList, ...] = (self.contents, self.hits, self.pages)
        self._headings = tuple(SectionHeading(self) for _ in self._lists)
        self._empty = QLabel(self, wordWrap=True)
        self._empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # lists scroll before the window grows
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._share)
        for heading, rows in zip(self._headings, self._lists, strict=True):
            self._column.addWidget(heading)
            if rows is self.contents:
                self._column.addWidget(self._empty)
            self._column.addWidget(rows)
            heading.toggled.connect(self._on_folded)
            rows.model().modelReset.connect(self._later.start)
        self._column.addStretch(1)
        follow(self, self._measure)
        self.retranslate()

    def refresh(self) -> None:
        """Give each section the room it needs, after rows changed."""
        self._later.start()

    def _on_folded(self) -> None:
        self._share()
        self.folded.emit()

    def _measure(self) -> None:
        self._column.setContentsMargins(0, px(8), 0, px(8))
        self._empty.setFont(font(12))
        self._empty.setContentsMargins(px(32), px(4), px(16), px(8))
        self.setMinimumSize(px(160), px(120))
        self._later.start()

    def _share(self) -> None:
        """Give each unfolded section its height: all of its rows where there is room."""
        has_hits = self.hits.model().rowCount() > 0
        self._headings[1].setVisible(has_hits)
        is_shown = [heading.isChecked() for heading in self._headings]
        is_shown[1] = is_shown[1] and has_hits
        is_empty = self.contents.model().rowCount() == 0
        self._empty.setVisible(is_shown[0] and is_empty)
        self._headings[1].count = str(self.hits.model().rowCount())
        above = sum(heading.height() for heading in self._headings if not heading.isHidden()) + px(16)
        above += self._empty.heightForWidth(self.width()) if not self._empty.isHidden() else 0
        wanted = [rows.wanted_height() if shown else 0 for rows, shown in zip(self._lists, is_shown, strict=True)]
        kept = min(wanted[2], px(112))  # at least a row of pages, whatever else there is to show
        heights = share_room(wanted[:2], self.height() - above - kept)
        heights.append(min(wanted[2], self.height() - above - sum(heights)))
        for rows, height, shown in zip(self._lists, heights, is_shown, strict=True):
            rows.setVisible(shown and height > 0)
            rows.setFixedHeight(max(0, height))
        for heading in self._headings:
            heading.update()

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        names = (self.tr("Contents"), self.tr("Hits"), self.tr("Pages"))
        for heading, rows, name in zip(self._headings, self._lists, names, strict=True):
            heading.setText(name)
            heading.setAccessibleName(name)
            heading.setToolTip(self.tr("Fold or unfold"))
            rows.setAccessibleName(name)
            heading.update()
        self._empty.setText(self.tr("This file has no contents of its own."))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def first_list(self) -> RowList | None:
        """Return the first list that shows, for the keyboard to go to."""
        return next((rows for rows in self._lists if rows.isVisibleTo(self) and rows.pos() != QPoint(-1, -1)), None)
