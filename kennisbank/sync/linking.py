"""Which contribution here is the one that the archive speaks of: the same file, the same DOI, or the same paper."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.folding import fold
from kennisbank.domain.ids import ArchiveId, ContributionId, FileHash
from kennisbank.domain.metadata import Author
from kennisbank.domain.names import same_person
from kennisbank.library.rows import code_key, doi_key
from kennisbank.library.transaction import Transaction
from kennisbank.sync.catalogue_merge import metadata_of
from kennisbank.sync.protocol_bodies import ContributionBody


@dataclass(frozen=True, slots=True)
class _Candidates:
    by_id: Mapping[str, list[ContributionId]]
    by_file: Mapping[str, list[ContributionId]]
    by_doi: Mapping[str, list[ContributionId]]
    by_title: Mapping[str, list[ContributionId]]


def linked(tx: Transaction, archive: ArchiveId, new: Mapping[str, ContributionBody]) -> dict[str, ContributionId]:
    """Return by record which contribution here it is, for those of `new` that are here.

    Each contribution here is linked to one record at most; the archive's own id comes before a file, a file before a
    DOI, a DOI before title, authors and edition together.
    """
    if not new or tx.contributions.count() == 0:
        return {}
    found = _candidates(tx, new)
    every = [found.by_id, found.by_file, found.by_doi, found.by_title]
    ids = {each for group in every for several in group.values() for each in several}
    known = tx.contributions.many(ids)
    taken = set(tx.synced.record_ids(archive, "contribution", ids))
    made: dict[str, ContributionId] = {}
    for record, body in new.items():
        same = next((each for each in _ranked(record, body, found, known) if each not in taken), None)
        if same is not None:
            made[record] = same
            taken.add(same)
    return made


def named(tx: Transaction, archive: ArchiveId, records: Collection[str]) -> set[ContributionId]:
    """Return those of `records` that are here under the archive's own id, and were linked to nothing yet.

    A harvest or an export brings them so, and of what was erased the archive says nothing but its id.
    """
    here = tx.contributions.present([ContributionId(each) for each in records]) if records else set()
    linked_here = tx.synced.record_ids(archive, "contribution", here) if here else {}
    return {each for each in here if each not in linked_here}


def _candidates(tx: Transaction, new: Mapping[str, ContributionBody]) -> _Candidates:
    ids = tx.contributions.present([ContributionId(each) for each in new])
    return _Candidates(
        {each: [each] for each in ids},
        tx.likeness.with_files({FileHash(file.hash) for body in new.values() for file in body.files}),
        tx.likeness.with_dois({doi_key(body.doi) for body in new.values()}),
        tx.likeness.with_titles({fold(body.title) for body in new.values()}),
    )


def _ranked(
    record: str, body: ContributionBody, found: _Candidates, known: Mapping[ContributionId, Contribution]
) -> list[ContributionId]:
    """Return the contributions that this may be, the surest first."""
    same = [*found.by_id.get(record, ())]
    for file in body.files:
        same.extend(found.by_file.get(file.hash, ()))
    same.extend(found.by_doi.get(doi_key(body.doi), ()))
    alike = [each for each in found.by_title.get(fold(body.title), ()) if _is_same_paper(body, known[each])]
    # Of two papers that are alike nobody can tell which one it is.
    return [*same, *(alike if len(alike) == 1 else ())]


def _is_same_paper(body: ContributionBody, here: Contribution) -> bool:
    ours, theirs = here.metadata.values, metadata_of(body)
    if ours.doi and theirs.doi and doi_key(ours.doi) != doi_key(theirs.doi):
        return False
    return code_key(ours.edition) == code_key(theirs.edition) and _authors_agree(ours.authors, theirs.authors)


def _authors_agree(ours: tuple[Author, ...], theirs: tuple[Author, ...]) -> bool:
    """Tell whether the authors are the same people, in any order; who isn't known contradicts nobody."""
    if not ours or not theirs:
        return True
    return all(any(same_person(one, other) for other in theirs) for one in ours) or all(
        any(same_person(other, one) for one in ours) for other in theirs
    )
