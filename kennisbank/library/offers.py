"""The files that the archive has of contributions: which may be had, which are wanted, which are here."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, delete, exists, func, insert, select, update

from kennisbank.domain.ids import ArchiveId, ContributionId, FileHash, FileId
from kennisbank.domain.syncing import Offer, OfferState
from kennisbank.library.outbox import Journal
from kennisbank.library.queries import listed
from kennisbank.library.rows import code_key
from kennisbank.library.sync_tables import offers
from kennisbank.library.tables import contributions, editions, files


@dataclass(frozen=True, slots=True)
class OfferCount:
    """A number of files, with their size in bytes."""

    files: int = 0
    size: int = 0


class Offers:
    """The offered files of one library, in one transaction; none of it is told to the archive.

    A file is `here` when the contribution has it, wherever that came from; that is never written down. Each change is
    told as that of an ``offer`` with the contribution's id.
    """

    def __init__(self, connection: Connection, journal: Journal) -> None:
        """Read and write through `connection`."""
        self._connection = connection
        self._journal = journal

    def of(self, ids: Collection[ContributionId]) -> dict[ContributionId, tuple[Offer, ...]]:
        """Return what is offered of each of `ids`, the files to be read first; those without any are left out."""
        found: defaultdict[ContributionId, list[Offer]] = defaultdict(list)
        for each in self._read(offers.c.contribution_id.in_(listed(ids))):
            found[each.contribution].append(each)
        return {each: tuple(found[each]) for each in ids if each in found}

    def all(self) -> list[Offer]:
        """Return everything that is offered, contribution by contribution."""
        return list(self._read(offers.c.hash.is_not(None)))

    def put(self, contribution: ContributionId, offered: Collection[Offer]) -> None:
        """Let these be all that is offered of a contribution; of a file that was offered already, its state stays.

        `state`, `reason` and `attempts` of what is given don't count: `want` and `fail` are for that.
        """
        self.put_all({contribution: offered})

    def put_all(self, offered: Mapping[ContributionId, Collection[Offer]]) -> None:
        """Do what `put` does for many contributions at once."""
        before: defaultdict[ContributionId, dict[str, dict[str, Any]]] = defaultdict(dict)
        for row in self._connection.execute(select(offers).where(offers.c.contribution_id.in_(listed(offered)))):
            before[row.contribution_id][row.hash] = dict(row._mapping)  # noqa: SLF001 -- SQLAlchemy's public name for it
        rows: list[dict[str, Any]] = []
        changed = []
        for contribution, several in offered.items():
            old = before[contribution]
            new = [
                _row(contribution, each, old.get(each.hash)) for each in {each.hash: each for each in several}.values()
            ]
            if sorted(new, key=_by_hash) != sorted(old.values(), key=_by_hash):
                self._journal.local("offer", contribution, "updated" if old else "added")
                changed.append(contribution)
                rows.extend(new)
        if changed:
            self._connection.execute(delete(offers).where(offers.c.contribution_id.in_(listed(changed))))
        if rows:
            self._connection.execute(insert(offers), rows)

    def remove(self, contribution: ContributionId) -> None:
        """Let nothing be offered of a contribution any more; what is here of it stays here."""
        gone = self._connection.execute(delete(offers).where(offers.c.contribution_id == contribution))
        if gone.rowcount:
            self._journal.local("offer", contribution, "removed")

    def remove_all(self) -> None:
        """Let nothing be offered any more: the library is connected to no archive."""
        for each in self._connection.execute(select(offers.c.contribution_id).distinct()).scalars().all():
            self._journal.local("offer", each, "removed")
        self._connection.execute(delete(offers))

    def want(self, ids: Collection[ContributionId], *, again: bool = True) -> list[Offer]:
        """Ask for the files of these that are to be read and aren't here; return all of them that are now wanted.

        What failed before is tried again, unless not `again`.
        """
        missing = offers.c.contribution_id.in_(listed(ids)) & offers.c.is_current & ~_is_here()
        if not again:
            missing &= offers.c.state != "failed"
        self._set(missing & (offers.c.state != "wanted"), state="wanted", reason="", attempts=0)
        return list(self._read(missing))

    def unwant(self, ids: Collection[ContributionId] | None = None) -> None:
        """Ask no longer for the files of these (None: of all); what failed isn't mentioned any more either."""
        where: ColumnElement[bool] = offers.c.state != "offered"
        if ids is not None:
            where &= offers.c.contribution_id.in_(listed(ids))
        self._set(where, state="offered", reason="", attempts=0)

    def fail(self, file_hash: FileHash, reason: str, contribution: ContributionId | None = None) -> None:
        """Note that a wanted file can't be had, and why (a code), for one contribution or for all that want it."""
        where = (offers.c.hash == file_hash) & (offers.c.state == "wanted")
        if contribution is not None:
            where &= offers.c.contribution_id == contribution
        self._set(where, state="failed", reason=reason, attempts=offers.c.attempts + 1)

    def settle(self, contribution: ContributionId, file_hash: FileHash) -> None:
        """Note that a wanted file has come: the next time that it isn't here, it has to be asked for anew."""
        where = (offers.c.contribution_id == contribution) & (offers.c.hash == file_hash)
        self._set(where & (offers.c.state != "offered"), state="offered", reason="", attempts=0)

    def wanted(self) -> list[Offer]:
        """Return what is asked for and isn't here, in the order of contributions' titles."""
        return list(self._read((offers.c.state == "wanted") & ~_is_here()))

    def here(self, ids: Collection[ContributionId] | None = None) -> list[Offer]:
        """Return what is offered and is here, older versions too; of `ids`, or of all."""
        where = _is_here()
        return list(self._read(where if ids is None else where & offers.c.contribution_id.in_(listed(ids))))

    def missing(self, *, edition: str | None = None) -> list[ContributionId]:
        """Return the contributions of which a file that is to be read isn't here; of one edition (its code) or of all.

        An empty code stands for contributions without edition.
        """
        query = select(offers.c.contribution_id).where(offers.c.is_current, ~_is_here()).distinct()
        if edition is not None:
            query = query.where(offers.c.contribution_id.in_(_of_edition(edition)))
        return [ContributionId(each) for each in self._connection.execute(query).scalars()]

    def missing_of_begun_editions(self) -> list[ContributionId]:
        """Return what `missing` does, of the editions of which an offered file is here."""
        c = contributions.c
        begun = select(c.edition_id).join(offers, offers.c.contribution_id == c.id).where(_is_here())
        of_begun = select(c.id).where(c.edition_id.in_(begun))
        query = select(offers.c.contribution_id).where(offers.c.is_current, ~_is_here()).distinct()
        found = self._connection.execute(query.where(offers.c.contribution_id.in_(of_begun))).scalars()
        return [ContributionId(each) for each in found]

    def newer(self) -> list[ContributionId]:
        """Return the contributions of which an offered file is here, but not the version that is to be read now."""
        older = offers.alias("older")
        is_here = exists().where(
            older.c.contribution_id == offers.c.contribution_id,
            older.c.role == offers.c.role,
            ~older.c.is_current,
            files.c.contribution_id == older.c.contribution_id,
            files.c.hash == older.c.hash,
        )
        query = select(offers.c.contribution_id).where(offers.c.is_current, ~_is_here(), is_here).distinct()
        return [ContributionId(each) for each in self._connection.execute(query).scalars()]

    def unread(self) -> list[FileId]:
        """Return the files that are here and are the one to be read in their role, while an older one still is."""
        other = offers.alias("other")
        is_alone = ~exists().where(
            other.c.contribution_id == offers.c.contribution_id,
            other.c.role == offers.c.role,
            other.c.hash != offers.c.hash,
            other.c.is_current,
        )
        same = (files.c.contribution_id == offers.c.contribution_id) & (files.c.hash == offers.c.hash)
        query = select(files.c.id).join(offers, same).where(offers.c.is_current, ~files.c.is_current, is_alone)
        return [FileId(each) for each in self._connection.execute(query).scalars()]

    def counts(self) -> Mapping[OfferState, OfferCount]:
        """Return how many files are in each state, and their size; one of several contributions counts for each.

        Of older versions only those count that are here or were asked for.
        """
        state = _state()
        query = (
            select(state, func.count(), func.sum(offers.c.size))
            .where(offers.c.is_current | (state != "offered"))
            .group_by(state)
        )
        return {each: OfferCount(count, size) for each, count, size in self._connection.execute(query)}

    def _read(self, where: ColumnElement[bool]) -> Iterable[Offer]:
        c = offers.c
        query = (
            select(offers, _state().label("now"))
            .outerjoin(contributions, contributions.c.id == c.contribution_id)
            .where(where)
            .order_by(
                contributions.c.title_sort, c.contribution_id, c.is_current.desc(), c.role, c.version.desc(), c.hash
            )
        )
        for row in self._connection.execute(query).all():
            yield _offer(row, row.now)

    def _set(self, where: ColumnElement[bool], **values: Any) -> None:
        ids = self._connection.execute(select(offers.c.contribution_id).where(where).distinct()).scalars().all()
        if not ids:
            return
        for each in ids:
            self._journal.local("offer", each, "updated")
        self._connection.execute(update(offers).where(where).values(values))


def _is_here() -> ColumnElement[bool]:
    return exists().where(files.c.contribution_id == offers.c.contribution_id, files.c.hash == offers.c.hash)


def _state() -> ColumnElement[str]:
    return case((_is_here(), "here"), else_=offers.c.state)


def _of_edition(code: str) -> Select[tuple[Any]]:
    query = select(contributions.c.id).outerjoin(editions)
    key = code_key(code)
    return query.where(editions.c.code_key == key) if key else query.where(editions.c.id.is_(None))


def _by_hash(row: dict[str, Any]) -> str:
    return str(row["hash"])


def _row(contribution: ContributionId, each: Offer, before: dict[str, Any] | None) -> dict[str, Any]:
    kept = before or {"state": "offered", "reason": "", "attempts": 0}
    return {
        "contribution_id": contribution,
        "hash": each.hash,
        "archive_id": each.archive,
        "name": each.name,
        "role": each.role,
        "version": each.version,
        "is_current": each.is_current,
        "media_type": each.media_type,
        "size": each.size,
        "pages": each.pages,
        "state": kept["state"],
        "reason": kept["reason"],
        "attempts": kept["attempts"],
    }


def _offer(row: Any, state: OfferState) -> Offer:
    return Offer(
        archive=ArchiveId(row.archive_id),
        contribution=ContributionId(row.contribution_id),
        hash=FileHash(row.hash),
        name=row.name,
        role=row.role,
        version=row.version,
        is_current=row.is_current,
        media_type=row.media_type,
        size=row.size,
        pages=row.pages,
        state=state,
        reason=row.reason,
        attempts=row.attempts,
    )
