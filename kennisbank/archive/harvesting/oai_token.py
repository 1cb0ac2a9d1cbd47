"""Where a list goes on: everything that is needed for it, signed, so that nothing needs to be remembered here.

A list is in the order of revisions. What changes while it is harvested gets a later one and comes again, so nothing is
passed over; and a token is good for as long as the archive counts on, over restarts.
"""

import base64
import binascii
import json
from dataclasses import dataclass

from kennisbank.archive.harvesting.oai_errors import OaiError
from kennisbank.archive.identity.keyed import Keyed, is_same

_PURPOSE = "oai-pmh token"
_SIGNED = 32
"""Hexadecimal digits of the signature: 128 bits."""


@dataclass(frozen=True, slots=True)
class Place:
    """A list (limits as in `oai_question.Question`) and how far it came: after `revision`, with `done` records."""

    verb: str
    since: str
    before: str
    set: str
    revision: int
    done: int


def token_of(place: Place, epoch: str, keyed: Keyed) -> str:
    """Return a place as a token."""
    values = [place.verb, place.since, place.before, place.set, place.revision, place.done]
    body = base64.urlsafe_b64encode(json.dumps(values, separators=(",", ":")).encode()).decode().rstrip("=")
    return f"{body}.{keyed.hash(_PURPOSE, epoch, body)[:_SIGNED]}"


def place_of(token: str, verb: str, epoch: str, keyed: Keyed) -> Place:
    """Return the place that a token stands for.

    Raises:
        OaiError: it isn't one of ours, or of another verb, or of before the archive was restored.
    """
    body, _, signature = token.rpartition(".")
    if is_same(signature, keyed.hash(_PURPOSE, epoch, body)[:_SIGNED]):
        try:
            place = Place(*json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))))
        except (binascii.Error, ValueError, TypeError):  # signed by another version of this program
            place = None
        if place is not None and place.verb == verb:
            return place
    raise OaiError("badResumptionToken", "This resumptionToken isn't valid (any longer).")
