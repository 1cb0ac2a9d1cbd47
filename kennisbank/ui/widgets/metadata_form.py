"""The form in which a contribution's metadata is mended: each field with where its value came from."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget
from typing_extensions import override

from kennisbank.domain.metadata import Field, Metadata, SourcedMetadata
from kennisbank.ui.language import language_name
from kennisbank.ui.models.metadata_words import (
    KINDS,
    LANGUAGE_CODES,
    field_name,
    kind_name,
    source_badge,
    source_detail,
)
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.metadata_authors import MetadataAuthors
from kennisbank.ui.widgets.metadata_choice import MetadataChoice
from kennisbank.ui.widgets.metadata_terms import MetadataTerms
from kennisbank.ui.widgets.metadata_text import MetadataText
from kennisbank.ui.widgets.text import Text

YEARS = range(1950, 2101)
"""Years that a contribution may be of."""


class MetadataForm(QWidget):
    """Fields below one another, short ones in pairs. `changes` are those that differ from what was shown."""

    edited = Signal()
    """A field was changed by the reader."""

    def __init__(self, *, is_long: bool = False, parent: QWidget | None = None) -> None:
        """Make the form; `is_long` with summary, DOI and licence."""
        super().__init__(parent)
        self._shown = SourcedMetadata()
        self.title = MetadataText(1, 4, is_line=True)
        self.authors = MetadataAuthors()
        self.year, self.edition = QLineEdit(), QLineEdit()
        self.language, self.kind = MetadataChoice(), MetadataChoice()
        self.themes, self.keywords = MetadataTerms(), MetadataTerms()
        self.abstract = MetadataText(4, 12)
        self.doi, self.licence = QLineEdit(), QLineEdit()
        self._year_error = ErrorLine(self.year)
        self._boxes: dict[Field, _FieldBox] = {}
        column = Column(self, spacing=16)
        column.add_all(self._box("title", self.title), self._box("authors", self.authors))
        column.add_all(
            self._pair(self._box("edition", self.edition), self._box("year", self.year, self._year_error)),
            self._pair(self._box("kind", self.kind), self._box("language", self.language)),
            self._box("themes", self.themes),
            self._box("keywords", self.keywords),
        )
        if is_long:
            column.add_all(
                self._box("abstract", self.abstract),
                self._pair(self._box("doi", self.doi), self._box("licence", self.licence)),
            )
        self._connect()
        self.retranslate()

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return the fields of this form, in order."""
        return tuple(self._boxes)

    def show_metadata(self, metadata: SourcedMetadata) -> None:
        """Show these values with their sources; what was being typed is gone."""
        self._shown = metadata
        values = metadata.values
        blocked = [QSignalBlocker(each) for each in self._editors()]
        self.title.setPlainText(values.title)
        self.authors.set_authors(values.authors)
        self.year.setText("" if values.year is None else str(values.year))
        self.edition.setText(values.edition)
        self._choose(self.language, values.language, language_name)
        self._choose(self.kind, values.kind, kind_name)
        self.themes.set_terms(values.themes)
        self.keywords.set_terms(values.keywords)
        self.abstract.setPlainText(values.abstract)
        self.doi.setText(values.doi)
        self.licence.setText(values.licence)
        self._year_error.say("")
        del blocked
        self._show_sources()

    def changes(self) -> dict[Field, object]:
        """Return the fields that differ from what was shown; an emptied field has an empty value."""
        before: Metadata = self._shown.values
        now = self._values()
        return {name: now[name] for name in self._boxes if now[name] != getattr(before, name)}

    def fault(self) -> str:
        """Return what is wrong with a field, after saying so beside it; empty when all can be saved."""
        text = self.year.text().strip()
        is_wrong = bool(text) and not (text.isdecimal() and int(text) in YEARS)
        self._year_error.say(self.tr("A year has four digits, such as 2025.") if is_wrong else "")
        if is_wrong:
            self.year.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.tr("A year has four digits, such as 2025.") if is_wrong else ""

    def offer(self, editions: Sequence[str], themes: Sequence[str], keywords: Sequence[str]) -> None:
        """Offer what the library knows while one types."""
        completer = QCompleter(list(editions), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.edition.setCompleter(completer)
        self.themes.offer(themes)
        self.keywords.offer(keywords)

    def retranslate(self) -> None:
        """Set all words."""
        remove = self.tr("Take away %1")
        self.themes.set_words(field_name("themes"), self.tr("Add a theme"), remove)
        self.keywords.set_words(field_name("keywords"), self.tr("Add a keyword"), remove)
        for name, box in self._boxes.items():
            box.set_name(field_name(name))
        for combo, code_name, codes in (
            (self.language, language_name, LANGUAGE_CODES),
            (self.kind, kind_name, KINDS),
        ):
            chosen = combo.currentData() or ""
            blocked = QSignalBlocker(combo)
            combo.clear()
            combo.addItem(self.tr("Not known"), "")
            for code in codes:
                combo.addItem(code_name(code), code)
            del blocked
            self._choose(combo, str(chosen), code_name)
        self._show_sources()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _values(self) -> Mapping[Field, object]:
        year = self.year.text().strip()
        return {
            "title": self.title.text(),
            "authors": self.authors.authors(),
            "abstract": self.abstract.text(),
            "keywords": self.keywords.terms(),
            "themes": self.themes.terms(),
            "year": int(year) if year.isdecimal() else None,
            "language": str(self.language.currentData() or ""),
            "kind": str(self.kind.currentData() or ""),
            "doi": self.doi.text().strip(),
            "licence": self.licence.text().strip(),
            "edition": " ".join(self.edition.text().split()),
        }

    def _editors(self) -> tuple[QWidget, ...]:
        return (
            self.title,
            self.authors,
            self.year,
            self.edition,
            self.language,
            self.kind,
            self.themes,
            self.keywords,
            self.abstract,
            self.doi,
            self.licence,
        )

    def _connect(self) -> None:
        for each in (self.title, self.abstract):
            each.textChanged.connect(self.edited)
        for line in (self.year, self.edition, self.doi, self.licence):
            line.textEdited.connect(self.edited)
        for combo in (self.language, self.kind):
            combo.currentIndexChanged.connect(self.edited)
        for several in (self.authors, self.themes, self.keywords):
            several.changed.connect(self.edited)

    def _box(self, field: Field, editor: QWidget, error: ErrorLine | None = None) -> "_FieldBox":
        box = _FieldBox(editor, error)
        self._boxes[field] = box
        return box

    @staticmethod
    def _pair(one: QWidget, other: QWidget) -> Row:
        row = Row(spacing=4)
        row.add_all(one, other)
        for each in (one, other):
            row.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        row.setStretch(0, 1)
        row.setStretch(1, 1)
        return row

    @staticmethod
    def _choose(combo: QComboBox, value: str, name_of: object) -> None:
        at = combo.findData(value)
        if at < 0:
            combo.addItem(name_of(value) if callable(name_of) else value, value)
            at = combo.count() - 1
        combo.setCurrentIndex(at)

    def _show_sources(self) -> None:
        for name, box in self._boxes.items():
            provenance = self._shown.provenance.get(name)
            if provenance is None:
                box.show_source("", "quiet", "", "")
            else:
                box.show_source(*source_badge(provenance), source_detail(provenance))


class _FieldBox(QWidget):
    """A field with its name above it and its source below it."""

    def __init__(self, editor: QWidget, error: ErrorLine | None) -> None:
        super().__init__()
        self._editor = editor
        self._name = Text(strong=True, size=12)
        self._badge, self._detail = Badge(), Text("", 12, tone="text_2", wraps=True)
        self._source = QWidget()
        row = Row(self._source, margins=(4, 2, 4, 0), spacing=8)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._detail, 1)
        # Room for the focus ring around the field; fields of several parts keep their own.
        inset = 0 if isinstance(editor, MetadataAuthors | MetadataTerms) else 4
        around = Row(margins=(inset, 0, inset, 0))
        around.addWidget(editor)
        name = Row(margins=(4, 0, 4, 0))
        name.addWidget(self._name)
        column = Column(self, spacing=4)
        column.add_all(name, around)
        if error is not None:
            column.addWidget(error)
        column.addWidget(self._source)

    def set_name(self, name: str) -> None:
        """Name the field."""
        self._name.setText(name)
        if not isinstance(self._editor, MetadataTerms):
            self._editor.setAccessibleName(name)

    def show_source(self, words: str, tone: object, icon: str, detail: str) -> None:
        """Say where the value came from; nothing for an empty field."""
        self._badge.set_badge(words, tone, icon)  # type: ignore[arg-type]  # one of the tones, from `source_badge`
        self._detail.setText(detail)
        self._source.setVisible(bool(words))
        said = ": ".join(part for part in (words, detail) if part)
        self._editor.setAccessibleDescription(said)
