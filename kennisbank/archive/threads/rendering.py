"""A thread as one account may see it: whose reader is shown by role stays unknown to everybody but themselves."""

from collections.abc import Sequence
from typing import cast

from kennisbank.archive.database.moments import moment_of
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.mailboxes.seats import Seats, alias_of
from kennisbank.archive.threads.loading import Loaded, load
from kennisbank.archive.threads.rows import MessageRow, ThreadRow
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_bodies import AnchorBody
from kennisbank.sync.protocol_codec import decode
from kennisbank.sync.protocol_mailbox import AttachmentRef, MessageBody, Role, Side, StepBody, ThreadBody, ThreadState

_BEFORE_AUTHORS = frozenset({"sent", "no_author"})


def thread_bodies(tx: Transaction, account: str, subjects: Sequence[str]) -> dict[str, object]:
    """Return threads as an account that has them in its mailbox sees them; those that it mayn't see are left out."""
    places = Seats(tx).many(account, "thread", subjects)
    found: dict[str, object] = {}
    for name, loaded in load(tx, places).items():
        seat, thread = places[name], loaded.thread
        if seat.side == "reader" or is_for_authors(thread):
            is_reported = thread.reported_by_reader if seat.side == "reader" else thread.reported_by_author
            view = View(tx.keyed, loaded, account, seat.side)
            found[name] = view.body(is_unread=seat.is_unread, is_reported=is_reported)
    return found


def is_for_authors(thread: ThreadRow) -> bool:
    """Tell whether authors may see a thread at all."""
    return thread.released is not None and thread.hidden is None


class View:
    """One thread, seen by one account from one side."""

    def __init__(self, keyed: Keyed, loaded: Loaded, account: str, side: Side) -> None:
        """See a thread; `keyed` makes the ids by which this account knows its messages."""
        self._keyed = keyed
        self._loaded = loaded
        self._thread = loaded.thread
        self._account = account
        self._side = side

    @staticmethod
    def of(tx: Transaction, thread: ThreadRow, account: str, side: Side) -> "View":
        """Return the view of one thread as it stands in `tx`."""
        return View(tx.keyed, load(tx, [thread.id])[thread.id], account, side)

    def body(self, *, is_unread: bool, is_reported: bool) -> ThreadBody:
        """Return all of it."""
        thread = self._thread
        return ThreadBody(
            contribution=thread.contribution,
            side=self._side,
            kind=thread.kind,  # type: ignore[arg-type]  # as it came in
            shown_as=thread.shown_as,  # type: ignore[arg-type]
            state=cast("ThreadState", "hidden" if thread.hidden is not None else thread.state),
            messages=tuple(self._message(each) for each in self.messages()),
            anchor=None if thread.anchor is None else decode(AnchorBody, thread.anchor.encode()),
            link=thread.link,
            authors=tuple(sorted(self._loaded.name(each) for each in self._loaded.authors)),
            version=thread.version,
            reason=thread.hidden_words if thread.hidden is not None else thread.reason,
            steps=self._steps(),
            is_unread=is_unread,
            is_reported=is_reported,
        )

    def messages(self) -> list[MessageRow]:
        """Return the messages that this side may see, in the order in which it has them."""
        found = self._loaded.messages
        if self._side == "reader":
            return list(found)
        return sorted((each for each in found if each.shown is not None), key=lambda each: each.shown or 0)

    def id_of(self, message: MessageRow) -> str:
        """Return by which id this account knows a message: its own if it wrote it."""
        if message.account == self._account:
            return message.id
        return alias_of(self._keyed, self._account, "message", message.id)

    def place_of(self, message: MessageRow) -> int:
        """Return a message's place in the order of this side."""
        return message.number if self._side == "reader" else message.shown or 0

    def _message(self, message: MessageRow) -> MessageBody:
        is_readers = message.side == "reader"
        is_hidden_name = is_readers and self._thread.is_anonymous
        return MessageBody(
            id=self.id_of(message),
            by=cast("Side", message.side),
            name="" if is_hidden_name else self._loaded.name(message.account),
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
        return cast("Role", self._loaded.people.get(message.account or "", ("", "reader"))[1])

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

    def _steps(self) -> tuple[StepBody, ...]:
        thread = self._thread
        is_by_day = thread.is_anonymous
        made = []
        for each in self._loaded.steps:
            moment = each.moment
            if self._side == "author" and each.state in _BEFORE_AUTHORS:
                if each.state == "no_author":
                    continue
                moment = thread.released or thread.created if is_by_day else each.moment
            who = self._loaded.name(each.account)
            made.append(StepBody(cast("ThreadState", each.state), day_of(moment) if is_by_day else moment, who))
        return tuple(made)


def day_of(moment: str) -> str:
    """Return the day of a moment by this server's clock, as ``2026-11-22``."""
    return moment_of(moment).astimezone().date().isoformat()
