"""The four named marks as colours, for formats that know no names: PDF, XFDF."""

from collections.abc import Mapping
from types import MappingProxyType

FILLS: Mapping[str, str] = MappingProxyType(
    {"yellow": "#fff2a8", "green": "#cbefd0", "blue": "#cde5fb", "pink": "#fbd3e4"}
)
"""What is laid over the words: light, so that they stay readable whatever a viewer makes of it."""
LINES: Mapping[str, str] = MappingProxyType(
    {"yellow": "#806500", "green": "#1f7a3a", "blue": "#1b64a8", "pink": "#b0296b"}
)
"""What is drawn as a line, under, through or around: dark enough to be seen on white paper."""
_NAMES = {rgb: name for table in (FILLS, LINES) for name, rgb in table.items()}


def named_colour(rgb: str) -> str:
    """Return which of the four marks ``#rrggbb`` is exactly; any other colour comes back as it was."""
    return _NAMES.get(rgb.lower(), rgb)


def as_rgb(colour: str, *, is_line: bool = False) -> str:
    """Return ``#rrggbb`` of one of the four marks, as a fill or as a line; any other colour comes back as it was."""
    return (LINES if is_line else FILLS).get(colour, colour)
