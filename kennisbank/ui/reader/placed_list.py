"""The annotations of one file in reading order, to look up and to change one by one. Pure: knows nothing of Qt."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from kennisbank.domain.annotation import PlacedAnnotation
from kennisbank.domain.ids import AnnotationId
from kennisbank.domain.moments import Moment

_Key = tuple[tuple[int, int, float], Moment, str]


def reading_order(placed: PlacedAnnotation) -> _Key:
    """Return what puts annotations in the order in which one reads: those on the whole contribution first."""
    order = placed.anchor.order if placed.anchor is not None else (0, 0, 0.0)
    return order, placed.annotation.created, placed.annotation.id


class PlacedList:
    """Annotations in reading order, each id once."""

    def __init__(self) -> None:
        """Begin empty."""
        self._rows: list[PlacedAnnotation] = []
        self._by_id: dict[AnnotationId, PlacedAnnotation] = {}
        self._tuple: tuple[PlacedAnnotation, ...] | None = ()

    def all(self) -> tuple[PlacedAnnotation, ...]:
        """Return them in order; the same tuple until something changes."""
        if self._tuple is None:
            self._tuple = tuple(self._rows)
        return self._tuple

    def get(self, annotation_id: str) -> PlacedAnnotation | None:
        """Return the one with this id, or None."""
        return self._by_id.get(AnnotationId(annotation_id))

    def replace(self, placed: Iterable[PlacedAnnotation]) -> None:
        """Hold these instead."""
        self._rows = sorted(placed, key=reading_order)
        self._by_id = {each.annotation.id: each for each in self._rows}
        self._tuple = None

    def put(self, placed: PlacedAnnotation) -> None:
        """Hold this one, in place of the one with its id."""
        before = self._by_id.get(placed.annotation.id)
        self._tuple = None
        self._by_id[placed.annotation.id] = placed
        if before is not None:
            at = self._index(before)
            if reading_order(before) == reading_order(placed):
                self._rows[at] = placed
                return
            del self._rows[at]
        insort(self._rows, placed, key=reading_order)

    def remove(self, ids: Sequence[AnnotationId]) -> None:
        """Let go of these; those that aren't here are let be."""
        for each in ids:
            placed = self._by_id.pop(each, None)
            if placed is not None:
                del self._rows[self._index(placed)]
                self._tuple = None

    def _index(self, placed: PlacedAnnotation) -> int:
        return bisect_left(self._rows, reading_order(placed), key=reading_order)
