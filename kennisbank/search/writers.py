"""The child processes that build segments, and the protocol between them and the one that commits.

A child is a loop over one pipe: batches of documents come in, finished segments go out. It builds until it holds
`SEGMENT_WEIGHT` positions or is told to finish, so its memory is bounded; it never touches the table of contents. A
child that hears nothing for a while ends by itself. Batches go to whichever child has least to do, at most `_AHEAD` at
a time, so that none waits and no pipe fills up.
"""

import contextlib
import logging
import multiprocessing
import pickle
import sys
from collections.abc import Generator, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kennisbank.domain.passage import SearchDocument
from kennisbank.errors import StorageError
from kennisbank.search.analysis import Analyser
from kennisbank.search.built import Built
from kennisbank.search.codec import MappedStorage
from kennisbank.search.segment_builder import SegmentBuilder
from kennisbank.tasks.context import JobContext

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

_log = logging.getLogger(__name__)

SEGMENT_WEIGHT = 2_500_000
"""Positions a builder gathers before it writes: about 60 MB."""
_BATCH_PASSAGES = 250
_AHEAD = 2
_IDLE_S = 20.0

_Answer = tuple[Literal["done", "built", "finished", "failed"], object]


def build_here(folder: Path, documents: Iterable[SearchDocument], ctx: JobContext) -> Iterator[Built]:
    """Yield segments of `documents`, built in this process.

    Of two documents of one contribution the later counts: they never come into one segment.
    """
    analyser = Analyser()
    storage = MappedStorage(str(folder))
    builder = SegmentBuilder(analyser)
    seen: set[str] = set()
    for document in documents:
        ctx.check()
        if document.contribution in seen or builder.weight > SEGMENT_WEIGHT:
            yield Built(builder.write(storage), tuple(builder.contributions))
            builder, seen = SegmentBuilder(analyser), set()
        builder.add(document)
        seen.add(document.contribution)
    if seen:
        ctx.check()
        yield Built(builder.write(storage), tuple(builder.contributions))


class Writers:
    """A few child processes, started when they are first needed and again when they have gone."""

    def __init__(self, processes: int = 2) -> None:
        """Use up to `processes` children."""
        self._processes = max(1, processes)
        # Never fork under Qt: a copy of a process with threads may hang.
        self._context = (
            multiprocessing.get_context("spawn")
            if sys.platform == "win32"
            else multiprocessing.get_context("forkserver")
        )
        self._children: list[_Child] = []

    def build(self, folder: Path, documents: Iterable[SearchDocument], ctx: JobContext) -> Iterator[Built]:
        """Yield segments as they become whole, in no order; of a contribution that comes twice the later counts.

        Raises:
            StorageError: a child ended or could not write.
            Cancelled: `ctx` was asked to stop.
        """
        children = self._started()
        try:
            for each in children:
                each.send(("folder", str(folder)))
            seen: set[str] = set()
            for batch in _batches(documents):
                ctx.check()
                names = {each.contribution for each in batch}
                if seen & names:
                    yield from self._finish(children, folder)
                    seen.clear()
                seen |= names
                child = yield from self._free_child(children, folder)
                child.send(("add", batch))
                child.ahead += 1
            yield from self._finish(children, folder)
        except BaseException:
            self.close()  # a child may be in the middle of a batch that nobody wants
            raise

    def _started(self) -> list["_Child"]:
        alive = [each for each in self._children if each.is_alive()]
        for each in self._children:
            if each not in alive:
                each.end()
        while len(alive) < self._processes:
            alive.append(_Child(self._context))
        self._children = alive
        return alive

    def _free_child(self, children: list["_Child"], folder: Path) -> Generator[Built, None, "_Child"]:
        while True:
            free = min(children, key=lambda each: each.ahead)
            if free.ahead < _AHEAD:
                return free
            yield from self._answers(children, folder)

    def _finish(self, children: list["_Child"], folder: Path) -> Iterator[Built]:
        for each in children:
            each.send(("finish", None))
            each.is_finishing = True
        while any(each.is_finishing for each in children):
            yield from self._answers(children, folder)

    def _answers(self, children: list["_Child"], folder: Path) -> Iterator[Built]:
        """Take in what children have to say; waits for the first."""
        ready = wait([each.pipe for each in children])
        for child in [each for each in children if each.pipe in ready]:
            try:
                kind, value = child.pipe.recv()
            except (EOFError, OSError, pickle.UnpicklingError) as error:
                raise StorageError(folder, "a writing process ended") from error
            match kind:
                case "done":
                    child.ahead -= 1
                case "built":
                    assert isinstance(value, Built)
                    yield value
                case "finished":
                    child.is_finishing = False
                case _:
                    raise StorageError(folder, str(value))

    def close(self) -> None:
        """End the children at once; segments they were building are named by nothing."""
        for each in self._children:
            each.end()
        self._children = []


class _Child:
    """One child as its parent sees it."""

    def __init__(self, context: "SpawnContext | ForkServerContext") -> None:
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), name="kennisbank-index", daemon=True)
        self._process.start()
        theirs.close()
        self.ahead = 0
        self.is_finishing = False

    def send(self, message: tuple[str, object]) -> None:
        """Send a message; a broken pipe is noticed when the answer is read."""
        with contextlib.suppress(OSError):
            self.pipe.send(message)

    def is_alive(self) -> bool:
        """Tell whether it still listens: one that has been idle for long says so by ending."""
        return self._process.is_alive() and not self.pipe.poll()

    def end(self) -> None:
        """End it now."""
        self.pipe.close()
        self._process.terminate()
        self._process.join(5)


def _batches(documents: Iterable[SearchDocument]) -> Iterator[list[SearchDocument]]:
    batch: list[SearchDocument] = []
    passages = 0
    names: set[str] = set()
    for document in documents:
        if batch and (passages >= _BATCH_PASSAGES or document.contribution in names):
            yield batch
            batch, passages, names = [], 0, set()
        batch.append(document)
        names.add(document.contribution)
        passages += len(document.passages) + 1
    if batch:
        yield batch


def _serve(pipe: "Connection[_Answer, tuple[str, object]]") -> None:
    """Run a child: build what comes, until the parent goes or nothing comes for a while."""
    analyser = Analyser()
    builder = SegmentBuilder(analyser)
    storage = MappedStorage("")
    is_busy = False
    with contextlib.suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        while is_busy or pipe.poll(_IDLE_S):
            kind, value = pipe.recv()
            try:
                if kind == "folder":
                    storage, builder, is_busy = MappedStorage(str(value)), SegmentBuilder(analyser), True
                elif kind == "add":
                    for document in value:  # type: ignore[attr-defined]
                        builder.add(document)
                    if builder.weight > SEGMENT_WEIGHT:
                        builder = _hand_over(pipe, builder, storage, analyser)
                    pipe.send(("done", None))
                else:
                    builder = _hand_over(pipe, builder, storage, analyser)
                    is_busy = False
                    pipe.send(("finished", None))
            except OSError as error:
                pipe.send(("failed", str(error)))
                return
            except Exception as error:  # noqa: BLE001 - reported
                # The edge of a process: whatever goes wrong is told to the parent, which reports it as its own.
                _log.exception("building a segment failed")
                pipe.send(("failed", repr(error)))
                return


def _hand_over(
    pipe: "Connection[_Answer, tuple[str, object]]", builder: SegmentBuilder, storage: MappedStorage, analyser: Analyser
) -> SegmentBuilder:
    if builder.contributions:
        pipe.send(("built", Built(builder.write(storage), tuple(builder.contributions))))
        return SegmentBuilder(analyser)
    return builder
