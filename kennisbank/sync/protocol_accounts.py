"""What client and archive say to each other about the archive itself, accounts, sessions and import batches."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from annotated_types import Ge, Le, MaxLen, MinLen

from kennisbank.sync.protocol import OLDEST, PROTOCOL, Body, GoneReason, Revision, Sha256, Uuid, Words

Right = Literal["visitor", "pending", "reader", "author", "maintainer", "suspended"]
"""What somebody may do; `author` is of one contribution, and comes on top of `reader`."""
AccountState = Literal["requested", "active", "suspended", "refused", "erased"]
Occupation = Literal["teacher", "researcher", "student", "other"]
Mail = Annotated[str, MinLen(3), MaxLen(254)]
Name = Annotated[str, MinLen(1), MaxLen(200)]
InLanguages = Mapping[Literal["nl", "en"], Annotated[str, MaxLen(20_000)]]


@dataclass(frozen=True, slots=True)
class ArchiveInfo:
    """Who an archive is and what it asks of its readers; everything that names a congress is configuration.

    `begun` is the revision that it had when its epoch began, and `begun_of` the epoch whose backup that was: of what
    was agreed in that one, all up to there is known to it.
    `key` is its Ed25519 public key, 32 bytes in base64; `approval`: who lets a new account in. `remarks_days`: how long
    a remark to the maintainers is kept; 0: it doesn't say.
    """

    id: Uuid
    epoch: Uuid
    name: Words
    key: Annotated[str, MaxLen(100)]
    approval: Literal["maintainer", "mail"]
    revision: Revision = 0
    contributions: Annotated[int, Ge(0)] = 0
    foundation: Words = ""
    maintainer: Words = ""
    address: Words = ""
    website: Words = ""
    languages: tuple[str, ...] = ("nl", "en")
    house_rules: InLanguages = field(default_factory=dict)
    privacy: InLanguages = field(default_factory=dict)
    next_congress: InLanguages = field(default_factory=dict)
    newsletter: InLanguages = field(default_factory=dict)
    protocol: int = PROTOCOL
    oldest: int = OLDEST
    begun: Revision = 0
    begun_of: Annotated[str, MaxLen(64)] = ""
    remarks_days: Annotated[int, Ge(0)] = 0


@dataclass(frozen=True, slots=True)
class AccountRequest:
    """Asking for an account. The answer is the same whether the address is known or not."""

    mail: Mail
    name: Name
    occupation: Occupation
    organisation: Annotated[str, MaxLen(200)] = ""
    language: Literal["nl", "en"] = "nl"
    accepts_rules: bool = False


@dataclass(frozen=True, slots=True)
class CodeRequest:
    """Asking for a one-time code by mail. The answer is the same whether the address is known or not."""

    mail: Mail
    language: Literal["nl", "en"] = "nl"


@dataclass(frozen=True, slots=True)
class LogIn:
    """Logging in with a one-time code; `device` is how this machine is called in the list of sessions."""

    mail: Mail
    code: Annotated[str, MaxLen(40)] = field(repr=False)
    device: Annotated[str, MaxLen(100)] = ""


@dataclass(frozen=True, slots=True)
class RefreshRequest:
    """Asking for new tokens with the refresh token, which is used up by it."""

    refresh: Annotated[str, MaxLen(200)] = field(repr=False)


@dataclass(frozen=True, slots=True)
class AccountInfo:
    """An account, as its owner (and a maintainer) sees it. Moments are ISO 8601, UTC."""

    id: Uuid
    mail: str
    name: str
    occupation: Occupation
    organisation: str
    right: Right
    state: AccountState
    requested: str = ""


@dataclass(frozen=True, slots=True)
class Tokens:
    """A session: access for `expires_in` seconds, and what to ask for more with."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    expires_in: int
    session: Uuid
    account: AccountInfo


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """One session, or device token, of an account. Moments are ISO 8601, UTC."""

    id: Uuid
    device: str
    created: str
    used: str
    ends: str
    is_current: bool
    is_token: bool = False


@dataclass(frozen=True, slots=True)
class TokenRequest:
    """Asking for a device token: for a machine without a keyring, revocable, for at most a year."""

    device: Name
    days: Annotated[int, Ge(1), Le(366)] = 90


@dataclass(frozen=True, slots=True)
class DeviceToken:
    """A device token, told this once."""

    token: str = field(repr=False)
    session: Uuid
    ends: str


@dataclass(frozen=True, slots=True)
class AccountChange:
    """What a maintainer does to an account; a reason goes to the audit trail."""

    state: Literal["active", "suspended", "refused"] | None = None
    right: Literal["reader", "maintainer"] | None = None
    reason: Words = ""


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One record of a batch: an edition or a contribution, whole.

    `contacts`: the mail addresses of its authors, in their order, empty where not known. They stay with the archive,
    which needs them to find out who an author is; nobody gets to see them.
    """

    kind: Literal["edition", "contribution"]
    id: Uuid
    body: Body
    contacts: Annotated[tuple[Annotated[str, MaxLen(254)], ...], MaxLen(2000)] = ()


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A contribution that is taken out: its files go, its title and the reason stay."""

    id: Uuid
    reason: GoneReason = "withdrawn"
    words: Words = ""


@dataclass(frozen=True, slots=True)
class BatchManifest:
    """An import batch as a maintainer publishes it; the same one again changes nothing, a changed one corrects."""

    source: Words
    items: Annotated[tuple[BatchItem, ...], MaxLen(20_000)]
    withdrawals: Annotated[tuple[Withdrawal, ...], MaxLen(20_000)] = ()


@dataclass(frozen=True, slots=True)
class MissingFile:
    """A file that the archive lacks; `received` bytes of it are there from a broken-off upload."""

    hash: Sha256
    size: int
    received: int = 0


@dataclass(frozen=True, slots=True)
class BatchAnswer:
    """How a batch stands. `known`: items that the archive has under another id (item's id → archive's).

    Counts are of contributions, and filled once it is `published`; all of it became visible at `revision`.
    """

    id: Uuid
    state: Literal["waiting", "published"]
    missing: tuple[MissingFile, ...] = ()
    known: Mapping[str, str] = field(default_factory=dict)
    revision: Revision = 0
    added: int = 0
    corrected: int = 0
    unchanged: int = 0
    withdrawn: int = 0
