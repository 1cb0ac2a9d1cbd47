"""How far one is with each contribution, at hand for all that shows one; and setting it from anywhere in the window."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.reading import ReadingState
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.reading_words import STATES, state_words

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.reading_states import StateChange


class ReadingStates(QObject):
    """One per window; take it with `of`. Reads the states after every opening and after every write of one."""

    changed = Signal()
    """Some contribution is in another state."""

    def __init__(self, session: Session) -> None:
        """Belong to `session`."""
        super().__init__(session)
        self._session = session
        self._states: dict[ContributionId, ReadingState] = {}
        self._reading: JobContext | None = None
        session.opened.connect(self._read)
        session.changed.connect(self._on_changed)
        if session.is_open:
            self._read()

    @staticmethod
    def of(session: Session) -> "ReadingStates":
        """Return the one of this session."""
        return session.findChild(ReadingStates) or ReadingStates(session)

    @property
    def is_settled(self) -> bool:
        """Tell whether all is read."""
        return self._reading is None

    def state(self, contribution: str) -> ReadingState | None:
        """Return the state of a contribution; None when it has none, or isn't read yet."""
        return self._states.get(ContributionId(contribution))

    def choose(self, ids: Collection[ContributionId], state: ReadingState | None) -> None:
        """Put contributions in a state (None: in none), tell so, and offer to undo it."""
        service = self._session.kennisbank.reading_states
        wanted = tuple(ids)

        def done(change: "StateChange") -> None:
            self._session.changed_by(change.changes)
            if change.changes:
                self._session.tell(self._told(state), self.tr("Undo"), lambda: self._undo(change))

        self._session.tasks.write(self, lambda _ctx: service.set(wanted, state), done, self._session.failed.emit)

    def turn(self, contribution: ContributionId) -> None:
        """Put a contribution in the next state: none, to read, reading, read, and none again."""
        order: list[ReadingState | None] = [None, *STATES]
        at = order.index(self.state(contribution))
        self.choose((contribution,), order[(at + 1) % len(order)])

    def begin(self, contribution: ContributionId) -> None:
        """Note that a contribution was opened: what was to be read is being read."""
        if self.state(contribution) != "to_read":
            return
        service, session = self._session.kennisbank.reading_states, self._session
        session.tasks.write(self, lambda _ctx: service.opened(contribution), session.changed_by, session.failed.emit)

    def suggest_read(self, contribution: ContributionId) -> None:
        """Offer to mark a contribution as read, in passing: somebody came to its end."""
        if self.state(contribution) != "read":
            words = self.tr("You have come to the end.")
            self._session.tell(words, self.tr("Mark as read"), lambda: self.choose((contribution,), "read"))

    def _told(self, state: ReadingState | None) -> str:
        if state is None:
            return self.tr("The reading mark was taken off.")
        return self.tr("Marked: {state}.").format(state=state_words(state))

    def _undo(self, change: "StateChange") -> None:
        service, session = self._session.kennisbank.reading_states, self._session
        session.tasks.write(self, lambda _ctx: service.undo(change), session.changed_by, session.failed.emit)

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.ids("reading_mark"):
            self._read()

    def _read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        service = self._session.kennisbank.reading_states
        self._reading = self._session.tasks.read(self, lambda _ctx: service.states(), self._show, self._fail)

    def _show(self, states: dict[ContributionId, ReadingState]) -> None:
        self._reading = None
        if states != self._states:
            self._states = states
            self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._reading = None
        self._session.failed.emit(error)
