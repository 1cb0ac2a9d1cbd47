"""The menu with the other versions and files of the paper that is read."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from kennisbank.domain.contribution import ContributionFile
from kennisbank.domain.ids import FileHash
from kennisbank.ui.icons import icon
from kennisbank.ui.language import day
from kennisbank.ui.reader.paper_pane import PaperPane


class VersionsMenu(QMenu):
    """Every file of the contribution, the one that is shown ticked; choosing one opens it in the same tab."""

    def __init__(self, pane: PaperPane, open_file: Callable[[FileHash], object], parent: QWidget | None = None) -> None:
        """List the files of what `pane` shows; hidden while there is only one."""
        super().__init__(parent)
        self._pane, self._open_file = pane, open_file
        self.setIcon(icon("clock"))
        pane.opened.connect(lambda _document: self.fill())
        self.fill()

    def fill(self) -> None:
        """Make the rows anew."""
        self.setTitle(self.tr("Versions and files"))
        self.setAccessibleName(self.tr("Versions and files"))
        self.clear()
        document = self._pane.document
        files = document.contribution.files if document is not None else ()
        for file in files:
            row = QAction(self._words(file), self, checkable=True)
            row.setChecked(document is not None and file.hash == document.file.hash)
            row.triggered.connect(lambda _on=False, file=file.hash: self._open_file(file))
            self.addAction(row)
        self.menuAction().setVisible(len(files) > 1)

    def _words(self, file: ContributionFile) -> str:
        name = file.name if len(file.name) <= 60 else f"{file.name[:59]}…"
        words = self.tr("{name}, version {version} of {day}")
        return words.format(name=name, version=file.version, day=day(file.added)).replace("&", "&&")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.fill()
