"""Every pair of colours that meets on the screen is far enough apart, in every theme."""

import pytest
from PySide6.QtGui import QPalette

from kennisbank.ui.theme import CONTRAST, DARK, LIGHT, THEMES, TOKEN_NAMES, Theme, contrast, palette_of

GROUNDS = ("window", "surface", "sunken", "hover", "accent_soft")
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for ground in GROUNDS for text in ("text", "text_2", "accent", "accent_2")),
    ("on_accent", "accent"),
    ("on_accent", "accent_2"),
    *((state, ground) for state in ("ok", "warn", "bad") for ground in ("window", "surface", "hover", "accent_soft")),
    *((state, f"{state}_soft") for state in ("ok", "warn", "bad")),
    *((text, f"{state}_soft") for text in ("text", "text_2") for state in ("ok", "warn", "bad")),
    ("ink", "paper"),
    ("on_hit", "hit"),
    ("hit_line", "paper"),
    *(("on_mark", f"mark_{n}") for n in range(1, 5)),
)
EDGE_PAIRS: tuple[tuple[str, str], ...] = (
    *(("line_strong", ground) for ground in ("window", "surface", "hover")),
    *(("focus", ground) for ground in GROUNDS),
    *(("disabled", ground) for ground in ("window", "surface")),
    *((f"mark_{n}_line", ground) for n in range(1, 5) for ground in ("paper", "window", "surface")),
)
themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


@themes
@pytest.mark.parametrize(("front", "ground"), TEXT_PAIRS)
def test_text_stands_out_by_at_least_4_5(theme: Theme, front: str, ground: str) -> None:
    assert contrast(getattr(theme, front), getattr(theme, ground)) >= 4.5


@themes
@pytest.mark.parametrize(("front", "ground"), EDGE_PAIRS)
def test_edges_and_rules_stand_out_by_at_least_3(theme: Theme, front: str, ground: str) -> None:
    assert contrast(getattr(theme, front), getattr(theme, ground)) >= 3.0


def test_every_token_but_decoration_is_measured() -> None:
    measured = {name for pair in (*TEXT_PAIRS, *EDGE_PAIRS) for name in pair}
    assert set(TOKEN_NAMES) - measured == {"line"}


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast(CONTRAST.window, CONTRAST.text) == pytest.approx(21)


@themes
def test_palette_carries_the_tokens_in_every_group(theme: Theme) -> None:
    palette = palette_of(theme)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        assert palette.color(group, QPalette.ColorRole.Window) == theme.window
        assert palette.color(group, QPalette.ColorRole.PlaceholderText) == theme.text_2
        assert palette.color(group, QPalette.ColorRole.Highlight) == theme.accent
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText) == theme.disabled


def test_a_theme_knows_whether_it_is_dark() -> None:
    assert (LIGHT.is_dark, DARK.is_dark, CONTRAST.is_dark) == (False, True, True)
