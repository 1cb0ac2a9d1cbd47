"""A line that says how a contribution stands with its files, and the button that goes with it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.contribution import Withdrawn
from kennisbank.ui.controllers.downloads import Downloads
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.withdrawn_words import withdrawn_words
from kennisbank.ui.widgets.cards import Picture
from kennisbank.ui.widgets.download_button import DownloadButton, Source
from kennisbank.ui.widgets.layouts import Row
from kennisbank.ui.widgets.text import Text


class DownloadStand(QWidget):
    """Hidden where there is nothing to say; `button` is put elsewhere, among what can be done."""

    changed = Signal()
    """It stands otherwise."""

    def __init__(self, session: Session, source: Source, parent: QWidget | None = None) -> None:
        """Be about what `source` tells; call `retranslate` when that is another contribution."""
        super().__init__(parent)
        self._withdrawn: Withdrawn | None = None
        self.button = DownloadButton(session, source, "primary")
        self._picture, self._words = Picture("check", "text_2", 16), Text(size=12, tone="text_2", wraps=True)
        row = Row(self, spacing=6)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        Downloads.of(session).changed.connect(self._on_changed)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said; empty for nothing."""
        return self._words.text() if not self.isHidden() else ""

    @property
    def withdrawn(self) -> Withdrawn | None:
        """Return why it was taken out of the archive, if it was."""
        return self._withdrawn

    @withdrawn.setter
    def withdrawn(self, withdrawn: Withdrawn | None) -> None:
        self._withdrawn = withdrawn
        self._show()

    def retranslate(self) -> None:
        """Say it anew."""
        self.button.retranslate()
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        state, withdrawn = self.button.state, self._withdrawn
        if withdrawn is not None:
            self._words.setText(withdrawn_words(withdrawn))
            self._picture.set_icon("warn", "warn")
        elif state is not None:
            self._words.setText(state.told)
            tone = {"failed": "warn", "wanted": "accent", "newer": "accent"}.get(state.kind, "text_2")
            self._picture.set_icon(state.icon, tone)
        if self.parentWidget() is not None:
            self.setVisible(withdrawn is not None or state is not None)
