"""The folder of the index: which generation of it counts, what may be read, who may write.

::

    index/CURRENT            JSON: the generation that counts, and the versions it was made with
    index/write.lock         held by the one program that writes
    index/g-…/               one generation: a Whoosh index (table of contents, segments)

An update adds segments to the current generation and names them in one new table of contents, written beside the old
one and renamed: before that moment nothing has changed, after it everything. A rebuild fills a fresh generation and
then renames ``CURRENT``. What a killed program left behind is named by nobody, and swept by the next that writes.
"""

import json
import logging
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout
from whoosh.index import TOC, clean_files

from kennisbank.errors import IndexDamagedError, LibraryBusyError, StorageError
from kennisbank.search.analysis import ANALYSER
from kennisbank.search.codec import MappedStorage, PackedSegment, schema
from kennisbank.search.segment_builder import INDEX_NAME

_log = logging.getLogger(__name__)

SCHEMA = "6"
"""Grows with every change of what the files of an index hold."""
VERSIONS = {"schema": SCHEMA, "analyser": ANALYSER}
_LOCK_WAIT_S = 2.0
_CURRENT = "CURRENT"


class Store:
    """One index folder. Reading is free; writing needs `locked`."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`, which need not exist yet."""
        self.folder = folder
        self._lock = FileLock(str(folder / "write.lock"), timeout=_LOCK_WAIT_S)

    # Reading

    def versions(self) -> dict[str, str] | None:
        """Return what ``CURRENT`` says, or None if there is no index.

        Raises:
            IndexDamagedError: the file can't be read as what it should be.
        """
        path = self.folder / _CURRENT
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise IndexDamagedError(path, str(error)) from error
        try:
            found = json.loads(text)
        except ValueError as error:
            raise IndexDamagedError(path, "not JSON") from error
        if not isinstance(found, dict) or not isinstance(found.get("generation"), str):
            raise IndexDamagedError(path, "it names no generation")
        return {str(key): str(value) for key, value in found.items()}

    def generation(self) -> Path:
        """Return the folder of the generation that counts.

        Raises:
            IndexDamagedError: there is none, or it was made by other versions.
        """
        found = self.versions()
        if found is None:
            raise IndexDamagedError(self.folder, "there is no index yet")
        if {key: found.get(key) for key in VERSIONS} != VERSIONS:
            raise IndexDamagedError(self.folder, "it was made by another version")
        name = found["generation"]
        if name != Path(name).name or not name.startswith("g-"):
            raise IndexDamagedError(self.folder, "it names no generation")
        return self.folder / name

    @staticmethod
    def contents(generation: Path) -> tuple[int, tuple[PackedSegment, ...]]:
        """Return the number of the newest table of contents of `generation`, and its segments.

        Raises:
            IndexDamagedError: the table is missing or can't be read.
        """
        storage = MappedStorage(str(generation))
        try:
            toc = TOC.read(storage, INDEX_NAME, schema=schema())
        except Exception as error:
            # WORKAROUND(whoosh3 3.54): a damaged table raises whatever unpickling it happens to raise.
            raise IndexDamagedError(generation, f"table of contents: {error!r}") from error
        if not all(isinstance(each, PackedSegment) for each in toc.segments):
            raise IndexDamagedError(generation, "table of contents: foreign segments")
        return toc.generation, tuple(toc.segments)

    @staticmethod
    def latest(generation: Path) -> int:
        """Return the number of the newest table of contents, -1 if there is none: cheap enough for every search."""
        return int(TOC._latest_generation(MappedStorage(str(generation)), INDEX_NAME))  # noqa: SLF001 - no public name

    # Writing

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the only writer, of all programs, while the block runs.

        Raises:
            LibraryBusyError: another program writes, and goes on longer than we wait.
            StorageError: the folder can't be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
        except Timeout as error:
            raise LibraryBusyError(self.folder) from error
        except OSError as error:
            raise StorageError(self.folder, error.strerror or str(error)) from error
        try:
            yield
        except OSError as error:
            raise StorageError(self.folder, error.strerror or str(error)) from error
        finally:
            self._lock.release()

    def fresh(self) -> Path:
        """Make an empty generation that doesn't count yet."""
        generation = self.folder / f"g-{uuid4().hex[:12]}"
        generation.mkdir()
        TOC.create(MappedStorage(str(generation)), schema(), INDEX_NAME)
        return generation

    @staticmethod
    def commit(generation: Path, number: int, segments: tuple[PackedSegment, ...]) -> None:
        """Make `segments` the contents of `generation`, as table of contents `number`; older tables go.

        Files of segments stay, for some may be in the making; `sweep_segments` removes what no table names.
        """
        storage = MappedStorage(str(generation))
        TOC(schema(), list(segments), number).write(storage, INDEX_NAME)
        for each in generation.glob(f"_{INDEX_NAME}_*.toc*"):
            if each.name != f"_{INDEX_NAME}_{number}.toc":
                with suppress(OSError):
                    each.unlink()

    @staticmethod
    def sweep_segments(generation: Path, number: int, segments: Iterable[PackedSegment]) -> None:
        """Remove the files of segments that aren't among `segments`; nothing may be in the making."""
        clean_files(MappedStorage(str(generation)), INDEX_NAME, number, list(segments))
        shutil.rmtree(generation / f"{INDEX_NAME}.tmp", ignore_errors=True)

    def switch(self, generation: Path) -> None:
        """Make `generation` the one that counts."""
        temporary = self.folder / f"{_CURRENT}.new"
        temporary.write_text(json.dumps({"generation": generation.name, **VERSIONS}), encoding="utf-8")
        os.replace(temporary, self.folder / _CURRENT)  # noqa: PTH105 - one call for both systems

    def sweep(self) -> None:
        """Remove generations that don't count; a file that another program still holds stays until next time."""
        try:
            kept = self.generation().name
        except IndexDamagedError:
            kept = ""
        for each in self.folder.glob("g-*"):
            if each.name != kept:
                _log.info("sweeping %s", each.name)
                shutil.rmtree(each, ignore_errors=True)
