"""Buttons: one primary a view, secondary ones, quiet ones, links; and buttons that are only an icon."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from kennisbank.ui.icons import icon
from kennisbank.ui.look import follow, font, px

ButtonKind = Literal["primary", "secondary", "quiet", "link"]


class Button(QPushButton):
    """A button with words. `key_hint` shows the key that does the same; give the shortcut itself to an action."""

    def __init__(
        self,
        text: str = "",
        kind: ButtonKind = "secondary",
        *,
        icon_name: str = "",
        small: bool = False,
        key_hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a button; `small` is 24 high with 12-point words."""
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setProperty("kind", kind)
        self.setProperty("small", small)
        self.setProperty("key_hint", key_hint)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon_name:
            self.setIcon(icon(icon_name, "accent" if kind == "link" else ""))
        follow(self, self._scale)

    @property
    def kind(self) -> ButtonKind:
        """Return what this button is."""
        return self.property("kind")  # type: ignore[no-any-return]

    def set_icon(self, name: str, tone: str = "") -> None:
        """Show another icon."""
        self.setIcon(icon(name, tone) if name else QIcon())

    def _scale(self) -> None:
        small = bool(self.property("small"))
        self.setFont(font(12 if small else 13, strong=self.kind == "primary"))
        side = px(16 if small else 20)
        self.setIconSize(QSize(side, side))
        self.updateGeometry()


class IconButton(QToolButton):
    """A button that is an icon; its `name` is read aloud and shown as tooltip, with its keys."""

    def __init__(
        self,
        icon_name: str,
        name: str = "",
        *,
        keys: str = "",
        checkable: bool = False,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a button that is 32 square, or 24 when `small`."""
        super().__init__(parent)
        self._keys, self._small = keys, small
        self.setProperty("small", small)
        self.setIcon(icon(icon_name))
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_name(name)
        follow(self, self._scale)

    def set_name(self, name: str) -> None:
        """Change what it is called, in the language in force."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({self._keys})" if self._keys else name)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self.setIcon(icon(name))

    def _scale(self) -> None:
        side = px(16 if self._small else 20)
        self.setIconSize(QSize(side, side))
        self.updateGeometry()
