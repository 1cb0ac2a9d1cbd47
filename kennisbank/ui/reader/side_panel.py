"""The left panel: contents, hits, related papers and pages, each under a heading that folds it away."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from kennisbank.ui.controllers.search_related import RelatedRows
from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.painting.shapes import chevron
from kennisbank.ui.reader.hits_list import HitsList
from kennisbank.ui.reader.outline_list import OutlineList
from kennisbank.ui.reader.related_list import RelatedRowList
from kennisbank.ui.reader.row_list import RowList
from kennisbank.ui.reader.thumbnail_list import ThumbnailList

_ADDED_PART = 0.55
"""Of the height for the part that was added, while it is unfolded."""


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
    """Contents, hits, related papers, pages. Each list is reached as `contents`, `hits`, `related`, `pages`.

    Signals: `folded` when a part was folded or unfolded; `related_unfolded` with whether that of related papers is;
    `added_unfolded` with whether the part that was added (`add_part`) is.
    """

    folded = Signal()
    related_unfolded = Signal(bool)
    added_unfolded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the sections, empty; related papers, which have to be asked for, folded."""
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.contents, self.hits, self.pages = OutlineList(self), HitsList(self), ThumbnailList(self)
        self.related = RelatedRowList(self)
        self._lists: tuple[RowList, ...] = (self.contents, self.hits, self.related, self.pages)
        self._headings = tuple(SectionHeading(self) for _ in self._lists)
        self._headings[2].setChecked(False)
        self._is_offered, self._is_known = False, True
        self._added: QWidget | None = None
        self._added_heading = SectionHeading(self)
        self._added_heading.setChecked(False)
        self._added_heading.hide()
        self._empty, self._unrelated = QLabel(self, wordWrap=True), QLabel(self, wordWrap=True)
        for label in (self._empty, self._unrelated):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # lists scroll before the window grows
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._share)
        for heading, rows in zip(self._headings, self._lists, strict=True):
            self._column.addWidget(heading)
            if rows is self.contents:
                self._column.addWidget(self._empty)
            if rows is self.related:
                self._column.addWidget(self._unrelated)
            self._column.addWidget(rows)
            heading.toggled.connect(self._on_folded)
            rows.model().modelReset.connect(self._later.start)
        self._column.addWidget(self._added_heading)
        self._added_heading.toggled.connect(self._on_folded)
        self._added_heading.toggled.connect(self.added_unfolded)
        self._column.addStretch(1)
        self._headings[2].toggled.connect(self.related_unfolded)
        follow(self, self._measure)
        self.retranslate()

    def add_part(self, part: QWidget) -> None:
        """Have one more part below the others, folded: a widget that scrolls within the height that it gets."""
        self._added = part
        self._column.insertWidget(self._column.indexOf(self._added_heading) + 1, part)
        part.hide()
        self._added_heading.show()
        self.retranslate()
        self._later.start()

    @property
    def shows_added(self) -> bool:
        """Tell whether the part that was added is unfolded, in a panel that is not hidden."""
        return self._added is not None and self._added_heading.isChecked() and not self.isHidden()

    def refresh(self) -> None:
        """Give each section the room it needs, after rows changed."""
        self._later.start()

    def offer_related(self, *, offered: bool) -> None:
        """Have a part for related papers, or none."""
        self._is_offered = offered
        self._later.start()

    @property
    def shows_related(self) -> bool:
        """Tell whether the part of related papers is unfolded, in a panel that is not hidden."""
        return self._headings[2].isChecked() and not self.isHidden()

    def unfold_related(self) -> None:
        """Unfold the part of related papers."""
        self._headings[2].setChecked(True)

    def put_related(self, rows: RelatedRows, *, is_known: bool) -> None:
        """Show these papers; without `is_known` they are still being looked for."""
        self._is_known = is_known
        self.related.put(rows)
        self._say_unrelated()
        self._later.start()

    def _on_folded(self) -> None:
        self._share()
        self.folded.emit()

    def _measure(self) -> None:
        self._column.setContentsMargins(0, px(8), 0, px(8))
        for label in (self._empty, self._unrelated):
            label.setFont(font(12))
            label.setContentsMargins(px(32), px(4), px(16), px(8))
        self.setMinimumSize(px(160), px(120))
        self._later.start()

    def _share(self) -> None:
        """Give each unfolded section its height: all of its rows where there is room."""
        is_offered = (True, self.hits.model().rowCount() > 0, self._is_offered, True)
        is_shown = [heading.isChecked() and it for heading, it in zip(self._headings, is_offered, strict=True)]
        for heading, offered in zip(self._headings, is_offered, strict=True):
            heading.setVisible(offered)
        self._empty.setVisible(is_shown[0] and self.contents.model().rowCount() == 0)
        self._unrelated.setVisible(is_shown[2] and self.related.model().rowCount() == 0)
        self._headings[1].count = str(self.hits.model().rowCount())
        headings = (*self._headings, self._added_heading)
        above = sum(heading.height() for heading in headings if not heading.isHidden()) + px(16)
        for label in (self._empty, self._unrelated):
            above += label.heightForWidth(self.width()) if not label.isHidden() else 0
        if self._added is not None:
            self._added.setVisible(self._added_heading.isChecked())
        if self._added is not None and self._added_heading.isChecked():
            height = max(px(160), round(self.height() * _ADDED_PART))
            self._added.setFixedHeight(height)
            above += height
        wanted = [rows.wanted_height() if shown else 0 for rows, shown in zip(self._lists, is_shown, strict=True)]
        kept = min(wanted[-1], px(112))  # at least a row of pages, whatever else there is to show
        heights = share_room(wanted[:-1], max(0, self.height() - above - kept))
        heights.append(min(wanted[-1], self.height() - above - sum(heights)))
        for rows, height, shown in zip(self._lists, heights, is_shown, strict=True):
            rows.setVisible(shown and height > 0)
            rows.setFixedHeight(max(0, height))
        for heading in headings:
            heading.update()

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        names = (self.tr("Contents"), self.tr("Hits"), self.tr("Related"), self.tr("Pages"))
        for heading, rows, name in zip(self._headings, self._lists, names, strict=True):
            heading.setText(name)
            heading.setAccessibleName(name)
            heading.setToolTip(self.tr("Fold or unfold"))
            rows.setAccessibleName(name)
            heading.update()
        if self._added is not None:
            self._added_heading.setText(self._added.accessibleName())
            self._added_heading.setAccessibleName(self._added.accessibleName())
            self._added_heading.setToolTip(self.tr("Fold or unfold"))
        self._empty.setText(self.tr("This file has no contents of its own."))
        self._say_unrelated()

    def _say_unrelated(self) -> None:
        nothing = self.tr("No other paper here speaks of the same.")
        self._unrelated.setText(nothing if self._is_known else self.tr("Looking for papers that speak of the same…"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.related_unfolded.emit(self.shows_related)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()
