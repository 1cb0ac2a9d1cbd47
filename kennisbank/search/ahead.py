"""Documents indexed while more are still to come: segments made beside the index, and taken in by it later.

Reading papers keeps the processor busy for long, and so does indexing them: an import hands over what it has committed,
and goes on. Nothing of it is searchable, and no lock is held, until `SearchIndex.take`.
"""

import shutil
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

from kennisbank.domain.passage import SearchDocument
from kennisbank.errors import StorageError
from kennisbank.search.built import Built
from kennisbank.search.writers import Writers, batches

PATTERN = "b-*"
_MOST_WAITING = 16
"""Batches that wait here for a child; with more, whoever adds waits for it."""


class Ahead:
    """Segments in the making, in a folder of their own. For one thread; one at a time for an index."""

    def __init__(self, folder: Path) -> None:
        """Work in a new folder under `folder`; nothing is made or started before the first document."""
        self._parent = folder
        self._writers = Writers(2)
        self._waiting: deque[list[SearchDocument]] = deque()
        self._built: list[Built] = []
        self.folder: Path | None = None

    def add(self, documents: Iterable[SearchDocument]) -> None:
        """Index `documents`, in the order of adding: of a contribution that comes twice the later counts.

        Raises:
            StorageError: the disk is full, or the child process ended. `close` it: nothing was changed.
        """
        for batch in batches(documents):
            if self.folder is None:
                self._begin()
            self._waiting.append(batch)
            self._built += self._writers.ready()
            while self._waiting and (self._writers.is_idle or len(self._waiting) > _MOST_WAITING):
                self._built += self._writers.send(self._waiting.popleft(), ahead=1)

    def finish(self) -> list[Built]:
        """Return all segments, in the order in which they count; they stand in `folder` until `close`.

        Raises:
            StorageError: the disk is full, or the child process ended.
        """
        if self.folder is None:
            return []
        while self._waiting:
            self._built += self._writers.send(self._waiting.popleft())
        self._built += self._writers.finish()
        return self._built

    def close(self) -> None:
        """Give up what was not taken in, and end the child processes. Safe to call twice; `add` begins again."""
        self._writers.close()
        self._waiting.clear()
        self._built = []
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder = None

    def _begin(self) -> None:
        for left in self._parent.glob(PATTERN):  # of an import that was killed
            shutil.rmtree(left, ignore_errors=True)
        folder = self._parent / f"b-{uuid4().hex[:12]}"
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            raise StorageError(folder, error.strerror or str(error)) from error
        self.folder = folder
        self._writers.begin(folder)
