"""Writing PDFs for the rest of the program, in a child process: saving can bring MuPDF down as well as reading can.

What is written appears under its name only when it is whole; the files it is made from are never touched.
"""

import logging
import os
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar
from uuid import uuid4

from kennisbank.documents import child
from kennisbank.documents.copy_marks import CopyMark, WrittenMarks
from kennisbank.documents.pack_contents import PackPart
from kennisbank.documents.parts import NOT_WRITTEN, Refusal
from kennisbank.documents.pool import SafePool, TaskCrashedError, TaskTimedOutError
from kennisbank.domain.pack import PackItem, PackSpec, WrittenPack
from kennisbank.errors import DocumentError, StorageError
from kennisbank.tasks.context import JobContext, Progress

T = TypeVar("T")
_log = logging.getLogger(__name__)
_TASKS_PER_PROCESS = 20


class DocumentWriters:
    """Writes PDFs one at a time. Every method blocks until the file is there; none is for the GUI's thread."""

    def __init__(self, *, timeout_s: float = 100.0, memory_bytes: int = 1 << 30) -> None:
        """Prepare, but start nothing: the process starts with the first file."""
        self._timeout_s = timeout_s
        self._pool = SafePool(1, max_tasks=_TASKS_PER_PROCESS, initializer=child.start, initargs=(memory_bytes,))

    def write_annotated(self, path: Path, target: Path, marks: Sequence[CopyMark]) -> WrittenMarks:
        """Write a copy of the PDF at `path` with `marks` in it to `target`; what stood there is replaced at the end.

        Raises:
            DocumentError: the file can't be copied so; ``locked`` when its maker doesn't allow annotations.
            StorageError: the copy can't be written.
        """
        return self._written(target, lambda unfinished: (child.write_annotated, (str(path), unfinished, tuple(marks))))

    def write_anonymous(self, path: Path, media_type: str, target: Path) -> None:
        """Write a copy of a PDF, picture or text that says nothing of who made it, to `target`.

        Raises:
            DocumentError: that can't be done with this file.
            StorageError: the copy can't be written.
        """
        self._written(target, lambda unfinished: (child.write_anonymous, (str(path), media_type, unfinished)))

    def write_pack(self, spec: PackSpec, target: Path, ctx: JobContext | None = None) -> WrittenPack:
        """Write a reading pack to `target`; what stood there is replaced at the end.

        A paper that can't be read, or whose maker doesn't allow it, is told in the contents and left out.

        Raises:
            DocumentError: the pack as a whole can't be written.
            StorageError: there is no room for it.
            Cancelled: `ctx` was asked to stop; what stood at `target` still does.
        """
        ctx = ctx or JobContext()
        try:
            with TemporaryDirectory(prefix="kennisbank-pack-") as folder:
                parts = []
                for number, item in enumerate(spec.items):
                    ctx.check()
                    ctx.report(Progress("packing", number, len(spec.items), item.title))
                    parts.append(self._part(spec, item, Path(folder) / f"{number}.pdf"))
                ctx.check()
                pages = self._written(target, lambda unfinished: (child.write_pack, (spec, parts, unfinished)))
        except OSError as error:
            raise StorageError(target, error.strerror or str(error)) from error
        return WrittenPack(pages, {n: part.left_out for n, part in enumerate(parts) if not part.path})

    def _part(self, spec: PackSpec, item: PackItem, target: Path) -> PackPart:
        """Write the pages of one item, or say why they aren't in."""
        if item.left_out or item.file is None:
            return PackPart(left_out=item.left_out or spec.words.unreadable)
        try:
            pages = self._answer(child.write_pack_part, (item, str(target)))
        except DocumentError as error:
            if error.code == NOT_WRITTEN:
                raise StorageError(target.parent, error.reason) from error
            _log.warning("%s is left out of a pack: %s", item.file, error)
            return PackPart(left_out=spec.words.locked if error.code == "locked" else spec.words.unreadable)
        return PackPart(str(target), tuple(pages))

    def close(self) -> None:
        """End the process. What was being written is given up."""
        self._pool.close()

    def _written(self, target: Path, task: Callable[[str], tuple[Callable[..., T | Refusal], tuple[object, ...]]]) -> T:
        """Run a task that writes a file of the name it is given, which becomes `target` when it is whole."""
        unfinished = target.with_name(f".{target.name[:100]}.{uuid4().hex}.pdf")
        function, args = task(str(unfinished))
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            answer = self._answer(function, args)
            _synchronise(unfinished)
            unfinished.replace(target)
        except OSError as error:
            raise StorageError(target, error.strerror or str(error)) from error
        except DocumentError as error:
            if error.code != NOT_WRITTEN:
                raise
            raise StorageError(target, error.reason) from error
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        return answer

    def _answer(self, function: Callable[..., T | Refusal], args: tuple[object, ...]) -> T:
        try:
            answer = self._pool.submit(function, args, self._timeout_s).result()
        except TaskTimedOutError as error:
            raise DocumentError("timed_out", "Writing the file took too long; it was stopped.") from error
        except TaskCrashedError as error:
            _log.warning("writing a file ended its process (%s)", error)
            raise DocumentError("crashed", "Writing the file brought the writer down; nothing was changed.") from error
        except CancelledError as error:
            raise DocumentError("crashed", "Writing was given up, because the program is closing.") from error
        if isinstance(answer, Refusal):
            raise DocumentError(answer.code, answer.reason, answer.page)
        return answer


def _synchronise(path: Path) -> None:
    """Bring the bytes of a file to the disk itself."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
