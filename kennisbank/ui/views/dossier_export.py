"""Above the lines of a dossier: how it is to be exported, and first what of it may be copied for students."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSignalBlocker, QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from kennisbank.domain.dossier import Dossier
from kennisbank.domain.file_names import safe_name
from kennisbank.domain.ids import DossierId
from kennisbank.ui.controllers.dossier_packing import DossierPacking
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import number
from kennisbank.ui.messages import problem_text
from kennisbank.ui.models.licence_words import copy_badge, copy_words
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row, clear_layout
from kennisbank.ui.widgets.metadata_choice import MetadataChoice
from kennisbank.ui.widgets.text import Text

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.pack_check import CheckedPaper, LicenceCheck
    from kennisbank.services.packing import PackReport

_FORMS: tuple[tuple[Literal["pdf", "markdown", "zip"], str], ...] = (
    ("pdf", ".pdf"),
    ("zip", ".zip"),
    ("markdown", ".md"),
)
_FILES: tuple[Literal["allowed", "stated", "all"], ...] = ("allowed", "stated", "all")


class _Paper(QWidget):
    """A paper of which it isn't sure that it may be copied: which, and why not."""

    def __init__(self, paper: "CheckedPaper", left_out: str) -> None:
        super().__init__()
        words = Column(self, margins=(0, 4, 0, 4), spacing=2)
        words.addWidget(Text(paper.contribution.metadata.values.title, wraps=True))
        words.addWidget(Badge(*copy_badge(paper.licence.may_be_copied)))
        words.addWidget(Text(copy_words(paper.licence), size=12, tone="text_2", wraps=True))
        if left_out:
            words.addWidget(Text(left_out, size=12, strong=True, wraps=True))


class ExportPanel(Card):
    """Hidden until it is asked for; Esc closes it."""

    closed = Signal()
    """Whoever opened it takes the keyboard back."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Export dossiers of `session`."""
        super().__init__(parent)
        self.packing = DossierPacking(session, self)
        self._dossier: Dossier | None = None
        self._check: LicenceCheck | None = None
        self._heading = Text(size=15, strong=True)
        self._form_label, self.form = Text(), MetadataChoice()
        self._files_label, self.files = Text(), MetadataChoice()
        self.annotations = QCheckBox()
        self._check_heading = Text(strong=True)
        self._counts, self._papers = QWidget(), QWidget()
        self._badges = [Badge(), Badge(), Badge()]
        self._paper_column = Column(self._papers, spacing=8)
        self._outcome = Text(wraps=True)
        self.write, self.leave = Button("", "primary"), Button("", "quiet", key_hint="Esc")
        self._lay_out()
        self.form.currentIndexChanged.connect(self._ask)
        self.files.currentIndexChanged.connect(self._ask)
        self.packing.checked.connect(self._show_check)
        self.packing.running.connect(lambda is_running: self.write.setEnabled(not is_running))
        self.packing.written.connect(self._show_report)
        self.write.clicked.connect(self._choose_file)
        self.leave.clicked.connect(self.close_panel)
        escape = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_panel)
        self.hide()
        self.retranslate()

    @property
    def outcome(self) -> str:
        """Return what was said of the last pack, or what stays out of the next."""
        return self._outcome.text()

    def open_panel(self, dossier: Dossier) -> None:
        """Show what may be copied of a dossier, and offer to export it."""
        self.show_dossier(dossier)
        self.show()
        self._ask()
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_dossier(self, dossier: Dossier) -> None:
        """Follow the dossier that is shown; what is open asks again, of another one it closes."""
        before, self._dossier = self._dossier, dossier
        if self.isHidden():
            return
        if before is None or before.id != dossier.id:
            self.hide()
        elif before.items != dossier.items:
            self._ask()

    def close_panel(self) -> None:
        """Leave it."""
        self.hide()
        self.closed.emit()

    def export_to(self, path: Path) -> None:
        """Write the pack as it is chosen."""
        if self._dossier is not None:
            self.packing.export(
                self._dossier.id, path, self._form(), self._wanted(), has_annotations=self.annotations.isChecked()
            )

    def retranslate(self) -> None:
        """Set all words anew."""
        self._heading.setText(self.tr("Export as a reading pack"))
        self._label(self.form, self._form_label, self.tr("Form"))
        self._label(self.files, self._files_label, self.tr("Files"))
        forms = (self.tr("One PDF"), self.tr("Zip: files, text, references"), self.tr("Markdown: text, references"))
        files = (
            self.tr("All but those whose licence says no"),
            self.tr("Only those whose licence says yes"),
            self.tr("All of them"),
        )
        for choice, words in ((self.form, forms), (self.files, files)):
            blocked, chosen = QSignalBlocker(choice), max(choice.currentIndex(), 0)
            choice.clear()
            choice.addItems(list(words))
            choice.setCurrentIndex(chosen)
            del blocked
        self.annotations.setText(self.tr("With what I wrote in these papers (W3C JSON-LD)"))
        self._check_heading.setText(self.tr("May be copied for students?"))
        self.write.setText(self.tr("Export…"))
        self.leave.setText(self.tr("Close"))
        self.setAccessibleName(self._heading.text())
        if self._check is not None:
            self._show_check(self._check)

    def _form(self) -> Literal["pdf", "markdown", "zip"]:
        return _FORMS[max(self.form.currentIndex(), 0)][0]

    def _wanted(self) -> Literal["allowed", "stated", "all"]:
        return _FILES[max(self.files.currentIndex(), 0)]

    def _ask(self) -> None:
        has_files = self._form() != "markdown"
        self._files_label.setVisible(has_files)
        self.files.setVisible(has_files)
        self.annotations.setVisible(self._form() == "zip")
        if self._dossier is not None and not self.isHidden():
            self.packing.check(DossierId(self._dossier.id), self._wanted())

    def _show_check(self, check: "LicenceCheck") -> None:
        if self._dossier is None or check.dossier.id != self._dossier.id:
            return
        self._check = check
        yes, no, unstated = (number(check.count(answer)) for answer in ("yes", "no", "not_stated"))
        words = (
            (self.tr("yes: {count}").format(count=yes), "ok", "okc"),
            (self.tr("no: {count}").format(count=no), "bad", "error"),
            (self.tr("not stated: {count}").format(count=unstated), "quiet", "question"),
        )
        for badge, (text, tone, icon) in zip(self._badges, words, strict=True):
            badge.set_badge(text, tone, icon)  # type: ignore[arg-type]
        clear_layout(self._paper_column)
        has_files = self._form() != "markdown"
        for paper in check.papers:
            if paper.licence.may_be_copied != "yes" or paper.licence.conditions:
                out = self.tr("Its file is left out; its reference is in the pack.")
                self._paper_column.addWidget(_Paper(paper, out if paper.is_left_out and has_files else ""))
        self._papers.setVisible(self._paper_column.count() > 0)
        self._show_outcome(check, has_files=has_files)

    def _show_outcome(self, check: "LicenceCheck", *, has_files: bool) -> None:
        out = len(check.left_out) if has_files else 0
        said = []
        if out:
            said.append(self.tr("The files of %n paper(s) are left out.", "", out).replace(str(out), number(out)))
        if check.gone:
            lines = self.tr("%n line(s) are of papers that are no longer in the library.", "", check.gone)
            said.append(lines.replace(str(check.gone), number(check.gone)))
        self._outcome.setText(" ".join(said))
        self._outcome.setVisible(bool(said))

    def _show_report(self, _path: Path, report: "PackReport") -> None:
        """Say what should be in the pack and isn't; else there is nothing more to see here."""
        if not report.problems:
            self.close_panel()
            return
        self._outcome.setText("\n".join(problem_text(each) for each in report.problems))
        self._outcome.show()

    def _choose_file(self) -> None:
        if self._dossier is None:
            return
        suffix = dict(_FORMS)[self._form()]
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        wanted = str(Path(folder) / f"{safe_name(self._dossier.name)}{suffix}")
        path, _ = QFileDialog.getSaveFileName(self, self._heading.text(), wanted, f"*{suffix}")
        if path:
            self.export_to(Path(path) if Path(path).suffix else Path(path + suffix))

    def _label(self, field: QWidget, label: Text, words: str) -> None:
        label.setText(words)
        label.setBuddy(field)
        field.setAccessibleName(words)

    def _lay_out(self) -> None:
        form, files = Row(spacing=8), Row(spacing=8)
        form.add_all(self._form_label, self.form, None)
        files.add_all(self._files_label, self.files, None)
        counts = FlowLayout(self._counts)
        for badge in self._badges:
            counts.addWidget(badge)
        buttons = Row()
        buttons.add_all(self.write, self.leave, None)
        column = Column(self, margins=(16, 12, 16, 12), spacing=8)
        column.add_all(self._heading, form, self._check_heading, self._counts, files, self._papers)
        column.add_all(self.annotations, self._outcome, 4, buttons)
