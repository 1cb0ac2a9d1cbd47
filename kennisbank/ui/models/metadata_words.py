"""What the fields of a contribution, their sources, kinds and values are called."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kennisbank.domain.metadata import Author, Field, Provenance, Source
from kennisbank.ui.language import language_name
from kennisbank.ui.theme import BadgeTone

_CONTEXT = "MetadataWords"
KINDS = ("article", "slides", "poster", "report", "teaching", "thesis", "other")
"""Kinds of contribution, most common first."""
GIVEN = "edition of the import"
"""The detail of what somebody typed when importing, for all files at once."""
LANGUAGE_CODES = ("nl", "en", "de", "fr")

_FIELDS: Mapping[Field, str] = MappingProxyType(
    {
        "title": str(QT_TRANSLATE_NOOP("MetadataWords", "Title")),
        "authors": str(QT_TRANSLATE_NOOP("MetadataWords", "Authors")),
        "abstract": str(QT_TRANSLATE_NOOP("MetadataWords", "Summary")),
        "keywords": str(QT_TRANSLATE_NOOP("MetadataWords", "Keywords")),
        "themes": str(QT_TRANSLATE_NOOP("MetadataWords", "Themes")),
        "year": str(QT_TRANSLATE_NOOP("MetadataWords", "Year")),
        "language": str(QT_TRANSLATE_NOOP("MetadataWords", "Language")),
        "kind": str(QT_TRANSLATE_NOOP("MetadataWords", "Kind")),
        "doi": "DOI",
        "licence": str(QT_TRANSLATE_NOOP("MetadataWords", "Licence")),
        "edition": str(QT_TRANSLATE_NOOP("MetadataWords", "Edition")),
    }
)
_SOURCES: Mapping[Source, str] = MappingProxyType(
    {
        "hand": str(QT_TRANSLATE_NOOP("MetadataWords", "By hand")),
        "archive": str(QT_TRANSLATE_NOOP("MetadataWords", "From the archive")),
        "list": str(QT_TRANSLATE_NOOP("MetadataWords", "From the list")),
        "proposal": str(QT_TRANSLATE_NOOP("MetadataWords", "Proposal")),
    }
)
_KIND_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "article": str(QT_TRANSLATE_NOOP("MetadataWords", "Article")),
        "slides": str(QT_TRANSLATE_NOOP("MetadataWords", "Slides")),
        "poster": str(QT_TRANSLATE_NOOP("MetadataWords", "Poster")),
        "report": str(QT_TRANSLATE_NOOP("MetadataWords", "Report")),
        "teaching": str(QT_TRANSLATE_NOOP("MetadataWords", "Teaching material")),
        "thesis": str(QT_TRANSLATE_NOOP("MetadataWords", "Thesis")),
        "other": str(QT_TRANSLATE_NOOP("MetadataWords", "Other")),
    }
)
_DETAILS: Mapping[str, str] = MappingProxyType(
    {
        "first page": str(QT_TRANSLATE_NOOP("MetadataWords", "from the first page")),
        "file metadata": str(QT_TRANSLATE_NOOP("MetadataWords", "from what the file says of itself")),
        "file name": str(QT_TRANSLATE_NOOP("MetadataWords", "from the file name")),
        "text": str(QT_TRANSLATE_NOOP("MetadataWords", "from the text")),
    }
)
_TONES: Mapping[Source, tuple[BadgeTone, str]] = MappingProxyType(
    {
        "hand": ("quiet", "pencil"),
        "archive": ("quiet", "contents"),
        "list": ("quiet", "contents"),
        "proposal": ("accent", ""),
    }
)
_ROW = re.compile(r"(.+) (?:line|row) (\d+)$")
KIND_ICONS: Mapping[str, str] = MappingProxyType({"slides": "slides", "poster": "board"})
"""Icons of kinds that don't look like a sheet of paper."""


def field_name(field: Field) -> str:
    """Return what a field is called."""
    return QCoreApplication.translate(_CONTEXT, _FIELDS[field])


def kind_name(kind: str) -> str:
    """Return what a kind of contribution is called; the kind itself if unknown."""
    words = _KIND_WORDS.get(kind)
    return QCoreApplication.translate(_CONTEXT, words) if words else kind


def source_badge(provenance: Provenance) -> tuple[str, BadgeTone, str]:
    """Return the words, tone and icon of the badge that says where a value came from."""
    if provenance.detail == GIVEN:
        return QCoreApplication.translate("MetadataWords", "Given with the import"), "quiet", ""
    tone, icon = _TONES[provenance.source]
    return QCoreApplication.translate(_CONTEXT, _SOURCES[provenance.source]), tone, icon


def source_detail(provenance: Provenance) -> str:
    """Return the detail of a source, in the language in force where it is one of ours."""
    if provenance.detail == GIVEN:
        return ""
    words = _DETAILS.get(provenance.detail)
    if words:
        return QCoreApplication.translate(_CONTEXT, words)
    row = _ROW.match(provenance.detail)
    if row is not None:
        return QCoreApplication.translate("MetadataWords", "%1 row %2").replace("%1", row[1]).replace("%2", row[2])
    return provenance.detail


def value_text(field: Field, value: object) -> str:
    """Return a value in one string, for reading; empty when nothing is known."""
    match value:
        case None | "" | ():
            return ""
        case tuple():
            return ", ".join(each.name if isinstance(each, Author) else str(each) for each in value)
        case str() if field == "language":
            return language_name(value)
        case str() if field == "kind":
            return kind_name(value)
        case _:
            return str(value)
