"""Below the head of the search view: keeping what is asked under a name, or mending that."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kennisbank.domain.saved_search import SavedSearch
from kennisbank.ui.controllers.search_saved import SavedSearches
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.messages import message_for
from kennisbank.ui.models.search_answer import Asked
from kennisbank.ui.models.search_words import asked_words
from kennisbank.ui.views.search_name import NameLine
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.layouts import Column


class SaveLine(QWidget):
    """Hidden until it is asked for."""

    saved_changed = Signal(bool)
    """Whether what is asked is kept."""
    closed = Signal()
    """Done: whoever opened it takes the keyboard back."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Keep searches of `session`."""
        super().__init__(parent)
        self._session, self._searches = session, SavedSearches.of(session)
        self._asked = Asked()
        self._name = NameLine()
        card = Card()
        Column(card, margins=(12, 8, 8, 8)).addWidget(self._name)
        Column(self, margins=(4, 0, 16, 0)).addWidget(card)  # as wide as the results below it
        self._name.taken.connect(self._take)
        self._name.left.connect(self.close_line)
        self._name.remove_asked.connect(self._remove)
        self._searches.changed.connect(self._on_changed)
        self.hide()
        self.retranslate()

    @property
    def saved(self) -> SavedSearch | None:
        """Return the saved search that asks what is asked now."""
        return None if self._asked.is_empty else self._searches.matching(self._asked)

    def show_asked(self, asked: Asked) -> None:
        """Follow what is asked; a line that was open belonged to another question."""
        if asked != self._asked:
            self._asked = asked
            self.hide()
            self._on_changed()

    def open_line(self) -> None:
        """Offer to keep what is asked, or to mend how it is kept."""
        if self._asked.is_empty:
            return
        saved = self.saved
        self.retranslate()
        self.show()
        name = saved.name if saved is not None else asked_words(self._asked.query, self._asked.filters)
        self._name.offer(name, can_remove=saved is not None)

    def close_line(self) -> None:
        """Leave everything as it was."""
        self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        """Set all words anew."""
        is_kept = self.saved is not None
        self._name.set_words(
            self.tr("Saved as") if is_kept else self.tr("Save as"),
            self.tr("Rename") if is_kept else self.tr("Save"),
            self.tr("Close") if is_kept else self.tr("Don't save"),
            self.tr("No longer save"),
        )

    def _take(self, name: str) -> None:
        saved = self.saved
        if saved is None:
            self._searches.save(self._asked, name, self.close_line, self._refuse)
        elif " ".join(name.split()) == saved.name:
            self.close_line()
        else:
            self._searches.rename(saved, name, self.close_line, self._refuse)

    def _remove(self) -> None:
        saved = self.saved
        if saved is not None:
            self._searches.remove(saved)
        self.close_line()

    def _refuse(self, error: Exception) -> None:
        self._name.refuse(str(message_for(error)))

    def _on_changed(self) -> None:
        self.saved_changed.emit(self.saved is not None)
