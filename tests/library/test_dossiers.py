"""Dossiers: what is kept of them, whose they are, and what of them is told."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kennisbank.domain.annotation import Anchor, Piece, Quote
from kennisbank.domain.changes import Change
from kennisbank.domain.document import Rect
from kennisbank.domain.dossier import Dossier, DossierItem
from kennisbank.domain.ids import (
    AccountId,
    AnnotationId,
    ArchiveId,
    ContributionId,
    DossierId,
    DossierItemId,
    PageNo,
    new_id,
)
from kennisbank.library.library import Library
from tests.library.library_values import NOON, a_contribution, an_account, moments, some_hash, texts

sides = st.integers(0, 10**6).map(lambda thousandths: thousandths / 1000)
anchors = st.builds(
    lambda pieces, quote, state, similarity: Anchor(some_hash(1), tuple(pieces), quote, state, similarity),
    st.lists(
        st.builds(
            lambda page, start, boxes: Piece(PageNo(page), start, start + 5, tuple(boxes)),
            st.integers(1, 999),
            st.integers(0, 10**5),
            st.lists(st.builds(Rect, sides, sides, sides, sides), max_size=2),
        ),
        max_size=3,
    ),
    st.none() | st.builds(Quote, texts, texts, texts),
    st.sampled_from(["original", "moved", "changed", "gone"]),
    st.floats(0, 1),
)
items = st.builds(
    lambda remark, anchor, has_annotation: DossierItem(
        DossierItemId(new_id()),
        ContributionId(new_id()),
        remark,
        anchor,
        AnnotationId(new_id()) if has_annotation else None,
    ),
    texts,
    st.none() | anchors,
    st.booleans(),
)
dossiers = st.builds(
    lambda name, created, modified, lines, remark, trashed: Dossier(
        DossierId(new_id()), name, created, modified, tuple(lines), remark, trashed
    ),
    texts,
    moments,
    moments,
    st.lists(items, max_size=4),
    texts,
    st.none() | moments,
)


def a_dossier(name: str = "Les 1", **changes: object) -> Dossier:
    made = Dossier(DossierId(new_id()), name, NOON, NOON, (an_item(), an_item()))
    return replace(made, **changes)  # type: ignore[arg-type]


def an_item() -> DossierItem:
    return DossierItem(DossierItemId(new_id()), ContributionId(new_id()))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(dossiers, dossiers)
def test_a_dossier_comes_back_as_it_went_in_also_when_all_of_it_changed(
    library: Library, dossier: Dossier, other: Dossier
) -> None:
    with library.write() as tx:
        tx.dossiers.save(dossier)
    with library.read() as tx:
        assert tx.dossiers.find(dossier.id) == dossier
    changed = replace(other, id=dossier.id, items=(*other.items, *reversed(dossier.items)))
    with library.write() as tx:
        tx.dossiers.save(changed)
    with library.read() as tx:
        assert tx.dossiers.find(dossier.id) == changed


def test_they_are_listed_by_name_and_the_trash_apart(library: Library) -> None:
    with library.write() as tx:
        for name in ("Zomer", "archief", "Les"):
            tx.dossiers.save(a_dossier(name))
        tx.dossiers.save(a_dossier("weg", trashed=NOON))
        assert [each.name for each in tx.dossiers.all()] == ["archief", "Les", "Zomer"]
        assert [each.name for each in tx.dossiers.all(is_trashed=True)] == ["weg"]


def test_each_owner_has_their_own_and_only_an_accounts_are_told(library: Library) -> None:
    archive, account = ArchiveId("archief"), AccountId("ada")
    mine, theirs = a_dossier("van niemand"), a_dossier("van Ada", archive=archive, account=account)
    with library.write() as tx:
        tx.dossiers.save(mine)
        assert tx.outbox.pending() == []
        tx.dossiers.save(theirs)
        (row,) = tx.outbox.pending()
        assert set(tx.changes.changes) == {Change("dossier", mine.id, "added"), Change("dossier", theirs.id, "added")}
        assert tx.dossiers.all() == [mine]
        tx.archives.save_account(an_account("ada"))
    assert (row.op, row.kind, row.entity, row.owner.account) == ("added", "dossier", theirs.id, "ada")
    with library.read() as tx:
        assert tx.dossiers.all() == [theirs, mine], "what is nobody's, and her own"


def test_saving_what_is_there_already_is_no_write(library: Library) -> None:
    dossier = a_dossier()
    with library.write() as tx:
        tx.dossiers.save(dossier)
    with library.write() as tx:
        tx.dossiers.save(dossier)
        tx.dossiers.erase([DossierId("nergens")])
        assert not tx.changes


def test_a_line_outlives_its_contribution_and_goes_with_its_dossier(library: Library) -> None:
    contribution = a_contribution()
    line = replace(an_item(), contribution=contribution.id)
    dossier = a_dossier(items=(line,))
    with library.write() as tx:
        tx.contributions.add(contribution)
        tx.dossiers.save(dossier)
        tx.contributions.remove(contribution.id)
        assert tx.dossiers.find(dossier.id) == dossier
        tx.dossiers.erase([dossier.id])
        assert tx.dossiers.find(dossier.id) is None
        tx.dossiers.save(a_dossier(items=(line,)))  # its row went too: the same id may stand elsewhere
