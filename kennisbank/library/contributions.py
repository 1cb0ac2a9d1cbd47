"""The contributions: found by what identifies them, written with everything that hangs on them."""

from collections.abc import Collection, Sequence
from hashlib import blake2s
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, func, insert, select, update

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.folding import fold
from kennisbank.domain.ids import ContributionId, EditionId, FileHash, Origin
from kennisbank.domain.metadata import FIELDS, SourcedMetadata
from kennisbank.domain.moments import now
from kennisbank.errors import BadInputError, NotFoundError
from kennisbank.library import rows
from kennisbank.library import tables as t
from kennisbank.library.assembly import read_contributions
from kennisbank.library.columns import moment_columns
from kennisbank.library.editions import Editions
from kennisbank.library.outbox import Journal
from kennisbank.library.queries import listed


class Contributions:
    """The contributions of one library, in one transaction."""

    def __init__(self, connection: Connection, journal: Journal, editions: Editions, origin: Origin) -> None:
        """Read and write through `connection`; new files are of `origin`."""
        self._connection = connection
        self._journal = journal
        self._editions = editions
        self._origin = origin

    def count(self) -> int:
        """Return the number of contributions."""
        return self._connection.execute(select(func.count()).select_from(t.contributions)).scalar_one()

    def get(self, contribution_id: ContributionId) -> Contribution:
        """Return a contribution with its files (current first, then newest first).

        Raises:
            NotFoundError: it isn't here.
        """
        found = self.find(contribution_id)
        if found is None:
            raise NotFoundError("contribution", contribution_id)
        return found

    def find(self, contribution_id: ContributionId) -> Contribution | None:
        """Return a contribution, or None."""
        return read_contributions(self._connection, [contribution_id]).get(contribution_id)

    def by_prefix(self, text: str) -> Contribution:
        """Return the contribution whose id begins with `text`.

        Raises:
            NotFoundError: there is none.
            BadInputError: there are several.
        """
        prefix = text.strip().lower()
        query = select(t.contributions.c.id).where(t.contributions.c.id.startswith(prefix, autoescape=True)).limit(2)
        found = self._connection.execute(query).scalars().all() if prefix else []
        if not found:
            raise NotFoundError("contribution", text)
        if len(found) > 1:
            raise BadInputError(f"Several contributions have an id that begins with {prefix!r}; give more of it.")
        return self.get(ContributionId(found[0]))

    def all(self) -> list[Contribution]:
        """Return every contribution, by title."""
        return list(read_contributions(self._connection).values())

    def many(self, ids: Collection[ContributionId]) -> dict[ContributionId, Contribution]:
        """Return those of `ids` that are here, in the order of `ids`."""
        if not ids:
            return {}
        found = read_contributions(self._connection, ids)
        return {each: found[each] for each in ids if each in found}

    def present(self, ids: Collection[ContributionId]) -> set[ContributionId]:
        """Return which of `ids` are here."""
        query = select(t.contributions.c.id).where(t.contributions.c.id.in_(listed(ids)))
        return {ContributionId(each) for each in self._connection.execute(query).scalars()}

    def stamps(self) -> dict[ContributionId, str]:
        """Return a stamp for every contribution: it changes whenever what the index would hold of it may have changed.

        Made of revision, time of writing, current files, the extractor of their texts and what was recognised on their
        scans; only to be compared.
        """
        c, f, x, r = t.contributions.c, t.files.c, t.texts.c, t.recognised.c
        newest = select(func.max(x.id)).where(x.file_hash == f.hash).correlate(t.files).scalar_subquery()
        recognised = select(r.file_hash, func.count(), func.max(r.id)).where(r.outcome == "read").group_by(r.file_hash)
        read = {file: (count, last) for file, count, last in self._connection.execute(recognised)}
        query = (
            select(c.id, c.revision, c.updated_utc, f.hash, x.extractor, x.id)
            .select_from(
                t.contributions.outerjoin(t.files, (f.contribution_id == c.id) & f.is_current).outerjoin(
                    t.texts, x.id == newest
                )
            )
            .order_by(c.id, f.hash)
        )
        parts: dict[ContributionId, list[Any]] = {}
        for contribution, *rest in self._connection.execute(query):
            parts.setdefault(contribution, []).append([*rest, *read.get(rest[2], ())])
        return {each: blake2s(repr(part).encode(), digest_size=10).hexdigest() for each, part in parts.items()}

    def by_file_hash(self, file_hash: FileHash) -> Contribution | None:
        """Return the contribution that has, or had in an older version, this very file."""
        return self._first(select(t.files.c.contribution_id).where(t.files.c.hash == file_hash))

    def by_file_name(self, name: str, *, edition: str | None = None) -> list[Contribution]:
        """Return the contributions with a file of this name (case doesn't count), oldest first.

        `edition` narrows to one edition by its code (empty: to those without one).
        """
        query = select(t.files.c.contribution_id).where(t.files.c.name_key == rows.name_key(name))
        if edition is not None:
            of_edition = select(t.contributions.c.id).outerjoin(t.editions)
            if edition:
                of_edition = of_edition.where(t.editions.c.code_key == rows.code_key(edition))
            else:
                of_edition = of_edition.where(t.editions.c.id.is_(None))
            query = query.where(t.files.c.contribution_id.in_(of_edition))
        return self._listed(query)

    def by_doi(self, doi: str) -> Contribution | None:
        """Return the (oldest) contribution with this DOI, however it is written; None for an empty one."""
        key = rows.doi_key(doi)
        return self._first(select(t.contributions.c.id).where(t.contributions.c.doi_key == key)) if key else None

    def by_title_key(self, title_key: str) -> list[Contribution]:
        """Return the contributions whose title folds (`domain.folding.fold`) to this, oldest first."""
        key = fold(title_key)
        return self._listed(select(t.contributions.c.id).where(t.contributions.c.title_key == key)) if key else []

    def by_body(self, fingerprint: str) -> Contribution | None:
        """Return the (oldest) contribution with a file whose text has this fingerprint; None for an empty one."""
        hashes = select(t.texts.c.file_hash).where(t.texts.c.body == fingerprint)
        query = select(t.files.c.contribution_id).where(t.files.c.hash.in_(hashes))
        return self._first(query) if fingerprint else None

    def add(self, contribution: Contribution) -> None:
        """Add a contribution with its files; its edition is made where it is new."""
        edition = self._edition(contribution.metadata)
        self._journal.record("contribution", contribution.id, "added")
        self._connection.execute(insert(t.contributions), rows.contribution_row(contribution, edition))
        self._write_parts(contribution.id, contribution.metadata, FIELDS, is_new=True)
        for file in contribution.files:
            self._journal.record("file", file.id, "added")
        if contribution.files:
            self._connection.execute(
                insert(t.files), [rows.file_row(contribution.id, file, self._origin) for file in contribution.files]
            )

    def add_all(self, new: Sequence[Contribution]) -> None:
        """Add contributions without files, none of which is here yet: for many at once."""
        parts: dict[Table, list[dict[str, Any]]] = {
            table: [] for table in (t.contributions, t.provenance, t.authors, t.keywords, t.themes)
        }
        for each in new:
            values = each.metadata.values
            self._journal.record("contribution", each.id, "added")
            parts[t.contributions].append(rows.contribution_row(each, self._edition(each.metadata)))
            parts[t.provenance].extend(rows.provenance_rows(each.id, each.metadata))
            parts[t.authors].extend(rows.author_rows(each.id, values.authors))
            parts[t.keywords].extend(rows.word_rows(each.id, values.keywords))
            parts[t.themes].extend(rows.word_rows(each.id, values.themes))
        for table, made in parts.items():
            if made:
                self._connection.execute(insert(table), made)

    def save(self, contribution: Contribution) -> Contribution:
        """Write the metadata of a contribution that is here, and return it as it stands now.

        A write that changes something raises `revision` by one and sets `updated`; one that changes nothing is none.
        Files are written through ``tx.files``, so that an older value of the contribution can't lose one.

        Raises:
            NotFoundError: it isn't here (any more).
        """
        stored = self.get(contribution.id)
        changed = [name for name in FIELDS if _differs(stored.metadata, contribution.metadata, name)]
        if not changed:
            return stored
        self._journal.record("contribution", contribution.id, "updated", fields=changed)
        moment = now()
        self._connection.execute(
            update(t.contributions).where(t.contributions.c.id == contribution.id),
            {
                **rows.metadata_columns(contribution.metadata, self._edition(contribution.metadata)),
                **moment_columns("updated", moment),
                "revision": stored.revision + 1,
            },
        )
        self._write_parts(contribution.id, contribution.metadata, changed)
        return self.get(contribution.id)

    def touch(self, contribution_id: ContributionId, *, fields: Collection[str] = ()) -> None:
        """Raise the revision of a contribution because something that hangs on it changed.

        Raises:
            NotFoundError: it isn't here.
        """
        self._journal.record("contribution", contribution_id, "updated", fields=fields)
        c = t.contributions.c
        changes: dict[str, Any] = {"revision": c.revision + 1, **moment_columns("updated", now())}
        done = self._connection.execute(update(t.contributions).where(c.id == contribution_id).values(changes))
        if done.rowcount == 0:
            raise NotFoundError("contribution", contribution_id)

    def unwithdraw(self, contribution_id: ContributionId) -> None:
        """Note that the archive has a contribution again that it had taken out; for any other it is no write."""
        c = t.contributions.c
        where = (c.id == contribution_id) & c.withdrawn.is_not(None)
        if self._connection.execute(update(t.contributions).where(where).values(withdrawn=None)).rowcount:
            self.touch(contribution_id)

    def remove(self, contribution_id: ContributionId) -> None:
        """Remove a contribution with the rows of its files; the files themselves and reading places stay.

        Raises:
            NotFoundError: it isn't here.
        """
        stored = self.get(contribution_id)
        values = stored.metadata.values
        was = {"title": values.title, "doi": values.doi, "origin": stored.origin}
        for file in stored.files:
            self._journal.record("file", file.id, "removed", was={"hash": file.hash, "name": file.name})
        self._journal.record("contribution", contribution_id, "removed", was=was)
        self._connection.execute(delete(t.contributions).where(t.contributions.c.id == contribution_id))

    def _edition(self, metadata: SourcedMetadata) -> EditionId | None:
        code = metadata.values.edition.strip()
        return self._editions.ensure(code).id if code else None

    def _write_parts(
        self, contribution: ContributionId, metadata: SourcedMetadata, changed: Collection[str], *, is_new: bool = False
    ) -> None:
        values = metadata.values
        parts = [(t.provenance, rows.provenance_rows(contribution, metadata))]
        if "authors" in changed:
            parts.append((t.authors, rows.author_rows(contribution, values.authors)))
        if "keywords" in changed:
            parts.append((t.keywords, rows.word_rows(contribution, values.keywords)))
        if "themes" in changed:
            parts.append((t.themes, rows.word_rows(contribution, values.themes)))
        for table, new in parts:
            if not is_new:
                self._connection.execute(delete(table).where(table.c.contribution_id == contribution))
            if new:
                self._connection.execute(insert(table), new)

    def _listed(self, ids: Select[Any]) -> list[Contribution]:
        found = self._connection.execute(ids.distinct()).scalars().all()
        contributions = self.many([ContributionId(each) for each in found]).values()
        return sorted(contributions, key=lambda each: (each.created.utc, each.id))

    def _first(self, ids: Select[Any]) -> Contribution | None:
        found = self._listed(ids)
        return found[0] if found else None


def _differs(before: SourcedMetadata, after: SourcedMetadata, name: Any) -> bool:
    return bool(
        getattr(before.values, name) != getattr(after.values, name)
        or before.provenance.get(name) != after.provenance.get(name)
    )
