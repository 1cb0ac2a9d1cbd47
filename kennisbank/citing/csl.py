"""A contribution as a CSL-JSON item: what citation managers exchange, and what the styles are fed with."""

import json
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from kennisbank.domain.contribution import Contribution, Edition
from kennisbank.domain.metadata import Author
from kennisbank.domain.names import parts_of

Item = dict[str, object]
"""One CSL-JSON item, with the names and shapes of the CSL 1.0.2 schema."""
_TYPES: Mapping[str, str] = MappingProxyType(
    {"slides": "speech", "poster": "speech", "report": "report", "thesis": "thesis", "teaching": "document"}
)
_GENRES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "nl": {"slides": "presentatie", "poster": "poster", "teaching": "lesmateriaal"},
        "en": {"slides": "slides", "poster": "poster", "teaching": "teaching material"},
    }
)


def csl_item(contribution: Contribution, edition: Edition | None = None, language: str = "en") -> Item:
    """Return the item of a contribution; its id is the contribution's own, the same in every export.

    `edition` is that of the contribution, for its full name. `language` (``nl`` or ``en``) is that of the one word that
    is ours: the genre of what has no CSL type, such as slides. What isn't known is left out; pages and a web address
    never are known, but a DOI says where a contribution is found.
    """
    values = contribution.metadata.values
    event = event_name(values.edition, edition)
    item: Item = {
        "id": contribution.id,
        "type": item_type(values.kind, event),
        "title": values.title,
        "author": [_name(author) for author in values.authors],
        "issued": {"date-parts": [[values.year]]} if values.year else None,
        "genre": _GENRES.get(language, _GENRES["en"]).get(values.kind),
        "container-title": event if item_type(values.kind, event) == "paper-conference" else None,
        "event-title": event,
        "DOI": values.doi,
        "abstract": values.abstract,
        "keyword": ", ".join(values.keywords),
        "language": values.language,
    }
    return {name: value for name, value in item.items() if value}


def item_type(kind: str, event: str) -> str:
    """Return the CSL type of a contribution of `kind`, at an event or not."""
    return _TYPES.get(kind) or ("paper-conference" if event else "document")


def event_name(code: str, edition: Edition | None) -> str:
    """Return what a reader calls an edition: its name, else its code with the year apart (``NIOC 2025``)."""
    if edition is not None and edition.name:
        return edition.name
    return re.sub(r"(?<=[^\W\d_])(?=(?:19|20)\d\d$)", " ", code)


def csl_json(items: Iterable[Item]) -> str:
    """Return items as the text of a ``.json`` file."""
    return json.dumps(list(items), ensure_ascii=False, indent=2) + "\n"


def _name(author: Author) -> dict[str, str]:
    parts = parts_of(author)
    if not parts.given:
        return {"literal": parts.family}
    name = {
        "family": parts.family,
        "given": parts.given,
        "non-dropping-particle": parts.particle,
        "suffix": parts.suffix,
    }
    return {part: text for part, text in name.items() if text}
