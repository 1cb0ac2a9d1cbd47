"""Bookmarks: one at the place one reads, set and taken away with the same key."""

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.ids import PageNo
from kennisbank.ui.reader.desk import Tell
from kennisbank.ui.reader.page_layout import PagePoint
from kennisbank.ui.reader.page_view import PageView
from kennisbank.ui.reader.paper_annotations import PaperAnnotations

_NEAR = 36.0
"""Points: a bookmark no further away is one at this place."""


class Bookmarking(QObject):
    """The bookmarks of one open paper. Signal: `changed` with whether there is one where one reads."""

    changed = Signal(bool)

    def __init__(self, view: PageView, annotations: PaperAnnotations, tell: Tell) -> None:
        """Set bookmarks at the top of what `view` shows."""
        super().__init__(view)
        self._view, self._annotations, self._tell = view, annotations, tell
        self._is_here = False
        view.moved.connect(self._on_moved)
        annotations.changed.connect(self._on_moved)

    @property
    def here(self) -> str:
        """Return the id of the bookmark where one reads; empty when there is none."""
        place = self._view.place()
        if place is None:
            return ""
        near = self._view.marks.between(place.index, place.y - _NEAR, place.y + _NEAR)
        found = [mark for mark in near if mark.kind == "bookmark" and abs(mark.box.y0 - place.y) <= _NEAR]
        return min(found, key=lambda mark: abs(mark.box.y0 - place.y)).id if found else ""

    def toggle(self) -> None:
        """Set a bookmark where one reads; take it away when there is one."""
        here, place = self.here, self._view.place()
        if here:
            self._annotations.trash([here])
            self._tell(
                self.tr("The bookmark was taken away."), self.tr("Undo"), lambda: self._annotations.restore([here])
            )
        elif place is not None:
            self._set(place)

    def _set(self, place: PagePoint) -> None:
        new = self._annotations.bookmark(PageNo(place.index + 1), place.y)
        words = self.tr("Bookmark set on page {number}.").format(number=place.index + 1)
        self._tell(words, self.tr("Undo"), lambda: self._annotations.trash([new]))

    def _on_moved(self) -> None:
        is_here = bool(self.here)
        if is_here != self._is_here:
            self._is_here = is_here
            self.changed.emit(is_here)
