"""What somebody does with the archive: connect, ask for an account, log in and out, end a session, claim notes."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

from kennisbank.domain.archive import AccountWish, ArchiveLink
from kennisbank.domain.changes import ChangeSet, Kind
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import language

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.accounts import AccountService, LoggedIn, LoggedOut
    from kennisbank.sync.protocol_accounts import ArchiveInfo, SessionInfo

_T = TypeVar("_T")
Done = Callable[[_T], object]
Failed = Callable[[Exception], object]


class ArchiveActs(QObject):
    """One per page. Each act runs off the GUI thread; how it ended goes to the `done` or `failed` that was given."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Act in the library of `session`."""
        super().__init__(parent)
        self._session = session
        self._reading = ArchiveReading.of(session)

    @property
    def is_open(self) -> bool:
        """Tell whether there is a library to act in."""
        return self._session.is_open

    def look_at(self, url: str, done: "Done[ArchiveInfo]", failed: Failed) -> JobContext:
        """Ask an address what archive it is; nothing is kept. Cancel what is returned to drop the answer."""
        accounts = self._accounts
        return self._session.tasks.read(self, lambda _ctx: accounts.look_at(url), done, failed)

    def connect_to(self, url: str, done: Done[ArchiveLink], failed: Failed) -> None:
        """Connect the library to the archive at an address."""
        accounts = self._accounts
        self._ask(lambda: accounts.connect(url), done, failed)

    def disconnect_from(self, done: Done[object]) -> None:
        """Be connected no longer; what came from the archive stays."""
        accounts = self._accounts

        def ended(changes: ChangeSet) -> None:
            self._session.changed_by(changes)
            done(changes)

        self._ask(accounts.disconnect, ended, self._session.failed.emit)

    def register(self, wish: AccountWish, done: Done[object], failed: Failed) -> None:
        """Ask for an account, in the language in force; the house rules were accepted."""
        accounts, spoken = self._accounts, language()

        def act() -> ArchiveLink:
            return accounts.register(
                wish.mail, wish.name, wish.occupation, wish.organisation, spoken, accepts_rules=True
            )

        self._ask(act, done, failed)

    def forget_wish(self) -> None:
        """Ask for no account any more: to fill it in anew."""
        self._ask(self._accounts.forget_wish, lambda _answer: None, self._session.failed.emit)

    def ask_code(self, mail: str, done: Done[object], failed: Failed) -> None:
        """Have a one-time code sent."""
        accounts, spoken = self._accounts, language()
        self._ask(lambda: accounts.ask_code(mail, spoken), done, failed)

    def log_in(self, mail: str, code: str, done: "Done[LoggedIn]", failed: Failed) -> None:
        """Log in with a one-time code."""
        accounts = self._accounts

        def logged_in(answer: "LoggedIn") -> None:
            self._session.changed_by(answer.changes)
            done(answer)

        self._ask(lambda: accounts.log_in(mail, code), logged_in, failed)

    def log_out(self, done: "Done[LoggedOut]", failed: Failed, *, removes: bool, even_unsent: bool) -> None:
        """Log out; what is the account's is hidden here, or removed (also what was never sent: `even_unsent`)."""
        accounts = self._accounts

        def logged_out(answer: "LoggedOut") -> None:
            self._session.changed_by(answer.changes)
            done(answer)

        self._ask(lambda: accounts.log_out(removes=removes, even_unsent=even_unsent), logged_out, failed)

    def sessions(self, done: "Done[list[SessionInfo]]", failed: Failed) -> None:
        """Ask on which machines the account is logged in."""
        accounts = self._accounts
        self._session.tasks.read(self, lambda _ctx: accounts.sessions(), done, failed)

    def end_session(self, session_id: str, done: Done[object], failed: Failed) -> None:
        """End a session on another machine."""
        accounts = self._accounts
        self._ask(lambda: accounts.end_session(session_id), done, failed)

    def claim(self, kinds: Collection[Kind], done: Done[ChangeSet], failed: Failed) -> None:
        """Make what belongs to nobody here the account's own."""
        accounts = self._accounts

        def claimed(changes: ChangeSet) -> None:
            self._session.changed_by(changes)
            done(changes)

        self._ask(lambda: accounts.claim(kinds), claimed, failed)

    @property
    def _accounts(self) -> "AccountService":
        return self._session.kennisbank.accounts

    def _ask(self, act: Callable[[], Any], done: Done[Any], failed: Failed) -> None:
        def ended(answer: Any) -> None:
            self._reading.read()
            done(answer)

        def went_wrong(error: Exception) -> None:
            self._reading.read()
            failed(error)

        # Beside other reads: it waits for the network, and nothing that is written here may wait for that.
        self._session.tasks.read(self, lambda _ctx: act(), ended, went_wrong)
