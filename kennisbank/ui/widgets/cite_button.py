"""A button that cites what one looks at: ``CiteButton(session, lambda: (contribution,))``."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.ids import ContributionId
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.widgets.buttons import Button, ButtonKind
from kennisbank.ui.widgets.cite_panel import CitePanel

KEYS = "Ctrl+Shift+E"
"""What opens the panel in the views that have the button."""
Source = Callable[[], Sequence[ContributionId]]
"""Tells what is to be cited, at the time of asking; nothing: nothing happens."""


class CiteButton(Button):
    """Opens the panel with references below itself. Disable it when there is nothing to cite."""

    def __init__(
        self,
        session: Session,
        source: Source,
        all_source: Source = tuple,
        kind: ButtonKind = "secondary",
        parent: QWidget | None = None,
    ) -> None:
        """Cite what `source` gives; on request the whole list that it stands in, which `all_source` gives."""
        super().__init__("", kind, icon_name="quote", parent=parent)
        self._session, self._source, self.all_source = session, source, all_source
        self.clicked.connect(self.show_panel)
        self.retranslate()

    def take_key(self, view: QWidget) -> None:
        """Have `KEYS` open the panel anywhere in `view`, also while the button has no room."""
        keys = QShortcut(QKeySequence(KEYS), view, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.show_panel)

    def show_panel(self) -> None:
        """Open the panel, with the keyboard in it."""
        ids = self._source()
        if ids and self._session.is_open:
            CitePanel.of(self._session, self.window()).show_for(ids, self, self.all_source())

    def retranslate(self) -> None:
        """Set the words anew; the button does so itself when the language changes."""
        self.setText(self.tr("Cite"))
        key = QKeySequence(KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(self.tr("Cite this in a style, or for a citation manager ({key})").format(key=key))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
