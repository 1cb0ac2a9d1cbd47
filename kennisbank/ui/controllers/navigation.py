"""Where one is and was: places, and the way back and forward between them, like a browser's."""

from collections.abc import Mapping
from dataclasses import dataclass, field

LIMIT = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A view and what it shows: `view` is its name in the registry, `state` what the view itself understands."""

    view: str
    state: Mapping[str, object] = field(default_factory=dict)


class History:
    """The places one came through, and the one where one is."""

    def __init__(self) -> None:
        """Begin nowhere."""
        self._places: list[Place] = []
        self._at = -1

    @property
    def here(self) -> Place | None:
        """Return where one is; None before the first `go`."""
        return self._places[self._at] if self._places else None

    @property
    def has_back(self) -> bool:
        """Tell whether there is a way back."""
        return self._at > 0

    @property
    def has_forward(self) -> bool:
        """Tell whether there is a way forward."""
        return self._at < len(self._places) - 1

    def go(self, place: Place) -> None:
        """Go to a new place; the way forward is forgotten."""
        self._places = [*self._places[: self._at + 1], place][-LIMIT:]
        self._at = len(self._places) - 1

    def replace(self, place: Place) -> None:
        """Say better where one is, without a step."""
        if self._places:
            self._places[self._at] = place
        else:
            self.go(place)

    def back(self) -> Place | None:
        """Step back, if there is a way, and return where one is then."""
        self._at = max(0, self._at - 1) if self._places else -1
        return self.here

    def forward(self) -> Place | None:
        """Step forward, if there is a way, and return where one is then."""
        self._at = min(self._at + 1, len(self._places) - 1)
        return self.here
