"""The fields of a query: what is asked, without operators."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSpinBox, QWidget

from kennisbank.ui.language import language_name
from kennisbank.ui.models.metadata_words import KINDS, LANGUAGE_CODES, kind_name
from kennisbank.ui.models.query_form import QueryForm
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.metadata_choice import MetadataChoice
from kennisbank.ui.widgets.query_fields import QueryColumns, QueryField
from kennisbank.ui.widgets.text import Text

_FARTHEST = 100
_LINES = ("all_words", "phrase", "any_words", "none", "near", "title", "author", "keyword", "rest")


class QueryFormFields(QWidget):
    """Holds one `QueryForm`; `changed` after each letter."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._lines = {name: QLineEdit() for name in _LINES}
        self._distance = QSpinBox(minimum=1, maximum=_FARTHEST)
        self._first, self._last = QLineEdit(maxLength=4), QLineEdit(maxLength=4)
        self._edition, self._language, self._kind = MetadataChoice(), MetadataChoice(), MetadataChoice()
        self._editions: tuple[str, ...] = ()
        self._words_title, self._where_title = Text(size=15, strong=True), Text(size=15, strong=True)
        lines = self._lines
        self._fields = {
            **{name: QueryField(lines[name]) for name in _LINES if name != "near"},
            "near": QueryField(lines["near"], self._distance),
            "edition": QueryField(self._edition),
            "first": QueryField(self._first),
            "last": QueryField(self._last),
            "language": QueryField(self._language),
            "kind": QueryField(self._kind),
        }
        self._lay_out()
        self._connect()
        self.show_form(QueryForm())

    @property
    def first_control(self) -> QWidget:
        """Return where one begins."""
        return self._lines["all_words"]

    def form(self) -> QueryForm:
        """Return what is filled in; a year that isn't one asks nothing."""
        words = {name: line.text() for name, line in self._lines.items()}
        return QueryForm(
            words["all_words"],
            words["phrase"],
            words["any_words"],
            words["none"],
            words["near"],
            self._distance.value(),
            words["title"],
            words["author"],
            words["keyword"],
            str(self._edition.currentData() or ""),
            _year(self._first.text()),
            _year(self._last.text()),
            str(self._language.currentData() or ""),
            str(self._kind.currentData() or ""),
            words["rest"],
        )

    def show_form(self, form: QueryForm) -> None:
        """Fill the fields in; `changed` isn't told."""
        blocked = [QSignalBlocker(each) for each in self._editors()]
        for name, line in self._lines.items():
            line.setText(getattr(form, name))
            line.setCursorPosition(0)
        self._distance.setValue(form.distance)
        for line, year in ((self._first, form.first_year), (self._last, form.last_year)):
            line.setText("" if year is None else f"{year:04}")
        _choose(self._edition, form.edition, str)
        _choose(self._language, form.language, language_name)
        _choose(self._kind, form.kind, kind_name)
        self._show_rest_box(is_shown=bool(form.rest))
        del blocked
        self._check()

    def say_of_rest(self, fault: str) -> None:
        """Say what isn't understood of what is typed by hand."""
        self._fields["rest"].say(fault)

    def offer(self, editions: Sequence[str], authors: Sequence[str], keywords: Sequence[str]) -> None:
        """Offer what the library knows."""
        self._editions = tuple(editions)
        self._fill_editions()
        for name, known in (("author", authors), ("keyword", keywords)):
            completer = QCompleter(list(known), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self._lines[name].setCompleter(completer)

    def retranslate(self) -> None:
        """Set all words anew."""
        self._words_title.setText(self.tr("Words in the text"))
        self._where_title.setText(self.tr("Where and when"))
        for name, words, example in (
            ("all_words", self.tr("All of these words"), self.tr("network society")),
            ("phrase", self.tr("Exactly this phrase"), self.tr("learning to program")),
            ("any_words", self.tr("At least one of these words"), self.tr("teacher lecturer")),
            ("none", self.tr("None of these words"), self.tr("exam")),
            ("near", self.tr("Near each other, within so many words"), self.tr("feedback peers")),
            ("title", self.tr("In the title"), ""),
            ("author", self.tr("Author"), ""),
            ("keyword", self.tr("Keyword"), ""),
            ("rest", self.tr("And also, as you typed it"), ""),
        ):
            self._fields[name].set_name(words)
            placeholder = self.tr("for example {words}").format(words=example) if example else ""
            self._lines[name].setPlaceholderText(placeholder)
        for name, words in (
            ("edition", self.tr("Edition")),
            ("first", self.tr("From the year")),
            ("last", self.tr("Up to and including")),
            ("language", self.tr("Language")),
            ("kind", self.tr("Kind")),
        ):
            self._fields[name].set_name(words)
        self._distance.setAccessibleName(self.tr("Words apart at most"))
        self._distance.setSuffix(self.tr(" words"))
        self._fill_editions()
        _fill(self._language, self.tr("Any language"), LANGUAGE_CODES, language_name)
        _fill(self._kind, self.tr("Any kind"), KINDS, kind_name)
        self._check()

    def _lay_out(self) -> None:
        fields = self._fields
        years, sorts = _pair(fields["first"], fields["last"]), _pair(fields["language"], fields["kind"])
        words = _columns(*(fields[name] for name in ("all_words", "phrase", "any_words", "none", "near")))
        where = _columns(*(fields[name] for name in ("title", "author", "keyword", "edition")), years, sorts)
        column = Column(self, spacing=8)
        for title, grid in ((self._words_title, words), (self._where_title, where)):
            head = Row(margins=(4, 0, 4, 0))
            head.addWidget(title)
            column.add_all(head, grid, 12)
        column.addWidget(fields["rest"])

    def _connect(self) -> None:
        for line in (*self._lines.values(), self._first, self._last):
            line.textChanged.connect(self._on_change)
        self._distance.valueChanged.connect(self._on_change)
        for choice in (self._edition, self._language, self._kind):
            choice.currentIndexChanged.connect(self._on_change)

    def _on_change(self) -> None:
        self._check()
        self.changed.emit()

    def _check(self) -> None:
        """Say of a year that is none, once it has been typed, what a year is."""
        for name, line in (("first", self._first), ("last", self._last)):
            is_wrong = bool(line.text().strip()) and _year(line.text()) is None
            self._fields[name].say(self.tr("A year has four digits, such as 2025.") if is_wrong else "")

    def _show_rest_box(self, *, is_shown: bool) -> None:
        box = self._fields["rest"]
        if box.parentWidget() is not None:
            box.setVisible(is_shown)

    def _fill_editions(self) -> None:
        chosen = str(self._edition.currentData() or "")
        known = next((each for each in self._editions if each.casefold() == chosen.casefold()), chosen)
        blocked = QSignalBlocker(self._edition)
        _fill(self._edition, self.tr("Any edition"), self._editions, str)
        _choose(self._edition, known, str)
        del blocked

    def _editors(self) -> tuple[QWidget, ...]:
        choices = (self._edition, self._language, self._kind)
        return (*self._lines.values(), self._first, self._last, self._distance, *choices)


def _columns(*fields: QWidget) -> QWidget:
    box = QWidget()
    QueryColumns(box, *fields)
    policy = box.sizePolicy()
    policy.setHeightForWidth(True)
    box.setSizePolicy(policy)
    return box


def _pair(one: QWidget, other: QWidget) -> QWidget:
    box = QWidget()
    row = Row(box, spacing=8)
    for each in (one, other):
        row.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)
    return box


def _year(text: str) -> int | None:
    digits = text.strip()
    return int(digits) if len(digits) == 4 and digits.isascii() and digits.isdecimal() else None


def _fill(choice: QComboBox, anything: str, values: Sequence[str], name_of: Callable[[str], str]) -> None:
    """Offer `values`, and before them `anything`; what is chosen stays so."""
    chosen = str(choice.currentData() or "")
    blocked = QSignalBlocker(choice)
    choice.clear()
    choice.addItem(anything, "")
    for value in values:
        choice.addItem(name_of(value), value)
    _choose(choice, chosen, name_of)
    del blocked


def _choose(choice: QComboBox, value: str, name_of: Callable[[str], str]) -> None:
    """Choose `value`; one that isn't offered is added. Capitals don't count."""
    values = [str(choice.itemData(at)).casefold() for at in range(choice.count())]
    if value.casefold() not in values:
        choice.addItem(name_of(value) if value else "", value)
        values.append(value.casefold())
    choice.setCurrentIndex(values.index(value.casefold()))
