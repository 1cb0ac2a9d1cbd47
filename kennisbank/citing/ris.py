"""Contributions as RIS, for EndNote, Mendeley, Zotero and library systems."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from kennisbank.citing.keys import citation_keys
from kennisbank.domain.contribution import Contribution, Edition
from kennisbank.domain.metadata import Author, Metadata
from kennisbank.domain.names import parts_of

_TYPES: Mapping[str, str] = MappingProxyType(
    {"slides": "SLIDE", "report": "RPRT", "thesis": "THES", "poster": "GEN", "teaching": "GEN", "other": "GEN"}
)
_WORK_TYPES: Mapping[str, str] = MappingProxyType({"poster": "Poster", "teaching": "Teaching material"})


def ris(contributions: Sequence[Contribution], editions: Mapping[str, Edition]) -> str:
    """Return the text of a ``.ris`` file, lines ended as its makers ask (CR LF); `editions` are known by their code."""
    keys = citation_keys([each.metadata.values for each in contributions])
    lines: list[str] = []
    for key, each in zip(keys, contributions, strict=True):
        values = each.metadata.values
        lines += [f"{tag}  - {text}" for tag, text in _record(key, values, editions.get(values.edition))]
        lines += ["ER  - ", ""]
    return "".join(f"{line}\r\n" for line in lines)


def _record(key: str, values: Metadata, edition: Edition | None) -> Iterator[tuple[str, str]]:
    fields = [
        ("TY", _TYPES.get(values.kind) or ("CPAPER" if values.kind == "article" or values.edition else "GEN")),
        ("ID", key),
        *(("AU", _author(author)) for author in values.authors),
        ("TI", values.title),
        ("T2", values.edition),
        ("C3", edition.name if edition is not None else ""),
        ("PY", str(values.year or "")),
        ("M3", _WORK_TYPES.get(values.kind, "")),
        ("DO", values.doi),
        ("LA", values.language),
        *(("KW", keyword) for keyword in values.keywords),
        ("AB", values.abstract),
    ]
    for tag, text in fields:
        line = " ".join(text.split())
        if line:
            yield tag, line


def _author(author: Author) -> str:
    parts = parts_of(author)
    family = f"{parts.particle} {parts.family}".strip()
    # A name with a comma and nothing behind it is an organisation's, to those who read RIS.
    return ", ".join(filter(None, (family, parts.given, parts.suffix)))
