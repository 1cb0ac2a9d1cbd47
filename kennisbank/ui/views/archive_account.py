"""The account: asking for one, waiting for it, logging in, where one is logged in, logging out, claiming notes."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from kennisbank.domain.archive import Account
from kennisbank.ui.archive_messages import kept_words
from kennisbank.ui.controllers.archive_acts import ArchiveActs
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.models.archive_facts import AccountStage, ArchiveFacts
from kennisbank.ui.models.archive_words import ArchiveCounts, moment_words, occupation_words, right_words
from kennisbank.ui.views.account_author import AuthorLine
from kennisbank.ui.views.account_devices import DevicesCard
from kennisbank.ui.views.account_erased import ErasedCard
from kennisbank.ui.views.account_leaving import LeavingCard
from kennisbank.ui.views.account_login import LoginCard
from kennisbank.ui.views.account_privacy import PrivacyCard
from kennisbank.ui.views.account_request import RequestCard
from kennisbank.ui.widgets.archive_page import ArchivePage
from kennisbank.ui.widgets.ask_line import AskLine
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.fact_rows import FactRows
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import Text

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.accounts import LoggedIn


class AccountPage(ArchivePage):
    """One of four faces: nobody, waiting, logged in, or the session is over."""

    def __init__(self, session: Session) -> None:
        """Build all of them."""
        super().__init__(session)
        self._acts, self._reading = ArchiveActs(session, self), ArchiveReading.of(session)
        self._asks = self._is_claim_left = False
        self._stage: AccountStage = "none"
        self._told: tuple[object, ...] = ()
        self._heading, self._lead = Text(size=28, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.notice, self.login = _NoticeCard(), LoginCard(self._acts)
        self.want_account = Button("", "link")
        self.request = RequestCard(session, self._acts)
        self.claim, self.erased = AskLine("note", "accent"), ErasedCard(session)
        self.secrets = _NoticeCard()
        self.me, self.leaving = _MeCard(), LeavingCard(self._acts)
        self._devices_title, self.devices = Text(size=15, strong=True), DevicesCard(self._acts)
        self.author, self.privacy = AuthorLine(session), PrivacyCard(session)
        link = Row()
        link.add_all(self.want_account, None)
        self.column.add_all(self._heading, self._lead, 8, self.erased, self.notice, 4, self.claim)
        self.column.add_all(self.login, link, self.request)
        self.column.add_all(self.me, self.leaving, self.secrets, self.author, 12, self._devices_title, self.devices)
        self.column.add_all(12, self.privacy, None)
        self._connect()
        self.retranslate()

    @property
    @override
    def first_control(self) -> QWidget | None:
        if not self.erased.isHidden():
            return self.erased.leave
        if not self.claim.isHidden():
            return self.claim.yes
        if not self.request.isHidden():
            return self.request.name
        if self._stage == "in":
            return None
        return self.login.code if self._stage == "wished" else self.login.mail

    @override
    def entered(self) -> None:
        if self._stage == "in":
            self.devices.ask()
        self._show_erasures(self._reading.facts)

    @override
    def retranslate(self) -> None:
        self.want_account.setText(self.tr("I have no account yet"))
        self._devices_title.setText(self.tr("Where you are logged in"))
        for card in (self.login, self.request, self.leaving, self.devices, self.author, self.privacy, self.erased):
            card.retranslate()
        self._show()

    def _connect(self) -> None:
        self._reading.shown.connect(lambda _facts: self._show())
        self.want_account.clicked.connect(lambda: self._ask(asks=True))
        self.request.left.connect(lambda: self._ask(asks=False))
        self.request.asked.connect(lambda: self._ask(asks=False))
        self.notice.act.clicked.connect(self._fill_in_anew)
        self.login.logged_in.connect(self._on_logged_in)
        self.me.log_out.clicked.connect(self._log_out)
        self.leaving.left.connect(self._show)
        self.claim.agreed.connect(self._claim)
        self.claim.left.connect(self._leave_claim)

    # What is shown.

    def _show(self) -> None:
        facts = self._reading.facts
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        before, self._stage = self._stage, facts.stage
        stage = self._stage
        if stage != before:
            self._asks = False
        is_in = stage == "in"
        asks = self._asks and stage in {"none", "ended"}
        self._show_heading(facts)
        self._show_notice(facts)
        self.login.setVisible(not is_in and not asks)
        self.want_account.setVisible(stage == "none" and not asks)
        self.request.setVisible(asks)
        self.request.show_info(facts.info)
        self.me.setVisible(is_in and self.leaving.isHidden())
        if not is_in:
            self.leaving.hide()
        for widget in (self._devices_title, self.devices, self.author):
            widget.setVisible(is_in)
        self._show_erasures(facts)
        self.privacy.setVisible(is_in or self.privacy.proof is not None)
        if facts.account is not None and is_in:
            self.me.show_account(facts.account)
        if stage != before:
            self._begin_log_in(facts)
            if is_in and self.isVisible():
                self.devices.ask()
        self._show_claim(facts, is_in=is_in)
        self._show_secrets(facts, is_in=is_in)
        if stage != before and had_focus:  # what had the keyboard may be gone
            target = self.first_control
            (target if target is not None and target.isVisible() else self.me.log_out).setFocus()

    def _show_heading(self, facts: ArchiveFacts) -> None:
        match facts.stage:
            case "in":
                self._heading.setText(facts.account.name if facts.account is not None else "")
                self._lead.setText("")
            case "wished":
                self._heading.setText(self.tr("You asked for an account"))
                self._lead.setText("")
            case "ended":
                self._heading.setText(self.tr("Log in again"))
                self._lead.setText("")
            case _:
                self._heading.setText(self.tr("Ask for an account") if self._asks else self.tr("Log in"))
                self._lead.setText(
                    self.tr(
                        "Finding, downloading and reading need no account. With one, your notes and dossiers are the "
                        "same on all your computers, and you can share them."
                    )
                )
        self._lead.setVisible(bool(self._lead.text()))

    def _show_notice(self, facts: ArchiveFacts) -> None:
        """Say what one waits for, or why the session is over."""
        wish = facts.link.wish if facts.link is not None else None
        ended = facts.ended
        if facts.stage == "wished" and wish is not None:
            today = date.today()  # noqa: DTZ011 - the reader's own day
            words = self.tr("You asked {when}, for {mail}. A message will come that says how to log in.").format(
                when=moment_words(wish.asked, today), mail=wish.mail
            )
            more = self.tr("Until then everything here works as it did. What you write is kept on this computer.")
            if facts.info is not None and facts.info.approval == "maintainer":
                more = self.tr("The maintainer looks at it first; that can take days.") + " " + more
            self.notice.say("clock", "text_2", words, more, self.tr("Fill it in anew"))
        elif facts.stage == "ended" and ended is not None:
            name = "ArchiveRefusedError" if ended.ended == "suspended" else "NotLoggedInError"
            words, more = kept_words(name, ended.ended) or ("", "")
            kept = self.tr("Your notes are safe on this computer.")
            self.notice.say("warn", "warn", words, f"{more} {kept}".strip(), "")
        else:
            self.notice.hide()

    def _show_erasures(self, facts: ArchiveFacts) -> None:
        """Ask about an account that was erased from elsewhere; show the proof of what was finished meanwhile, once."""
        self.erased.show_accounts(facts.erased)
        if facts.untold and facts.untold != self._told and self.isVisible():
            self._told = facts.untold
            self.privacy.show_settled(facts.untold)
            self.privacy.setVisible(facts.stage == "in" or self.privacy.proof is not None)

    def _show_claim(self, facts: ArchiveFacts, *, is_in: bool) -> None:
        counts = {kind: count for kind, count in facts.claimable.items() if count}
        # Where one stopped reading alone is no reason to ask; it goes along with the rest.
        is_offered = is_in and bool(counts.keys() - {"reading"}) and not self._is_claim_left
        if is_offered:
            words = ArchiveCounts()
            listed = ", ".join(words.of_kind(kind, count) for kind, count in counts.items())
            self.claim.set_words(
                self.tr("On this computer is something that belongs to nobody: {what}. Make it yours?").format(
                    what=listed
                ),
                self.tr(
                    "It was made before anybody logged in. If it is yours, it goes to the archive with your account, "
                    "for your eyes only, and comes to your other computers. If it isn't, leave it."
                ),
                self.tr("Make it mine"),
                self.tr("Not now"),
            )
        self.claim.setVisible(is_offered)

    def _show_secrets(self, facts: ArchiveFacts, *, is_in: bool) -> None:
        """Say once, calmly, that the log-in won't outlive this visit."""
        words = kept_words("SecretsUnavailableError", facts.secrets) if facts.secrets else None
        if is_in and words is not None:
            self.secrets.say("key", "text_2", words[0], words[1], "")
        else:
            self.secrets.hide()

    def _begin_log_in(self, facts: ArchiveFacts) -> None:
        wish = facts.link.wish if facts.link is not None else None
        if facts.stage == "wished" and wish is not None:
            self.login.begin(wish.mail, has_code=True)
        elif facts.stage == "ended" and facts.ended is not None:
            self.login.begin(facts.ended.mail, has_code=False)

    # What is done.

    def _ask(self, *, asks: bool) -> None:
        self._asks = asks
        self._show()
        target = self.request.name if asks else self.login.mail
        if target.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_in_anew(self) -> None:
        self._acts.forget_wish()
        self.login.clear()
        self._asks = True

    def _on_logged_in(self, _answer: "LoggedIn") -> None:
        self._is_claim_left = False
        self.session.tell(self.tr("You are logged in."))
        Syncing.of(self.session).sync_soon()

    def _log_out(self) -> None:
        self.me.hide()
        self.leaving.ask([each for each in self._reading.facts.waiting if not each.is_nobodys])

    def _claim(self) -> None:
        kinds = tuple(kind for kind, count in self._reading.facts.claimable.items() if count)
        self.claim.hide()

        def done(_changes: object) -> None:
            self.session.tell(self.tr("They are yours now, and go to the archive with the next update."))
            Syncing.of(self.session).sync()

        self._acts.claim(kinds, done, self.session.failed.emit)

    def _leave_claim(self) -> None:
        self._is_claim_left = True  # until somebody logs in again: asked once, and then let be


class _NoticeCard(Card):
    """A sentence or two with an icon, and a link where there is something to do."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = Picture("info", "text_2")
        self.words, self.more = Text(strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.act = Button("", "link", small=True)
        row = Row(self, margins=(20, 16, 20, 16), spacing=12)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        column = Column(spacing=4)
        column.add_all(self.words, self.more)
        column.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)
        self.hide()

    def say(self, icon_name: str, tone: str, words: str, more: str, act: str) -> None:
        """Say this; without `act` there is no link."""
        self._picture.set_icon(icon_name, tone)
        self.words.setText(words)
        self.more.setText(more)
        self.act.setText(act)
        self.act.setVisible(bool(act))
        self.show()


class _MeCard(Card):
    """Who is logged in."""

    def __init__(self) -> None:
        super().__init__()
        self.facts, self.log_out = FactRows(), Button("", "secondary")
        buttons = FlowLayout()
        buttons.addWidget(self.log_out)
        Column(self, margins=(24, 20, 24, 20), spacing=12).add_all(self.facts, buttons)

    def show_account(self, account: Account) -> None:
        """Show an account."""
        self.facts.show_facts(
            [
                (self.tr("Mail address"), account.mail),
                (self.tr("What you do"), occupation_words(account.occupation)),
                (self.tr("Organisation"), account.organisation),
                (self.tr("At the archive you are"), right_words(account.right)),
                (self.tr("This computer is called"), account.device),
            ]
        )
        self.log_out.setText(self.tr("Log out…"))
