"""The archive on a stick: looked at, taken from and copied, without any network.

What is taken is verified first: the signature with the key that was pinned when this library was connected, or else
with the one whose fingerprint somebody compared and confirmed; then every file that is to come. An older stick, or one
from before or after the archive was restored, brings files only: what is known here of the catalogue stays.
"""

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

from kennisbank.domain.archive import ArchiveLink
from kennisbank.domain.ids import ArchiveId, ContributionId
from kennisbank.domain.moments import now
from kennisbank.domain.syncing import DownloadOutcome, SyncOutcome
from kennisbank.errors import StickError
from kennisbank.importing.downloaded import DownloadedFiles
from kennisbank.library.library import Library
from kennisbank.services.annotating import AnnotationService
from kennisbank.services.downloading import DownloadService
from kennisbank.services.searching import SearchService
from kennisbank.services.synchronising import SyncService
from kennisbank.sync.folder_remote import FolderRemote
from kennisbank.sync.protocol_accounts import ArchiveInfo
from kennisbank.sync.protocol_codec import encode
from kennisbank.sync.protocol_manifest import Manifest, PackedFile, fingerprint, is_fingerprint_of
from kennisbank.sync.protocol_stick import Stick, StickWriter, read_stick
from kennisbank.tasks.context import JobContext, Progress

Standing = Literal["new", "newer", "same", "older", "other_epoch", "other_archive", "other_key"]
"""How a stick stands to this library.

``new``: the library is connected to no archive; the fingerprint is to be confirmed. ``newer``, ``same``, ``older``:
than what is known here. ``other_epoch``: from before or after the archive was restored. ``other_archive``,
``other_key``: refused.
"""


@dataclass(frozen=True, slots=True)
class StickInfo:
    """What a stick is, with a signature that fits its own key.

    `made` is ISO 8601, UTC. `editions` are the codes of those whose files are on it, empty for all. `contributions` are
    in its catalogue, `files` on it, of `size` bytes in all. `fingerprint` is that of the archive's key; `url`, where
    the archive is to be reached.
    """

    folder: Path
    archive: str
    name: str
    made: str
    revision: int
    epoch: str
    editions: tuple[str, ...]
    contributions: int
    files: int
    size: int
    fingerprint: str
    url: str
    standing: Standing

    @property
    def is_known(self) -> bool:
        """Tell whether this library is connected, so that no fingerprint needs to be confirmed."""
        return self.standing != "new"


@dataclass(frozen=True, slots=True)
class StickOutcome(SyncOutcome):
    """What taking from a stick did: to the catalogue as a sync does, and with files.

    `files` came, of `size` bytes; `failed` couldn't be taken. `standing` is how the stick stood to the library before:
    unless ``new`` or ``newer``, the catalogue was left alone.
    """

    standing: Standing = "same"
    files: int = 0
    size: int = 0
    failed: int = 0
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class CopyOutcome:
    """What copying a stick did: how many of its `files` were `copied` just now, and how many others were `removed`."""

    files: int
    size: int
    copied: int
    removed: int


class StickService:
    """Takes from sticks into one library, and copies them. Every method may block: never on the GUI's thread."""

    def __init__(
        self,
        library: Library,
        syncing: SyncService,
        taker: DownloadedFiles,
        searching: SearchService,
        annotating: AnnotationService,
    ) -> None:
        """Bring the catalogue in by way of `syncing`, files with `taker`; the others follow what came."""
        self._library, self._syncing, self._taker = library, syncing, taker
        self._searching, self._annotating = searching, annotating

    def look_at(self, folder: Path) -> StickInfo:
        """Return what a stick is; nothing is taken, and its files are not looked at.

        Raises:
            StickError: there is none, or its manifest isn't whole or not signed with its own key.
            StorageError: it can't be read.
        """
        return self._info(read_stick(folder))

    def take(
        self,
        folder: Path,
        ctx: JobContext | None = None,
        *,
        confirmed_fingerprint: str = "",
        takes_files: bool = True,
        accept_removals: bool = False,
    ) -> StickOutcome:
        """Take what is new on a stick: the catalogue, and the files that the catalogue here knows and that aren't here.

        `confirmed_fingerprint` is what somebody compared and found right; needed while this library is connected to no
        archive, which it then is. Taking the same again changes nothing. A cancelled run says so, and what was
        committed stays.

        Raises:
            StickError: it isn't to be trusted, or not whole; nothing was taken.
            DiskBudgetError: there is no room for its files; the catalogue was taken.
            SyncBrakeError: more would go than happens by itself; nothing was taken.
            LibraryBusyError: another program keeps in step just now.
            StorageError: something can't be read or written.
            Cancelled: `ctx` was asked to stop before anything was taken.
        """
        ctx = ctx or JobContext()
        stick = read_stick(folder)
        standing = self._trusted(stick, confirmed_fingerprint)
        if takes_files:
            stick.check_sizes()
            self._verify(stick, self._unknown_files(stick), ctx)
        if standing == "new":
            self._connect(stick)
        brought = SyncOutcome()
        if standing in {"new", "newer"}:
            brought = self._syncing.run_with(FolderRemote(stick), ctx, accept_removals=accept_removals)
        came = self._take_files(stick, ctx) if takes_files else DownloadOutcome()
        said: dict[str, Any] = {each.name: getattr(brought, each.name) for each in fields(SyncOutcome)}
        return StickOutcome(
            **(said | {"changes": brought.changes | came.changes}),
            standing=standing,
            files=came.files,
            size=came.size,
            failed=came.failed,
            cancelled=came.cancelled,
        )

    def copy(self, folder: Path, target: Path, ctx: JobContext | None = None) -> CopyOutcome:
        """Copy a stick with everything on it, verified, or bring an older copy of it up to date.

        Raises:
            StickError: it isn't to be trusted or not whole; or something else stands in `target`, or a newer stick.
            StorageError: it can't be read, or `target` not written or is too small; done again, it goes on.
            Cancelled: `ctx` was asked to stop.
        """
        ctx = ctx or JobContext()
        stick = read_stick(folder)
        self._refuse_others(stick)
        if _is_inside(target, folder) or _is_inside(folder, target):
            raise StickError(target, "same_folder")
        stick.check_sizes()
        writer = StickWriter(target, stick.manifest.info.id)
        before = writer.before.manifest if writer.before is not None else None
        if (
            before is not None
            and before.info.epoch == stick.manifest.info.epoch
            and before.revision > stick.manifest.revision
        ):
            raise StickError(target, "older")
        writer.room(stick.manifest.files)
        told = _teller(ctx, "copying", sum(stick.sizes.values()))
        copied = sum(_copied(stick, writer, each, told) for each in stick.manifest.files)
        removed = writer.finish(stick.manifest, stick.data, stick.signature)
        return CopyOutcome(len(stick.sizes), sum(stick.sizes.values()), copied, removed)

    # Whether it is to be trusted.

    def _trusted(self, stick: Stick, confirmed: str) -> Standing:
        """Return how a stick stands to this library, once it is known to be of the right archive."""
        standing = self._refuse_others(stick)
        if standing == "new" and not is_fingerprint_of(confirmed, stick.manifest.info.key):
            code = "wrong_fingerprint" if confirmed.strip() else "unconfirmed"
            raise StickError(stick.folder, code, fingerprint(stick.manifest.info.key))
        return standing

    def _refuse_others(self, stick: Stick) -> Standing:
        standing = self._standing(stick)
        if standing in {"other_archive", "other_key"}:
            raise StickError(stick.folder, standing, stick.manifest.info.name)
        return standing

    def _standing(self, stick: Stick) -> Standing:
        with self._library.read() as tx:
            link = tx.archives.link()
        return _standing_to(link, stick.manifest.info) if link is not None else "new"

    def _info(self, stick: Stick) -> StickInfo:
        manifest = stick.manifest
        return StickInfo(
            folder=stick.folder,
            archive=manifest.info.id,
            name=manifest.info.name,
            made=manifest.made,
            revision=manifest.revision,
            epoch=manifest.info.epoch,
            editions=manifest.editions,
            contributions=sum(each.kind == "contribution" and each.gone is None for each in manifest.records),
            files=len(manifest.files),
            size=sum(stick.sizes.values()),
            fingerprint=fingerprint(manifest.info.key),
            url=manifest.url,
            standing=self._standing(stick),
        )

    def _connect(self, stick: Stick) -> None:
        """Pin the key that was confirmed. Without an address: nothing is asked of the network because of a stick."""
        info = stick.manifest.info
        link = ArchiveLink(
            id=ArchiveId(info.id),
            url="",
            name=info.name,
            key=info.key,
            epoch=info.epoch,
            revision=0,
            connected=now(),
            info=encode(info).decode(),
        )
        with self._library.write() as tx:
            tx.archives.save_link(link)

    # Its files.

    def _unknown_files(self, stick: Stick) -> list[PackedFile]:
        """Return the files on it that this library hasn't."""
        here = self._library.files.all()
        return [each for each in stick.manifest.files if each.hash not in here]

    def _verify(self, stick: Stick, files: Iterable[PackedFile], ctx: JobContext) -> None:
        listed = list(files)
        stick.check(listed, _teller(ctx, "verifying", sum(each.size for each in listed)))

    def _take_files(self, stick: Stick, ctx: JobContext) -> DownloadOutcome:
        """Take the files that the catalogue here offers and that are on the stick; what was wanted before stays so."""
        remote = FolderRemote(stick)
        downloading = DownloadService(
            self._library, self._taker, self._searching, self._annotating, lambda _link, _ctx: nullcontext(remote)
        )
        ids, unasked = self._had_from(stick)
        if not ids:
            return DownloadOutcome()
        try:
            downloading.want(ids)
            return downloading.run(ctx, only=ids)
        finally:
            downloading.unwant(unasked)

    def _had_from(self, stick: Stick) -> tuple[list[ContributionId], list[ContributionId]]:
        """Return the contributions whose files are all on the stick, not all here; and which of them nobody wanted."""
        with self._library.read() as tx:
            offered = tx.offers.of(tx.offers.missing())
        ids, unasked = [], []
        for contribution, offers in offered.items():
            lacking = [each for each in offers if each.is_current and each.state != "here"]
            if lacking and all(stick.sizes.get(each.hash) == each.size for each in lacking):
                ids.append(contribution)
                if not any(each.state == "wanted" for each in lacking):
                    unasked.append(contribution)
        return ids, unasked


def _standing_to(link: ArchiveLink, info: ArchiveInfo) -> Standing:
    if link.id != info.id or link.key != info.key:
        return "other_archive" if link.id != info.id else "other_key"
    if not link.revision and link.synced is None:
        return "newer"  # connected, and nothing has come yet
    if link.epoch != info.epoch:
        return "other_epoch"
    if link.revision == info.revision:
        return "same"
    return "newer" if link.revision < info.revision else "older"


def _is_older(one: Manifest, other: Manifest) -> bool:
    return one.info.epoch == other.info.epoch and one.revision < other.revision


def _copied(stick: Stick, writer: StickWriter, file: PackedFile, told: Callable[[int], None]) -> bool:
    """Copy a file where it isn't there already; tell whether that was needed."""
    if writer.has(file, told):
        return False
    with stick.open(file.hash) as pieces:
        writer.put(file, pieces, told)
    return True


def _teller(ctx: JobContext, stage: str, total: int) -> Callable[[int], None]:
    """Return what tells in kilobytes how far it is, and stops when asked to."""
    done = 0

    def told(size: int) -> None:
        nonlocal done
        done += size
        ctx.check()
        ctx.report(Progress(stage, min(done, total) // 1024, total // 1024))

    return told


def _is_inside(one: Path, other: Path) -> bool:
    return one.absolute().resolve().is_relative_to(other.absolute().resolve())
