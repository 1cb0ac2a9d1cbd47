"""The panel beside the table of an import: what is the matter with one file, what to do, and its fields to mend."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.document import Problem
from kennisbank.domain.reports import FileReport
from kennisbank.ui.language import number
from kennisbank.ui.messages import problem_text
from kennisbank.ui.models.import_words import advice_for, look_of, standing_of, word_of
from kennisbank.ui.widgets.buttons import Button, IconButton
from kennisbank.ui.widgets.cards import EmptyState, Ground, Picture
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, Row, clear_layout
from kennisbank.ui.widgets.metadata_form import MetadataForm
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Elided, Text

_ICONS = {"error": ("error", "bad"), "warning": ("warn", "warn"), "note": ("info", "text_2")}


class ImportPanel(Ground):
    """Shows one file; mending it is asked for by signals."""

    stepped = Signal(int)
    """Show the file before (-1) or after (1)."""
    saved = Signal(object)
    """The changed fields, as a dict of `Field` and value: keep them and show the next file."""
    open_asked = Signal(str)
    """Show this contribution in the reader."""
    closed = Signal()
    """Give the room back to the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a file."""
        super().__init__("surface", parent=parent)
        self._report: FileReport | None = None
        self._is_rehearsal = True
        self._name, self._badge = Elided("", 15, strong=True, mode=Qt.TextElideMode.ElideMiddle), Badge()
        self._up, self._down, self._close = IconButton("up"), IconButton("down"), IconButton("x")
        self._facts = Text(size=12, tone="text_2", wraps=True)
        self._problems = Column(spacing=12)
        self._problem_box = QWidget()
        self.form = MetadataForm()
        self._nothing = EmptyState("file")
        self._page = QWidget()
        self._scroll = Scroll(self._page)
        self._save = Button("", "primary", key_hint="Ctrl Enter")
        self._open = Button("", "secondary", icon_name="external")
        self._foot = Ground("surface", edges="t")
        self._lay_out()
        self._up.clicked.connect(lambda: self.stepped.emit(-1))
        self._down.clicked.connect(lambda: self.stepped.emit(1))
        self._close.clicked.connect(self.closed)
        self._save.clicked.connect(self._on_save)
        self._open.clicked.connect(self._on_open)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._on_save, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.retranslate()
        self.show_report(None, is_rehearsal=True)

    @property
    def report(self) -> FileReport | None:
        """Return the file that is shown."""
        return self._report

    def show_report(self, report: FileReport | None, *, is_rehearsal: bool) -> None:
        """Show a file, or that none is chosen."""
        self._report, self._is_rehearsal = report, is_rehearsal
        has_report = report is not None
        self._nothing.setVisible(not has_report)
        self._scroll.setVisible(has_report)
        if report is not None:
            self.form.show_metadata(report.metadata)
            self._scroll.verticalScrollBar().setValue(0)
        self._show_words()

    def focus_fields(self) -> None:
        """Take the focus where one mends: the title."""
        if self.form.isVisible():
            self.form.title.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._down.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Set all words."""
        self.setAccessibleName(self.tr("File"))
        self._up.set_name(self.tr("File before"))
        self._down.set_name(self.tr("Next file"))
        self._close.set_name(self.tr("Close this panel"))
        self._save.setText(self.tr("Save and next"))
        self._nothing.set_words(
            self.tr("Choose a file in the table."),
            hint=self.tr("Here you see what is the matter with it, and mend what is known of it."),
        )
        self._show_words()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for each in self._page.findChildren(QWidget):  # the text size may have changed while this was folded away
            each.updateGeometry()

    def _lay_out(self) -> None:
        head = Row(spacing=8, margins=(24, 16, 16, 0))
        head.add_all(self._name, self._badge, self._up, self._down, self._close)
        page = Column(self._page, margins=(20, 12, 20, 24), spacing=12)
        self._problem_box.setLayout(self._problems)
        inset = Column(margins=(4, 0, 4, 0), spacing=12)
        inset.add_all(self._facts, self._problem_box)
        page.add_all(inset, self.form, None)
        foot = Row(self._foot, margins=(24, 12, 24, 12), spacing=12)
        foot.add_all(self._save, None, self._open)
        column = Column(self, spacing=0)
        column.add_all(head, self._scroll, self._nothing, self._foot)
        column.setStretchFactor(self._scroll, 1)
        column.setStretchFactor(self._nothing, 1)
        self._head = (self._name, self._badge, self._up, self._down, self._close)

    def _show_words(self) -> None:
        report = self._report
        for widget in (*self._head, self._foot):
            widget.setVisible(report is not None)
        if report is None:
            return
        standing = standing_of(report)
        look = look_of(standing)
        self._name.set_text(report.file.rpartition("/")[2])
        self._name.setToolTip(report.file)
        self._badge.set_badge(word_of(standing, is_rehearsal=self._is_rehearsal), look.tone, look.icon)
        can_mend = standing != "cannot" and report.contribution is not None
        can_open = report.contribution is not None and (not self._is_rehearsal or standing == "exists")
        self.form.setVisible(can_mend)
        self._save.setVisible(can_mend)
        self._open.setVisible(can_open)
        self._open.setText(self.tr("Read"))
        pages = self.tr("%n page(s)", "", report.pages).replace(str(report.pages), number(report.pages))
        self._facts.setText(" • ".join(part for part in (report.file, pages if report.pages else "") if part))
        self._show_problems(report.problems)

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        clear_layout(self._problems)
        for problem in problems:
            line = _ProblemLine(problem, self._problem_box)
            self._problems.addWidget(line)
            line.show()
        self._problem_box.setVisible(bool(problems))

    def _on_save(self) -> None:
        if self._report is None or not self._save.isVisible() or self.form.fault():
            return
        self.saved.emit(self.form.changes())

    def _on_open(self) -> None:
        if self._report is not None and self._report.contribution is not None:
            self.open_asked.emit(self._report.contribution)


class _ProblemLine(QWidget):
    """One problem: an icon, what is the matter and what to do."""

    def __init__(self, problem: Problem, parent: QWidget) -> None:
        super().__init__(parent)
        icon, tone = _ICONS.get(problem.severity, _ICONS["warning"])
        row = Row(self, spacing=12)
        row.addWidget(Picture(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        said = Text(problem_text(problem), wraps=True, selectable=True)
        words = Column(spacing=2)
        words.addWidget(said)
        advice = advice_for(problem)
        if advice:
            words.addWidget(Text(advice, tone="text_2", wraps=True))
        row.addLayout(words, 1)
