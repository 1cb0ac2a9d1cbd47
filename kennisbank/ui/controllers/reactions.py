"""What a reader wrote, over all papers: read, thrown away, taken back, looked at after a newer version came."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.annotation import AnchorState, AnnotationEdit, AnnotationFilter
from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.ids import AnnotationId
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import number
from kennisbank.ui.models.reactions import Reaction, reactions

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.annotating import AnnotationService

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReactionsRead:
    """All reactions outside the trash, or all in it; how many lie in the trash, and what newer versions did."""

    rows: tuple[Reaction, ...]
    is_trash: bool
    trashed: int
    news: dict[AnchorState, int]
    news_ids: tuple[AnnotationId, ...]


class Reactions(QObject):
    """Reads and writes off the GUI thread; an older answer is dropped."""

    read = Signal(object)
    """The `ReactionsRead` that was asked for."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Work on the library of `session`."""
        super().__init__(parent)
        self._session = session
        self._reading: JobContext | None = None

    def ask(self, *, is_trash: bool) -> None:
        """Ask for all that was written, or for the trash."""
        if self._reading is not None:
            self._reading.cancel()
        annotating = self._session.kennisbank.annotating
        self._reading = self._session.tasks.read(
            self, lambda _ctx: _read(annotating, is_trash=is_trash), self.read.emit, self._session.failed.emit
        )

    def trash(self, ids: Sequence[AnnotationId]) -> None:
        """Throw these away; a toast takes it back."""
        annotating = self._session.kennisbank.annotating

        def done(edit: AnnotationEdit) -> None:
            self._tell(edit)
            count = len(edit.after)
            words = self.tr("%n reaction(s) put in the trash, which keeps them for 30 days.", "", count)
            self._session.tell(
                words.replace(str(count), number(count), 1), self.tr("Undo"), lambda: self.apply(edit.reversed)
            )

        self._write(lambda: annotating.trash(ids), done)

    def restore(self, ids: Sequence[AnnotationId]) -> None:
        """Take these out of the trash."""
        annotating = self._session.kennisbank.annotating

        def done(edit: AnnotationEdit) -> None:
            self._tell(edit)
            self._session.tell(
                self.tr("%n reaction(s) stand in their papers again.", "", len(edit.after)),
                self.tr("Undo"),
                lambda: self.apply(edit.reversed),
            )

        self._write(lambda: annotating.restore(ids), done)

    def erase(self, ids: Sequence[AnnotationId]) -> None:
        """Remove these for good."""
        annotating = self._session.kennisbank.annotating
        self._write(lambda: annotating.erase(ids), lambda _none: self._session.changed_by(_changes(ids, "removed")))

    def apply(self, edit: AnnotationEdit) -> None:
        """Carry out an edit: the reverse of one, to take it back."""
        annotating = self._session.kennisbank.annotating
        self._write(lambda: annotating.apply(edit), self._session.changed_by)

    def seen(self, ids: Sequence[AnnotationId]) -> None:
        """Note that what newer versions did was looked at."""
        annotating = self._session.kennisbank.annotating
        self._write(lambda: annotating.seen(ids), lambda _none: self._session.changed_by(_changes(ids, "updated")))

    def _write(self, act: Callable[[], T], done: Callable[[T], object]) -> None:
        self._session.tasks.write(self, lambda _ctx: act(), done, self._session.failed.emit)

    def _tell(self, edit: AnnotationEdit) -> None:
        self._session.changed_by(_changes([each.id for each in edit.after if each is not None], "updated"))


def _changes(ids: Sequence[AnnotationId], action: str) -> ChangeSet:
    is_gone = action == "removed"
    return ChangeSet(tuple(Change("annotation", each, "removed" if is_gone else "updated") for each in ids))


def _read(annotating: "AnnotationService", *, is_trash: bool) -> ReactionsRead:
    found = annotating.find(AnnotationFilter(is_trashed=is_trash))
    trashed = (
        len(found.annotations) if is_trash else len(annotating.find(AnnotationFilter(is_trashed=True)).annotations)
    )
    news = annotating.news()
    counts: dict[AnchorState, int] = {}
    for _, anchor in news:
        counts[anchor.state] = counts.get(anchor.state, 0) + 1
    return ReactionsRead(tuple(reactions(found)), is_trash, trashed, counts, tuple(each.id for each, _ in news))
