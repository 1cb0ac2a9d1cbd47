"""The look in force: theme and metrics of the one application, and how to follow them.

`theme()`, `px()` and `font()` are for painting and laying out, on the GUI thread. Fonts and palettes reach widgets by
themselves (FontChange, PaletteChange); a length that a widget sets once goes through `follow`, which sets it anew when
the text size changes.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QFont

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

    def put(self, theme: Theme, metrics: Metrics) -> None:
        """Replace both and tell so, if anything differs."""
        if (theme, metrics) != (self.theme, self.metrics):
            self.theme, self.metrics = theme, metrics
            self.changed.emit()


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


class _Follower(QObject):
    """Lives as long as its owner, and so does its connection."""

    def __init__(self, owner: QObject, apply: Callable[[], None]) -> None:
        super().__init__(owner)
        self._apply = apply
        LOOK.changed.connect(self.run)

    @Slot()
    def run(self) -> None:
        self._apply()


def follow(owner: QObject, apply: Callable[[], None]) -> None:
    """Call `apply` now, and again after each change of theme or text size while `owner` lives."""
    _Follower(owner, apply)
    apply()
