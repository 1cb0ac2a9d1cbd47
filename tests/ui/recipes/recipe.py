"""A recipe: a name for the picture, and what to do with a fresh window until it stands there."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from kennisbank.ui.controllers.session import Session
from kennisbank.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Stage:
    """A window on a library in a scratch home, shown and settled."""

    window: MainWindow
    session: Session

    def settle(self, condition: Callable[[], bool] | None = None, limit_ms: int = 60_000) -> None:
        """Run the event loop until no job runs and `condition` holds.

        Raises:
            TimeoutError: it did not within `limit_ms`.
        """
        loop, timer, left = QEventLoop(), QTimer(), QTimer()

        def look() -> None:
            if self.session.tasks.is_idle and (condition is None or condition()):
                loop.quit()

        timer.timeout.connect(look)
        left.setSingleShot(True)
        left.timeout.connect(lambda: loop.exit(1))
        timer.start(5)
        left.start(limit_ms)
        try:
            if loop.exec():
                raise TimeoutError("the window did not come to rest")
        finally:
            timer.stop()  # whoever gave up must not go on asking a window that is gone
            left.stop()
        QApplication.sendPostedEvents()


@dataclass(frozen=True, slots=True)
class Recipe:
    """`show` brings the window to the state of the picture `name`.

    `library` says which library the window gets: ``empty``, or ``example`` (some contributions, indexed). `is_walked`:
    it shows controls that no other does, so that it is worth a walk through what assistive technology sees.
    """

    name: str
    show: Callable[[Stage], None]
    library: str = "empty"
    is_walked: bool = True


def all_recipes() -> list[Recipe]:
    """Return the recipes of all modules beside this one, by name."""
    found: list[Recipe] = []
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        make = getattr(importlib.import_module(f"{__package__}.{module.name}"), "recipes", None)
        if make is not None:
            found.extend(make())
    return sorted(found, key=lambda each: each.name)
