"""One paper's annotations: shown at once, written in order, saved while one types, taken back and done again."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from kennisbank.domain.annotation import AnnotationFilter, PlacedAnnotation
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import AnnotationId, ContributionId, PageNo, new_id
from kennisbank.errors import StorageError
from kennisbank.services.annotating import AnnotationService
from kennisbank.ui.reader.paper_annotations import PaperAnnotations
from kennisbank.ui.workers import TaskRunner
from tests.ui.reader.annotated_library import FILE, PAPER, annotated_library, made, span


@pytest.fixture
def service(tmp_path: Path) -> Iterator[AnnotationService]:
    with annotated_library(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def paper(service: AnnotationService, tasks: TaskRunner, settle: Callable[[], None]) -> PaperAnnotations:
    annotations = PaperAnnotations(service, tasks)
    annotations.open(PAPER, FILE)
    settle()
    return annotations


@pytest.fixture
def settle(qtbot: QtBot, tasks: TaskRunner) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: tasks.is_idle)


def plain(placed: tuple[PlacedAnnotation, ...]) -> list[PlacedAnnotation]:
    """Return them but for the moments of change, which two clocks tell."""
    return [replace(each, annotation=replace(each.annotation, modified=each.annotation.created)) for each in placed]


def ids(paper: PaperAnnotations) -> list[str]:
    return [each.annotation.id for each in paper.placed]


def test_a_mark_shows_at_once_and_is_then_in_the_library_with_its_words(
    paper: PaperAnnotations, service: AnnotationService, settle: Callable[[], None]
) -> None:
    box = Rect(50, 50, 70, 60)
    new = paper.mark([span()], "highlight", colour="yellow", boxes=[[box]])
    (shown,) = paper.placed
    assert shown.annotation.id == new
    assert shown.anchor is not None
    assert shown.anchor.pieces[0].boxes == (box,)
    settle()
    (kept,) = service.on(PAPER, FILE)
    assert kept.anchor is not None
    assert kept.anchor.quote is not None
    assert kept.anchor.quote.exact == "Page"
    assert plain(paper.placed) == plain((kept,))


def test_annotations_stand_in_reading_order_with_those_on_the_whole_paper_first(
    paper: PaperAnnotations, settle: Callable[[], None]
) -> None:
    third = paper.mark([span(2)], "underline")
    second = paper.bookmark(PageNo(1), 300.0)
    first = paper.note()
    assert ids(paper) == [first, second, third]
    settle()
    assert ids(paper) == [first, second, third]


def test_typing_is_in_the_library_without_being_asked_for(
    paper: PaperAnnotations, service: AnnotationService, qtbot: QtBot
) -> None:
    new = paper.note()
    for end in range(1, 12):
        paper.write_body(new, "Hello there"[:end])
    assert paper.saving(new) == "waiting"
    qtbot.waitUntil(lambda: paper.saving(new) == "saved")
    assert service.get(new).body == "Hello there"


def test_what_is_typed_in_one_go_is_taken_back_in_one_go(
    paper: PaperAnnotations, service: AnnotationService, settle: Callable[[], None]
) -> None:
    new = paper.note()
    for text in ("a", "ab"):
        paper.write_body(new, text)
    paper.flush()
    paper.write_body(new, "abc")
    paper.end_typing()
    paper.write_body(new, "abcd")
    bodies = []
    for _ in range(2):
        paper.undo()
        bodies.append(paper.placed[0].annotation.body)
    assert bodies == ["abc", ""]
    settle()
    assert service.get(new).body == ""
    paper.redo()
    paper.redo()
    settle()
    assert service.get(new).body == "abcd"
    assert not paper.can_redo


def test_a_note_left_without_a_word_goes_again(
    paper: PaperAnnotations, service: AnnotationService, settle: Callable[[], None]
) -> None:
    new = paper.note()
    paper.leave(new)
    assert not paper.placed
    assert not paper.can_undo
    settle()
    assert service.on(PAPER, FILE) == ()
    assert not service.find(AnnotationFilter(is_trashed=True)).annotations


def test_closing_writes_what_is_typed_and_tells_of_it(
    paper: PaperAnnotations, service: AnnotationService, settle: Callable[[], None]
) -> None:
    told: list[ChangeSet] = []
    paper.edited.connect(told.append)
    new = paper.note()
    paper.write_body(new, "kept")
    paper.close()
    assert not paper.placed
    settle()
    assert service.get(new).body == "kept"
    assert {each for changes in told for each in changes.ids("annotation")} == {new}


def test_an_act_without_an_open_paper_does_nothing(paper: PaperAnnotations, settle: Callable[[], None]) -> None:
    paper.close()
    assert paper.note() == ""
    paper.undo()
    paper.write_body("unknown", "text")
    settle()
    assert not paper.placed


def test_text_that_cannot_be_written_is_kept_and_tried_again(
    paper: PaperAnnotations,
    service: AnnotationService,
    settle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    new = paper.note()
    settle()
    failures: list[Exception] = []
    paper.failed.connect(failures.append)

    def full(*_args: object, **_values: object) -> object:
        raise StorageError(tmp_path, "full")

    with monkeypatch.context() as broken:
        broken.setattr(service, "change", full)
        paper.write_body(new, "kept here")
        paper.flush()
        settle()
        assert paper.saving(new) == "failed"
        assert paper.unsaved == {new: "kept here"}
        assert [type(each) for each in failures] == [StorageError]
        paper.take_changes(ChangeSet())
    paper.retry()
    settle()
    assert paper.saving(new) == "saved"
    assert service.get(new).body == "kept here"


def test_a_note_that_could_not_be_made_is_kept_with_its_text_and_made_later(
    paper: PaperAnnotations,
    service: AnnotationService,
    settle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    def full(*_args: object, **_values: object) -> object:
        raise StorageError(tmp_path, "full")

    with monkeypatch.context() as broken:
        broken.setattr(service, "apply", full)
        new = paper.mark([span()], "note")
        paper.write_body(new, "my words")
        paper.flush()
        settle()
    assert paper.saving(new) == "failed"
    assert ids(paper) == [new]
    paper.retry()
    settle()
    assert service.get(new).body == "my words"
    assert paper.saving(new) == "saved"


def test_a_mark_on_nothing_is_refused_and_does_not_stay(paper: PaperAnnotations, settle: Callable[[], None]) -> None:
    failures: list[Exception] = []
    paper.failed.connect(failures.append)
    paper.mark([span(1, 4, 5)], "highlight")
    settle()
    assert not paper.placed
    assert not paper.can_undo
    assert len(failures) == 1


def test_what_another_view_wrote_shows_and_what_is_being_typed_stays(
    paper: PaperAnnotations, service: AnnotationService, settle: Callable[[], None]
) -> None:
    new = paper.note()
    settle()
    paper.write_body(new, "typing")
    other = made(service.note(PAPER, "from elsewhere"))
    with service._library.write() as tx:
        tx.annotations.save(replace(other, body="changed elsewhere"))
        changes = tx.changes
    paper.take_changes(changes)
    settle()
    assert {each.annotation.body for each in paper.placed} == {"typing", "changed elsewhere"}


def test_taking_back_lets_be_what_another_hand_changed(
    paper: PaperAnnotations, service: AnnotationService, settle: Callable[[], None]
) -> None:
    new = paper.mark([span()], "highlight", colour="yellow")
    paper.change(new, colour="green")
    settle()
    service.change(AnnotationId(new), body="by another hand")
    paper.undo()
    settle()
    assert plain(paper.placed) == plain(service.on(PAPER, FILE))
    assert paper.placed[0].annotation.body == "by another hand"


def test_trashing_lets_go_of_the_one_at_hand_and_restoring_brings_it_back_in_its_place(
    paper: PaperAnnotations, service: AnnotationService, settle: Callable[[], None]
) -> None:
    first, second = paper.mark([span(1)], "highlight"), paper.mark([span(2)], "highlight")
    settle()
    currents: list[str] = []
    paper.current_changed.connect(currents.append)
    paper.set_current(first)
    paper.trash([first])
    assert ids(paper) == [second]
    assert currents == [first, ""]
    paper.restore([first])
    assert ids(paper) == [first, second]
    settle()
    assert plain(paper.placed) == plain(service.on(PAPER, FILE))


_ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "mark",
                "note",
                "bookmark",
                "colour",
                "tags",
                "type",
                "trash",
                "restore",
                "undo",
                "redo",
                "leave",
                "settle",
            ]
        ),
        st.integers(0, 5),
    ),
    max_size=14,
)


class Writer:
    """Somebody who does one thing after another, to things made before."""

    def __init__(self, paper: PaperAnnotations, settle: Callable[[], None]) -> None:
        self.paper, self.settle = paper, settle
        self.made: list[str] = []

    def do(self, act: str, number: int) -> None:
        paper, known = self.paper, self.made[number % len(self.made)] if self.made else ""
        match act:
            case "mark":
                self.made.append(paper.mark([span(1 + number % 3, 7, 20 + number)], "highlight", colour="yellow"))
            case "note":
                self.made.append(paper.note())
            case "bookmark":
                self.made.append(paper.bookmark(PageNo(1 + number % 3), 100.0 * number))
            case "colour":
                paper.change(known, colour=("yellow", "green", "blue", "pink")[number % 4])
            case "tags":
                paper.change(known, tags=("one", "two")[: number % 3])
            case "type":
                paper.write_body(known, "words " * number)
            case "trash" | "restore":
                (paper.trash if act == "trash" else paper.restore)([known])
            case "leave":
                paper.leave(known)
            case "undo" | "redo":
                (paper.undo if act == "undo" else paper.redo)()
            case _:
                self.settle()


@given(acts=_ACTS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_one_does_the_margin_shows_what_the_library_holds(
    acts: list[tuple[str, int]], service: AnnotationService, tasks: TaskRunner, settle: Callable[[], None]
) -> None:
    contribution = ContributionId(new_id())
    paper = PaperAnnotations(service, tasks)
    paper.open(contribution, FILE)
    settle()
    writer = Writer(paper, settle)
    for act, number in acts:
        writer.do(act, number)
    paper.flush()
    settle()
    assert plain(paper.placed) == plain(service.on(contribution, FILE))
    while paper.can_undo:
        paper.undo()
    settle()
    assert plain(paper.placed) == plain(service.on(contribution, FILE)) == []
