"""The rows of *My reactions*."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from kennisbank.domain.ids import AnnotationId
from kennisbank.ui.language import day, number
from kennisbank.ui.models.annotation_words import name_words, quote_words, state_words, writer_words
from kennisbank.ui.models.reactions import Reaction

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ReactionRows(QAbstractListModel):
    """Reactions in the order given. ``UserRole`` is the `Reaction`."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: list[Reaction] = []

    def show(self, rows: Sequence[Reaction]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, at: int) -> Reaction | None:
        """Return the reaction in a row, or None."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place_of(self, annotation: AnnotationId | None) -> int:
        """Return the row of an annotation, or -1."""
        return next((at for at, each in enumerate(self._rows) if each.annotation.id == annotation), -1)

    def place_words(self, each: Reaction) -> str:
        """Return where it stands: its page, or that it is about the whole paper."""
        anchor = each.anchor if each.anchor is not None and each.anchor.pieces else each.annotation.anchor
        if anchor is None or anchor.page is None:
            return self.tr("whole paper")
        return self.tr("p. {number}").format(number=number(anchor.page))

    def title_words(self, each: Reaction) -> str:
        """Return the title of its paper, or what is the matter with that."""
        if each.contribution is None:
            return self.tr("A paper that is no longer here")
        return each.title or self.tr("no title yet")

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        each = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return each
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._aloud(each)
        return None

    def _aloud(self, each: Reaction) -> str:
        note = each.annotation
        parts = (
            name_words(note),
            writer_words(note.creator),
            self.title_words(each),
            self.place_words(each),
            state_words(each.anchor.state) if each.anchor is not None else "",
            quote_words(note),
            note.body,
            ", ".join(note.tags),
            day(note.created),
        )
        return ". ".join(part for part in parts if part)
