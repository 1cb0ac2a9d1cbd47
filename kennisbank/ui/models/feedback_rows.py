"""The rows of one's feedback: narrowed by words and by how they stand, and read aloud."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from kennisbank.domain.correspondence import ThreadRow, ThreadState
from kennisbank.domain.folding import sort_key
from kennisbank.ui.models.feedback_words import kind_words, receipt_words, state_words, when_words

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
FeedbackFolder = Literal["all", "news", "waiting", "underway", "answered", "draft"]
FOLDERS: tuple[FeedbackFolder, ...] = ("all", "news", "waiting", "underway", "answered", "draft")
_STATES: Mapping[FeedbackFolder, frozenset[ThreadState]] = {
    "waiting": frozenset({"queued", "failed"}),
    "underway": frozenset({"sent", "no_author", "delivered", "read"}),
    "answered": frozenset({"answered", "adopted", "declined", "hidden"}),
    "draft": frozenset({"draft"}),
}
_WORDS: Mapping[FeedbackFolder, str] = {
    "all": str(QT_TRANSLATE_NOOP("FeedbackRows", "All feedback")),
    "news": str(QT_TRANSLATE_NOOP("FeedbackRows", "With news")),
    "waiting": str(QT_TRANSLATE_NOOP("FeedbackRows", "In the outbox")),
    "underway": str(QT_TRANSLATE_NOOP("FeedbackRows", "Under way")),
    "answered": str(QT_TRANSLATE_NOOP("FeedbackRows", "Answered")),
    "draft": str(QT_TRANSLATE_NOOP("FeedbackRows", "Drafts")),
}


def folder_words(folder: FeedbackFolder) -> str:
    """Return what a choice of feedback is called."""
    return QCoreApplication.translate("FeedbackRows", _WORDS[folder])


def in_folder(row: ThreadRow, folder: FeedbackFolder) -> bool:
    """Tell whether feedback belongs to a choice."""
    if folder == "news":
        return row.is_unread
    return folder == "all" or row.state in _STATES[folder]


def narrowed(rows: Sequence[ThreadRow], texts: Sequence[str], words: str, folder: FeedbackFolder) -> list[ThreadRow]:
    """Return those of a choice that have all words, in their order; `texts` of `rows` are as `searched` makes them."""
    wanted = sort_key(words).split()
    return [
        each
        for each, text in zip(rows, texts, strict=True)
        if in_folder(each, folder) and all(word in text for word in wanted)
    ]


def counted(rows: Sequence[ThreadRow]) -> dict[FeedbackFolder, int]:
    """Return how many belong to each choice."""
    states = Counter(each.state for each in rows)
    found: dict[FeedbackFolder, int] = {
        folder: sum(states[state] for state in known) for folder, known in _STATES.items()
    }
    return {**found, "all": len(rows), "news": sum(each.is_unread for each in rows)}


def searched(row: ThreadRow) -> str:
    """Return what words are looked for in: some microseconds, so of thousands off the GUI thread."""
    return sort_key(" ".join((row.title, row.edition, row.start, kind_words(row.kind), state_words(row.state))))


class FeedbackRows(QAbstractListModel):
    """Feedback in the order given. ``UserRole`` is the `ThreadRow`."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: list[ThreadRow] = []

    def show(self, rows: Sequence[ThreadRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, at: int) -> ThreadRow | None:
        """Return what stands in a row, or None."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place_of(self, thread_id: str) -> int:
        """Return the row of a thread, or -1."""
        return next((at for at, each in enumerate(self._rows) if each.id == thread_id), -1)

    @property
    def rows(self) -> Sequence[ThreadRow]:
        """Return all that is shown."""
        return self._rows

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        each = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return each
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            news = self.tr("New") if each.is_unread else ""
            parts = (news, kind_words(each.kind), each.title, each.start, receipt_words(each), when_words(each.moment))
            return ". ".join(part.rstrip(".") for part in parts if part)
        return None
