"""What readers, authors and maintainers say: acts. Each is said once, is never changed, and can't conflict.

An act's id is a random UUID made where it is written (a time in it would unmask anonymous readers), and its idempotency
key: said a hundred times it counts once; the same id with another content is refused. What becomes of it comes back in
the mailbox (`protocol_mailbox`) and, where everybody may see it, among the records (`protocol_bodies`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le, MaxLen, MinLen

from kennisbank.sync.protocol import Body, Sha256, Uuid, Words
from kennisbank.sync.protocol_bodies import AnchorBody, Line

MOST_ACTS = 100
MOST_ATTACHMENT = 10 << 20
"""Bytes of one attached file."""
ActKind = Literal[
    "feedback",
    "reply",
    "verdict",
    "seen",
    "comment",
    "vote",
    "proposal",
    "report",
    "claim",
    "claim_code",
    "version",
    "notify",
    "withdrawal",
]
FeedbackKind = Literal["question", "correction", "used", "appreciation", "other"]
ShownAs = Literal["name", "role"]
Text = Annotated[str, MaxLen(20_000)]
Said = Annotated[str, MinLen(1), MaxLen(20_000)]
Link = Annotated[str, MaxLen(2000)]


@dataclass(frozen=True, slots=True)
class Act:
    """One act; the shape of `body` follows from its kind (`ACTS`)."""

    id: Uuid
    kind: ActKind
    body: Body


@dataclass(frozen=True, slots=True)
class ActBatch:
    """Acts in order of saying; each stands or falls by itself."""

    acts: Annotated[tuple[Act, ...], MaxLen(MOST_ACTS)]


@dataclass(frozen=True, slots=True)
class ActResult:
    """What became of one act.

    `accepted` (the same for a repeated one); `waits`: it speaks of something that the archive hasn't got (yet, after a
    restore): say it again at a later contact; `refused` for good, said in `words`. `refusal` is ``forbidden``,
    ``invalid``, ``too_large``, ``other_content``, ``gone``, ``suspended``, ``not_approved``, ``too_many``,
    ``wrong_code`` or ``not_clean`` (a file that might say who sent it).
    """

    act: Uuid
    outcome: Literal["accepted", "waits", "refused"]
    refusal: Annotated[str, MaxLen(40)] = ""
    words: Words = ""


@dataclass(frozen=True, slots=True)
class ActResults:
    """One result for each act, in the order of the batch."""

    results: tuple[ActResult, ...]


@dataclass(frozen=True, slots=True)
class AttachmentBody:
    """A file that goes with an act; its bytes were sent before. `size` in bytes.

    With a message (``PUT /v1/attachments/{hash}``) it has `MOST_ATTACHMENT` bytes at most; a new version of a paper
    (``PUT /v1/versions/{act}/files/{hash}``) may be as large as the archive takes files.
    """

    hash: Sha256
    name: Annotated[str, MaxLen(255)]
    media_type: Line
    size: Annotated[int, Ge(0), Le(1 << 40)]


@dataclass(frozen=True, slots=True)
class FeedbackBody:
    """Feedback on a contribution, to all its authors, or on the passage at `anchor`. The act's id becomes the thread's.

    `shown_as` ``role``: the authors see what the reader does, never who it is; the archive knows.
    """

    contribution: Uuid
    kind: FeedbackKind
    text: Said
    anchor: AnchorBody | None = None
    link: Link = ""
    attachment: AttachmentBody | None = None
    shown_as: ShownAs = "name"


@dataclass(frozen=True, slots=True)
class ReplyBody:
    """An answer in a thread, by whichever side; `thread` is its id in the mailbox of who answers."""

    thread: Uuid
    text: Said
    attachment: AttachmentBody | None = None


@dataclass(frozen=True, slots=True)
class VerdictBody:
    """What an author does with feedback: adopted in `version`, or declined for `reason`. ``open`` takes it back."""

    thread: Uuid
    verdict: Literal["answered", "adopted", "declined", "open"]
    version: Line = ""
    reason: Text = ""


@dataclass(frozen=True, slots=True)
class SeenBody:
    """All of a thread has been read up to the message `message` (its id in the reader's own mailbox)."""

    thread: Uuid
    message: Uuid


@dataclass(frozen=True, slots=True)
class CommentAct:
    """A comment that everybody sees, under one's own name; `reply_to` a comment that is no reply itself."""

    contribution: Uuid
    text: Annotated[str, MinLen(1), MaxLen(5000)]
    reply_to: Uuid | None = None


@dataclass(frozen=True, slots=True)
class VoteBody:
    """One's own vote: 1 to 5 stars, 0 takes it back. The last one counts."""

    contribution: Uuid
    stars: Annotated[int, Ge(0), Le(5)]


@dataclass(frozen=True, slots=True)
class ProposalBody:
    """A proposed correction, or a reader's tag.

    `value`: of ``title`` and ``tag`` a line, of ``keywords`` a list of lines, of ``authors`` a list of objects
    as `protocol_bodies.AuthorBody`.
    """

    contribution: Uuid
    field: Literal["title", "authors", "keywords", "tag"]
    value: Any
    reason: Text = ""


@dataclass(frozen=True, slots=True)
class ReportBody:
    """Shows the maintainers something: a comment, or a thread one takes part in.

    ``report``: it breaks the house rules; ``help``: an author asks the maintainers about it.
    """

    subject: Literal["comment", "thread"]
    id: Uuid
    purpose: Literal["report", "help"]
    words: Said
    message: Uuid | None = None


@dataclass(frozen=True, slots=True)
class ClaimBody:
    """Says that one is the author `author` (as the contribution names them) of a contribution."""

    contribution: Uuid
    author: Line
    words: Text = ""


@dataclass(frozen=True, slots=True)
class ClaimCodeBody:
    """The code that was mailed to the address of the claimed author."""

    claim: Uuid
    code: Annotated[str, MaxLen(40)]


@dataclass(frozen=True, slots=True)
class VersionBody:
    """An author hands in a new version of a contribution's paper; a maintainer publishes it."""

    contribution: Uuid
    file: AttachmentBody
    words: Text = ""


@dataclass(frozen=True, slots=True)
class NotifyBody:
    """When an author hears of new feedback by mail."""

    when: Literal["at_once", "daily", "never"]
    language: Literal["nl", "en"] = "nl"


@dataclass(frozen=True, slots=True)
class WithdrawalBody:
    """Takes back a comment of one's own, or a claim, a proposal or a version that wasn't decided on."""

    subject: Literal["comment", "claim", "proposal", "version"]
    id: Uuid


ACTS: Mapping[ActKind, type] = MappingProxyType(
    {
        "feedback": FeedbackBody,
        "reply": ReplyBody,
        "verdict": VerdictBody,
        "seen": SeenBody,
        "comment": CommentAct,
        "vote": VoteBody,
        "proposal": ProposalBody,
        "report": ReportBody,
        "claim": ClaimBody,
        "claim_code": ClaimCodeBody,
        "version": VersionBody,
        "notify": NotifyBody,
        "withdrawal": WithdrawalBody,
    }
)


@dataclass(frozen=True, slots=True)
class RemarkRequest:
    """A remark to the maintainers, by anybody; seen by them only. `mail`: where to answer; `id` as of an act."""

    id: Uuid
    name: Annotated[str, MinLen(1), MaxLen(200)]
    telephone: Annotated[str, MinLen(5), MaxLen(40)]
    text: Said
    mail: Annotated[str, MaxLen(254)] = ""
    language: Literal["nl", "en"] = "nl"


@dataclass(frozen=True, slots=True)
class NewsletterRequest:
    """Asking to be put on the newsletter's list, or off it; a mail with a link follows, whatever stood there."""

    mail: Annotated[str, MinLen(3), MaxLen(254)]
    wants: bool
    language: Literal["nl", "en"] = "nl"
