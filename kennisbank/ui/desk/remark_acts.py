"""Saying something to the maintainers, and what waits of that: written down here first, then sent."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.remarks import Remark
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session


class RemarkActs(QObject):
    """One per view. `shown` goes out with what was said from this machine, whenever that may have changed."""

    shown = Signal(object)
    """The `Remark`s as they are now, oldest first."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Act in the library of `session`."""
        super().__init__(parent)
        self._session = session
        self._running: JobContext | None = None
        session.opened.connect(self.read)
        session.changed.connect(self._on_changed)

    @property
    def is_settled(self) -> bool:
        """Tell whether what was shown is what the library holds."""
        return self._running is None

    def read(self) -> None:
        """Read what waits."""
        if not self._session.is_open:
            return
        if self._running is not None:
            self._running.cancel()
        remarks = self._session.kennisbank.remarks
        self._running = self._session.tasks.read(self, lambda _ctx: remarks.all(), self._show, self._fail)

    def send(self, remark: Remark, done: Callable[[], object], failed: Callable[[Exception], object]) -> None:
        """Write a remark, or a wish about the newsletter, down; it is sent at once where that can be."""
        remarks = self._session.kennisbank.remarks

        def job(_ctx: JobContext) -> ChangeSet:
            if remark.kind == "remark":
                return remarks.send(remark.name, remark.telephone, remark.text, remark.mail, ends_draft=True)
            return remarks.newsletter(remark.mail, wants=remark.wants)

        def written(changes: ChangeSet) -> None:
            self._session.changed_by(changes)
            done()
            self.deliver()

        self._session.tasks.write(self, job, written, failed)

    def retry(self, remark: Remark) -> None:
        """Have one that was refused sent again."""
        remarks = self._session.kennisbank.remarks
        self._write(lambda: remarks.retry(remark.id), self.deliver)

    def take_back(self, remark: Remark) -> None:
        """Forget one that waits."""
        remarks = self._session.kennisbank.remarks
        self._write(lambda: remarks.take_back(remark.id), lambda: None)

    def deliver(self) -> None:
        """Send what waits; nothing is told when that can't be now: it stays to be seen."""
        remarks = self._session.kennisbank.remarks
        # Beside other reads: it waits for the network, and nothing that is written here may wait for that.
        self._session.tasks.read(self, remarks.deliver, self._session.changed_by, self._session.failed.emit)

    def _write(self, act: Callable[[], ChangeSet], done: Callable[[], object]) -> None:
        def ended(changes: ChangeSet) -> None:
            self._session.changed_by(changes)
            done()

        self._session.tasks.write(self, lambda _ctx: act(), ended, self._session.failed.emit)

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.ids("act"):
            self.read()

    def _show(self, remarks: tuple[Remark, ...]) -> None:
        self._running = None
        self.shown.emit(remarks)

    def _fail(self, error: Exception) -> None:
        self._running = None
        self._session.failed.emit(error)
