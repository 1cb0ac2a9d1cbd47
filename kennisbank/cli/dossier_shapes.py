"""The JSON of dossiers that others can rely on; `docs/cli.md` documents every key."""

from kennisbank.cli.shapes import Json, audience, moment, problem
from kennisbank.domain.dossier import Dossier
from kennisbank.services.dossier_places import DossierLine, OpenDossier
from kennisbank.services.pack_check import LicenceCheck
from kennisbank.services.packing import PackReport


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
        "creator": each.creator or None,
        "shared": audience(each.shared),
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


def licences(check: LicenceCheck) -> Json:
    """Return what may be copied of a dossier."""
    return {
        "yes": check.count("yes"),
        "no": check.count("no"),
        "not_stated": check.count("not_stated"),
        "gone": check.gone,
        "contributions": [
            {
                "id": each.contribution.id,
                "title": each.contribution.metadata.values.title,
                "licence": each.contribution.metadata.values.licence or None,
                "name": each.licence.name or None,
                "url": each.licence.url or None,
                "may_be_copied": each.licence.may_be_copied,
                "conditions": list(each.licence.conditions),
                "left_out": each.is_left_out,
            }
            for each in check.papers
        ],
    }


def pack(report: PackReport, wanted: str, file: str) -> Json:
    """Return what was written of a dossier."""
    return {
        "format": wanted,
        "file": file,
        "items": report.lines,
        "files": report.files,
        "licences": licences(report.check),
        "problems": [problem(each) for each in report.problems],
    }
