"""What the rail shows beside its words: which views are somebody's to see, and how much waits in each."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from kennisbank.ui.controllers.session import Session


class RailFacts(QObject):
    """One per window; take it with `of`. Controllers tell it what they know; the rail follows."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        """Belong to `session`; nothing is known yet."""
        super().__init__(session)
        self._known: dict[str, tuple[bool, int]] = {}

    @staticmethod
    def of(session: Session) -> "RailFacts":
        """Return the one of this session."""
        return session.findChild(RailFacts) or RailFacts(session)

    @property
    def known(self) -> Mapping[str, tuple[bool, int]]:
        """Return by view whether it is to be seen, and how much waits in it."""
        return self._known

    def tell(self, view: str, *, is_shown: bool = True, count: int = 0) -> None:
        """Say of a view of the rail whether it is to be seen, and how much waits there."""
        if self._known.get(view) != (is_shown, count):
            self._known[view] = (is_shown, count)
            self.changed.emit()
