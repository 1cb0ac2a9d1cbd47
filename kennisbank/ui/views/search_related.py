"""A short list of contributions that speak of the same as the one that is shown, with the words that both share."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kennisbank.domain.ids import ContributionId
from kennisbank.ui.controllers.downloads import Downloads
from kennisbank.ui.controllers.search_related import RelatedAsking, RelatedRows
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.download_state import DownloadState
from kennisbank.ui.models.search_words import authors_line
from kennisbank.ui.views.start_rows import StartRow
from kennisbank.ui.widgets.cards import Card, Hairline
from kennisbank.ui.widgets.layouts import Column, laid_out_once
from kennisbank.ui.widgets.text import Text


class RelatedList(QWidget):
    """Hidden while nothing is known to be related."""

    chosen = Signal(object)
    """A contribution was chosen; with its id."""

    def __init__(self, session: Session, *, is_small: bool = False, parent: QWidget | None = None) -> None:
        """Ask the library of `session`; `is_small` for a side pane."""
        super().__init__(parent)
        self._asking = RelatedAsking(session, self)
        self._rows: RelatedRows = ()
        self._title = Text(size=13 if is_small else 15, strong=True)
        self._card = Card()
        self._lines = Column(self._card, margins=(0, 1, 0, 1), spacing=0)
        Column(self, spacing=8).add_all(self._title, self._card)
        self._downloads = Downloads.of(session)
        self._stands: list[DownloadState | None] = []
        self._downloads.changed.connect(self._on_downloads)
        self._asking.found.connect(self._show)
        self.hide()

    @property
    def is_settled(self) -> bool:
        """Tell whether the list is that of the contribution last asked about."""
        return self._asking.is_settled

    @property
    def controls(self) -> list[StartRow]:
        """Return the rows, the nearest first."""
        return self._card.findChildren(StartRow) if self._rows else []

    def ask(self, contribution: ContributionId | None) -> None:
        """Show what is related to this contribution, once it is known."""
        self._asking.ask(contribution)

    def retranslate(self) -> None:
        """Set all words anew."""
        self._show(self._rows)

    def _on_downloads(self) -> None:
        """Say it anew of contributions that stand otherwise now."""
        if self._stands != [self._downloads.state(contribution.id) for _, contribution in self._rows]:
            self._show(self._rows)

    def _show(self, rows: RelatedRows) -> None:
        self._rows = rows
        self._stands = [self._downloads.state(contribution.id) for _, contribution in rows]
        self._title.setText(self.tr("Related"))
        with laid_out_once(self._card):
            self._put(rows)
        if self.parentWidget() is not None:
            self.setVisible(bool(rows))

    def _put(self, rows: RelatedRows) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for place, (related, contribution) in enumerate(rows):
            values = contribution.metadata.values
            edition = values.edition or (str(values.year) if values.year else "")
            by = "  •  ".join(part for part in (authors_line(contribution, 2), edition) if part)
            shared = self.tr("both: {words}").format(words=", ".join(related.words)) if related.words else ""
            download = self._downloads.state(contribution.id)
            is_elsewhere = download is not None and download.kind != "here"
            row = StartRow(values.title, by, download.words if download and is_elsewhere else "", third=shared)
            row.clicked.connect(lambda _on, paper=contribution.id: self.chosen.emit(paper))
            if place:
                self._lines.addWidget(Hairline())
            self._lines.addWidget(row)
