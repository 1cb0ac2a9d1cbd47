"""The comments on a contribution below one another: the latest first to be shown, and what is written about them."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from kennisbank.domain.correspondence import Comment, Draft
from kennisbank.ui.controllers.draft_keeping import Key
from kennisbank.ui.voices.comment_card import PURPOSES, CommentCard, Purpose
from kennisbank.ui.widgets.card_column import CardColumn

_FEW = 8
"""Comments, with their answers, that are shown at first."""


class CommentCards(CardColumn):
    """Made anew when there are other comments; what is being written about one stays where it is."""

    def __init__(self, card: Callable[[Comment], CommentCard], parent: QWidget | None = None) -> None:
        """Begin empty; `card` makes the card of a comment, with its answers."""
        super().__init__(spacing=14, parent=parent)
        self._card, self._most = card, _FEW
        self._comments: Sequence[Comment] = ()
        self._seen: frozenset[Key] = frozenset()

    def begin(self) -> None:
        """Show nothing: another contribution is coming."""
        self._most, self._comments, self._seen = _FEW, (), frozenset()
        super().put([])

    @property
    def all(self) -> Iterator[CommentCard]:
        """Return the cards that are shown, each followed by those of its answers."""
        for card in self.cards:
            if isinstance(card, CommentCard):
                yield from card.all

    @property
    def is_writing(self) -> bool:
        """Tell whether somebody is writing about one of them."""
        return any(each.is_writing for each in self.all)

    @property
    def has_earlier(self) -> bool:
        """Tell whether there are more than are shown."""
        return len(self._comments) > self._most

    def flush(self) -> None:
        """Have whatever was typed kept now."""
        for each in self.all:
            each.flush()

    def show_comments(self, comments: Sequence[Comment]) -> None:
        """Show the latest of these; earlier ones when they are asked for, for there may be hundreds."""
        self._comments = comments
        self.flush()
        self._see()
        writing = {each.comment.id: each for each in self.all if each.is_writing}
        stand = {name: (each.purpose, _cursor(each)) for name, each in writing.items()}
        super().put([self._card(each) for each in comments[max(0, len(comments) - self._most) :]])
        for card in self.all:
            purpose, cursor = stand.get(card.comment.id, (None, None))
            if purpose is not None:
                card.begin(purpose, takes_focus=cursor is not None)
                if cursor is not None:
                    at = card.field.edit.textCursor()
                    at.setPosition(min(cursor, len(card.field.edit.text)))
                    card.field.edit.setTextCursor(at)

    def show_earlier(self) -> None:
        """Show more of them."""
        self._most += 5 * _FEW
        self.show_comments(self._comments)

    def unfold(self, at_hand: Mapping[Key, Draft]) -> None:
        """Unfold what is being written about them, each once: what is folded by hand then stays so."""
        self._see()
        wanted = {key for key in at_hand if _purpose(key) is not None}
        fresh = {about: _purpose((kind, paper, about)) for kind, paper, about in wanted - self._seen}
        self._seen = frozenset(wanted)
        places = [
            len(self._comments) - place
            for place, comment in enumerate(self._comments)
            if any(each.id in fresh for each in (comment, *comment.replies))
        ]
        if places and max(places) > self._most:
            self._most = max(places)
            self.show_comments(self._comments)
        for card in self.all:
            purpose = fresh.get(card.comment.id)
            if purpose is not None and not card.is_unfolded:
                card.begin(purpose, takes_focus=False)

    def _see(self) -> None:
        """Note which drafts stand here, or did: somebody knows of them."""
        self._seen |= {each.key for each in self.all if each.key is not None}

    def end(self, comment: str, text: str) -> None:
        """Fold the field of a comment, where `text` was said."""
        for card in self.all:
            if card.comment.id == comment:
                card.end(text)

    def sayer(self, comment: str) -> Callable[[str], object]:
        """Return what says, at a comment, why something wasn't sent."""

        def say(words: str) -> None:
            for card in self.all:
                if card.comment.id == comment and card.is_unfolded:
                    card.field.error.say(words)

        return say


def _purpose(key: Key) -> Purpose | None:
    kind, _contribution, about = key
    return next((each for each, name in PURPOSES.items() if name == kind), None) if about else None


def _cursor(card: CommentCard) -> int | None:
    """Return where the keyboard is in a card's field; None where it isn't there."""
    edit = card.field.edit
    return edit.textCursor().position() if edit.hasFocus() else None
