"""The keys of an open paper, wherever in its tab the keyboard is."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Act = Callable[[], object]


def add_keys(owner: QWidget, keys: Iterable[tuple[str, Act]]) -> None:
    """Let each key do its act while the keyboard is in `owner` or in anything in it."""
    for name, act in keys:
        shortcut = QShortcut(QKeySequence(name), owner)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
