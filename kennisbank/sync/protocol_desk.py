"""What maintainers see and decide at their desk, and what somebody is told who has everything of theirs erased."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from annotated_types import Ge, MaxLen

from kennisbank.sync.protocol import Uuid, Words
from kennisbank.sync.protocol_bodies import Line, When

DeskList = Literal[
    "account", "claim", "earlier", "remark", "report", "help", "proposal", "version", "unanswered", "comment"
]
"""``earlier``: threads from before a claim; ``unanswered``: feedback that has waited, without its text and its sender;
``comment``: those that were hidden."""
DeskVerb = Literal["accept", "decline", "hide", "restore", "answer", "done", "suspend", "lift", "invite"]
"""``lift``: let in again who was suspended because of this, without being named."""


@dataclass(frozen=True, slots=True)
class DeskItem:
    """One thing that waits for a maintainer, or was decided.

    `who` and `words` are only what a maintainer has a right to: of a reported message its text and the sender as the
    authors see them; of unanswered feedback nothing. `details` by list: of a claim ``author``, ``address`` …; of a
    remark ``telephone``, ``mail``, ``until`` (when it is erased); of a proposal ``field``, ``value``, ``now``; of a
    report ``suspended`` (its sender is, without being named). ``concerned``: whoever asks has a part in it, as
    ``author`` of the contribution or as ``writer``: another maintainer decides it, or, with ``alone``, nobody else can.
    """

    list: DeskList
    id: Uuid
    state: Literal["open", "accepted", "declined", "hidden", "done"]
    since: When
    contribution: Uuid = ""
    title: Line = ""
    who: Line = ""
    words: Annotated[str, MaxLen(200_000)] = ""
    days: Annotated[int, Ge(0)] = 0
    answer: Words = ""
    verbs: tuple[DeskVerb, ...] = ()
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DeskCounts:
    """How many are open, by list; and for how many threads by role the sender is suspended: no list says who."""

    open: Mapping[str, int]
    unnamed: Annotated[int, Ge(0)] = 0


@dataclass(frozen=True, slots=True)
class DeskAct:
    """What a maintainer decides; `id` is its idempotency key. Hiding and declining ask for `words`: the reason."""

    id: Uuid
    verb: DeskVerb
    words: Words = ""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line of the audit trail. `actor` is an account's id, empty for the archive itself or its command line."""

    id: Annotated[int, Ge(0)]
    moment: When
    actor: str
    action: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True)
class ErasureRequest:
    """Have everything of one's own erased; `code` as for logging in: somebody who found an open window can't.

    `receipt`: 64 random hexadecimal digits, made up by who asks and written down before; see `ProofRequest`.
    """

    code: Annotated[str, MaxLen(40)] = field(repr=False)
    receipt: Annotated[str, MaxLen(64)] = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ProofRequest:
    """Ask for the proof of an erasure by its receipt alone: who was erased has no account to ask with."""

    receipt: Annotated[str, MaxLen(64)] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ErasureProof:
    """That an erasure was carried out. `signature`: the archive's, Ed25519 over the other fields' JSON, in base64.

    `counts` by what it was of. `beyond`: copies that couldn't be reached, as codes with numbers: ``mails`` that were
    sent, ``authors`` whose machines have yet to hear of it, ``sticks``, ``backups`` (kept until `backups_until`).
    """

    id: Uuid
    archive: Uuid
    moment: When
    counts: Mapping[str, int]
    beyond: Mapping[str, int] = field(default_factory=dict)
    backups_until: When = ""
    signature: Annotated[str, MaxLen(200)] = ""
