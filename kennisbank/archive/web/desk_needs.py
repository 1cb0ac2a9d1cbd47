"""What a maintainer may do at the desk who has a part in what is to be decided: one rule for all lists.

`deskwork.concerned` keeps to it for every question and every act, and the documentation's table is made of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from kennisbank.sync.protocol_desk import DeskList, DeskVerb

Stake = Literal["author", "writer"]
"""How somebody has a part in something: they have claimed the contribution; they wrote it, or ask for it."""


@dataclass(frozen=True, slots=True)
class DeskNeed:
    """What of a list isn't for whom it concerns.

    `stakes`: who that is. `shown`: whether they see what it says, which is their own then. `alone`: what they may
    decide all the same where there is no other maintainer who isn't an author of it.
    """

    stakes: tuple[Stake, ...] = ()
    shown: bool = False
    alone: tuple[DeskVerb, ...] = ()


_KEEP: tuple[DeskVerb, ...] = ("hide", "restore", "decline", "answer", "done")
"""Whether it stays; never what says who sent it, or keeps them out."""
_SAID = DeskNeed(("author", "writer"), alone=_KEEP)
_ASKED = DeskNeed(("writer",), shown=True, alone=("accept", "decline"))
_FREE = DeskNeed()

DESK_NEEDS: Mapping[DeskList, DeskNeed] = MappingProxyType(
    {
        "account": _FREE,
        "claim": _ASKED,
        "earlier": _ASKED,
        "remark": _FREE,
        "version": _ASKED,
        "proposal": _ASKED,
        "report": _SAID,
        "help": _SAID,
        "unanswered": _FREE,  # nothing is shown of it, and inviting decides nothing
        "comment": _SAID,
    }
)
"""By list of the desk."""
