"""Choosing what is to be imported: folder, files or a zip; the list that comes with them; the edition they are of."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from typing_extensions import override

from kennisbank.ui.look import follow, px
from kennisbank.ui.widgets.buttons import Button, IconButton
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import Elided, Text

LIST_ENDINGS = (".csv", ".tsv", ".bib", ".ris")


class ImportSetup(Card):
    """A card with three steps, one below the other, and the two buttons that begin."""

    rehearse_asked = Signal()
    import_asked = Signal()
    sources_chosen = Signal(object)
    """The reader named other sources, as a tuple of `Path`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing chosen."""
        super().__init__(parent)
        self._sources: tuple[Path, ...] = ()
        self._list_file: Path | None = None
        self._what, self._with, self._of = (Text(size=15, strong=True) for _ in range(3))
        self._what_hint, self._with_hint, self._of_hint = (Text(tone="text_2", wraps=True) for _ in range(3))
        self._folder = Button("", "secondary", icon_name="folder")
        self._files = Button("", "secondary", icon_name="file")
        self._chosen = _Chosen("folder")
        self._list = Button("", "secondary", icon_name="contents")
        self._list_chosen = _Chosen("contents")
        self.edition = QLineEdit()
        self.rehearse = Button("", "primary")
        self.at_once = Button("", "quiet")
        self._reason = Text(size=12, tone="text_2", wraps=True)
        self._lay_out()
        self._folder.clicked.connect(self._choose_folder)
        self._files.clicked.connect(self._choose_files)
        self._list.clicked.connect(self._choose_list)
        self._chosen.removed.connect(lambda: self.set_sources(()))
        self._list_chosen.removed.connect(lambda: self.set_list(None))
        self.rehearse.clicked.connect(self.rehearse_asked)
        self.at_once.clicked.connect(self.import_asked)
        self.edition.returnPressed.connect(self._on_enter)
        follow(self, lambda: self.edition.setMaximumWidth(px(280)))
        self.retranslate()

    @property
    def sources(self) -> tuple[Path, ...]:
        """Return what is to be imported."""
        return self._sources

    @property
    def list_file(self) -> Path | None:
        """Return the list that comes with it."""
        return self._list_file

    @property
    def edition_code(self) -> str:
        """Return the code of the edition, or nothing."""
        return " ".join(self.edition.text().split())

    def set_sources(self, sources: Sequence[Path]) -> None:
        """Name what is to be imported; the list goes, as it belonged to what was named before."""
        self._sources = tuple(sources)
        self._list_file = None
        self._show()
        self.sources_chosen.emit(self._sources)

    def set_list(self, list_file: Path | None) -> None:
        """Name the list."""
        self._list_file = list_file
        self._show()

    def focus_next(self) -> None:
        """Take the focus where one goes on."""
        target = self.edition if self._sources else self._folder
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Set all words."""
        self._what.setText(self.tr("What do you want to import?"))
        self._what_hint.setText(
            self.tr(
                "PDF, DOCX, PPTX, ODT, HTML or plain text. You may also drop it on the window. "
                "The files stay where they are; the library keeps a copy."
            )
        )
        self._with.setText(self.tr("Does a list come with it?"))
        self._with_hint.setText(
            self.tr("CSV, BibTeX or RIS with titles and authors: it goes before what is found in the files.")
        )
        self._of.setText(self.tr("Which edition is it of?"))
        self._of_hint.setText(self.tr("A short code, such as NIOC2025. Leave it empty when the list says it."))
        self._folder.setText(self.tr("Choose a folder"))
        self._files.setText(self.tr("Choose files or a zip"))
        self._list.setText(self.tr("Choose a list"))
        self.edition.setAccessibleName(self.tr("Edition"))
        self.rehearse.setText(self.tr("Rehearse"))
        self.at_once.setText(self.tr("Import without a rehearsal"))
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        column = Column(self, margins=(24, 20, 24, 20), spacing=8)
        choose, lists, begin = FlowLayout(), FlowLayout(), FlowLayout()
        for flow, buttons in (
            (choose, (self._folder, self._files)),
            (lists, (self._list,)),
            (begin, (self.rehearse, self.at_once)),
        ):
            for button in buttons:
                flow.addWidget(button)
        column.add_all(self._what, self._what_hint, self._chosen, choose, 12)
        column.add_all(self._with, self._with_hint, self._list_chosen, lists, 12)
        column.add_all(self._of, self._of_hint, self.edition, 12, begin, self._reason)

    def _show(self) -> None:
        names = self._sources
        if not names:
            said = ""
        elif len(names) == 1:
            said = str(names[0])
        else:
            said = self.tr("%n file(s) in %1", "", len(names)).replace("%1", str(names[0].parent))
        self._chosen.show_words(said, self.tr("Choose something else"))
        self._list_chosen.show_words(str(self._list_file) if self._list_file else "", self.tr("Do without this list"))
        for button in (self._folder, self._files):
            button.setVisible(not names)
        self._list.setVisible(self._list_file is None)
        for button in (self.rehearse, self.at_once):
            button.setEnabled(bool(names))
        self._reason.setText(
            self.tr("A rehearsal reads everything and says what would happen. Nothing is written.")
            if names
            else self.tr("Choose a folder or files first.")
        )

    def _on_enter(self) -> None:
        if self._sources:
            self.rehearse_asked.emit()

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._folder.text(), _home())
        if folder:
            self.set_sources((Path(folder),))
            self.focus_next()

    def _choose_files(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self, self._files.text(), _home())
        if files:
            self.set_sources(tuple(Path(each) for each in files))
            self.focus_next()

    def _choose_list(self) -> None:
        start = self._sources[0] if self._sources else Path(_home())
        patterns = " ".join(f"*{each}" for each in LIST_ENDINGS)
        file, _ = QFileDialog.getOpenFileName(
            self, self._list.text(), str(start), self.tr("Lists (%1)").replace("%1", patterns)
        )
        if file:
            self.set_list(Path(file))


class _Chosen(QWidget):
    """What was chosen, with a cross to choose something else."""

    removed = Signal()

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self._path = Elided("", 13, mode=Qt.TextElideMode.ElideMiddle)
        self._away = IconButton("x", small=True)
        row = Row(self, spacing=8, margins=(0, 4, 4, 4))
        row.add_all(Picture(icon_name, "accent"), self._path, self._away)
        self._away.clicked.connect(self.removed)

    def show_words(self, said: str, away: str) -> None:
        """Show a path; nothing for an empty one."""
        self._path.set_text(said)
        self._away.set_name(away)
        self.setVisible(bool(said))


def _home() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
