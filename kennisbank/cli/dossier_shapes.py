"""The JSON of dossiers that others can rely on; `docs/cli.md` documents every key."""

from kennisbank.cli.shapes import Json, moment
from kennisbank.domain.dossier import Dossier
from kennisbank.services.dossier_places import DossierLine, OpenDossier


def dossier_line(each: Dossier) -> Json:
    """Return a dossier as it stands in a list."""
    return {
        "id": each.id,
        "name": each.name,
        "remark": each.remark,
        "items": len(each.items),
        "created": moment(each.created),
        "modified": moment(each.modified),
        "trashed": None if each.trashed is None else moment(each.trashed),
    }


def dossier(each: OpenDossier) -> Json:
    """Return a dossier with its lines as they are now."""
    return {**dossier_line(each.dossier), "items": [_item(line) for line in each.lines]}


def _item(line: DossierLine) -> Json:
    values = line.contribution.metadata.values if line.contribution is not None else None
    anchor = line.anchor
    return {
        "id": line.item.id,
        "contribution": line.item.contribution,
        "title": values.title if values is not None else None,
        "authors": [author.name for author in values.authors] if values is not None else [],
        "edition": (values.edition or None) if values is not None else None,
        "here": line.contribution is not None,
        "remark": line.item.remark,
        "passage": None
        if anchor is None
        else {
            "quote": anchor.quote.exact if anchor.quote is not None else None,
            "page": anchor.page,
            "label": line.label or None,
            "file": anchor.file,
            "state": anchor.state,
            "annotation": line.item.annotation,
        },
    }
