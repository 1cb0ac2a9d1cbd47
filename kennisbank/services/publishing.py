"""Publishing: an import batch of this library becomes part of the archive, all of it or nothing; a maintainer's work.

What is sent is the batch as it stands now, so publishing it once more sends the corrections. Where the archive has the
same contribution under another id, both are linked from then on.
"""

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import PurePath

from kennisbank.domain.archive import ArchiveLink
from kennisbank.domain.changes import Kind
from kennisbank.domain.contribution import Contribution, ImportBatch
from kennisbank.domain.ids import BatchId, ContributionId, FileHash, new_id
from kennisbank.errors import BadInputError, NotConnectedError
from kennisbank.library.library import Library
from kennisbank.library.synced import PUBLIC, Base
from kennisbank.library.transaction import Transaction
from kennisbank.net.archive_http import ArchiveHttp
from kennisbank.sync.batch_desk import BatchDesk, missing_size
from kennisbank.sync.catalogue_bodies import contacts_of, contribution_body, edition_body
from kennisbank.sync.protocol import GoneReason
from kennisbank.sync.protocol_accounts import BatchAnswer, BatchItem, BatchManifest, MissingFile, Withdrawal
from kennisbank.sync.protocol_codec import body_from
from kennisbank.tasks.context import JobContext, Progress

_NAMED = 5
"""So many contributions are named in a refusal."""
Desk = Callable[[JobContext], AbstractContextManager[ArchiveHttp]]
"""Opens the way to the archive, in the name of whoever is logged in, for one job."""


@dataclass(frozen=True, slots=True)
class GoneHere:
    """A contribution that an import brought and that is no longer in this library; the archive may still have it."""

    id: ContributionId
    title: str


class PublishService:
    """Publishes batches of one library. Every method blocks; call them from any thread but the GUI's."""

    def __init__(self, library: Library, desk: Desk) -> None:
        """Publish out of `library`, through `desk`."""
        self._library, self._desk = library, desk

    def gone(self, batch_id: BatchId) -> list[GoneHere]:
        """Return what a batch brought and is no longer here; the archive keeps it until it is withdrawn.

        Raises:
            NotFoundError: there is no such batch.
        """
        with self._library.read() as tx:
            tx.batches.get(batch_id)
            reports = {
                each.contribution: each.metadata.values.title
                for each in tx.batches.reports(batch_id)
                if each.contribution is not None
            }
            here = tx.contributions.many(list(reports))
        return [GoneHere(each, title) for each, title in reports.items() if each not in here]

    def publish(
        self, batch_id: BatchId, ctx: JobContext | None = None, *, withdrawals: Sequence[Withdrawal] = ()
    ) -> BatchAnswer:
        """Send a batch as it stands now, with what is to be taken out of the archive; all of it appears there at once.

        The same again changes nothing; after a break, or a kill, it goes on where it was. `withdrawals` name
        contributions by their id here (or at the archive).

        Raises:
            NotFoundError: there is no such batch.
            BadInputError: nothing of it can be published as it is; the text says why.
            NotConnectedError: this library is connected to no archive.
            NotLoggedInError: nobody is logged in, or no longer.
            ArchiveRefusedError: the archive says no: ``forbidden`` for whoever isn't a maintainer, ``invalid``.
            ArchiveUnreachableError: it can't be reached; nothing has appeared, and what was sent stays there.
            Cancelled: `ctx` was asked to stop; nothing has appeared.
        """
        ctx = ctx or JobContext()
        with self._library.read() as tx:
            link = _link(tx)
            batch = tx.batches.get(batch_id)
            contributions = _contributions(tx, batch)
            manifest = _manifest(tx, link, batch, contributions, withdrawals)
        titles = {file.hash: each.metadata.values.title for each in contributions for file in each.files}
        with self._desk(ctx) as http:
            desk = BatchDesk(http)
            answer = desk.put(batch_id, manifest)
            self._send(desk, batch_id, answer.missing, titles, ctx)
            ctx.check()
            answer = desk.publish(batch_id)
        self._link_known(link, manifest, answer)
        return answer

    def withdraw(
        self,
        contribution: ContributionId,
        reason: GoneReason,
        words: str,
        ctx: JobContext | None = None,
    ) -> BatchAnswer:
        """Take one contribution out of the archive, for everybody; `words` tell them why.

        Raises:
            NotConnectedError, NotLoggedInError, ArchiveRefusedError, ArchiveUnreachableError: as `publish`.
        """
        return self.withdraw_all([Withdrawal(contribution, reason, words)], ctx)

    def withdraw_all(self, withdrawals: Sequence[Withdrawal], ctx: JobContext | None = None) -> BatchAnswer:
        """Take contributions out of the archive, all of them or none.

        Raises:
            NotConnectedError, NotLoggedInError, ArchiveRefusedError, ArchiveUnreachableError: as `publish`.
        """
        with self._library.read() as tx:
            gone = _withdrawals(tx, _link(tx), withdrawals)
        batch = new_id()
        with self._desk(ctx or JobContext()) as http:
            desk = BatchDesk(http)
            desk.put(batch, BatchManifest("", (), gone))
            return desk.publish(batch)

    def _send(
        self,
        desk: BatchDesk,
        batch: str,
        missing: tuple[MissingFile, ...],
        titles: dict[FileHash, str],
        ctx: JobContext,
    ) -> None:
        """Send the files that the archive lacks."""
        absent = [each.hash for each in missing if not self._library.files.has(FileHash(each.hash))]
        if absent:
            named = ", ".join(f"“{titles.get(FileHash(each), each)}”" for each in absent[:_NAMED])
            raise BadInputError(f"The archive lacks {len(absent)} files that aren't in this library either: {named}.")
        done, total = 0, missing_size(missing)
        for each in missing:
            file_hash = FileHash(each.hash)
            ctx.report(Progress("uploading", done // 1024, total // 1024, titles.get(file_hash, "")))
            desk.upload(batch, each, self._library.files.path(file_hash), ctx)
            done += each.size - each.received
        ctx.report(Progress("uploading", total // 1024, total // 1024))

    def _link_known(self, link: ArchiveLink, manifest: BatchManifest, answer: BatchAnswer) -> None:
        """Remember what the archive has under another id; what it says of that comes with the next sync."""
        kinds: dict[str, Kind] = {each.id: each.kind for each in manifest.items}
        with self._library.write() as tx:
            for kind in ("contribution", "edition"):
                known = {there: item for item, there in answer.known.items() if kinds.get(item) == kind}
                have = tx.synced.bases(link.id, PUBLIC, kind, list(known))
                new = {there: item for there, item in known.items() if there not in have}
                tx.synced.put([Base(link.id, PUBLIC, kind, there, item, 0, "", "") for there, item in new.items()])


def _link(tx: Transaction) -> ArchiveLink:
    link = tx.archives.link()
    if link is None:
        raise NotConnectedError
    return link


def _contributions(tx: Transaction, batch: ImportBatch) -> list[Contribution]:
    """Return what the batch brought, changed or found here already, as it stands now.

    Raises:
        BadInputError: none of it is here, or something has no title.
    """
    ids = [each.contribution for each in tx.batches.reports(batch.id) if each.contribution is not None]
    ids += tx.batches.contributions(batch.id)
    found = [each for each in tx.contributions.many(list(dict.fromkeys(ids))).values() if each.withdrawn is None]
    if batch.state == "undone" or not found:
        raise BadInputError("Nothing of this import is in the library any more, so there is nothing to publish.")
    nameless = [each for each in found if not each.metadata.values.title.strip()]
    if nameless:
        named = ", ".join(_name(each) for each in nameless[:_NAMED])
        raise BadInputError(f"{len(nameless)} contributions have no title yet: {named}. Give them one first.")
    return found


def _name(contribution: Contribution) -> str:
    return contribution.files[0].name if contribution.files else contribution.id


def _manifest(
    tx: Transaction,
    link: ArchiveLink,
    batch: ImportBatch,
    contributions: Sequence[Contribution],
    withdrawals: Sequence[Withdrawal],
) -> BatchManifest:
    """Return what is sent: editions first, then contributions, each under the archive's id where that is known."""
    ids = [each.id for each in contributions]
    offered = tx.offers.of(ids)
    gone = _withdrawals(tx, link, withdrawals)
    out = {each.id for each in gone}
    records = tx.synced.record_ids(link.id, "contribution", ids)
    items = _editions(tx, link, {each.metadata.values.edition for each in contributions})
    for each in contributions:
        record = records.get(each.id, each.id)
        if record not in out:
            body = body_from(contribution_body(each, offered.get(each.id, ())))
            items.append(BatchItem("contribution", record, body, contacts_of(each)))
    return BatchManifest(_source(batch), tuple(items), gone)


def _source(batch: ImportBatch) -> str:
    """Return what the import was made from, without the folders of this computer."""
    return " | ".join(PurePath(each).name for each in batch.source.split(" | "))


def _editions(tx: Transaction, link: ArchiveLink, codes: Collection[str]) -> list[BatchItem]:
    found = [edition for code in sorted(codes) if (edition := tx.editions.by_code(code)) is not None]
    records = tx.synced.record_ids(link.id, "edition", [each.id for each in found])
    return [BatchItem("edition", records.get(each.id, each.id), body_from(edition_body(each))) for each in found]


def _withdrawals(tx: Transaction, link: ArchiveLink, asked: Sequence[Withdrawal]) -> tuple[Withdrawal, ...]:
    records = tx.synced.record_ids(link.id, "contribution", [each.id for each in asked])
    return tuple(replace(each, id=records.get(each.id, each.id)) for each in asked)
