"""Suspending who sent something, without telling who that is."""

from kennisbank.archive.accounts.account_rows import AccountRows
from kennisbank.archive.accounts.desk import Desk
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.deskwork.desk_scene import DeskScene
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.web.faults import FaultError


def can_be_suspended(tx: Transaction, account: str | None) -> bool:
    """Tell whether there is an account (None: it was erased), and it is active."""
    row = AccountRows(tx.connection).one(account) if account else None
    return row is not None and row.state == "active"


def suspend_sender(scene: DeskScene, account: str | None) -> None:
    """Suspend an active account; they are told by mail. The trail names what they sent (`work`), and not them.

    Raises:
        FaultError: ``invalid``: there is nobody (any longer) to be suspended; ``last_maintainer``.
    """
    if not can_be_suspended(scene.tx, account):
        raise FaultError("invalid", detail="verb")
    desk = Desk(scene.tx.connection, scene.keyed)
    row = desk.accounts.one(account or "")
    assert row is not None, "it is active"
    if row.right == "maintainer" and len(desk.accounts.maintainers()) == 1:
        raise FaultError("last_maintainer")
    desk.outgoing.add("suspended", row.mail, row.language, scene.now)
    desk.accounts.change(row, state="suspended", decided=stamp(scene.now))
