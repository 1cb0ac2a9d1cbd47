"""How this library stands with its archive, as all of the window shows it. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from kennisbank.domain.archive import Account, ArchiveLink
from kennisbank.domain.changes import Kind
from kennisbank.domain.syncing import Waiting
from kennisbank.sync.protocol_accounts import ArchiveInfo

if TYPE_CHECKING:
    from kennisbank.sync.protocol_desk import ErasureProof

AccountStage = Literal["none", "wished", "in", "ended"]
"""Nobody here, asked for and waiting, logged in, or the session is over."""
UNREACHABLE = "ArchiveUnreachableError"
_LOGGED_OUT, _ERASED = "logged_out", "erased"


@dataclass(frozen=True, slots=True)
class ArchiveFacts:
    """Read in one job. Without a `link` the library is connected to no archive, and all else is empty.

    `known` are the accounts ever used here, `claimable` what belongs to nobody and could be claimed, by kind.
    `untold` are erasures that were finished after their answer was lost: nobody was told yet.
    `secrets` says where the log-in is kept: empty for the keyring, else a code of `SecretsUnavailableError`.
    """

    link: ArchiveLink | None = None
    info: ArchiveInfo | None = None
    account: Account | None = None
    known: tuple[Account, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    conflicts: int = 0
    claimable: Mapping[Kind, int] = field(default_factory=dict)
    secrets: str = ""
    untold: "tuple[ErasureProof | None, ...]" = ()

    @property
    def stage(self) -> AccountStage:
        """Return where somebody is on the way to an account."""
        if self.account is not None and not self.account.ended:
            return "in"
        if self.ended is not None:
            return "ended"
        return "wished" if self.link is not None and self.link.wish is not None else "none"

    @property
    def ended(self) -> Account | None:
        """Return the account whose session is over without anybody having logged out here, if there is one."""
        if self.account is not None and self.account.ended != _ERASED:
            return self.account if self.account.ended else None
        return next((each for each in self.known if each.ended and each.ended not in {_LOGGED_OUT, _ERASED}), None)

    @property
    def erased(self) -> tuple[Account, ...]:
        """Return the accounts that were erased from elsewhere and still have something here."""
        return tuple(each for each in self.known if each.ended == _ERASED)

    @property
    def failed(self) -> int:
        """Return how many of what waits were refused, or failed."""
        return sum(each.state == "failed" for each in self.waiting)

    @property
    def has_brake(self) -> bool:
        """Tell whether the last sync stopped to ask."""
        return self.link is not None and self.link.brake is not None and not self.link.brake.is_released

    @property
    def is_unreachable(self) -> bool:
        """Tell whether the last sync didn't reach the archive."""
        return self.link is not None and self.link.outcome == UNREACHABLE

    @property
    def has_failed(self) -> bool:
        """Tell whether the last sync ended badly, for another reason than the network."""
        outcome = self.link.outcome if self.link is not None else ""
        return outcome not in {"", "cancelled", "brake", UNREACHABLE}


NOT_CONNECTED = ArchiveFacts()
