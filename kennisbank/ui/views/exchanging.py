"""Taking annotations along and bringing them in: the files, and what is told of them. All work is done elsewhere."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.file_names import safe_name
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash
from kennisbank.domain.reports import ImportedAnnotations
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import language
from kennisbank.ui.messages import problem_text

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.embedded import WrittenCopy
    from kennisbank.services.exchanging import ExportReport, Format

_FORMATS: "dict[str, Format]" = {
    ".md": "markdown",
    ".jsonld": "jsonld",
    ".json": "jsonld",
    ".csv": "csv",
    ".xfdf": "xfdf",
}
_KINDS = ("Markdown (*.md)", "W3C JSON-LD (*.jsonld)", "CSV (*.csv)")
_OF_ONE_PAPER = "XFDF (*.xfdf)"
Ask = Callable[[QWidget, str, str, str], str]
"""Asks for a file: parent, heading, proposal, filter; empty when the reader wants none."""


def ask_where(parent: QWidget, heading: str, proposal: str, filter_: str) -> str:
    """Ask where to write; an ending that is left out is that of the chosen kind."""
    name, kind = QFileDialog.getSaveFileName(parent, heading, proposal, filter_)
    return f"{name}{kind[kind.rindex('*') + 1 : -1]}" if name and kind and not Path(name).suffix else name


def ask_which(parent: QWidget, heading: str, proposal: str, filter_: str) -> str:
    """Ask what to read."""
    return QFileDialog.getOpenFileName(parent, heading, proposal, filter_)[0]


class Exchanging(QObject):
    """One per window."""

    def __init__(self, session: Session, *, where: Ask = ask_where, which: Ask = ask_which) -> None:
        """Belong to `session`; take the one there is with `of`."""
        super().__init__(session)
        self._session = session
        self.where, self.which = where, which

    @staticmethod
    def of(session: Session) -> "Exchanging":
        """Return that of this session."""
        return session.findChild(Exchanging) or Exchanging(session)

    def save_copy(self, contribution: ContributionId, file: FileHash, parent: QWidget) -> None:
        """Write a copy of the PDF that is read, with all annotations in it."""

        def ask(title: str) -> None:
            heading = self.tr("Save a copy with annotations")
            chosen = self.where(parent, heading, _proposal(title, ".pdf"), "PDF (*.pdf)")
            if chosen:
                self._copy(contribution, file, Path(chosen))

        self._titled(contribution, ask)

    def export(self, contribution: ContributionId, _file: FileHash, parent: QWidget) -> None:
        """Write the annotations of a contribution to a file; its ending says in which format."""

        def ask(title: str) -> None:
            chosen = self._ask_format(title, (*_KINDS, _OF_ONE_PAPER), parent)
            if chosen:
                self._export(Path(chosen), contributions=[contribution])

        self._titled(contribution, ask)

    def export_these(self, annotations: Collection[AnnotationId], title: str, parent: QWidget) -> None:
        """Write these annotations, of any papers, to a file that `title` is proposed as the name of."""
        chosen = self._ask_format(title, _KINDS, parent)
        if chosen:
            self._export(Path(chosen), annotations=annotations)

    def take(self, contribution: ContributionId, _file: FileHash, parent: QWidget) -> None:
        """Take annotations from a file into the margin of a contribution."""
        heading = self.tr("Import annotations")
        kinds = "PDF, XFDF, W3C JSON-LD (*.pdf *.xfdf *.jsonld *.json)"
        chosen = self.which(parent, heading, "", kinds)
        if not chosen:
            return
        service, source = self._session.kennisbank.exchanging, Path(chosen)

        def done(taken: ImportedAnnotations) -> None:
            self._session.changed_by(taken.changes)
            words = self.tr("%n annotation(s) taken from {file}.", "", taken.added).format(file=source.name)
            if taken.unchanged:
                words += " " + self.tr("%n stood here already.", "", taken.unchanged)
            self._session.tell(" ".join((words, *map(problem_text, taken.problems))))

        def job(_ctx: JobContext) -> ImportedAnnotations:
            return service.take(contribution, source)

        self._session.tasks.long(self, heading, job, done, self._session.failed.emit)

    def _ask_format(self, title: str, kinds: Collection[str], parent: QWidget) -> str:
        return self.where(parent, self.tr("Export annotations"), _proposal(title, ".md"), ";;".join(kinds))

    def _copy(self, contribution: ContributionId, file: FileHash, target: Path) -> None:
        service = self._session.kennisbank.embedded

        def done(copy: "WrittenCopy") -> None:
            words = self.tr("Saved as {file}, with %n annotation(s).", "", copy.written)
            words = words.format(file=target.name)
            if copy.skipped:
                words += " " + self.tr("%n could not go in; they stay in the margin.", "", copy.skipped)
            self._session.tell(" ".join((words, *map(problem_text, copy.problems))))

        def job(_ctx: JobContext) -> "WrittenCopy":
            return service.write_copy(contribution, target, file=file)

        heading = self.tr("Save a copy with annotations")
        self._session.tasks.long(self, heading, job, done, self._session.failed.emit)

    def _export(
        self,
        target: Path,
        *,
        contributions: Collection[ContributionId] = (),
        annotations: Collection[AnnotationId] = (),
    ) -> None:
        service, name, words_in = self._session.kennisbank.exchanging, self._session.settings.reader_name, language()
        format_ = _FORMATS.get(target.suffix.lower(), "markdown")

        def done(report: "ExportReport") -> None:
            words = self.tr("%n annotation(s) written to {file}.", "", report.annotations).format(file=target.name)
            self._session.tell(" ".join((words, *map(problem_text, report.problems))))

        def job(_ctx: JobContext) -> "ExportReport":
            return service.export(
                target, format_, contributions=contributions, annotations=annotations, name=name, language=words_in
            )

        self._session.tasks.long(self, self.tr("Export annotations"), job, done, self._session.failed.emit)

    def _titled(self, contribution: ContributionId, then: Callable[[str], None]) -> None:
        """Go on with the title of a contribution, which a file may be named after."""
        catalogue = self._session.kennisbank.catalogue

        def done(found: Contribution) -> None:
            then(found.metadata.values.title)

        self._session.tasks.read(self, lambda _ctx: catalogue.get(contribution), done, self._session.failed.emit)


def _proposal(title: str, suffix: str) -> str:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(folder) / f"{safe_name(title)}{suffix}")
