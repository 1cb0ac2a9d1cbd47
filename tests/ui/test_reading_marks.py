"""To read, reading, read: set where a contribution is shown, seen wherever it is shown, and taken back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kennisbank.domain.ids import ContributionId
from kennisbank.ui.controllers.reading_states import ReadingStates
from kennisbank.ui.models import browse_papers, result_rows
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.views.browse import BrowseView
from kennisbank.ui.views.reader import ReadingView
from kennisbank.ui.views.search import SearchView
from kennisbank.ui.views.start import StartView
from kennisbank.ui.views.start_rows import StartRow
from tests.ui.conftest import MakeStage
from tests.ui.recipes.recipe import Stage
from tests.ui.recipes.search import search

CTRL = Qt.KeyboardModifier.ControlModifier
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def papers(stage: Stage, count: int) -> list[ContributionId]:
    return [each.id for each in stage.session.kennisbank.catalogue.all()[:count]]


def marked(stage: Stage, *states: str) -> list[ContributionId]:
    """Mark as many contributions; return them."""
    ids, controller = papers(stage, len(states)), ReadingStates.of(stage.session)
    for each, state in zip(ids, states, strict=True):
        controller.choose((each,), state)  # type: ignore[arg-type]
    stage.settle(lambda: [controller.state(each) for each in ids] == list(states))
    return ids


def opened(stage: Stage, paper: ContributionId) -> PaperPane:
    stage.session.go("reader", contribution=paper)
    view = stage.window.current_view
    assert isinstance(view, ReadingView)
    assert view.reader is not None
    pane = view.reader.current_pane
    assert pane is not None
    stage.settle(lambda: pane.document is not None)
    return pane


def test_a_key_turns_the_mark_of_the_paper_one_reads_and_undo_turns_it_back(
    qtbot: QtBot, make_stage: MakeStage
) -> None:
    stage = make_stage("example", "marks")
    (paper,) = papers(stage, 1)
    pane, states = opened(stage, paper), ReadingStates.of(stage.session)
    for expected in ("to_read", "reading", "read"):
        qtbot.keyClick(pane.view, Qt.Key.Key_R, CTRL)
        stage.settle(lambda expected=expected: states.state(paper) == expected)
    undo = next(each for each in stage.window.findChildren(QPushButton) if each.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    stage.settle(lambda: states.state(paper) == "reading")
    tool = pane.toolbar.findChildren(object, "")
    assert any(getattr(each, "accessibleName", str)() == "Reading mark: Reading" for each in tool)


def test_opening_what_was_to_be_read_begins_it_and_its_end_offers_to_mark_it_read(
    qtbot: QtBot, make_stage: MakeStage
) -> None:
    stage = make_stage("example", "marks")
    (paper,) = marked(stage, "to_read")
    pane, states = opened(stage, paper), ReadingStates.of(stage.session)
    stage.settle(lambda: states.state(paper) == "reading")
    told: list[str] = []
    stage.session.told.connect(lambda notice: told.append(notice.button))
    bar = pane.view.verticalScrollBar()
    for value in (0, bar.maximum(), 0, bar.maximum()):
        bar.setValue(value)
    assert told == ["Mark as read"]
    button = next(each for each in stage.window.findChildren(QPushButton) if each.text() == "Mark as read")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    stage.settle(lambda: states.state(paper) == "read")


def test_marks_are_browsed_by_stand_on_the_rows_and_are_turned_there(qtbot: QtBot, make_stage: MakeStage) -> None:
    stage = make_stage("example", "marks")
    first, second, third = marked(stage, "to_read", "to_read", "read")
    stage.session.go("browse", facet="reading", value="read")
    view = stage.window.current_view
    assert isinstance(view, BrowseView)
    stage.settle(lambda: view.papers_model.row_of(third) == 0)
    assert [view.values_model.index(row).data() for row in range(view.values_model.rowCount())] == ["To read", "Read"]
    row = view.papers_model.index(0)
    assert row.data(browse_papers.STATE_ROLE) == "read"
    assert row.data(SPOKEN).endswith("Read")
    view.values.go_to(0)
    stage.settle(lambda: view.papers_model.rowCount() == 2)
    assert {view.papers_model.paper(row).id for row in range(2)} == {first, second}
    paper = view.papers_model.paper(view.papers.current_row).id
    qtbot.keyClick(view.papers, Qt.Key.Key_R, CTRL)
    stage.settle(lambda: ReadingStates.of(stage.session).state(paper) == "reading")
    stage.settle(lambda: view.papers_model.rowCount() == 1)
    assert view.mark.text() == "To read"


def test_a_result_says_how_far_one_is_with_it(qtbot: QtBot, make_stage: MakeStage) -> None:
    stage = make_stage("example", "marks")
    view = search(stage, "netwerk leerlingen")
    assert isinstance(view, SearchView)
    row = view._list.current
    assert row is not None
    qtbot.keyClick(view._list, Qt.Key.Key_R, CTRL)
    index = view._list.model().index(0, 0)
    stage.settle(lambda: index.data(result_rows.STATE_ROLE) == "to_read")
    assert "To read" in index.data(SPOKEN)


def test_what_is_to_be_read_stands_on_start(qtbot: QtBot, make_stage: MakeStage) -> None:
    stage = make_stage("example", "marks")
    ids = marked(stage, *["to_read"] * 7)
    stage.session.go("start")
    view = stage.window.current_view
    assert isinstance(view, StartView)
    section = view.filled._to_read
    stage.settle(lambda: section.isVisible() and section._count.text() == "7")
    rows = section.findChildren(StartRow)
    shown = [each for each in rows if each.isVisibleTo(section)]
    assert len(shown) == 5
    qtbot.mouseClick(section._more, Qt.MouseButton.LeftButton)
    browse = stage.window.current_view
    assert isinstance(browse, BrowseView)
    stage.settle(lambda: browse.papers_model.rowCount() == len(ids))
