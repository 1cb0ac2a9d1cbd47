"""Between the boxes of this program and the coordinates of PDF and XFDF.

Ours have their origin at the top left of the page as it is shown, after /Rotate and within the /CropBox; theirs are in
default user space, origin mostly at the bottom left, before rotation.
"""

from dataclasses import dataclass

from kennisbank.domain.document import Rect


@dataclass(frozen=True, slots=True)
class PageFrame:
    """How a page is shown: its visible box in user space (points), and by how much it is turned clockwise.

    `rotation` is 0, 90, 180 or 270. Of a page that is neither turned nor cropped, width and height say enough.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    rotation: int = 0

    @classmethod
    def of_size(cls, width: float, height: float) -> "PageFrame":
        """Return a page that is neither turned nor cropped."""
        return cls(0.0, 0.0, width, height)

    def to_user(self, box: Rect) -> Rect:
        """Return a box of ours in user space (y0 is its lower side there)."""
        return _around(self._user(box.x0, box.y0), self._user(box.x1, box.y1))

    def from_user(self, box: Rect) -> Rect:
        """Return a box in user space as one of ours."""
        return _around(self._shown(box.x0, box.y0), self._shown(box.x1, box.y1))

    def _user(self, x: float, y: float) -> tuple[float, float]:
        match self.rotation:
            case 90:
                return self.x0 + y, self.y0 + x
            case 180:
                return self.x1 - x, self.y0 + y
            case 270:
                return self.x1 - y, self.y1 - x
            case _:
                return self.x0 + x, self.y1 - y

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        match self.rotation:
            case 90:
                return y - self.y0, x - self.x0
            case 180:
                return self.x1 - x, y - self.y0
            case 270:
                return self.y1 - y, self.x1 - x
            case _:
                return x - self.x0, self.y1 - y


def _around(one: tuple[float, float], other: tuple[float, float]) -> Rect:
    return Rect(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))
