"""A thread as one account may see it: whose reader is shown by role stays unknown to everybody but themselves."""

from typing import cast

from sqlalchemy import select

from kennisbank.archive.account_tables import contribution_authors
from kennisbank.archive.mailboxes.mailbox_tables import seats
from kennisbank.archive.mailboxes.seats import Seats, alias_of
from kennisbank.archive.moments import moment_of
from kennisbank.archive.threads.rows import MessageRow, StepRow, ThreadRow, ThreadRows
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_bodies import AnchorBody
from kennisbank.sync.protocol_codec import decode
from kennisbank.sync.protocol_mailbox import AttachmentRef, MessageBody, Role, Side, StepBody, ThreadBody, ThreadState

_BEFORE_AUTHORS = frozenset({"sent", "no_author"})


def thread_body(tx: Transaction, account: str, subject: str) -> ThreadBody | None:
    """Return a thread as an account that has it in its mailbox sees it; None: it isn't to be seen."""
    thread = ThreadRows(tx).one(subject)
    seat = Seats(tx).one(account, "thread", subject)
    if thread is None or seat is None or (seat.side == "author" and not is_for_authors(thread)):
        return None
    view = View(tx, thread, account, seat.side)
    is_reported = thread.reported_by_reader if seat.side == "reader" else thread.reported_by_author
    return view.body(is_unread=seat.is_unread, is_reported=is_reported)


def is_for_authors(thread: ThreadRow) -> bool:
    """Tell whether authors may see a thread at all."""
    return thread.released is not None and thread.hidden is None


class View:
    """One thread, seen by one account from one side."""

    def __init__(self, tx: Transaction, thread: ThreadRow, account: str, side: Side) -> None:
        """See `thread` in `tx`."""
        self._tx = tx
        self._rows = ThreadRows(tx)
        self._thread = thread
        self._account = account
        self._side = side
        self._people: dict[str, tuple[str, str]] = {}

    def body(self, *, is_unread: bool, is_reported: bool) -> ThreadBody:
        """Return all of it."""
        thread = self._thread
        found = self.messages()
        steps = self._rows.steps(thread.id)
        authors = _authors(self._tx, thread)
        ids = {*authors, *(each.account for each in found), *(each.account for each in steps), thread.account}
        self._people = self._rows.people({each for each in ids if each is not None})
        return ThreadBody(
            contribution=thread.contribution,
            side=self._side,
            kind=thread.kind,  # type: ignore[arg-type]  # as it came in
            shown_as=thread.shown_as,  # type: ignore[arg-type]
            state=cast("ThreadState", "hidden" if thread.hidden is not None else thread.state),
            messages=tuple(self._message(each) for each in found),
            anchor=None if thread.anchor is None else decode(AnchorBody, thread.anchor.encode()),
            link=thread.link,
            authors=tuple(sorted(self._name(each) for each in authors)),
            version=thread.version,
            reason=thread.hidden_words if thread.hidden is not None else thread.reason,
            steps=self._steps(steps),
            is_unread=is_unread,
            is_reported=is_reported,
        )

    def messages(self) -> list[MessageRow]:
        """Return the messages that this side may see, in the order in which it has them."""
        found = self._rows.messages(self._thread.id)
        if self._side == "reader":
            return found
        return sorted((each for each in found if each.shown is not None), key=lambda each: each.shown or 0)

    def id_of(self, message: MessageRow) -> str:
        """Return by which id this account knows a message: its own if it wrote it."""
        if message.account == self._account:
            return message.id
        return alias_of(self._tx.keyed, self._account, "message", message.id)

    def place_of(self, message: MessageRow) -> int:
        """Return a message's place in the order of this side."""
        return message.number if self._side == "reader" else message.shown or 0

    def _message(self, message: MessageRow) -> MessageBody:
        is_readers = message.side == "reader"
        is_hidden_name = is_readers and self._thread.is_anonymous
        return MessageBody(
            id=self.id_of(message),
            by=cast("Side", message.side),
            name="" if is_hidden_name or message.account is None else self._name(message.account),
            role=self._role(message),
            is_mine=message.account == self._account,
            text="" if message.gone else message.text,
            moment=self._day(message) if is_hidden_name else message.created,
            attachment=self._attachment(message),
            is_read=self._is_read(message),
            gone=message.gone,
            words=message.gone_words,
        )

    def _role(self, message: MessageRow) -> Role:
        if message.side != "reader":
            return cast("Role", message.side)
        if self._thread.occupation:
            return cast("Role", self._thread.occupation)
        return cast("Role", self._people.get(message.account or "", ("", "reader"))[1])

    def _attachment(self, message: MessageRow) -> AttachmentRef | None:
        if message.file is None or message.gone:
            return None
        return AttachmentRef(self.id_of(message), message.file_name, message.file_type, message.file_size)

    def _is_read(self, message: MessageRow) -> bool:
        if message.side == "reader":
            return message.shown is not None and message.shown <= self._thread.authors_seen
        return message.number <= self._thread.reader_seen

    def _day(self, message: MessageRow) -> str:
        """Return the day of a message of an anonymous reader; for authors that on which it was let through."""
        moment = message.created if self._side == "reader" else message.released or message.created
        return day_of(moment)

    def _steps(self, steps: list[StepRow]) -> tuple[StepBody, ...]:
        thread = self._thread
        is_by_day = thread.is_anonymous
        made = []
        for each in steps:
            moment = each.moment
            if self._side == "author" and each.state in _BEFORE_AUTHORS:
                if each.state == "no_author":
                    continue
                moment = thread.released or thread.created if is_by_day else each.moment
            who = "" if each.account is None else self._name(each.account)
            made.append(StepBody(cast("ThreadState", each.state), day_of(moment) if is_by_day else moment, who))
        return tuple(made)

    def _name(self, account: str) -> str:
        return self._people.get(account, ("", ""))[0]


def day_of(moment: str) -> str:
    """Return the day of a moment by this server's clock, as ``2026-11-22``."""
    return moment_of(moment).astimezone().date().isoformat()


def _authors(tx: Transaction, thread: ThreadRow) -> list[str]:
    """Return those who have claimed the contribution and have the thread, its reader too if they are one of them."""
    a, s = contribution_authors.c, seats.c
    query = select(a.account).where(a.contribution == thread.contribution)
    if thread.released is not None:
        have = select(s.account).where(s.kind == "thread", s.subject == thread.id, s.gone == "")
        query = query.where(a.account.in_(have))
    return list(tx.connection.execute(query).scalars())
