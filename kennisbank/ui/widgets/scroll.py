"""A page that scrolls when there is more than fits, as there is at 200 % text."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


class Scroll(QScrollArea):
    """Shows `page` as wide as there is room, and follows the keyboard: what has the focus is never out of sight."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        """Scroll `page`, which keeps the ground of what it stands on."""
        super().__init__(parent)
        self.page = page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(page)
        page.setAutoFillBackground(False)
        _Sight.keep()


class _Sight(QObject):
    """Follows the keyboard for all pages of the application: one connection, however many there are."""

    @classmethod
    def keep(cls) -> None:
        """Begin, unless it was begun."""
        application = QApplication.instance()
        if isinstance(application, QApplication) and application.findChild(cls) is None:
            cls(application)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusChanged.connect(self._show)

    def _show(self, _old: QWidget | None, new: QWidget | None) -> None:
        above = new.parentWidget() if new is not None else None
        while above is not None:
            if isinstance(above, Scroll) and new is not None:
                above.ensureWidgetVisible(new, 16, 16)
            above = above.parentWidget()
