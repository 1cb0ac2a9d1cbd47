"""Everybody with an account: let in, suspended, or let in again, with the reason in the trail."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.folding import sort_key
from kennisbank.sync.protocol_accounts import AccountChange, AccountInfo, AccountState
from kennisbank.sync.protocol_desk import DeskVerb
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.desk.desk_acts import DeskActs
from kennisbank.ui.desk.desk_reading import DeskReading
from kennisbank.ui.desk.desk_words import DeskCountWords, moment_of, section_lead, section_name
from kennisbank.ui.desk.reason_line import ReasonLine
from kennisbank.ui.language import number
from kennisbank.ui.messages import message_for
from kennisbank.ui.models.archive_words import occupation_words, right_words
from kennisbank.ui.theme import BadgeTone
from kennisbank.ui.widgets.archive_page import ArchivePage
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.card_column import CardColumn
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.fields import ErrorLine, SearchField
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.text import Text

_MOST = 100
_TONES: dict[AccountState, tuple[BadgeTone, str]] = {
    "requested": ("accent", "clock"),
    "active": ("quiet", ""),
    "suspended": ("warn", "warn"),
    "refused": ("bad", "x"),
    "erased": ("quiet", ""),
}


class AccountsPage(ArchivePage):
    """A card for each account; those who ask stand first."""

    unreachable = Signal(object)
    answered = Signal()

    def __init__(self, session: Session, acts: DeskActs) -> None:
        """Ask through `acts`."""
        super().__init__(session)
        self._acts = acts
        self._accounts: Sequence[AccountInfo] = ()
        self._running: JobContext | None = None
        self._heading, self._lead = Text(size=28, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.unnamed = Text(tone="text_2", wraps=True)
        self.filter, self._more = SearchField(), Text(tone="text_2", wraps=True)
        self.cards = CardColumn(spacing=8)
        self.column.add_all(self._heading, self._lead, self.unnamed, 4, self.filter, 4, self.cards, self._more, None)
        self.filter.changed.connect(lambda _text: self._put())
        DeskReading.of(session).changed.connect(self._count)
        self.retranslate()

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is being asked."""
        return self._running is None

    @property
    @override
    def first_control(self) -> QWidget | None:
        return self.filter

    @override
    def entered(self) -> None:
        self.read()

    def read(self) -> None:
        """Ask who there are now."""
        if self._running is not None:
            self._running.cancel()
        if self.session.is_open:
            self._running = self._acts.accounts(self._show, self._fail)

    @override
    def retranslate(self) -> None:
        self._heading.setText(section_name("accounts"))
        self._lead.setText(section_lead("accounts"))
        self._count()
        self.filter.set_words(self.tr("Find somebody"), self.tr("Name or mail address"), self.tr("Clear"))
        self._put()

    def _count(self) -> None:
        """Say how many suspensions there are whose accounts stand here as if there were none."""
        count = DeskReading.of(self.session).unnamed
        self.unnamed.setText(DeskCountWords().unnamed(count) if count else "")
        self.unnamed.setVisible(count > 0)

    def _show(self, accounts: Sequence[AccountInfo]) -> None:
        self._running = None
        self._accounts = [each for each in accounts if each.state != "erased"]
        self.answered.emit()
        self._put()

    def _fail(self, error: Exception) -> None:
        self._running = None
        self.unreachable.emit(error)

    def _put(self) -> None:
        wanted = sort_key(self.filter.text)
        found = [each for each in self._accounts if wanted in sort_key(f"{each.name} {each.mail} {each.organisation}")]
        found.sort(key=lambda each: each.state != "requested")
        self.cards.put([self._card(each) for each in found[:_MOST]])
        hidden = len(found) - _MOST
        self._more.setText(self.tr("and {count} more; type to find somebody").format(count=number(hidden)))
        self._more.setVisible(hidden > 0)

    def _card(self, each: AccountInfo) -> "_AccountCard":
        card = _AccountCard(each)
        card.decided.connect(lambda state, reason: self._change(card, state, reason))
        return card

    def _change(self, card: "_AccountCard", state: AccountState, reason: str) -> None:
        def done(now: AccountInfo) -> None:
            self._accounts = [now if each.id == now.id else each for each in self._accounts]
            self.session.tell(self.tr("Done: {title}").format(title=now.name))
            self._put()

        change = AccountChange(state=state, reason=reason)  # type: ignore[arg-type]
        self._acts.change_account(card.account.id, change, done, lambda error: card.fail(str(message_for(error))))


class _AccountCard(Card):
    """Who somebody is, how they stand, and what can be done about that."""

    decided = Signal(str, str)

    def __init__(self, account: AccountInfo) -> None:
        super().__init__()
        self.account = account
        self.setAccessibleName(account.name)
        self.reason, self.error, self._flow = ReasonLine(), ErrorLine(), QWidget()
        head = FlowLayout(spacing=8)
        for widget in (Text(account.name, strong=True), Badge(*self._state())):
            head.addWidget(widget)
        said = (account.mail, occupation_words(account.occupation), account.organisation, moment_of(account.requested))
        column = Column(self, margins=(20, 12, 20, 12), spacing=4)
        column.addLayout(head)
        second = Text("  •  ".join(part for part in said if part), size=12, tone="text_2", wraps=True, selectable=True)
        column.add_all(second, 4, self._flow, self.reason, self.error)
        self._buttons()
        self.reason.given.connect(lambda _verb, words: self._decide(self._wanted, words))
        self.reason.left.connect(self._flow.show)

    def fail(self, words: str) -> None:
        self.setEnabled(True)
        self.error.say(words)

    def _state(self) -> tuple[str, BadgeTone, str]:
        words = {
            "requested": self.tr("asks for an account"),
            "active": right_words(self.account.right),
            "suspended": self.tr("suspended"),
            "refused": self.tr("declined"),
        }
        tone, icon = _TONES[self.account.state]
        return words.get(self.account.state, self.account.state), tone, icon

    def _buttons(self) -> None:
        flow = FlowLayout(self._flow)
        choices: dict[AccountState, tuple[tuple[str, AccountState, DeskVerb | None], ...]] = {
            "requested": ((self.tr("Let in"), "active", None), (self.tr("Decline"), "refused", "decline")),
            "active": ((self.tr("Suspend"), "suspended", "suspend"),),
            "suspended": ((self.tr("Let in again"), "active", None),),
            "refused": ((self.tr("Let in"), "active", None),),
        }
        for words, state, asks in choices.get(self.account.state, ()):
            button = Button(words, "secondary", icon_name="check" if asks is None else "")
            button.setAccessibleDescription(self.account.name)
            button.clicked.connect(lambda _on=False, w=words, s=state, a=asks: self._choose(w, s, a))
            flow.addWidget(button)

    def _choose(self, words: str, state: AccountState, asks: DeskVerb | None) -> None:
        self._wanted: AccountState = state
        if asks is None:
            self._decide(state, "")
            return
        self._flow.hide()
        self.reason.ask(asks, words, is_needed=True)

    def _decide(self, state: AccountState, reason: str) -> None:
        self.error.say("")
        self.setEnabled(False)
        self.decided.emit(state, reason)
