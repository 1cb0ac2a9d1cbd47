"""Back and forward within a paper, as in a browser. Pure: knows nothing of Qt."""

from dataclasses import dataclass, field

from kennisbank.ui.reader.page_layout import PagePoint

_LONGEST = 100


@dataclass(slots=True)
class Places:
    """Where one came from and where one was before going back; the present place is told, not kept."""

    _before: list[PagePoint] = field(default_factory=list)
    _after: list[PagePoint] = field(default_factory=list)

    def leave(self, here: PagePoint) -> None:
        """Remember the place that a jump leaves; what lay ahead is forgotten."""
        self._before = [*self._before[1 - _LONGEST :], here]
        self._after.clear()

    def back(self, here: PagePoint) -> PagePoint | None:
        """Return the place to go back to; None when there is none."""
        if not self._before:
            return None
        self._after.append(here)
        return self._before.pop()

    def forward(self, here: PagePoint) -> PagePoint | None:
        """Return the place that going back left; None when there is none."""
        if not self._after:
            return None
        self._before.append(here)
        return self._after.pop()

    @property
    def can_go_back(self) -> bool:
        """Tell whether `back` leads anywhere."""
        return bool(self._before)

    @property
    def can_go_forward(self) -> bool:
        """Tell whether `forward` leads anywhere."""
        return bool(self._after)
