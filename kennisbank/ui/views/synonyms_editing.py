"""Editing the reader's own synonyms: read, checked while typing, saved with a way back."""

from PySide6.QtCore import QObject

from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.widgets.settings_synonyms import SettingsSynonyms


class SynonymsEditing(QObject):
    """Serves one card with the synonyms of the library that is open."""

    def __init__(self, session: Session, card: SettingsSynonyms) -> None:
        """Belong to `card`."""
        super().__init__(card)
        self._session, self._card = session, card
        self._checking: JobContext | None = None
        card.edit_asked.connect(self._edit)
        card.typed.connect(self._check)
        card.save_asked.connect(self._save)
        card.put_away.connect(self._offer_back)
        card.shipped_asked.connect(self._show_shipped)
        session.opened.connect(self._on_opened)
        if session.is_open:
            self._on_opened()

    def _on_opened(self) -> None:
        if self._card.is_open:
            self._card.close_editor()
        self._read_summary()

    def _read_summary(self) -> None:
        synonyms = self._session.kennisbank.synonyms
        self._session.tasks.read(
            self, lambda _ctx: synonyms.summary(), self._card.show_summary, self._session.failed.emit
        )

    def _edit(self) -> None:
        synonyms = self._session.kennisbank.synonyms
        self._session.tasks.read(self, lambda _ctx: synonyms.own(), self._card.open_with, self._session.failed.emit)

    def _check(self, text: str) -> None:
        if self._checking is not None:
            self._checking.cancel()
        synonyms = self._session.kennisbank.synonyms
        self._checking = self._session.tasks.read(
            self, lambda _ctx: synonyms.check(text), self._card.show_skipped, self._session.failed.emit
        )

    def _show_shipped(self) -> None:
        synonyms = self._session.kennisbank.synonyms
        self._session.tasks.read(
            self, lambda _ctx: synonyms.shipped(), self._card.show_shipped, self._session.failed.emit
        )

    def _offer_back(self, text: str) -> None:
        """Say that what was typed was put away, and offer it back."""
        synonyms = self._session.kennisbank.synonyms

        def back() -> None:
            self._session.tasks.read(
                self,
                lambda _ctx: synonyms.own(),
                lambda saved: self._card.open_with(saved, text),
                self._session.failed.emit,
            )

        self._session.tell(self.tr("Your changes to the synonyms were put away."), self.tr("Undo"), back)

    def _save(self, text: str) -> None:
        synonyms = self._session.kennisbank.synonyms

        def job(_ctx: JobContext) -> str:
            before = synonyms.own()
            synonyms.save(text)
            return before

        def done(before: str) -> None:
            self._card.close_editor()
            self._read_summary()
            words = self.tr("Saved. It holds from the next search on.")
            self._session.tell(words, self.tr("Undo"), lambda: self._undo(before))

        self._session.tasks.write(self, job, done, self._session.failed.emit)

    def _undo(self, before: str) -> None:
        synonyms = self._session.kennisbank.synonyms

        def done(_answer: None) -> None:
            self._read_summary()
            self._session.tell(self.tr("Undone: your synonyms are as they were."))

        self._session.tasks.write(self, lambda _ctx: synonyms.save(before), done, self._session.failed.emit)
