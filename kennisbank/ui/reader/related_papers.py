"""What speaks of the same as the open paper: asked only once the reader unfolds its part of the panel."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.ids import ContributionId
from kennisbank.ui.controllers.search_related import RelatedAsking, RelatedRows
from kennisbank.ui.reader.side_panel import SidePanel

AskRelated = Callable[[QObject], RelatedAsking]
"""Makes what asks for related papers, owned by the object given."""


class RelatedPapers(QObject):
    """Keeps the list in the panel to the paper that is open. Signal: `chosen` with the id of another paper."""

    chosen = Signal(str)

    def __init__(self, panel: SidePanel, ask: AskRelated | None) -> None:
        """Fill the list of `panel`; without `ask` the panel has no such part."""
        super().__init__(panel)
        self._panel = panel
        self._paper: ContributionId | None = None
        self._asking = ask(self) if ask is not None else None
        panel.offer_related(offered=self._asking is not None)
        if self._asking is None:
            return
        self._asking.found.connect(self._show)
        panel.related_unfolded.connect(self._ask)
        panel.related.chosen.connect(self.chosen)

    @property
    def is_settled(self) -> bool:
        """Tell whether what the panel shows is known."""
        return self._asking is None or self._asking.is_settled

    def belong_to(self, paper: ContributionId) -> None:
        """Be about this paper from now on."""
        self._paper = paper
        self._ask()

    def _ask(self) -> None:
        if self._asking is None:
            return
        self._asking.ask(self._paper if self._panel.shows_related else None)
        if not self._asking.is_settled and not self._panel.related.model().rowCount():
            self._panel.put_related((), is_known=False)

    def _show(self, rows: RelatedRows) -> None:
        self._panel.put_related(rows, is_known=True)
