"""The contributions of an answer as rows of a list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from kennisbank.domain.ids import ContributionId
from kennisbank.domain.reading import ReadingState
from kennisbank.ui.models.download_state import DownloadState
from kennisbank.ui.models.reading_words import state_words
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
from kennisbank.ui.models.withdrawn_words import withdrawn_words

StateOf = Callable[[ContributionId], ReadingState | None]
_Index = QModelIndex | QPersistentModelIndex
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
"""How far one is with the contribution: a `ReadingState`, or None."""
DOWNLOAD_ROLE = Qt.ItemDataRole.UserRole + 2
"""How it stands with its files: a `DownloadState`, or None."""
DownloadOf = Callable[[ContributionId], DownloadState | None]
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
        self._state_of: StateOf = lambda _contribution: None
        self._download_of: DownloadOf = lambda _contribution: None

    def tell_states(self, state_of: StateOf) -> None:
        """Ask how far one is with a contribution here, from now on."""
        self._state_of = state_of

    def tell_downloads(self, download_of: DownloadOf) -> None:
        """Ask how a contribution stands with its files here, from now on."""
        self._download_of = download_of

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

    @property
    def ids(self) -> tuple[ContributionId, ...]:
        """Return the contributions of all rows that were fetched, in order."""
        return tuple(row.id for row in self._rows)

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
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: PLR0911 - one a role
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.contribution.metadata.values.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(row, self._state_of(row.id), self._download_of(row.id))
            case _ if role == STATE_ROLE:
                return self._state_of(row.id)
            case _ if role == DOWNLOAD_ROLE:
                return self._download_of(row.id)
        return None

    def _grow(self, step: int) -> None:
        shown = min(self._shown + step, len(self._rows))
        if shown > self._shown:
            self.beginInsertRows(QModelIndex(), self._shown, shown - 1)
            self._shown = shown
            self.endInsertRows()


def _spoken(row: ResultRow, state: ReadingState | None, download: DownloadState | None) -> str:
    values = row.contribution.metadata.values
    parts = [values.title, authors_line(row.contribution), values.edition, hits_words(row.hit)]
    if row.hit.passages:
        best = row.hit.passages[0]
        parts.append(f"{place_words(best, row.contribution)}: {' '.join(best.snippet.split())}")
        parts += [repeat_words(place_words(at_repeat(best, each), row.contribution)) for each in best.repeats]
        parts.append(machine_words() if best.is_read_by_machine else "")
    parts += [" ".join(lacking_words(row.hit.lacking)) if row.hit.lacking else ""]
    parts += [state_words(state) if state is not None else ""]
    withdrawn = row.contribution.withdrawn
    parts += [withdrawn_words(withdrawn) if withdrawn is not None else download.told if download is not None else ""]
    parts += [new_words() if row.is_new else "", values.language, kind_words(values.kind)]
    return ". ".join(part for part in parts if part)
