"""What is known of an edition, mended by a maintainer for everybody."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from kennisbank.domain.contribution import Edition
from kennisbank.ui.desk.edition_words import day_of, is_address
from kennisbank.ui.desk.form_field import FormField, focus_first_wrong
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.metadata_choice import MetadataChoice
from kennisbank.ui.widgets.text import Text

_KINDS = ("", "link", "archived", "none")
_LEAST_YEAR, _MOST_YEAR = 1900, 2200


class EditionForm(Card):
    """Hidden until `begin`."""

    saved = Signal(object)
    """The `Edition` as it is to be."""
    website_asked = Signal()
    """An archived website is to be handed in."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing."""
        super().__init__(parent)
        self._edition: Edition | None = None
        self._title = Text(size=15, strong=True, wraps=True)
        self.name, self.year = FormField(width=480), FormField(width=120, longest=4)
        self.begins, self.ends = FormField(width=200, longest=10), FormField(width=200, longest=10)
        self.place, self.organiser = FormField(width=480), FormField(width=480)
        self.programme, self.website = FormField(width=480, longest=4000), FormField(width=480, longest=4000)
        self._kind_name, self.kind = Text(strong=True), MetadataChoice()
        self.archive = Button("", "secondary", icon_name="archive", small=True)
        self._archive_hint = Text(size=12, tone="text_2", wraps=True)
        self.save, self.leave, self.error = Button("", "primary"), Button("", "quiet"), ErrorLine()
        self._lay_out()
        self.save.clicked.connect(self.submit)
        self.leave.clicked.connect(self._leave)
        self.archive.clicked.connect(self.website_asked)
        self.retranslate()
        self.hide()

    @property
    def fields(self) -> list[FormField]:
        """Return the fields, in the order in which one reads."""
        return [
            self.name, self.year, self.begins, self.ends, self.place, self.organiser, self.programme, self.website
        ]  # fmt: skip

    def begin(self, edition: Edition) -> None:
        """Show what is known, to be mended."""
        self._edition = edition
        year = str(edition.year) if edition.year else ""
        values = (edition.name, year, edition.begins, edition.ends, edition.place, edition.organiser)
        for field, value in zip(self.fields, (*values, edition.programme, edition.website), strict=True):
            field.set_text(value)
            field.say("")
        self.kind.setCurrentIndex(_KINDS.index(edition.website_kind) if edition.website_kind in _KINDS else 0)
        self._allow_archived()
        self.error.say("")
        self.setEnabled(True)
        self.show()
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Have it saved, unless something can't be so."""
        edition = self._edition
        if edition is None:
            return
        year, begins, ends = self.year.text, self.begins.text, self.ends.text
        is_year = not year or (year.isdigit() and _LEAST_YEAR <= int(year) <= _MOST_YEAR)
        self.year.say("" if is_year else self.tr("A year of four digits, such as 2025."))
        wrong_day = self.tr("A day as 2025-03-27.")
        self.begins.say("" if not begins or day_of(begins) else wrong_day)
        self.ends.say(self._wrong_end(begins, ends, wrong_day))
        wrong_address = self.tr("An address that begins with https://")
        for field in (self.programme, self.website):
            field.say("" if not field.text or is_address(field.text) else wrong_address)
        if focus_first_wrong(self.fields):
            return
        self.setEnabled(False)
        self.saved.emit(
            replace(
                edition,
                name=self.name.text,
                year=int(year) if year else None,
                begins=begins,
                ends=ends,
                place=self.place.text,
                organiser=self.organiser.text,
                programme=self.programme.text,
                website=self.website.text,
                website_kind=_KINDS[max(self.kind.currentIndex(), 0)],
            )
        )

    def fail(self, words: str) -> None:
        """Say why it couldn't be saved."""
        self.setEnabled(True)
        self.error.say(words)

    def retranslate(self) -> None:
        """Set all words."""
        self._title.setText(self.tr("What everybody sees of this edition"))
        example = self.tr("As 2025-03-27.")
        names = (
            (self.tr("Name"), ""),
            (self.tr("Year"), ""),
            (self.tr("First day"), example),
            (self.tr("Last day"), example),
            (self.tr("Place"), ""),
            (self.tr("Organiser"), ""),
            (self.tr("Address of the programme"), ""),
            (self.tr("Address of the website"), ""),
        )
        for field, (name, hint) in zip(self.fields, names, strict=True):
            field.set_words(name, hint)
        self._kind_name.setText(self.tr("The website"))
        self.kind.setAccessibleName(self.tr("The website"))
        blocked, chosen = QSignalBlocker(self.kind), max(self.kind.currentIndex(), 0)
        self.kind.clear()
        self.kind.addItems(
            [
                self.tr("as its address says"),
                self.tr("is still there"),
                self.tr("is kept by the archive"),
                self.tr("there is none"),
            ]
        )
        self.kind.setCurrentIndex(chosen)
        del blocked
        self._allow_archived()
        self.archive.setText(self.tr("Hand in an archived website"))
        self._archive_hint.setText(self.tr("A WARC or zip file of it: the archive shows it from then on."))
        self.save.setText(self.tr("Save for everybody"))
        self.leave.setText(self.tr("Leave as it was"))

    def _allow_archived(self) -> None:
        """Offer that the archive keeps the website only where it does: handing it in makes it so."""
        item = self.kind.model().index(_KINDS.index("archived"), 0)
        is_kept = self._edition is not None and self._edition.website_kind == "archived"
        model = self.kind.model()
        if isinstance(model, QStandardItemModel):
            model.itemFromIndex(item).setEnabled(is_kept)

    def _wrong_end(self, begins: str, ends: str, wrong_day: str) -> str:
        begin, end = day_of(begins), day_of(ends)
        if ends and end is None:
            return wrong_day
        if begin is not None and end is not None and end < begin:
            return self.tr("The last day is before the first one.")
        return ""

    def _lay_out(self) -> None:
        flow, kind = FlowLayout(), Column(spacing=4, margins=(4, 0, 4, 4))
        flow.addWidget(self.save)
        flow.addWidget(self.leave)
        kind.add_all(self._kind_name)
        kind.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        kind.addWidget(self.archive, 0, Qt.AlignmentFlag.AlignLeft)
        kind.addWidget(self._archive_hint)
        column = Column(self, margins=(20, 20, 20, 20), spacing=8)
        column.add_all(self._title, 4, *self.fields, kind, 4, flow, self.error)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
