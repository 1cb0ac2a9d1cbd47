"""Letting others see a note or a dossier, and no longer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kennisbank.domain.annotation import AnnotationEdit
from kennisbank.domain.audience import Audience
from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.dossier import DossierEdit
from kennisbank.domain.ids import AnnotationId, DossierId
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.audience_words import AudienceWords

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.bootstrap import Kennisbank

Thing = AnnotationId | DossierId


@dataclass(frozen=True, slots=True)
class Shared:
    """What is to be shared, as it is now. `is_owned`: an account has it; `is_logged_in`: somebody is logged in."""

    audience: Audience
    is_owned: bool
    is_logged_in: bool


class Sharing(QObject):
    """One per window. What fails goes to `failed` as given, so that what was typed stays."""

    def __init__(self, session: Session) -> None:
        """Belong to `session`; take the one there is with `of`."""
        super().__init__(session)
        self._session = session
        self._words = AudienceWords(self)

    @staticmethod
    def of(session: Session) -> "Sharing":
        """Return that of this session."""
        return session.findChild(Sharing) or Sharing(session)

    def ask_annotation(self, annotation: AnnotationId, done: Callable[[Shared], object]) -> None:
        """Read how an annotation is shared."""
        self._ask(lambda kennisbank: kennisbank.annotating.get(annotation), done)

    def ask_dossier(self, dossier: DossierId, done: Callable[[Shared], object]) -> None:
        """Read how a dossier is shared."""
        self._ask(lambda kennisbank: kennisbank.dossiers.get(dossier), done)

    def share_annotation(
        self,
        annotation: AnnotationId,
        audience: Audience,
        done: Callable[[], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Share it so, tell it, and offer to take that back."""
        kennisbank = self._session.kennisbank

        def ended(edit: AnnotationEdit) -> None:
            self._tell(
                Change("annotation", annotation, "updated"),
                audience,
                lambda: kennisbank.annotating.apply(edit.reversed),
            )
            done()

        self._session.tasks.write(self, lambda _ctx: kennisbank.annotating.share([annotation], audience), ended, failed)

    def share_dossier(
        self, dossier: DossierId, audience: Audience, done: Callable[[], object], failed: Callable[[Exception], object]
    ) -> None:
        """Share it so, tell it, and offer to take that back."""
        kennisbank = self._session.kennisbank

        def ended(edit: DossierEdit) -> None:
            self._tell(
                Change("dossier", dossier, "updated"), audience, lambda: kennisbank.dossiers.apply(edit.reversed)
            )
            done()

        self._session.tasks.write(self, lambda _ctx: kennisbank.dossiers.share(dossier, audience), ended, failed)

    def _ask(self, get: "Callable[[Kennisbank], object]", done: Callable[[Shared], object]) -> None:
        kennisbank = self._session.kennisbank

        def read(_ctx: JobContext) -> Shared:
            thing = get(kennisbank)
            account = getattr(thing, "account", None)
            return Shared(
                getattr(thing, "shared", Audience()), account is not None, kennisbank.accounts.current() is not None
            )

        self._session.tasks.read(self, read, done, self._session.failed.emit)

    def _tell(self, change: Change, audience: Audience, undo: Callable[[], ChangeSet]) -> None:
        self._session.changed_by(ChangeSet((change,)))
        words = self._words.of(audience)
        said = self.tr("%1; they see it after the next sync.").replace("%1", words) if words else ""
        self._session.tell(said or self.tr("No longer shared."), self.tr("Undo"), lambda: self._undo(undo))

    def _undo(self, undo: Callable[[], ChangeSet]) -> None:
        self._session.tasks.write(self, lambda _ctx: undo(), self._session.changed_by, self._session.failed.emit)
