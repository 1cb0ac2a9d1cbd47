"""Import batches as maintainers publish them: they wait, files come in, and all of it becomes visible at once.

A batch waits in the staging area, where nobody sees it. Its files go to the store as they come in, by their hash, and
are offered to nobody as long as no contribution has them. Publishing writes every record in one transaction: a server
that stops halfway has published nothing, and the same request again publishes all of it.
"""

import logging
from collections import Counter, OrderedDict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from kennisbank.archive.batches.batch_manifest import CheckedBatch, checked
from kennisbank.archive.batches.same_contribution import known_items
from kennisbank.archive.batches.staging import Staging
from kennisbank.archive.configuration import MEBIBYTE, ArchiveConfig
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mail.addresses import mail_key
from kennisbank.archive.people.contacts import Contacts
from kennisbank.archive.people.erased_addresses import without_erased
from kennisbank.archive.records.catalogue import Catalogue
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.web.faults import FaultError
from kennisbank.archive.world import Archive
from kennisbank.errors import BadInputError, StorageError
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


_REMEMBERED = 4
"""Batches whose checked manifests are kept in memory."""


class Batches:
    """The batches of one archive. Safe in any thread."""

    def __init__(self, archive: Archive, config: ArchiveConfig) -> None:
        """Keep those of `archive`."""
        self._archive = archive
        self._config = config
        self.staging = Staging(archive.data / "staging")
        # A batch of 300 papers is asked for with each of its files: checking it each time took a second a file.
        self._checked: OrderedDict[str, tuple[bytes, CheckedBatch]] = OrderedDict()

    def put(self, batch: str, manifest: BatchManifest, account: str) -> BatchAnswer:
        """Take a manifest, a new one or another one of the same batch, and tell which files are missing.

        Addresses of people who had everything of theirs erased are left out of it.

        Raises:
            MalformedMessageError: something in it can't be; nothing was kept.
        """
        with self._archive.read() as tx:
            manifest = _each(manifest, lambda mails: without_erased(tx, self._archive.data, mails))
        data = encode(manifest)
        if self.staging.manifest(batch) == data and (said := self.staging.answer(batch)) is not None:
            return decode(BatchAnswer, said)
        whole = checked(manifest, largest=self._config.limits.file_mb * MEBIBYTE)
        for file_hash, size in whole.files.items():
            self._take_what_came(batch, file_hash, size)
        with self._archive.read() as tx:
            answer = self._waiting(batch, self._planned(tx, whole), tx)
        self.staging.keep(batch, data)
        LOG.info("batch taken", extra={"items": len(manifest.items), "missing": len(answer.missing)})
        with self._archive.write() as tx:
            tx.audit.add(account, "batch_taken", batch, f"{len(manifest.items)} items")
        return answer

    def received(self, batch: str, file_hash: str) -> tuple[int, int]:
        """Return how much of a file of a waiting batch is here, and its whole size.

        Raises:
            FaultError: ``not_found``: there is no such batch, or it has no such file.
        """
        size = self._kept(batch).files.get(file_hash)
        if size is None:
            raise FaultError("not_found")
        self._take_what_came(batch, file_hash, size)
        with self._archive.read() as tx:
            is_here = not tx.files.lacking([file_hash])
        return (size if is_here else self.staging.received(batch, file_hash)), size

    def _take_what_came(self, batch: str, file_hash: str, size: int) -> None:
        """Take a file that came completely before the archive was stopped, or before its store had room."""
        if 0 < size == self.staging.received(batch, file_hash):
            with self.staging.held(batch, file_hash):
                self.take(batch, file_hash)

    def take(self, batch: str, file_hash: str) -> None:
        """Take a file into the store, now that all of its bytes came.

        Raises:
            FaultError: ``invalid``: they have another hash; none were kept. ``full``: the store has no room.
        """
        part = self.staging.part(batch, file_hash)
        try:
            self._archive.take_file(part, file_hash)
        except BadInputError:
            part.unlink(missing_ok=True)
            raise FaultError("invalid", detail="the bytes that came have another SHA-256; none were kept") from None
        except StorageError as error:
            raise FaultError("full") from error
        part.unlink(missing_ok=True)

    def publish(self, batch: str, account: str) -> BatchAnswer:
        """Make all of a batch visible, in one transaction; again: whatever is so already is left as it is.

        Raises:
            FaultError: ``not_found``; ``incomplete``: files are missing.
        """
        whole = self._kept(batch)
        with self._archive.write() as tx:
            tx.counter.lock()
            answer = self._publish(tx, batch, whole)
            counts = f"added {answer.added}, corrected {answer.corrected}, withdrawn {answer.withdrawn}"
            tx.audit.add(account, "batch_published", batch, counts)
        with self._archive.read() as tx:
            answer = replace(answer, revision=tx.records.head()[0])
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
        self.tidy(self._config.retention.staged_days)

    def forget_address(self, key: str) -> int:
        """Take an address, by its `mail_key`, out of all manifests that are kept; return how often it stood there."""
        count = 0
        for batch in self.staging.kept():
            data = self.staging.manifest(batch)
            try:
                manifest = decode(BatchManifest, data or b"")
            except MalformedMessageError:
                LOG.warning("a batch that waits can't be read, so nothing was taken out of it")
                continue
            found = sum(mail_key(mail) == key for item in manifest.items for mail in item.contacts)
            if found:
                left = _each(manifest, lambda mails: tuple("" if mail_key(each) == key else each for each in mails))
                self.staging.put_in_place(batch, encode(left))
                self._checked.pop(batch, None)
            count += found
        return count

    def tidy(self, days: int) -> None:
        """Forget the batches that nothing happened to for `days` (0: none), and files that no batch waits for."""
        self.staging.tidy(days=days)
        awaited: set[str] = set()
        for batch in self.staging.waiting():
            with suppress(FaultError, MalformedMessageError):
                awaited.update(self._kept(batch).files)
        with self._archive.write() as tx:
            tx.counter.lock()
            for file in tx.files.unused():
                if file.hash not in awaited:
                    tx.files.forget(file.hash)

    def _kept(self, batch: str) -> CheckedBatch:
        data = self.staging.manifest(batch)
        if data is None:
            raise FaultError("not_found")
        before = self._checked.get(batch)
        if before is not None and before[0] == data:
            return before[1]
        whole = checked(decode(BatchManifest, data), largest=self._config.limits.file_mb * MEBIBYTE)
        self._checked[batch] = data, whole
        while len(self._checked) > _REMEMBERED:
            with suppress(KeyError):  # another thread was quicker
                self._checked.popitem(last=False)
        return whole

    def _planned(self, tx: Transaction, whole: CheckedBatch) -> _Plan:
        catalogue = Catalogue(tx.connection)
        known = known_items(catalogue, whole)
        states = catalogue.states("contribution", whole.contributions)
        _check_withdrawals(catalogue, whole)
        _check_sizes(catalogue, whole)
        return _Plan(whole, known, frozenset(item for item, reason in states.items() if reason))

    def _waiting(self, batch: str, plan: _Plan, tx: Transaction) -> BatchAnswer:
        sizes = plan.files()
        missing = tuple(
            MissingFile(each, sizes[each], self.staging.received(batch, each)) for each in tx.files.lacking(list(sizes))
        )
        return BatchAnswer(batch, "waiting", missing, plan.known)

    def _publish(self, tx: Transaction, batch: str, whole: CheckedBatch) -> BatchAnswer:
        """Write everything. What is known is asked anew: another batch may have been published meanwhile."""
        plan = self._planned(tx, whole)
        if tx.files.lacking(list(plan.files())):
            raise FaultError("incomplete")
        count = Counter[str]()
        contacts = Contacts(tx.connection)
        for item in whole.manifest.items:
            put = tx.records.put_public(item.kind, plan.id_of(item.id), item.body)
            if item.kind == "contribution":
                count["unchanged" if put.outcome == "gone" else put.outcome] += 1
                if put.outcome != "gone":
                    names = [author.name for author in whole.contributions[item.id].authors]
                    mails = without_erased(tx, self._archive.data, item.contacts)
                    contacts.put(plan.id_of(item.id), names, mails)
        states = Catalogue(tx.connection).states("contribution", [each.id for each in whole.manifest.withdrawals])
        for each in whole.manifest.withdrawals:
            if _STRONGER.get(each.reason, 0) > _STRONGER.get(states[each.id], 0):
                tx.records.withdraw("contribution", each.id, Gone(each.reason, each.words, stamp()))
                if each.reason == "erased":
                    contacts.forget(each.id)
                count["withdrawn"] += 1
        return BatchAnswer(
            batch,
            "published",
            known=plan.known,
            added=count["added"],
            corrected=count["corrected"],
            unchanged=count["unchanged"],
            withdrawn=count["withdrawn"],
        )


def _each(manifest: BatchManifest, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> BatchManifest:
    """Return a manifest with the addresses of each of its items changed."""
    if not any(any(item.contacts) for item in manifest.items):
        return manifest
    return replace(manifest, items=tuple(replace(item, contacts=change(item.contacts)) for item in manifest.items))


def _check_withdrawals(catalogue: Catalogue, whole: CheckedBatch) -> None:
    states = catalogue.states("contribution", [each.id for each in whole.manifest.withdrawals])
    for number, each in enumerate(whole.manifest.withdrawals):
        if each.id not in states:
            raise MalformedMessageError(f"withdrawals.{number}.id: the archive has no such contribution")


def _check_sizes(catalogue: Catalogue, whole: CheckedBatch) -> None:
    for file_hash, size in catalogue.sizes(whole.files).items():
        if whole.files[file_hash] != size:
            raise MalformedMessageError(f"files: {file_hash} has another size")
