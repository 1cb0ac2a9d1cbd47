"""The audit trail: what was decided, by whom and when; the newest lines first, more when asked."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.sync.protocol_accounts import AccountInfo
from kennisbank.sync.protocol_desk import AuditLine
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.desk.desk_acts import DeskActs
from kennisbank.ui.desk.desk_words import moment_of, section_lead, section_name
from kennisbank.ui.widgets.archive_page import ArchivePage
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, EmptyState, Hairline
from kennisbank.ui.widgets.layouts import Column, clear_layout
from kennisbank.ui.widgets.text import Text

_PAGE = 100
_ACTIONS: Mapping[str, str] = {
    "account_requested": str(QT_TRANSLATE_NOOP("Desk", "asked for an account")),
    "account_added": str(QT_TRANSLATE_NOOP("Desk", "account made")),
    "account_approved": str(QT_TRANSLATE_NOOP("Desk", "account let in")),
    "account_refused": str(QT_TRANSLATE_NOOP("Desk", "account declined")),
    "account_suspended": str(QT_TRANSLATE_NOOP("Desk", "account suspended")),
    "account_restored": str(QT_TRANSLATE_NOOP("Desk", "account let in again")),
    "account_erased": str(QT_TRANSLATE_NOOP("Desk", "account erased")),
    "account_made_maintainer": str(QT_TRANSLATE_NOOP("Desk", "made a maintainer")),
    "account_made_reader": str(QT_TRANSLATE_NOOP("Desk", "made a reader")),
    "sessions_ended": str(QT_TRANSLATE_NOOP("Desk", "sessions ended")),
    "session_replayed": str(QT_TRANSLATE_NOOP("Desk", "a session was used twice")),
    "token_made": str(QT_TRANSLATE_NOOP("Desk", "device token made")),
    "batch_taken": str(QT_TRANSLATE_NOOP("Desk", "batch handed in")),
    "batch_published": str(QT_TRANSLATE_NOOP("Desk", "batch published")),
    "batch_cancelled": str(QT_TRANSLATE_NOOP("Desk", "batch cancelled")),
    "website_archived": str(QT_TRANSLATE_NOOP("Desk", "website archived")),
    "claimed": str(QT_TRANSLATE_NOOP("Desk", "claimed to be the author")),
    "claim_granted": str(QT_TRANSLATE_NOOP("Desk", "claim granted")),
    "claim_withdrawn": str(QT_TRANSLATE_NOOP("Desk", "claim withdrawn")),
    "contribution_corrected": str(QT_TRANSLATE_NOOP("Desk", "contribution corrected")),
    "desk_accept": str(QT_TRANSLATE_NOOP("Desk", "accepted at the desk")),
    "desk_decline": str(QT_TRANSLATE_NOOP("Desk", "declined at the desk")),
    "desk_hide": str(QT_TRANSLATE_NOOP("Desk", "hidden at the desk")),
    "desk_restore": str(QT_TRANSLATE_NOOP("Desk", "put back at the desk")),
    "desk_answer": str(QT_TRANSLATE_NOOP("Desk", "answered at the desk")),
    "desk_done": str(QT_TRANSLATE_NOOP("Desk", "settled at the desk")),
    "desk_suspend": str(QT_TRANSLATE_NOOP("Desk", "suspended at the desk")),
    "desk_lift": str(QT_TRANSLATE_NOOP("Desk", "suspension lifted at the desk")),
    "desk_invite": str(QT_TRANSLATE_NOOP("Desk", "invited at the desk")),
}


class TrailPage(ArchivePage):
    """A line for each act; who did it by name, where that is known."""

    unreachable = Signal(object)
    answered = Signal()

    def __init__(self, session: Session, acts: DeskActs) -> None:
        """Ask through `acts`."""
        super().__init__(session)
        self._acts = acts
        self._lines: list[AuditLine] = []
        self._names: dict[str, str] = {}
        self._is_all = False
        self._running: JobContext | None = None
        self._heading, self._lead = Text(size=28, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self._card, self._nothing = Card(), EmptyState("info")
        self._rows = Column(self._card, margins=(20, 8, 20, 8), spacing=0)
        self.more = Button("", "link")
        self.column.add_all(self._heading, self._lead, 4, self._card, self._nothing, self.more, None)
        self.more.clicked.connect(lambda: self._ask(self._lines[-1].id if self._lines else None))
        self.retranslate()

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is being asked."""
        return self._running is None

    @property
    @override
    def first_control(self) -> QWidget | None:
        return self.more if self.more.isVisible() else None

    @override
    def entered(self) -> None:
        self.read()

    def read(self) -> None:
        """Ask for the newest lines, and who everybody is."""
        if not self.session.is_open:
            return
        self._lines, self._is_all = [], False
        self._acts.accounts(self._know, lambda _error: None)
        self._ask(None)

    @override
    def retranslate(self) -> None:
        self._heading.setText(section_name("trail"))
        self._lead.setText(section_lead("trail"))
        self.more.setText(self.tr("Show older lines"))
        self._nothing.set_words(self.tr("Nothing was decided yet."))
        self._put()

    def _ask(self, before: int | None) -> None:
        if self._running is not None:
            self._running.cancel()
        self._running = self._acts.trail(before, self._show, self._fail)

    def _know(self, accounts: Sequence[AccountInfo]) -> None:
        self._names = {each.id: each.name for each in accounts}
        self._put()

    def _show(self, lines: Sequence[AuditLine]) -> None:
        self._running = None
        self._lines += lines
        self._is_all = len(lines) < _PAGE
        self.answered.emit()
        self._put()

    def _fail(self, error: Exception) -> None:
        self._running = None
        self.unreachable.emit(error)

    def _put(self) -> None:
        clear_layout(self._rows)
        for place, each in enumerate(self._lines):
            if place:
                self._rows.addWidget(Hairline(parent=self._card))
            self._rows.addWidget(self._line(each))
        is_empty = not self._lines
        for widget, is_shown in ((self._card, not is_empty), (self._nothing, is_empty), (self.more, not self._is_all)):
            if widget.isHidden() == is_shown:
                widget.setVisible(is_shown)

    def _line(self, each: AuditLine) -> QWidget:
        line = QWidget(self._card)
        known = _ACTIONS.get(each.action)
        action = QCoreApplication.translate("Desk", known) if known else each.action.replace("_", " ")
        subject = self._names.get(each.subject, each.subject[:8])
        who = self._names.get(each.actor, self.tr("the archive") if not each.actor else each.actor[:8])
        column = Column(line, margins=(4, 8, 4, 8), spacing=0)
        head = "  •  ".join(part for part in (action, subject) if part)
        second = "  •  ".join(part for part in (moment_of(each.moment), who) if part)
        column.add_all(Text(head, wraps=True), Text(second, size=12, tone="text_2", wraps=True))
        if each.detail:
            column.addWidget(Text(each.detail, size=12, wraps=True, selectable=True))
        return line
