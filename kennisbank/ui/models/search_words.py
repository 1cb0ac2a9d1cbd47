"""Words for what a search speaks of: facets and their values, kinds of hit, where in a contribution a hit stands."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.results import ELSEWHERE, FACETS, HERE, ContributionHit, FacetName, PassageHit, Why
from kennisbank.ui.language import language_name, number
from kennisbank.ui.models.query_remarks import remark_words

_FACETS: dict[FacetName, str] = {
    "edition": str(QT_TRANSLATE_NOOP("SearchWords", "Edition")),
    "year": str(QT_TRANSLATE_NOOP("SearchWords", "Year")),
    "theme": str(QT_TRANSLATE_NOOP("SearchWords", "Theme")),
    "author": str(QT_TRANSLATE_NOOP("SearchWords", "Author")),
    "keyword": str(QT_TRANSLATE_NOOP("SearchWords", "Keyword")),
    "language": str(QT_TRANSLATE_NOOP("SearchWords", "Language")),
    "kind": str(QT_TRANSLATE_NOOP("SearchWords", "Kind")),
    "here": str(QT_TRANSLATE_NOOP("SearchWords", "Where")),
}
_WHERE: dict[str, str] = {
    HERE: str(QT_TRANSLATE_NOOP("SearchWords", "On this computer")),
    ELSEWHERE: str(QT_TRANSLATE_NOOP("SearchWords", "Not on this computer")),
}
_KINDS: dict[str, tuple[str, str]] = {
    "article": (str(QT_TRANSLATE_NOOP("SearchWords", "Article")), "file"),
    "slides": (str(QT_TRANSLATE_NOOP("SearchWords", "Slides")), "slides"),
    "poster": (str(QT_TRANSLATE_NOOP("SearchWords", "Poster")), "board"),
    "report": (str(QT_TRANSLATE_NOOP("SearchWords", "Report")), "file"),
    "teaching": (str(QT_TRANSLATE_NOOP("SearchWords", "Teaching material")), "file"),
    "thesis": (str(QT_TRANSLATE_NOOP("SearchWords", "Thesis")), "file"),
    "other": (str(QT_TRANSLATE_NOOP("SearchWords", "Other")), "file"),
}
_WHYS: dict[Why, str] = {
    "exact": str(QT_TRANSLATE_NOOP("SearchWords", "exactly so")),
    "inflection": str(QT_TRANSLATE_NOOP("SearchWords", "another form of the word")),
    "derivation": str(QT_TRANSLATE_NOOP("SearchWords", "derived from the same word")),
    "compound": str(QT_TRANSLATE_NOOP("SearchWords", "part of a compound")),
    "prefix": str(QT_TRANSLATE_NOOP("SearchWords", "begins like it")),
    "synonym": str(QT_TRANSLATE_NOOP("SearchWords", "synonym")),
    "spelling": str(QT_TRANSLATE_NOOP("SearchWords", "spelled otherwise")),
}
_FIELDS: dict[str, str] = {
    "title": str(QT_TRANSLATE_NOOP("SearchWords", "title")),
    "authors": str(QT_TRANSLATE_NOOP("SearchWords", "author")),
    "keywords": str(QT_TRANSLATE_NOOP("SearchWords", "keyword")),
    "themes": str(QT_TRANSLATE_NOOP("SearchWords", "theme")),
    "abstract": str(QT_TRANSLATE_NOOP("SearchWords", "abstract")),
    "note": str(QT_TRANSLATE_NOOP("SearchWords", "your note")),
}


def _say(source: str) -> str:
    return QCoreApplication.translate("SearchWords", source)


def facet_title(facet: FacetName) -> str:
    """Return what a facet is called."""
    return _say(_FACETS[facet])


def value_words(facet: FacetName, value: str) -> str:
    """Return what a value of a facet is called; most are called what they are."""
    if facet == "kind":
        return kind_words(value)
    if facet == "here":
        return _say(_WHERE[value]) if value in _WHERE else value
    return language_name(value) if facet == "language" else value


def kind_words(kind: str) -> str:
    """Return what a kind of contribution is called."""
    return _say(_KINDS[kind][0]) if kind in _KINDS else kind


def kind_icon(kind: str) -> str:
    """Return the icon of a kind of contribution."""
    return _KINDS[kind][1] if kind in _KINDS else "file"


def why_words(why: Why) -> str:
    """Return how a hit came about."""
    return _say(_WHYS[why])


def field_words(field: str) -> str:
    """Return what a field of the metadata is called."""
    return _say(_FIELDS[field]) if field in _FIELDS else field


def reason_words(reason: str) -> str:
    """Return why a part of a query was not understood."""
    return remark_words(reason)


def place_words(hit: PassageHit, contribution: Contribution) -> str:
    """Return where a hit stands, shortly: ``p. 3``, ``slide 12``, ``line 5``, or the field it stands in."""
    if hit.field not in {"body", "note"}:
        return field_words(hit.field)
    if hit.lines is not None:
        return _say("line {number}").format(number=number(hit.lines[0]))
    file = next((each for each in contribution.files if each.hash == hit.file), None)
    is_slide = file is not None and (file.role == "slides" or contribution.metadata.values.kind == "slides")
    place = _say("slide {number}" if is_slide else "p. {number}").format(number=number(hit.page))
    return place if hit.field == "body" else f"{field_words(hit.field)}, {place}"


def repeat_words(place: str) -> str:
    """Return that a hit stands again in another place, which is said by `place_words`."""
    return _say("also on {place}").format(place=place)


def machine_words() -> str:
    """Return that the text of a page was recognised on a scan."""
    return _say("read by machine")


def new_words() -> str:
    """Return that something came in since one looked."""
    return _say("new")


def lacking_words(words: Sequence[str]) -> tuple[str, str]:
    """Return what is said before the words that a contribution lacks, and these words."""
    return _say("without:"), ", ".join(words)


def asked_words(query: str, filters: Mapping[FacetName, frozenset[str]]) -> str:
    """Return a question on one line: the query and what narrows it."""
    chosen = (
        f"{facet_title(facet).lower()} {value_words(facet, value)}"
        for facet in FACETS
        for value in sorted(filters.get(facet, ()))
    )
    return "  •  ".join(part for part in (" ".join(query.split()), *chosen) if part)


def authors_line(contribution: Contribution, most: int = 3) -> str:
    """Return the authors' names on one line; beyond `most` as a number of others."""
    names = [author.name for author in contribution.metadata.values.authors]
    if len(names) <= most:
        return ", ".join(names)
    return f"{', '.join(names[: most - 1])} {_Counts().others(len(names) - most + 1)}"


def hits_words(hit: ContributionHit) -> str:
    """Return the number of hits in a contribution; one that is met in its description only says so."""
    if not hit.passage_count:
        return ""
    if hit.passages and hit.passages[0].field not in {"body", "note"}:
        return _say("in the description only")
    return _Counts().hits(hit.passage_count)


class _Counts(QObject):
    """The words with a number in them: lupdate knows plurals in ``tr`` only."""

    def hits(self, count: int) -> str:
        return self.tr("%n hit(s)", "", count).replace(str(count), number(count))

    def others(self, count: int) -> str:
        return self.tr("and %n other(s)", "", count).replace(str(count), number(count))


# For lupdate, which reads literal calls only.
_KEPT = (
    QT_TRANSLATE_NOOP("SearchWords", "line {number}"),
    QT_TRANSLATE_NOOP("SearchWords", "slide {number}"),
    QT_TRANSLATE_NOOP("SearchWords", "p. {number}"),
    QT_TRANSLATE_NOOP("SearchWords", "in the description only"),
    QT_TRANSLATE_NOOP("SearchWords", "also on {place}"),
    QT_TRANSLATE_NOOP("SearchWords", "without:"),
    QT_TRANSLATE_NOOP("SearchWords", "read by machine"),
    QT_TRANSLATE_NOOP("SearchWords", "new"),
)
