"""To read, reading, read: how far one is with a contribution, as one said it oneself."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.moments import now
from kennisbank.domain.reading import ReadingMark, ReadingState
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction


@dataclass(frozen=True, slots=True)
class StateChange:
    """What was marked: the states from before (None: none), to go back to, and what was written."""

    before: Mapping[ContributionId, ReadingState | None]
    changes: ChangeSet


class ReadingStateService:
    """The reading states of one library. Every method may be called from any thread."""

    def __init__(self, library: Library) -> None:
        """Read and write in `library`."""
        self._library = library

    def states(self, ids: Collection[ContributionId] | None = None) -> dict[ContributionId, ReadingState]:
        """Return the states of these contributions, or of all; those without one are left out."""
        with self._library.read() as tx:
            return {contribution: mark.state for contribution, mark in tx.reading_marks.of(ids).items()}

    def counts(self) -> dict[ReadingState, int]:
        """Return how many contributions are in each state that is in use."""
        with self._library.read() as tx:
            return tx.reading_marks.counts()

    def in_state(self, state: ReadingState, limit: int | None = None) -> list[Contribution]:
        """Return the contributions in a state, the latest marked first."""
        with self._library.read() as tx:
            ids = tx.reading_marks.in_state(state)[:limit]
            found = tx.contributions.many(ids)
        return [found[each] for each in ids if each in found]

    def set(self, ids: Collection[ContributionId], state: ReadingState | None) -> StateChange:
        """Put these contributions in a state, or in none; one that has gone meanwhile is let be."""
        with self._library.write() as tx:
            here = [each for each in ids if tx.contributions.find(each) is not None]
            marks = tx.reading_marks.of(here)
            before = {each: marks[each].state if each in marks else None for each in here}
            for each in here:
                _put(tx, each, state)
            return StateChange(before, tx.changes)

    def undo(self, change: StateChange) -> ChangeSet:
        """Put back the states from before `change`."""
        with self._library.write() as tx:
            for contribution, state in change.before.items():
                _put(tx, contribution, state)
            return tx.changes

    def opened(self, contribution: ContributionId) -> ChangeSet:
        """Note that a contribution was opened: what was still to be read is being read now. Anything else stays."""
        with self._library.write() as tx:
            mark = tx.reading_marks.of([contribution]).get(contribution)
            if mark is not None and mark.state == "to_read":
                _put(tx, contribution, "reading")
            return tx.changes


def _put(tx: Transaction, contribution: ContributionId, state: ReadingState | None) -> None:
    if state is None:
        tx.reading_marks.remove(contribution)
    else:
        tx.reading_marks.put(ReadingMark(contribution, state, now()))
