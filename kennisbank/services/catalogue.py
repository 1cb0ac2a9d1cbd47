"""What is in the library: finding contributions by what is known of them, and mending that by hand."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution, Edition, ImportBatch
from kennisbank.domain.document import Problem
from kennisbank.domain.ids import BatchId, ContributionId
from kennisbank.domain.metadata import Field, SourcedMetadata, sourced
from kennisbank.domain.reports import FileReport
from kennisbank.domain.results import FacetCount, FacetName
from kennisbank.library.library import Library


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit that was made: what it touched, and the metadata from before, to undo it with."""

    contribution: ContributionId
    before: SourcedMetadata
    changes: ChangeSet


class CatalogueService:
    """The catalogue of one library. Every method is one transaction and may be called from any thread."""

    def __init__(self, library: Library) -> None:
        """Serve the catalogue of `library`."""
        self._library = library

    def count(self) -> int:
        """Return the number of contributions."""
        with self._library.read() as tx:
            return tx.contributions.count()

    def get(self, contribution_id: ContributionId) -> Contribution:
        """Return one contribution.

        Raises:
            NotFoundError: it isn't in this library (any more).
        """
        with self._library.read() as tx:
            return tx.contributions.get(contribution_id)

    def resolve(self, text: str) -> Contribution:
        """Return the contribution with this id, or whose id alone begins with `text`.

        Raises:
            NotFoundError: none does.
            BadInputError: several do.
        """
        with self._library.read() as tx:
            return tx.contributions.by_prefix(text)

    def all(self) -> list[Contribution]:
        """Return every contribution, by title."""
        with self._library.read() as tx:
            return tx.contributions.all()

    def many(self, ids: Collection[ContributionId]) -> dict[ContributionId, Contribution]:
        """Return those of `ids` that are here."""
        with self._library.read() as tx:
            return tx.contributions.many(ids)

    def problems(self, contribution_id: ContributionId) -> tuple[Problem, ...]:
        """Return what is wrong with the files of a contribution that are read, such as one that can't be.

        Raises:
            NotFoundError: it isn't in this library (any more).
        """
        with self._library.read() as tx:
            files = tx.contributions.get(contribution_id).current_files
            return tuple(problem for file in files for problem in tx.texts.problems(file.hash))

    def editions(self) -> list[tuple[Edition, int]]:
        """Return every edition with its number of contributions, newest first."""
        with self._library.read() as tx:
            return tx.editions.all()

    def browse(self, facet: FacetName) -> list[FacetCount]:
        """Return the values of a facet with their counts, as the facet is read: years newest first, names by family."""
        with self._library.read() as tx:
            return tx.browse.values(facet)

    def contributions_in(self, facet: FacetName, value: str) -> list[Contribution]:
        """Return the contributions that have this value, by title."""
        with self._library.read() as tx:
            found = tx.contributions.many(tx.browse.contributions(facet, value))
        return sorted(found.values(), key=lambda each: each.metadata.values.title.casefold())

    def edit(self, contribution_id: ContributionId, changes: Mapping[Field, object]) -> Edit:
        """Set fields by hand; an empty value empties the field and keeps it empty at a re-import.

        Raises:
            NotFoundError: the contribution isn't in this library (any more).
        """
        with self._library.write() as tx:
            contribution = tx.contributions.get(contribution_id)
            before = contribution.metadata
            values = replace(before.values, **changes)  # type: ignore[arg-type]
            after = before.merged(sourced(values, "hand", only=frozenset(changes)))
            if after.values != before.values or after.provenance != before.provenance:
                tx.contributions.save(replace(contribution, metadata=after))
            return Edit(contribution_id, before, tx.changes)

    def undo_edit(self, edit: Edit) -> ChangeSet:
        """Put back the metadata from before `edit`, provenance included.

        Raises:
            NotFoundError: the contribution isn't in this library any more.
        """
        with self._library.write() as tx:
            contribution = tx.contributions.get(edit.contribution)
            tx.contributions.save(replace(contribution, metadata=edit.before))
            return tx.changes

    def batches(self) -> list[ImportBatch]:
        """Return every import batch, newest first."""
        with self._library.read() as tx:
            return tx.batches.all()

    def batch_reports(self, batch: BatchId) -> list[FileReport]:
        """Return what became of each file of a batch, in the order of the import."""
        with self._library.read() as tx:
            return tx.batches.reports(batch)
