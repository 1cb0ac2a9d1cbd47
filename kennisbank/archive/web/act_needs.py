"""Who may do which act, and who sees which thing: what `rights.NEEDS` says of routes, said of what goes through them.

The documentation's table (`rights_page`) is made of this, and a test asks every cell of it over HTTP.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

ActNeed = Literal["anybody", "side", "author_side", "author", "own"]
"""Beyond being a reader: nothing; taking part in the thread; doing so as one of its authors; having claimed the
contribution; having said it oneself."""

ACT_NEEDS: Mapping[str, ActNeed] = MappingProxyType(
    {
        "feedback": "anybody",
        "reply": "side",
        "verdict": "author_side",
        "seen": "side",
        "comment": "anybody",
        "vote": "anybody",
        "proposal": "anybody",
        "report of a comment": "anybody",
        "report of a thread": "side",
        "report asking for help": "author_side",
        "claim": "anybody",
        "claim_code": "own",
        "version": "author",
        "notify": "anybody",
        "withdrawal of a comment": "own",
        "withdrawal of a proposal": "own",
        "withdrawal of a claim": "own",
        "withdrawal of a version": "own",
    }
)
"""By kind of act (`protocol_acts.ActKind`), with what it is about where that matters."""
ACT_ROUTE = "POST /v1/acts"

Others = Literal["waits", "forbidden"]
OTHERS: Mapping[ActNeed, Others] = MappingProxyType(
    {"side": "waits", "author_side": "waits", "author": "forbidden", "own": "waits"}
)
"""What comes back to a reader who lacks it. What others have in their mailboxes isn't there for anybody else: that
``waits``, as everything does that the archive hasn't got. A thread's own reader is told of ``author_side`` that it is
``forbidden``, and so is whoever takes back somebody else's comment, which everybody sees."""

Scope = Literal["all", "own", "shown"]
"""Everything that is there; one's own; what was shown to the maintainers, as its authors see it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Through which route (of `rights.NEEDS`) a thing is seen, or kept as one's own, and how much of it."""

    route: str
    scope: Scope


OBJECTS: Mapping[str, tuple[Seen, ...]] = MappingProxyType(
    {
        "contribution": (Seen("GET /v1/contributions/{}", "all"),),
        "file of a contribution": (Seen("GET /v1/files/{}", "all"),),
        "edition, person, comment, reception": (Seen("GET /v1/changes", "all"),),
        "annotation, dossier, reading mark": (Seen("POST /v1/changes", "own"),),
        "thread, and its messages": (Seen("GET /v1/mailbox", "own"),),
        "thread that was reported": (Seen("GET /v1/mailbox", "own"), Seen("GET /v1/desk", "shown")),
        "attached file": (Seen("GET /v1/attachments/{}", "own"),),
        "vote": (Seen("GET /v1/mailbox", "own"),),
        "proposal": (Seen("GET /v1/mailbox", "own"), Seen("GET /v1/desk", "all")),
        "claim": (Seen("GET /v1/mailbox", "own"), Seen("GET /v1/desk", "all")),
        "version handed in": (Seen("GET /v1/mailbox", "own"), Seen("GET /v1/versions/{}/file", "all")),
        "notice": (Seen("GET /v1/mailbox", "own"),),
        "account": (Seen("GET /v1/me", "own"), Seen("GET /v1/accounts", "all")),
        "everything about somebody": (Seen("GET /v1/me/export", "own"),),
        "remark": (Seen("GET /v1/desk", "all"),),
        "newsletter's list": (Seen("GET /v1/newsletter.csv", "all"),),
        "audit trail": (Seen("GET /v1/audit", "all"),),
    }
)
"""What there is, and through which routes it is seen; one that isn't named shows nothing of it."""
