"""A program of its own that downloads: `download_process.py HOME FOLDER`; a line for each piece and each step.

FOLDER holds what the archive has, each file under its SHA-256.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from kennisbank.config.paths import Paths
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.ids import FileHash
from kennisbank.importing.downloaded import DownloadedFiles
from kennisbank.library.library import Library
from kennisbank.services.annotating import AnnotationService
from kennisbank.services.downloading import DownloadService
from kennisbank.tasks.context import JobContext
from tests.fakes import FakeSearching

PIECE = 400


class FolderFiles:
    """Gives files in small pieces, so that there is much to break off."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def file(self, file_hash: FileHash, start: int = 0) -> Iterator[Iterator[bytes]]:
        yield self._pieces((self._folder / file_hash).read_bytes()[start:])

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        for at in range(0, len(data), PIECE):
            print("piece", flush=True)
            yield data[at : at + PIECE]


def main() -> None:
    home, folder = map(Path, sys.argv[1:])
    workers, searching = DocumentWorkers(), FakeSearching()
    lacking: Any = searching
    with Library.open(Paths(home)) as library:
        service = DownloadService(
            library,
            DownloadedFiles(library, workers),
            lacking,
            AnnotationService(library),
            lambda _link, _ctx: nullcontext(FolderFiles(folder)),
        )
        with library.read() as tx:
            ids = [each.id for each in tx.contributions.all()]
        outcome = service.run(JobContext(), lambda _: print("step", flush=True), only=ids)
    workers.close()
    sys.exit(outcome.left + outcome.failed)


if __name__ == "__main__":
    main()
