"""Between the boxes of this program and the coordinates of PDF, XFDF and the like."""

from dataclasses import dataclass

from kennisbank.domain.document import Rect


@dataclass(frozen=True, slots=True)
class PageFrame:
    """How a page is shown: the matrix from its default user space to our points.

    Ours have their origin at the top left of the page as it is shown, after /Rotate and within the /CropBox, with y
    downwards; user space has it mostly at the bottom left, before rotation: ``x = a·ux + c·uy + e`` and
    ``y = b·ux + d·uy + f``.
    """

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    @classmethod
    def of_height(cls, height: float) -> "PageFrame":
        """Return a page of this height (points) that is neither turned nor cropped."""
        return cls(1.0, 0.0, 0.0, -1.0, 0.0, height)

    def from_user(self, box: Rect) -> Rect:
        """Return a box in user space as one of ours."""
        return _around(self._shown(box.x0, box.y0), self._shown(box.x1, box.y1))

    def to_user(self, box: Rect) -> Rect:
        """Return a box of ours in user space, where y0 is its lower side."""
        return _around(self._user(box.x0, box.y0), self._user(box.x1, box.y1))

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def _user(self, x: float, y: float) -> tuple[float, float]:
        whole = self.a * self.d - self.b * self.c
        x, y = x - self.e, y - self.f
        return (self.d * x - self.c * y) / whole, (self.a * y - self.b * x) / whole


def _around(one: tuple[float, float], other: tuple[float, float]) -> Rect:
    return Rect(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))
