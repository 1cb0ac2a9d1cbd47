"""Writing in the margin, with a real library: what is written stays, and every act can be taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.config.paths import Paths
from kennisbank.documents.anchoring import Span
from kennisbank.domain.annotation import COLOURS, Annotation, AnnotationEdit, AnnotationFilter
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash, PageNo
from kennisbank.domain.moments import Moment
from kennisbank.errors import BadInputError, NotFoundError
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.library.library import Library
from kennisbank.services.annotating import TRASH_DAYS, AnnotationService
from tests.pdfs import simple_pdf

TEXT = "De wilg\n\nEen wilg wordt om de vijf jaar geknot, een eik nooit."
PAGE = PageNo(1)


@pytest.fixture
def kennisbank(tmp_path: Path) -> Iterator[Kennisbank]:
    simple_pdf(tmp_path / "papers" / "wilg.pdf", [TEXT])
    with open_kennisbank(tmp_path / "home") as opened:
        opened.importing.run(ImportRequest((tmp_path / "papers",)))
        yield opened


@pytest.fixture
def place(kennisbank: Kennisbank) -> tuple[ContributionId, FileHash]:
    (contribution,) = kennisbank.catalogue.all()
    return contribution.id, contribution.files[0].hash


def one(edit: AnnotationEdit) -> Annotation:
    (after,) = edit.after
    assert after is not None
    return after


def span(kennisbank: Kennisbank, file: FileHash, words: str) -> Span:
    text = kennisbank.reading.page_text(file, PAGE).text
    return Span(PAGE, text.index(words), text.index(words) + len(words))


def test_what_is_marked_stands_there_in_reading_order_with_its_words_and_boxes(
    kennisbank: Kennisbank, place: tuple[ContributionId, FileHash]
) -> None:
    contribution, file = place
    write = kennisbank.annotating
    later = one(write.mark(contribution, file, [span(kennisbank, file, "een eik nooit")], "underline"))
    first = one(write.mark(contribution, file, [span(kennisbank, file, "vijf jaar")], "highlight", colour="green"))
    whole = one(write.note(contribution, "Voor les 3."))
    placed = write.on(contribution, file)
    assert [each.annotation.id for each in placed] == [whole.id, first.id, later.id]
    anchor = placed[1].anchor
    assert anchor is not None
    assert anchor.quote is not None
    assert anchor.quote.exact == "vijf jaar"
    assert "om de" in anchor.quote.prefix
    assert anchor.quote.suffix.startswith("geknot")
    assert len(anchor.pieces[0].boxes) == 1
    assert placed == write.on(contribution, file)


def test_a_selection_without_words_is_refused_in_words(
    kennisbank: Kennisbank, place: tuple[ContributionId, FileHash]
) -> None:
    with pytest.raises(BadInputError, match="select some words"):
        kennisbank.annotating.mark(*place, [Span(PageNo(9), 0, 4)], "highlight")
    with pytest.raises(NotFoundError):
        kennisbank.annotating.mark(place[0], FileHash("0" * 64), [Span(PAGE, 0, 4)], "highlight")


def test_an_area_and_a_bookmark_keep_their_place(
    kennisbank: Kennisbank, place: tuple[ContributionId, FileHash]
) -> None:
    box = Rect(60.0, 200.0, 260.5, 300.25)
    area = one(kennisbank.annotating.mark_area(*place, PAGE, box, colour="blue"))
    bookmark = one(kennisbank.annotating.bookmark(*place, PAGE, 120.0))
    assert area.anchor is not None
    assert area.anchor.pieces[0].boxes == (box,)
    assert bookmark.anchor is not None
    assert bookmark.anchor.pieces[0].boxes[0].y0 == 120.0


def test_what_is_anothers_can_be_thrown_away_and_not_changed(
    kennisbank: Kennisbank, place: tuple[ContributionId, FileHash]
) -> None:
    made = one(kennisbank.annotating.note(place[0], "Van een ander."))
    theirs = replace(made, id=AnnotationId("f" * 36), creator="J. Waterink", source="pdf", is_read_only=True)
    with kennisbank.library.write() as tx:
        tx.annotations.save(theirs)
    with pytest.raises(BadInputError):
        kennisbank.annotating.change(theirs.id, body="Van mij.")
    kennisbank.annotating.trash([theirs.id])
    assert theirs.id not in {each.annotation.id for each in kennisbank.annotating.on(*place)}


def test_the_list_finds_words_of_note_quote_tag_title_and_narrows(
    kennisbank: Kennisbank, place: tuple[ContributionId, FileHash]
) -> None:
    contribution, file = place
    write = kennisbank.annotating
    mark = one(
        write.mark(
            contribution, file, [span(kennisbank, file, "vijf jaar")], "highlight",
            colour="green", body="Één keer vragen", tags=("Les 3",),
        )
    )  # fmt: skip
    write.note(contribution, "Los")

    def ids(**wanted: Any) -> list[str]:
        return [each.id for each in write.find(AnnotationFilter(**wanted)).annotations]

    for text in ("EEN vragen", "vijf jaar", "les 3", "wilg vragen"):
        assert ids(text=text) == [mark.id], text
    assert ids(text="populier") == []
    assert ids(kinds=frozenset({"highlight"})) == ids(colours=frozenset({"green"})) == [mark.id]
    assert ids(tags=frozenset({"Les 3"})) == [mark.id]
    assert len(ids()) == 2
    assert write.tags() == {"Les 3": 1}


def test_the_trash_keeps_for_thirty_days(kennisbank: Kennisbank, place: tuple[ContributionId, FileHash]) -> None:
    write = kennisbank.annotating
    old, new = one(write.note(place[0], "oud")), one(write.note(place[0], "nieuw"))
    write.trash([old.id, new.id])
    lying = write.get(old.id)
    assert lying.trashed is not None
    before = Moment(lying.trashed.utc - timedelta(days=TRASH_DAYS, hours=1))
    with kennisbank.library.write() as tx:
        tx.annotations.save(replace(lying, trashed=before))
    kennisbank.maintenance.tidy()  # part of every start
    assert [each.id for each in write.find(AnnotationFilter(is_trashed=True)).annotations] == [new.id]
    write.restore([new.id])
    assert len(write.on(*place)) == 1


def test_undo_leaves_alone_what_another_hand_changed(
    kennisbank: Kennisbank, place: tuple[ContributionId, FileHash]
) -> None:
    write = kennisbank.annotating
    made = one(write.note(place[0], "een"))
    edit = write.change(made.id, body="twee")
    write.change(made.id, body="drie")
    assert not write.apply(edit.reversed)
    assert write.get(made.id).body == "drie"


class Margin(RuleBasedStateMachine):
    """Acts, undone and done again in any order, always lead to the states that were there before."""

    @initialize()
    def open(self) -> None:
        import tempfile  # noqa: PLC0415 - a machine has no fixtures

        self.folder = tempfile.TemporaryDirectory()
        self.library = Library.open(Paths.of(Path(self.folder.name)))
        self.write = AnnotationService(self.library)
        self.done: list[AnnotationEdit] = []
        self.undone: list[AnnotationEdit] = []
        self.states: list[frozenset[tuple[object, ...]]] = [frozenset()]
        self.at = 0

    def teardown(self) -> None:
        if hasattr(self, "library"):
            self.library.close()
            self.folder.cleanup()

    def now(self) -> frozenset[tuple[object, ...]]:
        found = [
            *self.write.find(AnnotationFilter()).annotations,
            *self.write.find(AnnotationFilter(is_trashed=True)).annotations,
        ]
        return frozenset((each.id, each.body, each.colour, each.tags, each.trashed) for each in found)

    def did(self, edit: AnnotationEdit) -> None:
        if not edit.before:
            return
        self.done.append(edit)
        self.undone.clear()
        del self.states[self.at + 1 :]
        self.states.append(self.now())
        self.at += 1

    @rule(body=st.text(max_size=8))
    def make(self, body: str) -> None:
        self.did(self.write.note(ContributionId("c"), body))

    @precondition(lambda self: self.now())
    @rule(data=st.data(), colour=st.sampled_from(COLOURS), body=st.text(max_size=8))
    def change(self, data: st.DataObject, colour: str, body: str) -> None:
        chosen = data.draw(st.sampled_from(sorted(each[0] for each in self.now())))  # type: ignore[type-var]
        self.did(self.write.change(AnnotationId(str(chosen)), colour=colour, body=body))

    @precondition(lambda self: self.now())
    @rule(data=st.data())
    def throw_away(self, data: st.DataObject) -> None:
        chosen = data.draw(st.sampled_from(sorted(each[0] for each in self.now())))  # type: ignore[type-var]
        self.did(self.write.trash([AnnotationId(str(chosen))]))

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        edit = self.done.pop()
        self.write.apply(edit.reversed)
        self.undone.append(edit)
        self.at -= 1

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        edit = self.undone.pop()
        self.write.apply(edit)
        self.done.append(edit)
        self.at += 1

    @invariant()
    def all_is_as_it_was(self) -> None:
        if hasattr(self, "library"):
            assert self.now() == self.states[self.at]


TestMargin = Margin.TestCase
TestMargin.settings = settings(max_examples=5, stateful_step_count=20, deadline=None)
