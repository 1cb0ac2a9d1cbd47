"""Going to the example archive and back: a library of its own, filled from what comes with the program."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kennisbank.config.paths import Paths
from kennisbank.domain.changes import ChangeSet
from kennisbank.resources import resource
from kennisbank.tasks.context import JobContext, Progress
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.workers import LongJob

LIST = "catalogue.csv"


class ExampleArchive(QObject):
    """One per window; take it with `of`. Knows which library is the reader's own."""

    progressed = Signal(object)
    """The example is being brought in; with the `Progress`."""
    ended = Signal()
    """It is in, or bringing it in was stopped."""

    def __init__(self, session: Session) -> None:
        """Belong to `session`."""
        super().__init__(session)
        self._session = session
        self._own: Path | None = None
        self._is_wanted = False
        self._job: LongJob | None = None
        session.opened.connect(self._on_opened)
        session.open_failed.connect(lambda _error: self._want(is_wanted=False))
        if session.is_open:
            self._on_opened()

    @staticmethod
    def of(session: Session) -> "ExampleArchive":
        """Return the one of this session."""
        return session.findChild(ExampleArchive) or ExampleArchive(session)

    @property
    def is_open(self) -> bool:
        """Tell whether the library that is open is the example."""
        return self._session.is_open and self._session.kennisbank.paths.home == Paths.example()

    @property
    def is_coming(self) -> bool:
        """Tell whether the example is being brought in."""
        return self._job is not None

    def open(self) -> None:
        """Open the example archive, and bring in what is missing of it."""
        self._want(is_wanted=True)
        if self.is_open:
            self._on_opened()
        else:
            self._session.open(Paths.example())

    def leave(self) -> None:
        """Go back to the reader's own library."""
        self._stop()
        self._session.open(self._own or Paths.of().home)

    def cancel(self) -> None:
        """Stop bringing it in; what came stays."""
        if self._job is not None:
            self._job.ctx.cancel()

    def _want(self, *, is_wanted: bool) -> None:
        self._is_wanted = is_wanted

    def _stop(self) -> None:
        self._want(is_wanted=False)
        self.cancel()

    def _on_opened(self) -> None:
        if not self.is_open:
            self._own = self._session.kennisbank.paths.home
        elif self._is_wanted and self._job is None:
            self._want(is_wanted=False)
            kennisbank = self._session.kennisbank

            def is_lacking(_ctx: JobContext) -> bool:
                batches = kennisbank.catalogue.batches()
                return not kennisbank.catalogue.count() or any(batch.state != "done" for batch in batches[:1])

            self._session.tasks.read(self, is_lacking, self._bring_in, self._session.failed.emit)

    def _bring_in(self, is_lacking: bool) -> None:  # noqa: FBT001 - the answer of a job
        if not is_lacking or not self.is_open:
            return
        kennisbank, folder = self._session.kennisbank, resource("example")

        def job(ctx: JobContext) -> ChangeSet:
            from kennisbank.importing.pipeline import ImportRequest  # noqa: PLC0415 - loaded when first needed

            written: list[ChangeSet] = []
            request = ImportRequest((folder / "papers",), folder / LIST, "", False)
            kennisbank.importing.run(request, ctx, on_committed=written.append)
            return ChangeSet.of([change for each in written for change in each.changes])

        title = self.tr("Bringing in the example archive")
        self._job = self._session.tasks.long(self, title, job, self._done, self._failed, self._on_progress)
        self._on_progress(Progress("starting"))

    def _on_progress(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _done(self, changes: ChangeSet) -> None:
        self._job = None
        self.ended.emit()
        self._session.changed_by(changes)

    def _failed(self, error: Exception) -> None:
        self._job = None
        self.ended.emit()
        self._session.failed.emit(error)
