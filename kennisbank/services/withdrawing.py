"""Taking back something of one's own: before it left, or by asking the archive."""

from kennisbank.domain.changes import ChangeSet
from kennisbank.errors import NotFoundError
from kennisbank.library.acts import ActRow
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction
from kennisbank.services import saying


def withdraw(library: Library, subject: str, subject_id: str) -> ChangeSet:
    """Take back something of one's own: at once where it never left, else the archive is asked to.

    What was written in it, and never left, is a draft again.

    Raises:
        NotLoggedInError: nobody is logged in.
    """
    with library.write() as tx:
        act = tx.acts.find(subject_id)
        if act is not None and (act.state == "failed" or (act.state == "queued" and not act.sent)):
            tx.acts.remove(subject_id)
            saying.written_again(tx, act)
            return tx.changes
        contribution = _contribution_of(tx, subject_id, act)
        saying.replace_waiting(tx, "withdrawal", about=subject_id)
        body = {"subject": subject, "id": subject_id}
        saying.queue(tx, "withdrawal", body, contribution=contribution, about=subject_id)
        return tx.changes


def _contribution_of(tx: Transaction, subject_id: str, act: ActRow | None) -> str:
    item = tx.mailbox.find(subject_id)
    if item is not None:
        return item.contribution
    comment = tx.comments.find(subject_id)
    if comment is not None:
        return comment.contribution
    if act is None:
        raise NotFoundError("act", subject_id)
    return act.contribution
