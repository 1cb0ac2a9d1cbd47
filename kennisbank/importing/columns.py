"""The columns of a list, known by their Dutch and English names, and one row of it as metadata."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from kennisbank.domain.metadata import FIELDS, Author, Field, Metadata, Provenance, SourcedMetadata
from kennisbank.domain.names import people
from kennisbank.importing.identifiers import doi_in

_WORDS = """
file: bestand bestandsnaam bestanden file files filename file_name path pad pdf pdf_file pdf_url document bestandspad
 file_path local_file download
title: titel title paper_title titel_bijdrage hoofdtitel document_title naam_bijdrage
subtitle: ondertitel subtitle sub_title
authors: auteur auteurs author authors author_s auteur_s schrijver schrijvers spreker sprekers door by author_names
 creator creators presenter presenters first_authors
abstract: samenvatting abstract summary omschrijving beschrijving description
keywords: trefwoord trefwoorden keyword keywords steekwoorden tags author_keywords subjects
themes: thema themas themes theme track session sessie stroom stream topic topics onderwerp
year: jaar year jaartal date datum publication_year published pubyear
language: taal language lang talen languages
edition: editie edition event congres congress conference conferentie evenement bijeenkomst
doi: doi doi_url
licence: licentie licence license licentie_url rechten rights
kind: soort type kind paper_type document_type categorie category genre
affiliation: affiliatie affiliation affiliations organisatie organisation organization instelling school
email: email e_mail mail emailadres contact
sha1: sha1 sha_1
sha256: sha256 sha_256 hash checksum
"""
_LANGUAGE_WORDS = """
nl: nl nld dut dutch nederlands nl_nl nl_be
en: en eng english engels en_gb en_us
"""
_KIND_WORDS = """
article: article artikel paper papers bijdrage jour cpaper conf inproceedings journal_article short long preface
slides: slides slide presentatie presentation dias sheets pptx
poster: poster
report: report rapport rprt techreport verslag advies notitie
teaching: teaching teaching_material lesmateriaal lesmodule module opdracht docenthandleiding workshop
thesis: thesis thes scriptie proefschrift phdthesis mastersthesis bachelorproef afstudeerverslag
other: other overig anders misc
"""


def _table(text: str) -> Mapping[str, tuple[str, ...]]:
    lines = (line.split(":") for line in text.replace("\n ", " ").strip().splitlines())
    return MappingProxyType({name: tuple(words.split()) for name, words in lines})


def _inverse(text: str) -> Mapping[str, str]:
    return MappingProxyType({word: name for name, words in _table(text).items() for word in words})


COLUMNS = _table(_WORDS)
"""Column by the names it may have, folded by `column_key`, the likeliest first."""
_LANGUAGES = _inverse(_LANGUAGE_WORDS)
_KINDS = _inverse(_KIND_WORDS)
_LOOSE = ("file", "title", "authors", "abstract", "keywords", "doi", "year")
_NOT_OF_THE_PAPER = frozenset({"journal", "book", "series", "short", "sub", "id", "count", "number", "aantal", "email"})
LIMIT = 100_000
"""No single value of a list is longer than this many characters."""


def column_key(name: str) -> str:
    """Return a column's name without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(char for char in plain if not unicodedata.combining(char)).casefold().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "_", letters).strip("_")


def recognised(header: list[str]) -> dict[str, int]:
    """Return where the columns that are known stand in `header`: by their whole name, else by a word in it.

    The likeliest name wins, then the first column; one column serves once.
    """
    keys = [column_key(name) for name in header]
    found: dict[str, int] = {}
    for column, names in COLUMNS.items():
        index = next((keys.index(name) for name in names if name in keys), None)
        if index is not None:
            found[column] = index
    for column in _LOOSE:
        if column not in found and (index := _loosely(column, keys, set(found.values()))) is not None:
            found[column] = index
    return found


def _loosely(column: str, keys: list[str], taken: set[int]) -> int | None:
    """Return the first column with one of the names as a word in it: ``Titel van de bijdrage``."""
    for index, key in enumerate(keys):
        words = set(key.split("_"))
        if index not in taken and len(words) < 8 and words & set(COLUMNS[column]) and not words & _NOT_OF_THE_PAPER:
            return index
    return None


def metadata_of(row: Mapping[str, str], detail: str) -> SourcedMetadata:
    """Return what one row says, with the provenance ``list`` and `detail` for each field that it fills."""
    cells = {column: tidy(value) for column, value in row.items()}
    title, subtitle = cells.get("title", ""), cells.get("subtitle", "")
    values = Metadata(
        title=f"{title}: {subtitle}" if title and subtitle else title,
        authors=authors_of(row.get("authors", ""), row.get("affiliation", ""), row.get("email", "")),
        abstract=cells.get("abstract", ""),
        keywords=terms(row.get("keywords", "")),
        themes=terms(row.get("themes", ""), by_comma=False),
        year=year_of(cells.get("year", "")),
        language=language_code(cells.get("language", "")),
        kind=kind_of(cells.get("kind", "")),
        doi=doi_in(cells.get("doi", "")),
        licence=cells.get("licence", ""),
        edition=cells.get("edition", ""),
    )
    filled: list[Field] = [name for name in FIELDS if getattr(values, name)]
    return SourcedMetadata(values, {name: Provenance("list", detail) for name in filled})


def authors_of(names: str, affiliations: str, emails: str = "") -> tuple[Author, ...]:
    """Return the authors, each with its affiliation where the list has one for all or as many as there are names."""
    found = people(names)
    places = [part.strip() for part in re.split(r"[;|]", affiliations) if part.strip()]
    mails = [part.strip() for part in re.split(r"[;|,\s]+", emails) if "@" in part]
    if len(places) == 1:
        places *= len(found)
    if len(places) != len(found):
        places = [tidy(affiliations)] * len(found)
    if len(mails) != len(found):
        mails = [author.email for author in found]
    return tuple(
        Author(author.name, author.family, author.given, place, mail or author.email)
        for author, place, mail in zip(found, places, mails, strict=True)
    )


def tidy(text: str) -> str:
    """Return `text` with single spaces, without control characters and zero bytes, capped."""
    kept = "".join(" " if unicodedata.category(char) in {"Cc", "Cs"} else char for char in text[:LIMIT])
    return " ".join(kept.split())


def terms(text: str, *, by_comma: bool = True) -> tuple[str, ...]:
    """Return the keywords in `text`, each once; ``;`` and ``|`` separate, and a comma where neither occurs."""
    pattern = r"[;|\n•·]+" if re.search(r"[;|\n•·]", text) or not by_comma else r","
    words = (tidy(part).strip(" .,") for part in re.split(pattern, text))
    kept: dict[str, str] = {}
    for word in words:
        if word:
            kept.setdefault(word.casefold(), word)
    return tuple(kept.values())


def year_of(text: str) -> int | None:
    """Return the year in a date, 1900 to 2100."""
    found = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
    return int(found[0]) if found is not None else None


def language_code(text: str) -> str:
    """Return the ISO 639-1 code of a language named in Dutch or English, or by its code."""
    key = column_key(text)
    return _LANGUAGES.get(key) or (key if re.fullmatch(r"[a-z]{2}", key) else "")


def kind_of(text: str) -> str:
    """Return the kind of contribution that is meant; ``other`` for a word that is not known, nothing for nothing."""
    key = column_key(text)
    return _KINDS.get(key, "other") if key else ""
