"""The look in force: theme and metrics of the one application, and how to follow them.

`theme()`, `px()` and `font()` are for painting and laying out, on the GUI thread. Fonts and palettes reach widgets by
themselves (FontChange, PaletteChange); a length that a widget sets once goes through `follow`, which sets it anew when
the text size changes.
"""

import weakref
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont
from shiboken6 import isValid

from kennisbank.ui.metrics import BODY, FontSize, Metrics, font_of
from kennisbank.ui.theme import LIGHT, Theme


class Look(QObject):
    """Theme and metrics together; `changed` after either changed. Only `Appearance` calls `put`."""

    changed = Signal()

    def __init__(self) -> None:
        """Begin light, at 100 %."""
        super().__init__()
        self.theme = LIGHT
        self.metrics = Metrics()
        self._followers: dict[int, weakref.ref[QObject]] = {}

    def put(self, theme: Theme, metrics: Metrics) -> None:
        """Replace both and tell so, if anything differs."""
        if (theme, metrics) != (self.theme, self.metrics):
            self.theme, self.metrics = theme, metrics
            for each in tuple(self._followers.values()):
                owner = each()
                if owner is not None and isValid(owner):
                    for apply in getattr(owner, _APPLIED):
                        apply()
            self.changed.emit()

    def add(self, owner: QObject, apply: Callable[[], None]) -> None:
        """Call `apply` after each change while `owner` lives.

        A window has hundreds of these: a connection of a signal each would be the dearest part of making it. What is to
        be called is kept by its owner and goes with it; here only who they are is known, in the order they came.
        """
        applied = getattr(owner, _APPLIED, None)
        if applied is not None:
            applied.append(apply)
            return
        setattr(owner, _APPLIED, [apply])
        self._followers[id(owner)] = weakref.ref(owner, partial(self._forget, id(owner)))

    def _forget(self, number: int, gone: "weakref.ref[QObject]") -> None:
        if self._followers.get(number) is gone:  # the next object may have got the number meanwhile
            del self._followers[number]


_APPLIED = "_applied_looks"
"""What an owner calls the list of what it wants called."""


LOOK = Look()


def theme() -> Theme:
    """Return the theme in force."""
    return LOOK.theme


def metrics() -> Metrics:
    """Return the metrics in force."""
    return LOOK.metrics


def px(units: float) -> int:
    """Return a length of the design in device-independent pixels, at the text size in force."""
    return LOOK.metrics.px(units)


def font(size: FontSize = BODY, *, strong: bool = False, tabular: bool = False) -> QFont:
    """Return the system font in one of the five sizes (12, 13, 15, 20, 28), regular or 600."""
    return QFont(font_of(LOOK.metrics, size, strong=strong, tabular=tabular))


def follow(owner: QObject, apply: Callable[[], None]) -> None:
    """Call `apply` now, and again after each change of theme or text size while `owner` lives."""
    LOOK.add(owner, apply)
    apply()
