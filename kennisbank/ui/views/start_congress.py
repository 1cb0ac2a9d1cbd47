"""On the start page: the next congress, as the archive tells it, and what is new since the last one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Edition
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import language, number
from kennisbank.ui.views.start_rows import StartRow
from kennisbank.ui.views.start_section import StartSection
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.text import Text

_MOST = 600


class NextCongress(QWidget):
    """A card with what the archive says of the next congress; hidden while it says nothing."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow what is known of the archive of `session`."""
        super().__init__(parent)
        self._reading, self._is_example = ArchiveReading.of(session), False
        self._title, self.text = Text(size=15, strong=True), Text(wraps=True, selectable=True)
        card = Card()
        row = Row(card, margins=(16, 12, 16, 12), spacing=12)
        row.addWidget(Picture("calendar", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        Column(self, margins=(4, 0, 4, 16), spacing=12).add_all(self._title, card)
        self._reading.shown.connect(lambda _facts: self._show())
        self.hide()

    def show_congress(self, *, is_example: bool) -> None:
        """Show it anew, all words included; the example has no archive."""
        self._is_example = is_example
        self._title.setText(self.tr("The next congress"))
        self._show()

    def _show(self) -> None:
        info = self._reading.facts.info
        texts = (
            {} if info is None or self._is_example else {str(code): text for code, text in info.next_congress.items()}
        )
        words = (texts.get(language(), "") or next(iter(texts.values()), "")).strip()
        self.text.setText(words if len(words) <= _MOST else f"{words[:_MOST].rsplit(' ', 1)[0]} …")
        if self.parentWidget() is not None:
            self.setVisible(bool(words))


class CongressNews(StartSection):
    """A row that leads to what is new since the last congress; hidden while nothing is, or none is known."""

    asked = Signal()
    arranged = Signal()
    """The rows are others now."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Read the library of `session` when it opens and when contributions come."""
        super().__init__(parent=parent)
        self._session, self._reading = session, ArchiveReading.of(session)
        self._running: JobContext | None = None
        self._found: tuple[Edition, int, int] | None = None
        self._told: object = None
        self._reading.shown.connect(lambda _facts: self.retranslate())
        session.opened.connect(self.read)
        session.changed.connect(self._on_changed)
        if session.is_open:
            self.read()

    def read(self) -> None:
        """Count what is new; an older answer is dropped."""
        if self._running is not None:
            self._running.cancel()
        if not self._session.is_open:
            return
        digest = self._session.kennisbank.digest

        def job(ctx: JobContext) -> tuple[Edition, int, int] | None:
            found = digest.since("congress", ctx, with_searches=False)
            if found.congress is None:
                return None
            return found.congress, len(found.news.added), len(found.news.changed)

        self._running = self._session.tasks.read(self, job, self._take, self._session.failed.emit)

    def retranslate(self) -> None:
        """Set all words."""
        found, told = self._found, self._told
        self._told = (found, self._reading.facts.link is not None, language())
        if self._told == told:
            return
        if found is None or not (found[1] or found[2]) or self._reading.facts.link is None:
            self.show_rows("", [])
            self.arranged.emit()
            return
        congress, added, changed = found
        parts = [self.tr("%n contribution(s)", "", added).replace(str(added), number(added))] if added else []
        parts += [self.tr("%n changed", "", changed).replace(str(changed), number(changed))] if changed else []
        row = StartRow("  •  ".join(parts), congress.name or congress.code, icon_name="bell")
        row.clicked.connect(self.asked)
        self.show_rows(self.tr("Since the last congress"), [row])
        self.arranged.emit()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.ids("contribution") or changes.ids("edition"):
            self.read()

    def _take(self, found: tuple[Edition, int, int] | None) -> None:
        self._running = None
        self._found = found
        self.retranslate()
