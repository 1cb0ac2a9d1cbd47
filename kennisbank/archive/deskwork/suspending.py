"""Suspending who sent something.

Who gave their name is suspended as anybody else, and listed so. Of who is shown by role nothing changes in any list, in
no count, and for no other thread of theirs: what a maintainer can ask and try is the same whoever it is. They are told
by mail, and let in again from where it was decided.
"""

from kennisbank.archive.accounts.account_rows import AccountRows
from kennisbank.archive.accounts.desk import Desk
from kennisbank.archive.accounts.unnamed import UnnamedSuspensions
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.deskwork.desk_scene import DeskScene
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.web.faults import FaultError


def can_be_suspended(tx: Transaction, account: str | None) -> bool:
    """Tell whether there is an account (None: it was erased), and it is listed as active."""
    row = AccountRows(tx.connection).one(account) if account else None
    return row is not None and row.listed == "active"


def suspend_sender(scene: DeskScene, account: str | None) -> None:
    """Suspend an account that gave its name; they are told by mail. The trail names what they sent (`work`).

    Raises:
        FaultError: ``invalid``: there is nobody (any longer) to be suspended; ``last_maintainer``.
    """
    desk = Desk(scene.tx.connection, scene.keyed)
    row = desk.accounts.one(account or "")
    if row is None or row.listed != "active":
        raise FaultError("invalid", detail="verb")
    if row.right == "maintainer" and len(desk.accounts.maintainers()) == 1:
        raise FaultError("last_maintainer")
    desk.outgoing.add("suspended", row.mail, row.language, scene.now)
    desk.accounts.change(row, state="suspended", decided=stamp(scene.now))


def suspend_unnamed(scene: DeskScene, thread: str, account: str | None) -> None:
    """Suspend the sender of a thread by role, whoever it is: a refusal would say something of them.

    Raises:
        FaultError: ``invalid``: they were erased.
    """
    desk = Desk(scene.tx.connection, scene.keyed)
    row = desk.accounts.one(account or "")
    if row is None:
        raise FaultError("invalid", detail="verb")
    UnnamedSuspensions(scene.tx.connection).add(thread, row.id, scene.now)
    desk.outgoing.add("suspended_unnamed", row.mail, row.language, scene.now)


def lift_unnamed(scene: DeskScene, thread: str, account: str | None) -> None:
    """End the suspension of the sender of a thread by role; who is suspended for nothing else is told by mail."""
    UnnamedSuspensions(scene.tx.connection).lift(thread)
    desk = Desk(scene.tx.connection, scene.keyed)
    row = desk.accounts.one(account or "")
    if row is not None and row.state == "active":
        desk.outgoing.add("restored", row.mail, row.language, scene.now)
