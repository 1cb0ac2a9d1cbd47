"""What else stands in the margin beside annotations: threads of feedback, each at its passage."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.annotation import Annotation, PlacedAnnotation
from kennisbank.domain.ids import AnnotationId, ContributionId
from kennisbank.domain.moments import now
from kennisbank.ui.models.margin_words import CardContent


class MarginGuests(QObject):
    """Things that have a card in the margin without being an annotation; their ids are told from those of annotations.

    Signals: `changed` when there are others; `opened` with the id of one that is to be looked at.
    """

    changed = Signal()
    opened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without any."""
        super().__init__(parent)
        self._contents: Mapping[str, CardContent] = {}
        self.placed: tuple[PlacedAnnotation, ...] = ()
        """They as the margin places them, in reading order."""

    def put(self, placed: Sequence[PlacedAnnotation], contents: Mapping[str, CardContent]) -> None:
        """Have these; `contents` by id is what their cards show."""
        self.placed, self._contents = tuple(placed), dict(contents)
        self.changed.emit()

    def has(self, guest_id: str) -> bool:
        """Tell whether this is the id of one of them."""
        return guest_id in self._contents

    def content(self, guest_id: str) -> CardContent | None:
        """Return what its card shows; None for an annotation."""
        return self._contents.get(guest_id)

    def get(self, guest_id: str) -> PlacedAnnotation | None:
        """Return it as it is placed."""
        return next((each for each in self.placed if each.annotation.id == guest_id), None)


def stand_in(guest_id: str, contribution: ContributionId, body: str) -> Annotation:
    """Return what stands for a guest where annotations are sorted: read-only, and of no colour."""
    moment = now()
    return Annotation(
        AnnotationId(guest_id),
        contribution,
        "other",
        None,
        moment,
        moment,
        body=body,
        source="shared",
        is_read_only=True,
    )
