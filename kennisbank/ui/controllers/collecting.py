"""Putting things in dossiers from anywhere in the window; and which dossiers there are."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.dossier import Dossier, DossierEdit
from kennisbank.domain.ids import AnnotationId, ContributionId, DossierId, FileHash, PageNo
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.annotating import AnnotationService
    from kennisbank.services.dossiers import DossierService


@dataclass(frozen=True, slots=True)
class Collectable:
    """What is to be put in a dossier: annotations, else a passage, else whole contributions.

    A passage is of the first of `contributions`: `spans` are page, start and end in the raw text of `file`.
    """

    contributions: tuple[ContributionId, ...] = ()
    file: FileHash | None = None
    spans: tuple[tuple[PageNo, int, int], ...] = ()
    annotations: tuple[AnnotationId, ...] = ()
    remark: str = ""

    def __bool__(self) -> bool:
        """Tell whether there is anything to put there."""
        return bool(self.annotations or self.contributions)


class Collecting(QObject):
    """One per window. Reads the dossiers after every opening and after every write that touched one."""

    changed = Signal()
    """Other dossiers are there, or they have another name or number of lines."""
    collected = Signal(object)
    """Something was put in a dossier; with the `DossierEdit`."""

    def __init__(self, session: Session) -> None:
        """Belong to `session`; take the one there is with `of`."""
        super().__init__(session)
        self._session = session
        self._dossiers: tuple[Dossier, ...] = ()
        self._trashed: tuple[Dossier, ...] = ()
        self._reading: JobContext | None = None
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        if session.is_open:
            self._read()

    @staticmethod
    def of(session: Session) -> "Collecting":
        """Return that of this session."""
        return session.findChild(Collecting) or Collecting(session)

    @property
    def dossiers(self) -> tuple[Dossier, ...]:
        """Return the dossiers by name, those in the trash apart."""
        return self._dossiers

    @property
    def trashed(self) -> tuple[Dossier, ...]:
        """Return what lies in the trash, by name."""
        return self._trashed

    @property
    def is_settled(self) -> bool:
        """Tell whether all is read."""
        return self._reading is None

    def collect(self, what: Collectable, dossier: Dossier | None) -> None:
        """Put `what` at the end of a dossier (None: of a new one), tell so and offer to undo it."""
        kennisbank, name = self._session.kennisbank, self.tr("New dossier")

        def job(_ctx: JobContext) -> DossierEdit:
            made = kennisbank.dossiers.create(name).after if dossier is None else dossier
            target = made.id if made is not None else DossierId("")
            return put(kennisbank.dossiers, kennisbank.annotating, target, what)

        def done(edit: DossierEdit) -> None:
            self.tell_change(edit)
            self.collected.emit(edit)
            if dossier is None:
                naming = edit.dossier
                words = self.tr("It stands in a new dossier.")
                self._session.tell(words, self.tr("Name it"), lambda: self._name(naming))
            elif edit:
                words = self.tr("Added to “{name}”.").format(name=_short(dossier.name))
                self._session.tell(words, self.tr("Undo"), lambda: self.apply(edit.reversed))
            else:
                self._session.tell(self.tr("It stands in “{name}” already.").format(name=_short(dossier.name)))

        self._session.tasks.write(self, job, done, self._session.failed.emit)

    def apply(self, edit: DossierEdit) -> None:
        """Carry out an edit again, or take it back with its reverse."""
        service = self._session.kennisbank.dossiers
        self._session.tasks.write(
            self, lambda _ctx: service.apply(edit), self._session.changed_by, self._session.failed.emit
        )

    def tell_change(self, edit: DossierEdit) -> None:
        """Send round that a dossier was touched; nothing when it wasn't."""
        if edit:
            self._session.changed_by(ChangeSet((Change("dossier", edit.dossier, "updated"),)))

    def _name(self, dossier: DossierId) -> None:
        self._session.go("dossiers", dossier=dossier, naming=True)

    def _on_opened(self) -> None:
        self._dossiers = self._trashed = ()
        self.changed.emit()
        self._read()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.ids("dossier"):
            self._read()

    def _read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        service = self._session.kennisbank.dossiers

        def job(_ctx: JobContext) -> tuple[list[Dossier], list[Dossier]]:
            return service.all(), service.trashed()

        def show(found: tuple[list[Dossier], list[Dossier]]) -> None:
            self._reading = None
            self._dossiers, self._trashed = tuple(found[0]), tuple(found[1])
            self.changed.emit()

        self._reading = self._session.tasks.read(self, job, show, self._fail)

    def _fail(self, error: Exception) -> None:
        self._reading = None
        self._session.failed.emit(error)


def put(
    dossiers: "DossierService", annotating: "AnnotationService", target: DossierId, what: Collectable
) -> DossierEdit:
    """Put `what` at the end of a dossier. Runs on a pool thread."""
    from kennisbank.documents.anchoring import Span  # noqa: PLC0415 -- with the services: off the GUI thread

    if what.annotations:
        return dossiers.add_annotations(target, what.annotations)
    if what.file is not None and what.spans:
        anchor = annotating.anchor(what.file, [Span(*each) for each in what.spans])
        return dossiers.add_passage(target, what.contributions[0], anchor, remark=what.remark)
    return dossiers.add(target, what.contributions, remark=what.remark)


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:59]}…"
