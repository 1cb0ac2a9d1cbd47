"""What is said in an archive in memory: acts, threads between accounts, votes, comments, and a mailbox for each.

As plain as can be. What a reader does who is shown by role is let through at once: rounds are the real archive's.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from types import MappingProxyType
from typing import Any
from uuid import UUID

from kennisbank.sync.memory_records import MemoryRecords
from kennisbank.sync.protocol import Body, Gone
from kennisbank.sync.protocol_acts import ACTS, Act, ActResult
from kennisbank.sync.protocol_codec import MalformedMessageError, body_from, content_hash, decode, encode
from kennisbank.sync.protocol_mailbox import (
    AttachmentRef,
    MailboxItem,
    MessageBody,
    OwnClaimBody,
    OwnCommentBody,
    OwnProposalBody,
    OwnVersionBody,
    OwnVoteBody,
    SettingsBody,
    StepBody,
    ThreadBody,
    ThreadState,
)

_MOMENT = "2026-01-01T00:00:00.000000+00:00[UTC]"
_UNREAD = frozenset({"sent", "no_author", "delivered"})


class WaitsError(Exception):
    """An act speaks of something that the archive hasn't got (yet)."""


class RefusedError(Exception):
    """An act is refused for good; its text is the code."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message of a thread, with the hash of its attached file (empty: none)."""

    id: str
    account: str
    by: str
    text: str
    attachment: Mapping[str, Any] | None = None
    gone: str = ""


@dataclass(frozen=True, slots=True)
class KeptThread:
    """One thread. `seen`: by account, up to which message they have read."""

    id: str
    contribution: str
    reader: str
    body: Body
    messages: tuple[Said, ...]
    state: str
    version: str = ""
    reason: str = ""
    steps: tuple[StepBody, ...] = ()
    seen: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class MemorySaid:
    """All that was said, as a backup holds it. `authors`: by contribution the accounts that have claimed it."""

    threads: dict[str, KeptThread] = field(default_factory=dict)
    authors: dict[str, frozenset[str]] = field(default_factory=dict)
    votes: dict[tuple[str, str], int] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    own: dict[tuple[str, str, str], object] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)
    numbers: dict[tuple[str, str, str], int] = field(default_factory=dict)
    attachments: dict[str, bytes] = field(default_factory=dict)
    handed_in: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def copy(self) -> "MemorySaid":
        """Return it as it stands now."""
        return MemorySaid(
            dict(self.threads), dict(self.authors), dict(self.votes), dict(self.comments), dict(self.own),
            dict(self.heads), dict(self.numbers), dict(self.attachments), dict(self.handed_in),
        )  # fmt: skip


def alias(account: str, subject: str) -> str:
    """Return by which id an account knows what another one made."""
    return str(UUID(sha256(f"{account}:{subject}".encode()).hexdigest()[:32], version=4))


class MemoryActs:
    """Carries out what accounts say, once each, and tells each account what it is to know."""

    def __init__(self, records: MemoryRecords, said: MemorySaid) -> None:
        """Work on `records` and on what was `said`."""
        self._records = records
        self._said = said

    # Saying.

    def carry_out(self, account: str, act: Act) -> ActResult:
        """Carry out one act of an account: sent again it is answered as the first time."""
        content = content_hash({"kind": act.kind, "body": act.body})
        known = self._records.receipts.get((account, act.id))
        if known is not None:
            return ActResult(act.id, "accepted") if known[1] == content else _refused(act, "other_content")
        if self._records.members[account].is_suspended:
            return _refused(act, "suspended")
        try:
            body: Any = decode(ACTS[act.kind], encode(act.body))
            _DO[act.kind](self, account, act, body)
        except MalformedMessageError:
            return _refused(act, "invalid")
        except WaitsError:
            return ActResult(act.id, "waits")
        except RefusedError as error:
            return _refused(act, str(error))
        self._records.receipts[account, act.id] = (0, content)
        return ActResult(act.id, "accepted")

    def feedback(self, account: str, act: Act, body: Any) -> None:
        """Begin a thread; its authors hear of it."""
        self._contribution(body.contribution)
        self._file(body.attachment)
        attached = None if body.attachment is None else body_from(body.attachment)
        authors = self._said.authors.get(body.contribution, frozenset())
        state: ThreadState = "sent" if authors else "no_author"
        first = Said(act.id, account, "reader", body.text, attached)
        steps = (StepBody(state, _MOMENT),)
        self._keep(KeptThread(act.id, body.contribution, account, dict(act.body), (first,), state, steps=steps))

    def reply(self, account: str, act: Act, body: Any) -> None:
        """Add a message to a thread."""
        thread, side = self._thread(account, body.thread)
        self._file(body.attachment)
        attached = None if body.attachment is None else body_from(body.attachment)
        made = replace(thread, messages=(*thread.messages, Said(act.id, account, side, body.text, attached)))
        if side == "author" and thread.state in _UNREAD | {"read"}:
            made = _in_state(made, "answered")
        self._keep(replace(made, seen={**made.seen, account: act.id}))

    def verdict(self, account: str, act: Act, body: Any) -> None:  # noqa: ARG002 -- as all of them
        """Decide on feedback."""
        thread, side = self._thread(account, body.thread)
        if side != "author":
            raise RefusedError("forbidden")
        has_answered = any(each.by == "author" for each in thread.messages)
        state = body.verdict if body.verdict != "open" else ("answered" if has_answered else "read")
        self._keep(replace(_in_state(thread, state), version=body.version, reason=body.reason))

    def seen(self, account: str, act: Act, body: Any) -> None:  # noqa: ARG002 -- as all of them
        """Note up to where somebody has read."""
        thread, side = self._thread(account, body.thread)
        last = thread.messages[-1].id
        made = replace(thread, seen={**thread.seen, account: last})
        if side == "author" and thread.state in _UNREAD:
            made = _in_state(made, "read")
        self._keep(made)

    def comment(self, account: str, act: Act, body: Any) -> None:
        """Publish a comment."""
        self._contribution(body.contribution)
        if body.reply_to is not None and body.reply_to not in self._said.comments:
            raise WaitsError
        self._said.comments[act.id] = account
        is_author = account in self._said.authors.get(body.contribution, frozenset())
        record = {
            "contribution": body.contribution,
            "name": self._records.members[account].name,
            "role": "teacher",
            "text": body.text,
            "created": _MOMENT,
            "reply_to": body.reply_to,
            "is_author": is_author,
        }
        self._records.put_public("comment", act.id, record)
        self._own(account, "comment", act.id, OwnCommentBody(body.contribution, "visible"))

    def vote(self, account: str, act: Act, body: Any) -> None:  # noqa: ARG002 -- as all of them
        """Count a vote instead of the one before."""
        self._contribution(body.contribution)
        self._said.votes[account, body.contribution] = body.stars
        given = [stars for (_, contribution), stars in self._said.votes.items() if contribution == body.contribution]
        votes = [given.count(stars) for stars in range(1, 6)]
        self._records.put_public("reception", body.contribution, {"votes": votes, "tags": []})
        self._own(account, "vote", body.contribution, OwnVoteBody(body.contribution, body.stars))

    def proposal(self, account: str, act: Act, body: Any) -> None:
        """Keep a proposal for the maintainers."""
        self._contribution(body.contribution)
        made = OwnProposalBody(body.contribution, body.field, body.value, "waiting", body.reason, moment=_MOMENT)
        self._own(account, "proposal", act.id, made)

    def report(self, account: str, act: Act, body: Any) -> None:
        """Take a report in; nobody is told."""

    def claim(self, account: str, act: Act, body: Any) -> None:
        """Keep a claim for the maintainers."""
        self._contribution(body.contribution)
        self._own(account, "claim", act.id, OwnClaimBody(body.contribution, body.author, "waiting", moment=_MOMENT))

    def claim_code(self, account: str, act: Act, body: Any) -> None:  # noqa: ARG002 -- as all of them
        """Refuse every code: none was mailed."""
        if (account, "claim", body.claim) not in self._said.own:
            raise WaitsError
        raise RefusedError("wrong_code")

    def version(self, account: str, act: Act, body: Any) -> None:
        """Keep a version for the maintainers."""
        self._contribution(body.contribution)
        if (act.id, body.file.hash) not in self._said.handed_in:
            raise WaitsError
        made = OwnVersionBody(body.contribution, body.file.name, "waiting", moment=_MOMENT)
        self._own(account, "version", act.id, made)

    def notify(self, account: str, act: Act, body: Any) -> None:  # noqa: ARG002 -- as all of them
        """Note how an account wants to hear of feedback."""
        self._own(account, "settings", "settings", SettingsBody(body.when))

    def withdrawal(self, account: str, act: Act, body: Any) -> None:  # noqa: ARG002 -- as all of them
        """Take back something of one's own."""
        key = (account, body.subject, body.id)
        if key not in self._said.own:
            raise WaitsError
        if body.subject == "comment":
            self._records.take_out("comment", body.id, Gone("deleted"))
        self._said.own[key] = None
        self._tell(*key)

    # What maintainers do.

    def grant(self, account: str, contribution: str) -> None:
        """Let an account be an author of a contribution: all feedback on it is theirs to see."""
        self._said.authors[contribution] = self._said.authors.get(contribution, frozenset()) | {account}
        for thread in list(self._said.threads.values()):
            if thread.contribution == contribution:
                self._keep(replace(thread, state="sent" if thread.state == "no_author" else thread.state))

    def take_message(self, message: str, gone: str) -> None:
        """Erase or hide a message."""
        for thread in list(self._said.threads.values()):
            if any(each.id == message for each in thread.messages):
                made = tuple(
                    replace(each, text="", attachment=None, gone=gone) if each.id == message else each
                    for each in thread.messages
                )
                self._keep(replace(thread, messages=made))

    # Hearing.

    def page(self, account: str, after: int, limit: int) -> tuple[list[MailboxItem], bool]:
        """Return what an account hasn't heard of, and whether that is all."""
        news = sorted(
            (number, kind, subject)
            for (holder, kind, subject), number in self._said.numbers.items()
            if holder == account and number > after
        )
        items = [self._item(account, kind, subject, number) for number, kind, subject in news[:limit]]
        for each in items:
            self._delivered(account, each)
        return items, len(news) <= limit

    def bytes_of(self, account: str, attachment: str) -> bytes | None:
        """Return the bytes of an attached file, as an account knows it."""
        for thread in self._said.threads.values():
            if account not in self._holders(thread):
                continue
            for each in thread.messages:
                known = each.id if each.account == account else alias(account, each.id)
                if known == attachment and each.attachment is not None:
                    return self._said.attachments.get(each.attachment["hash"])
        return None

    def _delivered(self, account: str, item: MailboxItem) -> None:
        if item.kind != "thread" or item.body is None or item.body["side"] != "author":
            return
        thread, _ = self._thread(account, item.id)
        if thread.state in {"sent", "no_author"}:
            made = _in_state(thread, "delivered")
            self._said.threads[thread.id] = made
            self._tell(thread.reader, "thread", thread.id)

    def _item(self, account: str, kind: Any, subject: str, number: int) -> MailboxItem:
        if kind != "thread":
            own = self._said.own.get((account, kind, subject))
            return MailboxItem(
                subject, kind, number, None if own is None else body_from(own), "" if own else "withdrawn"
            )
        thread = self._said.threads[subject]
        name = subject if thread.reader == account else alias(account, subject)
        return MailboxItem(name, "thread", number, body_from(self._seen_by(account, thread)))

    def _seen_by(self, account: str, thread: KeptThread) -> ThreadBody:
        body: Any = decode(ACTS["feedback"], encode(thread.body))
        members = self._records.members
        is_hidden_name = body.shown_as == "role"
        last = thread.messages[-1]
        state: Any = thread.state
        side: Any = "reader" if thread.reader == account else "author"
        messages = tuple(
            MessageBody(
                id=each.id if each.account == account else alias(account, each.id),
                by=each.by,  # type: ignore[arg-type] # one of them
                name="" if is_hidden_name and each.by == "reader" else members[each.account].name,
                role="teacher" if each.by == "reader" else "author",
                is_mine=each.account == account,
                text=each.text,
                moment=_MOMENT[:10] if is_hidden_name and each.by == "reader" else _MOMENT,
                attachment=self._attachment(account, each),
                gone=each.gone,
            )
            for each in thread.messages
        )
        return ThreadBody(
            contribution=thread.contribution,
            side=side,
            kind=body.kind,
            shown_as=body.shown_as,
            state=state,
            messages=messages,
            anchor=body.anchor,
            link=body.link,
            authors=tuple(sorted(members[each].name for each in self._said.authors.get(thread.contribution, ()))),
            version=thread.version,
            reason=thread.reason,
            steps=thread.steps,
            is_unread=last.account != account and thread.seen.get(account) != last.id,
        )

    def _attachment(self, account: str, each: Said) -> AttachmentRef | None:
        if each.attachment is None:
            return None
        known = each.id if each.account == account else alias(account, each.id)
        return AttachmentRef(known, each.attachment["name"], each.attachment["media_type"], each.attachment["size"])

    # What hangs together.

    def _contribution(self, contribution: str) -> None:
        kept = self._records.records.get(("contribution", contribution))
        if kept is None:
            raise WaitsError
        if kept.gone is not None:
            raise RefusedError("gone")

    def _file(self, attachment: Any) -> None:
        if attachment is not None and attachment.hash not in self._said.attachments:
            raise WaitsError

    def _thread(self, account: str, thread_id: str) -> tuple[KeptThread, str]:
        for thread in self._said.threads.values():
            if thread.reader == account and thread.id == thread_id:
                return thread, "reader"
            if account in self._said.authors.get(thread.contribution, ()) and alias(account, thread.id) == thread_id:
                return thread, "author"
        raise WaitsError

    def _holders(self, thread: KeptThread) -> list[str]:
        return sorted({thread.reader, *self._said.authors.get(thread.contribution, ())})

    def _keep(self, thread: KeptThread) -> None:
        self._said.threads[thread.id] = thread
        for each in self._holders(thread):
            self._tell(each, "thread", thread.id)

    def _own(self, account: str, kind: str, subject: str, body: object) -> None:
        self._said.own[account, kind, subject] = body
        self._tell(account, kind, subject)

    def _tell(self, account: str, kind: str, subject: str) -> None:
        self._said.heads[account] = self._said.heads.get(account, 0) + 1
        self._said.numbers[account, kind, subject] = self._said.heads[account]


_Do = Callable[[MemoryActs, str, Act, Any], None]
_DO: Mapping[str, _Do] = MappingProxyType({kind: getattr(MemoryActs, kind) for kind in ACTS})


def _in_state(thread: KeptThread, state: Any) -> KeptThread:
    return replace(thread, state=state, steps=(*thread.steps, StepBody(state, _MOMENT)))


def _refused(act: Act, code: str) -> ActResult:
    return ActResult(act.id, "refused", code, code)
