"""The house rules as readers see them, and the newsletter's list."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.desk.desk_acts import DeskActs
from kennisbank.ui.desk.desk_words import section_lead, section_name
from kennisbank.ui.language import language_name
from kennisbank.ui.messages import message_for
from kennisbank.ui.widgets.archive_page import ArchivePage
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.card_column import CardColumn
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.text import Text


class RulesPage(ArchivePage):
    """The texts of the archive, in each of its languages. They are changed in its configuration, not here."""

    def __init__(self, session: Session) -> None:
        """Follow what the archive says of itself."""
        super().__init__(session)
        self._heading, self._lead = Text(size=28, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.cards, self._where = CardColumn(spacing=8), Text(size=12, tone="text_2", wraps=True)
        self.column.add_all(self._heading, self._lead, 4, self.cards, 4, self._where, None)
        ArchiveReading.of(session).shown.connect(lambda _facts: self.retranslate())
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._heading.setText(section_name("rules"))
        self._lead.setText(section_lead("rules"))
        self._where.setText(
            self.tr("Whoever runs the archive's server changes these in its configuration; then they stand here too.")
        )
        info = ArchiveReading.of(self.session).facts.info
        texts = {} if info is None else dict(info.house_rules)
        self.cards.put([self._card(language_name(code), text) for code, text in texts.items()])

    @staticmethod
    def _card(language: str, text: str) -> Card:
        card = Card()
        column = Column(card, margins=(20, 16, 20, 16), spacing=8)
        column.add_all(Text(language, size=15, strong=True), Text(text, wraps=True, selectable=True))
        return card


class LettersPage(ArchivePage):
    """The newsletter's list as a file, for whoever sends it."""

    unreachable = Signal(object)

    def __init__(self, session: Session, acts: DeskActs) -> None:
        """Ask through `acts`."""
        super().__init__(session)
        self._acts = acts
        self._heading, self._lead = Text(size=28, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.export, self.error = Button("", "secondary", icon_name="download"), ErrorLine()
        self._hint = Text(size=12, tone="text_2", wraps=True)
        flow = FlowLayout()
        flow.addWidget(self.export)
        self.column.add_all(self._heading, self._lead, 8, flow, self._hint, self.error, None)
        self.export.clicked.connect(self._choose)
        self.retranslate()

    @property
    @override
    def first_control(self) -> QWidget | None:
        return self.export

    @override
    def retranslate(self) -> None:
        self._heading.setText(section_name("newsletter"))
        self._lead.setText(section_lead("newsletter"))
        self.export.setText(self.tr("Save the list as CSV"))
        self._hint.setText(self.tr("It holds addresses: keep it no longer than you need it."))

    def save_to(self, target: Path) -> None:
        """Write the list to a file."""
        self.error.say("")

        def saved(path: Path) -> None:
            self.session.tell(self.tr("The list is in {file}.").format(file=path.name))

        self._acts.newsletter_list(target, saved, lambda error: self.error.say(str(message_for(error))))

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the list as CSV"), "newsletter.csv", "CSV (*.csv)")
        if name:
            self.save_to(Path(name))
