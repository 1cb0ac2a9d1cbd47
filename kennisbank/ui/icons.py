"""Icons: one SVG each, filled when painted with the theme's colour for its state, sharp on every screen.

`icon("search")` follows theme and state by itself: text colour, the accent when on, the disabled colour when off, the
colour on the accent inside a primary button. A fixed tone (``icon("warn", "warn")``) is for icons that carry a state.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from kennisbank.resources import resource
from kennisbank.ui.look import theme


class _Engine(QIconEngine):
    """Draws one SVG in the colour that mode, state and theme ask for."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name = name
        self._tone = tone

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        _renderer(self._name, self._colour(mode, state).name()).render(painter, QRectF(rect))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return _picture(self._name, self._colour(mode, state).name(), size.width(), size.height())

    @override
    def clone(self) -> QIconEngine:
        copy = _Engine(self._name, self._tone)
        _KEPT.append(copy)
        return copy

    @override
    def key(self) -> str:
        return "kennisbank"

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        t = theme()
        if mode == QIcon.Mode.Disabled:
            return t.disabled
        if mode == QIcon.Mode.Selected:
            return t.on_accent
        if self._tone:
            colour: QColor = getattr(t, self._tone)
            return colour
        return t.accent if state == QIcon.State.On else t.text


_KEPT: list[QIconEngine] = []
"""Engines that Qt holds by a bare pointer: Python must not let go of them."""


@lru_cache(maxsize=256)
def icon(name: str, tone: str = "") -> QIcon:
    """Return the icon of this name (`resources/icons/NAME.svg`); `tone` is a token of `Theme`, such as ``warn``."""
    engine = _Engine(name, tone)
    _KEPT.append(engine)
    return QIcon(engine)


def draw_icon(painter: QPainter, rect: QRect | QRectF, name: str, colour: QColor) -> None:
    """Draw an icon into a square in this very colour, for delegates and own paint."""
    _renderer(name, colour.name()).render(painter, QRectF(rect))


def icon_names() -> tuple[str, ...]:
    """Return the names of all icons, sorted."""
    return tuple(sorted(path.stem for path in resource("icons").glob("*.svg")))


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    source = (resource("icons") / f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return renderer


@lru_cache(maxsize=1024)
def _picture(name: str, colour: str, width: int, height: int) -> QPixmap:
    """Return a picture of `width` x `height` device pixels."""
    picture = QPixmap(width, height)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _renderer(name, colour).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return picture
