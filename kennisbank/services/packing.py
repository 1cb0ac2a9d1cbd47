"""Reading packs: a dossier as one PDF, as Markdown or as a zip, after saying what of it may be copied for students."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from kennisbank.config.whole_files import write_whole
from kennisbank.domain.document import Problem
from kennisbank.domain.ids import ContributionId, DossierId
from kennisbank.errors import BadInputError
from kennisbank.library.library import Library
from kennisbank.sentences import Language
from kennisbank.services.citing import CitingService
from kennisbank.services.dossier_places import DossierLine, OpenDossier
from kennisbank.services.dossiers import DossierService
from kennisbank.services.exchanging import ExchangeService
from kennisbank.services.pack_check import Files, LicenceCheck, checked, left_out_words, licence_words, said_of
from kennisbank.services.pack_contents import FileNames, file_names, licence_rows, readme
from kennisbank.services.pack_markdown import PackLine, pack_markdown
from kennisbank.services.pack_names import safe_name
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
        self, library: Library, dossiers: DossierService, citing: CitingService, exchanging: ExchangeService
    ) -> None:
        """Take dossiers from `dossiers`, references, annotations, and files from `library`."""
        self._library = library
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
                text = pack_markdown(opened.dossier, lines, said_of(check, wishes.language), wishes.language)
                write_whole(target, text.encode("utf-8", "replace"))
                return PackReport(check, len(lines), 0)
            case "zip":
                return self._zip(opened, lines, check, names, target, wishes, ctx)
            case _:
                raise BadInputError(f"There is no such form: {wanted}.")

    def _references(self, check: LicenceCheck, wishes: PackWishes, ctx: JobContext) -> dict[ContributionId, str]:
        """Return each contribution's reference, one line each."""
        found = {}
        for number, each in enumerate(check.papers):
            ctx.check()
            ctx.report(Progress("citing", number, len(check.papers), each.contribution.metadata.values.title))
            cited = self._citing.cite([each.contribution.id], wishes.style, wishes.language)
            found[each.contribution.id] = " ".join(cited.text.split())
        return found

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
        files = [ZipFile(name, folder.path(file.hash)) for each in names.values() for file, name in each]
        texts = {
            "README.txt": readme(opened.dossier, check, said, wishes.language),
            safe_name(opened.dossier.name, ".md"): text.encode("utf-8", "replace"),
            "references.bib": self._citing.cite(ids, "bibtex", wishes.language).text.encode("utf-8", "replace"),
            "references.ris": self._citing.cite(ids, "ris", wishes.language).text.encode("utf-8", "replace"),
            "references.csl.json": self._citing.cite(ids, "csl", wishes.language).text.encode("utf-8", "replace"),
            "licences.csv": as_csv(list(licence_rows(check, names, wishes.language))),
        }
        if wishes.has_annotations and ids:
            texts["annotations.jsonld"] = self._annotations(ids, wishes)
        lost = write_zip(target, texts, files, opened.dossier.modified, ctx)
        problems = tuple(Problem("unreadable", f"{name} can't be read.", values={"file": name}) for name in lost)
        return PackReport(check, len(lines), len(files) - len(lost), problems)

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
