"""Annotations out of the library and into it, in open formats."""

import os
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, Literal
from uuid import uuid4

from kennisbank.domain.annotation import Anchor, Annotation, AnnotationFilter
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.document import Problem
from kennisbank.domain.ids import AnnotationId, ContributionId, PageNo, new_id
from kennisbank.domain.moments import now
from kennisbank.errors import BadInputError, NotFoundError, StorageError
from kennisbank.exchange.jsonld import write_jsonld
from kennisbank.exchange.jsonld_reading import read_jsonld
from kennisbank.exchange.selectors import page_starts
from kennisbank.exchange.values import BYTES_LIMIT, Owner, ReadAnnotation, ReadFile, Section
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction
from kennisbank.services.annotating import AnnotationService
from kennisbank.services.annotation_sections import Cite, sections
from kennisbank.services.dossier_places import quoted
from kennisbank.services.exchange_places import Places

Format = Literal["jsonld", "markdown", "csv", "xfdf", "pdf"]
FORMATS: tuple[Format, ...] = ("jsonld", "markdown", "csv", "xfdf", "pdf")
SUFFIXES: dict[Format, str] = {
    "jsonld": ".jsonld", "markdown": ".md", "csv": ".csv", "xfdf": ".xfdf", "pdf": ".pdf",
}  # fmt: skip
"""How a file of each format is called."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: how many annotations of how many contributions, and what the format could not hold."""

    annotations: int
    contributions: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedAnnotations:
    """What came of a file of annotations.

    `added` and `unchanged` (they were here already) are counts; `kept_as_other` is how many of the added are of a kind
    that the program only keeps. `changes` is what was written, for whoever shows it.
    """

    added: int = 0
    unchanged: int = 0
    kept_as_other: int = 0
    problems: tuple[Problem, ...] = ()
    changes: ChangeSet = field(default_factory=ChangeSet)


class ExchangeService:
    """Writes annotations to files and takes them from files. Every method may be called from any thread."""

    def __init__(self, library: Library, annotating: AnnotationService, cite: Cite | None = None) -> None:
        """Exchange the annotations of `library`; `cite` gives the references that go with quotes."""
        self._library = library
        self._annotating = annotating
        self._cite = cite

    def listed(self, wanted: AnnotationFilter) -> tuple[Section, ...]:
        """Return what `wanted` lets through, by title of the contributions and in reading order."""
        found = self._annotating.find(wanted)
        with self._library.read() as tx:
            return sections(tx, zip(found.annotations, found.anchors, strict=True), found.contributions, self._cite)

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
    ) -> ExportReport:
        """Write annotations: these, or those of these contributions, or all outside the trash; in reading order.

        `target` is a file, written as a whole or not at all, or a stream of bytes. `name` is what the reader wants to
        be called; without it what they wrote has no creator.

        Raises:
            NotFoundError: one of these annotations or contributions isn't here.
            StorageError: the file can't be written.
        """
        found = self._chosen(contributions, annotations)
        data = self._written(found, format_, name)
        _put(target, data)
        return ExportReport(sum(len(each.entries) for each in found), len(found))

    def take(
        self, contribution: ContributionId, path: Path, *, format_: Format | Literal[""] = ""
    ) -> ImportedAnnotations:
        """Take the annotations in a file into a contribution, in one transaction; what is here already stays as it is.

        Without `format_` the file's content says what it is: JSON-LD, XFDF or PDF. What another wrote can be read and
        not changed.

        Raises:
            NotFoundError: the contribution isn't here.
            BadInputError: the file isn't one of these formats, or it is too large.
            StorageError: the file can't be read.
        """
        data = _bytes(path)
        moment = now()
        owner = Owner(f"urn:uuid:{self._library.origin}")
        if (format_ or "jsonld") != "jsonld":
            raise BadInputError(f"Annotations can't be taken from a file of this format: {format_}.", path)
        read = read_jsonld(data, owner=owner, moment=moment)
        with self._library.write() as tx:
            return _Taking(tx, tx.contributions.get(contribution)).take(read)

    def _chosen(
        self, contributions: Collection[ContributionId], annotations: Collection[AnnotationId]
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
        of = frozenset(contributions) | {each.contribution for each in here.values()}
        found = self.listed(AnnotationFilter(contributions=of))
        if not annotations:
            return found
        chosen = [
            replace(each, entries=tuple(one for one in each.entries if one.annotation.id in here)) for each in found
        ]
        return tuple(each for each in chosen if each.entries)

    def _written(self, found: Sequence[Section], format_: Format, name: str) -> bytes:
        if format_ != "jsonld":
            raise BadInputError(f"Annotations can't be written in this format: {format_}.")
        annotations = [each.annotation for section in found for each in section.entries]
        files = {each.anchor.file for each in annotations if each.anchor is not None}
        with self._library.read() as tx:
            starts = {file: page_starts(page.text for page in tx.texts.pages(file)) for file in files}
        owner = Owner(f"urn:uuid:{self._library.origin}", name)
        return write_jsonld(annotations, owner=owner, moment=now(), starts=starts)


class _Taking:
    """One file of annotations on its way into a contribution, within one transaction."""

    def __init__(self, tx: Transaction, contribution: Contribution) -> None:
        self._tx = tx
        self._contribution = contribution
        self._places: dict[ContributionId, Places] = {contribution.id: Places(tx, contribution)}
        self._lost: dict[str, int] = {}
        self._problems: list[Problem] = []

    def take(self, read: ReadFile) -> ImportedAnnotations:
        """Keep what is new."""
        known = self._known(read.annotations)
        ids = {each.key: known[each.key].id if each.key in known else self._new_id(each) for each in read.annotations}
        new: dict[AnnotationId, Annotation] = {}
        for each in read.annotations:
            if each.key not in known and ids[each.key] not in new:
                placed = self._placed(each)
                new[ids[each.key]] = replace(placed, id=ids[each.key])
        answered = {*new, *(each.id for each in known.values())}
        kept = [each if each.reply_to in answered else replace(each, reply_to=None) for each in new.values()]
        self._tx.annotations.add_all(kept)
        lost = [
            Problem(
                "annotation_part_kept", f"{count}: {name}", severity="note", values={"what": name, "count": str(count)}
            )
            for name, count in self._lost.items()
        ]
        return ImportedAnnotations(
            len(kept),
            len(read.annotations) - len(kept),
            sum(each.kind == "other" for each in kept),
            (*read.problems, *self._problems, *lost),
            self._tx.changes,
        )

    def _known(self, read: Iterable[ReadAnnotation]) -> dict[str, Annotation]:
        """Return by key what is here already: by its id, or by where it came from."""
        read = list(read)
        here = self._tx.annotations.many([each.annotation.id for each in read])
        known = {each.key: here[each.annotation.id] for each in read if each.annotation.id in here}
        return known | self._tx.annotations.from_source("jsonld", [each.key for each in read])

    @staticmethod
    def _new_id(each: ReadAnnotation) -> AnnotationId:
        return each.annotation.id if each.key == f"urn:uuid:{each.annotation.id}" else AnnotationId(new_id())

    def _placed(self, each: ReadAnnotation) -> Annotation:
        """Return it as it will stand in this library."""
        for name in each.lost:
            self._lost[name] = self._lost.get(name, 0) + 1
        located = self._places[self._contribution.id].locate(each)
        annotation = each.annotation
        is_own = not annotation.creator
        if located.by == "nowhere":
            self._problems.append(_no_place(annotation))
        return replace(
            annotation,
            contribution=self._contribution.id,
            anchor=located.anchor,
            kind="note" if located.by == "nowhere" else annotation.kind,
            source="own" if is_own and annotation.source == "own" else "jsonld",
            source_key="" if is_own and annotation.source == "own" else each.key,
            is_read_only=not is_own or annotation.is_read_only,
            archive=None,
            account=None,
        )


def _no_place(annotation: Annotation) -> Problem:
    quote = annotation.anchor.quote.exact if annotation.anchor is not None and annotation.anchor.quote else ""
    what = (quote or annotation.body)[:100]
    return Problem("annotation_no_place", f"not found in this file: {what}", values={"what": what})


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(BYTES_LIMIT + 1)
    except IsADirectoryError as error:
        raise BadInputError("This is a folder; choose a file with annotations.", path) from error
    except FileNotFoundError as error:
        raise NotFoundError("file", str(path)) from error
    except OSError as error:
        raise StorageError(path, error.strerror or str(error)) from error
    return data


def _put(target: Path | BinaryIO, data: bytes) -> None:
    """Write a file as a whole, or not at all."""
    if not isinstance(target, Path):
        target.write(data)
        return
    unfinished = target.with_name(f".{target.name}.{uuid4().hex}")
    try:
        with unfinished.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise StorageError(target, error.strerror or str(error)) from error
