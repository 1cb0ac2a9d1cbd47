"""Papers that are open, or were: what a tab needs to come back. Pure: knows nothing of Qt."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kennisbank.domain.ids import ContributionId, FileHash

MOST_KEPT = 40
_MOST_CLOSED = 20


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """One tab: the paper, its title, and the file when that is an older version (else None)."""

    contribution: ContributionId
    title: str
    file: FileHash | None = None


@dataclass(frozen=True, slots=True)
class KeptTabs:
    """The open papers of one library (`home` is its folder), in the order of their tabs, and which is in front.

    `is_reading`: they were what the window showed.
    """

    home: str = ""
    papers: tuple[KeptPaper, ...] = ()
    front: int = 0
    is_reading: bool = False

    def written(self) -> str:
        """Return them as they stand in the settings: one line of JSON."""
        papers = [[paper.contribution, paper.title, paper.file or ""] for paper in self.papers[:MOST_KEPT]]
        whole = {"home": self.home, "papers": papers, "front": self.front, "reading": self.is_reading}
        return json.dumps(whole, ensure_ascii=False)

    def among(self, here: Iterable[ContributionId]) -> "KeptTabs":
        """Return them without the papers that have gone; the front is the same paper, or else the one beside it."""
        ids = set(here)
        left = [(at, paper) for at, paper in enumerate(self.papers) if paper.contribution in ids]
        front = sum(at < self.front for at, _paper in left)
        return KeptTabs(
            self.home, tuple(paper for _at, paper in left), min(front, max(0, len(left) - 1)), self.is_reading
        )


def kept_tabs(text: str) -> KeptTabs:
    """Return what `KeptTabs.written` gave; nothing for anything else."""
    try:
        read = json.loads(text)
        papers = tuple(
            KeptPaper(ContributionId(str(contribution)), str(title), FileHash(str(file)) if file else None)
            for contribution, title, file in read["papers"][:MOST_KEPT]
        )
        front = min(max(0, int(read["front"])), max(0, len(papers) - 1))
        return KeptTabs(str(read["home"]), papers, front, bool(read["reading"]))
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
        return KeptTabs()


@dataclass(slots=True)
class ClosedPapers:
    """The papers whose tabs were closed, the last one first; each once."""

    _papers: list[KeptPaper] = field(default_factory=list)

    def put(self, paper: KeptPaper) -> None:
        """Note that a tab was closed."""
        self.take(paper.contribution)
        self._papers = [paper, *self._papers[: _MOST_CLOSED - 1]]

    def take(self, contribution: ContributionId | None = None) -> KeptPaper | None:
        """Take out this paper, or the one that was closed last; None when there is none."""
        found = next((paper for paper in self._papers if contribution in {None, paper.contribution}), None)
        if found is not None:
            self._papers.remove(found)
        return found

    @property
    def papers(self) -> Sequence[KeptPaper]:
        """Return them, the last one first."""
        return tuple(self._papers)
