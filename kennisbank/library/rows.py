"""Contributions, files and editions as rows, and back: the one place that knows both sides."""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from kennisbank.domain.contribution import Contribution, ContributionFile, Edition, ImportBatch, Withdrawn
from kennisbank.domain.folding import author_key, author_sort_key, fold, sort_key, word_key
from kennisbank.domain.ids import ContributionId, EditionId, Origin
from kennisbank.domain.metadata import Author, SourcedMetadata
from kennisbank.domain.moments import Moment
from kennisbank.library.columns import moment_columns


def doi_key(doi: str) -> str:
    """Return a DOI in the form for comparing: without resolver or prefix, in small letters."""
    text = doi.strip().casefold()
    for prefix in ("https://", "http://", "dx.", "doi.org/", "doi:"):
        text = text.removeprefix(prefix).strip()
    return text


def name_key(name: str) -> str:
    """Return a file name in the form for comparing: capitals and ways of composing accents don't count."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def code_key(code: str) -> str:
    """Return an edition's code in the form for comparing: capitals and stray spaces don't count."""
    return " ".join(code.split()).casefold()


def metadata_columns(metadata: SourcedMetadata, edition: EditionId | None) -> dict[str, Any]:
    """Return the columns of a contribution's row that hold metadata."""
    values = metadata.values
    return {
        "title": values.title,
        "title_key": fold(values.title),
        "title_sort": sort_key(values.title),
        "abstract": values.abstract,
        "year": values.year,
        "language": values.language,
        "kind": values.kind,
        "doi": values.doi,
        "doi_key": doi_key(values.doi),
        "licence": values.licence,
        "edition_id": edition,
    }


def contribution_row(contribution: Contribution, edition: EditionId | None) -> dict[str, Any]:
    """Return the row of a contribution."""
    return {
        "id": contribution.id,
        "origin": contribution.origin,
        **metadata_columns(contribution.metadata, edition),
        **moment_columns("created", contribution.created),
        **moment_columns("updated", contribution.updated),
        "revision": contribution.revision,
        "batch_id": contribution.batch,
        "withdrawn": withdrawn_json(contribution.withdrawn),
    }


def withdrawn_json(withdrawn: Withdrawn | None) -> str | None:
    """Return why a contribution was taken out, as text for its row."""
    if withdrawn is None:
        return None
    moment = withdrawn.moment
    return json.dumps([withdrawn.reason, withdrawn.words, moment.utc.isoformat(), moment.zone], ensure_ascii=False)


def withdrawn_from(text: str | None) -> Withdrawn | None:
    """Return what `withdrawn_json` wrote."""
    if text is None:
        return None
    reason, words, utc, zone = json.loads(text)
    return Withdrawn(reason, words, Moment(datetime.fromisoformat(utc).astimezone(UTC), zone))


def author_rows(contribution: ContributionId, authors: Sequence[Author]) -> list[dict[str, Any]]:
    """Return the rows of a contribution's authors, in order."""
    return [
        {
            "contribution_id": contribution,
            "position": position,
            "name": author.name,
            "family": author.family,
            "given": author.given,
            "affiliation": author.affiliation,
            "email": author.email,
            "key": author_key(author),
            "sort": author_sort_key(author),
        }
        for position, author in enumerate(authors)
    ]


def word_rows(contribution: ContributionId, values: Sequence[str]) -> list[dict[str, Any]]:
    """Return the rows of a contribution's keywords or themes, in order."""
    return [
        {"contribution_id": contribution, "position": position, "value": value, "key": word_key(value)}
        for position, value in enumerate(values)
    ]


def provenance_rows(contribution: ContributionId, metadata: SourcedMetadata) -> list[dict[str, Any]]:
    """Return one row for each field whose source is known."""
    return [
        {"contribution_id": contribution, "field": name, "source": each.source, "detail": each.detail}
        for name, each in metadata.provenance.items()
    ]


def file_row(contribution: ContributionId, file: ContributionFile, origin: Origin) -> dict[str, Any]:
    """Return the row of a file."""
    return {
        "id": file.id,
        "origin": origin,
        "contribution_id": contribution,
        "hash": file.hash,
        "name": file.name,
        "name_key": name_key(file.name),
        "role": file.role,
        "version": file.version,
        "is_current": file.is_current,
        "media_type": file.media_type,
        "size": file.size,
        "pages": file.pages,
        **moment_columns("added", file.added),
        "batch_id": file.batch,
    }


def file_from(row: Any) -> ContributionFile:
    """Return a file from its row."""
    return ContributionFile(
        id=row.id,
        hash=row.hash,
        name=row.name,
        role=row.role,
        version=row.version,
        is_current=row.is_current,
        media_type=row.media_type,
        size=row.size,
        pages=row.pages,
        added=Moment(row.added_utc, row.added_zone),
        batch=row.batch_id,
    )


def edition_from(row: Any) -> Edition:
    """Return an edition from its row."""
    return Edition(**{field.name: getattr(row, field.name) for field in fields(Edition)})


def batch_row(batch: ImportBatch) -> dict[str, Any]:
    """Return the row of an import batch."""
    return {
        "id": batch.id,
        "origin": batch.origin,
        "source": batch.source,
        "edition": batch.edition,
        "state": batch.state,
        **moment_columns("started", batch.started),
        **moment_columns("finished", batch.finished),
        "added": batch.added,
        "updated": batch.updated,
        "unchanged": batch.unchanged,
        "duplicates": batch.duplicates,
        "rejected": batch.rejected,
    }


def batch_from(row: Any) -> ImportBatch:
    """Return an import batch from its row."""
    return ImportBatch(
        id=row.id,
        origin=row.origin,
        source=row.source,
        edition=row.edition,
        state=row.state,
        started=Moment(row.started_utc, row.started_zone),
        finished=None if row.finished_utc is None else Moment(row.finished_utc, row.finished_zone),
        added=row.added,
        updated=row.updated,
        unchanged=row.unchanged,
        duplicates=row.duplicates,
        rejected=row.rejected,
    )
