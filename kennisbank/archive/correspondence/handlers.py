"""Who carries out which kind of act: one line each."""

from collections.abc import Mapping
from types import MappingProxyType

from kennisbank.archive.acting.scene import Handler
from kennisbank.archive.correspondence.withdrawals import withdrawal
from kennisbank.archive.threads.feedback import feedback
from kennisbank.archive.voices.comments import comment
from kennisbank.archive.voices.proposing import propose
from kennisbank.archive.voices.voting import vote
from kennisbank.sync.protocol_acts import ActKind

HANDLERS: Mapping[ActKind, Handler] = MappingProxyType(
    {
        "feedback": feedback,
        "comment": comment,
        "vote": vote,
        "proposal": propose,
        "withdrawal": withdrawal,
    }
)
"""A kind that isn't here is refused as ``invalid``."""
