"""A button that brings a contribution from the archive, and says how it stands; hidden where there is nothing to do."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.ids import ContributionId
from kennisbank.ui.controllers.downloads import Downloads
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import size_of
from kennisbank.ui.models.download_state import DownloadState
from kennisbank.ui.widgets.buttons import Button, ButtonKind

Source = Callable[[], ContributionId | None]


class DownloadButton(Button):
    """Be about what `source` tells; call `retranslate` when that is another contribution."""

    def __init__(
        self,
        session: Session,
        source: Source,
        kind: ButtonKind = "secondary",
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Begin hidden."""
        super().__init__("", kind, icon_name="download", small=small, parent=parent)
        self._downloads, self._source = Downloads.of(session), source
        self._is_wanted = True
        self._downloads.changed.connect(self.retranslate)
        self.clicked.connect(self.act)
        self.hide()

    @property
    def state(self) -> DownloadState | None:
        """Return how the contribution stands."""
        contribution = self._source()
        return self._downloads.state(contribution) if contribution else None

    def act(self) -> None:
        """Do what the button says."""
        contribution = self._source()
        if contribution:
            self._downloads.act(contribution)

    def let_show(self, *, may_show: bool) -> None:
        """Keep it hidden where there is no room for it."""
        self._is_wanted = may_show
        self.retranslate()

    def retranslate(self) -> None:
        """Say what can be done."""
        state = self.state
        words = state.act if state is not None else ""
        if state is not None and words:
            sized = f"{words} ({size_of(state.size)})" if state.kind in {"offered", "newer"} and state.size else words
            self.setText(sized)
            self.set_icon({"wanted": "x", "failed": "sync"}.get(state.kind, "download"))
            self.setToolTip(state.told)
            self.setAccessibleDescription(state.told)
        if self.parentWidget() is not None:
            self.setVisible(bool(words) and self._is_wanted)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
