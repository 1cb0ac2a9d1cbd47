"""Is this the paper we have? A pure decision from what came in and what is known.

In this order: the same bytes; the same text apart from the cover sheet; another text of a known file; a paper of which
only title and authors agree, which is taken as one of its own and pointed at.
"""

from dataclasses import dataclass
from pathlib import PurePosixPath

from kennisbank.domain.contribution import Contribution, Role
from kennisbank.domain.document import Problem
from kennisbank.domain.folding import fold
from kennisbank.domain.ids import FileHash
from kennisbank.domain.metadata import FIELDS, SourcedMetadata
from kennisbank.domain.names import same_person
from kennisbank.domain.reports import Verdict
from kennisbank.importing import problems
from kennisbank.importing.identifiers import doi_key
from kennisbank.importing.titles import FROM_PAGE


@dataclass(frozen=True, slots=True)
class Incoming:
    """What came in: its path below the source, its bytes, its text without cover sheet (empty: none), its metadata."""

    name: str
    hash: FileHash
    body: str
    metadata: SourcedMetadata


@dataclass(frozen=True, slots=True)
class Known:
    """What is known, in answer to each question that can be asked of a file; oldest first where there are several.

    `by_path` had this very path in an earlier import of the same source; `by_name` has a file of this name in the same
    edition. `is_repeat` says that `by_hash` got these bytes earlier in this same run.
    """

    by_hash: Contribution | None = None
    by_body: Contribution | None = None
    by_doi: Contribution | None = None
    by_path: Contribution | None = None
    by_name: tuple[Contribution, ...] = ()
    by_title: tuple[Contribution, ...] = ()
    is_repeat: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a file: the verdict, the contribution it concerns (None: a new one), what there is to say.

    `is_new_version` tells an updated text from updated metadata.
    """

    verdict: Verdict
    contribution: Contribution | None
    problems: tuple[Problem, ...] = ()
    is_new_version: bool = False


def decide(incoming: Incoming, known: Known) -> Decision:
    """Return what becomes of a file."""
    if known.by_hash is not None:
        return _same_bytes(incoming, known.by_hash, is_repeat=known.is_repeat)
    if incoming.body and known.by_body is not None:
        said = problems.same_body(known.by_body, known.by_body.metadata.values.title)
        return Decision("duplicate", known.by_body, (said,))
    if (earlier := _earlier_text(incoming, known)) is not None:
        said = problems.new_version(next_version(earlier)[1])
        return Decision("updated", earlier, (said,), is_new_version=True)
    said_of_others = [*_possibly_the_same(incoming, known), *_same_name(incoming, known)]
    return Decision("added", None, tuple(said_of_others[:1]))


def next_version(contribution: Contribution) -> tuple[Role, int]:
    """Return the role and number that a new version of the contribution's text gets."""
    role: Role = contribution.current_files[0].role if contribution.current_files else "paper"
    return role, 1 + max((file.version for file in contribution.files if file.role == role), default=0)


def _same_bytes(incoming: Incoming, contribution: Contribution, *, is_repeat: bool) -> Decision:
    title = contribution.metadata.values.title
    if is_repeat:
        return Decision("duplicate", contribution, (problems.same_bytes(contribution, title),))
    said = []
    file = next((file for file in contribution.files if file.hash == incoming.hash), None)
    if file is not None and not file.is_current:
        said.append(problems.older_version(title))
    verdict: Verdict = "updated" if brings_news(contribution.metadata, incoming.metadata) else "unchanged"
    return Decision(verdict, contribution, tuple(said))


def brings_news(ours: SourcedMetadata, theirs: SourcedMetadata) -> bool:
    """Tell whether `theirs` would change a value of `ours`, or make one surer (a list confirms a proposal)."""
    merged = ours.merged(theirs)
    return any(
        getattr(merged.values, name) != getattr(ours.values, name) or _source(merged, name) != _source(ours, name)
        for name in FIELDS
    )


def _source(metadata: SourcedMetadata, name: str) -> str:
    provenance = metadata.provenance.get(name)  # type: ignore[call-overload]
    return provenance.source if provenance is not None else ""


def _earlier_text(incoming: Incoming, known: Known) -> Contribution | None:
    """Return the contribution of which this is another text."""
    if known.by_path is not None:
        return known.by_path
    if known.by_doi is not None and (_is_own_doi(incoming) or _same_title(incoming, known.by_doi)):
        return known.by_doi
    same = [each for each in known.by_name if _same_title(incoming, each)]
    return same[0] if len(same) == 1 else None


def _is_own_doi(incoming: Incoming) -> bool:
    """Tell whether the DOI is surely the paper's own: one on the first page may be of a paper that is cited there."""
    provenance = incoming.metadata.provenance.get("doi")
    return provenance is not None and (provenance.source != "proposal" or provenance.detail != FROM_PAGE)


def _same_title(incoming: Incoming, contribution: Contribution) -> bool:
    ours, theirs = fold(incoming.metadata.values.title), fold(contribution.metadata.values.title)
    return bool(ours) and ours == theirs


def _possibly_the_same(incoming: Incoming, known: Known) -> list[Problem]:
    values = incoming.metadata.values
    return [
        problems.possibly_the_same(each, each.metadata.values.title)
        for each in known.by_title
        if authors_agree(incoming.metadata, each.metadata)
        and not (values.doi and each.metadata.values.doi and doi_key(values.doi) != doi_key(each.metadata.values.doi))
    ]


def authors_agree(one: SourcedMetadata, other: SourcedMetadata) -> bool:
    """Tell whether the authors are the same people, in any order; who is not known contradicts nobody."""
    ours, theirs = one.values.authors, other.values.authors
    if not ours or not theirs:
        return True
    return all(any(same_person(mine, their) for their in theirs) for mine in ours) or all(
        any(same_person(their, mine) for mine in ours) for their in theirs
    )


def _same_name(incoming: Incoming, known: Known) -> list[Problem]:
    """Point at a file of the same name in the edition, unless names as these are given to everything."""
    if len(known.by_name) != 1 or len(PurePosixPath(incoming.name).stem) < 3:
        return []
    return [problems.same_name(known.by_name[0], known.by_name[0].metadata.values.title)]
