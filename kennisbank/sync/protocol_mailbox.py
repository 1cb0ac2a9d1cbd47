"""What the archive tells one account alone: its threads, as it may see them, and what became of what it said.

A mailbox is counted by itself: `number` grows by one with each change that this account is to hear of, and says nothing
of others. Ids of threads and messages are made for each recipient (a keyed hash of the archive's): two authors can't
compare them, and after a restore they are the same. Where a reader is shown by role, moments are days, and what they
do is let through once a day, all of that day in random order.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le, MaxLen

from kennisbank.sync.protocol import Body, Uuid, Words
from kennisbank.sync.protocol_acts import FeedbackKind, Link, ShownAs, Text
from kennisbank.sync.protocol_bodies import AnchorBody, Line, When

MAILBOX_PAGE = 200
ItemKind = Literal["thread", "comment", "vote", "proposal", "claim", "version", "notice", "settings"]
Side = Literal["reader", "author", "maintainer"]
Role = Literal["teacher", "researcher", "student", "other", "reader", "author", "maintainer"]
ThreadState = Literal["sent", "no_author", "delivered", "read", "answered", "adopted", "declined", "hidden"]
Number = Annotated[int, Ge(0), Le(2**53)]


@dataclass(frozen=True, slots=True)
class MailboxItem:
    """One thing in a mailbox, whole; `body` is None when it is gone from it, with the reason in `gone`.

    `gone` is empty, ``erased``, ``hidden``, ``ended`` (it is no longer this account's to see) or ``withdrawn``.
    """

    id: Uuid
    kind: ItemKind
    number: Number
    body: Body | None = None
    gone: Annotated[str, MaxLen(20)] = ""


@dataclass(frozen=True, slots=True)
class MailboxPage:
    """The items that changed after the number asked for, in order of number; `head` is the mailbox's last number."""

    archive: Uuid
    epoch: Uuid
    number: Number
    head: Number
    items: tuple[MailboxItem, ...]
    is_last: bool


@dataclass(frozen=True, slots=True)
class AttachmentRef:
    """An attached file, fetched with ``GET /v1/attachments/{id}``: download only. `size` in bytes."""

    id: Uuid
    name: Line
    media_type: Line
    size: Annotated[int, Ge(0)]


@dataclass(frozen=True, slots=True)
class MessageBody:
    """One message of a thread, oldest first; the feedback itself is the first.

    `name` is empty for who is shown by role. `moment` is a day (``2026-11-22``) for them, else as `When`. `gone`:
    ``erased`` (a removed user's) or ``hidden`` (`words` say why); then `text` is empty. `is_read`: by the other side.
    """

    id: Uuid
    by: Side
    name: Line
    role: Role
    is_mine: bool
    text: Text
    moment: When
    attachment: AttachmentRef | None = None
    is_read: bool = False
    gone: Annotated[str, MaxLen(20)] = ""
    words: Words = ""


@dataclass(frozen=True, slots=True)
class StepBody:
    """That a thread came into a state, and when: a day where a reader is shown by role."""

    state: ThreadState
    moment: When
    who: Line = ""


@dataclass(frozen=True, slots=True)
class ThreadBody:
    """Feedback and what was said about it, as one side sees it.

    `authors`: the names of those who have claimed the contribution and get it. `steps` in order of time. `is_unread`:
    by this account. `is_reported`: the maintainers look at it.
    """

    contribution: Uuid
    side: Side
    kind: FeedbackKind
    shown_as: ShownAs
    state: ThreadState
    messages: tuple[MessageBody, ...]
    anchor: AnchorBody | None = None
    link: Link = ""
    authors: tuple[Line, ...] = ()
    version: Line = ""
    reason: Text = ""
    steps: tuple[StepBody, ...] = ()
    is_unread: bool = False
    is_reported: bool = False


@dataclass(frozen=True, slots=True)
class OwnCommentBody:
    """A comment of one's own, by the id of its public record (which is the item's id)."""

    contribution: Uuid
    state: Literal["visible", "hidden"]
    reason: Text = ""


@dataclass(frozen=True, slots=True)
class OwnVoteBody:
    """One's own vote; the item's id is that of the contribution."""

    contribution: Uuid
    stars: Annotated[int, Ge(0), Le(5)]


@dataclass(frozen=True, slots=True)
class OwnProposalBody:
    """What became of a proposal; the item's id is that of the act. `answer` is the maintainer's reason."""

    contribution: Uuid
    field: Literal["title", "authors", "keywords", "tag"]
    value: Any
    state: Literal["waiting", "accepted", "declined", "withdrawn"]
    reason: Text = ""
    answer: Text = ""
    moment: When = ""


@dataclass(frozen=True, slots=True)
class OwnClaimBody:
    """How a claim stands; the item's id is that of the act.

    ``code_sent``: to `address`, masked; ``waiting``: for a maintainer. `earlier`: whether what was sent before the
    claim is seen too, which a maintainer decides.
    """

    contribution: Uuid
    author: Line
    state: Literal["code_sent", "waiting", "granted", "refused", "ended", "withdrawn"]
    earlier: Literal["none", "waiting", "granted", "refused"] = "none"
    address: Line = ""
    answer: Text = ""
    moment: When = ""


@dataclass(frozen=True, slots=True)
class OwnVersionBody:
    """What became of a version that was handed in; the item's id is that of the act."""

    contribution: Uuid
    name: Line
    state: Literal["waiting", "published", "declined", "withdrawn"]
    answer: Text = ""
    version: Annotated[int, Ge(0)] = 0
    moment: When = ""


@dataclass(frozen=True, slots=True)
class NoticeBody:
    """Something to be told once. `code`: ``coauthor_claimed``, ``comment_hidden``, ``comment_restored`` and so on."""

    code: Line
    contribution: Uuid = ""
    words: Text = ""
    moment: When = ""


@dataclass(frozen=True, slots=True)
class SettingsBody:
    """How this account hears of new feedback. The item's id is ``settings``."""

    notify: Literal["at_once", "daily", "never"]


ITEMS: Mapping[ItemKind, type] = MappingProxyType(
    {
        "thread": ThreadBody,
        "comment": OwnCommentBody,
        "vote": OwnVoteBody,
        "proposal": OwnProposalBody,
        "claim": OwnClaimBody,
        "version": OwnVersionBody,
        "notice": NoticeBody,
        "settings": SettingsBody,
    }
)
