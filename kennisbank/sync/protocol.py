"""What client and archive say to each other about records: version 1 of the wire format.

Everything that is kept in step is a `Record`: a kind, an id, a body (a JSON object, its shape in `protocol_bodies`) and
the revision that the archive gave to its last change. A field that one side doesn't know is kept, not dropped.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le, MaxLen

PROTOCOL = 1
"""The version that this program speaks; stands in every request and answer, in the header `HEADER`."""
OLDEST = 1
"""The oldest version that this program understands."""
HEADER = "Kennisbank-Protocol"
PAGE = 500
"""Records in a page of changes, unless another number is asked for."""
MOST_PAGE = 1000
MOST_WRITES = 200
MOST_BODY = 1 << 20
"""Bytes of one record's body as JSON."""

RecordKind = Literal[
    "edition",
    "contribution",
    "person",
    "comment",
    "reception",
    "annotation",
    "dossier",
    "reading",
    "reading_mark",
    "saved_search",
]
CATALOGUE: frozenset[RecordKind] = frozenset({"edition", "contribution"})
"""What maintainers publish; everybody sees it."""
VOICES: frozenset[RecordKind] = frozenset({"person", "comment", "reception"})
"""What the archive makes of what readers and maintainers say (`protocol_acts`); everybody sees it."""
PUBLIC: frozenset[RecordKind] = CATALOGUE | VOICES
"""What everybody sees and nobody writes directly; the other kinds are somebody's own."""
GoneReason = Literal["deleted", "withdrawn", "erased", "hidden", "unshared", "replaced"]
Scope = Literal["all", "public", "mine"]
Refusal = Literal["forbidden", "invalid", "too_large", "other_content", "gone", "suspended", "not_approved"]

Uuid = Annotated[str, MaxLen(64)]
Sha256 = Annotated[str, MaxLen(64)]
Words = Annotated[str, MaxLen(4000)]
Revision = Annotated[int, Ge(0), Le(2**53)]
Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Gone:
    """Why a record is no longer there: a tombstone is never silent.

    `deleted` by its owner; `withdrawn`: the body stays, without files; `erased` and `hidden`: all of it goes, from base
    copies and backups too; `unshared`: it may no longer be seen by this account; `replaced` by the record `by`.
    `moment` is ISO 8601, UTC.
    """

    reason: GoneReason
    words: Words = ""
    moment: Annotated[str, MaxLen(40)] = ""
    by: Uuid = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One record as this account may see it. `body` is None on a tombstone that left nothing.

    `hash` is `protocol_codec.content_hash` of the body, empty without one. `is_mine`: this account owns it; what
    others share has their name in `creator`. Of public records both say nothing.
    """

    kind: RecordKind
    id: Uuid
    revision: Revision
    body: Body | None = None
    hash: Sha256 = ""
    gone: Gone | None = None
    is_mine: bool = False
    creator: Annotated[str, MaxLen(300)] = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """What one side has, to be compared with the other: the number of records with a body, and the sum of their marks.

    A mark is `protocol_codec.mark`, 48 bits of a hash of kind, id, revision and content; the sum is taken modulo 2**48,
    so that the order doesn't matter.
    """

    count: Annotated[int, Ge(0)]
    sum: Annotated[int, Ge(0)]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The changes after the revision that was asked for, in order of revision.

    `revision` is what to ask from next, once this page is committed; `head` is the archive's own. `removals` counts the
    tombstones from the revision asked for up to `head`. On the last page stand the digests of all that this account
    sees: `public` and `mine` (None for visitors, and where the scope leaves it out), and in `mailbox` the last number
    of this account's mailbox (`protocol_mailbox`), None for visitors.
    """

    archive: Uuid
    epoch: Uuid
    revision: Revision
    head: Revision
    records: tuple[Record, ...]
    is_last: bool
    removals: Annotated[int, Ge(0)] = 0
    public: Digest | None = None
    mine: Digest | None = None
    protocol: int = PROTOCOL
    mailbox: Annotated[int, Ge(0)] | None = None


@dataclass(frozen=True, slots=True)
class Write:
    """One change of an own record: made on `base` (0: it is new), as a whole body, or `is_deletion`.

    `id` is the idempotency key of this write: sent again it is answered as the first time.
    """

    id: Uuid
    kind: RecordKind
    record: Uuid
    base: Revision
    body: Body | None = None
    is_deletion: bool = False


@dataclass(frozen=True, slots=True)
class WriteBatch:
    """Writes in order; each stands or falls by itself. `epoch` is the one on which the bases were made."""

    epoch: Uuid
    writes: Annotated[tuple[Write, ...], MaxLen(MOST_WRITES)]


@dataclass(frozen=True, slots=True)
class WriteResult:
    """What became of one write.

    `accepted` at `revision` (the same for a repeated one); `stale`: `current` has changed since its base: merge and try
    again; `refused` for good, because of `refusal`, said in `words`.
    """

    write: Uuid
    outcome: Literal["accepted", "stale", "refused"]
    revision: Revision = 0
    current: Record | None = None
    refusal: Refusal | None = None
    words: Words = ""


@dataclass(frozen=True, slots=True)
class WriteResults:
    """One result for each write, in the order of the batch."""

    epoch: Uuid
    results: tuple[WriteResult, ...]


@dataclass(frozen=True, slots=True)
class Receipts:
    """Of which writes the archive knows: by the write's id the revision it was accepted at."""

    epoch: Uuid
    accepted: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Fault:
    """The body of every answer that isn't a success. `code` is stable; `words` are for people, in `language`.

    Codes: ``protocol_too_old`` (426), ``other_epoch`` (409), ``not_logged_in`` (401), ``session_ended`` (401),
    ``wrong_code`` (403: a one-time code that is wrong, used or too old), ``forbidden`` (403), ``not_approved`` (403),
    ``suspended`` (403), ``last_maintainer`` (409), ``not_found`` (404), ``withdrawn`` (410), ``too_large`` (413),
    ``invalid`` (422), ``too_many`` (429), ``other_content`` (409), ``busy`` (503), ``full`` (507), ``bug`` (500).
    """

    code: Annotated[str, MaxLen(40)]
    words: Words = ""
    minimum: int = 0
