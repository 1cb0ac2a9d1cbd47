"""A library, the document processes (started once for all tests) and an importer that remembers what it was told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kennisbank.config.paths import Paths
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.reports import FileReport, ImportSummary
from kennisbank.importing.pipeline import ImportPipeline, ImportRequest
from kennisbank.library.library import Library
from kennisbank.tasks.context import JobContext


@pytest.fixture(scope="session")
def workers() -> Iterator[DocumentWorkers]:
    made = DocumentWorkers(processes=2)
    yield made
    made.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(Paths(tmp_path / "home")) as opened:
        yield opened


@dataclass
class Importer:
    """Runs imports and keeps the reports and changes of the last one."""

    library: Library
    workers: DocumentWorkers
    reports: list[FileReport] = field(default_factory=list)
    changes: list[ChangeSet] = field(default_factory=list)

    def __call__(
        self,
        *sources: Path,
        rows: Path | None = None,
        edition: str = "",
        rehearsal: bool = False,
        ctx: JobContext | None = None,
    ) -> ImportSummary:
        self.reports, self.changes = [], []
        request = ImportRequest(tuple(sources), rows, edition, is_rehearsal=rehearsal)
        pipeline = ImportPipeline(self.library, self.workers)
        return pipeline.run(request, ctx or JobContext(), self.reports.append, self.changes.append)

    @property
    def verdicts(self) -> dict[str, str]:
        return {report.file: report.verdict for report in self.reports}

    def codes(self, file: str) -> list[str]:
        return [problem.code for report in self.reports if report.file == file for problem in report.problems]

    def all(self) -> Sequence[Contribution]:
        with self.library.read() as tx:
            return tx.contributions.all()

    def titles(self) -> list[str]:
        return sorted(each.metadata.values.title for each in self.all())


@pytest.fixture
def importer(library: Library, workers: DocumentWorkers) -> Importer:
    return Importer(library, workers)
