"""The dossier that is shown: read off the GUI thread, changed one act after another, and every act taken back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.dossier import DossierEdit
from kennisbank.domain.ids import DossierId, DossierItemId
from kennisbank.errors import NotFoundError
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.collecting import Collecting
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.dossier_acts import DossierActs

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.dossier_places import OpenDossier
    from kennisbank.services.dossiers import DossierService

_Act = Callable[["DossierService"], DossierEdit]


class DossierEditing(QObject):
    """One per view. What was read is shown when no act is under way: it may be older than what one sees."""

    read = Signal(object)
    """The dossier as it is now; with the `OpenDossier`."""
    gone = Signal()
    """The dossier isn't there any more."""
    made = Signal(str)
    """A new dossier was made; with its id."""
    touched = Signal(str)
    """Something was taken back or done again in this dossier, which may not be the one that is shown; with its id."""
    stacked = Signal()
    """Other acts can be taken back or done again."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Change the dossiers of `session`."""
        super().__init__(parent)
        self._session, self._collecting = session, Collecting.of(session)
        self.acts = DossierActs()
        self._dossier = DossierId("")
        self._reading: JobContext | None = None
        self._under_way = 0
        self._is_waiting = False  # something is to be read once nothing is under way
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        self._collecting.collected.connect(self._push)

    @property
    def is_settled(self) -> bool:
        """Tell whether all is read and written."""
        return self._reading is None and not self._under_way

    def open(self, dossier: str) -> None:
        """Read a dossier, to be shown from now on; an empty id: none."""
        self._dossier = DossierId(dossier)
        self.acts.end_typing()
        self._read()

    def create(self, name: str) -> None:
        """Make a new one."""
        self._write(lambda service: service.create(name), lambda edit: self.made.emit(edit.dossier))

    def copy(self, dossier: DossierId) -> None:
        """Make one's own copy of one, such as another reader shares."""
        self._write(lambda service: service.copy(dossier), lambda edit: self.made.emit(edit.dossier))

    def rename(self, dossier: DossierId, name: str) -> None:
        """Give one another name."""
        self._write(lambda service: service.rename(dossier, name), typing=f"{dossier} name")

    def remark(self, dossier: DossierId, text: str) -> None:
        """Put a remark on the whole."""
        self._write(lambda service: service.remark(dossier, text), typing=f"{dossier} remark")

    def remark_item(self, dossier: DossierId, item: DossierItemId, text: str) -> None:
        """Put a remark on a line; one that has gone meanwhile is let be."""
        self._write(lambda service: service.remark_item(dossier, item, text), typing=item)

    def move(self, item: DossierItemId, position: int) -> None:
        """Put a line at another place, counted from 0 among the others."""
        dossier = self._dossier
        self._write(lambda service: service.move(dossier, item, position))

    def remove(self, item: DossierItemId) -> None:
        """Take a line out, tell so and offer to undo it."""
        dossier = self._dossier
        self._write(
            lambda service: service.remove(dossier, [item]),
            lambda _edit: self._tell(self.tr("Taken out of the dossier.")),
        )

    def trash(self, dossier: DossierId, name: str) -> None:
        """Put one in the trash, tell so and offer to undo it."""
        words = self.tr("“{name}” lies in the trash, which keeps it for 30 days.").format(name=name)
        self._write(lambda service: service.trash(dossier), lambda _edit: self._tell(words))

    def restore(self, dossier: DossierId) -> None:
        """Take one out of the trash."""
        self._write(lambda service: service.restore(dossier))

    def undo(self) -> None:
        """Take back the last act, whatever dossier it was about."""
        self._apply(self.acts.undo())

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._apply(self.acts.redo())

    def _apply(self, edit: DossierEdit | None) -> None:
        if edit is None:
            return

        def act(service: "DossierService") -> DossierEdit:
            service.apply(edit)
            return edit

        self._write(act, lambda done: self.touched.emit(done.dossier), is_new=False)

    def _tell(self, words: str) -> None:
        self._session.tell(words, self.tr("Undo"), self.undo)

    def _write(
        self,
        act: _Act,
        then: Callable[[DossierEdit], object] | None = None,
        *,
        typing: str = "",
        is_new: bool = True,
    ) -> None:
        if not self._session.is_open:  # the window is going, and so went the library
            return
        service = self._session.kennisbank.dossiers
        self._under_way += 1

        def done(edit: DossierEdit) -> None:
            self._under_way -= 1
            if is_new:
                self.acts.push(edit, typing)
            self.stacked.emit()
            self._collecting.tell_change(edit)
            if self._is_waiting:
                self._read()
            if then is not None:
                then(edit)

        self._session.tasks.write(self, lambda _ctx: act(service), done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._under_way -= 1
        self._read()
        if not isinstance(error, NotFoundError):  # what was changed here is no longer there: reading it again says so
            self._session.failed.emit(error)

    def _push(self, edit: DossierEdit) -> None:
        self.acts.push(edit)
        self.stacked.emit()

    def _on_opened(self) -> None:
        self.acts.clear()
        self.stacked.emit()

    def _on_changed(self, changes: ChangeSet) -> None:
        if self._dossier in changes.ids("dossier") or changes.ids("contribution") or changes.ids("text"):
            self._read()

    def _read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self._is_waiting = bool(self._under_way)
        if not self._dossier or self._is_waiting:
            return
        service, wanted = self._session.kennisbank.dossiers, self._dossier

        def show(opened: "OpenDossier") -> None:
            self._reading = None
            if self._under_way:
                self._is_waiting = True
            else:
                self.read.emit(opened)

        self._reading = self._session.tasks.read(self, lambda _ctx: service.open(wanted), show, self._on_unread)

    def _on_unread(self, error: Exception) -> None:
        self._reading = None
        if isinstance(error, NotFoundError):
            self.gone.emit()
        else:
            self._session.failed.emit(error)
