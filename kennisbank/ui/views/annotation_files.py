"""Annotations to and from files, asked for in the window: the file is chosen here, the rest is a job."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from kennisbank.domain.file_names import safe_name
from kennisbank.domain.ids import AnnotationId, ContributionId
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import number
from kennisbank.ui.messages import problem_text

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.exchanging import ExportReport, Format, ImportedAnnotations

_FILTERS: dict["Format", str] = {
    "markdown": "Markdown (*.md)",
    "jsonld": "W3C Web Annotation (*.jsonld)",
    "csv": "CSV (*.csv)",
    "xfdf": "XFDF (*.xfdf)",
    "pdf": "PDF (*.pdf)",
}


class AnnotationFiles(QObject):
    """Writes and takes annotations for one view; what came of it is told in passing."""

    def __init__(self, session: Session, view: QWidget) -> None:
        """Work for `view`, on the library of `session`."""
        super().__init__(view)
        self._session, self._view = session, view

    def ask_export(
        self,
        title: str,
        *,
        contributions: Collection[ContributionId] = (),
        annotations: Collection[AnnotationId] = (),
        formats: Collection["Format"] = ("markdown", "jsonld", "csv", "xfdf"),
    ) -> None:
        """Ask for a file, named after `title`, and write these annotations (or those of these contributions) to it.

        A copy of a PDF is of one contribution only: the caller leaves that format out for more.
        """
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        filters = [_FILTERS[each] for each in formats]
        suffix = _suffix(filters[0])
        name, chosen = QFileDialog.getSaveFileName(
            self._view,
            self.tr("Export annotations"),
            str(Path(folder) / f"{safe_name(title)}{suffix}"),
            ";;".join(filters),
        )
        if not name:
            return
        path = Path(name)
        by_filter = dict(zip(filters, formats, strict=True)).get(chosen, next(iter(formats)))
        format_ = _format_of(path) or by_filter
        whole = path if _format_of(path) else path.with_name(path.name + _suffix(_FILTERS[format_]))
        self.export(whole, format_, contributions, annotations)

    def export(
        self,
        path: Path,
        format_: "Format",
        contributions: Collection[ContributionId] = (),
        annotations: Collection[AnnotationId] = (),
    ) -> None:
        """Write annotations to a file."""
        exchanging, name = self._session.kennisbank.exchanging, self._session.settings.reader_name

        def done(report: "ExportReport") -> None:
            words = self.tr("%n annotation(s) stand in {file}.", "", report.annotations)
            said = " ".join(problem_text(each) for each in report.problems)
            text = words.replace(str(report.annotations), number(report.annotations), 1).format(file=path.name)
            self._session.tell(f"{text} {said}".strip())

        self._session.tasks.long(
            self,
            self.tr("Exporting annotations"),
            lambda _ctx: exchanging.export(
                path, format_, contributions=contributions, annotations=annotations, name=name
            ),
            done,
            self._session.failed.emit,
        )

    def ask_import(self, contribution: ContributionId) -> None:
        """Ask for a file, and take the annotations in it into a contribution."""
        name, _ = QFileDialog.getOpenFileName(
            self._view,
            self.tr("Import annotations"),
            "",
            self.tr("Annotations (%1)").replace("%1", "*.jsonld *.json *.xfdf *.pdf"),
        )
        if name:
            self.take(contribution, Path(name))

    def take(self, contribution: ContributionId, path: Path) -> None:
        """Take the annotations in a file into a contribution."""
        exchanging = self._session.kennisbank.exchanging

        def done(taken: "ImportedAnnotations") -> None:
            self._session.changed_by(taken.changes)
            self._session.tell(" ".join((self._taken_words(taken), *(problem_text(each) for each in taken.problems))))

        self._session.tasks.long(
            self,
            self.tr("Importing annotations"),
            lambda _ctx: exchanging.take(contribution, path),
            done,
            self._session.failed.emit,
        )

    def _taken_words(self, taken: "ImportedAnnotations") -> str:
        """Return what came of a file of annotations."""
        if not taken.added and not taken.unchanged:
            return self.tr("There are no annotations in this file.")
        if not taken.added:
            return self.tr("All annotations of this file were here already.")
        added = self.tr("%n annotation(s) added.", "", taken.added)
        here = self.tr("%n were here already.", "", taken.unchanged) if taken.unchanged else ""
        return f"{added} {here}".strip()


def _format_of(path: Path) -> "Format | None":
    """Return the format that an ending says."""
    return next((each for each, words in _FILTERS.items() if _suffix(words) == path.suffix.lower()), None)


def _suffix(words: str) -> str:
    return words[words.index("*") + 1 : -1]
