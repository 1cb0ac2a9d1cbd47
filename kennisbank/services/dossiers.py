"""Collecting: dossiers of contributions and passages, in an order and with remarks of one's own, and their trash."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import timedelta

from kennisbank.domain.annotation import Anchor
from kennisbank.domain.audience import Audience, checked
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.dossier import Dossier, DossierEdit, DossierItem, changed
from kennisbank.domain.folding import sort_key
from kennisbank.domain.ids import AnnotationId, ContributionId, DossierId, DossierItemId, PageNo, new_id
from kennisbank.domain.moments import Moment, now
from kennisbank.errors import BadInputError, NotFoundError, NotLoggedInError
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction
from kennisbank.services.annotating import TRASH_DAYS
from kennisbank.services.dossier_places import OpenDossier, opened, quoted

_Change = Callable[[Dossier], Dossier]


class DossierService:
    """The dossiers of whoever uses this library. Every method may be called from any thread.

    Acts return the `DossierEdit` that was carried out, which is empty when nothing changed: `apply` of its `reversed`
    takes it back. Two dossiers may have one name; whoever lists them shows how many lines each has.
    """

    def __init__(self, library: Library) -> None:
        """Keep them in `library`."""
        self._library = library

    # Reading.

    def all(self) -> list[Dossier]:
        """Return them by name, those in the trash apart."""
        with self._library.read() as tx:
            return _by_name(tx.dossiers.all())

    def trashed(self) -> list[Dossier]:
        """Return what lies in the trash, by name."""
        with self._library.read() as tx:
            return _by_name(tx.dossiers.all(is_trashed=True))

    def get(self, dossier_id: DossierId) -> Dossier:
        """Return one, in the trash too.

        Raises:
            NotFoundError: there is none.
        """
        with self._library.read() as tx:
            return _get(tx, dossier_id)

    def resolve(self, text: str) -> Dossier:
        """Return the one with this name or id, or whose id alone begins with `text`; what lies in the trash counts.

        Raises:
            NotFoundError: there is none.
            BadInputError: there are several.
        """
        wanted = " ".join(text.split()).casefold()
        with self._library.read() as tx:
            known = [*tx.dossiers.all(), *tx.dossiers.all(is_trashed=True)]
        named = [each for each in known if each.name.casefold() == wanted] if wanted else []
        found = named or [each for each in known if wanted and each.id.startswith(wanted)]
        if not found:
            raise NotFoundError("dossier", text)
        if len(found) > 1:
            raise BadInputError(f"Several dossiers are named {text!r}, or have an id that begins so; give an id.")
        return found[0]

    def open(self, dossier_id: DossierId) -> OpenDossier:
        """Return one with its contributions, and where each passage stands in the newest version of its file.

        Raises:
            NotFoundError: there is none.
        """
        with self._library.read() as tx:
            return opened(tx, _get(tx, dossier_id))

    # Making and naming.

    def create(self, name: str, remark: str = "") -> DossierEdit:
        """Make an empty one.

        Raises:
            BadInputError: the name is empty.
        """
        moment = now()
        made = Dossier(DossierId(new_id()), _name(name), moment, moment, remark=remark)
        with self._library.write() as tx:
            return DossierEdit(None, tx.dossiers.save(made))

    def rename(self, dossier_id: DossierId, name: str) -> DossierEdit:
        """Give one another name.

        Raises:
            BadInputError: the name is empty.
            NotFoundError: there is none.
        """
        return self._change(dossier_id, lambda each: replace(each, name=_name(name)))

    def remark(self, dossier_id: DossierId, text: str) -> DossierEdit:
        """Put a remark on the whole.

        Raises:
            NotFoundError: there is none.
        """
        return self._change(dossier_id, lambda each: replace(each, remark=text))

    def share(self, dossier_id: DossierId, audience: Audience) -> DossierEdit:
        """Let others see one, with the passages in it, but not the notes they were taken from; nobody: no longer.

        Raises:
            NotFoundError: there is none.
            NotLoggedInError: it belongs to no account, so the archive can't pass it on; log in, or claim it first.
            BadInputError: it is another's, or what should be an address isn't one.
        """
        wanted = checked(audience)

        def shared(each: Dossier) -> Dossier:
            if wanted and each.account is None:
                raise NotLoggedInError
            return replace(each, shared=wanted)

        return self._change(dossier_id, shared)

    def copy(self, dossier_id: DossierId) -> DossierEdit:
        """Make one's own copy of a dossier, such as one that another reader shares.

        Raises:
            NotFoundError: there is none.
        """
        moment = now()
        with self._library.write() as tx:
            each = _get(tx, dossier_id)
            items = tuple(replace(item, id=DossierItemId(new_id()), annotation=None) for item in each.items)
            made = Dossier(DossierId(new_id()), each.name, moment, moment, items, each.remark)
            return DossierEdit(None, tx.dossiers.save(made))

    # Lines.

    def add(self, dossier_id: DossierId, contributions: Sequence[ContributionId], *, remark: str = "") -> DossierEdit:
        """Put contributions at the end; one that stands in it as a whole already is not put there twice.

        Raises:
            NotFoundError: there is no such dossier, or no such contribution.
        """
        with self._library.read() as tx:
            known = tx.contributions.many(contributions)
        for each in contributions:
            if each not in known:
                raise NotFoundError("contribution", each)

        def with_them(dossier: Dossier) -> Dossier:
            there = {each.contribution for each in dossier.items if each.anchor is None}
            new = [each for each in dict.fromkeys(contributions) if each not in there]
            items = (DossierItem(DossierItemId(new_id()), each, remark) for each in new)
            return replace(dossier, items=(*dossier.items, *items))

        return self._change(dossier_id, with_them)

    def add_passage(
        self, dossier_id: DossierId, contribution: ContributionId, anchor: Anchor, *, remark: str = ""
    ) -> DossierEdit:
        """Put a passage at the end: `anchor` is that of a selection (`AnnotationService.anchor`).

        Raises:
            NotFoundError: there is no such dossier, or no such contribution.
        """
        with self._library.read() as tx:
            tx.contributions.get(contribution)
        item = DossierItem(DossierItemId(new_id()), contribution, remark, anchor)
        return self._change(dossier_id, lambda each: replace(each, items=(*each.items, item)))

    def add_annotations(self, dossier_id: DossierId, annotations: Sequence[AnnotationId]) -> DossierEdit:
        """Put the passages of annotations at the end, each with its note as remark; none twice.

        A note on a whole contribution puts the contribution there.

        Raises:
            NotFoundError: there is no such dossier, or no such annotation.
        """
        with self._library.read() as tx:
            known = tx.annotations.many(annotations)
        for each in annotations:
            if each not in known:
                raise NotFoundError("annotation", each)

        def with_them(dossier: Dossier) -> Dossier:
            there = {each.annotation for each in dossier.items}
            new = [known[each] for each in dict.fromkeys(annotations) if each not in there]
            items = (
                DossierItem(DossierItemId(new_id()), each.contribution, each.body, each.anchor, each.id) for each in new
            )
            return replace(dossier, items=(*dossier.items, *items))

        return self._change(dossier_id, with_them)

    def add_quote(
        self,
        dossier_id: DossierId,
        contribution: ContributionId,
        text: str,
        page: PageNo | None = None,
        *,
        remark: str = "",
    ) -> DossierEdit:
        """Put the passage with these words at the end: the first one on `page`, or in the contribution's files.

        Raises:
            NotFoundError: there is no such dossier, or no such contribution.
            BadInputError: these words don't stand there.
        """
        with self._library.read() as tx:
            anchor = quoted(tx, tx.contributions.get(contribution), text, page)
        return self.add_passage(dossier_id, contribution, anchor, remark=remark)

    def remove(self, dossier_id: DossierId, items: Collection[DossierItemId]) -> DossierEdit:
        """Take lines out.

        Raises:
            NotFoundError: there is no such dossier.
        """
        gone = set(items)
        return self._change(
            dossier_id, lambda each: replace(each, items=tuple(item for item in each.items if item.id not in gone))
        )

    def move(self, dossier_id: DossierId, item: DossierItemId, position: int) -> DossierEdit:
        """Put a line at another place; `position` counts from 0 among the others, and is brought within bounds.

        Raises:
            NotFoundError: there is no such dossier, or it has no such line.
        """

        def moved(dossier: Dossier) -> Dossier:
            mine = next((each for each in dossier.items if each.id == item), None)
            if mine is None:
                raise NotFoundError("dossier item", item)
            others = [each for each in dossier.items if each.id != item]
            others.insert(max(0, position), mine)
            return replace(dossier, items=tuple(others))

        return self._change(dossier_id, moved)

    def remark_item(self, dossier_id: DossierId, item: DossierItemId, text: str) -> DossierEdit:
        """Put a remark on a line.

        Raises:
            NotFoundError: there is no such dossier, or it has no such line.
        """

        def remarked(dossier: Dossier) -> Dossier:
            if all(each.id != item for each in dossier.items):
                raise NotFoundError("dossier item", item)
            items = (replace(each, remark=text) if each.id == item else each for each in dossier.items)
            return replace(dossier, items=tuple(items))

        return self._change(dossier_id, remarked)

    # The trash, and taking back.

    def trash(self, dossier_id: DossierId) -> DossierEdit:
        """Put one in the trash, which keeps it for `TRASH_DAYS` days.

        Raises:
            NotFoundError: there is none.
        """
        moment = now()
        return self._change(dossier_id, lambda each: replace(each, trashed=each.trashed or moment))

    def restore(self, dossier_id: DossierId) -> DossierEdit:
        """Take one out of the trash again.

        Raises:
            NotFoundError: there is none.
        """
        return self._change(dossier_id, lambda each: replace(each, trashed=None))

    def erase(self, ids: Collection[DossierId]) -> None:
        """Remove these for good. This can't be taken back."""
        with self._library.write() as tx:
            tx.dossiers.erase(ids)

    def empty_trash(self) -> int:
        """Remove what has lain in the trash for longer than `TRASH_DAYS` days, and return how many that were."""
        moment = now()
        before = Moment(moment.utc - timedelta(days=TRASH_DAYS), moment.zone)
        with self._library.read() as tx:
            old = tx.dossiers.trashed_before(before)
        if old:
            self.erase(old)
        return len(old)

    def apply(self, edit: DossierEdit) -> ChangeSet:
        """Carry out an edit again, or the reverse of one. What was done to the dossier meanwhile stays."""
        if not edit:
            return ChangeSet()
        with self._library.write() as tx:
            here = tx.dossiers.find(edit.dossier)
            match (edit.before, edit.after):
                case (None, Dossier() as after):
                    if here is None:
                        tx.dossiers.save(after)
                case (Dossier() as before, None):
                    if here is not None and replace(here, modified=before.modified) == before:
                        tx.dossiers.erase([here.id])
                case (Dossier() as before, Dossier() as after):
                    if here is not None:
                        _save(tx, here, changed(here, before, after))
            return tx.changes

    def _change(self, dossier_id: DossierId, change: _Change) -> DossierEdit:
        with self._library.write() as tx:
            before = _get(tx, dossier_id)
            if before.creator:
                raise BadInputError(f"This dossier is {before.creator}'s, who shares it; copy it to make it yours.")
            return DossierEdit(before, _save(tx, before, change(before)))


def _save(tx: Transaction, before: Dossier, after: Dossier) -> Dossier:
    """Keep what has changed and return it; `modified` says when, unless only the trash is concerned."""
    if replace(after, trashed=before.trashed) != before:
        after = replace(after, modified=now())
    return tx.dossiers.save(after)


def _get(tx: Transaction, dossier_id: DossierId) -> Dossier:
    found = tx.dossiers.find(dossier_id)
    if found is None:
        raise NotFoundError("dossier", dossier_id)
    return found


def _by_name(found: Sequence[Dossier]) -> list[Dossier]:
    return sorted(found, key=lambda each: (sort_key(each.name), each.created.utc, each.id))


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise BadInputError("A dossier must have a name.")
    return name
