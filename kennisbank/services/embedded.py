"""Annotations inside PDFs: read out of one, taken into the library, and written into a copy of one."""

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kennisbank.config.settings import load_settings
from kennisbank.documents.annotation_kinds import KINDS_OF
from kennisbank.documents.copy_marks import CopyMarks, WrittenMarks, marks_of
from kennisbank.documents.media_types import PDF
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.documents.writers import DocumentWriters
from kennisbank.domain.annotation import Annotation
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution, ContributionFile
from kennisbank.domain.document import Document, EmbeddedAnnotation, Problem
from kennisbank.domain.ids import ContributionId, FileHash
from kennisbank.domain.moments import now
from kennisbank.domain.reports import ImportedAnnotations
from kennisbank.errors import BadInputError, DocumentError, NotFoundError
from kennisbank.importing.embedded import annotations_of
from kennisbank.importing.taking import Taking, of_copy, plan
from kennisbank.library.files import hash_file
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction
from kennisbank.services.annotating import AnnotationService
from kennisbank.tasks.context import JobContext, Progress

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WrittenCopy:
    """A copy of a PDF with annotations in it: how many it has now, how many could not go in, and what is to be told."""

    path: Path
    written: int
    skipped: int
    problems: tuple[Problem, ...] = ()


class EmbeddedService:
    """Reads and writes annotations inside PDFs. Every method blocks; call them from any thread but the GUI's."""

    def __init__(
        self,
        library: Library,
        workers: DocumentWorkers,
        writers: DocumentWriters,
        annotating: AnnotationService,
        settings_file: Path,
    ) -> None:
        """Read with `workers` and write with `writers`; the settings say what the owner of the library is called."""
        self._library, self._workers, self._writers = library, workers, writers
        self._annotating, self._settings_file = annotating, settings_file

    def read(self, path: Path) -> tuple[EmbeddedAnnotation, ...]:
        """Return the annotations that stand in a PDF, in the order of the file.

        Raises:
            DocumentError: the file can't be read.
        """
        return self._document(path).annotations

    def take(self, contribution: ContributionId, path: Path) -> ImportedAnnotations:
        """Take the annotations of a PDF, a copy of a file of this contribution, into the library.

        They land on the same words of the file that is current; taking them again adds nothing.

        Raises:
            NotFoundError: there is no such contribution, or it has no file.
            DocumentError: the file can't be read.
            BadInputError: it is no PDF.
        """
        document = self._document(path)
        if document.media_type != PDF:
            raise BadInputError("Annotations can only be taken from a PDF here; this file is of another kind.")
        source = hash_file(path)
        with self._library.read() as tx:
            known = tx.contributions.get(contribution)
            if not known.current_files:
                raise NotFoundError("file", contribution)
            found = _found(tx, known, document, source)
        with self._library.write() as tx:
            taking = plan(tx, contribution, found)
            taking.carry_out(tx)
            changes = tx.changes
        lost = sum(1 for each in taking.new if each.anchor is not None and not each.anchor.pieces)
        return _imported(document, taking, lost, changes)

    def behind(self) -> int:
        """Return how many PDFs came before annotations were read."""
        with self._library.read() as tx:
            return len(tx.texts.without_annotations())

    def catch_up(
        self, ctx: JobContext | None = None, on_committed: Callable[[ChangeSet], None] = lambda _: None
    ) -> ImportedAnnotations:
        """Take the annotations out of the PDFs that came before annotations were read; each file is read once.

        A file that can't be read any more counts as read. `on_committed` gets what changed with each file, on the
        caller's thread.

        Raises:
            Cancelled: asked to stop, between two files; what was taken stays.
        """
        ctx = ctx or JobContext()
        with self._library.read() as tx:
            missing = tx.texts.without_annotations()
            owners = {file.hash: each for each in tx.contributions.all() for file in each.files if file.hash in missing}
        added = known = 0
        others: Counter[str] = Counter()
        for number, (file, contribution) in enumerate(owners.items()):
            ctx.report(Progress("annotations", number, len(owners)))
            ctx.check()
            try:
                document = self._document(self._library.files.path(file))
            except DocumentError as error:
                _log.warning("the annotations of %s can't be read: %s", file, error)
                document = None
            found: list[Annotation] = []
            if document is not None:
                found = annotations_of(document, file, contribution.id, now(), {})
                others += _others(document)
            with self._library.write() as tx:
                taking = plan(tx, contribution.id, found)
                taking.carry_out(tx)
                tx.texts.note_annotations(file, len(found))
                changes = tx.changes
            on_committed(changes)
            added, known = added + len(taking.new), known + taking.known
        return ImportedAnnotations(added, known, others.total())

    def write_copy(self, contribution: ContributionId, target: Path, *, file: FileHash | None = None) -> WrittenCopy:
        """Write a copy of a contribution's PDF with all its annotations in it; the file in the library stays as it is.

        Without `file` the first current PDF. What stands in the file already is not written twice. A file that stood
        at `target` is replaced, in one go.

        Raises:
            NotFoundError: the contribution, or this file of it, isn't here.
            BadInputError: it is no PDF, or its maker does not allow annotations in it.
            DocumentError: the file can't be copied so.
            StorageError: the copy can't be written.
        """
        with self._library.read() as tx:
            chosen = _pdf(tx.contributions.get(contribution), file)
        placed = self._annotating.on(contribution, chosen.hash)
        marks = marks_of(placed, chosen.hash, self._owner())
        try:
            written = self._writers.write_annotated(self._library.files.path(chosen.hash), target, marks.marks)
        except DocumentError as error:
            if error.code != "locked":
                raise
            raise BadInputError(
                "Whoever made this file does not allow annotations in it, so no copy was written. "
                "Export them as Markdown, JSON-LD or CSV instead."
            ) from error
        return _copy(target, marks, written)

    def _owner(self) -> str:
        """Return the name under which the owner of the library writes; empty for one who wants none in exports."""
        return load_settings(self._settings_file).reader_name

    def _document(self, path: Path) -> Document:
        return self._workers.extract(path, path.name).result()


def _found(tx: Transaction, known: Contribution, document: Document, source: FileHash) -> list[Annotation]:
    """Return what stands in a file of the library itself, or in a copy of one."""
    if any(each.hash == source for each in known.files):
        return annotations_of(document, source, known.id, now(), {})
    return of_copy(tx, known, document, source, now(), {})


def _pdf(contribution: Contribution, file: FileHash | None) -> ContributionFile:
    files = contribution.current_files if file is None else contribution.files
    wanted = [each for each in files if file in (None, each.hash)]
    if not wanted:
        raise NotFoundError("file", file or contribution.id)
    pdf = next((each for each in wanted if each.media_type == PDF), None)
    if pdf is None:
        raise BadInputError(
            "Only a PDF can carry annotations, and this file is of another kind. "
            "Export them as Markdown, JSON-LD or CSV instead."
        )
    return pdf


def _others(document: Document) -> Counter[str]:
    return Counter(each.subtype for each in document.annotations if each.subtype not in KINDS_OF)


def _imported(document: Document, taking: Taking, lost: int, changes: ChangeSet) -> ImportedAnnotations:
    problems = [each for each in document.problems if each.code.startswith("annotations_")]
    if lost:
        message = f"{lost} annotations belong to a place that this version of the file does not have."
        problems.append(Problem("annotations_unplaced", message, None, "warning", {"count": str(lost)}))
    return ImportedAnnotations(len(taking.new), taking.known, _others(document).total(), tuple(problems), changes)


def _copy(target: Path, marks: CopyMarks, written: WrittenMarks) -> WrittenCopy:
    problems = []
    if marks.gone:
        message = f"{marks.gone} annotations have no place in this version of the file; they are not in the copy."
        problems.append(Problem("annotations_unplaced", message, None, "warning", {"count": str(marks.gone)}))
    if marks.unknown:
        message = f"{marks.unknown} annotations are of kinds that can't be written; they are not in the copy."
        problems.append(Problem("annotations_not_written", message, None, "warning", {"count": str(marks.unknown)}))
    if written.is_signed:
        message = "The file is signed. The signature holds for it as it was; viewers will say that it was added to."
        problems.append(Problem("signed", message, None, "note"))
    count = written.written + written.present + marks.in_file
    return WrittenCopy(target, count, marks.gone + marks.unknown, tuple(problems))
