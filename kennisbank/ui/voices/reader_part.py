"""The reactions of readers as a part of the reader's left panel: read once it is unfolded."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.ids import ContributionId
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.voices.panel import VoicesPanel
from kennisbank.ui.widgets.layouts import Column
from kennisbank.ui.widgets.scroll import Scroll


class ReaderVoices(QWidget):
    """One per pane."""

    def __init__(self, session: Session, pane: PaperPane) -> None:
        """Stand in the left panel of `pane`."""
        super().__init__(pane.panel)
        self._pane = pane
        self.panel = VoicesPanel(session, has_heading=False)
        page = QWidget()
        Column(page, margins=(16, 8, 12, 16)).add_all(self.panel, None)
        Column(self, spacing=0).addWidget(Scroll(page))
        self.retranslate()
        pane.panel.add_part(self)
        pane.panel.added_unfolded.connect(lambda _unfolded: self._ask())
        pane.opened.connect(lambda _document: self._ask())

    def _ask(self) -> None:
        if self._pane.panel.shows_added and self._pane.document is not None:
            self.panel.ask(ContributionId(self._pane.contribution))

    def retranslate(self) -> None:
        """Set its name: the heading above it takes that."""
        self.setAccessibleName(self.tr("Reactions of readers"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.panel.retranslate()
            self._pane.panel.retranslate()
        super().changeEvent(event)
