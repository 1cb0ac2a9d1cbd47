"""The values that the fields of a query may have: editions, languages and kinds of contribution, and years."""

from types import MappingProxyType

from kennisbank.search.analysis import fold
from kennisbank.search.query import InFacet, InYears, Node, Or
from kennisbank.search.query_names import FACETS, YEARS
from kennisbank.search.query_years import edition_years, years_of

_LANGUAGES = MappingProxyType(
    {
        "nederlands": "nl", "dutch": "nl", "vlaams": "nl",
        "engels": "en", "english": "en",
        "duits": "de", "german": "de", "deutsch": "de",
        "frans": "fr", "french": "fr",
        "fries": "fy", "frisian": "fy",
        "spaans": "es", "spanish": "es",
    }
)  # fmt: skip
_KINDS = MappingProxyType(
    {
        "article": "article", "artikel": "article", "paper": "article",
        "slides": "slides", "presentatie": "slides", "presentation": "slides", "dia's": "slides", "sheets": "slides",
        "poster": "poster",
        "report": "report", "rapport": "report", "verslag": "report",
        "teaching": "teaching", "lesmateriaal": "teaching", "teaching material": "teaching",
        "thesis": "thesis", "scriptie": "thesis", "proefschrift": "thesis",
        "other": "other", "overig": "other",
    }
)  # fmt: skip
_LONGEST = 200
_QUOTES = '"“”„‟«»‹›「」〝〞'


def asked_value(field: str, value: str, *, is_prefix: bool, is_literal: bool) -> Node | str:
    """Return the tree that asks for a value of a field, or why it can't be asked.

    `field` is a name of a facet or of the year; `is_prefix`: values that begin so; `is_literal`: it stood in quotation
    marks, so an edition is called exactly that.
    """
    if field in YEARS:
        years = None if is_prefix else years_of(value)
        return "not a year" if years is None else years
    facet, plain = FACETS[field], _folded(value[:_LONGEST])
    if not plain:
        return "field without a value"
    if facet == "edition":
        return InFacet(facet, plain, is_prefix) if is_literal else _edition(plain, is_prefix=is_prefix)
    if is_prefix:
        return InFacet(facet, plain, is_prefix)
    known = _language(plain) if facet == "language" else _KINDS.get(plain, "")
    if known:
        return InFacet(facet, known)
    return "not a language" if facet == "language" else "not a kind of contribution"


def _edition(value: str, *, is_prefix: bool) -> Node:
    """Return what asks for an edition by its code, its year, or a range of years."""
    named = InFacet("edition", value, is_prefix)
    if is_prefix:
        return named
    years = years_of(value) or edition_years(value)
    if isinstance(years, InYears) and years.first == years.last:
        return Or((named, years))
    return years or named


def _language(value: str) -> str:
    is_code = len(value) == 2 and value.isascii() and value.isalpha()
    return value if is_code else _LANGUAGES.get(value, "")


def _folded(value: str) -> str:
    """Return a value as it is compared: without capitals, accents, quotation marks and extra spaces."""
    return " ".join("".join(" " if each in _QUOTES else each for each in fold(value)).split())
