"""The cards of the settings page: look, and looking after the library."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSlider, QWidget
from typing_extensions import override

from kennisbank.config.settings import Settings
from kennisbank.domain.reports import Finding
from kennisbank.tasks.context import Progress
from kennisbank.ui.language import LANGUAGES, number
from kennisbank.ui.look import follow, px
from kennisbank.ui.metrics import LARGEST_TEXT, SMALLEST_TEXT
from kennisbank.ui.models.settings_words import REPAIRABLE, finding_text
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row, clear_layout
from kennisbank.ui.widgets.metadata_choice import MetadataChoice
from kennisbank.ui.widgets.progress import ProgressLine
from kennisbank.ui.widgets.text import Text

_THEMES = ("system", "light", "dark", "contrast")
_LANGUAGES = ("", "nl", "en")
_STEP = 10
NAME_LENGTH = 200
"""Characters that the reader's name may have."""
FINDINGS_SHOWN = 50
"""So many findings are shown one by one; of more, the number."""


class SettingsLook(Card):
    """Language, the reader's name, theme, text size and night paper. Each holds at once."""

    changed = Signal(object)
    """The changed settings, as a dict of name and value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.language, self.theme = MetadataChoice(), MetadataChoice()
        self.reader_name = QLineEdit()
        self.reader_name.setMaxLength(NAME_LENGTH)
        self.text_size = QSlider(Qt.Orientation.Horizontal)
        self.night, self.keep = QCheckBox(), QCheckBox()
        self._size_words = Text(tabular=True)
        self._names = [Text(strong=True) for _ in range(6)]
        self._night_hint, self._name_hint = Text(tone="text_2", wraps=True), Text(tone="text_2", wraps=True)
        self.text_size.setRange(SMALLEST_TEXT // _STEP, LARGEST_TEXT // _STEP)
        self.text_size.setPageStep(2)
        self.text_size.setTracking(False)
        self._lay_out()
        self.language.currentIndexChanged.connect(
            lambda _at: self.changed.emit({"ui_language": self.language.currentData()})
        )
        self.reader_name.editingFinished.connect(
            lambda: self.changed.emit({"reader_name": self.reader_name.text().strip()})
        )
        self.theme.currentIndexChanged.connect(lambda _at: self.changed.emit({"theme": self.theme.currentData()}))
        self.text_size.valueChanged.connect(lambda value: self.changed.emit({"text_size": value * _STEP}))
        self.text_size.sliderMoved.connect(lambda value: self._size_words.setText(f"{number(value * _STEP)} %"))
        self.night.toggled.connect(lambda on: self.changed.emit({"night_paper": on}))
        self.keep.toggled.connect(lambda on: self.changed.emit({"keep_papers": on}))
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        blocked = [QSignalBlocker(each) for each in (self.language, self.theme, self.text_size, self.night, self.keep)]
        self.language.setCurrentIndex(max(self.language.findData(settings.ui_language), 0))
        self.theme.setCurrentIndex(max(self.theme.findData(settings.theme), 0))
        self.text_size.setValue(round(settings.text_size / _STEP))
        self.night.setChecked(settings.night_paper)
        self.keep.setChecked(settings.keep_papers)
        if self.reader_name.text().strip() != settings.reader_name:
            self.reader_name.setText(settings.reader_name)
        del blocked
        self._size_words.setText(f"{number(settings.text_size)} %")
        self.text_size.setAccessibleDescription(self._size_words.text())

    def retranslate(self) -> None:
        """Set all words."""
        papers, keep = self.tr("Open papers"), self.tr("Open them again with the window")
        names = (
            self.tr("Language"),
            self.tr("Your name"),
            self.tr("Colours"),
            self.tr("Text size"),
            self.tr("Night paper"),
            papers,
        )
        fields = (self.language, self.reader_name, self.theme, self.text_size, self.night, self.keep)
        for label, name, field in zip(self._names, names, fields, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        self.night.setText(self.tr("Use it in the dark themes"))
        self.night.setAccessibleName(self.tr("Use it in the dark themes"))
        self.keep.setText(keep)
        self.keep.setAccessibleName(keep)
        self._name_hint.setText(
            self.tr("It stands in annotations that you export. Leave it empty to have no name there.")
        )
        self.reader_name.setAccessibleDescription(self._name_hint.text())
        self._night_hint.setText(self.tr("Pages are shown light on dark; pictures stay as they are."))
        self._fill(self.language, _LANGUAGES, [self.tr("As the system"), *LANGUAGES.values()])
        themes = [self.tr("As the system"), self.tr("Light"), self.tr("Dark"), self.tr("High contrast")]
        self._fill(self.theme, _THEMES, themes)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        size = Row(spacing=12)
        size.add_all(self.text_size, self._size_words, None)
        night = Column(spacing=2)
        night.add_all(self.night, self._night_hint)
        name_field = Column(spacing=2)
        name_field.addWidget(self.reader_name, 0, Qt.AlignmentFlag.AlignLeft)
        name_field.addWidget(self._name_hint)
        column = Column(self, margins=(24, 20, 24, 20), spacing=16)
        fields: tuple[QWidget | Row | Column, ...] = (self.language, name_field, self.theme, size, night, self.keep)
        for name, field in zip(self._names, fields, strict=True):
            line = Row(spacing=16)
            line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            if isinstance(field, QWidget):
                line.add_all(field, None)
            else:
                line.addLayout(field, 1)
            column.addLayout(line)
            follow(name, partial(self._scale_name, name))
        for combo in (self.language, self.theme):
            follow(combo, partial(self._scale_combo, combo))
        follow(self.reader_name, lambda: self.reader_name.setFixedWidth(px(260)))
        follow(self.text_size, lambda: self.text_size.setFixedWidth(px(200)))

    @staticmethod
    def _scale_name(name: Text) -> None:
        name.setMinimumSize(px(120), px(28))

    @staticmethod
    def _scale_combo(combo: QComboBox) -> None:
        combo.setMinimumWidth(px(200))

    @staticmethod
    def _fill(combo: QComboBox, values: Sequence[str], words: Sequence[str]) -> None:
        blocked = QSignalBlocker(combo)
        chosen = combo.currentData()
        combo.clear()
        for value, text in zip(values, words, strict=True):
            combo.addItem(text, value)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
        del blocked


class SettingsCare(Card):
    """Checking, repairing, rebuilding, with progress and what was found."""

    check_asked = Signal(bool)
    """Check the library; True: and mend what can be mended."""
    rebuild_asked = Signal()
    log_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin at rest."""
        super().__init__(parent)
        self._findings: Sequence[Finding] | None = None
        self._said = ""
        self.check, self.repair, self.rebuild, self.log = Button(), Button("", "primary"), Button(), Button()
        self._hint, self._result = Text(tone="text_2", wraps=True), Text(wraps=True)
        self.progress = ProgressLine(bar_width=200, small=False)
        self._list = Column(spacing=4)
        buttons = FlowLayout()
        for button in (self.check, self.rebuild, self.log):
            buttons.addWidget(button)
        mend = FlowLayout()
        mend.addWidget(self.repair)
        column = Column(self, margins=(24, 20, 24, 20), spacing=12)
        column.add_all(self._hint, buttons, self.progress, self._result, self._list, mend)
        self.progress.hide()
        self.check.clicked.connect(lambda: self.check_asked.emit(False))
        self.repair.clicked.connect(lambda: self.check_asked.emit(True))
        self.rebuild.clicked.connect(self.rebuild_asked)
        self.log.clicked.connect(self.log_asked)
        self.progress.cancel_asked.connect(self.cancel_asked)
        self.retranslate()

    def show_running(self, words: str) -> None:
        """Say that a job runs; the others wait."""
        self._findings, self._said = None, ""
        self.progress.show_progress(words, 0, 0)
        self.progress.show()
        self._show()

    def show_progress(self, words: str, progress: Progress) -> None:
        """Say how far it is."""
        far = f", {number(progress.done)} / {number(progress.total)}" if progress.total else ""
        self.progress.show_progress(f"{words}{far}", progress.done, progress.total)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what a check found."""
        self.progress.hide()
        self._findings, self._said = tuple(findings), ""
        self._show()

    def show_words(self, said: str) -> None:
        """Say how a job ended."""
        self.progress.hide()
        self._findings, self._said = None, said
        self._show()

    def retranslate(self) -> None:
        """Set all words."""
        self._hint.setText(
            self.tr(
                "Checking reads every file and compares it with what it was when it came in. Nothing is changed by it."
            )
        )
        self.check.setText(self.tr("Check the library"))
        self.repair.setText(self.tr("Repair what can be repaired"))
        self.rebuild.setText(self.tr("Build the search index anew"))
        self.log.setText(self.tr("Show the log"))
        self.progress.set_cancel_words(self.tr("Cancel"))
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _show(self) -> None:
        clear_layout(self._list)
        is_running = not self.progress.isHidden()
        for button in (self.check, self.rebuild):
            button.setEnabled(not is_running)
        findings = self._findings or ()
        open_ = [each for each in findings if not each.repaired]
        self.repair.setVisible(any(each.code in REPAIRABLE for each in open_) and not is_running)
        self._result.setText(self._words(len(findings)))
        self._result.setVisible(bool(self._result.text()))
        for finding in findings[:FINDINGS_SHOWN]:
            self._list.addWidget(self._line(finding))

    def _words(self, count: int) -> str:
        if self._findings is None:
            return self._said
        if not count:
            return self.tr("Everything is in order.")
        return self.tr("%n thing(s) found.", "", count).replace(str(count), number(count))

    def _line(self, finding: Finding) -> QWidget:
        line = QWidget(self)
        row = Row(line, spacing=8)
        icon, tone = ("check", "ok") if finding.repaired else ("warn", "warn")
        row.addWidget(Picture(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        words = finding_text(finding)
        if finding.repaired:
            words = " ".join((words, self.tr("Repaired.")))
        row.addWidget(Text(words, wraps=True), 1)
        return line
