"""Everything of a library in open files: to keep, to carry to another program, to put back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kennisbank.config.paths import Paths
from kennisbank.domain.contribution import Contribution, ContributionFile
from kennisbank.domain.document import Problem
from kennisbank.domain.ids import ContributionId, FileHash
from kennisbank.domain.moments import now
from kennisbank.errors import DocumentError
from kennisbank.library.library import Library
from kennisbank.library.rows_out import Rows, rows_of, texts_of
from kennisbank.sentences import Language, sentence
from kennisbank.services.citing import CitingService
from kennisbank.services.dossiers import DossierService
from kennisbank.services.exchanging import ExchangeService
from kennisbank.services.export_folder import ExportWriter, new_export
from kennisbank.services.pack_markdown import PackLine, pack_markdown
from kennisbank.services.pack_names import Names, suffix_of
from kennisbank.tasks.context import JobContext, Progress

_READABLE = {"reading": ("reading_places", "reading_marks"), "searches": ("saved_searches",)}
"""Small files for people and other programs; ``library.json`` holds the same rows."""


_Folders = Mapping[ContributionId, str]
"""The folder in the export of each contribution."""


@dataclass(frozen=True, slots=True)
class WholeExport:
    """What was written: where, how many contributions, files, annotations and dossiers, and what could not be."""

    folder: Path
    contributions: int
    files: int
    annotations: int
    dossiers: int
    problems: tuple[Problem, ...] = ()


class Exporter:
    """Writes one library to a folder. For any thread but the GUI's."""

    def __init__(
        self, library: Library, citing: CitingService, exchanging: ExchangeService, dossiers: DossierService
    ) -> None:
        """Export `library`; the services write its parts in their formats."""
        self._library, self._citing, self._exchanging, self._dossiers = library, citing, exchanging, dossiers

    def export(self, target: Path, ctx: JobContext, language: Language) -> WholeExport:
        """Write everything to a new folder, whole or not at all.

        Raises:
            BadInputError: there is something at `target` already.
            StorageError: it can't be written; nothing is left of it.
            Cancelled: `ctx` was asked to stop; nothing is left of it.
        """
        ctx.report(Progress("exporting"))
        with self._library.read() as tx:
            contributions, rows = tx.contributions.all(), rows_of(tx)
        with new_export(target) as out:
            folders = _folders(contributions)
            problems = self._files(out, contributions, folders, ctx)
            count = self._annotations(out, contributions, folders, ctx)
            self._texts(out, contributions, ctx)
            dossiers = self._dossier_files(out, language)
            out.write_json("library.json", rows)
            out.write("catalogue.csl.json", self._citing.cite([each.id for each in contributions], "csl").text.encode())
            for name, tables in _READABLE.items():
                out.write_json(f"{name}.json", {table: rows[table] for table in tables})
            _own_files(out, self._library.paths)
            out.write("README.txt", sentence("keeping.readme", language).replace("\n", "\r\n").encode("utf-8-sig"))
            files = sum(len(each.files) for each in contributions) - len(problems)
            out.finish(
                {
                    "made": now().utc.isoformat(),
                    "library": self._library.origin,
                    "problems": [{"code": each.code, "message": each.message} for each in problems],
                }
            )
            ctx.check()
        return WholeExport(target, len(contributions), files, count, dossiers, tuple(problems))

    def _files(
        self,
        out: ExportWriter,
        contributions: Sequence[Contribution],
        folders: _Folders,
        ctx: JobContext,
    ) -> list[Problem]:
        """Copy every version of every file under its own name; return what is missing or damaged."""
        problems: list[Problem] = []
        for number, contribution in enumerate(contributions):
            ctx.check()
            ctx.report(Progress("exporting", number, len(contributions), contribution.metadata.values.title))
            names = Names()
            for file in sorted(contribution.files, key=lambda each: (not each.is_current, each.version)):
                if not self._is_sound(file):
                    message = f"The file {file.name} is missing or damaged; it isn't in the export."
                    problems.append(Problem("file_missing", message, values={"name": file.name}))
                    continue
                suffix = suffix_of(file.name)
                stem = file.name[: len(file.name) - len(suffix)] if suffix else file.name
                wanted = stem if file.is_current else f"{stem} (version {file.version})"
                name = f"{folders[contribution.id]}/{names.take(wanted, suffix)}"
                out.copy(name, self._library.files.path(file.hash))
        return problems

    def _is_sound(self, file: ContributionFile) -> bool:
        try:
            return self._library.files.has(file.hash) and self._library.files.verify(file.hash)
        except DocumentError:
            return False

    def _annotations(
        self,
        out: ExportWriter,
        contributions: Sequence[Contribution],
        folders: _Folders,
        ctx: JobContext,
    ) -> int:
        """Write the annotations of each contribution as W3C Web Annotations; return how many there are."""
        with self._library.read() as tx:
            annotated = tx.annotations.contributions()
        count = 0
        for contribution in contributions:
            if contribution.id not in annotated:
                continue
            ctx.check()
            path = out.folder / "annotations.tmp"
            report = self._exchanging.export(path, "jsonld", contributions=[contribution.id])
            out.copy(f"{folders[contribution.id]}/annotations.jsonld", path)
            path.unlink()
            count += report.annotations
        return count

    def _texts(self, out: ExportWriter, contributions: Sequence[Contribution], ctx: JobContext) -> None:
        """Write what was read from each file, a text at a time."""
        hashes: list[FileHash] = sorted({file.hash for each in contributions for file in each.files})
        for number, file in enumerate(hashes):
            ctx.check()
            ctx.report(Progress("exporting", number, len(hashes)))
            with self._library.read() as tx:
                rows = texts_of(tx, file)
            if any(rows.values()):
                out.write_json(f"texts/{file}.json", rows)

    def _dossier_files(self, out: ExportWriter, language: Language) -> int:
        """Write each dossier for people (Markdown) and for programs (JSON); return how many there are."""
        names, found = Names(), self._dossiers.all()
        for dossier in found:
            opened = self._dossiers.open(dossier.id)
            name = names.take(dossier.name)
            lines = [PackLine(line) for line in opened.lines]
            out.write(f"dossiers/{name}.md", pack_markdown(dossier, lines, (), language).encode("utf-8", "replace"))
            items = [
                {
                    "contribution": item.contribution,
                    "title": PackLine(line).title(language),
                    "quote": PackLine(line).quote,
                    "page": PackLine(line).page,
                    "remark": item.remark,
                    "link": PackLine(line).link,
                }
                for line in opened.lines
                for item in (line.item,)
            ]
            out.write_json(
                f"dossiers/{name}.json",
                {"id": dossier.id, "name": dossier.name, "remark": dossier.remark, "items": items},
            )
        return len(found)


def _folders(contributions: Sequence[Contribution]) -> _Folders:
    """Return the folder of each contribution: its year and title, as every system takes it."""
    names = Names()
    found = {}
    for each in sorted(contributions, key=lambda one: one.id):
        values = each.metadata.values
        year = f"{values.year} " if values.year else ""
        found[each.id] = f"contributions/{names.take(f'{year}{values.title}'.strip()[:80] or each.id[:8])}"
    return found


def _own_files(out: ExportWriter, paths: Paths) -> None:
    """Copy the reader's settings and synonyms, where there are any."""
    for name, path in (("settings.json", paths.settings_file), ("synonyms.txt", paths.synonyms_file)):
        if path.is_file():
            out.copy(name, path)


def rows_in(data: bytes) -> Rows:
    """Return the rows that a file of an export holds.

    Raises:
        ValueError: it holds something else.
    """
    rows = json.loads(data)
    if not isinstance(rows, dict) or not all(isinstance(each, list) for each in rows.values()):
        raise ValueError("not the rows of tables")
    return rows
