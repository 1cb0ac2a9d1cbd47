"""The one argument that long work takes: it reports through it and asks it whether to go on.

Knows nothing of Qt or terminals: the window shows what is reported, the command line prints it, a test records it
or cancels at step n.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from kennisbank.errors import Cancelled


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: `done` of `total` steps (0 = not known yet), in `stage`, now at `item`."""

    stage: str
    done: int = 0
    total: int = 0
    item: str = ""


class JobContext:
    """Carries progress out of a job and the wish to stop into it. Safe to share between threads."""

    def __init__(self, on_progress: Callable[[Progress], None] | None = None) -> None:
        """Call `on_progress` on the job's own thread with every report."""
        self._on_progress = on_progress
        self._cancelled = Event()

    def report(self, progress: Progress) -> None:
        """Tell how far the job is; cheap enough for every file, not for every word."""
        if self._on_progress is not None:
            self._on_progress(progress)

    def cancel(self) -> None:
        """Ask the job to stop at its next check; from any thread, any number of times."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Tell whether the job was asked to stop."""
        return self._cancelled.is_set()

    def check(self) -> None:
        """Return, unless the job was asked to stop.

        Raises:
            Cancelled: somebody called `cancel`; the caller leaves everything as its last committed step left it.
        """
        if self._cancelled.is_set():
            raise Cancelled

    def pause(self, seconds: float) -> None:
        """Wait on the job's own thread; a wish to stop ends the waiting at once.

        Raises:
            Cancelled: somebody called `cancel`.
        """
        self._cancelled.wait(seconds)
        self.check()
