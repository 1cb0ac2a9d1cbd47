"""Reading packs: a dossier as one PDF, as Markdown or as a zip, after saying what of it may be copied for students."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from kennisbank.config.whole_files import write_whole
from kennisbank.documents.writers import DocumentWriters
from kennisbank.domain.document import Problem
from kennisbank.domain.ids import ContributionId, DossierId
from kennisbank.library.library import Library
from kennisbank.sentences import Language, sentence
from kennisbank.services.citing import CitingService
from kennisbank.services.dossier_places import DossierLine, OpenDossier
from kennisbank.services.dossiers import DossierService
from kennisbank.services.exchanging import ExchangeService
from kennisbank.services.pack_check import Files, LicenceCheck, checked, left_out_words, licence_words, said_of
from kennisbank.services.pack_contents import FileNames, file_names, licence_rows, readme
from kennisbank.services.pack_markdown import PackLine, pack_markdown
from kennisbank.services.pack_names import file_name
from kennisbank.services.pack_pdf import pack_spec
from kennisbank.services.pack_zip import ZipFile, as_csv, write_zip
from kennisbank.tasks.context import JobContext, Progress

PackFormat = Literal["pdf", "markdown", "zip"]
FORMATS: tuple[PackFormat, ...] = get_args(PackFormat)
SUFFIXES: Mapping[PackFormat, str] = {"pdf": ".pdf", "markdown": ".md", "zip": ".zip"}


@dataclass(frozen=True, slots=True)
class PackReport:
    """What was written: how many lines and files, and what one should know of the rest."""

    check: LicenceCheck
    lines: int
    files: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class PackWishes:
    """How a pack is wanted: which files go along, in which style it cites, in which language it speaks."""

    files: Files = "allowed"
    style: str = "apa"
    language: Language = "nl"
    has_annotations: bool = False
    """Whether what one wrote in these papers goes along in a zip, as W3C JSON-LD."""
    name: str = ""
    """What the reader is called in it."""


class PackingService:
    """Writes reading packs of the dossiers of one library. Every method may be called from any thread."""

    def __init__(
        self,
        library: Library,
        dossiers: DossierService,
        citing: CitingService,
        exchanging: ExchangeService,
        writers: DocumentWriters,
    ) -> None:
        """Take dossiers from `dossiers`, references, annotations, and files from `library`; `writers` make the PDF."""
        self._library, self._writers = library, writers
        self._dossiers, self._citing, self._exchanging = dossiers, citing, exchanging

    def check(self, dossier_id: DossierId, files: Files = "allowed") -> LicenceCheck:
        """Return what may be copied for students, and what stays out of a pack with these `files`.

        Raises:
            NotFoundError: there is no such dossier.
        """
        return checked(self._dossiers.open(dossier_id), files)

    def export(
        self,
        dossier_id: DossierId,
        target: Path,
        wanted: PackFormat,
        wishes: PackWishes | None = None,
        ctx: JobContext | None = None,
    ) -> PackReport:
        """Write a dossier to a file, as a whole or not at all; a file of this name is replaced.

        Raises:
            NotFoundError: there is no such dossier.
            BadInputError: there is no such style.
            DocumentError: the PDF as a whole can't be written.
            StorageError: the file can't be written.
            Cancelled: `ctx` was asked to stop; nothing was written.
        """
        wishes, ctx = wishes or PackWishes(), ctx or JobContext()
        opened = self._dossiers.open(dossier_id)
        check = checked(opened, wishes.files)
        references = self._references(check, wishes, ctx)
        names = file_names(check, self._library.files) if wanted == "zip" else {}
        lines = [_told(line, check, references, names, wishes.language) for line in opened.lines]
        ctx.check()
        match wanted:
            case "markdown":
                lines = [replace(each, left_out="") for each in lines]  # no files go along, so none is left out
                text = pack_markdown(opened.dossier, lines, said_of(check, wishes.language)[:1], wishes.language)
                write_whole(target, text.encode("utf-8", "replace"))
                return PackReport(check, len(lines), 0)
            case "zip":
                return self._zip(opened, lines, check, names, target, wishes, ctx)
            case "pdf":
                return self._pdf(opened, lines, check, target, wishes, ctx)

    def _references(self, check: LicenceCheck, wishes: PackWishes, ctx: JobContext) -> dict[ContributionId, str]:
        """Return each contribution's reference, one line each."""
        found = {}
        for number, each in enumerate(check.papers):
            ctx.check()
            ctx.report(Progress("citing", number, len(check.papers), each.contribution.metadata.values.title))
            cited = self._citing.cite([each.contribution.id], wishes.style, wishes.language)
            found[each.contribution.id] = " ".join(cited.text.split())
        return found

    def _pdf(
        self,
        opened: OpenDossier,
        lines: Sequence[PackLine],
        check: LicenceCheck,
        target: Path,
        wishes: PackWishes,
        ctx: JobContext,
    ) -> PackReport:
        said = said_of(check, wishes.language)
        spec = pack_spec(opened.dossier, lines, said, self._library.files, wishes.language)
        written = self._writers.write_pack(spec, target, ctx)
        problems = tuple(
            _not_in_pack(spec.items[number].title, why)
            for number, why in sorted(written.left_out.items())
            if not spec.items[number].left_out
        )
        return PackReport(check, len(lines), len(spec.items) - len(written.left_out), problems)

    def _zip(
        self,
        opened: OpenDossier,
        lines: Sequence[PackLine],
        check: LicenceCheck,
        names: FileNames,
        target: Path,
        wishes: PackWishes,
        ctx: JobContext,
    ) -> PackReport:
        said, ids = said_of(check, wishes.language), [each.contribution.id for each in check.papers]
        text = pack_markdown(opened.dossier, lines, said, wishes.language)
        folder = self._library.files
        missing = _missing(check, names)
        files = [ZipFile(name, folder.path(file.hash)) for each in names.values() for file, name in each]
        texts = {
            "README.txt": readme(opened.dossier, check, said, missing, wishes.language),
            file_name(opened.dossier.name, ".md"): text.encode("utf-8", "replace"),
            "references.bib": self._citing.cite(ids, "bibtex", wishes.language).text.encode("utf-8", "replace"),
            "references.ris": self._citing.cite(ids, "ris", wishes.language).text.encode("utf-8", "replace"),
            "references.csl.json": self._citing.cite(ids, "csl", wishes.language).text.encode("utf-8", "replace"),
            "licences.csv": as_csv(list(licence_rows(check, names, wishes.language))),
        }
        if wishes.has_annotations and ids:
            texts["annotations.jsonld"] = self._annotations(ids, wishes)
        lost = write_zip(target, texts, files, opened.dossier.modified, ctx)
        problems = [_not_in_pack(title, sentence("pack.missing", wishes.language)) for title in missing]
        problems += [_not_in_pack(name, sentence("pack_pdf.unreadable", wishes.language)) for name in lost]
        return PackReport(check, len(lines), len(files) - len(lost), tuple(problems))

    def _annotations(self, ids: Sequence[ContributionId], wishes: PackWishes) -> bytes:
        stream = io.BytesIO()
        self._exchanging.export(stream, "jsonld", contributions=ids, name=wishes.name, language=wishes.language)
        return stream.getvalue()


def _told(
    line: DossierLine,
    check: LicenceCheck,
    references: Mapping[ContributionId, str],
    names: FileNames,
    language: Language,
) -> PackLine:
    paper = next((each for each in check.papers if each.contribution.id == line.item.contribution), None)
    if paper is None:
        return PackLine(line)
    mine = names.get(paper.contribution.id, ())
    read = next((name for file, name in mine if line.anchor is None or file.hash == line.anchor.file), "")
    return PackLine(
        line,
        references.get(paper.contribution.id, ""),
        licence_words(paper.licence, language),
        read,
        left_out_words(paper, language),
    )


def _missing(check: LicenceCheck, names: FileNames) -> list[str]:
    """Return the titles of contributions of which a file should go along and isn't here."""
    return [
        each.contribution.metadata.values.title
        for each in check.papers
        if not each.is_left_out and len(names.get(each.contribution.id, ())) < len(each.contribution.current_files)
    ]


def _not_in_pack(title: str, why: str) -> Problem:
    return Problem("not_in_pack", f"{title}: {why}", values={"title": title, "why": why})
