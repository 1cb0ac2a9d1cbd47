"""What readers and authors write to each other about a contribution, as this library keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from kennisbank.domain.annotation import Anchor
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.moments import Moment

FeedbackKind = Literal["question", "correction", "used", "appreciation", "other"]
FEEDBACK_KINDS: tuple[FeedbackKind, ...] = ("question", "correction", "used", "appreciation", "other")
ShownAs = Literal["name", "role"]
Side = Literal["reader", "author", "maintainer"]
ThreadState = Literal[
    "draft", "queued", "failed", "sent", "no_author", "delivered", "read", "answered", "adopted", "declined", "hidden"
]
"""``draft`` to ``failed`` are of this machine, the others come from the archive."""
Verdict = Literal["answered", "adopted", "declined", "open"]
InboxFolder = Literal["open", "unread", "to_answer", "done"]
Notify = Literal["at_once", "daily", "never"]
ActState = Literal["draft", "queued", "sent", "accepted", "failed"]
DraftKind = Literal["comment", "report", "proposal", "hide", "verdict", "remark"]
"""What else than feedback and answers is kept while somebody writes it; ``hide``: why a maintainer hides a comment."""
NO_CONTRIBUTION = ContributionId("")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a message. `id` is empty and `path` where it stands until it was sent; `size` in bytes."""

    name: str
    media_type: str
    size: int
    id: str = ""
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class FeedbackDraft:
    """Feedback as somebody is writing it; kept at every pause. `anchor` is the passage it is about, if any.

    `id` becomes that of the thread; it is empty until the draft was saved once.
    """

    contribution: ContributionId
    kind: FeedbackKind = "question"
    text: str = ""
    anchor: Anchor | None = None
    link: str = ""
    attachment: Attachment | None = None
    shown_as: ShownAs = "name"
    id: str = ""
    modified: Moment | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A form that somebody is filling in; kept at every pause, and never sent by itself.

    `about` is the comment or thread that it speaks of, or the field of a proposal; empty for none. `words` are what
    was typed, by the name of its place in the form; without any there is no draft.
    """

    kind: DraftKind
    contribution: ContributionId = NO_CONTRIBUTION
    about: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    modified: Moment | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what tells this draft from others."""
        return self.kind, self.contribution, self.about

    @property
    def text(self) -> str:
        """Return the words of a form that has one field."""
        return self.words.get("text", "")


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a thread. `name` is empty for somebody who is shown by `role` only.

    `moment` is ISO 8601, or a day (``2026-11-22``) where it is told by the day. `gone`: ``erased`` or ``hidden``
    (`words` say why); the text is empty then. `state` is `accepted` for all that the archive has; `reason` a code
    why one's own couldn't be sent.
    """

    id: str
    by: Side
    name: str
    role: str
    is_mine: bool
    text: str
    moment: str
    attachment: Attachment | None = None
    is_read: bool = False
    gone: str = ""
    words: str = ""
    state: ActState = "accepted"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """That a thread came into a state; `moment` as in `Message`, `who` where it is known (an author who read it)."""

    state: ThreadState
    moment: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """Feedback and what was said about it, as one side of it sees it; what waits to be sent stands in it too.

    `title` and `edition` are the contribution's. `messages` are oldest first, the feedback itself is the first.
    `authors` have claimed the contribution. `days_waiting` counts the days for which an author hasn't answered,
    `is_waiting`: it is to be answered.
    """

    id: str
    contribution: ContributionId
    title: str
    edition: str
    side: Side
    kind: FeedbackKind
    shown_as: ShownAs
    state: ThreadState
    messages: tuple[Message, ...]
    anchor: Anchor | None = None
    link: str = ""
    authors: tuple[str, ...] = ()
    version: str = ""
    reason: str = ""
    steps: tuple[Step, ...] = ()
    is_unread: bool = False
    is_reported: bool = False
    days_waiting: int = 0
    is_waiting: bool = False


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """One line of a list of threads: who wrote (``name``, or empty and a `role`), how it begins, how it stands.

    `moment` is that of its last message; `is_waiting`: it is to be answered.
    """

    id: str
    contribution: ContributionId
    title: str
    edition: str
    side: Side
    kind: FeedbackKind
    state: ThreadState
    name: str
    role: str
    start: str
    moment: str
    is_unread: bool = False
    is_waiting: bool = False
    days_waiting: int = 0
    messages: int = 1


@dataclass(frozen=True, slots=True)
class InboxCounts:
    """Threads of the author's inbox, by folder; `late` have waited for 30 days or more."""

    open: int = 0
    unread: int = 0
    to_answer: int = 0
    done: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """That somebody says to be an author of a contribution, and how that stands (`protocol_mailbox.OwnClaimBody`).

    `state` is ``queued`` or ``failed`` while it hasn't arrived.
    """

    id: str
    contribution: ContributionId
    title: str
    author: str
    state: str
    earlier: str = "none"
    address: str = ""
    answer: str = ""
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """A new version that an author handed in; `state` is ``queued``, ``failed``, ``waiting``, ``published``, …."""

    id: str
    contribution: ContributionId
    name: str
    state: str
    answer: str = ""
    version: int = 0
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the archive tells this account once; `code` as in `protocol_mailbox.NoticeBody`."""

    id: str
    code: str
    contribution: ContributionId | None = None
    words: str = ""
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """What a reader says for everybody to see. `gone` as in `Message`; `state` and `reason` of one's own on its way.

    `replies` are oldest first and have none themselves.
    """

    id: str
    contribution: ContributionId
    name: str
    role: str
    text: str
    created: str
    is_author: bool = False
    is_mine: bool = False
    gone: str = ""
    words: str = ""
    state: ActState = "accepted"
    reason: str = ""
    replies: tuple["Comment", ...] = ()


@dataclass(frozen=True, slots=True)
class Reception:
    """How a contribution was received: votes for 1 to 5 stars, readers' tags, one's own vote (0: none)."""

    votes: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)
    tags: tuple[str, ...] = ()
    own: int = 0
    is_waiting: bool = False

    @property
    def count(self) -> int:
        """Return the number of votes."""
        return sum(self.votes)

    @property
    def mean(self) -> float | None:
        """Return the mean number of stars, 1.0 to 5.0; None: not rated yet."""
        total = sum(stars * votes for stars, votes in enumerate(self.votes, start=1))
        return total / self.count if self.count else None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed correction or tag of one's own; `state` is ``queued``, ``failed``, ``waiting``, ``accepted``, ….

    `value` as in `protocol_acts.ProposalBody`; `answer` is the maintainer's reason.
    """

    id: str
    contribution: ContributionId
    title: str
    field: Literal["title", "authors", "keywords", "tag"]
    value: Any
    state: str
    reason: str = ""
    answer: str = ""
    moment: str = ""


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """Something of one's own that everybody sees, is to see, or that a maintainer decides on; also half-written.

    `state`: ``draft``, ``queued``, ``sent``, ``failed`` (`answer` is a code), ``visible``, ``hidden``, ``waiting``,
    ``accepted``, ``declined``, ``withdrawn``; `answer` is the maintainer's reason. `words` are what was said; of a vote
    it is the number of stars. `field` is that of a correction, ``tag`` for a tag.
    """

    id: str
    kind: Literal["comment", "vote", "proposal", "report"]
    contribution: ContributionId
    title: str
    words: str
    state: str
    answer: str = ""
    moment: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """An author under all the spellings of their name (`name`, the one to show, among them).

    `reach`: how to reach them, as far as they want that known.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    reach: str = ""
