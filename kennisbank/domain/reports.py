"""What an import or a check did, file by file: the report a person can act on."""

from dataclasses import dataclass, field
from typing import Literal

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.document import Problem
from kennisbank.domain.ids import BatchId, ContributionId
from kennisbank.domain.metadata import SourcedMetadata

Verdict = Literal["added", "updated", "unchanged", "duplicate", "rejected"]
VERDICTS: tuple[Verdict, ...] = ("added", "updated", "unchanged", "duplicate", "rejected")


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became (or, in a rehearsal, would become) of one file.

    `file` is the path below the source that was named, with ``/``. `contribution` is None when rejected.
    """

    file: str
    verdict: Verdict
    contribution: ContributionId | None
    problems: tuple[Problem, ...] = ()
    metadata: SourcedMetadata = field(default_factory=SourcedMetadata)
    pages: int = 0


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """Counts of files by verdict, of files with a problem; the batch is None in a rehearsal or if nothing changed."""

    files: int
    added: int
    updated: int
    unchanged: int
    duplicates: int
    rejected: int
    with_problems: int
    batch: BatchId | None
    is_rehearsal: bool
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class ImportedAnnotations:
    """What came of taking annotations.

    `added` and `unchanged` (they were here already) are counts; `kept_as_other` is how many in the file are of a kind
    that the program only keeps. `changes` is what was written, for whoever shows it.
    """

    added: int = 0
    unchanged: int = 0
    kept_as_other: int = 0
    problems: tuple[Problem, ...] = ()
    changes: ChangeSet = field(default_factory=ChangeSet)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing `check` found wrong: `code`, a sentence, the thing it concerns, and whether `--repair` mended it."""

    code: str
    message: str
    subject: str
    repaired: bool = False
