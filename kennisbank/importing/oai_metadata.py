"""What a repository's Dublin Core says of a contribution, as metadata with the provenance of a list. Pure.

Dublin Core says little and repositories disagree on that: a date may be the day of a file's arrival, a description an
abstract or a remark, a right a licence or a threat. What can't be told apart is left out rather than guessed.
"""

import html
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kennisbank.domain.licence import licence_of
from kennisbank.domain.metadata import Author, Metadata, SourcedMetadata, sourced
from kennisbank.domain.names import people, person
from kennisbank.domain.oai_sets import edition_of_set
from kennisbank.importing.columns import language_code, terms, tidy, year_of
from kennisbank.importing.identifiers import doi_in
from kennisbank.importing.oai_answer import OaiRecord

_LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "nld": "nl", "dut": "nl", "nederlands": "nl", "vls": "nl", "eng": "en", "english": "en", "engels": "en",
        "deu": "de", "ger": "de", "german": "de", "duits": "de",
        "fra": "fr", "fre": "fr", "french": "fr", "frans": "fr",
        "spa": "es", "ita": "it", "por": "pt", "fry": "fy", "fri": "fy", "rus": "ru", "pol": "pl", "tur": "tr",
        "ara": "ar", "zho": "zh", "chi": "zh", "jpn": "ja", "swe": "sv", "dan": "da", "nor": "no", "fin": "fi",
        "ces": "cs", "cze": "cs", "ukr": "uk",
    }
)  # fmt: skip
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("poster", "poster"),
        ("thesis", "thesis|theses|dissertation|proefschrift|scriptie"),
        ("slides", "presentation|presentatie|slide"),
        ("teaching", "instructional|learning|lesson|lesmateriaal|course|teaching|educational"),
        ("report", "report|rapport|working ?paper|technical ?documentation|policy"),
        ("article", "article|artikel|conference|paper|proceeding|preprint|chapter|review|lecture"),
    )
)
_ANYTHING = frozenset({"text", "tekst", "document", "publication", "publicatie", "info"})
"""Types that say nothing."""
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BLOCK = re.compile(r"</?(?:p|br|li|ul|ol|div|h\d|tr|table)\b[^<>]*>", re.IGNORECASE)
_TELLING = 150
"""Characters from which on a description is an abstract rather than a remark."""
MOST_AUTHORS, MOST_KEYWORDS, _LONG_WORD = 500, 100, 200


def metadata_of_record(record: OaiRecord, source: str, *, edition: str = "") -> SourcedMetadata:
    """Return what a record says; `source` names the repository in the provenance, `edition` goes before its sets."""
    values = record.values
    descriptions = [plain(each) for each in (*values.get("abstract", ()), *values.get("description", ()))]
    edition = edition or next(filter(None, map(edition_of_set, record.sets)), "")
    metadata = Metadata(
        title=plain(next(iter(values.get("title", ())), "")),
        authors=_authors(values.get("creator", ())),
        abstract=next((each for each in descriptions if len(each) >= _TELLING), max(descriptions, key=len, default="")),
        keywords=_keywords(values.get("subject", ())),
        year=_year([*values.get("issued", ()), *values.get("date", ())]),
        language=_language(values.get("language", ())),
        kind=_kind(values.get("type", ())),
        doi=next(filter(None, map(doi_in, map(html.unescape, values.get("identifier", ())))), ""),
        licence=_licence([*values.get("license", ()), *values.get("rights", ())]),
        edition=" ".join(edition.split()),
    )
    return sourced(metadata, "list", f"{source} {record.identifier}")


def plain(text: str) -> str:
    """Return a value without the HTML that many repositories put into it, escaped once or twice."""
    for _ in range(2):
        text = html.unescape(text)
    return tidy(_TAG.sub("", _BLOCK.sub(" ", text)) if "<" in text else text)


def _authors(creators: Sequence[str]) -> tuple[Author, ...]:
    found: dict[str, Author] = {}
    for each in creators[:MOST_AUTHORS]:
        text = plain(each)[:1000]
        # Where each has an element of its own, a comma stands between a family name and a given one.
        one = person(text) if len(creators) > 1 and text.count(",") == 1 and ";" not in text else None
        for author in (one,) if one is not None else people(text):
            found.setdefault(author.name.casefold(), author)
    return tuple(found.values())[:MOST_AUTHORS]


def _keywords(subjects: Sequence[str]) -> tuple[str, ...]:
    words = [word for each in subjects for word in terms(html.unescape(each), by_comma=len(subjects) == 1)]
    kept = dict.fromkeys(plain(word) for word in words if len(word) <= _LONG_WORD)
    return tuple(filter(None, kept))[:MOST_KEYWORDS]


def _year(dates: Sequence[str]) -> int | None:
    """Return the year of publication: a date without a time is that, those with one are of the repository's doings."""
    days = [year for each in dates if "T" not in each and (year := year_of(each)) is not None]
    moments = [year for each in dates if (year := year_of(each)) is not None]
    return days[0] if days else min(moments, default=None)


def _language(named: Sequence[str]) -> str:
    for each in named:
        key = re.split(r"[-_;,/\s]", each.strip().lower())[0]
        if code := _LANGUAGES.get(key) or language_code(key):
            return code
    return ""


def _kind(types: Sequence[str]) -> str:
    """Return the kind that the types name, the most particular first; ``other`` when they name something else."""
    names = [re.split(r"[/#]", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", each).strip())[-1].lower() for each in types]
    names = [each for each in names if each and each not in _ANYTHING]
    for kind, pattern in _KINDS:
        if any(pattern.search(each) for each in names):
            return kind
    return "other" if names else ""


def _licence(rights: Sequence[str]) -> str:
    """Return the right that is a licence one knows, else the first that says anything; not who may come in."""
    said = [plain(each) for each in rights if not each.strip().lower().startswith("info:")]
    known = [each for each in said if licence_of(each).may_be_copied != "not_stated"]
    return next(iter(known or said), "")[:2000]
