"""The way to documents for the rest of the program: text and pictures of files, made in child processes.

MuPDF holds the interpreter's lock for seconds, and files from anywhere crash it, hang it or fill the memory. So it runs
in processes of its own, with a limit on memory and on time; what goes wrong is told as a `DocumentError` about the one
file that did it, and the others go on.
"""

import logging
from concurrent.futures import CancelledError, Future
from pathlib import Path

from kennisbank.documents import child
from kennisbank.documents.extractor import EXTRACTOR
from kennisbank.documents.limits import MAX_CHARACTERS, MIN_PAGES_PER_SECOND, MOST_TIMES
from kennisbank.documents.parts import Part, Refusal, assemble
from kennisbank.documents.pool import SafePool, TaskCrashedError, TaskTimedOutError, settle
from kennisbank.domain.document import Document, PageImage, Problem
from kennisbank.domain.page_frame import PageFrame
from kennisbank.errors import DocumentError

_log = logging.getLogger(__name__)

_TASKS_PER_PROCESS = 250
_CHILDS_SHARE = 0.7
"""Part of the memory that the process which reads a file may have; the others, idle, have the rest."""
_MARGIN = 0.9
"""Part of the time limit after which the child is ended, so that ending it stays within the limit."""
_LEAST = 0.1
"""Part of the time limit that a second try has at least."""
_BUDGET = 0.25
"""Part of the time limit after which a child hands over what it has read of a long file."""


class DocumentWorkers:
    """Reads files in child processes, several at a time. Safe to use from any thread; close it when done."""

    def __init__(self, *, processes: int = 2, timeout_s: float = 20.0, memory_bytes: int = 1 << 30) -> None:
        """Prepare, but start nothing: processes start with the first task, or with `warm`.

        `timeout_s` is the time one file may take. One that is longer than fits in it may go on as long as it keeps
        up `MIN_PAGES_PER_SECOND`. `memory_bytes` is what reading one file may take in all processes together.
        """
        childs_bytes = int(memory_bytes * _CHILDS_SHARE)
        self._timeout_s = timeout_s
        self._extractors = SafePool(
            processes, max_tasks=_TASKS_PER_PROCESS, initializer=child.start, initargs=(childs_bytes,)
        )
        self._renderer = SafePool(
            1, max_tasks=0, initializer=child.start, initargs=(childs_bytes,), ends_cancelled=False
        )

    def extract(self, path: Path, name: str) -> "Future[Document]":
        """Return the future of the file's text; `name` is its original name, for what the bytes alone don't tell.

        The future's exception is a `DocumentError`, or `CancelledError` after `close`. Cancelling the future stops the
        reading.
        """
        extraction = _Extraction(self._extractors, path, name, self._timeout_s)
        extraction.next()
        return extraction.future

    def render(
        self, path: Path, media_type: str, page_index: int, scale: float, *, night: bool = False
    ) -> "Future[PageImage]":
        """Return the future of a page's picture: 0-based `page_index`, `scale` pixels a point.

        Requests are answered in order, by a process that keeps the last documents open; cancel those that are no longer
        wanted. A picture beyond `MAX_PIXELS` is made smaller. `night` gives dark paper; figures keep their colours.
        The future's exception is a `DocumentError` about this page, or `CancelledError`.
        """
        picture: Future[PageImage] = Future()
        args = (str(path), media_type, page_index, scale, night)
        inner = self._renderer.submit(child.render_page, args, self._timeout_s * _MARGIN)
        picture.add_done_callback(lambda outer: inner.cancel() if outer.cancelled() else None)
        inner.add_done_callback(lambda answer: _show(picture, answer, page_index))
        return picture

    def frames(self, path: Path) -> "tuple[PageFrame, ...]":
        """Return how each page of a PDF is shown, in order. Blocks for some milliseconds; not for the GUI's thread.

        Raises:
            DocumentError: the file can't be read.
        """
        try:
            answer = self._extractors.submit(child.page_frames, (str(path),), self._timeout_s * _MARGIN).result()
        except TaskTimedOutError as error:
            raise DocumentError("timed_out", "Reading the file took too long; it was stopped.") from error
        except TaskCrashedError as error:
            raise DocumentError("crashed", "Reading the file brought the reader down.") from error
        if isinstance(answer, Refusal):
            raise DocumentError(answer.code, answer.reason)
        return answer

    def warm(self) -> None:
        """Start the processes now, so that the first file need not wait for them."""
        self._renderer.submit(child.ready, (), self._timeout_s)
        self._extractors.submit(child.ready, (), self._timeout_s)

    def close(self) -> None:
        """End all processes. What was asked for and not yet answered is cancelled."""
        self._extractors.close()
        self._renderer.close()


def _show(picture: "Future[PageImage]", answer: "Future[PageImage | Refusal]", page_index: int) -> None:
    """Settle the picture's future with what the child process answered."""
    if picture.done():
        return
    page = page_index + 1
    try:
        image = answer.result()
    except CancelledError:
        picture.cancel()
    except TaskTimedOutError:
        settle(picture, error=DocumentError("timed_out", "Drawing the page took too long; it was stopped.", page))
    except TaskCrashedError as error:
        _log.warning("drawing page %d ended its process (%s)", page, error)
        settle(picture, error=DocumentError("crashed", "Drawing the page brought the reader down.", page))
    else:
        if isinstance(image, Refusal):
            settle(picture, error=DocumentError(image.code, image.reason, page))
        else:
            settle(picture, image)


class _Extraction:
    """One file on its way, part by part. Its methods are called one after another, on Pebble's thread."""

    def __init__(self, pool: SafePool, path: Path, name: str, timeout_s: float) -> None:
        self.future: Future[Document] = Future()
        self._pool, self._path, self._name, self._timeout_s = pool, path, name, timeout_s
        self._parts: list[Part] = []
        self._with_extras = True
        self._lost_s = 0.0

    def next(self) -> None:
        """Ask for the next part."""
        first = self._parts[-1].next if self._parts else 0
        args = (str(self._path), self._name, first, self._timeout_s * _BUDGET, self._with_extras)
        inner = self._pool.submit(child.extract_part, args, self._time_left())
        self.future.add_done_callback(lambda outer: inner.cancel() if outer.cancelled() else None)
        inner.add_done_callback(self._finish)

    def _time_left(self) -> float:
        """Return the seconds that the next part may take: always enough for a small file."""
        return max(self._timeout_s * _LEAST, self._timeout_s * _MARGIN - self._overspent() - self._lost_s)

    def _overspent(self) -> float:
        """Return the seconds spent, unless the pages read so far account for them."""
        spent = sum(part.seconds for part in self._parts)
        pages = sum(len(part.pages) for part in self._parts)
        is_slow = pages < spent * MIN_PAGES_PER_SECOND or spent > self._timeout_s * MOST_TIMES
        return spent if is_slow else 0.0

    def _finish(self, inner: "Future[Part | Refusal]") -> None:
        if self.future.done():
            return
        try:
            answer = inner.result()
        except CancelledError:
            self.future.cancel()
        except TaskTimedOutError:
            self._refuse(
                "timed_out", f"Reading the file took longer than {self._timeout_s:.0f} seconds; it was stopped."
            )
        except TaskCrashedError as error:
            self._retry_or_refuse(error)
        except Exception:  # noqa: BLE001  a fault of ours with one file must not leave its owner waiting for ever
            _log.exception("reading %s failed", self._name)
            self._refuse("crashed", "Reading the file failed in an unknown way.")
        else:
            self._take(answer)

    def _retry_or_refuse(self, error: TaskCrashedError) -> None:
        """Try once more for the text alone: deep nesting in the table of contents is what brings MuPDF down most."""
        if self._with_extras:
            self._with_extras, self._lost_s = False, error.seconds
            self.next()
            return
        _log.warning("reading %s ended its process (%s)", self._name, error)
        self._refuse("crashed", "Reading the file brought the reader down; it was left out.")

    def _take(self, answer: "Part | Refusal") -> None:
        if isinstance(answer, Refusal):
            settle(self.future, error=DocumentError(answer.code, answer.reason, answer.page))
            return
        self._parts.append(answer)
        if sum(part.characters for part in self._parts) > MAX_CHARACTERS:
            self._refuse("too_large", "The file holds far more text than any real document.")
        elif not answer.is_last and self._overspent() > self._timeout_s * (_MARGIN - _BUDGET / 2):
            self._refuse(
                "timed_out", f"Reading the file took longer than {self._timeout_s:.0f} seconds; it was stopped."
            )
        elif not answer.is_last:
            self.next()
        else:
            self._done()

    def _done(self) -> None:
        if not self._with_extras:
            self._parts[-1].problems.append(
                Problem(
                    "outline_damaged",
                    "Contents and notes inside the file can't be read; the text was.",
                )
            )
        whole = assemble(self._parts, EXTRACTOR)
        if isinstance(whole, Refusal):
            self._refuse(whole.code, whole.reason)
        else:
            settle(self.future, whole)

    def _refuse(self, code: str, reason: str) -> None:
        settle(self.future, error=DocumentError(code, reason, None))
