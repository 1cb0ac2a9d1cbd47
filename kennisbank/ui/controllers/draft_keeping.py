"""Drafts of forms, for all of the window: written down in the order of typing, and known here before they are."""

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.correspondence import Draft
from kennisbank.domain.moments import now
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session

Key = tuple[str, str, str]
"""What tells drafts from one another: `Draft.key`."""


class DraftKeeping(QObject):
    """One per window; take it with `of`. What was read before a draft was written never takes its place."""

    kept = Signal(object)
    """A `Draft` is in the library, as it was handed over."""
    not_kept = Signal(object)
    """A `Draft` couldn't be written; why was told."""
    forgotten = Signal()
    """Somebody else is logged in, or nobody: what is shown was another's."""

    def __init__(self, session: Session) -> None:
        """Keep them in the library of `session`."""
        super().__init__(session)
        self._session = session
        self._handed: dict[Key, Draft] = {}
        self._pending: Counter[Key] = Counter()
        self._viewer: str | None = None
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        reading = ArchiveReading.of(session)
        reading.shown.connect(lambda _facts: self._on_facts())
        if reading.is_settled and session.is_open:
            self._on_facts()

    @staticmethod
    def of(session: Session) -> "DraftKeeping":
        """Return the one of this session."""
        return session.findChild(DraftKeeping) or DraftKeeping(session)

    def keep(self, draft: Draft) -> None:
        """Write a draft down as it is now; without a library, at the very end, there is nowhere to."""
        if not self._session.is_open:
            return
        key, drafts = draft.key, self._session.kennisbank.drafts
        self._handed[key] = Draft(draft.kind, draft.contribution, draft.about, draft.words, now())
        self._pending[key] += 1

        def done(_changes: ChangeSet) -> None:
            self._pending[key] -= 1
            self.kept.emit(draft)

        def failed(error: Exception) -> None:
            self._pending[key] -= 1
            self.not_kept.emit(draft)
            self._session.failed.emit(error)

        # Nobody is told of the change: each pause in typing is one, and only who types it has it on show.
        self._session.tasks.write(self, lambda _ctx: drafts.save(draft), done, failed)

    def at_hand(self, read: Iterable[Draft]) -> Mapping[Key, Draft]:
        """Return the drafts that were read as they are now, with what was handed over meanwhile."""
        found = {each.key: each for each in read} | self._handed
        return {key: each for key, each in found.items() if any(text.strip() for text in each.words.values())}

    def _on_changed(self, changes: ChangeSet) -> None:
        """Trust the library again in what it has of this window: something was said, or taken back."""
        if changes.ids("act"):
            self._handed = {key: each for key, each in self._handed.items() if self._pending[key] > 0}

    def _on_opened(self) -> None:
        self._viewer = None
        self._forget()

    def _on_facts(self) -> None:
        account = ArchiveReading.of(self._session).facts.account
        viewer = account.id if account is not None else ""
        if self._viewer is not None and viewer != self._viewer:
            self._forget()
        self._viewer = viewer

    def _forget(self) -> None:
        self._handed.clear()
        self._pending.clear()
        self.forgotten.emit()
