"""What is known while an import goes on: the library, and over it what this run decided so far.

A rehearsal writes nothing and an import writes in groups; both ask here, so both decide alike.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.folding import fold
from kennisbank.domain.ids import ContributionId, FileHash
from kennisbank.importing.identifiers import doi_key
from kennisbank.importing.identity import Incoming, Known
from kennisbank.library.library import Library


class Shelf:
    """The library as it will be when all that was decided is written. Used by one thread."""

    def __init__(self, library: Library, paths: Mapping[str, ContributionId]) -> None:
        """Look into `library`; `paths` says which contribution a path of the same source became in earlier imports."""
        self._library = library
        self._paths = dict(paths)
        with library.read() as tx:
            self._stored = tx.files.hashes()
            self._ids = set(tx.contributions.stamps())
        self._now: dict[ContributionId, Contribution] = {}
        self._by_hash: dict[FileHash, ContributionId] = {}
        self._by_body: dict[str, ContributionId] = {}
        self._by_doi: dict[str, ContributionId] = {}
        self._by_title: dict[str, list[ContributionId]] = defaultdict(list)
        self._handled: set[FileHash] = set()
        self._taken: set[ContributionId] = set()

    def has(self, file_hash: FileHash) -> bool:
        """Tell whether these bytes were in the library before this run: such a file need not be opened."""
        return file_hash in self._stored

    def has_contribution(self, contribution_id: ContributionId) -> bool:
        """Tell whether there is, or will be, a contribution with this id."""
        return contribution_id in self._ids or contribution_id in self._now

    def contribution(self, contribution_id: ContributionId) -> Contribution | None:
        """Return a contribution as it will be, or None."""
        if contribution_id in self._now:
            return self._now[contribution_id]
        with self._library.read() as tx:
            return tx.contributions.find(contribution_id)

    def of_hash(self, file_hash: FileHash) -> Contribution | None:
        """Return the contribution that has these bytes in any version."""
        if (found := self._by_hash.get(file_hash)) is not None:
            return self._now[found]
        if file_hash not in self._stored:
            return None
        with self._library.read() as tx:
            return self._latest(tx.contributions.by_file_hash(file_hash))

    def known(self, incoming: Incoming) -> Known:
        """Answer every question that `identity.decide` asks of a file."""
        by_hash = self.of_hash(incoming.hash)
        if by_hash is not None:
            return Known(by_hash=by_hash, is_repeat=incoming.hash in self._handled)
        values = incoming.metadata.values
        base = PurePosixPath(incoming.name).name
        with self._library.read() as tx:
            by_body = self._latest(tx.contributions.by_body(incoming.body))
            by_doi = self._latest(tx.contributions.by_doi(values.doi))
            stored_title = tx.contributions.by_title_key(fold(values.title))
            stored_name = tx.contributions.by_file_name(base, edition=values.edition) if values.edition else []
        if incoming.body in self._by_body:
            by_body = by_body or self._now[self._by_body[incoming.body]]
        if (key := doi_key(values.doi)) in self._by_doi:
            by_doi = by_doi or self._now[self._by_doi[key]]
        by_title = self._with_new(stored_title, self._by_title[fold(values.title)])
        return Known(
            by_body=by_body,
            by_doi=by_doi,
            by_path=self._of_path(incoming.name),
            by_name=tuple(each for each in stored_name if each.id not in self._taken),
            by_title=by_title if fold(values.title) else (),
        )

    def handled(self, file_hash: FileHash, contribution: Contribution, *, body: str = "") -> None:
        """Note what a file became, as later files of this run must see it."""
        self._handled.add(file_hash)
        self._taken.add(contribution.id)
        self._now[contribution.id] = contribution
        self._by_hash[file_hash] = contribution.id
        for file in contribution.files:
            self._by_hash[file.hash] = contribution.id
        values = contribution.metadata.values
        if body:
            self._by_body.setdefault(body, contribution.id)
        if key := doi_key(values.doi):
            self._by_doi.setdefault(key, contribution.id)
        if values.title and contribution.id not in self._by_title[fold(values.title)]:
            self._by_title[fold(values.title)].append(contribution.id)

    def _of_path(self, name: str) -> Contribution | None:
        """Return what this path became before, unless another file of this run was that already."""
        found = self._paths.get(name)
        if found is None or found in self._taken:
            return None
        return self.contribution(found)

    def _latest(self, stored: Contribution | None) -> Contribution | None:
        return self._now.get(stored.id, stored) if stored is not None else None

    def _with_new(self, stored: Iterable[Contribution], new: Iterable[ContributionId]) -> tuple[Contribution, ...]:
        found = {each.id: self._now.get(each.id, each) for each in stored}
        for each in new:
            found.setdefault(each, self._now[each])
        return tuple(found.values())
