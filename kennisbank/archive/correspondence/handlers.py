"""Who carries out which kind of act: one line each."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from kennisbank.archive.acting.scene import Handler
from kennisbank.archive.claiming.claim_acts import claim, claim_code, notify
from kennisbank.archive.claiming.versions import hand_in
from kennisbank.archive.correspondence.withdrawals import withdrawal
from kennisbank.archive.deskwork.reporting import report
from kennisbank.archive.people.tell import new_feedback
from kennisbank.archive.threads.feedback import feedback
from kennisbank.archive.threads.replying import reply, seen, verdict
from kennisbank.archive.voices.comments import comment
from kennisbank.archive.voices.proposing import propose
from kennisbank.archive.voices.voting import vote
from kennisbank.sync.protocol_acts import ActKind

HANDLERS: Mapping[ActKind, Handler] = MappingProxyType(
    {
        "feedback": partial(feedback, tell=new_feedback),
        "reply": partial(reply, tell=new_feedback),
        "verdict": verdict,
        "seen": seen,
        "comment": comment,
        "vote": vote,
        "proposal": propose,
        "claim": claim,
        "claim_code": claim_code,
        "notify": notify,
        "version": hand_in,
        "report": report,
        "withdrawal": withdrawal,
    }
)
"""A kind that isn't here is refused as ``invalid``."""
