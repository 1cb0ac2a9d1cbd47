"""One's own papers at the archive: what the inbox is for, what one claims, papers with one's name, mails."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from kennisbank.domain.correspondence import Claim
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.inbox.author_facts import AuthorFacts, AuthorReading
from kennisbank.ui.inbox.claim_row import ClaimRow
from kennisbank.ui.inbox.inbox_acts import InboxActs
from kennisbank.ui.inbox.notify_card import NotifyCard
from kennisbank.ui.inbox.own_papers import OwnPapers
from kennisbank.ui.look import follow, px
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Picture
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import Text


class ClaimsPage(QWidget):
    """The page that somebody sees who isn't an author yet, and that authors come to for their claims."""

    threads_asked = Signal()
    """Back to the threads."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Act in the library of `session`."""
        super().__init__(parent)
        self._session = session
        self._reading, self._acts = AuthorReading.of(session), InboxActs.of(session)
        self.rows: dict[str, ClaimRow] = {}
        self.back = Button("", "link", icon_name="left")
        self._picture = Picture("inbox", "text_2", 40)
        self._heading = Text(size=20, strong=True, wraps=True)
        self._lead, self._how = Text(wraps=True), Text(tone="text_2", wraps=True)
        self.next, self.look_up = Button("", "primary"), Button("", "secondary", icon_name="browse")
        self._claims_title, self._claims = Text(size=15, strong=True), QWidget()
        self._claim_column = Column(self._claims, spacing=8)
        self.papers, self.notify = OwnPapers(session), NotifyCard()
        self._lay_out()
        self.back.clicked.connect(self.threads_asked)
        self.next.clicked.connect(self._on_next)
        self.look_up.clicked.connect(lambda: session.go("browse", facet="author", value=""))
        self.papers.claim_asked.connect(lambda each: session.go("details", contribution=each, author=True))
        self.notify.chosen.connect(self._acts.notify)
        self._reading.shown.connect(lambda _facts: self._show_if_seen())
        self.retranslate()

    def _lay_out(self) -> None:
        across, column = Row(self, margins=(32, 24, 32, 32)), Column(spacing=12)
        buttons = FlowLayout()
        for button in (self.next, self.look_up):
            buttons.addWidget(button)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignLeft)
        column.add_all(self._heading, self._lead, self._how, buttons, 8, self.papers, 8)
        column.add_all(self._claims_title, self._claims, 8, self.notify, None)
        across.addLayout(column, 1)
        follow(self, lambda: self.setMaximumWidth(px(760)))

    def focus_first(self) -> None:
        """Take the keyboard where one begins."""
        wanted: tuple[QWidget, ...] = (
            *(row.code for row in self.rows.values()),
            self.next,
            *self.papers.buttons,
            self.back,
            self.look_up,
        )
        target: QWidget | None = next((each for each in wanted if each.isVisible()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("My papers at the archive"))
        self.back.setText(self.tr("To the threads"))
        self.look_up.setText(self.tr("Find my paper"))
        self._claims_title.setText(self.tr("Papers you said are yours"))
        self.notify.retranslate()
        self.papers.retranslate()
        for row in self.rows.values():
            row.retranslate()
        self._show_if_seen()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _show_if_seen(self) -> None:
        """Show what is known now, unless nobody looks: an author mostly looks at threads, and rows take their time."""
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        facts = self._reading.facts
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        is_author = facts.is_author
        self.back.setVisible(facts.has_threads)
        self._picture.setVisible(not facts.has_inbox)
        self._heading.setText(
            self.tr("My papers") if facts.has_inbox else self.tr("Your readers can write to you here")
        )
        self._lead.setText(
            self.tr(
                "Whoever reads a paper of yours can ask something, tell that it was used in class, or point out a "
                "mistake. It comes here, with the passage it is about. You answer here, and say what you adopt."
            )
        )
        self._lead.setVisible(not is_author)
        self._how.setText(self._how_words(facts))
        self.next.setText(self._next_words(facts))
        self.next.setVisible(bool(self.next.text()))
        self.look_up.setVisible(bool(facts.name))
        self._show_rows(facts)
        self.notify.show_choice(facts.notify)
        self.notify.setVisible(bool(facts.claims))
        if facts.name:
            self.papers.ask(facts)
        self.papers.setVisible(bool(facts.name) and bool(self.papers.buttons))
        if had_focus and QApplication.focusWidget() is None:
            self.focus_first()

    def _how_words(self, facts: AuthorFacts) -> str:
        if not facts.is_connected:
            return self.tr("For this the library has to be connected to an archive.")
        if not facts.name:
            return self.tr("For this you need an account at the archive.")
        return self.tr(
            "Is there another paper of yours? Open its page and choose “I am an author of this”."
            if facts.claims
            else "Say which papers are yours: open the page of one and choose “I am an author of this”."
        )

    def _next_words(self, facts: AuthorFacts) -> str:
        if not facts.is_connected:
            return self.tr("Connect to an archive")
        return "" if facts.name else self.tr("Log in, or ask for an account")

    def _on_next(self) -> None:
        self._session.go("archive", section="account" if self._reading.facts.is_connected else "overview")

    def _show_rows(self, facts: AuthorFacts) -> None:
        known = {claim.id: claim for claim in facts.claims}
        for claim_id in [each for each in self.rows if each not in known]:
            row = self.rows.pop(claim_id)
            row.hide()
            row.deleteLater()
        for at, claim in enumerate(facts.claims):
            if claim.id not in self.rows:
                self.rows[claim.id] = self._row(claim)
                self._claim_column.insertWidget(at, self.rows[claim.id])
            self.rows[claim.id].show_claim(claim)
        self._claims.setVisible(bool(known))
        self._claims_title.setVisible(bool(known))

    def _row(self, claim: Claim) -> ClaimRow:
        row = ClaimRow(claim)
        row.ended.connect(self._acts.end_claim)
        row.opened.connect(lambda each: self._session.go("details", contribution=each.contribution))
        row.confirmed.connect(lambda each, code: self._acts.confirm(each, code, row.say_sent, row.say_failed))
        return row
