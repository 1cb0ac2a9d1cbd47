"""What stands on one list of the desk, a card each."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from kennisbank.domain.ids import ContributionId
from kennisbank.sync.protocol_desk import DeskItem, DeskList, DeskVerb
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.desk.desk_acts import DeskActs, DeskContents
from kennisbank.ui.desk.desk_card import DeskCard
from kennisbank.ui.desk.desk_words import section_lead, section_name
from kennisbank.ui.messages import message_for
from kennisbank.ui.widgets.archive_page import ArchivePage
from kennisbank.ui.widgets.card_column import CardColumn
from kennisbank.ui.widgets.cards import EmptyState
from kennisbank.ui.widgets.progress import ProgressLine
from kennisbank.ui.widgets.text import Text


class DeskListPage(ArchivePage):
    """One page for all lists: `show_list` says which."""

    unreachable = Signal(object)
    """The list couldn't be read; with the exception."""
    answered = Signal()
    """The archive answered."""

    def __init__(self, session: Session, acts: DeskActs) -> None:
        """Ask through `acts`."""
        super().__init__(session, widest=880)
        self._acts = acts
        self._list: DeskList = "account"
        self._contents: DeskContents | None = None
        self._running: JobContext | None = None
        self._heading, self._lead = Text(size=28, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.decided, self.cards, self._nothing = QCheckBox(), CardColumn(spacing=8), EmptyState("okc")
        self.progress = ProgressLine(bar_width=120, small=False)
        self.progress.set_cancel_words("")
        self.column.add_all(self._heading, self._lead, 4)
        self.column.addWidget(self.decided, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.add_all(self.progress, self.cards, self._nothing, None)
        self.decided.toggled.connect(lambda _on: self.read())
        self._nothing.hide()
        self.progress.hide()
        self.retranslate()

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is being asked."""
        return self._running is None

    @property
    @override
    def first_control(self) -> QWidget | None:
        first = next((card for card in self.cards.cards if isinstance(card, DeskCard) and card.buttons), None)
        return next(iter(first.buttons.values())) if first is not None else self.decided

    def show_list(self, name: DeskList) -> None:
        """Show another list, or the same one anew."""
        if name != self._list:
            self._list, self._contents = name, None
            self.cards.put([])
            self._nothing.hide()
        self.retranslate()
        self.read()

    def read(self) -> None:
        """Ask what stands there now."""
        if self._running is not None:
            self._running.cancel()
        if not self.session.is_open:
            return
        self.progress.show_progress(self.tr("Asking the archive"), 0, 0)
        self.progress.setVisible(self._contents is None)
        state = "all" if self.decided.isChecked() else "open"
        self._running = self._acts.items(self._list, state, self._show, self._fail)

    @override
    def retranslate(self) -> None:
        self._heading.setText(section_name(self._list))
        self._lead.setText(section_lead(self._list))
        self.decided.setText(self.tr("Show what was decided too"))
        self.decided.setAccessibleName(self.decided.text())
        self.decided.setVisible(self._list not in {"comment", "unanswered"})
        self._nothing.set_words(self.tr("Nothing waits here."))
        if self._contents is not None:
            self._put(self._contents)

    def _show(self, contents: DeskContents) -> None:
        self._running = None
        self.progress.hide()
        self.answered.emit()
        if contents.name == self._list:
            self._contents = contents
            self._put(contents)

    def _put(self, contents: DeskContents) -> None:
        self.cards.put([self._card(each, contents.here) for each in contents.items])
        self._nothing.setVisible(not contents.items)

    def _fail(self, error: Exception) -> None:
        self._running = None
        self.progress.hide()
        self.unreachable.emit(error)

    def _card(self, item: DeskItem, here: Mapping[str, ContributionId]) -> DeskCard:
        local = here.get(item.contribution)
        card = DeskCard(item, is_here=local is not None)
        card.decided.connect(lambda verb, words: self._decide(card, verb, words))
        card.file_asked.connect(lambda: self._open_file(card))
        card.contribution_asked.connect(lambda: self.session.go("details", contribution=local))
        return card

    def _decide(self, card: DeskCard, verb: DeskVerb, words: str) -> None:
        def done(now: DeskItem) -> None:
            card.setEnabled(True)
            card.show_item(now)
            self._tell(card, now)

        self._acts.act(card.item, verb, words, done, lambda error: card.fail(str(message_for(error))))

    def _tell(self, card: DeskCard, now: DeskItem) -> None:
        """Say what was done, with the way back where the archive has one."""
        title = now.title or now.who or section_name(now.list)
        words = self.tr("Done: {title}").format(title=title)
        if "restore" in now.verbs and now.state != "open":
            self.session.tell(words, self.tr("Undo"), lambda: self._decide(card, "restore", ""))
        else:
            self.session.tell(words)

    def _open_file(self, card: DeskCard) -> None:
        def opened(path: Path) -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        self._acts.take_version(card.item, opened, lambda error: card.fail(str(message_for(error))))
