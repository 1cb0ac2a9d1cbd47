"""What a contribution's fields become when the archive's record of it comes: pure functions.

By hand stays by hand; what a list or a guess says makes way for the archive. A field that a reader changed by hand and
that has changed at the archive too is a clash: theirs is shown beside it, mine stands.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from kennisbank.domain.metadata import FIELDS, Author, Field, Metadata, Provenance, SourcedMetadata
from kennisbank.sync.merge import Clash
from kennisbank.sync.protocol_bodies import ContributionBody

_FROM_ARCHIVE = Provenance("archive")


@dataclass(frozen=True, slots=True)
class MergedFields:
    """Metadata as they are to be, and the fields about which somebody has to choose."""

    metadata: SourcedMetadata
    clashes: tuple[Clash, ...] = ()


def metadata_of(body: ContributionBody) -> Metadata:
    """Return the metadata of a body."""
    return Metadata(
        title=body.title,
        authors=tuple(Author(each.name, each.family, each.given, each.affiliation) for each in body.authors),
        abstract=body.abstract,
        keywords=body.keywords,
        themes=body.themes,
        year=body.year,
        language=body.language,
        kind=body.kind,
        doi=body.doi,
        licence=body.licence,
        edition=body.edition,
    )


def sourced_of(body: ContributionBody) -> SourcedMetadata:
    """Return the metadata of a body, every field that has a value from the archive."""
    values = metadata_of(body)
    return SourcedMetadata(values, {name: _FROM_ARCHIVE for name in FIELDS if getattr(values, name)})


def merged_fields(
    ours: SourcedMetadata, base: ContributionBody | None, theirs: ContributionBody, disputed: Mapping[str, Any]
) -> MergedFields:
    """Return our fields with what the archive says now.

    `base` is what it said before (None: nothing yet); `disputed` are the fields about which nobody chose yet, each with
    the value that both sides started from.
    """
    was = None if base is None else metadata_of(base)
    now = metadata_of(theirs)
    values, provenance = ours.values, dict(ours.provenance)
    clashes = []
    for name in FIELDS:
        mine, other = getattr(values, name), getattr(now, name)
        before = None if was is None else getattr(was, name)
        source = provenance[name].source if name in provenance else None
        if _same(name, mine, other):
            if other and source != "hand":
                provenance[name] = _FROM_ARCHIVE
        elif source == "hand" and (was is None or not _same(name, mine, before)):
            if was is not None and (not _same(name, before, other) or name in disputed):
                first = disputed.get(name, plain_value(name, before))
                clashes.append(Clash(name, first, plain_value(name, mine), plain_value(name, other)))
        elif other or source in {"archive", "hand"}:
            values = replace(values, **{name: _with_addresses(name, mine, other)})
            provenance.pop(name, None)
            if other:
                provenance[name] = _FROM_ARCHIVE
    return MergedFields(SourcedMetadata(values, provenance), tuple(clashes))


def field_value(name: Field, plain: Any) -> Any:
    """Return a field's value from what stands in a body or in a conflict."""
    if name == "authors":
        return tuple(
            Author(**{part: str(each.get(part, "")) for part in ("name", "family", "given", "affiliation")})
            for each in plain or ()
        )
    if name in {"keywords", "themes"}:
        return tuple(map(str, plain or ()))
    return plain if name == "year" else str(plain or "")


def plain_value(name: Field, value: Any) -> Any:
    """Return a field's value as it stands in bodies."""
    if name == "authors":
        return [{part: text for part, text in asdict(each).items() if part != "email"} for each in value or ()]
    return list(value or ()) if name in {"keywords", "themes"} else value


def _same(name: Field, one: Any, other: Any) -> bool:
    return bool(plain_value(name, one) == plain_value(name, other))


def _with_addresses(name: Field, mine: Any, other: Any) -> Any:
    """Return the archive's authors with the mail addresses that a list here gave them: those don't leave it."""
    if name != "authors":
        return other
    known = {each.name: each.email for each in mine if each.email}
    return tuple(replace(each, email=known.get(each.name, "")) for each in other)
