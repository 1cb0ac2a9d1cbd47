"""The backup of the day: looked after when a library opens, and while it is open, without anybody waiting for it."""

from PySide6.QtCore import QObject, QTimer

from kennisbank.ui.controllers.session import Session

_START_MS = 20_000
"""After the library opened: what the reader came for goes first."""
_AGAIN_MS = 60 * 60 * 1000


class DailyBackups(QObject):
    """One per window."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Follow `session`."""
        super().__init__(parent)
        self._session = session
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        session.opened.connect(lambda: self._timer.start(_START_MS))
        if session.is_open:
            self._timer.start(_START_MS)

    def look(self) -> None:
        """Have the backup of the day made, if it is due."""
        self._timer.start(_AGAIN_MS)
        if self._session.is_open:
            keeping = self._session.kennisbank.keeping
            self._session.tasks.read(self, keeping.back_up_if_due)
