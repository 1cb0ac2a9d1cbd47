"""The JSON of annotations that others can rely on; `docs/cli.md` documents every key."""

from kennisbank.cli.shapes import Json, audience, moment, problem
from kennisbank.domain.reports import ImportedAnnotations
from kennisbank.exchange.values import Entry, Section
from kennisbank.services.exchanging import ExportReport


def annotation(section: Section, each: Entry) -> Json:
    """Return an annotation as it stands in a list."""
    one, anchor = each.annotation, each.anchor
    return {
        "id": one.id,
        "kind": one.kind,
        "contribution": one.contribution,
        "title": section.title or None,
        "colour": one.colour or None,
        "body": one.body,
        "tags": list(one.tags),
        "quote": each.quote or None,
        "page": anchor.page if anchor is not None else None,
        "label": each.label or None,
        "state": anchor.state if anchor is not None else None,
        "file": anchor.file if anchor is not None else None,
        "creator": one.creator or None,
        "created": moment(one.created),
        "modified": moment(one.modified),
        "source": one.source,
        "reply_to": one.reply_to,
        "read_only": one.is_read_only,
        "trashed": None if one.trashed is None else moment(one.trashed),
        "shared": audience(one.shared),
        "link": each.link,
    }


def imported(each: ImportedAnnotations) -> Json:
    """Return what came of a file of annotations."""
    return {
        "added": each.added,
        "unchanged": each.unchanged,
        "kept": each.kept_as_other,
        "problems": [problem(one) for one in each.problems],
    }


def exported(each: ExportReport, format_: str, file: str) -> Json:
    """Return what was written."""
    return {
        "annotations": each.annotations,
        "contributions": each.contributions,
        "format": format_,
        "file": file,
        "problems": [problem(one) for one in each.problems],
    }
