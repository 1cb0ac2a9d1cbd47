"""External material: the links that lead out of a contribution, and whether they still lead anywhere."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from time import monotonic

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.external import ExternalLink, LinkCheck, external_links
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.moments import now
from kennisbank.library.library import Library
from kennisbank.net.link_probe import LinkProbe, ProbeAnswer
from kennisbank.tasks.context import JobContext, Progress

HOST_PAUSE_S = 1.0
"""Seconds between two questions to one host: nobody there should notice us."""
_ENOUGH_SILENCE = 3
"""Addresses that can't be asked for want of a network, before the others are taken to be no different."""


@dataclass(frozen=True, slots=True)
class LinkReport:
    """The links of a contribution after they were checked, and what was written.

    `is_offline`: this computer has no network, so the rest was left as it was; that says nothing of the links.
    """

    links: tuple[ExternalLink, ...]
    is_offline: bool
    changes: ChangeSet


class LinkService:
    """The links of one library. Every method may be called from any thread; only `check` asks other computers."""

    def __init__(
        self,
        library: Library,
        probe: LinkProbe,
        *,
        host_pause_s: float = HOST_PAUSE_S,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Keep what is found in `library` and ask with `probe`, one host no sooner than `host_pause_s` seconds."""
        self._library = library
        self._probe = probe
        self._host_pause_s = host_pause_s
        self._clock = clock

    def links(self, contribution_id: ContributionId) -> tuple[ExternalLink, ...]:
        """Return each address that leads out of a contribution once, with the latest check of it.

        Raises:
            NotFoundError: the contribution isn't here.
        """
        with self._library.read() as tx:
            contribution = tx.contributions.get(contribution_id)
            values = contribution.metadata.values
            edition = tx.editions.by_code(values.edition) if values.edition else None
            inside = [link for file in contribution.current_files for link in tx.texts.links(file.hash)]
            website = edition.website if edition is not None else ""
            found = external_links(inside, doi=values.doi, website=website)
            checks = tx.link_checks.of([link.uri for link in found])
        return tuple(replace(link, check=checks.get(link.uri)) for link in found)

    def check(self, contribution_id: ContributionId, ctx: JobContext) -> LinkReport:
        """Ask every link of a contribution that can be asked, one after the other, and keep each answer as it comes.

        Raises:
            NotFoundError: the contribution isn't here.
            Cancelled: the context was cancelled; what was answered before is kept.
        """
        wanted = [link.uri for link in self.links(contribution_id) if link.can_be_checked]
        asked: dict[str, float] = {}
        unheard: list[str] = []
        has_answer, changes = False, ChangeSet()
        for number, (host, uri) in enumerate(_by_turns(wanted)):
            ctx.check()
            ctx.report(Progress("links", number, len(wanted), uri))
            if host in asked:
                ctx.pause(max(0.0, asked[host] + self._host_pause_s - self._clock()))
            answer = self._probe.ask(uri)
            asked[host] = self._clock()
            if answer.is_offline and not has_answer:
                unheard.append(uri)
                if len(unheard) >= _ENOUGH_SILENCE:
                    break
                continue
            has_answer = True
            changes |= self._keep(uri, answer)
        if has_answer:  # so it was not for want of a network
            for uri in unheard:
                changes |= self._keep(uri, ProbeAnswer("unreachable"))
        return LinkReport(self.links(contribution_id), bool(unheard) and not has_answer, changes)

    def _keep(self, uri: str, answer: ProbeAnswer) -> ChangeSet:
        with self._library.write() as tx:
            tx.link_checks.save(LinkCheck(uri, answer.outcome, answer.status, now()))
            return tx.changes


def _by_turns(uris: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each address with its host, the hosts by turns: whoever answers slowly or often is waited for least."""
    queues: defaultdict[str, deque[str]] = defaultdict(deque)
    for uri in uris:
        queues[ExternalLink(uri, "paper").host].append(uri)
    while queues:
        for host in list(queues):
            yield host, queues[host].popleft()
            if not queues[host]:
                del queues[host]
