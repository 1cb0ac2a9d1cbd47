"""Import batches as maintainers publish them: they wait, files come in, and all of it becomes visible at once.

A batch waits in the staging area, where nobody sees it. Publishing puts its files in the store by their hash, which
shows nothing either, and then writes every record in one transaction: a server that stops in between has published
nothing, and the same request again publishes all of it.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kennisbank.archive.batch_manifest import CheckedBatch, checked
from kennisbank.archive.catalogue import Catalogue
from kennisbank.archive.configuration import MEBIBYTE, ArchiveConfig
from kennisbank.archive.faults import FaultError
from kennisbank.archive.moments import stamp
from kennisbank.archive.same_contribution import known_items
from kennisbank.archive.staging import StagedFile, Staging
from kennisbank.archive.world import Archive, Transaction
from kennisbank.sync.protocol import Gone
from kennisbank.sync.protocol_accounts import BatchAnswer, BatchManifest, MissingFile
from kennisbank.sync.protocol_codec import MalformedMessageError, decode, encode

LOG = logging.getLogger("kennisbank.archive.batches")
_STRONGER: Mapping[str, int] = {"": 0, "withdrawn": 1, "hidden": 2, "erased": 3}
"""A withdrawal may become stronger, never weaker."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What publishing a batch would do: which archive ids its items stand for, and what is left alone."""

    batch: CheckedBatch
    known: Mapping[str, str]
    gone: frozenset[str]
    """Items whose record was taken away: no batch brings it back."""

    def id_of(self, item: str) -> str:
        return self.known.get(item, item)

    def files(self) -> dict[str, int]:
        """Return the files that its contributions need, with their sizes."""
        bodies = (body for item, body in self.batch.contributions.items() if item not in self.gone)
        return {file.hash: file.size for body in bodies for file in body.files}


class Batches:
    """The batches of one archive. Safe in any thread."""

    def __init__(self, archive: Archive, config: ArchiveConfig) -> None:
        """Keep those of `archive`."""
        self._archive = archive
        self._config = config
        self.staging = Staging(archive.data / "staging")

    def put(self, batch: str, manifest: BatchManifest, account: str) -> BatchAnswer:
        """Take a manifest, a new one or another one of the same batch, and tell which files are missing.

        Raises:
            MalformedMessageError: something in it can't be; nothing was kept.
        """
        data = encode(manifest)
        if self.staging.manifest(batch) == data and (said := self.staging.answer(batch)) is not None:
            return decode(BatchAnswer, said)
        whole = checked(manifest, largest=self._config.limits.file_mb * MEBIBYTE)
        with self._archive.read() as tx:
            answer = self._waiting(batch, self._planned(tx, whole), tx)
        self.staging.keep(batch, data)
        LOG.info("batch taken", extra={"items": len(manifest.items), "missing": len(answer.missing)})
        with self._archive.write() as tx:
            tx.audit.add(account, "batch_taken", batch, f"{len(manifest.items)} items")
        return answer

    def wanted(self, batch: str, file_hash: str) -> tuple[int, StagedFile]:
        """Return the size of a file of a waiting batch, and how much of it is here.

        Raises:
            FaultError: ``not_found``: there is no such batch, or it has no such file.
        """
        size = self._kept(batch).files.get(file_hash)
        if size is None:
            raise FaultError("not_found")
        staged = self.staging.file(batch, file_hash)
        if not staged.is_whole:
            with self._archive.read() as tx:
                if not tx.files.missing([file_hash]):
                    return size, StagedFile(size, True)
        return size, staged

    def publish(self, batch: str, account: str) -> BatchAnswer:
        """Make all of a batch visible, in one transaction; again: whatever is so already is left as it is.

        Raises:
            FaultError: ``not_found``; ``incomplete``: files are missing.
        """
        whole = self._kept(batch)
        with self._archive.read() as tx:
            plan = self._planned(tx, whole)
            if self._waiting(batch, plan, tx).missing:
                raise FaultError("incomplete")
            lacking = tx.files.missing(list(plan.files()))
        for file_hash in lacking:
            self._archive.files.put(self.staging.whole_path(batch, file_hash), file_hash)
        with self._archive.write() as tx:
            answer = self._publish(tx, batch, whole, account, frozenset(lacking))
        self.staging.keep_answer(batch, encode(answer))
        LOG.info(
            "batch published",
            extra={"added": answer.added, "corrected": answer.corrected, "withdrawn": answer.withdrawn},
        )
        return answer

    def cancel(self, batch: str, account: str) -> None:
        """Forget a waiting batch and the files that came for it.

        Raises:
            FaultError: ``not_found``: there is none, or it was published.
        """
        if self.staging.manifest(batch) is None or self.staging.answer(batch) is not None:
            raise FaultError("not_found")
        self.staging.remove(batch)
        with self._archive.write() as tx:
            tx.audit.add(account, "batch_cancelled", batch)

    def _kept(self, batch: str) -> CheckedBatch:
        data = self.staging.manifest(batch)
        if data is None:
            raise FaultError("not_found")
        return checked(decode(BatchManifest, data), largest=self._config.limits.file_mb * MEBIBYTE)

    def _planned(self, tx: Transaction, whole: CheckedBatch) -> _Plan:
        catalogue = Catalogue(tx.connection)
        known = known_items(catalogue, whole)
        states = catalogue.states("contribution", whole.contributions)
        _check_withdrawals(catalogue, whole)
        return _Plan(whole, known, frozenset(item for item, reason in states.items() if reason))

    def _waiting(self, batch: str, plan: _Plan, tx: Transaction) -> BatchAnswer:
        sizes = plan.files()
        missing = []
        for file_hash in tx.files.missing(list(sizes)):
            staged = self.staging.file(batch, file_hash)
            if not staged.is_whole:
                missing.append(MissingFile(file_hash, sizes[file_hash], staged.received))
        return BatchAnswer(batch, "waiting", tuple(missing), plan.known)

    def _publish(
        self, tx: Transaction, batch: str, whole: CheckedBatch, account: str, put: frozenset[str]
    ) -> BatchAnswer:
        """Write everything. What is known is asked anew: another batch may have been published meanwhile."""
        tx.records.lock()
        plan = self._planned(tx, whole)
        if not put.issuperset(tx.files.missing(list(plan.files()))):
            raise FaultError("incomplete")  # a file that was here when we looked has been withdrawn since
        for file_hash, size in plan.files().items():
            tx.files.add(file_hash, size)
        answer = BatchAnswer(batch, "published", known=plan.known)
        states = Catalogue(tx.connection).states("contribution", map(plan.id_of, whole.contributions))
        for item in whole.manifest.items:
            if item.id in plan.gone:
                answer = replace(answer, unchanged=answer.unchanged + 1)
                continue
            record = plan.id_of(item.id)
            is_changed = tx.records.put_public(item.kind, record, item.body)
            if item.kind == "contribution":
                answer = _counted(answer, is_new=record not in states, is_changed=is_changed)
        answer = self._withdrawn(tx, whole, answer)
        counts = f"added {answer.added}, corrected {answer.corrected}, withdrawn {answer.withdrawn}"
        tx.audit.add(account, "batch_published", batch, counts)
        return replace(answer, revision=tx.records.head())

    def _withdrawn(self, tx: Transaction, whole: CheckedBatch, answer: BatchAnswer) -> BatchAnswer:
        states = Catalogue(tx.connection).states("contribution", [each.id for each in whole.manifest.withdrawals])
        for each in whole.manifest.withdrawals:
            if _STRONGER[each.reason] > _STRONGER.get(states[each.id], 0):
                tx.records.withdraw(each.id, Gone(each.reason, each.words, stamp()))
                answer = replace(answer, withdrawn=answer.withdrawn + 1)
        return answer


def _counted(answer: BatchAnswer, *, is_new: bool, is_changed: bool) -> BatchAnswer:
    if is_new:
        return replace(answer, added=answer.added + 1)
    if is_changed:
        return replace(answer, corrected=answer.corrected + 1)
    return replace(answer, unchanged=answer.unchanged + 1)


def _check_withdrawals(catalogue: Catalogue, whole: CheckedBatch) -> None:
    states = catalogue.states("contribution", [each.id for each in whole.manifest.withdrawals])
    for number, each in enumerate(whole.manifest.withdrawals):
        if each.id not in states:
            raise MalformedMessageError(f"withdrawals.{number}.id: the archive has no such contribution")
