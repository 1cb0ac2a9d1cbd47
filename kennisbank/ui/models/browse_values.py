"""The values of a facet as rows, narrowed by what one types."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from kennisbank.domain.folding import sort_key
from kennisbank.domain.results import FacetCount, FacetName
from kennisbank.ui.language import language_name, number
from kennisbank.ui.models.metadata_words import kind_name
from kennisbank.ui.models.reading_words import STATES, state_words
from kennisbank.ui.models.search_words import value_words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
BrowseFacet = FacetName | Literal["reading"]
"""What one can browse by: a facet of what is known of contributions, or how far one is with them oneself."""
COUNT_ROLE = Qt.ItemDataRole.UserRole
VALUE_ROLE = Qt.ItemDataRole.UserRole + 1


class BrowseValues(QAbstractListModel):
    """Values with their counts, in the order of the catalogue."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._facet: BrowseFacet = "edition"
        self._values: tuple[FacetCount, ...] = ()
        self._keys: list[str] = []
        self._shown: list[FacetCount] = []
        self._filter = ""

    def show(self, facet: BrowseFacet, values: Sequence[FacetCount]) -> None:
        """Show other values; the filter stays."""
        self.beginResetModel()
        self._facet, self._values = facet, tuple(values)
        self._keys = [sort_key(self.words(each.value)) for each in self._values]
        self._narrow()
        self.endResetModel()

    def narrow(self, text: str) -> None:
        """Show only the values that hold these words; accents and capitals don't count."""
        self.beginResetModel()
        self._filter = sort_key(text)
        self._narrow()
        self.endResetModel()

    def retranslate(self) -> None:
        """Have all words read again, in the language in force."""
        self.show(self._facet, self._values)

    @property
    def total(self) -> int:
        """Return how many values there are, shown or not."""
        return len(self._values)

    def value(self, row: int) -> str:
        """Return the value in a row."""
        return self._shown[row].value

    def row_of(self, value: str) -> int:
        """Return the row of a value, or -1."""
        return next((row for row, each in enumerate(self._shown) if each.value == value), -1)

    def words(self, value: str) -> str:
        """Return a value of this facet as the reader sees it."""
        match self._facet:
            case "language":
                return language_name(value)
            case "kind":
                return kind_name(value)
            case "here":
                return value_words("here", value)
            case "reading":
                state = next((each for each in STATES if each == value), None)
                return state_words(state) if state is not None else value
            case _:
                return value

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        each = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self.words(each.value)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.words(each.value)}, {number(each.count)}"
            case _ if role == COUNT_ROLE:
                return each.count
            case _ if role == VALUE_ROLE:
                return each.value
            case _:
                return None

    def _narrow(self) -> None:
        wanted = self._filter.split()
        self._shown = [
            each for each, key in zip(self._values, self._keys, strict=True) if all(word in key for word in wanted)
        ]


def facet_words() -> dict[BrowseFacet, str]:
    """Return what each facet is called."""
    translate = QCoreApplication.translate
    return {
        "edition": translate("BrowseView", "Editions"),
        "theme": translate("BrowseView", "Themes"),
        "author": translate("BrowseView", "Authors"),
        "keyword": translate("BrowseView", "Keywords"),
        "year": translate("BrowseView", "Years"),
        "language": translate("BrowseView", "Languages"),
        "kind": translate("BrowseView", "Kinds"),
        "here": translate("BrowseView", "Where"),
        "reading": translate("BrowseView", "Reading marks"),
    }
