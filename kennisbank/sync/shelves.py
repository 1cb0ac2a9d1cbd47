"""Where personal things of each kind stand in the library: read as bodies, written from bodies, removed.

A shelf is used inside one transaction and for one owner. What is written is told to nobody while the outbox is
`arriving`.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Protocol
from uuid import NAMESPACE_OID, uuid5

from kennisbank.domain.ids import AnnotationId, DossierId, DossierItemId, SavedSearchId
from kennisbank.library.outbox import Owner
from kennisbank.library.transaction import Transaction
from kennisbank.sync import bodies as b
from kennisbank.sync.bodies import Names
from kennisbank.sync.protocol import RecordKind

Bodies = dict[str, dict[str, Any]]


class Shelf(Protocol):
    """The place of one kind of personal things."""

    def read(self, ids: Collection[str]) -> Bodies:
        """Return by id here the bodies of those of the owner's things that are here."""
        ...

    def write(self, record: str, body: Any, sharer: str) -> str | None:
        """Let a thing be as the body of a record says; return its id here, None when it can't be: it is another's.

        Raises:
            ValueError: something in the body can't be read.
        """
        ...

    def remove(self, local: str) -> None:
        """Remove a thing by its id here; one that isn't there is let be."""
        ...

    def record(self, local: str, body: Mapping[str, Any]) -> str:
        """Return under which id the archive is told of a thing for the first time."""
        ...


class _Whole:
    """What has the same id here as at the archive."""

    def __init__(self, tx: Transaction, owner: Owner, names: Names) -> None:
        self.tx, self.owner, self.names = tx, owner, names

    def record(self, local: str, _body: Mapping[str, Any]) -> str:
        return local

    def is_free(self, kind: Any, record: str) -> bool:
        """Tell whether an id is the owner's, or nobody has it yet."""
        return self.tx.personal_rows.owners(kind, [record]).get(record, self.owner) == self.owner

    def place(self, kind: Any, record: str, sharer: str) -> str | None:
        """Return under which id a record can stand here; None: its own is another's, who doesn't share it.

        Two accounts of one computer may share something with each other: then its owner has it under its own id.
        """
        apart = str(uuid5(NAMESPACE_OID, f"{self.owner.account}:{record}"))
        owners = self.tx.personal_rows.owners(kind, [record, apart])
        if sharer and owners.get(apart) == self.owner:
            return apart
        holder = owners.get(record, self.owner)
        if holder == self.owner:
            return record
        return apart if sharer and holder.account is not None else None

    def give_way(self, kind: Any, record: str) -> bool:
        """Tell whether another account here had a copy under an id, which it will get anew under another one."""
        holder = self.tx.personal_rows.owners(kind, [record]).get(record)
        if holder is None or holder == self.owner or holder.archive is None or holder.account is None:
            return False
        known = self.tx.synced.bases(holder.archive, holder.account, kind, [record]).get(record)
        if known is None or known.is_mine:
            return False
        self.tx.synced.forget(holder.archive, holder.account, kind, [record])
        for each in self.tx.archives.accounts():
            if (each.archive, each.id) == (holder.archive, holder.account):
                self.tx.archives.save_account(replace(each, revision=0))
        return True


class AnnotationShelf(_Whole):
    """Annotations."""

    def read(self, ids: Collection[str]) -> Bodies:
        """Return the bodies of the owner's annotations."""
        found = self.tx.annotations.many([AnnotationId(each) for each in ids])
        return {
            each.id: b.annotation_body(each, self.names)
            for each in found.values()
            if Owner(each.archive, each.account) == self.owner
        }

    def write(self, record: str, body: Any, sharer: str) -> str | None:
        """Keep an annotation."""
        if not sharer and self.give_way("annotation", record):
            self.remove(record)
        local = self.place("annotation", record, sharer)
        if local is not None:
            self.tx.annotations.save(b.annotation_from(local, body, self.names, self.owner, sharer))
        return local

    def remove(self, local: str) -> None:
        """Remove an annotation for good."""
        self.tx.annotations.erase([AnnotationId(local)])


class DossierShelf(_Whole):
    """Dossiers."""

    def read(self, ids: Collection[str]) -> Bodies:
        """Return the bodies of the owner's dossiers."""
        found = [self.tx.dossiers.find(DossierId(each)) for each in ids]
        return {
            each.id: b.dossier_body(each, self.names)
            for each in found
            if each is not None and Owner(each.archive, each.account) == self.owner
        }

    def write(self, record: str, body: Any, sharer: str) -> str | None:
        """Keep a dossier; a line with the id of another dossier's line gets one of its own."""
        if not sharer and self.give_way("dossier", record):
            self.remove(record)
        local = self.place("dossier", record, sharer)
        if local is None:
            return None
        dossier = b.dossier_from(local, body, self.names, self.owner, sharer)
        taken = self.tx.dossiers.lines_elsewhere(dossier.id, [each.id for each in dossier.items])
        items = tuple(
            replace(each, id=DossierItemId(str(uuid5(NAMESPACE_OID, f"{local}:{each.id}"))))
            if each.id in taken
            else each
            for each in dossier.items
        )
        self.tx.dossiers.save(replace(dossier, items=items))
        return local

    def remove(self, local: str) -> None:
        """Remove a dossier for good."""
        self.tx.dossiers.erase([DossierId(local)])


class SavedShelf(_Whole):
    """Saved searches."""

    def read(self, ids: Collection[str]) -> Bodies:
        """Return the bodies of the owner's saved searches."""
        found = [self.tx.saved_searches.find(SavedSearchId(each)) for each in ids]
        return {
            each.id: b.saved_body(each)
            for each in found
            if each is not None and Owner(each.archive, each.account) == self.owner
        }

    def write(self, record: str, body: Any, _sharer: str) -> str | None:
        """Keep a saved search."""
        if not self.is_free("saved_search", record):
            return None
        self.tx.saved_searches.save(b.saved_from(record, body, self.owner))
        return record

    def remove(self, local: str) -> None:
        """Keep a saved search no longer."""
        self.tx.saved_searches.remove(SavedSearchId(local))


class PlaceShelf:
    """Reading places: one a contribution, so its record is named after that."""

    def __init__(self, tx: Transaction, owner: Owner, names: Names) -> None:
        """Read and write through `tx` what is the owner's."""
        self.tx, self.owner, self.names = tx, owner, names

    def read(self, ids: Collection[str]) -> Bodies:
        """Return the bodies of the owner's places, by row."""
        return {
            row: b.place_body(each, self.names) for row, each in self.tx.personal_rows.places(self.owner, ids).items()
        }

    def write(self, _record: str, body: Any, _sharer: str) -> str | None:
        """Keep a place."""
        return self.tx.personal_rows.put_place(b.place_from(body, self.names, self.owner))

    def remove(self, local: str) -> None:
        """Remove a place."""
        self.tx.personal_rows.remove("reading", local)

    def record(self, _local: str, body: Mapping[str, Any]) -> str:
        """Return the same id on every device."""
        return b.one_each_id(str(self.owner.account), "reading", str(body["contribution"]))


class MarkShelf:
    """Reading marks: one a contribution, so its record is named after that."""

    def __init__(self, tx: Transaction, owner: Owner, names: Names) -> None:
        """Read and write through `tx` what is the owner's."""
        self.tx, self.owner, self.names = tx, owner, names

    def read(self, ids: Collection[str]) -> Bodies:
        """Return the bodies of the owner's marks, by row."""
        return {
            row: b.mark_body(each, self.names) for row, each in self.tx.personal_rows.marks(self.owner, ids).items()
        }

    def write(self, _record: str, body: Any, _sharer: str) -> str | None:
        """Keep a mark."""
        return self.tx.personal_rows.put_mark(b.mark_from(body, self.names, self.owner))

    def remove(self, local: str) -> None:
        """Take a mark off."""
        self.tx.personal_rows.remove("reading_mark", local)

    def record(self, _local: str, body: Mapping[str, Any]) -> str:
        """Return the same id on every device."""
        return b.one_each_id(str(self.owner.account), "reading_mark", str(body["contribution"]))


class Shelves:
    """All shelves of one owner, in one transaction."""

    def __init__(self, tx: Transaction, owner: Owner) -> None:
        """Read and write through `tx` what is the owner's."""
        assert owner.archive is not None
        self.owner = owner
        self.names = Names.of(tx.synced.translated(owner.archive, "contribution"))
        self._shelves: Mapping[RecordKind, Shelf] = {
            "annotation": AnnotationShelf(tx, owner, self.names),
            "dossier": DossierShelf(tx, owner, self.names),
            "saved_search": SavedShelf(tx, owner, self.names),
            "reading": PlaceShelf(tx, owner, self.names),
            "reading_mark": MarkShelf(tx, owner, self.names),
        }

    def __getitem__(self, kind: RecordKind) -> Shelf:
        """Return the shelf of a kind.

        Raises:
            KeyError: things of this kind are nobody's own.
        """
        return self._shelves[kind]

    def __contains__(self, kind: object) -> bool:
        """Tell whether things of this kind are somebody's own."""
        return kind in self._shelves

    def reread(self, kind: RecordKind, record: str, body: Any) -> dict[str, Any]:
        """Return a body as this program writes it after having read it, contributions under the ids that it has.

        Raises:
            ValueError: something in it can't be read.
        """
        owner, names = self.owner, Names()
        match kind:
            case "annotation":
                return b.annotation_body(b.annotation_from(record, body, names, owner), names)
            case "dossier":
                return b.dossier_body(b.dossier_from(record, body, names, owner), names)
            case "saved_search":
                return b.saved_body(b.saved_from(record, body, owner))
            case "reading":
                return b.place_body(b.place_from(body, names, owner), names)
            case _:
                return b.mark_body(b.mark_from(body, names, owner), names)

    def row_for(self, tx: Transaction, kind: RecordKind, record: str, contribution: str) -> str:
        """Return the id here under which a record stands that isn't known yet."""
        if kind in {"reading", "reading_mark"}:
            return tx.personal_rows.row_of(kind, self.owner, self.names.local(contribution)) or ""
        return record


def _apart(dossier: str, line: str) -> DossierItemId:
    return DossierItemId(str(uuid5(NAMESPACE_OID, f"{dossier}:{line}")))
