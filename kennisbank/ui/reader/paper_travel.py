"""Going about in one paper: jumps to a place, a page or the target of a link, and back and forward between them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kennisbank.domain.document import Link
from kennisbank.ui.reader.page_layout import PagePoint
from kennisbank.ui.reader.page_view import PageView
from kennisbank.ui.reader.places import Places


class PaperTravel(QObject):
    """Where one can go, and go back to, in the pages of one view.

    Signals: `changed` when going back or forward became possible or impossible; `link_requested` with an external URI.
    """

    changed = Signal()
    link_requested = Signal(str)

    def __init__(self, view: PageView, uncover: Callable[[int], None]) -> None:
        """Travel through `view`; `uncover` makes sure that a page (0-based) is shown before one goes there."""
        super().__init__(view)
        self._view, self._uncover = view, uncover
        self.places = Places()

    def begin(self) -> None:
        """Forget all places: another document is shown."""
        self.places = Places()

    def leave(self) -> None:
        """Remember where one is, before a jump."""
        here = self._view.place()
        if here is not None:
            self.places.leave(here)
            self.changed.emit()

    def jump(self, place: PagePoint) -> None:
        """Go to a place; one can go back from there."""
        self.leave()
        self._view.go_to(place)

    def jump_to_page(self, index: int) -> None:
        """Go to the top of a page (0-based), unfolding the cover sheet when it is part of that."""
        self._uncover(index)
        self.jump(PagePoint(index, 0.0, 0.0))

    def follow(self, link: Link) -> None:
        """Go where a link in the paper leads."""
        if link.uri:
            self.link_requested.emit(link.uri)
        elif link.target_page is not None:
            self.jump(PagePoint(link.target_page - 1, 0.0, link.target_y))

    def go_back(self) -> bool:
        """Go back to where one jumped from; return whether there was such a place."""
        here = self._view.place()
        return self._return_to(self.places.back(here) if here is not None else None)

    def go_forward(self) -> bool:
        """Go forward again after going back; return whether there was such a place."""
        here = self._view.place()
        return self._return_to(self.places.forward(here) if here is not None else None)

    def _return_to(self, place: PagePoint | None) -> bool:
        if place is not None:
            self._view.go_to(place)
            self.changed.emit()
        return place is not None
