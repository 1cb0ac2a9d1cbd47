"""What the settings page says of findings and of the libraries that the program is built from."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kennisbank.domain.reports import Finding

_CONTEXT = "SettingsWords"
_FINDINGS: Mapping[str, str] = MappingProxyType(
    {
        "database_damaged": str(
            QT_TRANSLATE_NOOP(
                "SettingsWords", "The database is damaged. Put back a copy from the folder backups beside it."
            )
        ),
        "foreign_key": str(
            QT_TRANSLATE_NOOP("SettingsWords", "Something in the database refers to what isn't there: %1.")
        ),
        "file_missing": str(QT_TRANSLATE_NOOP("SettingsWords", "The file of %1 is missing. Import it again.")),
        "file_changed": str(
            QT_TRANSLATE_NOOP("SettingsWords", "The file of %1 was changed from outside. Import it again.")
        ),
        "file_unreadable": str(
            QT_TRANSLATE_NOOP("SettingsWords", "The file of %1 can't be read. Mend its permissions.")
        ),
        "file_orphan": str(QT_TRANSLATE_NOOP("SettingsWords", "A file belongs to no contribution: %1.")),
        "text_orphan": str(QT_TRANSLATE_NOOP("SettingsWords", "A text belongs to no contribution: %1.")),
        "leftover": str(QT_TRANSLATE_NOOP("SettingsWords", "A copy was broken off: %1.")),
        "batch_running": str(QT_TRANSLATE_NOOP("SettingsWords", "An import was broken off: %1.")),
        "notes_without_paper": str(
            QT_TRANSLATE_NOOP(
                "SettingsWords",
                "Annotations and lines of dossiers (%1) belong to contributions that aren't here. They are kept.",
            )
        ),
        "index_behind": str(
            QT_TRANSLATE_NOOP("SettingsWords", "The search index lacks contributions, or holds too many.")
        ),
    }
)
REPAIRABLE = frozenset(("file_changed", "file_orphan", "text_orphan", "leftover", "batch_running", "index_behind"))
"""Findings that repairing mends."""
_NAMED = re.compile(
    r"(?:The file of|of the file of|The import of) (.+?) (?:is missing|can't be read|have changed|was )"
)


def finding_text(finding: Finding) -> str:
    """Return a finding in the language in force; its English message where the code isn't known."""
    words = _FINDINGS.get(finding.code)
    if words is None:
        return finding.message
    named = _NAMED.search(finding.message)
    subject = named[1] if named is not None else finding.subject
    if len(subject) == 64 and subject.isalnum():
        subject = f"{subject[:12]}…"
    return QCoreApplication.translate(_CONTEXT, words).replace("%1", subject)


@dataclass(frozen=True, slots=True)
class Part:
    """A library that the program is built from."""

    name: str
    version: str
    licence: str


def program_version() -> str:
    """Return the version of this program; empty where it wasn't installed."""
    try:
        return metadata.version("kennisbank")
    except metadata.PackageNotFoundError:
        return ""


def parts() -> list[Part]:
    """Return the libraries that the program needs, by name, as far as they say who they are."""
    try:
        required = metadata.requires("kennisbank") or []
    except metadata.PackageNotFoundError:
        return []
    found: dict[str, Part] = {}
    for line in required:
        name = re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0]
        if "extra ==" in line or not name:
            continue
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        found[name] = Part(_said(about, "Name") or name, _said(about, "Version"), _licence(about))
    return sorted(found.values(), key=lambda part: part.name.casefold())


def _licence(about: metadata.PackageMetadata) -> str:
    said = _said(about, "License-Expression")
    if said:
        return said
    classes = [each for each in about.get_all("Classifier") or [] if str(each).startswith("License ::")]
    if classes:
        return str(classes[0]).rpartition(" :: ")[2]
    return _said(about, "License").split("\n")[0][:60]


def _said(about: metadata.PackageMetadata, name: str) -> str:
    """Return what is said of a thing; asked after first, since a backport of this module raises where it isn't."""
    return str(about[name] or "") if name in about else ""
