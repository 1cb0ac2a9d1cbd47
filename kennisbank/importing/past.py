"""What earlier imports of the same source left: which path became what, and a batch to go on with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kennisbank.domain.contribution import ImportBatch
from kennisbank.domain.ids import BatchId, ContributionId, new_id
from kennisbank.domain.moments import now
from kennisbank.domain.reports import FileReport
from kennisbank.library.library import Library


@dataclass(frozen=True, slots=True)
class Past:
    """The batch of this import, new or left behind by one that ended early (`is_started`).

    `paths` says which contribution a path below the source became last in this edition (a folder may serve again);
    `recorded` are the reports in the batch.
    """

    batch: ImportBatch
    is_started: bool
    paths: Mapping[str, ContributionId]
    recorded: Mapping[str, FileReport]


def past_imports(library: Library, sources: Sequence[Path], edition: str) -> Past:
    """Return what is known of earlier imports of these sources; a batch that was undone doesn't count."""
    return past_of(library, source_name(sources), edition)


def past_of(library: Library, source: str, edition: str, *, kin: str = "") -> Past:
    """Return what is known of earlier imports of a source by its name; a batch that was undone doesn't count.

    Paths count too of sources whose name begins with `kin`, where one is given.
    """
    paths: dict[str, ContributionId] = {}
    with library.read() as tx:
        valid = [each for each in tx.batches.all() if each.state != "undone"]
        batches = [each for each in valid if each.source == source]
        broken_off = next(iter(batches), None)
        if broken_off is not None and (broken_off.state == "done" or broken_off.edition != edition):
            broken_off = None
        recorded = {each.file: each for each in tx.batches.reports(broken_off.id)} if broken_off is not None else {}
        related = [each for each in valid if each.source.startswith(kin)] if kin else batches
        for batch in (each for each in reversed(related) if each.edition == edition):
            for report in tx.batches.reports(batch.id):
                if report.contribution is not None and report.verdict != "duplicate":
                    paths[report.file] = report.contribution
    if broken_off is not None:
        return Past(broken_off, True, paths, recorded)
    batch = ImportBatch(BatchId(new_id()), library.origin, source, edition, "running", now())
    return Past(batch, False, paths, {})


def source_name(sources: Sequence[Path]) -> str:
    """Return how a batch names its sources: their absolute paths, sorted, as later imports of the same will."""
    return " | ".join(sorted(str(path.absolute()) for path in sources))
