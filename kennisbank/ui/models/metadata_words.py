"""What the fields of a contribution, their sources, kinds and values are called."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kennisbank.domain.metadata import Author, Field, Provenance, Source
from kennisbank.ui.language import language_name
from kennisbank.ui.widgets.labels import BadgeTone

_N = QT_TRANSLATE_NOOP
_CONTEXT = "MetadataWords"
KINDS = ("article", "slides", "poster", "report", "teaching", "thesis", "other")
"""Kinds of contribution, most common first."""
GIVEN = "edition of the import"
"""The detail of what somebody typed when importing, for all files at once."""
LANGUAGE_CODES = ("nl", "en", "de", "fr")

_FIELDS: Mapping[Field, str] = MappingProxyType(
    {
        "title": str(_N("MetadataWords", "Title")),
        "authors": str(_N("MetadataWords", "Authors")),
        "abstract": str(_N("MetadataWords", "Summary")),
        "keywords": str(_N("MetadataWords", "Keywords")),
        "themes": str(_N("MetadataWords", "Themes")),
        "year": str(_N("MetadataWords", "Year")),
        "language": str(_N("MetadataWords", "Language")),
        "kind": str(_N("MetadataWords", "Kind")),
        "doi": "DOI",
        "licence": str(_N("MetadataWords", "Licence")),
        "edition": str(_N("MetadataWords", "Edition")),
    }
)
_SOURCES: Mapping[Source, str] = MappingProxyType(
    {
        "hand": str(_N("MetadataWords", "By hand")),
        "list": str(_N("MetadataWords", "From the list")),
        "proposal": str(_N("MetadataWords", "Proposal")),
    }
)
_KIND_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "article": str(_N("MetadataWords", "Article")),
        "slides": str(_N("MetadataWords", "Slides")),
        "poster": str(_N("MetadataWords", "Poster")),
        "report": str(_N("MetadataWords", "Report")),
        "teaching": str(_N("MetadataWords", "Teaching material")),
        "thesis": str(_N("MetadataWords", "Thesis")),
        "other": str(_N("MetadataWords", "Other")),
    }
)
_DETAILS: Mapping[str, str] = MappingProxyType(
    {
        "first page": str(_N("MetadataWords", "from the first page")),
        "file metadata": str(_N("MetadataWords", "from what the file says of itself")),
        "file name": str(_N("MetadataWords", "from the file name")),
        "text": str(_N("MetadataWords", "from the text")),
    }
)
_TONES: Mapping[Source, tuple[BadgeTone, str]] = MappingProxyType(
    {"hand": ("quiet", "pencil"), "list": ("quiet", "contents"), "proposal": ("accent", "")}
)
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
        return QCoreApplication.translate(_CONTEXT, "Given with the import"), "quiet", ""
    tone, icon = _TONES[provenance.source]
    return QCoreApplication.translate(_CONTEXT, _SOURCES[provenance.source]), tone, icon


def source_detail(provenance: Provenance) -> str:
    """Return the detail of a source, in the language in force where it is one of ours."""
    if provenance.detail == GIVEN:
        return ""
    words = _DETAILS.get(provenance.detail)
    if words:
        return QCoreApplication.translate(_CONTEXT, words)
    return provenance.detail.replace(" line ", QCoreApplication.translate(_CONTEXT, " row "))


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
