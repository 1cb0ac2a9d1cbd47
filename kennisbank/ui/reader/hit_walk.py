"""Going from hit to hit, and from find to find: keeps pages, list, toolbar and find bar in step."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from kennisbank.ui.reader.lines import FindBar
from kennisbank.ui.reader.page_view import PageView
from kennisbank.ui.reader.paper import OpenPaper
from kennisbank.ui.reader.side_panel import SidePanel
from kennisbank.ui.reader.spots import Spot
from kennisbank.ui.reader.stepper import Stepper
from kennisbank.ui.reader.toolbar import ReaderToolbar


class HitWalk(QObject):
    """The hits of one paper and the finds in it; one of both is boxed on the pages.

    Signals: `ended` with 1 or -1 when there is no further hit that way; `left` before the pages jump to a chosen hit.
    """

    ended = Signal(int)
    left = Signal()

    def __init__(
        self,
        view: PageView,
        toolbar: ReaderToolbar,
        panel: SidePanel,
        find_bar: FindBar,
        uncover: Callable[[int], None],
    ) -> None:
        """Walk through `view`; `uncover` makes sure that a page (0-based) is shown before one goes there."""
        super().__init__(view)
        self._view, self._toolbar, self._panel, self._find_bar = view, toolbar, panel, find_bar
        self._uncover = uncover
        self._hits, self._finds = Stepper(), Stepper()
        toolbar.hit_stepped.connect(self.step_hit)
        panel.hits.chosen.connect(self.go_to_hit)
        find_bar.stepped.connect(self.step_find)
        find_bar.closed.connect(self.end_find)

    @property
    def current(self) -> int:
        """Return the number of the current hit in reading order (0-based); -1 when none is."""
        return self._hits.current

    @property
    def count(self) -> int:
        """Return the number of hits."""
        return len(self._hits.spots)

    def put(self, paper: OpenPaper, current: int) -> None:
        """Take the hits of a paper and go to one of them (-1: stay)."""
        self._hits.put([placed.spot for placed in paper.hits], current)
        self._panel.hits.put(paper.hits, paper.labels)
        if self._hits.spot is not None:
            self._reveal(self._hits.spot)
        self._show()

    def go_to_hit(self, number: int) -> None:
        """Go to a hit by its number in reading order (0-based)."""
        if 0 <= number < len(self._hits.spots):
            self.left.emit()
            self._hits.current = number
            self._reveal(self._hits.spots[number])
            self._show()

    def step(self, direction: int) -> None:
        """Go to the next find while the find bar is open and has found something, else to the next hit."""
        if self._find_bar.isVisible() and self._finds.spots:
            self.step_find(direction)
        else:
            self.step_hit(direction)

    def step_hit(self, direction: int) -> None:
        """Go to the next hit (1) or the previous one (-1)."""
        spot = self._hits.step(direction, self._view.place())
        if spot is None:
            self.ended.emit(direction)
            return
        self._reveal(spot)
        self._show()

    def begin_find(self) -> None:
        """Open the find bar."""
        self._find_bar.begin()
        self._show()

    def end_find(self) -> None:
        """Close the find bar; the hits of the search are boxed again."""
        self._find_bar.hide()
        self._finds.put(())
        self._show()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_finds(self, spots: Sequence[Spot]) -> None:
        """Take what was found, and go to the first place from here on."""
        self._finds.put(spots)
        nearest = self._finds.nearest(self._view.place())
        if nearest is not None:
            self._reveal(nearest)
        self._show()

    def step_find(self, direction: int) -> None:
        """Go to the next place of what was looked for; from the last to the first again."""
        spot = self._finds.step(direction, self._view.place())
        if spot is None and self._finds.spots:
            self._finds.current = -1
            spot = self._finds.step(direction, None)
        if spot is not None:
            self._reveal(spot)
        self._show()

    def _reveal(self, spot: Spot) -> None:
        self._uncover(spot.index)
        self._view.reveal_spot(spot)

    def _show(self) -> None:
        """Show either the hits or, while finding, what was found."""
        is_finding = self._find_bar.isVisible() and bool(self._find_bar.query.strip())
        shown = self._finds if is_finding else self._hits
        self._view.set_spots(shown.spots, shown.current)
        self._toolbar.set_hits(self._hits.current, len(self._hits.spots))
        self._panel.hits.set_current(self._hits.current)
        self._find_bar.set_found(self._finds.current, len(self._finds.spots))
