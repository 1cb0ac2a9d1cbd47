"""Lengths and fonts in the design's units, scaled by the platform's font size and the reader's text size.

The design is drawn for body text of 13 pixels on a line of 20. `px(n)` says how many pixels `n` of the design's are
here, so that at 200 % everything grows together and nothing is cut off.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from PySide6.QtGui import QFont, QFontInfo

FontSize = Literal[12, 13, 15, 20, 28]
LINE_HEIGHTS: dict[int, int] = {12: 16, 13: 20, 15: 24, 20: 28, 28: 36}
BODY: Final = 13
SMALLEST_TEXT, LARGEST_TEXT = 80, 200
"""Limits of the text size, in per cent."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """How the design's units map to this screen. `scale` is device-independent pixels per unit of the design."""

    scale: float = 1.0
    family: str = ""

    def px(self, units: float) -> int:
        """Return a length of the design in device-independent pixels; never 0 for a length above 0."""
        return max(1, round(units * self.scale)) if units > 0 else round(units * self.scale)

    def line(self, size: FontSize = BODY) -> int:
        """Return the height in pixels of a line of text of this size."""
        return self.px(LINE_HEIGHTS[size])


def metrics_for(platform_font: QFont, text_size: int) -> Metrics:
    """Return the metrics for the platform's own font and a text size in per cent (80 to 200, else clamped)."""
    body = max(BODY, QFontInfo(platform_font).pixelSize())
    percent = min(max(text_size, SMALLEST_TEXT), LARGEST_TEXT)
    return Metrics(body / BODY * percent / 100, platform_font.family())


@lru_cache(maxsize=256)
def font_of(metrics: Metrics, size: FontSize = BODY, *, strong: bool = False, tabular: bool = False) -> QFont:
    """Return the system font in one of the five sizes, regular or 600; `tabular` for figures that stand in columns."""
    font = QFont(metrics.family) if metrics.family else QFont()
    font.setPixelSize(max(1, round(size * metrics.scale)))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
