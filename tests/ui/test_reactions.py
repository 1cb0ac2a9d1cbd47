"""My reactions: what one wrote comes together, can be narrowed, opened, thrown away and taken back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kennisbank.domain.annotation import AnnotationFilter
from kennisbank.ui.views.reactions import ReactionsView
from kennisbank.ui.views.reader import ReadingView
from tests.ui.conftest import MakeStage
from tests.ui.recipes.reactions import shown, write
from tests.ui.recipes.recipe import Stage


def rows(view: ReactionsView) -> int:
    return view.list.rows.rowCount()


def test_all_one_wrote_is_shown_and_words_and_facets_narrow_it(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    view = shown(stage)
    total = rows(view)
    assert total == len(stage.session.kennisbank.annotating.find(AnnotationFilter()).annotations)
    view.head.set_text("PROTOCOLLEN blok")
    view.head.text_changed.emit("PROTOCOLLEN blok")
    assert 0 < rows(view) < total
    view.head.text_changed.emit("")
    view.facets.changed.emit({"colour": frozenset({"green"})})
    assert {view.list.rows.row(at).annotation.colour for at in range(rows(view))} == {"green"}  # type: ignore[union-attr]
    view.head.text_changed.emit("komt nergens voor")
    assert rows(view) == 0
    view._nothing.asked.emit()
    assert rows(view) == total


def test_delete_puts_in_the_trash_and_the_toast_takes_it_back(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    view = shown(stage)
    total = rows(view)
    view.list.setFocus()
    view.list.go_to(1)
    told = []
    stage.session.told.connect(told.append)
    QTest.keyClick(view.list, Qt.Key.Key_Delete)
    stage.settle(lambda: rows(view) == total - 1)
    told[-1].action()
    stage.settle(lambda: rows(view) == total)


def test_the_trash_gives_back_and_removes_for_good(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    view = shown(stage)
    total = rows(view)
    view.list.selectAll()
    view.head.discard_asked.emit()
    stage.settle(lambda: rows(view) == 0)
    view.head.trash_toggled.emit(True)
    stage.settle(lambda: rows(view) == total)
    view.list.go_to(0)
    view.head.restore_asked.emit()
    stage.settle(lambda: rows(view) == total - 1)
    view.list.go_to(0)
    view.head.erase_asked.emit()
    stage.settle(lambda: rows(view) == total - 2)
    view.head.trash_toggled.emit(False)
    stage.settle(lambda: rows(view) == 1)


def test_enter_opens_the_paper_at_the_passage(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    view = shown(stage)
    places = []
    stage.session.place_requested.connect(places.append)
    view.list.go_to(1)
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    chosen = view.list.rows.row(1)
    assert chosen is not None
    assert chosen.anchor is not None
    assert places[-1].view == "reader"
    assert places[-1].state["annotation"] == chosen.annotation.id
    assert places[-1].state["page"] == chosen.anchor.page
    stage.settle()


def test_a_row_read_aloud_says_kind_paper_place_passage_and_note(make_stage: MakeStage) -> None:
    stage: Stage = make_stage("example")
    write(stage.session.kennisbank)
    view = shown(stage)
    texts = [str(view.list.rows.index(at).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(rows(view))]
    assert any("Yellow" in text and "les 3" in text and "protocollen" in text for text in texts)


def test_a_reaction_opens_its_paper_with_itself_at_hand(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    view = shown(stage)
    view.list.go_to(2)
    chosen = view.list.rows.row(2)
    assert chosen is not None
    view.list.opened.emit(chosen)
    stage.settle(lambda: isinstance(stage.window.current_view, ReadingView))
    reader = stage.window.current_view
    assert isinstance(reader, ReadingView)
    assert reader.reader is not None
    pane = reader.reader.current_pane
    assert pane is not None
    annotations = pane.annotations
    assert annotations is not None
    stage.settle(lambda: annotations.current == chosen.annotation.id)
