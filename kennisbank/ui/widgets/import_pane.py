"""The middle of the import view: what runs and how far, totals that filter, the table, and what can be done next."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from kennisbank.domain.recognition import scans_in
from kennisbank.domain.reports import FileReport, ImportSummary
from kennisbank.ui.controllers.import_run import Remaining
from kennisbank.ui.language import number
from kennisbank.ui.look import px, theme
from kennisbank.ui.models.import_table import ImportTable
from kennisbank.ui.models.import_words import Standing
from kennisbank.ui.models.scan_words import Outlook, ScanWords
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.widgets.buttons import Button, IconButton
from kennisbank.ui.widgets.cards import Ground, Picture
from kennisbank.ui.widgets.import_rows import ImportRows
from kennisbank.ui.widgets.import_totals import ImportTotals
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.progress import Bar
from kennisbank.ui.widgets.text import Elided, Text

PaneState = Literal["rehearsing", "rehearsed", "importing", "imported", "past"]
_LOW = 560
"""Height in units of the design below which the words above the table give way to it."""


class ImportPane(QWidget):
    """One run of an import, or the report of an earlier one. Requests go out by signals; nothing is done here."""

    import_asked = Signal()
    other_asked = Signal()
    cancel_asked = Signal()
    undo_asked = Signal()
    export_asked = Signal()
    panel_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin as an empty rehearsal."""
        super().__init__(parent)
        self._state: PaneState = "rehearsing"
        self._name, self._ending = "", ""
        self._scans: Outlook | None = None
        self._summary: ImportSummary | None = None
        self._over = Text(size=12, tone="text_2")
        self._heading = Elided("", 20, strong=True)
        self._other = Button("", "secondary", icon_name="folder")
        self.undo = Button("", "secondary", icon_name="undo")
        self.go_on = Button("", "primary")
        self._panel = IconButton("panelright", checkable=True)
        self._reason = Text(size=12, tone="text_2")
        self._banner = _Banner()
        self._progress = QWidget()
        self._far, self._left, self._bar = Text(strong=True, tabular=True), Text(tone="text_2"), Bar()
        self.cancel = Button("", "secondary", small=True)
        self.totals = ImportTotals()
        self.table = ImportTable(self)
        self.rows = ImportRows(self.table)
        self._foot_words = Text(size=12, tone="text_2")
        self.export = Button("", "secondary", icon_name="external", small=True)
        self._lay_out()
        self.go_on.clicked.connect(self.import_asked)
        self._other.clicked.connect(self.other_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.export.clicked.connect(self.export_asked)
        self._panel.clicked.connect(self.panel_asked)
        self.totals.chosen.connect(self._filter)
        self.retranslate()

    @property
    def is_rehearsal(self) -> bool:
        """Tell whether what is shown would happen, and did not yet."""
        return self._state in {"rehearsing", "rehearsed"}

    def begin(self, state: PaneState, name: str) -> None:
        """Show another run, of the edition or source `name`, with an empty table."""
        self._state, self._name, self._summary, self._ending = state, name, None, ""
        self._scans = None
        self.table.clear(is_rehearsal=self.is_rehearsal)
        self.rows.unsort()
        self.totals.show_chosen(None)
        self._bar.set_done(0, 0)
        self._far.setText(self.tr("Looking for files"))
        self._left.setText("")
        self._show()

    def end(self, state: PaneState, summary: ImportSummary | None, failure: str = "") -> None:
        """Say how the run ended; `failure` in words, when it failed."""
        self._state, self._summary, self._ending = state, summary, failure
        self._show()

    def say_scans(self, outlook: Outlook) -> None:
        """Say what becomes of the scans among what came in."""
        self._scans = outlook
        self._show()

    def add(self, reports: Sequence[FileReport]) -> None:
        """Add files to the table."""
        self.table.append(reports)
        self.show_counts()

    def show_counts(self) -> None:
        """Show the totals anew."""
        self.totals.show_counts(self.table.counts, is_rehearsal=self.is_rehearsal)
        self._show_foot()

    def show_remaining(self, remaining: Remaining) -> None:
        """Show how far the run is."""
        if remaining.stage == "indexing":
            self._far.setText(self.tr("Making them searchable"))
            self._left.setText("")
        elif remaining.stage == "importing" and remaining.total:
            far = self.tr("%1 of %2 read").replace("%1", number(remaining.done)).replace("%2", number(remaining.total))
            self._far.setText(far)
            self._left.setText(self._time_words(remaining.seconds))
        self._bar.set_done(remaining.done, remaining.total)
        self._bar.setAccessibleName(self._far.text())

    def show_panel_toggle(self, *, is_shown: bool) -> None:
        """Say whether the panel beside the table is shown."""
        self._panel.setChecked(is_shown)

    def retranslate(self) -> None:
        """Set all words."""
        self.rows.setAccessibleName(self.tr("Files of the import"))
        self.totals.setAccessibleName(self.tr("Totals; each shows only its own files"))
        self._panel.set_name(self.tr("Panel with the chosen file"))
        self.cancel.setText(self.tr("Cancel"))
        self.export.setText(self.tr("Report as CSV"))
        self.table.retranslate()
        self.rows.fit()
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _lay_out(self) -> None:
        head = Column(margins=(24, 16, 24, 12), spacing=8)
        self._top = top = Row(spacing=8)
        self._buttons = buttons = Row(spacing=8)
        words = Column(spacing=0)
        words.add_all(self._over, self._heading)
        top.addLayout(words, 1)
        buttons.add_all(self._reason, self._other, self.undo, self.go_on, self._panel)
        top.addLayout(buttons)
        bar = Row(self._progress, spacing=12)
        bar.add_all(self._far, self._bar, self._left, self.cancel)
        bar.setStretch(1, 1)
        head.add_all(top, self._banner, self._progress, self.totals)
        foot = Ground("window", edges="t")
        under = Row(foot, margins=(24, 8, 24, 8), spacing=12)
        under.add_all(self._foot_words, None, self.export)
        column = Column(self, spacing=0)
        column.add_all(head, self.rows, foot)
        column.setStretchFactor(self.rows, 1)

    def _filter(self, standing: Standing | None) -> None:
        self.table.show_only(standing)
        self._show_foot()

    def _show(self) -> None:
        state = self._state
        is_running = state in {"rehearsing", "importing"}
        self._over.setText(self._over_words())
        self._heading.set_text(self._heading_words())
        self._progress.setVisible(is_running)
        self.cancel.setEnabled(is_running)
        self._other.setVisible(not is_running)
        self._other.setText(self.tr("Change") if state == "rehearsed" else self.tr("Import something else"))
        taken = self._taken()
        self.go_on.setVisible(state in {"rehearsing", "rehearsed"})
        self.go_on.setEnabled(state == "rehearsed" and taken > 0)
        self.go_on.setText(self._import_words(taken))
        self._reason.setText(self.tr("Importing can be done after the rehearsal") if state == "rehearsing" else "")
        self.undo.setText(self.tr("Undo this import"))
        has_batch = self._summary is not None and self._summary.batch is not None
        self.undo.setVisible(state == "imported" and has_batch and taken > 0)
        self._banner.say(*self._banner_words(taken))
        self.show_counts()
        self._make_room()

    def _taken(self) -> int:
        return sum(report.verdict in {"added", "updated"} for report in self.table.reports)

    def _import_words(self, taken: int) -> str:
        if self._state == "rehearsing":
            return self.tr("Import")
        words = self.tr("Import %n contribution(s)", "", taken)
        return words.replace(str(taken), number(taken)) if taken else self.tr("Nothing to import")

    def _over_words(self) -> str:
        return self.tr("Earlier import") if self._state == "past" else self.tr("Manage, importing")

    def _heading_words(self) -> str:
        words = {
            "rehearsing": self.tr("Rehearsal %1"),
            "rehearsed": self.tr("Rehearsal %1"),
            "importing": self.tr("Importing %1"),
            "imported": self.tr("Imported: %1"),
            "past": "%1",
        }
        return words[self._state].replace("%1", self._name)

    def _banner_words(self, taken: int) -> tuple[str, str, str]:
        """Return what the banner says, with its tone and icon."""
        if self._ending:
            return self._ending, "bad", "error"
        if self._summary is not None and self._summary.cancelled:
            if self.is_rehearsal:
                words = self.tr("Stopped, as you asked. Nothing was written; below is what was read.")
            else:
                words = self.tr(
                    "Stopped, as you asked. %n contribution(s) came in and stay; go on when you like.", "", taken
                )
            return words.replace(str(taken), number(taken)), "warn", "warn"
        calm = {
            "rehearsing": self.tr("A rehearsal: everything is read, nothing is written."),
            "rehearsed": self.tr("Nothing has been changed yet. What you import can be undone as a whole."),
            "importing": self.tr("What is imported is safe at once; you may stop halfway."),
        }
        if self._state in calm:
            return calm[self._state], "ok", "shield"
        if not taken:
            return self.tr("Nothing new came in: everything is here already, or could not be taken."), "ok", "okc"
        words = self.tr("%n contribution(s) came in. They can be found and read now.", "", taken)
        words = words.replace(str(taken), number(taken))
        scans = ScanWords().of_import(scans_in(self.table.reports), self._scans) if self._scans else ""
        if not scans:
            return words, "ok", "okc"
        is_calm = self._scans == "coming"
        return f"{words} {scans}", *(("ok", "okc") if is_calm else ("warn", "warn"))

    def _show_foot(self) -> None:
        shown, all_ = self.table.rowCount(), len(self.table.reports)
        if shown == all_:
            words = self.tr("%n file(s)", "", all_).replace(str(all_), number(all_))
        else:
            words = self.tr("%1 of %2 files").replace("%1", number(shown)).replace("%2", number(all_))
        self._foot_words.setText(words)
        self.export.setEnabled(all_ > 0 and self._state in {"rehearsed", "imported", "past"})

    def _time_words(self, seconds: float | None) -> str:
        if seconds is None:
            return ""
        if seconds < 8:
            return self.tr("a few seconds left")
        if seconds < 90:
            return self.tr("about %n second(s) left", "", max(10, round(seconds / 10) * 10))
        return self.tr("about %n minute(s) left", "", round(seconds / 60))

    def _make_room(self) -> None:
        """Leave the words above the table out where its rows would have no room."""
        is_low, is_narrow = self.height() < px(_LOW), self.width() < px(720)
        has_news = bool(self._ending) or (self._summary is not None and self._summary.cancelled)
        is_quiet = self._state == "past" or (is_low and not has_news)
        two_lines = self.width() < px(600) and not self.undo.isHidden()
        self._top.setDirection(Row.Direction.TopToBottom if two_lines else Row.Direction.LeftToRight)
        self._top.setAlignment(self._buttons, Qt.AlignmentFlag.AlignLeft if two_lines else Qt.AlignmentFlag(0))
        self._banner.setVisible(not is_quiet)
        self._over.setVisible(not is_low)
        self._reason.setVisible(bool(self._reason.text()) and not is_narrow)


class _Banner(QFrame):
    """A sentence on a soft ground, with an icon."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = "ok"
        self._picture, self._text = Picture("shield", "ok"), Text(wraps=True)
        row = Row(self, margins=(12, 6, 12, 6), spacing=12)
        row.add_all(self._picture, self._text)
        row.setStretch(1, 1)

    def say(self, text: str, tone: str, icon: str) -> None:
        """Say something."""
        self._tone = tone
        self._text.setText(text)
        self.setAccessibleName(text)
        if icon:
            self._picture.set_icon(icon, tone)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        fill = getattr(t, f"{self._tone}_soft")
        panel(QPainter(self), self.rect(), fill=fill, edge=getattr(t, self._tone) if t.name == "contrast" else None)
