"""The card of the settings page about scans: whether they are read, how far that is, and what to install."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from kennisbank.config.settings import Settings
from kennisbank.ui.models.scan_words import ScanWords
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import Text

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.scans import ScanState


class SettingsScans(Card):
    """On or off, and a line or two on how it stands."""

    changed = Signal(object)
    """The changed settings, as a dict of name and value."""
    asked = Signal()
    """Read now what waits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Know nothing yet of the library."""
        super().__init__(parent)
        self._state: ScanState | None = None
        self.on, self.now = QCheckBox(), Button()
        self._hint, self._standing = Text(tone="text_2", wraps=True), Text(wraps=True)
        self._lacking = Text(wraps=True, selectable=True)
        self._picture = Picture("info", "text_2")
        self._line = QWidget(self)
        row = Row(self._line, spacing=8)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        words = Column(spacing=4)
        words.add_all(self._standing, self._lacking)
        row.addLayout(words, 1)
        buttons = FlowLayout()
        buttons.addWidget(self.now)
        column = Column(self, margins=(24, 20, 24, 20), spacing=8)
        column.add_all(self.on, self._hint, 4, self._line, buttons)
        self.on.toggled.connect(lambda on: self.changed.emit({"read_scans": on}))
        self.now.clicked.connect(self.asked)
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        blocked = QSignalBlocker(self.on)
        self.on.setChecked(settings.read_scans)
        del blocked
        self._show()

    def show_state(self, state: "ScanState") -> None:
        """Show how the library stands with its scans."""
        self._state = state
        self._show()

    def retranslate(self) -> None:
        """Set all words."""
        self.on.setText(self.tr("Read scans in the background"))
        self._hint.setText(
            self.tr(
                "Pages that are pictures of text are read on this computer, so that they can be searched. "
                "The pages themselves stay as they are."
            )
        )
        self.now.setText(self.tr("Read them now"))
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _show(self) -> None:
        state = self._state
        self._line.setVisible(state is not None)
        self.now.setVisible(state is not None and state.waiting > 0 and self.on.isChecked())
        if state is None:
            return
        words = ScanWords()
        lacking = words.lacking(state)
        self._standing.setText(words.standing(state, is_on=self.on.isChecked()))
        self._lacking.setText(lacking)
        self._lacking.setVisible(bool(lacking))
        self._picture.set_icon(*(("warn", "warn") if lacking else ("info", "text_2")))
