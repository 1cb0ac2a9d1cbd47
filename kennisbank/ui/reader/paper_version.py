"""Which version of a file is shown: when that is an older one, a line above the pages says so."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kennisbank.domain.ids import FileHash
from kennisbank.services.reading import OpenDocument, newest_of
from kennisbank.ui.reader.reading_column import ReadingColumn


class PaperVersion(QObject):
    """The version that is shown in one column."""

    def __init__(self, column: ReadingColumn, load: Callable[[FileHash], object]) -> None:
        """Tell in `column`; `load` opens another file of the same contribution."""
        super().__init__(column)
        self._column, self._load = column, load
        self._newest: FileHash | None = None
        column.newest_requested.connect(self._show_newest)

    def begin(self, document: OpenDocument) -> None:
        """Say whether this document is an older version."""
        newest = newest_of(document)
        self._newest = newest.hash
        self._column.set_version(document.file.version, newest.version)

    def _show_newest(self) -> None:
        if self._newest is not None:
            self._load(self._newest)
