"""One file on its way in: from what was read to what is reported and written."""

import hashlib
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from uuid import UUID, uuid5

from kennisbank.documents.cover import CoverSignals, find_cover
from kennisbank.documents.fingerprint import body_fingerprint, outside
from kennisbank.domain.contribution import Contribution, ContributionFile, Role
from kennisbank.domain.document import CoverSpan, Document, Problem
from kennisbank.domain.folding import fold
from kennisbank.domain.ids import BatchId, ContributionId, FileHash, FileId, Origin, new_id
from kennisbank.domain.metadata import Metadata, SourcedMetadata, sourced
from kennisbank.domain.moments import now
from kennisbank.domain.reports import FileReport
from kennisbank.errors import KennisbankError
from kennisbank.importing import problems
from kennisbank.importing.ahead import ReadFile, suffix_of
from kennisbank.importing.columns import year_of
from kennisbank.importing.identity import Decision, Incoming, decide, next_version
from kennisbank.importing.lists import MetadataList
from kennisbank.importing.proposal import propose
from kennisbank.importing.recorder import Outcome
from kennisbank.importing.shelf import Shelf
from kennisbank.importing.source_files import SourceFile
from kennisbank.importing.titles import FROM_NAME

_log = logging.getLogger(__name__)
_TELLING_WORDS = 12
"""Texts with fewer different words than this are told apart by their bytes."""
_ROLES: Mapping[str, Role] = {"slides": "slides", "poster": "poster"}


class FileHandler:
    """Decides on the files of one run, in order; keeps what later files must know of earlier ones."""

    def __init__(
        self,
        shelf: Shelf,
        signals: CoverSignals,
        rows: MetadataList | None,
        edition: str,
        batch: BatchId,
        origin: Origin,
        recorded: Mapping[str, FileReport],
    ) -> None:
        """Decide with `shelf`; `recorded` are the reports of the part of this import that a kill let stand."""
        self._shelf, self._signals, self._rows = shelf, signals, rows
        self._batch, self._origin, self._recorded = batch, origin, recorded
        year = Metadata(year=year_of(edition))
        self._of_year = sourced(year, "list", "edition of the import")
        self._of_edition = sourced(Metadata(edition=" ".join(edition.split())), "list", "edition of the import")
        self._titles: set[str] = set()
        self._refused: dict[tuple[FileHash, str], Problem] = {}

    def outcome(self, read: ReadFile) -> Outcome:
        """Return what becomes of a file. A fault of ours with one file is reported, and the others go on."""
        try:
            outcome = self._outcome(read)
        except KennisbankError:
            raise
        except Exception as error:  # noqa: BLE001  one bad file must not stop the others
            _log.exception("importing %s failed", read.file.name)
            outcome = self._rejected(read.file, problems.failed(type(error).__name__))
        earlier = self._recorded.get(outcome.report.file)
        if earlier is not None and (earlier.verdict, earlier.problems) == (
            outcome.report.verdict,
            outcome.report.problems,
        ):
            return replace(outcome, is_recorded=True)
        return outcome

    def _outcome(self, read: ReadFile) -> Outcome:
        problem, file_hash = read.problem, read.hash
        if file_hash is None:
            return self._rejected(read.file, problem or problems.unreadable("its bytes could not be read"))
        known = self._shelf.of_hash(file_hash)
        if known is not None:
            return self._known(read.file, file_hash, known)
        claim = (file_hash, suffix_of(read.file.name))
        problem = problem or self._refused.get(claim)
        if problem is not None:
            self._refused[claim] = problem
            return self._rejected(read.file, problem)
        if read.document is None:
            return self._rejected(read.file, problems.failed("it is known and belongs to nothing"))
        return self._new(read.file, file_hash, read.document)

    def _rejected(self, file: SourceFile, problem: Problem) -> Outcome:
        self._row(file, None, "")
        return Outcome(FileReport(file.name, "rejected", None, (problem,)))

    def _known(self, file: SourceFile, file_hash: FileHash, contribution: Contribution) -> Outcome:
        """Handle a file whose bytes are here: only the list can bring anything new."""
        of_row, said = self._row(file, contribution.metadata, file_hash)
        incoming = Incoming(file.name, file_hash, "", self._merged(SourcedMetadata(), of_row))
        decision = decide(incoming, self._shelf.known(incoming))
        earlier = self._recorded.get(file.name)
        if earlier is not None and decision.verdict == "unchanged" and earlier.contribution == contribution.id:
            self._shelf.handled(file_hash, contribution)
            return Outcome(earlier, contribution, is_recorded=True)
        if decision.verdict != "updated":
            self._shelf.handled(file_hash, contribution)
            return Outcome(self._report(file, decision, contribution, said, 0), contribution)
        changed = replace(contribution, metadata=contribution.metadata.merged(incoming.metadata))
        said = [*said, *_moved(contribution, changed)]
        self._shelf.handled(file_hash, changed)
        return Outcome(self._report(file, decision, changed, said, 0), changed, before=contribution)

    def _new(self, file: SourceFile, file_hash: FileHash, document: Document) -> Outcome:
        """Handle a file that was opened because its bytes were never seen."""
        cover, body = cover_and_body(document, self._signals)
        proposal = propose(document, cover, file.name)
        of_row, said = self._row(file, proposal, file_hash)
        incoming = Incoming(file.name, file_hash, body, self._merged(proposal, of_row))
        decision = decide(incoming, self._shelf.known(incoming))
        said = [*document.problems, *said]
        if decision.verdict == "duplicate" and decision.contribution is not None:
            self._shelf.handled(file_hash, decision.contribution)
            return self._duplicate(file, file_hash, document, decision, decision.contribution, said)
        new = self._file(file, file_hash, document, incoming.metadata)
        if decision.contribution is None:
            outcome = self._added(incoming, decision, new, said)
        else:
            outcome = self._new_version(incoming, decision, decision.contribution, new, said)
        return replace(outcome, document=document, path=file.path, body=body, cover=cover)

    def _duplicate(
        self,
        file: SourceFile,
        file_hash: FileHash,
        document: Document,
        decision: Decision,
        known: Contribution,
        said: list[Problem],
    ) -> Outcome:
        """Handle a file whose text is here: only what readers wrote in this copy of it can bring anything new."""
        if not document.annotations:
            return Outcome(self._report(file, decision, known, said, len(document.pages)), known)
        said = [*said, problems.annotated_copy(len(document.annotations))]
        report = self._report(file, decision, known, said, len(document.pages))
        return Outcome(report, known, document=document, annotated=file_hash)

    def _added(self, incoming: Incoming, decision: Decision, new: ContributionFile, said: list[Problem]) -> Outcome:
        contribution = Contribution(
            id=self._id(incoming.hash),
            origin=self._origin,
            metadata=incoming.metadata,
            files=(new,),
            created=new.added,
            updated=new.added,
            batch=self._batch,
        )
        said = [*said, *self._about_title(incoming.metadata, decision)]
        report = FileReport(
            incoming.name, "added", contribution.id, (*said, *decision.problems), incoming.metadata, new.pages
        )
        self._shelf.handled(incoming.hash, contribution, body=incoming.body)
        return Outcome(report, contribution, is_added=True)

    def _new_version(
        self, incoming: Incoming, decision: Decision, known: Contribution, new: ContributionFile, said: list[Problem]
    ) -> Outcome:
        role, version = next_version(known)
        new = replace(new, role=role, version=version)
        older = tuple(replace(each, is_current=each.is_current and each.role != role) for each in known.files)
        metadata = known.metadata.merged(incoming.metadata)
        contribution = replace(known, metadata=metadata, files=(new, *older))
        said = [*said, *_moved(known, contribution)]
        report = FileReport(incoming.name, "updated", known.id, (*said, *decision.problems), metadata, new.pages)
        self._shelf.handled(incoming.hash, contribution, body=incoming.body)
        before = known if metadata != known.metadata else None
        return Outcome(report, contribution, version=new, before=before)

    def _file(
        self, file: SourceFile, file_hash: FileHash, document: Document, metadata: SourcedMetadata
    ) -> ContributionFile:
        return ContributionFile(
            id=FileId(new_id()),
            hash=file_hash,
            name=PurePosixPath(file.name).name,
            role=_ROLES.get(metadata.values.kind, "paper"),
            version=1,
            is_current=True,
            media_type=document.media_type,
            size=file.size,
            pages=len(document.pages),
            added=now(),
            batch=self._batch,
        )

    def _id(self, file_hash: FileHash) -> ContributionId:
        """Return the id of the contribution that these bytes make in this library, the same every time."""
        found = ContributionId(str(uuid5(UUID(self._origin), f"contribution:{file_hash}")))
        return ContributionId(new_id()) if self._shelf.has_contribution(found) else found

    def _row(
        self, file: SourceFile, metadata: SourcedMetadata | None, sha256: str
    ) -> tuple[SourcedMetadata, list[Problem]]:
        """Return what the list says of this file, and what is to be said of that."""
        if self._rows is None:
            return SourcedMetadata(), []
        values = metadata.values if metadata is not None else Metadata()
        match = self._rows.match(
            file.name, sha1=lambda: _sha1(file.path), sha256=sha256, doi=values.doi, title=values.title
        )
        if match.row is not None:
            return match.row.metadata, []
        if match.candidates:
            return SourcedMetadata(), [problems.ambiguous_row(", ".join(row.detail for row in match.candidates[:5]))]
        return SourcedMetadata(), [problems.no_row()]

    def _merged(self, proposal: SourcedMetadata, of_row: SourcedMetadata) -> SourcedMetadata:
        """Return list over proposal; the edition that was named for the whole import goes before the list's."""
        return proposal.merged(self._of_year).merged(of_row).merged(self._of_edition)

    def _about_title(self, metadata: SourcedMetadata, decision: Decision) -> list[Problem]:
        provenance, key = metadata.provenance.get("title"), fold(metadata.values.title)
        if provenance is None or provenance.source != "proposal":
            return []
        if provenance.detail == FROM_NAME:
            return [problems.no_title()]
        if key in self._titles and not decision.problems:
            return [problems.repeated_title(metadata.values.title)]
        self._titles.add(key)
        return []

    def _report(
        self, file: SourceFile, decision: Decision, contribution: Contribution, said: list[Problem], pages: int
    ) -> FileReport:
        pages = pages or sum(each.pages for each in contribution.current_files)
        said = [*said, *decision.problems]
        return FileReport(file.name, decision.verdict, contribution.id, tuple(said), contribution.metadata, pages)


def cover_and_body(document: Document, signals: CoverSignals) -> tuple[tuple[CoverSpan, ...], str]:
    """Return where the cover sheet stands, and the fingerprint of the rest; empty where that says too little."""
    cover = find_cover(document, signals)
    return cover, body_fingerprint(document, cover) if _says_enough(document, cover) else ""


def _says_enough(document: Document, cover: Sequence[CoverSpan]) -> bool:
    """Tell whether there is enough text to know a paper by: a scanner's stamp on every page is not."""
    words: set[str] = set()
    for page in document.pages:
        words.update(outside(page, cover).casefold().split())
        if len(words) >= _TELLING_WORDS:
            return True
    return False


def _moved(before: Contribution, after: Contribution) -> list[Problem]:
    old, new = before.metadata.values.edition, after.metadata.values.edition
    return [problems.moved_edition(old, new)] if old and new and fold(old) != fold(new) else []


def _sha1(path: Path) -> str:
    """Return a file's SHA-1, by which some lists name files; nothing when it can't be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, lambda: hashlib.sha1(usedforsecurity=False)).hexdigest()
    except OSError:
        return ""
