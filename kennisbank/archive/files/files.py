"""Which files the archive has, and of which contributions they are. The bytes are in the file store."""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, delete, exists, insert, select, update

from kennisbank.archive.database.inserting import insert_into
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.schema import tables as t
from kennisbank.sync.protocol_bodies import FileBody

CAME = "came to be published"
"""The holder of what a batch brought; it keeps nothing by itself."""
PRIVATE = ("upload ", "message ")
"""How the holders of files begin that are between a reader and authors."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file by the SHA-256 of its bytes, `size` in bytes.

    `offered`: anybody may have it; `withdrawn`: it was offered and no longer is; `waiting`: it is here, and no
    contribution that can be seen has it (yet). `name` and `media_type` are of one of the contributions that have it.
    """

    hash: str
    size: int
    state: Literal["offered", "withdrawn", "waiting"]
    name: str = ""
    media_type: str = ""


class FileRows:
    """What is known of files, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work on `connection`."""
        self._connection = connection
        self.removals: set[str] = set()

    def get(self, file_hash: str) -> StoredFile | None:
        """Return what is known of a file; None: the archive never had it."""
        u = t.file_uses.c
        row = self._connection.execute(select(t.files).where(t.files.c.hash == file_hash)).mappings().first()
        uses = select(t.file_uses).where(u.hash == file_hash).order_by(u.is_withdrawn, u.contribution).limit(1)
        use = self._connection.execute(uses).mappings().first()
        if use is not None and use["is_withdrawn"]:
            return StoredFile(file_hash, int(use["size"]), "withdrawn", use["name"], use["media_type"])
        if row is None:
            return None
        if use is None:
            return StoredFile(file_hash, int(row["size"]), "waiting")
        return StoredFile(file_hash, int(row["size"]), "offered", use["name"], use["media_type"])

    def add(self, file_hash: str, size: int) -> None:
        """Write down that the file store has a file; one that is known stays as it is."""
        if self._connection.execute(select(t.files.c.hash).where(t.files.c.hash == file_hash)).first() is None:
            self._connection.execute(insert(t.files), {"hash": file_hash, "size": size, "added": stamp()})

    def missing(self, hashes: list[str]) -> list[str]:
        """Return which of these files the archive lacks, in their order, each once."""
        asked = list(dict.fromkeys(hashes))
        found: set[str] = set()
        for start in range(0, len(asked), 500):
            part = select(t.files.c.hash).where(t.files.c.hash.in_(asked[start : start + 500]))
            found.update(self._connection.execute(part).scalars())
        return [each for each in asked if each not in found]

    def lacking(self, hashes: list[str]) -> list[str]:
        """Return which of these files are to be sent to be published, in their order, each once.

        Those that only messages hold are among them: nobody learns by asking that somebody attached one.
        """
        h, u = t.held_files.c, t.file_uses.c
        private, other = set(self.missing(hashes)), set[str]()
        asked = list(dict.fromkeys(hashes))
        for start in range(0, len(asked), 500):
            part = asked[start : start + 500]
            for name, holder in self._connection.execute(select(h.hash, h.holder).where(h.hash.in_(part))):
                (private if holder.startswith(PRIVATE) else other).add(name)
            used = select(u.hash).where(u.hash.in_(part), u.is_withdrawn.is_(False))
            other.update(self._connection.execute(used).scalars())
        return [each for each in asked if each in private - other]

    def came(self, file_hash: str, size: int) -> None:
        """Write down that a file came in to be published; also when only messages held it so far."""
        self.add(file_hash, size)
        self.hold(file_hash, CAME)

    def all(self) -> dict[str, int]:
        """Return all files that the store should have: hash → size."""
        return {row.hash: int(row.size) for row in self._connection.execute(select(t.files.c.hash, t.files.c.size))}

    def unused(self) -> list[StoredFile]:
        """Return the files that no contribution has, or only withdrawn ones, and that nothing else holds."""
        used = exists().where(t.file_uses.c.hash == t.files.c.hash, t.file_uses.c.is_withdrawn.is_(False))
        held = exists().where(t.held_files.c.hash == t.files.c.hash, t.held_files.c.holder != CAME)
        query = select(t.files.c.hash, t.files.c.size).where(~used, ~held).order_by(t.files.c.hash)
        rows = self._connection.execute(query)
        return [StoredFile(row.hash, int(row.size), "waiting") for row in rows]

    def forget(self, file_hash: str) -> None:
        """Take a file out: its row now, its bytes once this transaction is committed (`world.Archive.write`)."""
        h = t.held_files.c
        self._connection.execute(delete(t.files).where(t.files.c.hash == file_hash))
        self._connection.execute(delete(t.held_files).where(h.hash == file_hash, h.holder == CAME))
        self.removals.add(file_hash)

    def forget_orphan(self, file_hash: str) -> None:
        """Have the bytes removed of a file that belongs to nothing, unless it does by now."""
        self.removals.add(file_hash)

    def hold(self, file_hash: str, holder: str) -> None:
        """Keep a file for something that is no contribution: `holder` is a word and a random id, such as ``version …``.

        It stays as long as anything holds it, and is offered to nobody for it.
        """
        row = insert_into(t.held_files, self._connection).values(hash=file_hash, holder=holder)
        self._connection.execute(row.on_conflict_do_nothing())

    def let_go(self, holder: str) -> None:
        """Keep files for `holder` no longer: those that nothing else has are forgotten."""
        h = t.held_files.c
        hashes = set(self._connection.execute(select(h.hash).where(h.holder == holder)).scalars())
        self._connection.execute(delete(t.held_files).where(h.holder == holder))
        self._forget_unused(hashes)

    def use(self, contribution: str, files: tuple[FileBody, ...]) -> None:
        """Write down the files of a contribution as they stand now; those that it no longer has are forgotten."""
        u = t.file_uses.c
        before = set(self._connection.execute(select(u.hash).where(u.contribution == contribution)).scalars())
        self._connection.execute(delete(t.file_uses).where(u.contribution == contribution))
        rows = {
            each.hash: {
                "hash": each.hash,
                "contribution": contribution,
                "name": each.name,
                "media_type": each.media_type,
                "size": each.size,
                "is_withdrawn": False,
            }
            for each in reversed(files)
        }
        if rows:
            self._connection.execute(insert(t.file_uses), list(rows.values()))
        self._forget_unused(before - set(rows))

    def withdraw(self, contribution: str, *, erases: bool) -> None:
        """Offer a contribution's files no longer; what no other has is removed. `erases`: forget their names too."""
        u = t.file_uses.c
        of_it = u.contribution == contribution
        hashes = set(self._connection.execute(select(u.hash).where(of_it)).scalars())
        values = {"is_withdrawn": True, **({"name": "", "media_type": ""} if erases else {})}
        self._connection.execute(update(t.file_uses).where(of_it).values(values))
        self._forget_unused(hashes)

    def _forget_unused(self, hashes: set[str]) -> None:
        u, h = t.file_uses.c, t.held_files.c
        for each in sorted(hashes):
            uses = (
                select(u.hash).where(u.hash == each, u.is_withdrawn.is_(False)),
                select(h.hash).where(h.hash == each, h.holder != CAME),
            )
            if all(self._connection.execute(used.limit(1)).first() is None for used in uses):
                self.forget(each)
