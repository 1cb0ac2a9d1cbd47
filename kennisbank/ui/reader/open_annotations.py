"""The annotations of one open paper as they stand in its margin: read, kept in order, read anew when others wrote."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.annotation import AnnotationEdit, PlacedAnnotation
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash
from kennisbank.services.annotating import AnnotationService
from kennisbank.ui.reader.annotation_writes import AnnotationWrites
from kennisbank.ui.reader.placed_list import PlacedList
from kennisbank.ui.workers import TaskRunner

NOBODY = AnnotationId("")


class OpenAnnotations(QObject):
    """What stands in the margin of one paper; `PaperAnnotations` adds the acts on it."""

    changed = Signal()
    """`placed` is another one now; not for letters that are typed, see `body_changed`."""
    body_changed = Signal(str)
    """The text of this annotation changed: it is being typed."""
    current_changed = Signal(str)
    """Another annotation is the one at hand, or none (empty)."""
    saving_changed = Signal(str)
    """The text of this annotation stands somewhere else on its way to the library: see `saving`."""
    edited = Signal(object)
    """Written to the library; with the `ChangeSet`, for whoever else shows it. Typing is told when it pauses."""
    failed = Signal(object)
    """An act could not be carried out; with the exception. `unsaved` tells whether text waits to be tried again."""

    def __init__(self, service: AnnotationService, tasks: TaskRunner, parent: QObject | None = None) -> None:
        """Read with `service`, off the GUI thread through `tasks`.

        Without a `parent` it belongs to `tasks`: it must not be deleted by whichever thread collects garbage.
        """
        super().__init__(parent if parent is not None else tasks)
        self._service, self._tasks = service, tasks
        self._contribution, self._file = ContributionId(""), FileHash("")
        self._list = PlacedList()
        self._places: dict[AnnotationId, PlacedAnnotation] = {}  # as last seen, for what comes back
        self._current = NOBODY
        self._generation, self._is_stale, self._is_retired = 0, False, False
        self._writes = AnnotationWrites(tasks, self)
        self._writes.told.connect(self.edited)
        self._writes.failed.connect(self.failed)
        self._writes.settled.connect(self._on_settled)

    def open(self, contribution: ContributionId, file: FileHash) -> None:
        """Show the annotations of a contribution as they stand in one of its files; `changed` comes with them."""
        self.close()
        self._contribution, self._file = contribution, file
        self._reload()

    def close(self) -> None:
        """Let go of the paper."""
        self._contribution, self._file = ContributionId(""), FileHash("")
        self._generation += 1
        self._places.clear()
        self.set_current("")
        if self._list.all():
            self._list.replace(())
            self.changed.emit()

    def retire(self) -> None:
        """Let go of the paper for good: this goes once all is written, and stays while text could not be."""
        self.close()
        self._is_retired = True
        self._go_if_settled()

    def _go_if_settled(self) -> None:
        if self._is_retired and not self._writes.are_under_way and not self.waiting():
            self.deleteLater()

    def waiting(self) -> dict[AnnotationId, str]:
        """Return the texts that are not in the library yet: they count more than what is read from there."""
        return {}

    @property
    def is_open(self) -> bool:
        """Tell whether a paper is open."""
        return bool(self._file)

    @property
    def file(self) -> FileHash:
        """Return the file that is open; empty when none is."""
        return self._file

    @property
    def placed(self) -> tuple[PlacedAnnotation, ...]:
        """Return all in reading order, the trash apart: on the whole contribution first, gone from this file last."""
        return self._list.all()

    def get(self, annotation_id: str) -> PlacedAnnotation | None:
        """Return one of `placed` by its id."""
        return self._list.get(annotation_id)

    @property
    def current(self) -> str:
        """Return the id of the one at hand; empty when none is."""
        return self._current

    def set_current(self, annotation_id: str) -> None:
        """Take another one at hand, or none with an empty id."""
        wanted = AnnotationId(annotation_id) if self.get(annotation_id) is not None else NOBODY
        if wanted != self._current:
            self._current = wanted
            self.current_changed.emit(wanted)

    def take_changes(self, changes: ChangeSet) -> None:
        """Read anew when another view or program wrote annotations: for the session's `changed`."""
        if self.is_open and changes.ids("annotation") and not self._writes.is_own(changes):
            self._reload()

    # What shows.

    def _show(self, edit: AnnotationEdit) -> None:
        """Let each be as the edit says; what comes back stands where it was."""
        for before, after in zip(edit.before, edit.after, strict=True):
            if before is not None and (here := self._list.get(before.id)) is not None:
                self._places[before.id] = here
            if after is not None and after.trashed is None:
                place = self._places.get(after.id) or PlacedAnnotation(after, after.anchor)
                each = replace(after, anchor=place.annotation.anchor)
                self._places[after.id] = shown = replace(place, annotation=each)
                self._list.put(shown)
            elif before is not None:
                self._list.remove([before.id])
        self._generation += 1
        if self._current and self._list.get(self._current) is None:
            self.set_current("")
        self.changed.emit()

    def _on_settled(self) -> None:
        self._go_if_settled()
        if self._is_stale:
            self._reload()

    def _reload(self) -> None:
        """Read anew, as soon as nothing of ours is on its way."""
        self._is_stale = self._writes.are_under_way
        if self._is_stale or not self.is_open:
            return
        contribution, file, generation = self._contribution, self._file, self._generation

        def take(placed: tuple[PlacedAnnotation, ...]) -> None:
            if (contribution, file) != (self._contribution, self._file):
                return
            if generation != self._generation:
                self._reload()
                return
            waiting = self.waiting()
            self._list.replace(
                replace(each, annotation=replace(each.annotation, body=waiting[each.annotation.id]))
                if each.annotation.id in waiting
                else each
                for each in placed
            )
            self.set_current(self._current)
            self.changed.emit()

        self._tasks.read(self, lambda _ctx: self._service.on(contribution, file), take, self.failed.emit)
