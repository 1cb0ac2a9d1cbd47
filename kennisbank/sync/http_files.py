"""The files of an archive over HTTP: they need no account, and nothing else of a `Remote`."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from kennisbank.domain.archive import ArchiveLink
from kennisbank.domain.ids import FileHash
from kennisbank.errors import NotConnectedError
from kennisbank.net.archive_http import ArchiveHttp
from kennisbank.sync.downloads import FileSource
from kennisbank.tasks.context import JobContext


class HttpFiles:
    """What gives the bytes of an archive's files. From one thread at a time."""

    def __init__(self, http: ArchiveHttp) -> None:
        """Ask through `http`."""
        self._http = http

    def file(self, file_hash: FileHash, start: int = 0) -> AbstractContextManager[Iterator[bytes]]:
        """Give the bytes of a file from offset `start`, in pieces; not verified."""
        return self._http.stream(f"/files/{file_hash}", start)


@contextmanager
def files_of(link: ArchiveLink, ctx: JobContext) -> Iterator[FileSource]:
    """Give what fetches the files of an archive, and hang up after it.

    Raises:
        NotConnectedError: it is known from a stick only, without an address.
        ArchiveUntrustedError: its address may not be used.
    """
    if not link.url:
        raise NotConnectedError
    with ArchiveHttp(link.url, ctx=ctx) as http:
        yield HttpFiles(http)
