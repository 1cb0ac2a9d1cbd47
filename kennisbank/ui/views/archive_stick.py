"""The card about an archive on a stick: chosen by its folder, its fingerprint confirmed, taken in without network."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from kennisbank.domain.syncing import SyncOutcome
from kennisbank.errors import Cancelled
from kennisbank.tasks.context import Progress
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import number
from kennisbank.ui.messages import message_for
from kennisbank.ui.widgets.ask_line import AskLine
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.progress import ProgressLine
from kennisbank.ui.widgets.text import Text
from kennisbank.ui.workers import LongJob

if TYPE_CHECKING:
    pass


class StickCard(Card):
    """One button, and what follows from it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begin at rest."""
        super().__init__(parent)
        self._session = session
        self._job: LongJob | None = None
        self._folder: Path | None = None
        self._found: Any = None
        self._title, self._text = Text(size=15, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.open = Button("", "secondary", icon_name="folder")
        self.error = ErrorLine()
        self.ask = AskLine("shield", "accent")
        self.progress = ProgressLine(bar_width=160, small=False)
        self.said = Text(wraps=True)
        buttons = FlowLayout()
        buttons.addWidget(self.open)
        row = Row(self, margins=(24, 20, 24, 20), spacing=16)
        row.addWidget(Picture("archive", "text_2", 24), 0, Qt.AlignmentFlag.AlignTop)
        column = Column(spacing=8)
        column.add_all(self._title, self._text, buttons, self.error, self.ask, self.progress, self.said)
        row.addLayout(column, 1)
        self.progress.hide()
        self.said.hide()
        self.open.clicked.connect(self._choose)
        self.ask.agreed.connect(self._confirmed)
        self.progress.cancel_asked.connect(self._cancel)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self._title.setText(self.tr("An archive on a stick"))
        self._text.setText(
            self.tr("The whole archive or an edition in a folder, signed by the archive. It needs no network.")
        )
        self.open.setText(self.tr("Open an archive on a stick…"))
        self.progress.set_cancel_words(self.tr("Cancel"))
        if self._found is not None:
            self._ask_words()

    def look_at(self, folder: Path) -> None:
        """Look what stands in a folder; nothing is taken before it is known whose it is."""
        self._folder, self._found = folder, None
        self.error.say("")
        self.said.hide()
        self.ask.hide()
        sticks = self._session.kennisbank.sticks
        self._session.tasks.read(self, lambda _ctx: sticks.look_at(folder), self._looked, self._failed)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose the folder of the archive"))
        if folder:
            self.look_at(Path(folder))

    def _looked(self, found: Any) -> None:
        self._found = found
        if found.is_known:
            self._take("")
            return
        self._ask_words()
        self.ask.ask()

    def _ask_words(self) -> None:
        found = self._found
        text = self.tr(
            "{count} contributions. The fingerprint of its key is {fingerprint}. Compare it with the one that the "
            "maintainer gives; then everything on the stick is checked against it."
        ).format(count=number(found.contributions), fingerprint=found.fingerprint)
        self.ask.set_words(
            self.tr("Is this the archive that you expect: {name}?").format(name=found.name),
            text,
            self.tr("The fingerprint is right"),
            self.tr("Leave it"),
        )

    def _confirmed(self) -> None:
        self.ask.hide()
        self._take(self._found.fingerprint)

    def _take(self, confirmed: str) -> None:
        folder, sticks = self._folder, self._session.kennisbank.sticks
        assert folder is not None
        words = self.tr("Taking in what is on the stick")
        self.progress.show_progress(words, 0, 0)
        self.progress.show()
        self.open.setEnabled(False)

        def on_progress(progress: Progress) -> None:
            self.progress.show_progress(words, progress.done, progress.total)

        self._job = self._session.tasks.long(
            self,
            words,
            lambda ctx: sticks.take(folder, ctx, confirmed_fingerprint=confirmed),
            self._taken,
            self._failed,
            on_progress,
        )

    def _taken(self, outcome: SyncOutcome) -> None:
        self._end()
        self._session.changed_by(outcome.changes)
        ArchiveReading.of(self._session).read()
        self.said.setText(
            self.tr("Taken in: {added} new, {updated} changed, {removed} removed.").format(
                added=number(outcome.added), updated=number(outcome.updated), removed=number(outcome.removed)
            )
        )
        self.said.show()

    def _failed(self, error: Exception) -> None:
        self._end()
        ArchiveReading.of(self._session).read()
        self.error.say("" if isinstance(error, Cancelled) else str(message_for(error)))

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.ctx.cancel()

    def _end(self) -> None:
        self._job = None
        self.progress.hide()
        self.open.setEnabled(True)
