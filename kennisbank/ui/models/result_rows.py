"""The contributions of an answer as rows of a list."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from kennisbank.ui.models.search_answer import Answer, ResultRow, at_repeat
from kennisbank.ui.models.search_words import (
    authors_line,
    hits_words,
    kind_words,
    lacking_words,
    machine_words,
    new_words,
    place_words,
    repeat_words,
)

_Index = QModelIndex | QPersistentModelIndex
STEP = 10
"""Rows laid out at a time: an answer that came whole is shown as one scrolls."""


class ResultRows(QAbstractListModel):
    """Rows of `ResultRow` (role ``UserRole``), shown in steps."""

    wanted = Signal()
    """More rows than were fetched are to be shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: Sequence[ResultRow] = ()
        self._shown = 0
        self._has_more = False

    def put(self, answer: Answer | None) -> None:
        """Show another answer."""
        self.beginResetModel()
        self._rows = answer.rows if answer is not None else ()
        self._has_more = answer is not None and answer.has_more
        self._shown = min(STEP, len(self._rows))
        self.endResetModel()

    def extend(self, answer: Answer) -> None:
        """Take the rows that were fetched behind those that are here."""
        self._rows, self._has_more = answer.rows, answer.has_more
        self._grow(STEP)

    def row(self, place: int) -> ResultRow | None:
        """Return what is shown in this place."""
        return self._rows[place] if 0 <= place < self._shown else None

    def place_of(self, contribution: object) -> int:
        """Return where a contribution is shown; -1 when it isn't."""
        return next((place for place, row in enumerate(self._rows[: self._shown]) if row.id == contribution), -1)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._shown

    @override
    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and (self._shown < len(self._rows) or self._has_more)

    @override
    def fetchMore(self, parent: _Index) -> None:
        if self._shown < len(self._rows):
            self._grow(STEP)
        else:
            self.wanted.emit()

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.contribution.metadata.values.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(row)
        return None

    def _grow(self, step: int) -> None:
        shown = min(self._shown + step, len(self._rows))
        if shown > self._shown:
            self.beginInsertRows(QModelIndex(), self._shown, shown - 1)
            self._shown = shown
            self.endInsertRows()


def _spoken(row: ResultRow) -> str:
    values = row.contribution.metadata.values
    parts = [values.title, authors_line(row.contribution), values.edition, hits_words(row.hit)]
    if row.hit.passages:
        best = row.hit.passages[0]
        parts.append(f"{place_words(best, row.contribution)}: {' '.join(best.snippet.split())}")
        parts += [repeat_words(place_words(at_repeat(best, each), row.contribution)) for each in best.repeats]
        parts.append(machine_words() if best.is_read_by_machine else "")
    parts += [" ".join(lacking_words(row.hit.lacking)) if row.hit.lacking else ""]
    parts += [new_words() if row.is_new else "", values.language, kind_words(values.kind)]
    return ". ".join(part for part in parts if part)
