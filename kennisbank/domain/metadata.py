"""A contribution's metadata, and where each field of it came from.

Every field remembers its source, and a stronger source is never overwritten by a weaker one: what somebody
entered by hand survives a re-import and the archive, what the archive says survives a list, and that a better guess.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import Literal

Field = Literal[
    "title", "authors", "abstract", "keywords", "themes", "year", "language", "kind", "doi", "licence", "edition"
]
Source = Literal["hand", "archive", "list", "proposal"]
STRENGTH: Mapping[Source, int] = MappingProxyType({"proposal": 0, "list": 1, "archive": 2, "hand": 3})


@dataclass(frozen=True, slots=True)
class Author:
    """One author of one contribution; the affiliation is the one printed on that contribution.

    `name` is as the reader sees it (``Davied van Berlo``); `family` and `given` are for sorting and citing,
    with Dutch particles in `given` order kept apart (``van``) as CSL's non-dropping particle inside `family`.
    """

    name: str
    family: str = ""
    given: str = ""
    affiliation: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a contribution. An empty value (``""``, ``()``, ``None``) means: not known.

    `language` is an ISO 639-1 code; `year` that of the edition or of publication; `kind` one of ``article``,
    ``slides``, ``poster``, ``report``, ``teaching``, ``thesis``, ``other``; `edition` the code of the edition
    (``NIOC2025``); authors, keywords and themes keep the order in which they were given.
    """

    title: str = ""
    authors: tuple[Author, ...] = ()
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    year: int | None = None
    language: str = ""
    kind: str = ""
    doi: str = ""
    licence: str = ""
    edition: str = ""


FIELDS: tuple[Field, ...] = tuple(each.name for each in fields(Metadata))  # type: ignore[misc]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one field's value came from; `detail` says it in words a maintainer can check (``list.csv row 41``)."""

    source: Source
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SourcedMetadata:
    """Metadata together with the provenance of each field that has a value or was emptied by hand."""

    values: Metadata = Metadata()
    provenance: Mapping[Field, Provenance] = field(default_factory=dict)

    def merged(self, newer: "SourcedMetadata") -> "SourcedMetadata":
        """Return these fields with those of `newer` that may replace them.

        A field is replaced when `newer` knows its provenance and is at least as strong; an absent field never
        replaces a present one, but a field emptied by hand stays empty until a hand fills it.
        """
        values, provenance = self.values, dict(self.provenance)
        for name in FIELDS:
            theirs = newer.provenance.get(name)
            if theirs is None:
                continue
            value = getattr(newer.values, name)
            ours = provenance.get(name)
            if ours is not None and STRENGTH[theirs.source] < STRENGTH[ours.source]:
                continue
            if not value and theirs.source != "hand":
                continue
            values = replace(values, **{name: value})
            provenance[name] = theirs
        return SourcedMetadata(values, provenance)


def sourced(
    values: Metadata, source: Source, detail: str = "", *, only: frozenset[Field] | None = None
) -> SourcedMetadata:
    """Return `values` with one provenance for every field that has a value (or that is in `only`, value or not)."""
    names = [name for name in FIELDS if (name in only if only is not None else bool(getattr(values, name)))]
    return SourcedMetadata(values, {name: Provenance(source, detail) for name in names})
