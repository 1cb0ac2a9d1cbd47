"""The search view on the example archive: typing, narrowing, going on to the page."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from kennisbank.domain.ids import ContributionId
from kennisbank.services.catalogue import CatalogueService
from kennisbank.services.reading import ReadingService
from kennisbank.services.searching import RelatedFound, SearchService
from kennisbank.ui.appearance import Appearance
from kennisbank.ui.controllers.search_recent import recent_searches
from kennisbank.ui.controllers.search_trail import SearchTrail
from kennisbank.ui.frame.top_bar import TopBar
from kennisbank.ui.language import LanguageSwitch
from kennisbank.ui.models.search_words import kind_words
from kennisbank.ui.views.facet_panel import FacetPanel
from kennisbank.ui.views.reader import ReadingView
from kennisbank.ui.views.result_keyword import KeywordButton
from kennisbank.ui.views.result_list import ResultList
from kennisbank.ui.views.search import SearchView
from kennisbank.ui.views.search_covers import CoverSheets
from kennisbank.ui.views.search_head import SearchHead
from kennisbank.ui.views.search_nothing import NothingFound
from kennisbank.ui.views.search_notices import SearchNotices
from kennisbank.ui.views.search_preview import SearchPreview
from kennisbank.ui.views.search_related import RelatedList
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.facets import FacetRow
from kennisbank.ui.widgets.labels import Chip
from kennisbank.ui.widgets.text import Text
from tests.ui.conftest import MakeStage, at_start
from tests.ui.recipes.recipe import Stage
from tests.ui.recipes.search import relaxed, search


@pytest.fixture
def stage(make_stage: MakeStage) -> Stage:
    """Return a window that no other test has: papers are opened in it, or its services are changed."""
    stage = make_stage("example")
    stage.window.resize(1440, 900)
    return stage


@pytest.fixture
def window(example_window: Stage, plain_look: None) -> Stage:
    """Return the window in which is only asked and looked."""
    return at_start(example_window, 1440, 900)


def field(stage: Stage) -> QLineEdit:
    return stage.window.findChild(TopBar).findChild(QLineEdit)


def type_in(qtbot: QtBot, stage: Stage, words: str) -> SearchView:
    field(stage).setFocus()
    qtbot.keyClicks(field(stage), words)
    view = cast("SearchView", stage.window.view("search"))
    stage.settle(lambda: view.is_settled)
    return view


def titles(view: SearchView) -> list[str]:
    model = view.findChild(ResultList).model()
    return [model.index(place, 0).data() for place in range(model.rowCount())]


def words(area: QWidget) -> str:
    return " | ".join(text.text() for text in area.findChildren(Text) if text.isVisible())


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def reader_of(stage: Stage) -> ReadingView:
    view = stage.window.current_view
    assert isinstance(view, ReadingView)
    return view


def test_typing_shows_results_and_the_field_keeps_the_keyboard(qtbot: QtBot, window: Stage) -> None:
    view = type_in(qtbot, window, "netwerk")
    assert window.window.current_view is view
    assert titles(view)
    assert field(window).hasFocus()
    assert "contribution" in words(view)


def test_one_answer_is_asked_for_a_word_typed_in_one_go(qtbot: QtBot, window: Stage) -> None:
    view = type_in(qtbot, window, "n")
    asked: list[object] = []
    view.controller.began.connect(lambda: asked.append(1))
    type_in(qtbot, window, "etwerk")
    assert len(asked) == 1


def test_a_stale_answer_is_dropped(window: Stage) -> None:
    view = search(window, "netwerk")
    shown: list[str] = []
    view.controller.answered.connect(lambda answer: shown.append(answer.asked.query))
    window.session.go("search", query="leerlingen")
    view.controller.ask_now()
    window.session.go("search", query="programmeren")
    view.controller.ask_now()
    window.settle(lambda: view.is_settled)
    assert shown == ["programmeren"]


def test_down_leads_to_the_results_and_escape_back(qtbot: QtBot, window: Stage) -> None:
    view = type_in(qtbot, window, "netwerk")
    press(qtbot, Qt.Key.Key_Down)
    assert view.findChild(ResultList).hasFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert field(window).hasFocus()


def test_enter_in_the_field_goes_to_the_results_and_is_remembered(qtbot: QtBot, window: Stage) -> None:
    view = type_in(qtbot, window, "netwerk")
    press(qtbot, Qt.Key.Key_Return)
    window.settle(lambda: view.is_settled)
    assert view.findChild(ResultList).hasFocus()
    assert recent_searches(window.session) == ["netwerk"]


def test_a_facet_narrows_and_stands_as_a_chip(qtbot: QtBot, window: Stage) -> None:
    view = search(window, "programmeren")
    before = titles(view)
    rarest = view.controller.answer.results.facets["kind"][-1].value
    row = next(each for each in view.findChild(FacetPanel).findChildren(FacetRow) if each.value == rarest)
    row.click()
    window.settle(lambda: view.is_settled)
    assert 0 < len(titles(view)) < len(before)
    chips = [chip for chip in view.findChildren(Chip) if not chip.isHidden()]
    assert [chip.text() for chip in chips] == [f"Kind: {kind_words(rarest)}"]
    chips[0].click()
    window.settle(lambda: view.is_settled)
    assert titles(view) == before


def test_two_values_of_one_facet_widen(window: Stage) -> None:
    one = search(window, "programmeren", filters={"language": frozenset({"en"})}).controller.answer
    both = search(window, "programmeren", filters={"language": frozenset({"en", "nl"})}).controller.answer
    assert one is not None
    assert both is not None
    assert one.results.total < both.results.total


def test_a_year_is_chosen_on_its_bar_with_the_keyboard(qtbot: QtBot, window: Stage) -> None:
    view = search(window, "leerlingen")
    panel = view.findChild(FacetPanel)
    bars = [bar for bar in panel.findChildren(QWidget) if type(bar).__name__ == "_Bar" and bar.isVisible()]
    bars[0].setFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert bars[1].hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    window.settle(lambda: view.is_settled)
    assert list(view.controller.asked.filters) == ["year"]


def test_nothing_found_says_so_and_the_suggestion_can_be_taken(window: Stage) -> None:
    view = search(window, "netwrksamenleving", is_strict=True)
    nothing = view.findChild(NothingFound)
    assert nothing.isVisible()
    assert "netwrksamenleving" in words(nothing)
    nothing.suggestion.click()
    window.settle(lambda: view.is_settled)
    assert titles(view)
    assert field(window).text() == "netwerksamenleving"


def test_another_spelling_is_said_and_taken_back_as_a_step_of_its_own(window: Stage) -> None:
    view = search(window, "netwrksamenleving")
    (notice,) = view.findChild(SearchNotices).said
    assert "netwerksamenleving" in notice.text
    link = next(each for each in view.findChild(SearchNotices).findChildren(Button) if each.text() == notice.button)
    link.click()
    window.settle(lambda: view.is_settled)
    assert view.controller.asked.is_strict
    assert view.findChild(NothingFound).isVisible()
    assert any("Exactly" in chip.text() for chip in view.findChildren(Chip) if chip.isVisible())
    window.window.back()
    window.settle(lambda: view.is_settled)
    assert not view.controller.asked.is_strict
    assert titles(view)


def test_fewer_words_are_said_and_those_with_all_can_be_asked_for(stage: Stage) -> None:
    relaxed(stage)
    view = cast("SearchView", stage.window.current_view)
    (notice,) = view.findChild(SearchNotices).said
    assert notice.text.startswith("2 contributions have all")
    view.findChild(SearchHead).instead.emit(notice.instead)
    stage.settle(lambda: view.is_settled)
    assert view.controller.asked.is_strict
    assert not any(row.hit.lacking for row in view.controller.answer.rows)
    assert not view.findChild(SearchNotices).isVisible()


def test_a_strict_search_stays_strict_on_the_way_through_its_papers(qtbot: QtBot, stage: Stage) -> None:
    view = search(stage, "programmeren", is_strict=True)
    press(qtbot, Qt.Key.Key_Return)
    stage.settle(lambda: isinstance(stage.window.current_view, ReadingView))
    stage.window.back()
    stage.settle(lambda: view.is_settled)
    assert view.controller.asked.is_strict
    next(chip for chip in view.findChildren(Chip) if chip.isVisible()).click()
    stage.settle(lambda: view.is_settled)
    assert not view.controller.asked.is_strict


def test_the_order_is_that_of_the_whole_answer(window: Stage) -> None:
    answer = search(window, "leerlingen OR students", order="newest").controller.answer
    years = [row.contribution.metadata.values.year for row in answer.rows]
    assert years == sorted(years, reverse=True)
    assert [row.rank for row in answer.rows] == list(range(len(years)))


def test_related_contributions_are_shown_for_the_current_result_and_lead_on(qtbot: QtBot, stage: Stage) -> None:
    view = search(stage, "toetsing")
    shown = view.findChild(SearchPreview).findChild(RelatedList)
    stage.settle(lambda: shown.is_settled and bool(shown.controls))
    first = shown.controls[0]
    assert "both: " in first.accessibleName()
    assert len(shown.controls) <= 5
    first.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    stage.settle(lambda: isinstance(stage.window.current_view, ReadingView))


def test_related_contributions_are_not_asked_for_each_that_the_arrows_pass(
    qtbot: QtBot, window: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    related = SearchService.related

    def noted(self: SearchService, contribution: ContributionId, *rest: Any) -> RelatedFound:
        asked.append(contribution)
        return related(self, contribution, *rest)

    monkeypatch.setattr(SearchService, "related", noted)
    view = search(window, "leerlingen")
    results, shown = view.findChild(ResultList), view.findChild(SearchPreview).findChild(RelatedList)
    window.settle(lambda: shown.is_settled and bool(asked))
    passed = len(asked)
    for _ in range(4):
        press(qtbot, Qt.Key.Key_Down)
    window.settle(lambda: view.is_settled and shown.is_settled)
    assert asked[passed:] == [results.current.id]


def test_a_part_that_was_not_understood_is_pointed_at(window: Stage) -> None:
    view = search(window, '"programmeren leren')
    shown = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    assert any("quotation mark isn" in text for text in shown)


def test_enter_opens_the_reader_at_the_hit(qtbot: QtBot, stage: Stage) -> None:
    view = search(stage, "netwerk")
    row = view.findChild(ResultList).current
    press(qtbot, Qt.Key.Key_Return)
    stage.settle(lambda: isinstance(stage.window.current_view, ReadingView))
    reader = reader_of(stage).reader
    assert reader is not None
    pane = reader.current_pane
    assert pane is not None
    stage.settle(lambda: pane.walk.count > 0)
    assert reader.current == row.id
    assert pane.walk.current >= 0


def test_f3_goes_on_to_the_next_paper_and_back(qtbot: QtBot, stage: Stage) -> None:
    view = search(stage, "netwerk")
    papers = [row.id for row in view.controller.answer.rows]
    press(qtbot, Qt.Key.Key_Return)
    stage.settle(lambda: isinstance(stage.window.current_view, ReadingView))
    reader = reader_of(stage).reader
    pane = reader.current_pane
    stage.settle(lambda: pane.walk.count > 0)
    assert SearchTrail.of(stage.session).papers == tuple(papers)
    for _ in range(pane.walk.count + 1):
        if reader.current == papers[0]:
            reader.step(1)
            stage.settle()
    assert reader.current == papers[1]
    stage.settle(lambda: reader.current_pane.walk.count > 0)
    while reader.current == papers[1]:
        reader.step(-1)
        stage.settle()
    stage.settle(lambda: reader.current_pane.walk.count > 0)
    assert reader.current == papers[0]
    assert reader.current_pane.walk.current == reader.current_pane.walk.count - 1


def test_the_trail_ends_with_words(qtbot: QtBot, stage: Stage) -> None:
    view = search(stage, "netwerksamenleving")
    answer = view.controller.answer
    trail, ended = SearchTrail.of(stage.session), []
    trail.ended.connect(ended.append)
    trail.open(answer, answer.rows[-1])
    stage.settle()
    trail.step(answer.rows[-1].id, 1)
    stage.settle()
    assert ended == [1]


def test_coming_back_finds_the_same_result(qtbot: QtBot, stage: Stage) -> None:
    view = search(stage, "programmeren", filters={"language": frozenset({"nl"})})
    press(qtbot, Qt.Key.Key_Down)
    current = view.findChild(ResultList).current
    press(qtbot, Qt.Key.Key_Return)
    stage.settle(lambda: isinstance(stage.window.current_view, ReadingView))
    stage.window.back()
    stage.settle(lambda: view.is_settled)
    assert stage.window.current_view is view
    assert view.findChild(ResultList).current.id == current.id
    assert view.controller.asked.filters == {"language": frozenset({"nl"})}


def test_the_rail_leads_back_to_the_search_one_left(window: Stage) -> None:
    view = search(window, "programmeren")
    window.session.go("start")
    window.session.go("search")
    window.settle(lambda: view.is_settled)
    assert titles(view)
    assert field(window).text() == "programmeren"


def test_the_preview_lists_every_hit_of_the_current_result(window: Stage) -> None:
    view = search(window, "leerlingen")
    row = view.findChild(ResultList).current
    passages = view.findChild(SearchPreview).findChild(QListView).model()
    assert row.hit.passage_count > len(row.hit.passages)
    assert passages.rowCount() == row.hit.passage_count


def test_larger_text_and_back_leaves_the_search_view_as_it_was(window: Stage, look: Appearance) -> None:
    view = search(window, "leerlingen")
    head, authors = view.findChild(SearchHead), view.findChild(SearchPreview)._authors
    before = head.sizeHint().height(), authors.heightForWidth(300)
    look.choose("light", 200)
    window.settle()
    assert authors.heightForWidth(600) > before[1]
    look.choose("light", 100)
    window.settle()
    assert (head.sizeHint().height(), authors.heightForWidth(300)) == before


def test_f3_walks_the_hits_and_then_the_next_result(qtbot: QtBot, window: Stage) -> None:
    view = search(window, "netwerk")
    results, preview = view.findChild(ResultList), view.findChild(SearchPreview)
    first = results.current
    seen = {preview.passage}
    while results.current is first:
        press(qtbot, Qt.Key.Key_F3)
        seen.add(preview.passage)
    assert len(seen) > 1
    press(qtbot, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert results.current.id == first.id


def test_a_keyword_searches_for_it(window: Stage) -> None:
    view = search(window, "netwerksamenleving")
    button = view.findChild(SearchPreview).findChildren(KeywordButton)[0]
    keyword = button.text()
    button.click()
    window.settle(lambda: view.is_settled)
    assert keyword in field(window).text()


def test_the_order_can_be_by_title(window: Stage) -> None:
    view = search(window, "leerlingen", order="title")
    shown = [title.casefold() for title in titles(view)]
    assert shown == sorted(shown)
    assert len(view.controller.answer.rows) == view.controller.answer.results.total


def test_cover_sheets_stand_apart_and_unfold(window: Stage) -> None:
    view = search(window, "voorblad OR cover OR download OR gedownload OR archive")
    covers = view.findChild(CoverSheets)
    assert view.controller.answer.results.cover_sheets
    assert covers.isVisible()
    folded = covers.sizeHint().height()
    covers.findChild(Button).click()
    assert covers.sizeHint().height() > folded


def test_why_is_asked_with_the_pointer(qtbot: QtBot, window: Stage) -> None:
    view = search(window, "netwerk")
    results = view.findChild(ResultList)
    asked: list[object] = []
    results.why_asked.connect(asked.append)
    box = results.visualRect(results.model().index(0, 0))
    qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.right() - 40, box.bottom() - 32))
    assert asked == [results.current]


def test_words_follow_the_language_at_once(window: Stage, languages: LanguageSwitch) -> None:
    view = search(window, "netwerk")
    languages.choose("nl")
    window.settle()
    shown = words(view)
    assert "bijdragen" in shown
    assert "Verfijnen" in shown
    assert "contribution" not in shown


def test_an_emptied_field_shows_how_to_ask(qtbot: QtBot, window: Stage) -> None:
    view = type_in(qtbot, window, "netwerk")
    field(window).clear()
    window.settle(lambda: view.is_settled)
    assert "What are you looking for?" in words(view)


def test_the_library_is_never_asked_on_the_gui_thread(
    qtbot: QtBot, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    find, many, everything = SearchService.find, CatalogueService.many, CatalogueService.all

    def noted(method: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*arguments: object, **named: object) -> object:
            threads.append(threading.get_ident())
            return method(*arguments, **named)

        return wrapper

    monkeypatch.setattr(SearchService, "find", noted(find))
    monkeypatch.setattr(SearchService, "behind", noted(SearchService.behind))
    monkeypatch.setattr(CatalogueService, "many", noted(many))
    monkeypatch.setattr(CatalogueService, "all", noted(everything))
    monkeypatch.setattr(ReadingService, "open", noted(ReadingService.open))
    view = type_in(qtbot, stage, "netwerk")
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    stage.settle(lambda: isinstance(stage.window.current_view, ReadingView))
    stage.session.go("start")
    stage.settle(lambda: view.is_settled)
    assert threads
    assert threading.get_ident() not in threads


def test_a_link_in_a_paper_never_opens_a_file(qtbot: QtBot, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    search(stage, "netwerk")
    press(qtbot, Qt.Key.Key_Return)
    stage.settle(lambda: isinstance(stage.window.current_view, ReadingView))
    reader = reader_of(stage).reader
    for address in ("file:///etc/passwd", "javascript:1"):
        reader.link_requested.emit(address)
        assert opened == [], address
    for address in ("https://example.org/a", "mailto:a@example.org"):
        reader.link_requested.emit(address)
        assert opened.pop() == QUrl(address)
        assert opened == []


def test_the_original_is_opened_as_a_copy(qtbot: QtBot, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []

    def note(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    view = search(stage, "netwerk")
    row = view.controller.answer.rows[0]
    press(qtbot, Qt.Key.Key_Return)
    stage.settle(lambda: isinstance(stage.window.current_view, ReadingView))
    reader_of(stage).reader.original_requested.emit(row.id)
    stage.settle(lambda: bool(opened))
    path = Path(opened[0].toLocalFile())
    assert path.name == row.contribution.current_files[0].name
    assert stage.session.kennisbank.paths.temporary in path.parents
