"""Recognising text on scans: what becomes of a page, and how a library stands with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kennisbank.domain.ids import ContributionId, FileHash, PageNo
from kennisbank.domain.reports import FileReport

Outcome = Literal["read", "nothing", "failed"]
"""``read``: it has text now; ``nothing``: there is none to be found on it; ``failed``: it could not be looked at."""


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """What recognising gave for one page. `text` and `packed_words` are as in `PageText`; empty unless ``read``.

    `reason` is the code of what went wrong where it ``failed``: one of a `DocumentError`.
    """

    page: PageNo
    outcome: Outcome
    text: str = ""
    packed_words: bytes = b""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """A page that nobody tried to recognise yet, of the file called `name`. `words`: so many has its own text layer."""

    contribution: ContributionId
    file: FileHash
    name: str
    media_type: str
    page: PageNo
    words: int


@dataclass(frozen=True, slots=True)
class ScanCounts:
    """Pages of current files: those without text of their own, and how many of them were read, or could not be.

    `scans` counts pages that show something and say nothing. `read` may be more: a page may hold a scan and a stamp.
    """

    scans: int = 0
    read: int = 0
    failed: int = 0

    @property
    def unread(self) -> int:
        """Return how many scans can't be searched."""
        return max(0, self.scans - self.read)


def scans_in(reports: Iterable[FileReport]) -> int:
    """Return how many pages without text came in with these files."""
    told = [
        problem
        for report in reports
        if report.verdict in {"added", "updated"}
        for problem in report.problems
        if problem.code == "no_text"
    ]
    return sum(int(problem.values.get("count", "1")) for problem in told)
