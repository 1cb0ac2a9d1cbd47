from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kennisbank.domain.ids import ContributionId, PageNo
from kennisbank.services.searching import RelatedFound, SearchService
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.views.reader import ReadingView
from tests.ui.conftest import MakeStage
from tests.ui.recipes.recipe import Stage


def reading(stage: Stage, page: int) -> PaperPane:
    """Open the longest paper at a page, and return its pane when it is there."""
    contributions = stage.session.kennisbank.catalogue.all()
    longest = max(contributions, key=lambda each: each.current_files[0].pages)
    stage.session.go("reader", contribution=longest.id, page=PageNo(page))
    view = stage.window.current_view
    assert isinstance(view, ReadingView)
    assert view.reader is not None
    pane = view.reader.current_pane
    assert pane is not None
    stage.settle(lambda: page_of(pane) == page)
    return pane


def page_of(pane: PaperPane) -> int:
    point = pane.view.reading_point()
    return 0 if point is None else point.index + 1


def test_a_paper_opens_at_the_page_that_was_asked_for(make_stage) -> None:
    assert page_of(reading(make_stage("example", "reading"), 3)) == 3


def test_back_goes_back_inside_the_paper_first(qtbot: QtBot, make_stage) -> None:
    stage = make_stage("example", "reading")
    pane = reading(stage, 3)
    pane.toolbar.page_requested.emit(1)
    qtbot.waitUntil(lambda: page_of(pane) == 2)
    stage.window.back()
    qtbot.waitUntil(lambda: page_of(pane) == 3)
    assert isinstance(stage.window.current_view, ReadingView)
    stage.window.forward()
    qtbot.waitUntil(lambda: page_of(pane) == 2)


def test_related_papers_are_asked_for_once_their_part_is_unfolded(
    make_stage: MakeStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    related = SearchService.related

    def noted(self: SearchService, contribution: ContributionId, *rest: Any) -> RelatedFound:
        asked.append(contribution)
        return related(self, contribution, *rest)

    monkeypatch.setattr(SearchService, "related", noted)
    stage = make_stage("example", "reading")
    pane = reading(stage, 1)
    stage.settle(lambda: pane.related.is_settled)
    assert asked == []
    pane.panel.unfold_related()
    stage.settle(lambda: pane.related.is_settled and pane.panel.related.isVisible())
    assert asked == [pane.contribution]
    assert 0 < pane.panel.related.model().rowCount() <= 5


def test_enter_on_a_related_paper_opens_it_in_a_tab_of_its_own(qtbot: QtBot, make_stage: MakeStage) -> None:
    stage = make_stage("example", "reading")
    pane = reading(stage, 1)
    pane.panel.unfold_related()
    rows = pane.panel.related
    stage.settle(lambda: pane.related.is_settled and rows.isVisible())
    rows.setFocus()
    index = rows.model().index(1, 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert index.data() in said
    assert "both: " in said
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    view = stage.window.current_view
    assert isinstance(view, ReadingView)
    assert view.reader is not None
    assert len(view.reader.papers) == 2
    assert view.reader.current == index.data(Qt.ItemDataRole.UserRole)[1].id


def test_a_paper_without_related_ones_says_so(make_stage: MakeStage) -> None:
    pane = reading(make_stage("example", "reading"), 1)
    pane.panel.put_related((), is_known=False)
    assert pane.panel._unrelated.text().startswith("Looking")
    pane.panel.put_related((), is_known=True)
    assert pane.panel._unrelated.text() == "No other paper here speaks of the same."
