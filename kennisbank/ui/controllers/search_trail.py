"""From paper to paper in the order of the answer: what F3 and Shift+F3 do beyond the hits of one paper."""

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.ids import ContributionId
from kennisbank.domain.results import PassageHit
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.search import AllPassages, find, find_passages
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.search_answer import Answer, ResultRow, at_repeat


class SearchTrail(QObject):
    """The answer from which a paper was opened. One per window: the search view lays it, the reader follows it."""

    ended = Signal(int)
    """There is no paper further that way (1 or -1), or no search was followed."""

    def __init__(self, session: Session) -> None:
        """Belong to `session`; take the one there is with `of`."""
        super().__init__(session)
        self._session = session
        self._answer: Answer | None = None
        self._running: JobContext | None = None
        session.opened.connect(self._forget)

    @staticmethod
    def of(session: Session) -> "SearchTrail":
        """Return the trail of this session."""
        return session.findChild(SearchTrail) or SearchTrail(session)

    @property
    def papers(self) -> tuple[ContributionId, ...]:
        """Return the contributions that are known to lie along the trail, in the order of the answer."""
        return tuple(row.id for row in self._answer.rows) if self._answer is not None else ()

    def open(self, answer: Answer, row: ResultRow, passage: PassageHit | None = None) -> None:
        """Open a contribution at one of its hits (None: its best), and follow `answer` from there."""
        self._answer = answer
        wanted = passage or (row.hit.passages[0] if row.hit.passages else None)
        self._fetch(row, wanted, direction=0)

    def step(self, contribution: object, direction: int) -> None:
        """Go on from this contribution to the next paper (1) or the one before (-1)."""
        answer = self._answer
        here = answer.row(contribution) if answer is not None else None
        if answer is None or here is None:
            self.ended.emit(direction)
            return
        at = answer.rows.index(here) + direction
        if 0 <= at < len(answer.rows):
            self._fetch(answer.rows[at], None, direction)
        elif direction > 0 and answer.has_more:
            self._fetch_more(answer, contribution)
        else:
            self.ended.emit(direction)

    def _fetch(self, row: ResultRow, passage: PassageHit | None, direction: int) -> None:
        answer = self._answer
        if answer is None:
            return
        kennisbank, asked = self._session.kennisbank, answer.asked

        def job(ctx: JobContext) -> AllPassages:
            return find_passages(kennisbank, asked, row, ctx)

        def go(found: AllPassages) -> None:
            self._running = None
            self._go(row, found.passages, passage, direction)

        self._run(self._session.tasks.read(self, job, go, self._session.failed.emit))

    def _fetch_more(self, answer: Answer, contribution: object) -> None:
        kennisbank = self._session.kennisbank

        def job(ctx: JobContext) -> Answer:
            return find(kennisbank, answer.asked, ctx, offset=len(answer.rows))

        def extend(more: Answer) -> None:
            known = {row.id for row in answer.rows}
            fresh = tuple(row for row in more.rows if row.id not in known)
            if not fresh:
                self.ended.emit(1)
                return
            self._answer = Answer(answer.asked, answer.results, (*answer.rows, *fresh), answer.file_names)
            self.step(contribution, 1)

        self._run(self._session.tasks.read(self, job, extend, self._session.failed.emit))

    def _run(self, ctx: JobContext) -> None:
        """Let go of what was under way: the last key counts."""
        if self._running is not None:
            self._running.cancel()
        self._running = ctx

    def _go(self, row: ResultRow, passages: tuple[PassageHit, ...], passage: PassageHit | None, direction: int) -> None:
        passages = _with(passages, passage)
        current = passages.index(passage) if passage in passages else len(passages) - 1 if direction < 0 else 0
        self._session.go(
            "reader",
            contribution=row.id,
            hits=passages,
            current=current if passages else -1,
            title=row.contribution.metadata.values.title,
            in_place=direction != 0,
        )

    def _forget(self) -> None:
        self._answer = None


def _with(passages: tuple[PassageHit, ...], wanted: PassageHit | None) -> tuple[PassageHit, ...]:
    """Return the hits, with `wanted` in the place of the one whose repeat it is: still one finding, met elsewhere."""
    return tuple(
        wanted if wanted is not None and any(at_repeat(hit, each) == wanted for each in hit.repeats) else hit
        for hit in passages
    )
