"""Writes on annotations, one after another, and what is told of them."""

from collections.abc import Callable, Collection
from typing import Literal, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.ids import AnnotationId
from kennisbank.ui.workers import TaskRunner

T = TypeVar("T")


class AnnotationWrites(QObject):
    """Hands writes to the task runner, and knows whether all have settled and what they changed."""

    settled = Signal()
    """The last write that was under way is done, or has failed."""
    told = Signal(object)
    """The `ChangeSet` of what was written."""
    failed = Signal(object)
    """A write failed, and was dealt with; with the exception."""

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        """Write through `tasks`."""
        super().__init__(parent)
        self._tasks = tasks
        self._count = 0
        self._last_told: ChangeSet | None = None
        self._untold: dict[AnnotationId, None] = {}

    @property
    def are_under_way(self) -> bool:
        """Tell whether a write hasn't settled yet."""
        return self._count > 0

    def write(
        self,
        job: Callable[[], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run `job` after all writes handed in before; then `on_done` or `on_failed`, on this thread."""
        self._count += 1

        def settle(act: Callable[[], object]) -> None:
            if isValid(self):
                self._count -= 1
                act()
                if not self._count:
                    self.settled.emit()

        def broken(error: Exception) -> None:
            if on_failed is not None:
                on_failed(error)
            self.failed.emit(error)

        self._tasks.write(
            self._tasks,  # not the paper: what was written is heard after that was closed, too
            lambda _ctx: job(),
            lambda answer: settle(lambda: on_done(answer)),
            lambda error: settle(lambda: broken(error)),
        )

    def is_own(self, changes: ChangeSet) -> bool:
        """Tell whether this is what was told last: it comes round to whoever told it, too."""
        return changes is self._last_told

    def tell(self, changes: ChangeSet) -> None:
        """Tell what was written; nothing for an empty one."""
        if changes:
            self._last_told = changes
            self.told.emit(changes)

    def tell_of(self, ids: Collection[AnnotationId], action: Literal["added", "updated", "removed"]) -> None:
        """Tell what was done to these."""
        self.tell(ChangeSet(tuple(Change("annotation", each, action) for each in ids)))

    def tell_later(self, annotation_id: AnnotationId) -> None:
        """Remember that this one was written, for `tell_rest`: typing is told when it pauses."""
        self._untold[annotation_id] = None

    def tell_rest(self) -> None:
        """Tell what was put off."""
        untold, self._untold = self._untold, {}
        self.tell_of(untold, "updated")
