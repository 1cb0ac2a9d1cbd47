"""The dossiers as rows: name, and how many lines each has."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from kennisbank.domain.dossier import Dossier
from kennisbank.ui.models.browse_values import COUNT_ROLE

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class DossierList(QAbstractListModel):
    """Dossiers in the order in which they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._dossiers: tuple[Dossier, ...] = ()

    def show(self, dossiers: Sequence[Dossier]) -> None:
        """Show these; rows that only changed stay the rows they were."""
        if [each.id for each in dossiers] == [each.id for each in self._dossiers]:
            self._dossiers = tuple(dossiers)
            if dossiers:
                self.dataChanged.emit(self.index(0), self.index(len(dossiers) - 1))
            return
        self.beginResetModel()
        self._dossiers = tuple(dossiers)
        self.endResetModel()

    def dossier(self, row: int) -> Dossier:
        """Return the dossier in a row."""
        return self._dossiers[row]

    def row_of(self, dossier: str) -> int:
        """Return the row of a dossier, or -1."""
        return next((row for row, each in enumerate(self._dossiers) if each.id == dossier), -1)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._dossiers)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        each = self._dossiers[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return each.name
            case Qt.ItemDataRole.AccessibleTextRole:
                items = self.tr("%n item(s)", "", len(each.items))
                return f"{each.name}, {items}"
            case _ if role == COUNT_ROLE:
                return len(each.items)
            case _:
                return None
