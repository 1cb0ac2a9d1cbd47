"""Pictures of pages: asked for in order of need, kept within a limit, never waited for.

The document process draws one page at a time, so only a few requests are under way at once: what scrolled out of view
before its turn is never drawn. Lives on the GUI thread; a finished future comes back by a queued signal.
"""

import logging
import math
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage
from shiboken6 import isValid

from kennisbank.domain.document import PageImage
from kennisbank.errors import KennisbankError
from kennisbank.ui.reader.byte_cache import ByteCache

_log = logging.getLogger(__name__)
MAX_PIXELS = 16_000_000
"""Largest picture of one page: A4 at 400 % on an ordinary screen is 14 million pixels."""
CACHE_BYTES = 128 << 20
_UNDER_WAY = 2
_LARGE = 3_000_000
"""Pixels from which on converting a picture would be felt."""

Render = Callable[[int, float, bool], "Future[PageImage]"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture to be drawn: 0-based page, device pixels per point, night paper or not; small ones are kept apart."""

    index: int
    scale: float
    is_night: bool = False
    is_thumbnail: bool = False

    @property
    def key(self) -> tuple[int, bool, bool]:
        """Return what it is a picture of, at whatever scale."""
        return self.index, self.is_night, self.is_thumbnail


@dataclass(frozen=True, slots=True)
class _Kept:
    """A picture; one too large to be converted without a stall lies on the very bytes that came, which it needs."""

    image: QImage
    scale: float
    samples: bytes = b""


class _Mailbox(QObject):
    """Carries calls from any thread to the GUI thread. There is one, and it is never deleted: a sender may be."""

    came = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.came.connect(self._open, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _open(self, call: Callable[[], None]) -> None:
        call()


@cache
def _mailbox() -> _Mailbox:
    return _Mailbox()


def bounded_scale(width: float, height: float, scale: float) -> float:
    """Return the scale, or the largest one at which a page of this size in points has at most `MAX_PIXELS` pixels."""
    return min(scale, math.sqrt(MAX_PIXELS / max(1.0, width * height)))


class PageImages(QObject):
    """The pictures of one document. Signals: `ready` and `failed` with the picture's `Wanted`."""

    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, render: Render, parent: QObject | None = None, *, limit: int = CACHE_BYTES) -> None:
        """Draw with `render` (page index, scale, night) and keep up to `limit` bytes."""
        super().__init__(parent)
        self._render = render
        self._pages: ByteCache[tuple[int, bool, bool], _Kept] = ByteCache(limit)
        self._small: ByteCache[tuple[int, bool, bool], _Kept] = ByteCache(limit // 8)
        self.limit = limit
        self._wanted: list[Wanted] = []
        self._thumbnails: list[Wanted] = []
        self._under_way: dict[Wanted, Future[PageImage]] = {}
        self._errors: dict[int, Exception] = {}
        self._drawn = 0
        self._is_closed = False
        self._mailbox = _mailbox()

    def image(self, index: int, *, night: bool = False, thumbnail: bool = False) -> QImage | None:
        """Return the picture that is there, perhaps at another scale than was asked for last."""
        kept = self._cache(is_thumbnail=thumbnail).get((index, night, thumbnail))
        return kept.image if kept is not None else None

    def _cache(self, *, is_thumbnail: bool) -> ByteCache[tuple[int, bool, bool], _Kept]:
        """Return where pictures of this kind are kept: large pages must not drive out the small ones."""
        return self._small if is_thumbnail else self._pages

    def error(self, index: int) -> Exception | None:
        """Return why a page can't be drawn, if it can't."""
        return self._errors.get(index)

    @property
    def has_none(self) -> bool:
        """Tell whether no picture was drawn yet."""
        return self._drawn == 0

    @property
    def failures(self) -> int:
        """Return the number of pages that can't be drawn."""
        return len(self._errors)

    def want(self, wanted: Sequence[Wanted]) -> None:
        """Replace the pages that are waited for, most needed first; what is no longer wanted isn't drawn."""
        self._wanted = list(wanted)
        self._drop_stale()
        self._go_on()

    def want_thumbnails(self, wanted: Sequence[Wanted]) -> None:
        """Replace the thumbnails that are waited for; they come after the pages."""
        self._thumbnails = list(wanted)
        self._go_on()

    def retry(self, index: int) -> None:
        """Try to draw a page again that failed."""
        self._errors.pop(index, None)
        self._go_on()

    def close(self) -> None:
        """Ask for nothing more and forget the pictures."""
        self._is_closed = True
        self._wanted, self._thumbnails = [], []
        for future in self._under_way.values():
            future.cancel()
        self._under_way.clear()
        self._pages.clear()
        self._small.clear()

    def _drop_stale(self) -> None:
        """Give up what is under way of pages that went out of reach; another scale of a wanted page is of use yet."""
        keys = {wanted.key for wanted in (*self._wanted, *self._thumbnails)}
        for wanted in [each for each in self._under_way if each.key not in keys]:
            self._under_way.pop(wanted).cancel()

    def _go_on(self) -> None:
        for wanted in (*self._wanted, *self._thumbnails):
            if len(self._under_way) >= _UNDER_WAY or self._is_closed:
                return
            if self._is_missing(wanted):
                self._start(wanted)

    def _is_missing(self, wanted: Wanted) -> bool:
        if wanted in self._under_way or wanted.index in self._errors:
            return False
        kept = self._cache(is_thumbnail=wanted.is_thumbnail).get(wanted.key)
        return kept is None or not math.isclose(kept.scale, wanted.scale, rel_tol=1e-6)

    def _start(self, wanted: Wanted) -> None:
        future = self._render(wanted.index, wanted.scale, wanted.is_night)
        self._under_way[wanted] = future
        mailbox, take = self._mailbox, self._on_landed  # what runs on the pool's thread touches nothing that may die
        future.add_done_callback(lambda done: mailbox.came.emit(lambda: take(wanted, done)))

    def _on_landed(self, wanted: Wanted, future: "Future[PageImage]") -> None:
        if not isValid(self) or self._under_way.pop(wanted, None) is None:
            return
        if not future.cancelled():
            error = future.exception(timeout=0)
            if isinstance(error, Exception):
                self._fail(wanted, error)
            else:
                self._keep(wanted, future.result(timeout=0))
        self._go_on()

    def _keep(self, wanted: Wanted, drawn: PageImage) -> None:
        """Keep a picture, unless a better one of the page is there already and this one is of no more use."""
        is_stale = wanted not in self._wanted and wanted not in self._thumbnails
        cache = self._cache(is_thumbnail=wanted.is_thumbnail)
        if is_stale and cache.get(wanted.key) is not None:
            return
        self._drawn += 1
        raw = QImage(drawn.samples, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888)
        if drawn.width * drawn.height > _LARGE:
            cache.put(wanted.key, _Kept(raw, wanted.scale, drawn.samples), len(drawn.samples))
        else:
            image = raw.convertToFormat(QImage.Format.Format_RGB32)  # a copy, in the format that is painted fastest
            cache.put(wanted.key, _Kept(image, wanted.scale), image.sizeInBytes())
        self.ready.emit(wanted)

    def _fail(self, wanted: Wanted, error: Exception) -> None:
        is_bug = not isinstance(error, KennisbankError)
        _log.warning("page %d can't be drawn: %s", wanted.index + 1, error, exc_info=error if is_bug else None)
        self._errors[wanted.index] = error
        self.failed.emit(wanted)
