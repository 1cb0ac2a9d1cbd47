"""The contributions of a value as rows, by title, year or author."""

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.folding import author_sort_key, sort_key
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.reading import ReadingState
from kennisbank.ui.language import number
from kennisbank.ui.models.download_state import DownloadState
from kennisbank.ui.models.metadata_words import kind_name
from kennisbank.ui.models.reading_words import state_words
from kennisbank.ui.models.withdrawn_words import withdrawn_words

Index = QModelIndex | QPersistentModelIndex
Order = Literal["title", "newest", "oldest", "author"]
ORDERS: tuple[Order, ...] = ("title", "newest", "oldest", "author")
_ROOT = QModelIndex()
SECOND_ROLE = Qt.ItemDataRole.UserRole
KIND_ROLE = Qt.ItemDataRole.UserRole + 1
PAPER_ROLE = Qt.ItemDataRole.UserRole + 2
STATE_ROLE = Qt.ItemDataRole.UserRole + 3
"""How far one is with the contribution: a `ReadingState`, or None."""
StateOf = Callable[[ContributionId], ReadingState | None]
DOWNLOAD_ROLE = Qt.ItemDataRole.UserRole + 4
"""How it stands with its files: a `DownloadState`, or None."""
DownloadOf = Callable[[ContributionId], DownloadState | None]


class BrowsePapers(QAbstractListModel):
    """Contributions in one order."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty, by title."""
        super().__init__(parent)
        self._papers: list[Contribution] = []
        self._order: Order = "title"
        self._state_of: StateOf = lambda _contribution: None
        self._download_of: DownloadOf = lambda _contribution: None

    def tell_states(self, state_of: StateOf) -> None:
        """Ask how far one is with a contribution here, from now on."""
        self._state_of = state_of

    def tell_downloads(self, download_of: DownloadOf) -> None:
        """Ask how a contribution stands with its files here, from now on."""
        self._download_of = download_of

    def show(self, papers: Sequence[Contribution]) -> None:
        """Show other contributions, in the order in force."""
        self.beginResetModel()
        self._papers = sorted(papers, key=_KEYS[self._order])
        self.endResetModel()

    def order_by(self, order: Order) -> None:
        """Put them in another order."""
        self.beginResetModel()
        self._order = order
        self._papers.sort(key=_KEYS[order])
        self.endResetModel()

    def paper(self, row: int) -> Contribution:
        """Return the contribution in a row."""
        return self._papers[row]

    @property
    def ids(self) -> tuple[ContributionId, ...]:
        """Return all that is listed, in the order of the list."""
        return tuple(each.id for each in self._papers)

    def row_of(self, contribution: str) -> int:
        """Return the row of a contribution, or -1."""
        return next((row for row, each in enumerate(self._papers) if each.id == contribution), -1)

    def retranslate(self) -> None:
        """Have all words read again, in the language in force."""
        if self._papers:
            self.dataChanged.emit(self.index(0), self.index(len(self._papers) - 1))

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._papers)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: PLR0911 - one a role
        each = self._papers[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._title(each)
            case Qt.ItemDataRole.AccessibleTextRole:
                state = self._state_of(each.id)
                parts = [self._title(each), self._second(each), kind_name(each.metadata.values.kind)]
                parts.append(state_words(state) if state is not None else "")
                download = self._download_of(each.id)
                if each.withdrawn is not None:
                    parts.append(withdrawn_words(each.withdrawn))
                elif download is not None:
                    parts.append(download.told)
                return ", ".join(part for part in parts if part)
            case _ if role == SECOND_ROLE:
                return self._second(each)
            case _ if role == KIND_ROLE:
                return each.metadata.values.kind
            case _ if role == STATE_ROLE:
                return self._state_of(each.id)
            case _ if role == DOWNLOAD_ROLE:
                return self._download_of(each.id)
            case _ if role == PAPER_ROLE:
                return each
            case _:
                return None

    def _title(self, each: Contribution) -> str:
        return each.metadata.values.title or self.tr("no title yet")

    def _second(self, each: Contribution) -> str:
        values = each.metadata.values
        pages = sum(file.pages for file in each.current_files)
        year = str(values.year) if values.year and str(values.year) not in values.edition else ""
        parts = [
            ", ".join(author.name for author in values.authors),
            values.edition,
            year,
            self.tr("%n page(s)", "", pages).replace(str(pages), number(pages)) if pages else "",
        ]
        return " • ".join(part for part in parts if part)


def _by_title(each: Contribution) -> tuple[str, str]:
    return sort_key(each.metadata.values.title), each.id


def _by_newest(each: Contribution) -> tuple[int, str, str]:
    return -(each.metadata.values.year or 0), *_by_title(each)


def _by_oldest(each: Contribution) -> tuple[int, str, str]:
    return each.metadata.values.year or 9999, *_by_title(each)


def _by_author(each: Contribution) -> tuple[str, str, str]:
    authors = each.metadata.values.authors
    return author_sort_key(authors[0]) if authors else "\uffff", *_by_title(each)


_KEYS: dict[Order, Callable[[Contribution], tuple[int | str, ...]]] = {
    "title": _by_title,
    "newest": _by_newest,
    "oldest": _by_oldest,
    "author": _by_author,
}
