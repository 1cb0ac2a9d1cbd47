"""The central archive as this library knows it: the link to it, who is logged in, and how the last sync went."""

from dataclasses import dataclass
from typing import Literal

from kennisbank.domain.ids import AccountId, ArchiveId
from kennisbank.domain.moments import Moment

Right = Literal["visitor", "pending", "reader", "author", "maintainer", "suspended"]
"""What somebody may do at the archive; `author` is of one contribution, and comes on top of `reader`."""
Occupation = Literal["teacher", "researcher", "student", "other"]


@dataclass(frozen=True, slots=True)
class Brake:
    """A sync that stopped to ask: up to `revision`, `removals` of `total` things are to go. `is_released`: they may."""

    revision: int
    removals: int
    total: int
    is_released: bool = False


@dataclass(frozen=True, slots=True)
class AccountWish:
    """An account that was asked for and isn't there yet."""

    mail: str
    name: str
    occupation: Occupation
    organisation: str
    asked: Moment


@dataclass(frozen=True, slots=True)
class ArchiveLink:
    """The archive that a library is connected to; a library has one at most, a second one is another home.

    `url` is empty where it is known from a stick only. `key` is its Ed25519 public key in base64, pinned when
    connecting. `epoch` and `revision` say up to where everything that all may see has been taken. `outcome` is how
    the last sync ended: empty for well, ``cancelled``, ``brake``, or the name of an error; `detail` is then its code,
    or its text where it has none. `info` is what the archive says of itself, as JSON
    (`sync.protocol_accounts.ArchiveInfo`).
    """

    id: ArchiveId
    url: str
    name: str
    key: str
    epoch: str
    revision: int
    connected: Moment
    info: str = "{}"
    synced: Moment | None = None
    outcome: str = ""
    detail: str = ""
    brake: Brake | None = None
    wish: AccountWish | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody's account at an archive, as far as it was ever used on this machine.

    `revision`: up to where their own records have been taken. `is_current`: they are logged in; at most one is.
    `is_hidden`: logged out, their data kept here out of sight. `ended`: why the session is over, empty while it isn't:
    ``logged_out``, ``ended`` (at the archive), ``expired``, ``suspended``, ``erased`` (at its owner's word, from
    elsewhere). Tokens are in the keyring, never here.
    """

    id: AccountId
    archive: ArchiveId
    mail: str
    name: str
    occupation: Occupation
    organisation: str
    right: Right
    revision: int = 0
    session: str = ""
    device: str = ""
    is_current: bool = False
    is_hidden: bool = False
    ended: str = ""
