"""A library that is connected to an archive in memory, with contributions whose files are still there."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.archive import ArchiveLink
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ArchiveId, ContributionId, FileHash, Origin, new_id
from kennisbank.domain.metadata import Metadata, sourced
from kennisbank.domain.moments import now
from kennisbank.domain.syncing import Offer
from kennisbank.importing.downloaded import DownloadedFiles
from kennisbank.services.downloading import DownloadService
from kennisbank.sync.memory_remote import MemoryArchive, MemoryRemote


@dataclass
class OfferedLibrary:
    """An open library and the archive that offers it files; `remote` is what the next runs fetch from."""

    kennisbank: Kennisbank
    archive: MemoryArchive
    remote: MemoryRemote
    downloading: DownloadService

    @property
    def home(self) -> Path:
        return self.kennisbank.paths.home

    def knows(self, title: str, *files: Path, **values: Any) -> ContributionId:
        """Have the library know of a contribution, as a sync leaves it; the last of `files` is the one to be read."""
        each = Contribution(
            id=ContributionId(new_id()),
            origin=Origin(self.archive.id),
            metadata=sourced(Metadata(**{"title": title, **values}), "list", "archive"),
            files=(),
            created=now(),
            updated=now(),
        )
        with self.kennisbank.library.write() as tx, tx.outbox.arriving():
            tx.contributions.add(each)
        self.offers(each.id, *files)
        return each.id

    def offers(self, contribution: ContributionId, *files: Path) -> None:
        """Have the archive offer these versions of a paper, the last of them to be read."""
        offered = []
        for number, path in enumerate(files, 1):
            data = path.read_bytes()
            offer = Offer(
                archive=ArchiveId(self.archive.id),
                contribution=contribution,
                hash=self.archive.put_file(data),
                name=path.name,
                role="paper",
                version=number,
                is_current=number == len(files),
                media_type="application/pdf",
                size=len(data),
                pages=0,
            )
            offered.append(offer)
        with self.kennisbank.library.write() as tx, tx.outbox.arriving():
            tx.offers.put(contribution, offered)
        self.kennisbank.searching.catch_up()

    def announce(self, contribution: ContributionId, **changes: Any) -> None:
        """Have the archive say something else of what it offers."""
        with self.kennisbank.library.write() as tx:
            found = tx.offers.of([contribution])[contribution]
            tx.offers.put(contribution, [replace(each, **changes) for each in found])

    def of(self, contribution: ContributionId) -> Contribution:
        return self.kennisbank.catalogue.get(contribution)

    def states(self) -> dict[str, str]:
        """Return by title how the file to be read stands."""
        with self.kennisbank.library.read() as tx:
            all_of_them = tx.contributions.all()
            offered = tx.offers.of([each.id for each in all_of_them])
        return {each.metadata.values.title: offered[each.id][0].state for each in all_of_them if each.id in offered}


@contextmanager
def offered_library(home: Path, workers: DocumentWorkers | None = None) -> Iterator[OfferedLibrary]:
    """Open a library that is connected to an archive of its own; `workers` serve several tests."""
    archive = MemoryArchive()
    with open_kennisbank(home) as kennisbank:
        link = ArchiveLink(ArchiveId(archive.id), archive.url, archive.name, archive.key, archive.epoch, 0, now())
        with kennisbank.library.write() as tx:
            tx.archives.save_link(link)
        yield connected(kennisbank, archive, workers)


def connected(kennisbank: Kennisbank, archive: MemoryArchive, workers: DocumentWorkers | None = None) -> OfferedLibrary:
    """Return an open library with an archive that it is connected to already."""
    remote = archive.as_seen_by()
    downloading = DownloadService(
        kennisbank.library,
        DownloadedFiles(kennisbank.library, workers or kennisbank.workers),
        kennisbank.searching,
        kennisbank.annotating,
        lambda _link, _ctx: nullcontext(remote),
        waits_s=(0.0, 0.0, 0.0),
    )
    return OfferedLibrary(kennisbank, archive, remote, downloading)


def hash_of(path: Path) -> FileHash:
    return FileHash(hashlib.sha256(path.read_bytes()).hexdigest())
