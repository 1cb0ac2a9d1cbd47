"""Annotations out of the library and into it, in open formats."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Literal, get_args

from kennisbank.config.whole_files import write_whole
from kennisbank.documents.media_types import PDF
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.annotation import Anchor, Annotation, AnnotationFilter
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution, ContributionFile
from kennisbank.domain.document import Problem
from kennisbank.domain.ids import AnnotationId, ContributionId, PageNo
from kennisbank.domain.moments import now
from kennisbank.domain.page_frame import PageFrame
from kennisbank.domain.reports import ImportedAnnotations
from kennisbank.errors import BadInputError, NotFoundError, StorageError
from kennisbank.exchange.csv_table import write_csv
from kennisbank.exchange.jsonld import write_jsonld
from kennisbank.exchange.jsonld_reading import read_jsonld
from kennisbank.exchange.markdown import write_markdown
from kennisbank.exchange.selectors import page_starts
from kennisbank.exchange.values import BYTES_LIMIT, Owner, ReadFile, Section
from kennisbank.exchange.xfdf import write_xfdf
from kennisbank.exchange.xfdf_reading import read_xfdf
from kennisbank.library.library import Library
from kennisbank.sentences import Language
from kennisbank.services.annotating import AnnotationService
from kennisbank.services.annotation_citations import cited
from kennisbank.services.annotation_sections import sections
from kennisbank.services.annotation_taking import plan
from kennisbank.services.dossier_places import quoted
from kennisbank.services.embedded import EmbeddedService

Format = Literal["jsonld", "markdown", "csv", "xfdf", "pdf"]
FORMATS: tuple[Format, ...] = get_args(Format)
SUFFIXES: dict[Format, str] = {
    "jsonld": ".jsonld", "markdown": ".md", "csv": ".csv", "xfdf": ".xfdf", "pdf": ".pdf",
}  # fmt: skip
"""How a file of each format is called."""
OF_ONE: frozenset[Format] = frozenset({"xfdf", "pdf"})
"""Formats that hold the annotations of one file of one contribution, all of them."""
_Source = Literal["jsonld", "xfdf", "pdf"]
_HEAD = 1024
"""Bytes by which a file is known for what it is."""
_A4 = PageFrame.of_height(842.0)


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: how many annotations of how many contributions, and what the format could not hold."""

    annotations: int
    contributions: int
    problems: tuple[Problem, ...] = ()


class ExchangeService:
    """Writes annotations to files and takes them from files. For any thread but the GUI's."""

    def __init__(
        self, library: Library, annotating: AnnotationService, embedded: EmbeddedService, workers: DocumentWorkers
    ) -> None:
        """Exchange what is in `library`; `embedded` reads and writes it inside PDFs, `workers` know their pages."""
        self._library, self._annotating, self._embedded, self._workers = library, annotating, embedded, workers

    def listed(self, wanted: AnnotationFilter, *, cite_in: Language | None = None) -> tuple[Section, ...]:
        """Return what `wanted` lets through, by title of the contributions and in reading order.

        With `cite_in` the contributions have their reference, in this language; that takes longer.
        """
        found = self._annotating.find(wanted)
        with self._library.read() as tx:
            citations = {} if cite_in is None else cited(tx, found.contributions.values(), cite_in)
            placed = zip(found.annotations, found.anchors, strict=True)
            return sections(tx, placed, found.contributions, citations)

    def passage(self, contribution: ContributionId, text: str, page: PageNo | None = None) -> Anchor:
        """Return the first passage with these words, on `page` if one is named.

        Raises:
            NotFoundError: there is no such contribution.
            BadInputError: these words don't stand there.
        """
        with self._library.read() as tx:
            return quoted(tx, tx.contributions.get(contribution), text, page)

    def export(
        self,
        target: Path | BinaryIO,
        format_: Format,
        *,
        contributions: Collection[ContributionId] = (),
        annotations: Collection[AnnotationId] = (),
        name: str = "",
        language: Language = "nl",
    ) -> ExportReport:
        """Write annotations: these (from the trash too), or those of these contributions, or all; in reading order.

        `target` is a file, written as a whole or not at all, or a stream of bytes (not for ``pdf``). `name` is what the
        reader wants to be called; without it what they wrote has no creator. `language` is that of headings and
        references in Markdown. `OF_ONE` are of one contribution, and always all of it.

        Raises:
            NotFoundError: one of these annotations or contributions isn't here.
            BadInputError: this format is of one contribution that has a PDF, and something else was asked for.
            StorageError: the file can't be written.
        """
        if format_ in OF_ONE:
            return self._export_one(target, format_, contributions, annotations, name)
        found = self._chosen(contributions, annotations, language if format_ in {"markdown", "csv"} else None)
        if format_ == "markdown":
            data = write_markdown(found, language=language).encode("utf-8", "replace")
        elif format_ == "csv":
            data = write_csv(found)
        else:
            data = self._jsonld(found, name)
        _put(target, data)
        return ExportReport(sum(len(each.entries) for each in found), len(found))

    def take(
        self, contribution: ContributionId, path: Path | None, *, format_: Format | Literal[""] = ""
    ) -> ImportedAnnotations:
        """Take the annotations in a file into a contribution, in one transaction; what is here already stays as it is.

        Without `format_` the file's content says what it is: JSON-LD, XFDF or PDF. Without `path` the contribution's
        own PDFs are read again. What another wrote can be read and not changed.

        Raises:
            NotFoundError: the contribution isn't here, or there is no such file.
            BadInputError: the file isn't one of these formats, or it is too large.
            DocumentError: the PDF can't be read.
            StorageError: the file can't be read.
        """
        with self._library.read() as tx:
            known = tx.contributions.get(contribution)
        if path is None:
            files = [each.hash for each in known.files if each.media_type == PDF]
            return _sum([self._take_pdf(contribution, self._library.files.path(file)) for file in files])
        source = _source(format_, _bytes(path, _HEAD), path)
        if source == "pdf":
            return self._take_pdf(contribution, path)
        read = self._read(source, _bytes(path, BYTES_LIMIT + 1), known)
        with self._library.read() as tx:
            planned = plan(tx, known, read, source)
        with self._library.write() as tx:
            return planned.carry_out(tx)

    def _read(self, source: _Source, data: bytes, contribution: Contribution) -> ReadFile:
        owner = Owner(f"urn:uuid:{self._library.origin}")
        if source == "jsonld":
            return read_jsonld(data, owner=owner, moment=now())
        files = contribution.current_files
        file = next((each for each in files if each.media_type == PDF), next(iter(files), None))
        frames = self._frames(file) if file is not None else {}
        return read_xfdf(data, owner=owner, moment=now(), frames=frames, default=_A4)

    def _take_pdf(self, contribution: ContributionId, path: Path) -> ImportedAnnotations:
        return self._embedded.take(contribution, path)

    def _chosen(
        self,
        contributions: Collection[ContributionId],
        annotations: Collection[AnnotationId],
        cite_in: Language | None,
    ) -> tuple[Section, ...]:
        """Return what is to be written.

        Raises:
            NotFoundError: one of these isn't here.
        """
        with self._library.read() as tx:
            here = tx.annotations.many(annotations)
            for contribution in contributions:
                tx.contributions.get(contribution)
        for each in annotations:
            if each not in here:
                raise NotFoundError("annotation", each)
        if not annotations:
            return self.listed(AnnotationFilter(contributions=frozenset(contributions)), cite_in=cite_in)
        of = frozenset(each.contribution for each in here.values())
        sides = {each.trashed is not None for each in here.values()}
        found = [
            section
            for is_trashed in sorted(sides)
            for section in self.listed(AnnotationFilter(contributions=of, is_trashed=is_trashed), cite_in=cite_in)
        ]
        chosen = [
            replace(each, entries=tuple(one for one in each.entries if one.annotation.id in here)) for each in found
        ]
        return tuple(each for each in chosen if each.entries)

    def _jsonld(self, found: Sequence[Section], name: str) -> bytes:
        annotations = [each.annotation for section in found for each in section.entries]
        files = {each.anchor.file for each in annotations if each.anchor is not None}
        with self._library.read() as tx:
            starts = {file: page_starts(page.text for page in tx.texts.pages(file)) for file in files}
        owner = Owner(f"urn:uuid:{self._library.origin}", name)
        return write_jsonld(annotations, owner=owner, moment=now(), starts=starts)

    def _export_one(
        self,
        target: Path | BinaryIO,
        format_: Format,
        contributions: Collection[ContributionId],
        annotations: Collection[AnnotationId],
        name: str,
    ) -> ExportReport:
        if len(contributions) != 1 or annotations:
            raise BadInputError("This format holds the annotations of one paper; choose one contribution.")
        (contribution,) = contributions
        if format_ == "pdf":
            if not isinstance(target, Path):
                raise BadInputError("A PDF is written to a file; give it a name.")
            copy = self._embedded.write_copy(contribution, target)
            return ExportReport(copy.written, 1, copy.problems)
        data, count, problems = self._xfdf(contribution, name)
        _put(target, data)
        return ExportReport(count, 1, problems)

    def _xfdf(self, contribution: ContributionId, name: str) -> tuple[bytes, int, tuple[Problem, ...]]:
        with self._library.read() as tx:
            file = _pdf(tx.contributions.get(contribution))
        placed: list[tuple[Annotation, Anchor | None]] = [
            (each.annotation, each.anchor) for each in self._annotating.on(contribution, file.hash)
        ]
        owner = Owner(f"urn:uuid:{self._library.origin}", name)
        data, problems = write_xfdf(placed, owner=owner, frames=self._frames(file), href=file.name)
        return data, len(placed) - len(problems), problems

    def _frames(self, file: ContributionFile) -> dict[PageNo, PageFrame]:
        """Return how the pages of a file are shown; of what is no PDF, as their height says."""
        if file.media_type == PDF:
            frames: Sequence[PageFrame] = self._workers.frames(self._library.files.path(file.hash))
        else:
            with self._library.read() as tx:
                frames = [PageFrame.of_height(height) for _, height, _ in tx.texts.sizes(file.hash)]
        return {PageNo(number): frame for number, frame in enumerate(frames, 1)}


def _pdf(contribution: Contribution) -> ContributionFile:
    pdf = next((each for each in contribution.current_files if each.media_type == PDF), None)
    if pdf is None:
        raise BadInputError("This contribution has no PDF; export its annotations as Markdown, JSON-LD or CSV instead.")
    return pdf


def _source(format_: Format | Literal[""], head: bytes, path: Path) -> _Source:
    """Return what a file is: as was said, else by its first bytes."""
    if format_ in {"jsonld", "xfdf", "pdf"}:
        return format_
    if format_:
        raise BadInputError("Annotations are taken from JSON-LD, XFDF and PDF only.", path)
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    if b"%PDF-" in head:
        return "pdf"
    if start[:1] in {b"{", b"["}:
        return "jsonld"
    if start[:1] == b"<":
        return "xfdf"
    raise BadInputError("This is no file of annotations: JSON-LD, XFDF and PDF are read.", path)


def _sum(taken: Sequence[ImportedAnnotations]) -> ImportedAnnotations:
    return ImportedAnnotations(
        sum(each.added for each in taken),
        sum(each.unchanged for each in taken),
        sum(each.kept_as_other for each in taken),
        tuple(problem for each in taken for problem in each.problems),
        ChangeSet.of([change for each in taken for change in each.changes.changes]),
    )


def _bytes(path: Path, count: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(count)
    except IsADirectoryError as error:
        raise BadInputError("This is a folder; choose a file with annotations.", path) from error
    except FileNotFoundError as error:
        raise NotFoundError("file", str(path)) from error
    except OSError as error:
        raise StorageError(path, error.strerror or str(error)) from error


def _put(target: Path | BinaryIO, data: bytes) -> None:
    if isinstance(target, Path):
        write_whole(target, data)
    else:
        target.write(data)
