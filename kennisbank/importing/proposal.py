"""Metadata proposed from a file itself: its first pages, its own metadata, its name. Pure.

Nothing here is certain, so everything is marked as a proposal, says where it was found, and yields to the list and to
whoever corrects it.
"""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from kennisbank.documents.language import language_of
from kennisbank.domain.document import CoverSpan, Document
from kennisbank.domain.metadata import Field, Metadata, Provenance, SourcedMetadata
from kennisbank.importing.columns import terms, year_of
from kennisbank.importing.front import Front, front_of
from kennisbank.importing.identifiers import doi_in
from kennisbank.importing.labelled import above_byline, abstract_of, keywords_of
from kennisbank.importing.people import authors_of
from kennisbank.importing.titles import FROM_METADATA, FROM_NAME, FROM_PAGE, is_junk, tidy_title, title_of

_THESIS = re.compile(
    r"\b(?:proefschrift|scriptie|bachelorproef|masterproef|(?:master|bachelor|phd|doctoral)\S* thesis|dissertation)\b",
    re.IGNORECASE,
)
_TEACHING = re.compile(
    r"\b(?:opdracht(?:en)?|werkblad|lesmateriaal|lesbrief|docentenhandleiding|docenthandleiding|handleiding docent|"
    r"practicum|cursus|uitwerking(?:en)?|leerling|lesmodule|keuzemodule|worksheet|exercises?|course notes)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:rapport(?:age)?|adviesrapport|technical report|white ?paper|handreiking|jaarverslag|eindverslag)\b",
    re.IGNORECASE,
)
_POSTER_AREA = 595 * 842 * 3.5
_DATED = re.compile(
    r"\b(?:published|gepubliceerd|publicatiedatum|publication date|datum|date|versie|version|conference|congres)\b",
    re.IGNORECASE,
)
_LANGUAGE_SAMPLE = 20_000


def propose(document: Document, cover: Sequence[CoverSpan], name: str) -> SourcedMetadata:
    """Return what `document` says of itself; `cover` is left out of account, `name` is its path below the source."""
    front = front_of(document, cover)
    base = PurePosixPath(name).name
    info = document.info
    title, title_from = title_of(front, info.get("title", ""), base, document.outline)
    above, theme = above_byline(front)
    if above and not is_junk(above):
        title, title_from = tidy_title(above), FROM_PAGE
    authors, authors_from = authors_of(front, title, info.get("author", ""))
    keywords, keywords_from = _keywords(front, info.get("keywords", ""))
    year, year_from = _year(front, info.get("created", ""))
    doi, doi_from = _doi(front, base)
    abstract = abstract_of(front)
    language = language_of(_sample(document, cover))
    values = Metadata(
        title=title,
        authors=authors,
        abstract=abstract,
        keywords=keywords,
        themes=(theme,) if theme else (),
        year=year,
        language=language,
        kind=_kind(document, front, base, is_paper=bool(abstract or keywords)),
        doi=doi,
    )
    found: dict[Field, str] = {
        "title": title_from,
        "authors": authors_from,
        "abstract": FROM_PAGE,
        "keywords": keywords_from,
        "themes": FROM_PAGE,
        "year": year_from,
        "language": "text",
        "kind": FROM_PAGE,
        "doi": doi_from,
    }
    provenance = {field: Provenance("proposal", detail) for field, detail in found.items() if getattr(values, field)}
    return SourcedMetadata(values, provenance)


def _keywords(front: Front, claimed: str) -> tuple[tuple[str, ...], str]:
    if printed := keywords_of(front):
        return printed, FROM_PAGE
    listed = tuple(word for word in terms(claimed) if len(word) <= 60)
    return listed[:20], FROM_METADATA


def _year(front: Front, created: str) -> tuple[int | None, str]:
    """Return the year in a line that speaks of a date, else the year in which the file was made."""
    for line in front.first:
        if _DATED.search(line.text) and line.letters < 120 and (year := year_of(line.text)) is not None:
            return year, FROM_PAGE
    return year_of(re.sub(r"^D:(\d{4}).*", r"\1", created)), FROM_METADATA


def _doi(front: Front, name: str) -> tuple[str, str]:
    """Return the DOI in the file's name, else the only one on the first page that is labelled as the paper's own."""
    stem = PurePosixPath(name).stem
    if (found := re.match(r"(10\.\d{4,9})[._-](.+)$", stem)) is not None:
        return f"{found[1]}/{found[2]}".lower(), FROM_NAME
    labelled = {
        doi_in(match[0])
        for line in front.first
        for match in re.finditer(r"(?:\bdoi\b\s*:?\s*|doi\.org/)10\.\S+", line.text, re.IGNORECASE)
    }
    return (labelled.pop(), FROM_PAGE) if len(labelled) == 1 else ("", "")


def _kind(document: Document, front: Front, name: str, *, is_paper: bool) -> str:
    """Return the kind by the shape of the page and the words on the front; nothing when neither tells."""
    if "presentation" in document.media_type:
        return "slides"
    if front.page_width * front.page_height > _POSTER_AREA and len(document.pages) <= 2:
        return "poster"
    if front.page_width > 1.2 * front.page_height and len(document.pages) > 2:
        return "slides"
    head = " ".join([name.replace("_", " "), *(line.text for line in front.first[:12])])
    for kind, pattern in (("thesis", _THESIS), ("teaching", _TEACHING), ("report", _REPORT)):
        if pattern.search(head):
            return kind
    return "article" if is_paper else ""


def _sample(document: Document, cover: Sequence[CoverSpan]) -> str:
    """Return text to tell the language by, without the cover sheet (a Dutch sheet stands before English papers too)."""
    parts: list[str] = []
    length = 0
    for page in document.pages:
        text, last = "", 0
        for span in sorted((span for span in cover if span.page == page.number), key=lambda each: each.start):
            text += page.text[last : span.start]
            last = span.end
        parts.append(text + page.text[last:])
        length += len(parts[-1])
        if length > _LANGUAGE_SAMPLE:
            break
    return "\n".join(parts)[:_LANGUAGE_SAMPLE]
