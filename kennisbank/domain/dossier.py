"""A dossier: contributions and passages that somebody collects under a name, in an order of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kennisbank.domain.annotation import Anchor
from kennisbank.domain.audience import NOBODY_ELSE, Audience
from kennisbank.domain.ids import AccountId, AnnotationId, ArchiveId, ContributionId, DossierId, DossierItemId
from kennisbank.domain.moments import Moment


@dataclass(frozen=True, slots=True)
class DossierItem:
    """One line of a dossier: a whole contribution, or (with `anchor`) a passage of it; `remark` is the collector's own.

    `annotation` is the one the passage was taken from, if it was.
    """

    id: DossierItemId
    contribution: ContributionId
    remark: str = ""
    anchor: Anchor | None = None
    annotation: AnnotationId | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A named collection: a personal row, so it says whose it is (null = not logged in).

    `items` stand in the collector's own order. `trashed`: since when it lies in the trash. Names need not differ: two
    machines that never met may choose the same, and typing a name must never be refused halfway. `shared`: who else may
    see it. `creator`: who shares it with this account, empty for one's own; another's can't be changed.
    """

    id: DossierId
    name: str
    created: Moment
    modified: Moment
    items: tuple[DossierItem, ...] = ()
    remark: str = ""
    trashed: Moment | None = None
    archive: ArchiveId | None = None
    account: AccountId | None = None
    shared: Audience = NOBODY_ELSE
    creator: str = ""


@dataclass(frozen=True, slots=True)
class DossierEdit:
    """One act on a dossier, to carry out, to undo and to do again: how it was and how it is then.

    None before: it was made; None after: it is no longer there at all.
    """

    before: Dossier | None
    after: Dossier | None

    @property
    def reversed(self) -> "DossierEdit":
        """Return the edit that takes this one back."""
        return DossierEdit(self.after, self.before)

    @property
    def dossier(self) -> DossierId:
        """Return which dossier it is about.

        Raises:
            ValueError: it is about none.
        """
        for each in (self.after, self.before):
            if each is not None:
                return each.id
        raise ValueError("an edit without a dossier")

    def __bool__(self) -> bool:
        """Tell whether anything was done."""
        return self.before != self.after


def changed(here: Dossier, before: Dossier, after: Dossier) -> Dossier:
    """Return `here` with what differs between `before` and `after` done to it.

    What was done to `here` meanwhile stays: a field, a line or an order that no longer is as in `before` is let be.
    """
    return replace(
        here,
        name=after.name if here.name == before.name else here.name,
        remark=after.remark if here.remark == before.remark else here.remark,
        trashed=after.trashed if here.trashed == before.trashed else here.trashed,
        shared=after.shared if here.shared == before.shared else here.shared,
        items=_items(here.items, before.items, after.items),
    )


_Items = tuple[DossierItem, ...]


def _items(here: _Items, before: _Items, after: _Items) -> _Items:
    was, then = {each.id: each for each in before}, {each.id: each for each in after}
    kept = []
    for item in here:
        if item == was.get(item.id) and item.id not in then:
            continue
        kept.append(then[item.id] if item.id in then and item == was.get(item.id) else item)
    placed = _ordered(kept, before, after)
    for number, item in enumerate(after):
        if item.id not in was and all(each.id != item.id for each in placed):
            placed.insert(_place(placed, after[:number]), item)
    return tuple(placed)


def _ordered(kept: Sequence[DossierItem], before: _Items, after: _Items) -> list[DossierItem]:
    """Return the lines that both `before` and `after` have in the order of `after`, if they stand in that of `before`.

    The places between others' lines stay whose they are.
    """
    by_id = {each.id: each for each in kept}
    old = [each.id for each in before if each.id in by_id]
    both = {each.id for each in after} & set(old)
    old = [each for each in old if each in both]
    new = [each.id for each in after if each.id in both]
    if old == new or old != [each.id for each in kept if each.id in both]:
        return list(kept)
    row = iter(new)
    return [by_id[next(row)] if each.id in both else each for each in kept]


def _place(placed: Sequence[DossierItem], before_it: Sequence[DossierItem]) -> int:
    """Return where a line comes: behind the nearest of those that stood before it and are still there."""
    at = {each.id: number for number, each in enumerate(placed)}
    return next((at[each.id] + 1 for each in reversed(before_it) if each.id in at), 0)
