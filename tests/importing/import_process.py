"""A program of its own that imports: `import_process.py HOME SOURCE`; prints a line for each file as it is reported."""

import sys
from pathlib import Path

from kennisbank.config.paths import Paths
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.importing.pipeline import ImportPipeline, ImportRequest
from kennisbank.library.library import Library
from kennisbank.tasks.context import JobContext


def main() -> None:
    home, *sources = sys.argv[1:]
    workers = DocumentWorkers(processes=2)
    request = ImportRequest(tuple(map(Path, sources)), edition="NIOC2025")
    with Library.open(Paths(Path(home))) as library:
        ImportPipeline(library, workers).run(
            request, JobContext(), lambda report: print(report.file, flush=True), lambda changes: None
        )
    workers.close()


if __name__ == "__main__":
    main()
