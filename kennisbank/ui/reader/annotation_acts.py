"""What was done to the annotations of one paper, to take back and to do again. Pure: knows nothing of Qt."""

from dataclasses import dataclass

from kennisbank.domain.annotation import AnnotationEdit
from kennisbank.domain.ids import AnnotationId

MOST = 500
"""Acts that can be taken back; older ones are forgotten."""


@dataclass(slots=True, eq=False)
class Act:
    """One act: as it was shown at once, and as it was carried out.

    `done` is filled in by the write, on its own thread, and read by later writes only: they run one after another. It
    stays None when the write failed. `typing`: the note whose text this act is, as long as it grows.
    """

    shown: AnnotationEdit
    done: AnnotationEdit | None = None
    typing: AnnotationId | None = None

    def carried_out(self, edit: AnnotationEdit) -> None:
        """Note what a write did; what more it did of the same act comes after that."""
        if edit.before:
            self.done = edit if self.done is None else AnnotationEdit(self.done.before, edit.after)

    @property
    def ids(self) -> tuple[AnnotationId, ...]:
        """Return which annotations it is about."""
        pairs = zip(self.shown.before, self.shown.after, strict=True)
        return tuple(one.id for before, after in pairs if (one := after or before) is not None)


class ActStack:
    """Acts that can be taken back, and those that were."""

    def __init__(self) -> None:
        """Begin with nothing done."""
        self._done: list[Act] = []
        self._undone: list[Act] = []

    @property
    def can_undo(self) -> bool:
        """Tell whether there is an act to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Tell whether there is an act to do again."""
        return bool(self._undone)

    def push(self, act: Act) -> None:
        """Note a new act: what was taken back before can't be done again any more."""
        self.end_typing()
        self._undone.clear()
        self._done.append(act)
        del self._done[:-MOST]

    def typing(self, annotation_id: AnnotationId) -> Act | None:
        """Return the last act while it is the growing text of this note."""
        last = self._done[-1] if self._done else None
        return last if last is not None and last.typing == annotation_id else None

    def end_typing(self) -> None:
        """Let what is typed from here on be an act of its own."""
        if self._done:
            self._done[-1].typing = None

    def undo(self) -> Act | None:
        """Return the act to take back now, or None."""
        self.end_typing()
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redo(self) -> Act | None:
        """Return the act to do again now, or None."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]

    def drop(self, act: Act) -> None:
        """Forget an act that could not be carried out."""
        self._done = [each for each in self._done if each is not act]
        self._undone = [each for each in self._undone if each is not act]

    def forget(self, annotation_id: AnnotationId) -> None:
        """Forget all that was done to one annotation alone."""
        self._done = [each for each in self._done if each.ids != (annotation_id,)]
        self._undone = [each for each in self._undone if each.ids != (annotation_id,)]

    def clear(self) -> None:
        """Forget everything."""
        self._done.clear()
        self._undone.clear()
