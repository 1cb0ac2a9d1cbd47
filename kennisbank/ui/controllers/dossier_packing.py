"""Reading packs from the window: what may be copied is asked first, then the pack is written beside other work."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from kennisbank.domain.ids import DossierId
from kennisbank.errors import Cancelled
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.citing import Citing
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.workers import LongJob

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.pack_check import Files, LicenceCheck
    from kennisbank.services.packing import PackFormat, PackReport


class DossierPacking(QObject):
    """One per panel. Cites in the style and the language in which one cited last."""

    checked = Signal(object)
    """What may be copied is known; with the `LicenceCheck`."""
    running = Signal(bool)
    """Whether a pack is being written."""
    written = Signal(object, object)
    """A pack was written; with the path and the `PackReport`."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Pack dossiers of `session`."""
        super().__init__(parent)
        self._session, self._citing = session, Citing.of(session)
        self._checking: JobContext | None = None
        self._job: LongJob | None = None

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is being checked or written."""
        return self._checking is None and self._job is None

    def check(self, dossier: DossierId, files: "Files") -> None:
        """Ask what may be copied; an answer to an older question is dropped."""
        if self._checking is not None:
            self._checking.cancel()
        service = self._session.kennisbank.packing

        def show(found: "LicenceCheck") -> None:
            self._checking = None
            self.checked.emit(found)

        self._checking = self._session.tasks.read(
            self, lambda _ctx: service.check(dossier, files), show, self._on_unchecked
        )

    def export(
        self, dossier: DossierId, path: Path, wanted: "PackFormat", files: "Files", *, has_annotations: bool
    ) -> None:
        """Write a pack; the status line shows how far it is, and stops it when asked."""
        service, style, language = self._session.kennisbank.packing, self._citing.style, self._citing.language
        name = self._session.settings.reader_name

        def job(ctx: JobContext) -> "PackReport":
            from kennisbank.services.packing import PackWishes  # noqa: PLC0415 -- off the GUI thread

            wishes = PackWishes(files, style, language, has_annotations=has_annotations, name=name)
            return service.export(dossier, path, wanted, wishes, ctx)

        def done(report: "PackReport") -> None:
            self._end()
            self.written.emit(path, report)
            words = self.tr("The reading pack is written: {file}").format(file=path.name)
            self._session.tell(words, self.tr("Open it"), lambda: open_file(path))

        title = self.tr("Writing {file}").format(file=path.name)
        self._job = self._session.tasks.long(self, title, job, done, self._on_failed)
        self.running.emit(True)

    def _end(self) -> None:
        self._job = None
        self.running.emit(False)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self._session.tell(self.tr("Stopped, as you asked. No reading pack was written."))
        else:
            self._session.failed.emit(error)

    def _on_unchecked(self, error: Exception) -> None:
        self._checking = None
        self._session.failed.emit(error)


def open_file(path: Path) -> None:
    """Open a file in the system's own program for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
