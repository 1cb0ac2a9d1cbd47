"""What was asked for when a paper is opened: its hits, the one to be at, a page, a file. Pure: knows nothing of Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from kennisbank.domain.ids import FileHash, PageNo
from kennisbank.domain.results import PassageHit
from kennisbank.ui.reader.paper import OpenPaper


@dataclass(slots=True)
class PaperWish:
    """Hits of a contribution over all its files, and where one wants to be.

    `current` is a number in `hits`, -1 for none; `page` counts only without one, and once; `wants_end` asks for the
    last hit of the file: for who comes to it backwards.
    """

    hits: tuple[PassageHit, ...] = ()
    current: int = -1
    file: FileHash | None = None
    page: PageNo | None = None
    wants_end: bool = False

    @property
    def wanted_file(self) -> FileHash | None:
        """Return the file of the hit to be at, or else the file that was asked for; None for the first current one."""
        return self.hits[self.current].file if 0 <= self.current < len(self.hits) else self.file

    def place_in(self, paper: OpenPaper) -> int:
        """Return the number in reading order of the hit to be at, -1 for none; `wants_end` is used up."""
        wants_end, self.wants_end = self.wants_end, False
        if wants_end:
            return len(paper.hits) - 1
        asked = self.hits[self.current] if 0 <= self.current < len(self.hits) else None
        return next((at for at, placed in enumerate(paper.hits) if placed.hit is asked), -1)

    def take_page(self) -> PageNo | None:
        """Return the page that was asked for, once."""
        page, self.page = self.page, None
        return page

    def go_on(self, here: FileHash | None, direction: int) -> FileHash | None:
        """Turn to the next (1) or previous (-1) file that holds hits, and return it; None when there is none."""
        other = _beside(self.hits, here, direction)
        if other is not None:
            self.wants_end = direction < 0
            self.current = next(at for at, hit in enumerate(self.hits) if hit.file == other)
        return other


def _beside(hits: Sequence[PassageHit], here: FileHash | None, direction: int) -> FileHash | None:
    files = list(dict.fromkeys(hit.file for hit in hits))
    if here not in files:
        return None
    at = files.index(here) + direction
    return files[at] if 0 <= at < len(files) else None
