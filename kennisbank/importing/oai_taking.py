"""What becomes of a repository's record in a library: known by its identifier, its DOI, or its title with its authors.

A repository that took a record back takes nothing from a library: that is told. What it says of a contribution that
came from elsewhere fills gaps and replaces guesses; what a list, the archive or a hand said of it stays.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID, uuid5

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.folding import fold
from kennisbank.domain.ids import BatchId, ContributionId, new_id
from kennisbank.domain.metadata import SourcedMetadata
from kennisbank.domain.moments import now
from kennisbank.domain.reports import FileReport
from kennisbank.importing import problems
from kennisbank.importing.identifiers import doi_key
from kennisbank.importing.identity import authors_agree, brings_news
from kennisbank.importing.oai_answer import OaiRecord
from kennisbank.importing.oai_metadata import metadata_of_record
from kennisbank.importing.recorder import Outcome
from kennisbank.library.library import Library

_ARCHIVES = re.compile(r"oai:[^:]+:([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})")
"""An identifier as our own archive makes it: with the contribution's id, so that it is the same once connected."""
_TELLING_WORDS = 4
"""A title of fewer words (*Voorwoord*) says too little without authors to know a contribution by."""


class RecordTaker:
    """Decides, record after record, from the library and what this harvest decided before. One thread."""

    def __init__(
        self,
        library: Library,
        batch: BatchId,
        known: Mapping[str, ContributionId],
        recorded: Mapping[str, FileReport],
        source: str,
        edition: str,
    ) -> None:
        """Take records for `batch`; `known` says what an identifier became in earlier harvests of this repository.

        `recorded` are the reports that a harvest which was broken off left in the batch. `source` names the repository
        in the provenance; `edition`, where not empty, is that of everything.
        """
        self._library, self._batch, self._source, self._edition = library, batch, source, edition
        self._known, self._recorded = dict(known), recorded
        self._taken = {contribution: identifier for identifier, contribution in known.items()}
        with library.read() as tx:
            self._ids = set(tx.contributions.stamps())
        self._now: dict[ContributionId, Contribution] = {}
        self._by_doi: dict[str, ContributionId] = {}
        self._by_title: dict[str, list[ContributionId]] = {}

    def outcome(self, record: OaiRecord) -> Outcome | None:
        """Return what becomes of a record; None for one that was taken back and never was here."""
        outcome = self._deleted(record) if record.is_deleted else self._present(record)
        if outcome is None:
            return None
        earlier = self._recorded.get(record.identifier)
        if earlier is not None and earlier.contribution == outcome.report.contribution and not outcome.writes:
            return replace(outcome, report=earlier, is_recorded=True)
        return outcome

    def _deleted(self, record: OaiRecord) -> Outcome | None:
        known = self._contribution(self._known.get(record.identifier))
        if known is None:
            return None
        said = problems.deleted_at_source(known.metadata.values.title)
        return Outcome(FileReport(record.identifier, "unchanged", known.id, (said,), known.metadata), known)

    def _present(self, record: OaiRecord) -> Outcome:
        incoming = metadata_of_record(record, self._source, edition=self._edition)
        if not incoming.values.title:
            return Outcome(FileReport(record.identifier, "rejected", None, (problems.record_without_title(),)))
        known = self._same(record.identifier, incoming)
        if known is None:
            return self._added(record, incoming)
        self._note(record.identifier, known)
        changed = replace(known, metadata=known.metadata.merged(self._worth(known.metadata, incoming)))
        if known.withdrawn is not None or not brings_news(known.metadata, changed.metadata):
            return Outcome(FileReport(record.identifier, "unchanged", known.id, (), known.metadata), known)
        self._note(record.identifier, changed)
        return Outcome(FileReport(record.identifier, "updated", known.id, (), changed.metadata), changed, before=known)

    def _added(self, record: OaiRecord, incoming: SourcedMetadata) -> Outcome:
        moment = now()
        new = Contribution(
            id=self._id(record.identifier),
            origin=self._library.origin,
            metadata=incoming,
            files=(),
            created=moment,
            updated=moment,
            batch=self._batch,
        )
        self._note(record.identifier, new)
        return Outcome(FileReport(record.identifier, "added", new.id, (), incoming), new, is_added=True)

    def _worth(self, ours: SourcedMetadata, theirs: SourcedMetadata) -> SourcedMetadata:
        """Return the fields that may replace ours: where we have nothing, a guess, or what this very record said."""
        kept = {
            name: provenance
            for name, provenance in theirs.provenance.items()
            if (mine := ours.provenance.get(name)) is None or mine.source == "proposal" or mine == provenance
        }
        return SourcedMetadata(theirs.values, kept)

    def _same(self, identifier: str, incoming: SourcedMetadata) -> Contribution | None:
        """Return the contribution that this record is of, if it is here."""
        if (found := self._contribution(self._known.get(identifier))) is not None:
            return found
        values = incoming.values
        with self._library.read() as tx:
            by_doi = tx.contributions.by_doi(values.doi)
            by_title = tx.contributions.by_title_key(values.title)
        if (found := self._of_doi(doi_key(values.doi), by_doi)) is not None:
            return found
        for each in self._of_title(fold(values.title), by_title):
            # Two records of one repository are two contributions, unless they share a DOI.
            if self._taken.get(each.id, identifier) == identifier and is_same(each.metadata, incoming):
                return each
        return None

    def _of_doi(self, key: str, stored: Contribution | None) -> Contribution | None:
        if key in self._by_doi:
            return self._now[self._by_doi[key]]
        return self._now.get(stored.id, stored) if stored is not None else None

    def _of_title(self, key: str, stored: Iterable[Contribution]) -> list[Contribution]:
        found = {each.id: self._now.get(each.id, each) for each in stored}
        found.update({each: self._now[each] for each in self._by_title.get(key, ()) if each not in found})
        return list(found.values())

    def _contribution(self, contribution: ContributionId | None) -> Contribution | None:
        if contribution is None or contribution in self._now:
            return self._now.get(contribution) if contribution is not None else None
        with self._library.read() as tx:
            return tx.contributions.find(contribution)

    def _note(self, identifier: str, contribution: Contribution) -> None:
        """Remember what a record became, as later ones must see it before it is written."""
        self._known[identifier] = contribution.id
        self._taken.setdefault(contribution.id, identifier)
        self._now[contribution.id] = contribution
        values = contribution.metadata.values
        if key := doi_key(values.doi):
            self._by_doi.setdefault(key, contribution.id)
        titled = self._by_title.setdefault(fold(values.title), [])
        if contribution.id not in titled:
            titled.append(contribution.id)

    def _id(self, identifier: str) -> ContributionId:
        """Return the id of a record's contribution, the same in every harvest into this library."""
        own = _ARCHIVES.fullmatch(identifier)
        name = f"oai:{self._source}:{identifier}".encode("utf-8", "replace").decode()
        found = ContributionId(own[1] if own is not None else str(uuid5(UUID(self._library.origin), name)))
        return ContributionId(new_id()) if found in self._ids or found in self._now else found


def is_same(ours: SourcedMetadata, theirs: SourcedMetadata) -> bool:
    """Tell whether two that have the same title are one contribution, by authors, edition, year and DOI."""
    one, other = ours.values, theirs.values
    if one.doi and other.doi and doi_key(one.doi) != doi_key(other.doi):
        return False
    if one.edition and other.edition and fold(one.edition) != fold(other.edition):
        return False
    if one.year is not None and other.year is not None and abs(one.year - other.year) > 1:
        return False
    if one.authors and other.authors:
        return authors_agree(ours, theirs)
    is_telling = len(one.title.split()) >= _TELLING_WORDS
    return is_telling and one.year is not None and one.year == other.year
