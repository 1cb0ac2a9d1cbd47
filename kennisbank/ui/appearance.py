"""Putting a look on the application: theme (also the system's) and text size, now and while running."""

from typing import Literal

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QToolTip

from kennisbank.ui.focus_ring import FocusRing
from kennisbank.ui.look import LOOK, font
from kennisbank.ui.metrics import metrics_for
from kennisbank.ui.style import KennisbankStyle
from kennisbank.ui.theme import CONTRAST, DARK, LIGHT, THEMES, Theme, palette_of

ThemeChoice = Literal["system", "light", "dark", "contrast"]


class Appearance(QObject):
    """Keeps the application in the chosen look; make one, after the QApplication and before any widget."""

    def __init__(self, application: QApplication, choice: ThemeChoice = "system", text_size: int = 100) -> None:
        """Style the application; `text_size` is in per cent of the platform's own font."""
        super().__init__(application)
        self._application = application
        self._platform_font = QFont(application.font())
        self._choice: ThemeChoice = choice
        self._text_size = text_size
        self._style = KennisbankStyle()
        application.setStyle(self._style)
        self._ring = FocusRing(application)
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        self._apply()

    @property
    def theme_choice(self) -> ThemeChoice:
        """Return what was chosen, which may be to follow the system."""
        return self._choice

    @property
    def text_size(self) -> int:
        """Return the text size in per cent."""
        return self._text_size

    def choose(self, choice: ThemeChoice, text_size: int) -> None:
        """Change the look of everything that is open; nothing is lost and nothing restarts."""
        self._choice, self._text_size = choice, text_size
        self._apply()

    @Slot()
    def _follow_system(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        theme = self._theme()
        LOOK.put(theme, metrics_for(self._platform_font, self._text_size))
        # Palette before font: FontChange makes layouts ask for sizes, and they ask the style, which is ready by now.
        self._application.setPalette(palette_of(theme))
        self._application.setFont(font())
        QToolTip.setPalette(palette_of(theme))
        QToolTip.setFont(font(12))
        for window in self._application.topLevelWidgets():
            window.update()

    def _theme(self) -> Theme:
        if self._choice != "system":
            return THEMES[self._choice]
        hints = self._application.styleHints()
        wish = getattr(getattr(hints, "accessibility", lambda: None)(), "contrastPreference", None)
        if wish is not None and wish().name == "HighContrast":
            return CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
