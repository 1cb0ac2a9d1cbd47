"""Saving what was mended by hand, with a way back."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.metadata import Field
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.catalogue import Edit


class MetadataSaving(QObject):
    """Writes fields by hand, tells so and offers to undo it."""

    saved = Signal(object)
    """The `Contribution` as it is now; also after an undo."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Write into the library of `session`."""
        super().__init__(parent)
        self._session = session

    def save(
        self, contribution: ContributionId, changes: Mapping[Field, object], then: Callable[[], object] | None = None
    ) -> None:
        """Save these fields; `then` is called once they are."""
        catalogue = self._session.kennisbank.catalogue

        def job(_ctx: JobContext) -> "tuple[Edit, Contribution]":
            return catalogue.edit(contribution, changes), catalogue.get(contribution)

        def done(answer: "tuple[Edit, Contribution]") -> None:
            edit, now = answer
            self._session.changed_by(edit.changes)
            self.saved.emit(now)
            title = now.metadata.values.title
            words = self.tr("Saved: %1").replace("%1", title if len(title) <= 60 else f"{title[:59]}…")
            self._session.tell(words, self.tr("Undo"), lambda: self._undo(edit))
            if then is not None:
                then()

        self._session.tasks.write(self, job, done, self._session.failed.emit)

    def _undo(self, edit: "Edit") -> None:
        catalogue = self._session.kennisbank.catalogue

        def job(_ctx: JobContext) -> tuple[ChangeSet, Contribution]:
            return catalogue.undo_edit(edit), catalogue.get(edit.contribution)

        def done(answer: tuple[ChangeSet, Contribution]) -> None:
            changes, now = answer
            self._session.changed_by(changes)
            self.saved.emit(now)
            self._session.tell(self.tr("Undone: the fields are as they were."))

        self._session.tasks.write(self, job, done, self._session.failed.emit)
