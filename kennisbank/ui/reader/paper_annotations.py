"""The annotations of one open paper, on the GUI thread: shown at once, written in order, taken back and done again."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from typing_extensions import override

from kennisbank.documents.anchoring import Span
from kennisbank.domain.annotation import Anchor, Annotation, AnnotationEdit, AnnotationKind, Piece, PlacedAnnotation
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import AnnotationId, PageNo, new_id
from kennisbank.domain.moments import now
from kennisbank.errors import EnvironmentFailure
from kennisbank.services.annotating import AnnotationService
from kennisbank.ui.models.margin_words import Saving
from kennisbank.ui.reader.annotation_acts import Act, ActStack
from kennisbank.ui.reader.note_saving import NoteSaving
from kennisbank.ui.reader.open_annotations import NOBODY, OpenAnnotations
from kennisbank.ui.workers import TaskRunner

PAUSE_MS = 1500
"""Without a letter for so long, what is typed next is an act of its own to take back."""
_WORDY: frozenset[AnnotationKind] = frozenset({"note", "free_text"})
_Describe = Callable[[], Anchor | None]


class PaperAnnotations(OpenAnnotations):
    """What stands in the margin of one paper, and every act on it.

    Acts show at once and are written in the order in which they were done; `flush` and `close` hand over what waits.
    Text that can't be written is kept, and `retry` tries again. An act without an open paper does nothing. Without a
    parent it belongs to the task runner, and is heard when its last write failed after the paper was closed.
    """

    def __init__(self, service: AnnotationService, tasks: TaskRunner, parent: QObject | None = None) -> None:
        """Write with `service`, off the GUI thread through `tasks`."""
        super().__init__(service, tasks, parent)
        self._acts = ActStack()
        self._unmade: dict[AnnotationId, tuple[Act, _Describe]] = {}
        self._typing = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._typing.timeout.connect(self.end_typing)
        self._notes = NoteSaving(self._save_body, self)
        self._notes.changed.connect(self.saving_changed)

    @override
    def close(self) -> None:
        """Hand over what waits to be written, and let go of the paper."""
        self.end_typing()
        self._acts.clear()
        super().close()

    @override
    def waiting(self) -> dict[AnnotationId, str]:
        return self._notes.texts

    def saving(self, annotation_id: str) -> Saving:
        """Return where the text of an annotation stands on its way to the library."""
        return "failed" if AnnotationId(annotation_id) in self._unmade else self._notes.state(annotation_id)

    @property
    def unsaved(self) -> dict[AnnotationId, str]:
        """Return the texts that are not in the library yet, also of papers that were closed since."""
        return self._notes.texts

    def ask_tags(self, on_done: Callable[[dict[str, int]], object]) -> None:
        """Read the tags in use with their counts, the most used first, and give them to `on_done`."""
        self._tasks.read(self, lambda _ctx: self._service.tags(), on_done, self.failed.emit)

    # Making.

    def mark(
        self,
        spans: Sequence[Span],
        kind: AnnotationKind,
        *,
        colour: str = "",
        body: str = "",
        boxes: Sequence[Sequence[Rect]] = (),
    ) -> AnnotationId:
        """Annotate a passage and return its id: `spans` are page, start and end in its raw text, in reading order.

        `boxes` are those of each span's lines, where known: it then shows before it is written.
        """
        file, wanted = self._file, tuple(Span(*each) for each in spans)
        lines = [tuple(each) for each in boxes] or [()] * len(wanted)
        pieces = tuple(Piece(*span, line) for span, line in zip(wanted, lines, strict=True))
        return self._make(
            kind, Anchor(file, pieces), lambda: self._service.anchor(file, wanted), colour=colour, body=body
        )

    def mark_area(self, page: PageNo, box: Rect, *, colour: str = "") -> AnnotationId:
        """Annotate a part of a page and return its id: `box` in points, as in `Word.box`."""
        return self._make_at("area", page, box, colour)

    def bookmark(self, page: PageNo, y: float) -> AnnotationId:
        """Put a bookmark at a height (points from the top) of a page, and return its id."""
        return self._make_at("bookmark", page, Rect(0.0, y, 0.0, y))

    def note(self) -> AnnotationId:
        """Begin a note on the whole contribution, and return its id. Left without a word (`leave`), it goes again."""
        return self._make("note", None, lambda: None)

    def _make_at(self, kind: AnnotationKind, page: PageNo, box: Rect, colour: str = "") -> AnnotationId:
        file = self._file
        anchor = Anchor(file, (Piece(page, 0, 0, (box,)),))
        return self._make(kind, anchor, lambda: self._service.area(file, page, box), colour=colour)

    def _make(
        self, kind: AnnotationKind, anchor: Anchor | None, describe: _Describe, *, colour: str = "", body: str = ""
    ) -> AnnotationId:
        if not self.is_open:
            return NOBODY
        moment, new = now(), AnnotationId(new_id())
        made = Annotation(new, self._contribution, kind, anchor, moment, moment, colour=colour, body=body)
        act = Act(AnnotationEdit((None,), (made,)))
        self._begin(act)
        self._write_new(made, act, describe)
        return new

    def _write_new(self, made: Annotation, act: Act, describe: _Describe) -> None:
        def job() -> Annotation:
            whole = replace(made, anchor=describe())
            edit = AnnotationEdit((None,), (whole,))
            self._service.apply(edit)
            act.carried_out(edit)
            return whole

        def on_done(whole: Annotation) -> None:
            self._unmade.pop(whole.id, None)
            here = self._list.get(whole.id)
            last = here or self._places.get(whole.id) or PlacedAnnotation(whole, None)
            settled = replace(last, annotation=replace(last.annotation, anchor=whole.anchor), anchor=whole.anchor)
            self._places[whole.id] = settled
            if here is not None:
                self._list.put(settled)
                self.changed.emit()
            self._writes.tell_of((whole.id,), "added")

        def on_failed(error: Exception) -> None:
            if isinstance(error, EnvironmentFailure):
                self._unmade[made.id] = (act, describe)
                self.saving_changed.emit(made.id)
                return
            self._acts.drop(act)
            self._list.remove([made.id])
            self.changed.emit()

        self._writes.write(job, on_done, on_failed)

    # Changing.

    def change(
        self,
        annotation_id: str,
        *,
        kind: AnnotationKind | None = None,
        colour: str | None = None,
        tags: tuple[str, ...] | None = None,
    ) -> None:
        """Change what is given of one; what can't be written to is left as it is."""
        here = self._list.get(annotation_id)
        if here is None or here.annotation.is_read_only:
            return
        before = here.annotation
        after = replace(
            before,
            kind=before.kind if kind is None else kind,
            colour=before.colour if colour is None else colour,
            tags=before.tags if tags is None else tags,
        )
        if after != before:
            act = Act(AnnotationEdit((before,), (after,)))
            self._carry_out(act, lambda: self._service.change(before.id, kind=kind, colour=colour, tags=tags))

    def write_body(self, annotation_id: str, text: str) -> None:
        """Take over the text of one as it is typed; it is in the library within the second."""
        here = self._list.get(annotation_id)
        if here is None or here.annotation.is_read_only or here.annotation.body == text:
            return
        before, after = here.annotation, replace(here.annotation, body=text)
        act = self._acts.typing(before.id)
        if act is None:
            self._notes.flush()
            act = Act(AnnotationEdit((before,), (after,)), typing=before.id)
            self._acts.push(act)
        else:
            act.shown = AnnotationEdit(act.shown.before, (after,))
        self._list.put(replace(here, annotation=after))
        self._generation += 1
        self._typing.start()
        self._notes.put(before.id, text, act)
        self.body_changed.emit(before.id)

    def _save_body(self, annotation_id: AnnotationId, text: str, act: Act) -> None:
        def job() -> None:
            act.carried_out(self._service.change(annotation_id, body=text))

        def on_done(_done: None) -> None:
            self._notes.saved(annotation_id, text, act)
            self._writes.tell_later(annotation_id)
            if not self._typing.isActive():
                self._writes.tell_rest()

        self._writes.write(job, on_done, lambda _error: self._notes.failed(annotation_id))

    def end_typing(self) -> None:
        """Write what is typed, and let what comes next be an act of its own."""
        self._typing.stop()
        self.flush()
        self._acts.end_typing()
        self._writes.tell_rest()

    def flush(self) -> None:
        """Hand over at once all text that waits to be written."""
        self._notes.flush()

    def leave(self, annotation_id: str) -> None:
        """End the writing of one: its text is written at once, and a note without a word goes again."""
        self.end_typing()
        here = self._list.get(annotation_id)
        if here is None:
            return
        each = here.annotation
        if each.kind in _WORDY and not (each.body.strip() or each.tags or each.is_read_only):
            self._acts.forget(each.id)
            self._notes.forget(each.id)
            self._show(AnnotationEdit((each,), (None,)))
            gone = lambda: self._service.apply(AnnotationEdit((self._service.get(each.id),), (None,)))  # noqa: E731
            self._writes.write(gone, lambda _changes: self._writes.tell_of((each.id,), "removed"))

    def retry(self) -> None:
        """Try again to write what could not be written."""
        waiting, self._unmade = self._unmade, {}
        for annotation_id, (act, describe) in waiting.items():
            here = self._list.get(annotation_id)
            made = here.annotation if here is not None else act.shown.after[0]
            if made is not None:
                self._write_new(made, act, describe)
        self.flush()

    def trash(self, ids: Collection[str]) -> None:
        """Put these in the trash."""
        before = [here.annotation for each in ids if (here := self._list.get(each)) is not None]
        if before:
            moment, wanted = now(), [each.id for each in before]
            after = tuple(replace(each, trashed=moment) for each in before)
            self._carry_out(Act(AnnotationEdit(tuple(before), after)), lambda: self._service.trash(wanted))

    def restore(self, ids: Collection[str]) -> None:
        """Take these, which were trashed while this paper is open, out of the trash again."""
        known = [self._places[AnnotationId(each)].annotation for each in ids if AnnotationId(each) in self._places]
        gone = [each for each in known if self._list.get(each.id) is None]
        if gone:
            moment, wanted = now(), [each.id for each in gone]
            before = tuple(replace(each, trashed=moment) for each in gone)
            self._carry_out(Act(AnnotationEdit(before, tuple(gone))), lambda: self._service.restore(wanted))

    # Back and again.

    @property
    def can_undo(self) -> bool:
        """Tell whether there is an act to take back."""
        return self._acts.can_undo

    @property
    def can_redo(self) -> bool:
        """Tell whether there is an act to do again."""
        return self._acts.can_redo

    def undo(self) -> None:
        """Take the last act back."""
        self.end_typing()
        act = self._acts.undo()
        if act is not None:
            self._apply(act, act.shown.reversed, is_back=True)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.end_typing()
        act = self._acts.redo()
        if act is not None:
            self._apply(act, act.shown, is_back=False)

    def _apply(self, act: Act, shown: AnnotationEdit, *, is_back: bool) -> None:
        for each in act.ids:
            self._notes.give_up(each)
        self._show(shown)

        def job() -> ChangeSet:
            if act.done is None:
                return ChangeSet()
            return self._service.apply(act.done.reversed if is_back else act.done)

        def on_done(changes: ChangeSet) -> None:
            if changes.ids("annotation") != set(act.ids):  # another hand was at it meanwhile: show what is there
                self._reload()
            self._writes.tell(changes)

        self._writes.write(job, on_done, lambda _error: self._reload())

    # Newer versions.

    def seen(self, ids: Collection[str]) -> None:
        """Note that one has looked at where these stand in this version of the file."""
        known = [here for each in ids if (here := self._list.get(each)) is not None and here.is_news]
        if known:
            wanted = [each.annotation.id for each in known]
            for each in known:
                self._list.put(replace(each, is_news=False))
            self._generation += 1
            self.changed.emit()
            self._writes.write(
                lambda: self._service.seen(wanted), lambda _none: self._writes.tell_of(wanted, "updated")
            )

    def attach(self, annotation_id: str, spans: Sequence[Span]) -> None:
        """Put one at a passage of this file, chosen by hand."""
        here, file = self._list.get(annotation_id), self._file
        if here is not None and spans:
            each, wanted = here.annotation.id, tuple(Span(*span) for span in spans)
            self._generation += 1

            def on_done(_none: None) -> None:
                self._writes.tell_of((each,), "updated")
                self._reload()

            self._writes.write(lambda: self._service.attach(each, file, wanted), on_done)

    # Carrying out.

    def _begin(self, act: Act) -> None:
        """Show an act, after what was typed before it was handed over."""
        self.end_typing()
        self._acts.push(act)
        self._show(act.shown)

    def _carry_out(self, act: Act, do: Callable[[], AnnotationEdit]) -> None:
        self._begin(act)

        def on_failed(_error: Exception) -> None:
            self._acts.drop(act)
            self._reload()

        self._writes.write(
            lambda: act.carried_out(do()), lambda _none: self._writes.tell_of(act.ids, "updated"), on_failed
        )
