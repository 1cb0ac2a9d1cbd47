"""Collecting in dossiers, with a real library: acts, taking them back, and what became of the papers meanwhile."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.documents.anchoring import Span
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.dossier import Dossier, DossierItem, changed
from kennisbank.domain.ids import ContributionId, DossierId, DossierItemId, PageNo
from kennisbank.domain.moments import Moment, now
from kennisbank.errors import BadInputError, Cancelled, NotFoundError
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.services.pack_names import LONGEST, Names
from kennisbank.tasks.context import JobContext, Progress
from tests.pdfs import simple_pdf

SENTENCE = "Wie een ander uitlegt wat hij leest, leert zelf het meest."


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Kennisbank]:
    with open_kennisbank(tmp_path / "home") as kennisbank:
        yield kennisbank


@pytest.fixture
def bring_in(opened: Kennisbank, tmp_path: Path) -> Callable[..., Contribution]:
    def import_(name: str, *pages: str) -> Contribution:
        simple_pdf(tmp_path / name / f"{name}.pdf", list(pages))
        opened.importing.run(ImportRequest((tmp_path / name,), None, "", is_rehearsal=False))
        return next(each for each in opened.catalogue.all() if any(f.name == f"{name}.pdf" for f in each.files))

    return import_


def made(opened: Kennisbank, name: str = "Les 1") -> DossierId:
    return opened.dossiers.create(name).dossier


def contributions(opened: Kennisbank, dossier: DossierId) -> list[ContributionId]:
    return [each.contribution for each in opened.dossiers.get(dossier).items]


def test_names_may_be_alike_and_then_only_an_id_tells_them_apart(opened: Kennisbank) -> None:
    first, _ = made(opened, "  Les   1 "), made(opened, "les 1")
    assert [each.name for each in opened.dossiers.all()] == ["Les 1", "les 1"]
    with pytest.raises(BadInputError):
        opened.dossiers.resolve("Les 1")
    assert opened.dossiers.resolve(first[:13]).id == first
    with pytest.raises(BadInputError):
        opened.dossiers.rename(first, "   ")
    assert opened.dossiers.rename(first, "Les 2").after == opened.dossiers.resolve("LES 2")
    with pytest.raises(NotFoundError):
        opened.dossiers.resolve("")


def test_a_contribution_stands_once_and_its_passages_as_often_as_one_likes(
    opened: Kennisbank, bring_in: Callable[..., Contribution]
) -> None:
    paper, dossier = bring_in("een", f"Samen lezen\n\n{SENTENCE}"), made(opened)
    opened.dossiers.add(dossier, [paper.id, paper.id], remark="alles")
    assert not opened.dossiers.add(dossier, [paper.id])
    for _ in range(2):
        opened.dossiers.add_quote(dossier, paper.id, "leert zelf   het meest")
    whole, first, second = opened.dossiers.open(dossier).lines
    assert (whole.item.remark, whole.anchor) == ("alles", None)
    assert first.anchor == second.anchor
    assert first.anchor is not None
    assert first.anchor.quote is not None
    assert (first.anchor.quote.exact, first.anchor.page) == ("leert zelf het meest", 1)
    with pytest.raises(NotFoundError):
        opened.dossiers.add(dossier, [ContributionId("nergens")])
    with pytest.raises(BadInputError):
        opened.dossiers.add_quote(dossier, paper.id, "leert zelf", PageNo(2))


def test_an_annotation_brings_its_passage_and_its_note_and_stands_once(
    opened: Kennisbank, bring_in: Callable[..., Contribution]
) -> None:
    paper, dossier = bring_in("een", f"Samen lezen\n\n{SENTENCE}"), made(opened)
    file = paper.current_files[0].hash
    text = opened.reading.page_text(file, PageNo(1)).text
    spans = [Span(PageNo(1), text.index("uitlegt"), text.index("uitlegt") + len("uitlegt"))]
    (note,) = opened.annotating.mark(paper.id, file, spans, "highlight", body="voorlezen").after
    assert note is not None
    opened.dossiers.add_annotations(dossier, [note.id])
    assert not opened.dossiers.add_annotations(dossier, [note.id])
    (item,) = opened.dossiers.get(dossier).items
    assert (item.anchor, item.remark, item.annotation) == (note.anchor, "voorlezen", note.id)


def test_lines_move_go_and_get_remarks_and_every_act_is_taken_back_and_done_again(
    opened: Kennisbank, bring_in: Callable[..., Contribution]
) -> None:
    papers = [bring_in(name, f"Titel {name}\n\nTekst over {name}.").id for name in ("een", "twee", "drie")]
    keep, dossier = opened.dossiers, made(opened)
    edits = [keep.add(dossier, papers)]
    items = keep.get(dossier).items
    edits.append(keep.move(dossier, items[2].id, 0))
    assert contributions(opened, dossier) == [papers[2], papers[0], papers[1]]
    edits.append(keep.remark_item(dossier, items[0].id, "lees dit"))
    edits.append(keep.remove(dossier, [items[1].id]))
    edits.append(keep.remark(dossier, "voor 5 havo"))
    edits.append(keep.rename(dossier, "Les 2"))
    assert keep.move(dossier, items[0].id, 99).after == keep.get(dossier)  # where it stood already
    states = [edit.after for edit in edits]
    for edit in reversed(edits):
        assert keep.apply(edit.reversed)
    assert (keep.get(dossier).name, keep.get(dossier).remark, keep.get(dossier).items) == ("Les 1", "", ())
    for edit, state in zip(edits, states, strict=True):
        keep.apply(edit)
        assert state is not None
        assert replace(keep.get(dossier), modified=state.modified) == state


def test_making_one_is_taken_back_unless_something_was_put_in_it_meanwhile(
    opened: Kennisbank, bring_in: Callable[..., Contribution]
) -> None:
    edit = opened.dossiers.create("Les 1")
    opened.dossiers.apply(edit.reversed)
    assert opened.dossiers.all() == []
    opened.dossiers.apply(edit)
    opened.dossiers.add(edit.dossier, [bring_in("een", "Titel\n\nTekst.").id])
    assert not opened.dossiers.apply(edit.reversed)
    assert len(opened.dossiers.get(edit.dossier).items) == 1


def test_the_trash_keeps_for_thirty_days(opened: Kennisbank) -> None:
    old, young = made(opened, "oud"), made(opened, "jong")
    for dossier in (old, young):
        opened.dossiers.trash(dossier)
    assert opened.dossiers.all() == []
    long_ago = Moment(now().utc - timedelta(days=31))
    with opened.library.write() as tx:
        tx.dossiers.save(replace(opened.dossiers.get(old), trashed=long_ago))
    assert opened.dossiers.empty_trash() == 1
    assert [each.id for each in opened.dossiers.trashed()] == [young]
    modified = opened.dossiers.get(young).modified
    opened.dossiers.restore(young)
    assert opened.dossiers.get(young).modified == modified


def test_a_line_whose_contribution_has_gone_stays_and_says_so(
    opened: Kennisbank, bring_in: Callable[..., Contribution]
) -> None:
    paper, dossier = bring_in("een", f"Samen lezen\n\n{SENTENCE}"), made(opened)
    opened.dossiers.add_quote(dossier, paper.id, SENTENCE, remark="mooi")
    with opened.library.write() as tx:
        tx.contributions.remove(paper.id)
    (line,) = opened.dossiers.open(dossier).lines
    assert line.is_gone
    assert line.contribution is None
    assert line.item.remark == "mooi"
    assert line.anchor is not None
    assert line.anchor.quote is not None
    assert line.anchor.quote.exact == SENTENCE


@pytest.mark.parametrize(("sentence", "state", "page"), [(SENTENCE, "same", 2), ("Iets heel anders.", "gone", None)])
def test_a_passage_is_looked_for_in_the_newest_version(
    opened: Kennisbank,
    bring_in: Callable[..., Contribution],
    sentence: str,
    state: str,
    page: int | None,
) -> None:
    paper, dossier = bring_in("een", f"Samen lezen\n\n{SENTENCE} En dan nog veel meer tekst over lezen."), made(opened)
    opened.dossiers.add_quote(dossier, paper.id, SENTENCE)
    assert bring_in("een", "Een voorwoord over iets.", f"Samen lezen\n\n{sentence}").id == paper.id
    (line,) = opened.dossiers.open(dossier).lines
    assert line.anchor is not None
    assert (line.anchor.state, line.anchor.page) == (state, page)
    assert line.anchor.quote is not None
    assert line.anchor.quote.exact == SENTENCE
    assert line.is_gone == (state == "gone")
    assert line.item == opened.dossiers.get(dossier).items[0]  # what was collected isn't touched


ids = st.sampled_from("abcdef").map(DossierItemId)
lines = st.lists(st.builds(DossierItem, ids, st.just(ContributionId("p")), st.sampled_from(["", "x"])), max_size=6).map(
    lambda made: tuple({each.id: each for each in made}.values())
)
dossiers = st.builds(
    lambda name, items: Dossier(DossierId("d"), name, Moment(now().utc), Moment(now().utc), items),
    st.sampled_from(["A", "B"]),
    lines,
)


@given(dossiers, dossiers, dossiers)
def test_an_edit_is_exact_on_what_it_found_and_loses_nothing_of_others(
    here: Dossier, before: Dossier, after: Dossier
) -> None:
    there = changed(before, before, after)
    assert (there.name, there.items) == (after.name, after.items)
    untouched = changed(here, before, before)
    assert (untouched.name, untouched.items) == (here.name, here.items)
    merged = changed(here, before, after).items
    assert len({each.id for each in merged}) == len(merged)
    theirs = {each.id for each in here.items} - {each.id for each in before.items}
    assert theirs <= {each.id for each in merged}
    assert {each.id for each in after.items} - {each.id for each in before.items} <= {each.id for each in merged}


@given(st.lists(st.text(max_size=60) | st.text("ABab. (2)", max_size=6), max_size=8), st.sampled_from(["", ".pdf"]))
def test_names_in_a_pack_are_short_safe_and_each_once(wanted: list[str], suffix: str) -> None:
    names = Names()
    given_names = [names.take(each, suffix) for each in wanted]
    assert len({name.casefold() for name in given_names}) == len(given_names)
    for name in given_names:
        assert 0 < len(name.encode()) <= LONGEST
        assert name == name.strip(". ")
        assert name.endswith(suffix)
        assert name.isprintable()
        assert not set(name) & set('<>:"/\\|?*')
        assert name.split(".")[0].casefold() not in {"con", "nul", "com1", "lpt9"}


def test_a_pack_that_is_stopped_leaves_what_was_there(
    opened: Kennisbank, bring_in: Callable[..., Contribution], tmp_path: Path
) -> None:
    dossier, target = made(opened), tmp_path / "les.zip"
    opened.dossiers.add(dossier, [bring_in("een", "Titel\n\nTekst.").id])
    target.write_bytes(b"van vorige week")

    def stop(progress: Progress) -> None:
        if progress.stage == "packing":
            ctx.cancel()

    for form in ("zip", "pdf"):
        ctx = JobContext(stop)
        with pytest.raises(Cancelled):
            opened.packing.export(dossier, target, form, ctx=ctx)  # type: ignore[arg-type]
        assert target.read_bytes() == b"van vorige week"
        assert {each.name for each in tmp_path.iterdir() if each.is_file()} == {"les.zip"}
