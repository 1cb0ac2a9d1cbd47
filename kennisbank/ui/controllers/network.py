"""Whether this computer has a network, where the system tells."""

import logging

from PySide6.QtCore import QObject, Signal

_log = logging.getLogger(__name__)


class Network(QObject):
    """Watches the system's own word; without one nothing is known, and nothing is said."""

    came_back = Signal()
    """There is a network again."""
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin to watch."""
        super().__init__(parent)
        from PySide6.QtNetwork import QNetworkInformation  # noqa: PLC0415 - only a connected library needs it

        self._information: QNetworkInformation | None = None
        if QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
            self._information = QNetworkInformation.instance()
        if self._information is not None:
            self._information.reachabilityChanged.connect(self._on_changed)
        else:
            _log.info("The system doesn't tell whether there is a network")

    @property
    def is_gone(self) -> bool:
        """Tell whether the system says that there is no network."""
        information = self._information
        return information is not None and information.reachability() == information.Reachability.Disconnected

    def _on_changed(self, _reachability: object) -> None:
        self.changed.emit()
        if not self.is_gone:
            self.came_back.emit()
