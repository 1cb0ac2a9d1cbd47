"""A report after its fields were mended by hand: the new values, without the problems that this solved."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from kennisbank.domain.metadata import Field, SourcedMetadata, sourced
from kennisbank.domain.reports import FileReport

_SOLVES: Mapping[Field, frozenset[str]] = MappingProxyType(
    {
        "title": frozenset(("title_from_name", "repeated_title")),
        "edition": frozenset(("edition_changed",)),
    }
)


def mended(report: FileReport, changes: Mapping[Field, object], metadata: SourcedMetadata | None = None) -> FileReport:
    """Return the report with these fields as by hand; `metadata` where it was saved already."""
    if metadata is None:
        values = replace(report.metadata.values, **changes)  # type: ignore[arg-type]  # values of these very fields
        metadata = report.metadata.merged(sourced(values, "hand", only=frozenset(changes)))
    solved = frozenset[str]().union(*(_SOLVES.get(name, frozenset()) for name in changes))
    problems = tuple(each for each in report.problems if each.code not in solved)
    return replace(report, metadata=metadata, problems=problems)
