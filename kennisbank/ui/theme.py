"""The colours of the program: one frozen `Theme` for light, dark and high contrast, and its `QPalette`.

Every literal colour of the program stands in this file. `tests/ui/test_theme.py` measures the pairs: text at
least 4.5:1, edges, rules and disabled text at least 3:1. Tokens with a palette role reach widgets by the palette; the
others are read from `appearance.theme()` when painting.
"""

from dataclasses import dataclass, fields
from typing import Literal

from PySide6.QtGui import QColor, QPalette

ThemeName = Literal["light", "dark", "contrast"]
BadgeTone = Literal["quiet", "accent", "ok", "warn", "bad"]
"""The colours of a badge: a state colour always comes with an icon and a word."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colour tokens of one theme. Treat the colours as read-only.

    Grounds: `window`, `surface` (cards, fields, panels), `sunken` (behind pages, troughs), `hover`. `line` is for
    decoration, `line_strong` for the edges of controls. `*_soft` stand behind the colour of the same name. `paper` and
    `ink` are what white and black of a page become. Marks 1 to 4 are yellow, green, blue, pink; their lines are drawn
    solid, dashed, dotted and double, so that none needs its colour.
    """

    name: ThemeName
    window: QColor
    surface: QColor
    sunken: QColor
    hover: QColor
    line: QColor
    line_strong: QColor
    text: QColor
    text_2: QColor
    disabled: QColor
    accent: QColor
    accent_2: QColor
    on_accent: QColor
    accent_soft: QColor
    focus: QColor
    ok: QColor
    ok_soft: QColor
    warn: QColor
    warn_soft: QColor
    bad: QColor
    bad_soft: QColor
    paper: QColor
    ink: QColor
    hit: QColor
    hit_line: QColor
    on_hit: QColor
    mark_1: QColor
    mark_2: QColor
    mark_3: QColor
    mark_4: QColor
    mark_1_line: QColor
    mark_2_line: QColor
    mark_3_line: QColor
    mark_4_line: QColor
    on_mark: QColor

    @property
    def is_dark(self) -> bool:
        """Tell whether text is lighter than its ground."""
        return self.text.lightness() > self.window.lightness()

    def mark(self, number: int) -> QColor:
        """Return the fill of mark 1 to 4."""
        return (self.mark_1, self.mark_2, self.mark_3, self.mark_4)[number - 1]

    def mark_line(self, number: int) -> QColor:
        """Return the rule of mark 1 to 4."""
        return (self.mark_1_line, self.mark_2_line, self.mark_3_line, self.mark_4_line)[number - 1]


_TOKENS = """
window       #F2F4F3 #14181A #000000
surface      #FFFFFF #1C2123 #000000
sunken       #E4E8E7 #0E1112 #000000
hover        #EDF2F2 #252C2E #262626
line         #D6DCDB #333B3D #8C8C8C
line_strong  #77827F #7A8588 #FFFFFF
text         #182023 #E8ECEC #FFFFFF
text_2       #4C575A #B0BABC #FFFFFF
disabled     #727C7F #7F898C #A6A6A6
accent       #0B5F73 #74C5D7 #6FE3FF
accent_2     #084A5A #93D5E3 #B5F1FF
on_accent    #FFFFFF #062028 #000000
accent_soft  #DDEEF1 #17363E #00303B
focus        #0B5F73 #9BE3F2 #FFE600
ok           #17683A #7ED19A #7CFF9B
ok_soft      #DFF1E5 #16321F #000000
warn         #7A4B00 #F0BE6A #FFD24A
warn_soft    #FBEBCF #3A2B0E #000000
bad          #A8201A #FF9C92 #FFA69D
bad_soft     #FBE3E0 #45201D #000000
paper        #FFFFFF #23292B #000000
ink          #182023 #DFE4E3 #FFFFFF
hit          #FFD48A #7A4A00 #FFB000
hit_line     #9A4A00 #FFB454 #FFFFFF
on_hit       #182023 #FFFFFF #000000
mark_1       #FFF2A8 #574B00 #FFF04D
mark_2       #CBEFD0 #1C4A2B #7DF59A
mark_3       #CDE5FB #17456B #8CCBFF
mark_4       #FBD3E4 #61264A #FF9CCB
mark_1_line  #806500 #E5C93A #FFFFFF
mark_2_line  #1F7A3A #7BD394 #FFFFFF
mark_3_line  #1B64A8 #84BFF5 #FFFFFF
mark_4_line  #B0296B #F397C4 #FFFFFF
on_mark      #182023 #F2F5F5 #000000
"""


def _column(name: ThemeName, number: int) -> Theme:
    rows = [line.split() for line in _TOKENS.strip().splitlines()]
    colours = {row[0]: QColor(row[number]) for row in rows}
    return Theme(name=name, **colours)


LIGHT = _column("light", 1)
DARK = _column("dark", 2)
CONTRAST = _column("contrast", 3)
THEMES: dict[ThemeName, Theme] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.PlaceholderText, "text_2"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "bad"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "hover"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "line_strong"),
    (QPalette.ColorRole.Shadow, "line_strong"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent_2"),
    (QPalette.ColorRole.ToolTipBase, "surface"),
    (QPalette.ColorRole.ToolTipText, "text"),
)
_DISABLED_TEXT = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.PlaceholderText,
    QPalette.ColorRole.Link,
)


def palette_of(theme: Theme) -> QPalette:
    """Return the theme as a palette, the same for active and inactive windows.

    Second-line text is ``PlaceholderText``, an error's text ``BrightText``, hairlines ``Mid`` and the edges of controls
    ``Dark``.
    """
    palette = QPalette()
    for role, token in _ROLES:
        palette.setColor(QPalette.ColorGroup.All, role, getattr(theme, token))
    for role in _DISABLED_TEXT:
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.disabled)
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, theme.disabled)
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Accent, theme.disabled)
    return palette


def contrast(one: QColor, other: QColor) -> float:
    """Return the WCAG contrast ratio of two opaque colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


TOKEN_NAMES: tuple[str, ...] = tuple(each.name for each in fields(Theme) if each.name != "name")
