"""The lines of the inbox: threads below the title of their contribution, and a line that brings more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from kennisbank.domain.correspondence import ThreadRow
from kennisbank.domain.ids import ContributionId
from kennisbank.ui.inbox.words import InboxCountWords, row_badge, short_moment, who_words
from kennisbank.ui.models.feedback_words import kind_words

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class GroupLine:
    """The title above the threads of one contribution."""

    contribution: ContributionId
    title: str
    edition: str


@dataclass(frozen=True, slots=True)
class MoreLine:
    """That there are so many more."""

    count: int


Line = ThreadRow | GroupLine | MoreLine


class ThreadRows(QAbstractListModel):
    """Lines in order; ``UserRole`` is the `Line`. Contributions stand in the order of what moved last in them."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._lines: list[Line] = []

    def show(self, rows: Sequence[ThreadRow], more: int = 0) -> None:
        """Show other threads, newest first, of which `more` aren't here."""
        lines: list[Line] = []
        groups: dict[ContributionId, list[ThreadRow]] = {}
        for row in rows:
            groups.setdefault(row.contribution, []).append(row)
        for contribution, inside in groups.items():
            lines += [GroupLine(contribution, inside[0].title, inside[0].edition), *inside]
        if more > 0:
            lines.append(MoreLine(more))
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    @property
    def threads(self) -> list[ThreadRow]:
        """Return the threads, in order."""
        return [line for line in self._lines if isinstance(line, ThreadRow)]

    def line(self, at: int) -> Line | None:
        """Return what stands in a line, or None."""
        return self._lines[at] if 0 <= at < len(self._lines) else None

    def place_of(self, thread: str) -> int:
        """Return the line of a thread, or -1."""
        return next(
            (at for at, line in enumerate(self._lines) if isinstance(line, ThreadRow) and line.id == thread), -1
        )

    def beside(self, at: int, step: int) -> int:
        """Return the line of the next thread (1) or the one before (-1), or that of "more"; -1 when there is none."""
        at += step
        while 0 <= at < len(self._lines):
            if not isinstance(self._lines[at], GroupLine):
                return at
            at += step
        return -1

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self.line(index.row()), GroupLine):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row())
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} and line is not None:
            return aloud(line)
        return None


def aloud(line: Line) -> str:
    """Return a line as it is read aloud."""
    if isinstance(line, MoreLine):
        return InboxCountWords().older(line.count)
    if isinstance(line, GroupLine):
        return ". ".join(part for part in (line.title, line.edition) if part)
    today = date.today()  # noqa: DTZ011 - the reader's own day
    parts = (
        row_badge(line)[0],
        kind_words(line.kind),
        who_words(line.name, line.role),
        line.start,
        short_moment(line.moment, today),
        line.title,
    )
    return ". ".join(part for part in parts if part)
