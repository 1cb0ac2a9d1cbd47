"""Harvesting a repository over OAI-PMH into the library: its catalogue, not its files, as an import batch."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.reports import FileReport, ImportSummary
from kennisbank.errors import BadInputError, Cancelled, LibraryBusyError
from kennisbank.importing.oai_answer import OaiRecord
from kennisbank.importing.oai_pages import Ask, Repository, since_for
from kennisbank.importing.oai_taking import RecordTaker
from kennisbank.importing.past import past_of
from kennisbank.importing.recorder import Recorder
from kennisbank.library.library import Library
from kennisbank.net.oai_http import OaiHttp
from kennisbank.services.searching import SearchService
from kennisbank.tasks.context import JobContext, Progress

LAST = "last"
"""As `since`: what changed since the last harvest of this repository and set that came to its end."""
_OVERLAP = timedelta(days=1)
"""Two clocks, and repositories that know only days: records of the day before are asked again, and come out alike."""


@dataclass(frozen=True, slots=True)
class HarvestRequest:
    """What to harvest. `url` is the repository's base URL; `set_name` one of its sets, empty for all.

    `since` is a day or moment (``2026-11-22``, ``2026-11-22T09:30:00Z``), `LAST`, or empty for everything. `edition`
    is the code that everything gets; empty means: what the repository says. A rehearsal writes nothing.
    """

    url: str
    set_name: str = ""
    since: str = ""
    prefix: str = "oai_dc"
    edition: str = ""
    is_rehearsal: bool = False


class HarvestService:
    """Harvests into one library; an import, as far as locks, batches and undoing go."""

    def __init__(
        self, library: Library, searching: SearchService, asking: Callable[[str, JobContext], Ask] = OaiHttp
    ) -> None:
        """Write to `library`, make what came searchable with `searching`, ask repositories through `asking`."""
        self._library, self._searching, self._asking = library, searching, asking

    def harvest(
        self,
        url: str,
        ctx: JobContext | None = None,
        *,
        set: str = "",  # noqa: A002 (OAI-PMH's own word)
        since: str = "",
        prefix: str = "oai_dc",
        edition: str = "",
    ) -> ImportSummary:
        """Harvest a repository; `run` says more."""
        return self.run(HarvestRequest(url, set, since, prefix, edition), ctx)

    def run(
        self,
        request: HarvestRequest,
        ctx: JobContext | None = None,
        on_report: Callable[[FileReport], None] = lambda _: None,
        on_committed: Callable[[ChangeSet], None] = lambda _: None,
    ) -> ImportSummary:
        """Harvest (or rehearse), in many committed steps; run again it adds nothing twice and goes on where it ended.

        `on_report` gets a report for each record, under its identifier; `on_committed` each step's ChangeSet.

        Raises:
            BadInputError: `since` is no date.
            RepositoryRefusedError: the repository can't be harvested so; what came before stays.
            RepositoryUnreachableError: it gives no answer; what came before stays.
            LibraryBusyError: an import is running in this library.
            StorageError: the disk is full or can't be written; what was committed stays.
        """
        ctx = ctx or JobContext()
        url = base_url(request.url)
        lock: AbstractContextManager[None] = nullcontext() if request.is_rehearsal else self._library.import_lock()
        try:
            with lock:
                return self._harvest(request, url, ctx, on_report, on_committed)
        except Cancelled:
            return ImportSummary(0, 0, 0, 0, 0, 0, 0, None, request.is_rehearsal, cancelled=True)
        finally:
            if not request.is_rehearsal:
                with suppress(LibraryBusyError, Cancelled):  # whoever holds the index brings these over too
                    self._searching.catch_up(JobContext())

    def last(self, url: str, set_name: str = "") -> datetime | None:
        """Return when the last harvest of this repository and set began that came to its end; None for none."""
        source = source_name(base_url(url), set_name)
        with self._library.read() as tx:
            done = (each for each in tx.batches.all() if each.source == source and each.state == "done")
            return max((each.started.utc for each in done), default=None)

    def _harvest(
        self,
        request: HarvestRequest,
        url: str,
        ctx: JobContext,
        on_report: Callable[[FileReport], None],
        on_committed: Callable[[ChangeSet], None],
    ) -> ImportSummary:
        repository = Repository(url, self._asking(url, ctx), ctx)
        since = self._since(request, url)
        past = past_of(self._library, source_name(url, request.set_name), request.edition, kin=url)
        host = urlsplit(url).netloc
        taker = RecordTaker(self._library, past.batch.id, past.paths, past.recorded, host, request.edition)
        library = None if request.is_rehearsal else self._library
        recorder = Recorder(library, past.batch, on_report, on_committed, is_started=past.is_started)
        try:
            for record in _records(repository, request, since, ctx):
                if (outcome := taker.outcome(record)) is not None:
                    recorder.take(outcome)
                ctx.check()
        except Cancelled:
            return recorder.finish(cancelled=True)
        except Exception:
            recorder.flush()
            raise
        return recorder.finish()

    def _since(self, request: HarvestRequest, url: str) -> str:
        if request.since != LAST:
            return moment_of(request.since)
        last = self.last(url, request.set_name)
        return (last - _OVERLAP).strftime("%Y-%m-%dT%H:%M:%SZ") if last is not None else ""


def _records(repository: Repository, request: HarvestRequest, since: str, ctx: JobContext) -> Iterator[OaiRecord]:
    ctx.report(Progress("harvesting"))
    about = repository.about()
    done = 0
    pages = repository.pages(prefix=request.prefix, set_name=request.set_name, since=since_for(about, since))
    for page in pages:
        for record in page.records:
            done += 1
            ctx.report(Progress("harvesting", done, max(page.total, done) if page.total else 0, about.name))
            yield record


def base_url(url: str) -> str:
    """Return a repository's base URL, without a question that somebody copied along."""
    return url.strip().partition("#")[0].partition("?verb=")[0].rstrip("?& ")


def source_name(url: str, set_name: str) -> str:
    """Return how a batch names what was harvested."""
    return f"{url} {set_name}" if set_name else url


def moment_of(text: str) -> str:
    """Return a day or a moment as OAI-PMH writes them, in UTC; empty for nothing.

    Raises:
        BadInputError: it is neither.
    """
    text = text.strip()
    if not text:
        return ""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadInputError(f"{text!r} is no date; write it as 2026-11-22.") from error
    if len(text) <= len("2026-11-22"):
        return moment.strftime("%Y-%m-%d")
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
