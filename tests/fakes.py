"""Stand-ins for what a test doesn't want to wait for. Each keeps the contract of what it stands for."""

from dataclasses import dataclass, field
from pathlib import Path

from kennisbank.config.paths import Paths
from kennisbank.domain.annotation import Anchor, Annotation, AnnotationFilter
from kennisbank.domain.recognition import ScanCounts
from kennisbank.domain.synonyms import BadLine, SynonymSummary
from kennisbank.services.annotating import FoundAnnotations
from kennisbank.services.keeping import BackupState
from kennisbank.services.scans import ScanState
from kennisbank.tasks.context import JobContext


@dataclass
class FakeCatalogue:
    """A catalogue of which only the number matters: whoever asks for more finds nothing."""

    contributions: int = 0

    def count(self) -> int:
        return self.contributions

    def all(self) -> list[object]:
        return []

    def editions(self) -> list[object]:
        return []

    def browse(self, facet: str) -> list[object]:
        return []

    def contributions_in(self, facet: str, value: str) -> list[object]:
        return []

    def many(self, ids: object) -> dict[str, object]:
        return {}

    def batches(self) -> list[object]:
        return []


class FakeReading:
    """Reading of which nobody has read anything yet."""

    def recent(self, limit: int) -> list[object]:
        return []

    def titles(self, ids: object) -> dict[str, str]:
        return {}


class FakeReadingStates:
    """Reading marks of somebody who marks nothing."""

    def states(self, ids: object = None) -> dict[str, str]:
        return {}

    def counts(self) -> dict[str, int]:
        return {}

    def in_state(self, state: str, limit: int | None = None) -> list[object]:
        return []


class FakeLinks:
    """Contributions out of which nothing leads."""

    def links(self, contribution: object) -> tuple[object, ...]:
        return ()


@dataclass
class FakeSearching:
    """An index that is behind by so many contributions, and catches up when asked."""

    lacking: int = 0
    catch_ups: int = 0

    def behind(self) -> int:
        return self.lacking

    def complete(self, text: str, limit: int = 8) -> list[str]:
        return []

    def warm(self) -> None:
        pass

    def catch_up(self, ctx: JobContext | None = None) -> int:
        self.catch_ups += 1
        caught_up, self.lacking = self.lacking, 0
        return caught_up


class FakeSavedSearches:
    """Saved searches of somebody who keeps none."""

    def all(self) -> list[object]:
        return []


class FakeDossiers:
    """Dossiers of somebody who collects nothing."""

    def all(self) -> list[object]:
        return []

    def trashed(self) -> list[object]:
        return []


class FakeScans:
    """A library without scans, on a computer that could not read them."""

    def can_read(self) -> bool:
        return False

    def state(self) -> ScanState:
        return ScanState(ScanCounts(), 0, None)

    def counts(self, contribution: object) -> ScanCounts:
        return ScanCounts()


class FakeEmbedded:
    """A library whose files were all read for annotations."""

    def behind(self) -> int:
        return 0


class FakeKeeping:
    """No backups, and none to be made."""

    def state(self) -> BackupState:
        return BackupState((), is_automatic=True)

    def back_up_if_due(self, ctx: object) -> None:
        pass


class FakeSynonyms:
    """No synonyms of one's own."""

    def summary(self) -> SynonymSummary:
        return SynonymSummary(0, 0)

    def own(self) -> str:
        return ""

    def check(self, _text: str) -> tuple[BadLine, ...]:
        return ()


class FakeAnnotating:
    """Nothing written yet."""

    def find(self, wanted: AnnotationFilter) -> FoundAnnotations:
        del wanted
        return FoundAnnotations((), (), {})

    def news(self) -> list[tuple[Annotation, Anchor]]:
        return []


@dataclass
class FakeKennisbank:
    """An open library for tests of the frame around the views."""

    catalogue: FakeCatalogue = field(default_factory=FakeCatalogue)
    searching: FakeSearching = field(default_factory=FakeSearching)
    reading: FakeReading = field(default_factory=FakeReading)
    reading_states: FakeReadingStates = field(default_factory=FakeReadingStates)
    links: FakeLinks = field(default_factory=FakeLinks)
    saved_searches: FakeSavedSearches = field(default_factory=FakeSavedSearches)
    dossiers: FakeDossiers = field(default_factory=FakeDossiers)
    scans: FakeScans = field(default_factory=FakeScans)
    embedded: FakeEmbedded = field(default_factory=FakeEmbedded)
    synonyms: FakeSynonyms = field(default_factory=FakeSynonyms)
    keeping: FakeKeeping = field(default_factory=FakeKeeping)
    annotating: FakeAnnotating = field(default_factory=FakeAnnotating)
    is_closed: bool = False
    paths: Paths = field(default_factory=lambda: Paths(Path("/nowhere")))

    def close(self) -> None:
        self.is_closed = True
