"""What all views share: the open library, the task runner, the settings, and the requests that go round.

Views and controllers get a `Session` and nothing else. They never wait for it: before `opened` there is no library yet.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from kennisbank.config.settings import Settings, save_settings
from kennisbank.domain.changes import ChangeSet
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.navigation import Place
from kennisbank.ui.workers import TaskRunner

if TYPE_CHECKING:  # the services bring SQLAlchemy and Whoosh along: they are loaded on a pool thread, see `open`
    from kennisbank.bootstrap import Kennisbank

Opener = Callable[[Path | None], "Kennisbank"]


@dataclass(frozen=True, slots=True)
class Notice:
    """What was just done, in a sentence; `button` and `action` undo it. An error stays until dismissed."""

    text: str
    button: str = ""
    action: Callable[[], object] | None = None
    is_error: bool = False


class Session(QObject):
    """One per window. Lives on the GUI thread."""

    opened = Signal()
    """A library is open (also after a switch to another one): show what is in it."""
    open_failed = Signal(object)
    """The library could not be opened; with the exception."""
    changed = Signal(object)
    """Something was written; with the `ChangeSet`. Whoever shows it reads it again."""
    settings_changed = Signal(object)
    """The settings are others now; with the `Settings`."""
    place_requested = Signal(object)
    """Somebody wants to go somewhere; with the `Place`."""
    import_requested = Signal(object)
    """Files and folders are to be imported; with a tuple of `Path`."""
    scans_requested = Signal()
    """Somebody wants the scans to be read now."""
    told = Signal(object)
    """Something is to be told in passing; with the `Notice`."""
    failed = Signal(object)
    """A job failed and nobody nearer tells it; with the exception."""

    def __init__(
        self,
        tasks: TaskRunner,
        opener: Opener,
        *,
        settings: Settings | None = None,
        settings_file: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Begin without a library. `opener` runs on a pool thread; settings go to `settings_file` when there is one."""
        super().__init__(parent)
        self.tasks = tasks
        self._opener = opener
        self._settings = settings or Settings()
        self._settings_file = settings_file
        self._kennisbank: Kennisbank | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether a library is open."""
        return self._kennisbank is not None

    @property
    def kennisbank(self) -> "Kennisbank":
        """Return the open library with its services.

        Raises:
            RuntimeError: asked before `opened`: a bug in the caller.
        """
        if self._kennisbank is None:
            raise RuntimeError("no library is open yet")
        return self._kennisbank

    @property
    def settings(self) -> Settings:
        """Return the settings in force."""
        return self._settings

    def open(self, home: Path | None = None) -> None:
        """Open the library at `home` on a pool thread, in place of the one that is open; `opened` or `open_failed`."""

        def job(_ctx: JobContext) -> "Kennisbank":
            return self._opener(home)

        self.tasks.write(self, job, self._take, self.open_failed.emit)

    def go(self, view: str, **state: object) -> None:
        """Ask to go to a view: ``session.go("reader", contribution=id, file=hash, page=3)``."""
        self.place_requested.emit(Place(view, state))

    def tell(self, text: str, button: str = "", action: Callable[[], object] | None = None) -> None:
        """Say in passing what was done; `button` with `action` undoes it."""
        self.told.emit(Notice(text, button, action))

    def changed_by(self, changes: ChangeSet) -> None:
        """Send round what a write touched; nothing for an empty one."""
        if changes:
            self.changed.emit(changes)

    def change_settings(self, **values: Any) -> None:
        """Put these settings in force at once and save them."""
        settings = replace(self._settings, **values)
        if settings == self._settings:
            return
        self._settings = settings
        self.settings_changed.emit(settings)
        path = self._settings_file
        if path is not None:
            self.tasks.write(self, lambda _ctx: save_settings(path, settings), on_error=self.failed.emit)

    def close(self) -> None:
        """Let go of the library; call after the task runner was shut down."""
        if self._kennisbank is not None:
            kennisbank, self._kennisbank = self._kennisbank, None
            kennisbank.close()

    def _take(self, kennisbank: "Kennisbank") -> None:
        before, self._kennisbank = self._kennisbank, kennisbank
        if before is not None:
            # After the reads that may still use it: they were handed in before.
            self.tasks.write(self, lambda _ctx: before.close())
        self.opened.emit()
