"""Walking through a repository's list, page after page, however oddly it hands them out.

Nothing here trusts a repository to end: a token that comes back, pages that bring nothing new, tokens without measure
are all an end. A repository that is busy is asked again when it says so, a few times.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from kennisbank.errors import RepositoryRefusedError, RepositoryUnreachableError
from kennisbank.importing.oai_answer import OaiAnswer, OaiRecord, UnreadableAnswerError, read_answer
from kennisbank.net.oai_http import OaiReply
from kennisbank.tasks.context import JobContext

MOST_PAGES = 100_000
MOST_RECORDS = 2_000_000
MOST_TOKEN = 10_000
"""Characters; some put their whole question into it."""
_IDLE_PAGES = 3
"""So many pages after each other without a record that is new are the sign of a circle."""
_TRIES = 5
_FIRST_WAIT, _LONGEST_WAIT = 5.0, 600.0
_DAY, _SECOND = "YYYY-MM-DD", "YYYY-MM-DDThh:mm:ssZ"


Ask = Callable[[Mapping[str, str]], OaiReply]
"""Who asks a question (verb and arguments): `net.oai_http.OaiHttp`, with what that raises."""


@dataclass(frozen=True, slots=True)
class About:
    """What a repository says of itself. `granularity` is `_DAY` or `_SECOND`."""

    name: str = ""
    granularity: str = _DAY


@dataclass(frozen=True, slots=True)
class Page:
    """Records that weren't seen before in this walk; `total` of the whole list where the repository says so, else 0."""

    records: tuple[OaiRecord, ...]
    total: int = 0


@dataclass(slots=True)
class _Walk:
    tokens: set[str] = field(default_factory=set)
    seen: dict[str, tuple[str, bool]] = field(default_factory=dict)
    idle: int = 0

    def new_of(self, records: tuple[OaiRecord, ...]) -> tuple[OaiRecord, ...]:
        """Return the records of a page that are new, or changed since: those may come twice in one walk."""
        new = tuple(each for each in records if self.seen.get(each.identifier) != (each.datestamp, each.is_deleted))
        self.seen.update({each.identifier: (each.datestamp, each.is_deleted) for each in new})
        self.idle = 0 if new else self.idle + 1
        return new

    def is_circle(self, token: str) -> bool:
        known = token in self.tokens
        self.tokens.add(token)
        return known or self.idle >= _IDLE_PAGES or len(self.tokens) > MOST_PAGES or len(self.seen) > MOST_RECORDS


class Repository:
    """One repository at `url`, asked through `ask`. One thread."""

    def __init__(self, url: str, ask: Ask, ctx: JobContext) -> None:
        """Ask nothing yet; waiting and going on are `ctx`'s to stop."""
        self._url, self._ask, self._ctx = url, ask, ctx

    def about(self) -> About:
        """Return what it says of itself.

        Raises:
            RepositoryRefusedError: it isn't a repository.
            RepositoryUnreachableError: no answer came.
        """
        said = self._answer({"verb": "Identify"}).about
        granularity = _SECOND if len(said.get("granularity", "")) > len(_DAY) else _DAY
        return About(" ".join(said.get("repositoryName", "").split())[:300], granularity)

    def pages(self, *, prefix: str, set_name: str = "", since: str = "") -> Iterator[Page]:
        """Give the list page by page, each record once unless it changes meanwhile.

        Raises:
            RepositoryRefusedError: it can't be listed so, or it goes round in a circle.
            RepositoryUnreachableError: no answer came; the pages before count.
        """
        question = {"verb": "ListRecords", "metadataPrefix": prefix}
        question.update({name: value for name, value in (("set", set_name), ("from", since)) if value})
        walk, total = _Walk(), 0
        while True:
            answer = self._answer(question)
            total = answer.size or total
            yield Page(walk.new_of(answer.records), total)
            if not answer.token:
                return
            if len(answer.token) > MOST_TOKEN:
                raise RepositoryRefusedError(self._url, "malformed")
            if walk.is_circle(answer.token):
                raise RepositoryRefusedError(self._url, "endless")
            question = {"verb": "ListRecords", "resumptionToken": answer.token}

    def _answer(self, question: Mapping[str, str]) -> OaiAnswer:
        """Return an answer, waited for where the repository is busy; an error of OAI-PMH is one of ours."""
        reply = self._reply(question)
        try:
            answer = read_answer(reply.body, reply.charset)
        except UnreadableAnswerError as error:
            raise self._unreadable(reply, error) from error
        failed = [each for each in answer.errors if each[0] != "noRecordsMatch"]
        if failed:
            code, words = failed[0]
            raise RepositoryRefusedError(self._url, code[:40] or "unnamed", " ".join(words.split())[:300])
        return answer

    def _reply(self, question: Mapping[str, str]) -> OaiReply:
        wait = _FIRST_WAIT
        for attempt in range(_TRIES):
            self._ctx.check()
            reply = self._ask(question)
            is_busy = reply.status in {429, 503} or (reply.status >= 500 and b"OAI-PMH" not in reply.body[:4000])
            if not is_busy:
                return reply
            asked = reply.retry_after or wait
            if attempt == _TRIES - 1 or asked > _LONGEST_WAIT:
                raise RepositoryUnreachableError(self._url, "busy", reply.retry_after)
            self._ctx.pause(asked)
            wait *= 2
        raise AssertionError  # the last attempt returned or raised

    def _unreadable(
        self, reply: OaiReply, error: UnreadableAnswerError
    ) -> RepositoryRefusedError | RepositoryUnreachableError:
        if reply.status in {401, 403}:
            return RepositoryRefusedError(self._url, "not_allowed")
        if not reply.body:
            return RepositoryUnreachableError(self._url, "broken_off")
        return RepositoryRefusedError(self._url, error.code)


def since_for(about: About, since: str) -> str:
    """Return a date or moment (ISO 8601, UTC) as this repository takes it: by the day where it knows no seconds."""
    if about.granularity == _DAY or len(since) <= len(_DAY):
        return since[: len(_DAY)]
    return since
