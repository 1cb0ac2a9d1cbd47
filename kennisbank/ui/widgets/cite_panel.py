"""The panel in which contributions are cited: a style, the references, and ways to take them along."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QStandardPaths
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QFileDialog, QTextEdit, QWidget
from typing_extensions import override

from kennisbank.citing.style_names import STYLES
from kennisbank.domain.file_names import safe_name
from kennisbank.domain.ids import ContributionId
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.citing import Citing
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import LANGUAGES, number
from kennisbank.ui.look import follow, font, px
from kennisbank.ui.messages import message_for, problem_text
from kennisbank.ui.widgets.buttons import Button, IconButton
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.floating_panel import MARGIN, FloatingPanel
from kennisbank.ui.widgets.layouts import Row
from kennisbank.ui.widgets.metadata_choice import MetadataChoice
from kennisbank.ui.widgets.text import Text

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.citing import Citations

FORMATS = {"bibtex": ("BibTeX", ".bib"), "ris": ("RIS", ".ris"), "csl": ("CSL-JSON", ".json")}
"""Names and endings of what citation managers read."""
_WIDTH, _LEAST_TEXT, _MOST_TEXT = 520, 72, 224


class CitePanel(FloatingPanel):
    """Stands near what opened it. One per window: `of`."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Stand in `window`, hidden until `show_for`."""
        super().__init__(session, window, _WIDTH)
        self._citing = Citing.of(session)
        self._one: tuple[ContributionId, ...] = ()
        self._all: tuple[ContributionId, ...] = ()
        self._found: Citations | None = None
        self._reading: JobContext | None = None
        self._heading = Text(size=15, strong=True)
        self._close = IconButton("x", small=True)
        self.style_choice, self.language_choice = MetadataChoice(), MetadataChoice()
        self.all_choice = QCheckBox()
        self.text = QTextEdit(readOnly=True, acceptRichText=False)
        self.text.setTabChangesFocus(True)
        self._problem = ErrorLine()
        self.copy, self.save = Button("", "primary"), Button("", "secondary", icon_name="download")
        self._lay_out()
        self._connect()
        follow(self, self._scale)
        self.retranslate()

    @staticmethod
    def of(session: Session, window: QWidget) -> "CitePanel":
        """Return the panel of this window."""
        return window.findChild(CitePanel) or CitePanel(session, window)

    @property
    def is_settled(self) -> bool:
        """Tell whether what is shown belongs to what is chosen."""
        return self._reading is None

    @property
    def ids(self) -> tuple[ContributionId, ...]:
        """Return what is cited."""
        return self._all if self.all_choice.isChecked() else self._one

    def show_for(self, ids: Sequence[ContributionId], opener: QWidget, all_ids: Sequence[ContributionId] = ()) -> None:
        """Cite these, and stand below `opener`, to which the keyboard goes back.

        `all_ids` are those of the list that these stand in: they are cited instead when the reader ticks so.
        """
        self._one, self._all = tuple(ids), tuple(all_ids)
        self.all_choice.setChecked(False)
        self.all_choice.setVisible(len(self._all) > len(self._one))
        self._found = None
        self.text.clear()
        self._fill_choices()
        self.retranslate()
        self._cite()
        self.open_below(opener, self.style_choice)

    def copy_now(self) -> None:
        """Copy what is shown; references with their italics, for who pastes them in a text."""
        if self._found is not None:
            count = len(self.ids)
            told = self.tr("%n reference(s) copied.", "", count).replace(str(count), number(count), 1)
            self._citing.copy(self._found.text, self._found.html, told)
            self.leave()

    def ask_save(self) -> None:
        """Ask for a file and write what is shown to it."""
        if self._found is None:
            return
        found = self._found
        name, suffix = FORMATS.get(self._citing.style, (self.tr("Text"), ".txt"))
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(folder) / f"{safe_name(self.tr('References'))}{suffix}")
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.save.text(), proposed, f"{name} (*{suffix})")
        if chosen:
            path = Path(chosen)
            self._citing.save(found, path if path.suffix else path.with_name(path.name + suffix))

    @override
    def retranslate(self) -> None:
        count = len(self._one)
        words = self.tr("Cite %n contribution(s)", "", count) if count > 1 else self.tr("Cite")
        self._heading.setText(words.replace(str(count), number(count), 1))
        self.setAccessibleName(self._heading.text())
        whole = len(self._all)
        self.all_choice.setText(self.tr("All %n of this list", "", whole).replace(str(whole), number(whole), 1))
        self.style_choice.setAccessibleName(self.tr("Style or format"))
        self.language_choice.setAccessibleName(self.tr("Language of the words between"))
        self.language_choice.setToolTip(self.tr("Language of the words between names and titles"))
        self.text.setAccessibleName(self.tr("References"))
        self.copy.setText(self.tr("Copy"))
        self.save.setText(self.tr("Save as…"))
        self._close.set_name(self.tr("Close"))

    def _lay_out(self) -> None:
        column = self.column
        head, choices = Row(), Row()
        head.add_all(self._heading, None, self._close)
        choices.add_all(self.style_choice, self.language_choice, None)
        buttons = Row()
        buttons.add_all(self.copy, self.save, None)
        column.add_all(head, choices, self.all_choice, self.text, self._problem, buttons)

    def _connect(self) -> None:
        self._close.clicked.connect(self.leave)
        self.style_choice.activated.connect(self._choose)
        self.language_choice.activated.connect(self._choose)
        self.all_choice.clicked.connect(self._cite)
        self.copy.clicked.connect(self.copy_now)
        self.save.clicked.connect(self.ask_save)

    def _fill_choices(self) -> None:
        blocked = QSignalBlocker(self.style_choice), QSignalBlocker(self.language_choice)
        self.style_choice.clear()
        for style in STYLES:
            self.style_choice.addItem(style.name, style.id)
        for id_, (name, _) in FORMATS.items():
            self.style_choice.addItem(name, id_)
        self.style_choice.setCurrentIndex(max(self.style_choice.findData(self._citing.style), 0))
        self.language_choice.clear()
        for code, name in LANGUAGES.items():
            self.language_choice.addItem(name, code)
        self.language_choice.setCurrentIndex(self.language_choice.findData(self._citing.language))
        del blocked

    def _choose(self) -> None:
        self._citing.choose(self.style_choice.currentData(), self.language_choice.currentData())
        self._cite()

    def _cite(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self.language_choice.setEnabled(self._citing.style not in FORMATS)
        self._reading = self._citing.cite(self, self.ids, self._show, self._fail)

    def _show(self, found: "Citations") -> None:
        self._reading, self._found = None, found
        self._problem.say(" ".join(problem_text(each) for each in found.problems))
        self._scale()
        if found.html:
            self.text.setHtml(found.html)
        else:
            self.text.setPlainText(found.text)
        self._set_ready()

    def _fail(self, error: Exception) -> None:
        self._reading, self._found = None, None
        self.text.clear()
        self._problem.say(str(message_for(error)))
        self._set_ready()

    def _set_ready(self) -> None:
        for button in (self.copy, self.save):
            button.setEnabled(self._found is not None)
        self.place()

    def _scale(self) -> None:
        is_code = self._citing.style in FORMATS
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        written = font(12 if is_code else 13)
        if is_code:
            written.setFamilies([family])
        self.text.document().setDefaultFont(written)
        self.text.setFont(written)
        self.text.document().setDocumentMargin(px(8))

    @override
    def fitted_height(self, width: int, room: int) -> int:
        """Give the references the height they need at a width, within `room`, and return that of the whole panel."""
        document, frame = self.text.document(), 2 * self.text.frameWidth()
        document.setTextWidth(width - 2 * px(MARGIN) - frame)
        needed = max(px(_LEAST_TEXT), min(int(document.size().height()) + frame, px(_MOST_TEXT)))
        for _ in range(2):  # the second time without what was too much
            self.text.setFixedHeight(needed)
            self.column.invalidate()
            whole = max(self.column.totalHeightForWidth(width), self.column.totalSizeHint().height())
            needed = max(px(_LEAST_TEXT) // 2, needed - max(0, whole - room))
        self._laid_out = whole
        return min(whole, room)
