"""The table of an import: one row a file, growing while the import runs, narrowed by standing, sorted by any column."""

from collections import Counter
from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from kennisbank.domain.reports import FileReport
from kennisbank.ui.language import number
from kennisbank.ui.models.import_words import Standing, look_of, reason_of, standing_of, word_of

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Part(IntEnum):
    """The columns, in order."""

    FILE = 0
    TITLE = 1
    AUTHORS = 2
    PAGES = 3
    VERDICT = 4
    WHY = 5


REPORT_ROLE = Qt.ItemDataRole.UserRole
STANDING_ROLE = Qt.ItemDataRole.UserRole + 1


class ImportTable(QAbstractTableModel):
    """All reports of a run in the order in which they came, of which those of one standing are shown, or all."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._reports: list[FileReport] = []
        self._standings: list[Standing] = []
        self._shown: list[int] = []
        self._only: Standing | None = None
        self._sorting: tuple[int, Qt.SortOrder] | None = None
        self._counts: Counter[Standing] = Counter()
        self._is_rehearsal = True

    @property
    def reports(self) -> Sequence[FileReport]:
        """Return all reports, shown or not, in the order of the import."""
        return self._reports

    @property
    def counts(self) -> Counter[Standing]:
        """Return how many files have each standing."""
        return self._counts

    @property
    def only(self) -> Standing | None:
        """Return the standing that is shown; None: all."""
        return self._only

    def clear(self, *, is_rehearsal: bool) -> None:
        """Begin anew, showing all standings."""
        self.beginResetModel()
        self._reports, self._standings, self._shown = [], [], []
        self._counts.clear()
        self._only, self._sorting, self._is_rehearsal = None, None, is_rehearsal
        self.endResetModel()

    def append(self, reports: Sequence[FileReport]) -> None:
        """Add rows at the end, below those that are there, whatever the sorting."""
        first = len(self._reports)
        standings = [standing_of(each) for each in reports]
        added = [first + at for at, each in enumerate(standings) if self._only is None or each == self._only]
        self._counts.update(standings)
        if added:
            self.beginInsertRows(_ROOT, len(self._shown), len(self._shown) + len(added) - 1)
        self._reports += reports
        self._standings += standings
        self._shown += added
        if added:
            self.endInsertRows()

    def replace(self, row: int, report: FileReport) -> None:
        """Show another report in a shown row; it keeps its place."""
        at = self._shown[row]
        self._counts[self._standings[at]] -= 1
        self._reports[at], self._standings[at] = report, standing_of(report)
        self._counts[self._standings[at]] += 1
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Part) - 1))

    def show_only(self, standing: Standing | None) -> None:
        """Show the files of one standing; None: all."""
        if standing != self._only:
            self._only = standing
            self._arrange()

    def report(self, row: int) -> FileReport:
        """Return the report in a shown row."""
        return self._reports[self._shown[row]]

    def row_of(self, file: str) -> int:
        """Return the shown row of a file, or -1."""
        return next((row for row, at in enumerate(self._shown) if self._reports[at].file == file), -1)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = (column, order) if 0 <= column < len(Part) else None
        self._arrange()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Part)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        at = self._shown[index.row()]
        report, standing = self._reports[at], self._standings[at]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(report, standing, Part(index.column()))
            case Qt.ItemDataRole.ToolTipRole:
                return self._text(report, standing, Part(index.column())) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = [self._text(report, standing, part) for part in Part]
                return ", ".join(part for part in parts if part)
            case _ if role == REPORT_ROLE:
                return report
            case _ if role == STANDING_ROLE:
                return standing
            case _:
                return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Part.PAGES:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        words = {
            Part.FILE: self.tr("File"),
            Part.TITLE: self.tr("Title"),
            Part.AUTHORS: self.tr("Authors"),
            Part.PAGES: self.tr("Pages"),
            Part.VERDICT: self.tr("Verdict"),
            Part.WHY: self.tr("Why"),
        }
        return words[Part(section)]

    def retranslate(self) -> None:
        """Have all words read again, in the language in force."""
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(Part) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Part) - 1)

    def _text(self, report: FileReport, standing: Standing, part: Part) -> str:
        match part:
            case Part.FILE:
                return report.file
            case Part.TITLE:
                return report.metadata.values.title or self.tr("no title yet")
            case Part.AUTHORS:
                return ", ".join(author.name for author in report.metadata.values.authors)
            case Part.PAGES:
                return number(report.pages)
            case Part.VERDICT:
                return word_of(standing, is_rehearsal=self._is_rehearsal)
            case Part.WHY:
                return reason_of(report)

    def _arrange(self) -> None:
        self.beginResetModel()
        only = self._only
        self._shown = [at for at, each in enumerate(self._standings) if only is None or each == only]
        if self._sorting is not None:
            column, order = self._sorting
            self._shown.sort(key=self._key(Part(column)), reverse=order == Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    def _key(self, part: Part) -> Callable[[int], tuple[int, str]]:
        standing_order = {"cannot": 0, "look": 1, "ready": 2, "exists": 3}
        if part == Part.PAGES:
            return lambda at: (self._reports[at].pages, "")
        if part == Part.VERDICT:
            return lambda at: (standing_order[self._standings[at]], "")
        return lambda at: (0, self._text(self._reports[at], self._standings[at], part).casefold())


def tone_of(standing: Standing) -> str:
    """Return the tone of the badge of a standing."""
    return look_of(standing).tone
