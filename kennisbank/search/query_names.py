"""The names that a query knows, Dutch and English: of fields, and what is no field though it has a colon."""

from collections.abc import Mapping
from types import MappingProxyType

from kennisbank.domain.results import FacetName
from kennisbank.search.query import TextField

TEXT_FIELDS: Mapping[str, TextField] = MappingProxyType(
    {
        "title": "title", "titel": "title",
        "author": "authors", "authors": "authors", "auteur": "authors", "auteurs": "authors", "door": "authors",
        "keyword": "keywords", "keywords": "keywords", "trefwoord": "keywords", "trefwoorden": "keywords",
        "theme": "themes", "themes": "themes", "thema": "themes",
        "abstract": "abstract", "samenvatting": "abstract",
    }
)  # fmt: skip
"""Fields in which words are looked for."""
FACETS: Mapping[str, FacetName] = MappingProxyType(
    {
        "edition": "edition", "editie": "edition",
        "lang": "language", "language": "language", "taal": "language",
        "type": "kind", "soort": "kind", "kind": "kind",
    }
)  # fmt: skip
"""Fields that have one of a few values."""
YEARS = frozenset({"year", "jaar"})
FIELDS = frozenset({*TEXT_FIELDS, *FACETS, *YEARS})

_SCHEMES = frozenset({"http", "https", "ftp", "file", "mailto", "urn", "doi", "isbn", "issn", "tel", "arxiv"})
_OTHER_WORDS = frozenset(
    {"these", "land", "sport", "snoort", "acteur", "kinds", "lange", "tile", "tiles", "jager", "tiger", "title's"}
)
"""Words of their own that happen to look like the name of a field."""
_SHORTEST_ALIKE = 4


def is_scheme(name: str) -> bool:
    """Tell whether a folded name with a colon begins an address or a number, and not a field."""
    return name in _SCHEMES


def field_like(name: str, *, is_glued: bool) -> str:
    """Return the field whose name a folded `name` is but for one slip of the fingers; empty if there is none.

    `is_glued`: something stands right behind its colon; where nothing does, it is more likely a word of a sentence.
    """
    if not _SHORTEST_ALIKE + (not is_glued) <= len(name) <= 14 or name in _OTHER_WORDS:
        return ""
    alike = [each for each in sorted(FIELDS) if len(each) >= _SHORTEST_ALIKE and _is_slip(name, each)]
    return alike[0] if alike else ""


def _is_slip(one: str, other: str) -> bool:
    """Tell whether one letter more, less or other, or two that changed places, make `one` `other`."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, goal = one[same:], other[same:]
    if len(rest) == len(goal):
        is_turned = rest[:2] == goal[:2][::-1] and rest[2:] == goal[2:]
        return is_turned or (same > 0 and rest[1:] == goal[1:])
    return same > 0 and (rest[1:] == goal or rest == goal[1:])
