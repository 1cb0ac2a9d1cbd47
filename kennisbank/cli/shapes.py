"""The JSON that others can rely on; `docs/cli.md` documents every key."""

from collections.abc import Mapping, Sequence
from html import escape

from kennisbank.domain.audience import Audience
from kennisbank.domain.contribution import Contribution, ContributionFile, ImportBatch, Withdrawn
from kennisbank.domain.document import Problem
from kennisbank.domain.ids import FileHash
from kennisbank.domain.metadata import FIELDS, Author
from kennisbank.domain.moments import Moment
from kennisbank.domain.reports import FileReport, Finding, ImportSummary
from kennisbank.domain.results import ContributionHit, CoverSheetHit, Mark, PassageHit, Related, Repeat, Results
from kennisbank.domain.saved_search import SavedSearch
from kennisbank.domain.syncing import Offer
from kennisbank.services.scans import ReadScan, ScanSummary
from kennisbank.services.searching import Found

Json = dict[str, object]


def found(answer: Found) -> Json:
    """Return an answer to a search."""
    results = answer.results
    names = answer.file_names
    return {
        "query": results.request.query,
        "total": results.total,
        "took_ms": round(results.took_ms, 2),
        "suggestion": results.suggestion or None,
        "hits": [
            _hit(hit, answer.contributions[hit.contribution], names)
            for hit in results.hits
            if hit.contribution in answer.contributions
        ],
        "cover_sheets": [_cover_sheet(sheet, names) for sheet in results.cover_sheets],
        "not_understood": [
            {"start": part.start, "end": part.end, "reason": part.reason} for part in results.not_understood
        ],
        "index": results.index_state,
        "relaxed": results.is_relaxed,
        "total_with_all": results.total_with_all if results.is_relaxed else results.total,
        "total_is_exact": results.total_is_exact,
        "replacements": [
            {"start": each.start, "end": each.end, "word": each.word, "by": each.by} for each in results.replacements
        ],
        **({"facets": _facets(results)} if results.request.facets else {}),
    }


def _facets(results: Results) -> Json:
    return {
        name: [{"value": each.value, "count": each.count} for each in counts] for name, counts in results.facets.items()
    }


def _hit(hit: ContributionHit, contribution: Contribution, names: Mapping[FileHash, str]) -> Json:
    values = contribution.metadata.values
    files = contribution.current_files
    return {
        "contribution": contribution.id,
        "title": values.title,
        "authors": [author.name for author in values.authors],
        "edition": values.edition or None,
        "year": values.year,
        "language": values.language or None,
        "file": files[0].name if files else None,
        "here": bool(files),
        "score": round(hit.score, 4),
        "lacking": list(hit.lacking),
        "passages": [each for passage in hit.passages for each in _places(passage, names)],
    }


def _places(passage: PassageHit, names: Mapping[FileHash, str]) -> list[Json]:
    """Return a passage, and behind it an entry for each other place where its text stands."""
    first = _passage(passage, names)
    return [first, *({**first, **_repeat(each, names), "repeats": [], "is_repeat": True} for each in passage.repeats)]


def _passage(passage: PassageHit, names: Mapping[FileHash, str]) -> Json:
    return {
        "file": names.get(passage.file),
        "page": passage.page,
        "lines": list(passage.lines) if passage.lines else None,
        "field": passage.field,
        "snippet": marked(passage.snippet, passage.marks),
        "why": list(passage.why),
        "repeats": [_repeat(each, names) for each in passage.repeats],
        "is_repeat": False,
        "read_by_machine": passage.is_read_by_machine,
        "annotation": passage.annotation or None,
    }


def _repeat(each: Repeat, names: Mapping[FileHash, str]) -> Json:
    return {"file": names.get(each.file), "page": each.page, "lines": list(each.lines) if each.lines else None}


def _cover_sheet(sheet: CoverSheetHit, names: Mapping[FileHash, str]) -> Json:
    return {
        "file": names.get(sheet.file),
        "page": sheet.page,
        "lines": list(sheet.lines) if sheet.lines else None,
        "snippet": marked(sheet.snippet, sheet.marks),
    }


def related(each: Related, contribution: Contribution) -> Json:
    """Return a contribution that speaks of the same as another, with the words that both share."""
    values = contribution.metadata.values
    return {
        "contribution": each.contribution,
        "title": values.title,
        "authors": [author.name for author in values.authors],
        "edition": values.edition or None,
        "year": values.year,
        "score": round(each.score, 4),
        "words": list(each.words),
    }


def saved(each: SavedSearch) -> Json:
    """Return a saved search."""
    return {
        "id": each.id,
        "name": each.name,
        "query": each.query,
        "filters": {name: sorted(values) for name, values in each.filters.items()},
        "order": each.order,
        "strict": each.is_strict,
        "created": moment(each.created),
        "seen": moment(each.seen),
    }


def marked(snippet: str, marks: Sequence[Mark], before: str = "<mark>", after: str = "</mark>") -> str:
    """Return the snippet with its marks as HTML; everything else in it is escaped."""
    pieces: list[str] = []
    at = 0
    for mark in sorted(marks, key=lambda each: each.start):
        if mark.start < at:
            continue
        pieces += [escape(snippet[at : mark.start], quote=False), before]
        pieces += [escape(snippet[mark.start : mark.end], quote=False), after]
        at = mark.end
    return "".join([*pieces, escape(snippet[at:], quote=False)])


def report(each: FileReport) -> Json:
    """Return what became of one file."""
    return {
        "file": each.file,
        "status": each.verdict,
        "contribution": each.contribution,
        "title": each.metadata.values.title or None,
        "problems": [problem(item) for item in each.problems],
    }


def problem(each: Problem) -> Json:
    """Return one problem of a file."""
    return {"code": each.code, "message": each.message, "page": each.page, "severity": each.severity}


def summary(each: ImportSummary, scans: int) -> Json:
    """Return the counts at the end of an import; `scans` pages of what came in have no text."""
    return {
        "summary": {
            "files": each.files,
            "added": each.added,
            "updated": each.updated,
            "unchanged": each.unchanged,
            "duplicate": each.duplicates,
            "rejected": each.rejected,
            "with_problems": each.with_problems,
            "scans": scans,
            "batch": each.batch,
            "dry_run": each.is_rehearsal,
            "cancelled": each.cancelled,
        }
    }


def contribution_line(each: Contribution) -> Json:
    """Return a contribution as it stands in a list."""
    values = each.metadata.values
    return {
        "id": each.id,
        "title": values.title,
        "authors": [author.name for author in values.authors],
        "edition": values.edition or None,
        "year": values.year,
        "language": values.language or None,
        "kind": values.kind or None,
        "files": [file.name for file in each.current_files],
        "here": bool(each.current_files),
        "withdrawn": each.withdrawn.reason if each.withdrawn is not None else None,
    }


def contribution(each: Contribution, offers: Sequence[Offer] = (), problems: Sequence[Problem] = ()) -> Json:
    """Return all that is known of a contribution: the source of every field, what the archive has, what is wrong."""
    values = each.metadata.values
    fields: Json = {name: getattr(values, name) for name in FIELDS}
    fields["authors"] = [_author(author) for author in values.authors]
    return {
        "id": each.id,
        "origin": each.origin,
        **{name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()},
        "sources": {
            name: {"source": origin.source, "detail": origin.detail}
            for name, origin in each.metadata.provenance.items()
        },
        "files": [_file(file) for file in each.files],
        "here": bool(each.current_files),
        "offers": [_offer(offer) for offer in offers],
        "problems": [problem(one) for one in problems],
        "withdrawn": _withdrawn(each.withdrawn) if each.withdrawn is not None else None,
        "created": moment(each.created),
        "updated": moment(each.updated),
        "batch": each.batch,
    }


def _author(author: Author) -> Json:
    return {
        "name": author.name,
        "family": author.family,
        "given": author.given,
        "affiliation": author.affiliation or None,
        "email": author.email or None,
    }


def _file(file: ContributionFile) -> Json:
    return {
        "name": file.name,
        "sha256": file.hash,
        "role": file.role,
        "version": file.version,
        "current": file.is_current,
        "media_type": file.media_type,
        "size": file.size,
        "pages": file.pages,
        "added": moment(file.added),
    }


def _offer(each: Offer) -> Json:
    return {
        "name": each.name,
        "sha256": each.hash,
        "role": each.role,
        "version": each.version,
        "current": each.is_current,
        "media_type": each.media_type,
        "size": each.size,
        "state": each.state,
        "reason": each.reason or None,
    }


def _withdrawn(each: Withdrawn) -> Json:
    return {"reason": each.reason, "words": each.words, "moment": moment(each.moment)}


def batch(each: ImportBatch) -> Json:
    """Return an import batch."""
    return {
        "id": each.id,
        "source": each.source,
        "edition": each.edition or None,
        "state": each.state,
        "started": moment(each.started),
        "finished": moment(each.finished) if each.finished else None,
        "added": each.added,
        "updated": each.updated,
        "unchanged": each.unchanged,
        "duplicate": each.duplicates,
        "rejected": each.rejected,
    }


def finding(each: Finding) -> Json:
    """Return one thing that `check` found."""
    return {"code": each.code, "message": each.message, "subject": each.subject, "repaired": each.repaired}


def scan(each: ReadScan) -> Json:
    """Return a page that was tried to be recognised."""
    return {
        "contribution": each.waiting.contribution,
        "file": each.waiting.name,
        "page": each.waiting.page,
        "status": each.page.outcome,
        "reason": each.page.reason or None,
    }


def scan_summary(each: ScanSummary) -> Json:
    """Return the counts at the end of reading scans."""
    return {
        "summary": {
            "read": each.read,
            "nothing": each.nothing,
            "failed": each.failed,
            "left": each.left,
            "cancelled": each.cancelled,
        }
    }


def audience(each: Audience) -> Json:
    """Return who else may see something."""
    return {"everyone": each.everyone, "people": list(each.people)}


def moment(each: Moment) -> str:
    """Return a time as ISO 8601 in UTC."""
    return each.utc.isoformat().replace("+00:00", "Z")
