"""Taking annotations along and bringing them in: the files, and what is told of them. All work is done elsewhere."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.ids import ContributionId, FileHash
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import language

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.annotation_taking import ImportedAnnotations
    from kennisbank.services.embedded import WrittenCopy
    from kennisbank.services.exchanging import ExportReport, Format

_FORMATS: "dict[str, Format]" = {
    ".md": "markdown",
    ".jsonld": "jsonld",
    ".json": "jsonld",
    ".csv": "csv",
    ".xfdf": "xfdf",
}
Ask = Callable[[QWidget, str, str, str], str]
"""Asks for a file: parent, heading, proposal, filter; empty when the reader wants none."""


def ask_where(parent: QWidget, heading: str, proposal: str, filter_: str) -> str:
    """Ask where to write."""
    return QFileDialog.getSaveFileName(parent, heading, proposal, filter_)[0]


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
        heading = self.tr("Save a copy with annotations")
        chosen = self.where(parent, heading, f"{contribution}.pdf", "PDF (*.pdf)")
        if not chosen:
            return
        service, target = self._session.kennisbank.embedded, Path(chosen)

        def done(copy: "WrittenCopy") -> None:
            words = self.tr("Saved as {file}, with %n annotation(s).", "", copy.written)
            words = words.format(file=target.name)
            if copy.skipped:
                words += " " + self.tr("%n could not go in; they stay in the margin.", "", copy.skipped)
            self._session.tell(words)

        def job(_ctx: JobContext) -> "WrittenCopy":
            return service.write_copy(contribution, target, file=file)

        self._session.tasks.write(self, job, done, self._session.failed.emit)

    def export(self, contribution: ContributionId, _file: FileHash, parent: QWidget) -> None:
        """Write the annotations of a contribution to a file; its ending says in which format."""
        heading = self.tr("Export annotations")
        kinds = "Markdown (*.md);;W3C JSON-LD (*.jsonld);;CSV (*.csv);;XFDF (*.xfdf)"
        chosen = self.where(parent, heading, f"{contribution}.md", kinds)
        if not chosen:
            return
        service, target = self._session.kennisbank.exchanging, Path(chosen)
        format_ = _FORMATS.get(target.suffix.lower(), "markdown")
        name, words_in = self._session.settings.reader_name, language()

        def done(report: "ExportReport") -> None:
            words = self.tr("%n annotation(s) written to {file}.", "", report.annotations)
            self._session.tell(words.format(file=target.name))

        def job(_ctx: JobContext) -> "ExportReport":
            return service.export(
                target,
                format_,
                contributions=[contribution],
                name=name,
                language=words_in,
            )

        self._session.tasks.write(self, job, done, self._session.failed.emit)

    def take(self, contribution: ContributionId, _file: FileHash, parent: QWidget) -> None:
        """Take annotations from a file into the margin of a contribution."""
        heading = self.tr("Import annotations")
        kinds = "PDF, XFDF, W3C JSON-LD (*.pdf *.xfdf *.jsonld *.json)"
        chosen = self.which(parent, heading, "", kinds)
        if not chosen:
            return
        service, source = self._session.kennisbank.exchanging, Path(chosen)

        def done(taken: "ImportedAnnotations") -> None:
            self._session.changed_by(ChangeSet((Change("annotation", contribution, "added"),)))
            words = self.tr("%n annotation(s) taken from {file}.", "", taken.added).format(file=source.name)
            if taken.unchanged:
                words += " " + self.tr("%n stood here already.", "", taken.unchanged)
            self._session.tell(words)

        def job(_ctx: JobContext) -> "ImportedAnnotations":
            return service.take(contribution, source)

        self._session.tasks.write(self, job, done, self._session.failed.emit)
