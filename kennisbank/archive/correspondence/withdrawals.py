"""Taking something back: who does it, by what it is; one line each."""

from collections.abc import Mapping
from types import MappingProxyType

from kennisbank.archive.acting.scene import ActRefused, ActScene, Handler
from kennisbank.archive.claiming.claim_acts import withdraw_claim
from kennisbank.archive.claiming.versions import withdraw_version
from kennisbank.archive.voices import comments, proposing

WITHDRAWALS: Mapping[str, Handler] = MappingProxyType(
    {
        "comment": comments.take_back,
        "proposal": proposing.take_back,
        "claim": withdraw_claim,
        "version": withdraw_version,
    }
)
"""By `protocol_acts.WithdrawalBody.subject`."""


def withdrawal(scene: ActScene) -> None:
    """Carry out an act of kind ``withdrawal``.

    Raises:
        ActRefused: it isn't theirs, or can't be taken back.
        ActWaits: it isn't here (yet).
    """
    take_back = WITHDRAWALS.get(scene.body.subject)
    if take_back is None:
        raise ActRefused("invalid", "this archive can't have that taken back")
    take_back(scene)
