"""What speaks of the same as a contribution: asked off the GUI thread, once somebody has stayed with it a moment."""

from PySide6.QtCore import QObject, QTimer, Signal

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.results import Related
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session

MOST = 5
_WAIT_MS = 250
"""How long a contribution must stay before it is asked about: not for each that the arrows pass."""
RelatedRows = tuple[tuple[Related, Contribution], ...]


class RelatedAsking(QObject):
    """Asks about one contribution at a time; an answer about an earlier one is dropped."""

    found = Signal(object)
    """The `RelatedRows`, the nearest first; empty as soon as it is another contribution."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Ask the library of `session`; ask again when it was written or replaced."""
        super().__init__(parent)
        self._session = session
        self._id: ContributionId | None = None
        self._running: JobContext | None = None
        self._waiting = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._waiting.timeout.connect(self._ask)
        session.tasks.job_finished.connect(lambda _job: self._again())
        session.opened.connect(lambda: self.ask(None))

    @property
    def is_settled(self) -> bool:
        """Tell whether the answer is there."""
        return self._running is None and not self._waiting.isActive()

    def ask(self, contribution: ContributionId | None) -> None:
        """Ask about a contribution; None: about none."""
        if contribution == self._id:
            return
        self._id = contribution
        self._stop()
        self.found.emit(())
        self._again()

    def _again(self) -> None:
        if self._id is not None:
            self._waiting.start()

    def _ask(self) -> None:
        self._stop()
        if self._id is None or not self._session.is_open:
            return
        searching, wanted = self._session.kennisbank.searching, self._id

        def job(ctx: JobContext) -> RelatedRows:
            found = searching.related(wanted, MOST, ctx)
            return tuple((each, found.contributions[each.contribution]) for each in found.related)

        def show(rows: RelatedRows) -> None:
            self._running = None
            self.found.emit(rows)

        self._running = self._session.tasks.read(self, job, show, self._fail)

    def _stop(self) -> None:
        self._waiting.stop()
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _fail(self, error: Exception) -> None:
        self._running = None
        self.found.emit(())
        self._session.failed.emit(error)
