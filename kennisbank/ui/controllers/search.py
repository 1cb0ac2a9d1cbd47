"""Searching as one types: asks off the GUI thread, drops what is stale, fetches more as one scrolls."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.results import PassageHit
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.search_answer import Answer, Asked, ResultRow, in_reading_order
from kennisbank.ui.workers import LongJob

if TYPE_CHECKING:
    from kennisbank.bootstrap import Kennisbank

WAIT_MS = 120
"""How long one must have stopped typing before the library is asked."""
PAGE = 30
PASSAGES = 3


@dataclass(frozen=True, slots=True)
class AllPassages:
    """Every hit of one contribution, in reading order."""

    contribution: ContributionId
    passages: tuple[PassageHit, ...]


class SearchController(QObject):
    """One question at a time and its answer. Lives on the GUI thread."""

    began = Signal()
    """The library is being asked."""
    answered = Signal(object)
    """A new `Answer`."""
    extended = Signal(object)
    """The same answer with more rows: an `Answer`."""
    failed = Signal(object)
    """Asking failed; with the exception. The last answer stands."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Ask the library of `session`; ask again when it was written, replaced or made searchable."""
        super().__init__(parent)
        self._session = session
        self._asked = Asked()
        self._answer: Answer | None = None
        self._running: JobContext | None = None
        self._extending: JobContext | None = None
        self._waiting = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._waiting.timeout.connect(self.ask_now)
        session.opened.connect(self.ask_now)
        session.changed.connect(self._on_changed)
        session.tasks.job_finished.connect(self._on_job_finished)

    @property
    def asked(self) -> Asked:
        """Return what is asked now; its answer may still be under way."""
        return self._asked

    @property
    def answer(self) -> Answer | None:
        """Return the last answer."""
        return self._answer

    @property
    def is_settled(self) -> bool:
        """Tell whether the answer is that to what is asked now."""
        return self._running is None and not self._waiting.isActive()

    def ask(self, asked: Asked, *, at_once: bool = False) -> None:
        """Ask something else, shortly after the last letter or at once; the same again is nothing new."""
        if asked != self._asked:
            self._asked = asked
            self._stop()
            if asked.is_empty:
                self._answer = None
            self._waiting.start()
        if at_once and self._waiting.isActive():
            self.ask_now()

    def ask_now(self) -> None:
        """Ask what is asked (again): what is here may have changed."""
        self._waiting.stop()
        self._stop()
        if self._asked.is_empty or not self._session.is_open:
            return
        kennisbank, asked = self._session.kennisbank, self._asked

        def job(ctx: JobContext) -> Answer:
            return find(kennisbank, asked, ctx)

        self.began.emit()
        self._running = self._session.tasks.read(self, job, self._take, self._fail)

    def more(self) -> None:
        """Fetch the next rows, unless they are under way."""
        answer = self._answer
        if answer is None or not answer.has_more or self._extending is not None or not self.is_settled:
            return
        kennisbank = self._session.kennisbank

        def job(ctx: JobContext) -> Answer:
            return find(kennisbank, answer.asked, ctx, offset=len(answer.rows))

        self._extending = self._session.tasks.read(self, job, self._extend, self._fail)

    def _take(self, answer: Answer) -> None:
        self._running = None
        self._answer = answer
        self.answered.emit(answer)

    def _extend(self, answer: Answer) -> None:
        self._extending = None
        if self._answer is None or answer.asked != self._answer.asked:
            return
        results, known = self._answer.results, {row.id for row in self._answer.rows}
        rows = (*self._answer.rows, *(row for row in answer.rows if row.id not in known))
        if len(rows) == len(known):  # the index shrank meanwhile, or knew no better: what is here is all there is
            results = replace(results, total=len(rows), total_is_exact=True)
            self._answer = replace(self._answer, results=results)
            return
        results = replace(results, total=max(results.total, answer.results.total, len(rows)))
        self._answer = replace(self._answer, results=results, rows=rows)
        self.extended.emit(self._answer)

    def _fail(self, error: Exception) -> None:
        self._running = self._extending = None
        self.failed.emit(error)

    def _stop(self) -> None:
        for ctx in (self._running, self._extending):
            if ctx is not None:
                ctx.cancel()
        self._running = self._extending = None

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.ids("contribution") and not self._waiting.isActive():
            self._waiting.start()

    def _on_job_finished(self, _job: LongJob) -> None:
        self._waiting.start()


def find(kennisbank: "Kennisbank", asked: Asked, ctx: JobContext, offset: int = 0) -> Answer:
    """Return the answer to `asked`, from its row `offset` on; on a pool thread.

    Raises:
        Cancelled: `ctx` was asked to stop.
    """
    new = _new(kennisbank, asked, ctx)
    request = asked.request(0, 0, PASSAGES) if asked.is_only_new else asked.request(PAGE, offset, PASSAGES)
    found = kennisbank.searching.find(replace(request, facets=not offset and not asked.is_only_new), ctx)
    rows = tuple(
        ResultRow(request.offset + place, hit, contribution, is_new=hit.contribution in new)
        for place, hit in enumerate(found.results.hits)
        if (contribution := found.contributions.get(hit.contribution)) is not None
    )
    results = replace(found.results, hits=())
    if asked.is_only_new:
        rows = tuple(row for row in rows if row.is_new)
        results = replace(results, passage_total=sum(row.hit.passage_count for row in rows))
    if asked.is_only_new or (not offset and len(rows) < min(PAGE, results.total)):  # or some have left the library
        results = replace(results, total=len(rows), total_is_exact=True)
    return Answer(asked, results, rows, found.file_names, len(new))


def _new(kennisbank: "Kennisbank", asked: Asked, ctx: JobContext) -> frozenset[ContributionId]:
    if asked.since is None:
        return frozenset()
    return frozenset(kennisbank.saved_searches.new_in(asked.request(), asked.since, ctx))


def find_passages(kennisbank: "Kennisbank", asked: Asked, row: ResultRow, ctx: JobContext) -> AllPassages:
    """Return all hits of one contribution, in reading order, with the objects that `row` holds kept; on a pool thread.

    The contribution is asked for by its rank; when the index changed meanwhile and another stands there, those that
    are known already are returned.

    Raises:
        Cancelled: `ctx` was asked to stop.
    """
    known = row.hit.passages
    if len(known) < row.hit.passage_count:
        hits = kennisbank.searching.find(asked.request(1, row.rank), ctx).results.hits
        if hits and hits[0].contribution == row.id:
            same = {_place(hit): hit for hit in known}
            known = tuple(same.get(_place(hit), hit) for hit in hits[0].passages)
    return AllPassages(row.id, in_reading_order(row.contribution, known))


def _place(hit: PassageHit) -> tuple[object, ...]:
    return (hit.file, hit.page, hit.field, hit.snippet, hit.spans)
