"""How somebody stands as an author, at hand for all of the window: claims, counts, notices, when a mail is sent."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from typing_extensions import override

from kennisbank.domain.correspondence import Claim, InboxCounts, Notice, Notify, Submission
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.rail_facts import RailFacts
from kennisbank.ui.controllers.rereading import Rereading
from kennisbank.ui.controllers.session import Session

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.bootstrap import Kennisbank


@dataclass(frozen=True, slots=True)
class AuthorFacts:
    """What the window knows of its reader as an author.

    `is_connected` to an archive; `name` of who is logged in there, empty for nobody.
    """

    is_connected: bool = False
    name: str = ""
    claims: tuple[Claim, ...] = ()
    counts: InboxCounts = field(default_factory=InboxCounts)
    notices: tuple[Notice, ...] = ()
    submissions: tuple[Submission, ...] = ()
    notify: Notify = "daily"

    @property
    def is_author(self) -> bool:
        """Tell whether the archive knows them as an author of something."""
        return any(claim.state == "granted" for claim in self.claims)

    @property
    def has_threads(self) -> bool:
        """Tell whether there is anything in the inbox."""
        return bool(self.counts.open or self.counts.done or self.counts.unread)

    @property
    def has_inbox(self) -> bool:
        """Tell whether the inbox is of use to them: there are threads, or claims they may hear of."""
        return self.has_threads or bool(self.claims) or bool(self.notices)

    def claim_of(self, contribution: str) -> Claim | None:
        """Return how it stands with being an author of a contribution: the claim that says most."""
        order = ("granted", "code_sent", "waiting", "queued", "failed", "refused", "ended", "withdrawn")
        own = [claim for claim in self.claims if claim.contribution == contribution]
        return min(own, key=lambda claim: order.index(claim.state) if claim.state in order else 99, default=None)


class AuthorReading(Rereading):
    """One per window; take it with `of`."""

    AT_ONCE = frozenset({"mailbox", "account", "archive"})
    LATER = frozenset({"act"})
    shown = Signal(object)
    """The `AuthorFacts` as they are now."""
    facts = AuthorFacts()

    @staticmethod
    def of(session: Session) -> "AuthorReading":
        """Return the one of this session."""
        return session.findChild(AuthorReading) or AuthorReading(session)

    @override
    def _job(self) -> Callable[[JobContext], AuthorFacts]:
        kennisbank = self._session.kennisbank
        return lambda _ctx: read_facts(kennisbank)

    @override
    def _take(self, found: AuthorFacts) -> None:
        self.facts = found
        RailFacts.of(self._session).tell("inbox", is_shown=found.has_inbox, count=found.counts.unread)
        self.shown.emit(found)


def read_facts(kennisbank: "Kennisbank") -> AuthorFacts:
    """Read how somebody stands as an author. Runs on a pool thread; asks nothing of the network."""
    account = kennisbank.accounts.current()
    is_connected = kennisbank.accounts.link() is not None
    if not is_connected or account is None:
        return AuthorFacts(is_connected)
    inbox = kennisbank.inbox
    return AuthorFacts(
        is_connected,
        account.name,
        inbox.claims(),
        inbox.counts(),
        inbox.notices(),
        inbox.submissions(),
        inbox.notify(),
    )
