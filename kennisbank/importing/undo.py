"""Taking an import back: what it brought goes, what it changed is as before, what people did since stays.

A contribution that somebody edited by hand, or that a later import gave another file, is kept with its newest text; of
fields that the import changed, only those go back that nothing changed after it. Reading places stay in any case: the
same file imported again becomes the same contribution, and finds them.
"""

from collections.abc import Callable
from dataclasses import replace

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import BatchId, ContributionId
from kennisbank.domain.metadata import FIELDS, SourcedMetadata
from kennisbank.domain.moments import now
from kennisbank.domain.reports import FileReport
from kennisbank.importing import problems
from kennisbank.importing.taking import take_back
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction


def undo(library: Library, batch_id: BatchId, on_kept: Callable[[Contribution], None] | None = None) -> ChangeSet:
    """Take the batch back and return what changed; nothing when that was done before.

    `on_kept` gets each contribution that the batch added and that stays because somebody worked on it since; the
    batch's reports say so too (``kept_on_undo``).

    Raises:
        NotFoundError: there is no such batch.
        LibraryBusyError: an import is running.
        StorageError: it can't be written; then nothing changed.
    """
    with library.import_lock():
        with library.write() as tx:
            batch = tx.batches.get(batch_id)
            if batch.state == "undone":
                return ChangeSet()
            kept = _take_back(tx, batch_id)
            tx.texts.drop_unreferenced()
            tx.batches.save(replace(batch, state="undone", finished=batch.finished or now()))
            used = tx.files.hashes()
            changes = tx.changes
        library.files.sweep(used)
    if on_kept is not None:
        for contribution in kept:
            on_kept(contribution)
    return changes


def _take_back(tx: Transaction, batch_id: BatchId) -> list[Contribution]:
    """Remove what the batch added, restore what it changed; return the contributions of it that stay."""
    kept: list[Contribution] = []
    added = set(tx.batches.contributions(batch_id))
    for contribution_id in sorted(added):
        contribution = tx.contributions.get(contribution_id)
        if _was_edited(contribution):
            kept.append(contribution)
        elif any(file.batch != batch_id for file in contribution.files):
            kept.append(contribution)
            _remove_versions(tx, contribution, batch_id)
        else:
            tx.contributions.remove(contribution_id)
    after = {each.contribution: each.metadata for each in tx.batches.reports(batch_id) if each.verdict == "updated"}
    for contribution_id, before in tx.batches.before(batch_id).items():
        if contribution_id not in added:
            _restore(tx, contribution_id, before, after.get(contribution_id))
    for contribution_id in {owner for owner, _ in tx.files.of_batch(batch_id)} - added:
        _remove_versions(tx, tx.contributions.get(contribution_id), batch_id)
    told = {each.contribution for each in tx.batches.reports(batch_id) if each.contribution is not None}
    take_back(tx, told | added, batch_id)
    for contribution in kept:
        said = problems.kept_on_undo(contribution.metadata.values.title)
        name = contribution.files[0].name if contribution.files else contribution.id
        report = FileReport(name, "unchanged", contribution.id, (said,), contribution.metadata)
        tx.batches.add_report(batch_id, report)
    return kept


def _was_edited(contribution: Contribution) -> bool:
    return any(each.source == "hand" for each in contribution.metadata.provenance.values())


def _remove_versions(tx: Transaction, contribution: Contribution, batch_id: BatchId) -> None:
    """Remove the files that the batch gave; the highest version that is left is current again."""
    for file in contribution.files:
        if file.batch == batch_id:
            tx.files.remove(file.id)


def _restore(
    tx: Transaction, contribution_id: ContributionId, before: SourcedMetadata, after: SourcedMetadata | None
) -> None:
    """Put back each field that is still as the batch left it."""
    contribution = tx.contributions.find(contribution_id)
    if contribution is None:
        return
    values, provenance = contribution.metadata.values, dict(contribution.metadata.provenance)
    for name in FIELDS:
        is_untouched = after is None or (
            getattr(values, name) == getattr(after.values, name) and provenance.get(name) == after.provenance.get(name)
        )
        ours = provenance.get(name)
        if not is_untouched or (ours is not None and ours.source == "hand"):
            continue
        values = replace(values, **{name: getattr(before.values, name)})
        provenance.pop(name, None)
        if name in before.provenance:
            provenance[name] = before.provenance[name]
    tx.contributions.save(replace(contribution, metadata=SourcedMetadata(values, provenance)))
