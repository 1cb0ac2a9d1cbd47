"""Files read ahead of the one that is handled, in the order of the source.

Several child processes read at once, yet what comes out doesn't depend on which of them is quicker; and no more than a
few documents are in memory, however many files there are.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from pathlib import PurePosixPath

from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.document import Document, Problem
from kennisbank.domain.ids import FileHash
from kennisbank.errors import DocumentError
from kennisbank.importing import problems
from kennisbank.importing.source_files import SourceFile
from kennisbank.library.files import hash_file
from kennisbank.tasks.context import JobContext

_POLL_S = 0.2
_WAITING = 64
"""Files that are hashed and wait for their turn, read or not."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file whose turn it is: its hash, and its document unless it is known already or has a problem."""

    file: SourceFile
    hash: FileHash | None = None
    document: Document | None = None
    problem: Problem | None = None


@dataclass(slots=True)
class _Waiting:
    file: SourceFile
    hash: FileHash | None
    problem: Problem | None
    future: "Future[Document] | None"


def read_ahead(
    files: Sequence[SourceFile],
    workers: DocumentWorkers,
    is_known: Callable[[FileHash], bool],
    ctx: JobContext,
    *,
    ahead: int = 6,
) -> Iterator[ReadFile]:
    """Give each file in order; `ahead` is the number of documents that are being read or wait to be handled.

    A file whose bytes are known, or came earlier in `files`, is not opened.

    Raises:
        Cancelled: asked to stop; what was being read is given up.
    """
    queue: deque[_Waiting] = deque()
    submitted: set[tuple[FileHash, str]] = set()
    reading = 0
    try:
        for file in files:
            while queue and (reading >= ahead or len(queue) >= _WAITING):
                reading -= queue[0].future is not None
                yield _finished(queue.popleft(), ctx)
            ctx.check()
            waiting = _started(file, workers, is_known, submitted)
            reading += waiting.future is not None
            queue.append(waiting)
        while queue:
            yield _finished(queue.popleft(), ctx)
    finally:
        for waiting in queue:
            if waiting.future is not None:
                waiting.future.cancel()


def _started(
    file: SourceFile,
    workers: DocumentWorkers,
    is_known: Callable[[FileHash], bool],
    submitted: set[tuple[FileHash, str]],
) -> _Waiting:
    if file.problem is not None:
        return _Waiting(file, None, file.problem, None)
    try:
        file_hash = hash_file(file.path)
    except DocumentError as error:
        return _Waiting(file, None, problems.from_document_error(error), None)
    asked = (file_hash, suffix_of(file.name))
    if asked in submitted or is_known(file_hash):
        return _Waiting(file, file_hash, None, None)
    submitted.add(asked)
    return _Waiting(file, file_hash, None, workers.extract(file.path, file.name))


def suffix_of(name: str) -> str:
    """Return the extension by which a file says what it is: the same bytes under another are another claim."""
    return PurePosixPath(name).suffix.lower()


def _finished(waiting: _Waiting, ctx: JobContext) -> ReadFile:
    """Wait for a file, asking in between whether to go on."""
    problem, document = waiting.problem, None
    if waiting.future is not None:
        try:
            document = _result(waiting.future, ctx)
        except DocumentError as error:
            problem = problems.from_document_error(error)
        except CancelledError:
            problem = problems.failed("the reader was stopped")
    return ReadFile(waiting.file, waiting.hash, document, problem)


def _result(future: "Future[Document]", ctx: JobContext) -> Document:
    while True:
        try:
            return future.result(timeout=_POLL_S)
        except TimeoutError:
            if ctx.is_cancelled:
                future.cancel()
            ctx.check()
