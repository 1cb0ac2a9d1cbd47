"""What maintainers do to accounts: let in, refuse, suspend, restore, make maintainer. All of it stands in the trail.

Who is suspended because of what they sent by role only is listed here as if they weren't, and treated so: nothing that
is asked or changed here tells of it. Such a suspension ends where it was decided (`deskwork.suspending`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kennisbank.archive.accounts.account_rows import AccountRow
from kennisbank.archive.accounts.codes import LONG_LIFE
from kennisbank.archive.accounts.desk import Desk
from kennisbank.archive.accounts.unnamed import UnnamedSuspensions
from kennisbank.archive.database.moments import stamp, utc_now
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.mail.outgoing import Errand
from kennisbank.archive.mail.post import one_line, sendable
from kennisbank.archive.records.audit import AuditEntry
from kennisbank.archive.web.faults import FaultError
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol_accounts import AccountChange, AccountInfo, AccountRequest, AccountState, SessionInfo


@dataclass(frozen=True, slots=True)
class _Step:
    """What changing from one state to another is called in the trail, and what is told of it."""

    action: str
    letter: Errand


_STEPS: dict[tuple[str, str], _Step] = {
    ("requested", "active"): _Step("account_approved", "approved"),
    ("refused", "active"): _Step("account_approved", "approved"),
    ("suspended", "active"): _Step("account_restored", "restored"),
    ("requested", "refused"): _Step("account_refused", "refused"),
    ("active", "suspended"): _Step("account_suspended", "suspended"),
}
"""The changes of state that there are; all others are refused."""


class Administration:
    """The accounts of one archive as they are listed, for its maintainers and at its server. From any thread."""

    def __init__(self, archive: Archive, *, clock: Callable[[], datetime] = utc_now) -> None:
        """Change the accounts of `archive`; `clock` is the server's."""
        self._archive = archive
        self._clock = clock
        self._keyed = Keyed(archive.key.private)

    def accounts(self, state: AccountState | None = None) -> list[AccountInfo]:
        """Return all accounts (in one state), the one that asked last first."""
        with self._archive.read() as tx:
            return [each.listed_info() for each in Desk(tx.connection, self._keyed).accounts.all(state)]

    def unnamed(self) -> int:
        """Return how many suspensions there are of senders whom no list names: one for each of their threads."""
        with self._archive.read() as tx:
            return UnnamedSuspensions(tx.connection).count()

    def of_mail(self, mail: str) -> AccountInfo | None:
        """Return the account with an address."""
        with self._archive.read() as tx:
            found = Desk(tx.connection, self._keyed).accounts.by_mail(sendable(mail) or mail)
        return None if found is None else found.listed_info()

    def change(self, actor: str, account: str, wanted: AccountChange) -> AccountInfo:
        """Change an account's state or right, or both; who has it is told by mail. What is so already stays so.

        `actor` is the maintainer's account, empty at the server's command line. The reason goes to the trail only.

        Raises:
            FaultError: ``not_found``, ``last_maintainer``, ``invalid`` (no such change: a request can't be suspended).
        """
        with self._archive.write() as tx:
            return change_account(Desk(tx.connection, self._keyed), actor, account, wanted, self._clock())

    def add(self, mail: str, *, name: str = "", right: str = "reader", language: str = "nl") -> str:
        """Make an active account with a right, or give that to the one there is, and return a code to log in with.

        The code is good for a day; it is for whoever hands it over, no message is sent.

        Raises:
            FaultError: ``invalid``: that is no mail address.
        """
        now = self._clock()
        address = sendable(mail)
        if address is None:
            raise FaultError("invalid", detail="mail")
        asked: dict[str, Any] = {"name": one_line(name) or address.partition("@")[0], "language": language}
        with self._archive.write() as tx:
            desk = Desk(tx.connection, self._keyed)
            made = desk.accounts.add(AccountRequest(mail=address, occupation="other", **asked), now)
            account = made or desk.accounts.by_mail(address)
            assert account is not None, "it was added, or there was one"
            account = desk.accounts.change(account, state="active", right=right, decided=stamp(now))
            desk.audit.add("", "account_added", account.id, right)
            return desk.codes.issue(account.id, now, LONG_LIFE)

    def sessions(self, account: str) -> list[SessionInfo]:
        """Return the sessions of an account that last."""
        with self._archive.read() as tx:
            found = Desk(tx.connection, self._keyed).sessions.of_account(account, self._clock())
        return [each.info(None) for each in found]

    def end_sessions(self, actor: str, account: str, reason: str = "") -> int:
        """End all sessions and device tokens of an account and return how many there were."""
        with self._archive.write() as tx:
            desk = Desk(tx.connection, self._keyed)
            count = desk.sessions.end_all(account, self._clock())
            desk.audit.add(actor, "sessions_ended", account, reason)
        return count

    def trail(self, before: int | None, limit: int) -> list[AuditEntry]:
        """Return the newest lines of the trail (with lower numbers than `before`), newest first."""
        with self._archive.read() as tx:
            return tx.audit.page(before=before, limit=limit)

    def messages(self) -> tuple[int, int]:
        """Return how many messages are still to leave, and how many were given up."""
        with self._archive.read() as tx:
            return Desk(tx.connection, self._keyed).outgoing.counts()


def change_account(desk: Desk, actor: str, account: str, wanted: AccountChange, now: datetime) -> AccountInfo:
    """Do what `Administration.change` does, in a transaction that does more.

    Raises:
        FaultError: as there.
    """
    found = desk.accounts.one(account)
    if found is None or found.state == "erased":
        raise FaultError("not_found")
    _check_last(desk, found, wanted)
    if wanted.state is not None:
        found = _to_state(desk, actor, found, wanted, now)
    if wanted.right is not None and wanted.right != found.right:
        desk.audit.add(actor, f"account_made_{wanted.right}", found.id, wanted.reason)
        found = desk.accounts.change(found, right=wanted.right)
    return found.listed_info()


def _to_state(desk: Desk, actor: str, account: AccountRow, wanted: AccountChange, now: datetime) -> AccountRow:
    assert wanted.state is not None
    if account.listed == wanted.state:
        return account
    step = _STEPS.get((account.listed, wanted.state))
    if step is None:
        raise FaultError("invalid", detail="state")
    desk.audit.add(actor, step.action, account.id, wanted.reason)
    if wanted.state == "refused":
        desk.sessions.end_all(account.id, now)
    changed = desk.accounts.change(account, state=wanted.state, decided=stamp(now))
    if changed.state == wanted.state:  # who goes on being suspended without being named isn't told that it is over
        desk.outgoing.add(step.letter, account.mail, account.language, now)
    return changed


def _check_last(desk: Desk, account: AccountRow, wanted: AccountChange) -> None:
    is_leaving = wanted.right == "reader" or wanted.state in {"suspended", "refused"}
    is_maintainer = account.listed == "active" and account.right == "maintainer"
    if is_leaving and is_maintainer and len(desk.accounts.maintainers()) == 1:
        raise FaultError("last_maintainer")
