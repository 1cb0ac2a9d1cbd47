"""Who carries out which kind of act: one line each."""

from collections.abc import Mapping
from types import MappingProxyType

from kennisbank.archive.acting.scene import Handler
from kennisbank.archive.threads.feedback import feedback
from kennisbank.sync.protocol_acts import ActKind

HANDLERS: Mapping[ActKind, Handler] = MappingProxyType(
    {
        "feedback": feedback,
    }
)
"""A kind that isn't here is refused as ``invalid``."""
