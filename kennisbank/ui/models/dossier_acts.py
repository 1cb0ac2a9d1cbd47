"""What was done to dossiers, to be taken back and done again in order."""

from dataclasses import dataclass

from kennisbank.domain.dossier import DossierEdit

_LIMIT = 200


@dataclass(frozen=True, slots=True)
class _Act:
    edit: DossierEdit
    typing: str


class DossierActs:
    """A stack of acts and a stack of those taken back; a new act empties the second.

    What is typed in one field is one act, however many times it was saved meanwhile.
    """

    def __init__(self) -> None:
        """Begin with nothing done."""
        self._done: list[_Act] = []
        self._undone: list[_Act] = []
        self._is_typing = False

    @property
    def can_undo(self) -> bool:
        """Tell whether there is something to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Tell whether there is something to do again."""
        return bool(self._undone)

    def push(self, edit: DossierEdit, typing: str = "") -> None:
        """Note what was done; `typing` names the field in which it was typed. Nothing done is no act."""
        if not edit:
            return
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if typing and self._is_typing and last is not None and last.typing == typing:
            self._done[-1] = _Act(DossierEdit(last.edit.before, edit.after), typing)
        else:
            self._done.append(_Act(edit, typing))
            del self._done[:-_LIMIT]
        self._is_typing = bool(typing)

    def end_typing(self) -> None:
        """Begin a new act with the next letter: the field was left."""
        self._is_typing = False

    def undo(self) -> DossierEdit | None:
        """Return what takes the last act back, or None."""
        self.end_typing()
        if not self._done:
            return None
        act = self._done.pop()
        self._undone.append(act)
        return act.edit.reversed

    def redo(self) -> DossierEdit | None:
        """Return the act that was taken back last, or None."""
        self.end_typing()
        if not self._undone:
            return None
        act = self._undone.pop()
        self._done.append(act)
        return act.edit

    def clear(self) -> None:
        """Forget everything: another library was opened."""
        self._done.clear()
        self._undone.clear()
        self.end_typing()
