"""Reading scans for the rest of the program: Tesseract in a child process of low priority, one page a task.

A page that takes too long or brings the process down fails alone. What comes back is a value; whoever asked stores it
before asking for the next, so that a kill loses the page at hand and nothing else.
"""

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from pathlib import Path

from kennisbank.documents import child
from kennisbank.documents.media_types import DOCX, PDF, PPTX
from kennisbank.documents.ocr_data import UNUSABLE, OcrData
from kennisbank.documents.parts import Refusal
from kennisbank.documents.pool import SafePool, TaskCrashedError, TaskTimedOutError, settle
from kennisbank.domain.ids import PageNo
from kennisbank.domain.recognition import RecognisedPage
from kennisbank.errors import DocumentError, ScansUnreadableError

_log = logging.getLogger(__name__)

SCANNED_TYPES = (PDF, PPTX, DOCX)
"""Media types whose pages can be pictures of text."""

Recognise = Callable[[str, str, int, int, str, str], RecognisedPage | Refusal]
"""What the child does: (path, media type, 0-based page, words it has, languages joined by ``+``, folder of data)."""

_TASKS_PER_PROCESS = 100


class ScanReader:
    """Reads pages one at a time. Safe to use from any thread; close it when done."""

    def __init__(
        self,
        *,
        page_timeout_s: float = 90.0,
        memory_bytes: int = 1 << 30,
        recognise: Recognise = child.recognise_page,
    ) -> None:
        """Prepare, but start nothing: the process starts with the first page.

        `page_timeout_s` is the time one page may take; a full page takes 3 to 7 seconds of a processor. `recognise`
        is run in the child, so it must be importable by its name.
        """
        self._page_timeout_s, self._recognise = page_timeout_s, recognise
        self._pool = SafePool(
            1, max_tasks=_TASKS_PER_PROCESS, initializer=child.start_in_background, initargs=(memory_bytes,)
        )

    def recognise(
        self, path: Path, media_type: str, page: PageNo, words: int, data: OcrData
    ) -> "Future[RecognisedPage]":
        """Return the future of what stands on a page that has so many `words` of its own.

        A page that can't be read is an answer (``failed``, with the code). The future's exception is
        `ScansUnreadableError` where the data are at fault and every page would fail, `DocumentError` where the file
        can't be got at now, or `CancelledError`. Cancelling the future ends the reading at once.
        """
        answer: Future[RecognisedPage] = Future()
        args = (str(path), media_type, page - 1, words, "+".join(data.languages), str(data.folder))
        inner = self._pool.submit(self._recognise, args, self._page_timeout_s)
        answer.add_done_callback(lambda outer: inner.cancel() if outer.cancelled() else None)
        inner.add_done_callback(lambda done: _settle(answer, done, page, data))
        return answer

    def close(self) -> None:
        """End the process. What was asked for and not yet answered is cancelled."""
        self._pool.close()


def _settle(
    answer: "Future[RecognisedPage]", done: "Future[RecognisedPage | Refusal]", page: PageNo, data: OcrData
) -> None:
    if answer.done():
        return
    try:
        found = done.result()
    except CancelledError:
        answer.cancel()
    except TaskTimedOutError:
        settle(answer, RecognisedPage(page, "failed", reason="timed_out"))
    except TaskCrashedError as error:
        _log.warning("recognising page %d ended its process (%s)", page, error)
        settle(answer, RecognisedPage(page, "failed", reason="crashed"))
    except Exception:  # noqa: BLE001  a fault of ours with one page must not leave its owner waiting for ever
        _log.exception("recognising page %d failed", page)
        settle(answer, RecognisedPage(page, "failed", reason="failed"))
    else:
        if not isinstance(found, Refusal):
            settle(answer, found)
        elif found.code == UNUSABLE:
            settle(answer, error=ScansUnreadableError(data.folder))
        elif found.code == "unreadable":  # the file, not the page: it may be back the next time
            settle(answer, error=DocumentError(found.code, found.reason, page))
        else:
            settle(answer, RecognisedPage(page, "failed", reason=found.code))
