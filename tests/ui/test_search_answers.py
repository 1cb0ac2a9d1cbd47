"""What the search view says of an answer that isn't simply what was asked for: hand-made answers, shown as they come."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId, FileHash, Origin, PageNo
from kennisbank.domain.metadata import Metadata, sourced
from kennisbank.domain.moments import Moment, now
from kennisbank.domain.results import (
    ContributionHit,
    FacetCount,
    Mark,
    PassageHit,
    Repeat,
    Replacement,
    Results,
    SearchRequest,
    Why,
)
from kennisbank.ui.appearance import Appearance
from kennisbank.ui.language import LanguageSwitch
from kennisbank.ui.models.result_rows import ResultRows
from kennisbank.ui.models.search_answer import Answer, Asked, ResultRow, asked_from, asked_state, at_repeat
from kennisbank.ui.models.search_notices import notices
from kennisbank.ui.models.search_words import asked_words, why_words
from kennisbank.ui.views.facet_panel import FacetPanel
from kennisbank.ui.views.result_layout import card_layout
from kennisbank.ui.views.result_passages import PassageList, PassageRows
from kennisbank.ui.views.search_head import SearchHead
from kennisbank.ui.views.search_nothing import NothingFound
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.labels import Chip
from kennisbank.ui.widgets.text import Text

FILE = FileHash("f")
WHYS: tuple[Why, ...] = ("exact", "inflection", "derivation", "compound", "prefix", "synonym", "spelling")


@pytest.fixture(autouse=True)
def english(look: Appearance, languages: LanguageSwitch) -> None:
    languages.choose("en")


def a_hit(page: int = 3, **changes: object) -> PassageHit:
    return replace(PassageHit(FILE, PageNo(page), "Davied zegt het", (Mark(0, 6, "spelling", "David"),)), **changes)  # type: ignore[arg-type]


def a_row(name: str = "a", lacking: tuple[str, ...] = (), *, is_new: bool = False, **changes: object) -> ResultRow:
    paper = Contribution(ContributionId(name), Origin("o"), sourced(Metadata(title=name), "list"), (), now(), now())
    return ResultRow(0, ContributionHit(paper.id, 1.0, (a_hit(**changes),), 1, lacking=lacking), paper, is_new)


def an_answer(query: str = "David vakmanschap", rows: tuple[ResultRow, ...] | None = None, **results: object) -> Answer:
    rows = (a_row(),) if rows is None else rows
    found = Results(SearchRequest(query), len(rows), 1, ())
    return Answer(Asked(query), replace(found, **results), rows)  # type: ignore[arg-type]


def test_an_answer_to_just_what_was_asked_needs_no_words() -> None:
    assert notices(an_answer()) == ()
    assert notices(an_answer(rows=(), suggestion="Davied")) == ()  # an empty answer has a page of its own


def test_another_spelling_is_told_and_can_be_taken_back() -> None:
    (said,) = notices(an_answer(replacements=(Replacement(0, 5, "David", "Davied"),)))
    assert said.text == "Also searched for “Davied”, since “David” gave nothing."
    assert said.button == "Search for “David” only"
    assert said.instead == Asked("David vakmanschap", is_strict=True)


def test_several_spellings_are_taken_back_at_once() -> None:
    first, second = notices(an_answer(replacements=(Replacement(0, 1, "a", "b"), Replacement(2, 3, "c", "d"))))
    assert not first.button
    assert second.button == "Search only as typed"


def test_fewer_words_are_told_with_the_number_that_has_all() -> None:
    (said,) = notices(an_answer(is_relaxed=True, total_with_all=3))
    assert said.text == "3 contributions have all of these words; below stand some that have fewer."
    assert said.instead is not None
    assert said.instead.is_strict


def test_a_word_that_is_nowhere_can_be_left_out() -> None:
    rows = (a_row("a", ("vakmanschap",)), a_row("b", ("vakmanschap", "David")))
    (said,) = notices(an_answer(rows=rows, is_relaxed=True))
    assert said.text.startswith("No contribution has all")
    assert said.button == "Leave out “vakmanschap”"
    assert said.instead == Asked("David")


@pytest.mark.parametrize("query", ['"David vakmanschap"', "David OR vakmanschap:", "(David) vakmanschap"])
def test_a_query_with_operators_is_not_mended_for_anybody(query: str) -> None:
    (said,) = notices(an_answer(query, rows=(a_row("a", ("vakmanschap",)),), is_relaxed=True))
    assert said.instead is None


def test_a_suggestion_stands_above_results_too() -> None:
    (said,) = notices(an_answer(suggestion="Davied vakmanschap"))
    assert (said.button, said.instead) == ("Davied vakmanschap?", Asked("Davied vakmanschap"))


@given(st.text(max_size=40), st.lists(st.text(max_size=10), max_size=4))
def test_any_answer_can_be_told(query: str, lacking: list[str]) -> None:
    said = notices(an_answer(query, rows=(a_row("a", tuple(lacking)),), is_relaxed=True))
    assert len(said) == 1


def test_a_question_survives_the_history() -> None:
    asked = Asked("x", {"year": frozenset({"2013"})}, "newest", is_strict=True, since=now(), is_only_new=True)
    assert asked_from(asked_state(asked)) == asked
    assert asked_from({}) == Asked()
    nonsense = {"query": "x", "order": "sideways", "since": "yesterday", "is_only_new": True}
    assert asked_from(nonsense) == Asked("x")


def test_an_emptied_field_forgets_what_one_can_not_see() -> None:
    assert not asked_from({"query": "  ", "is_strict": True}).is_strict


def test_the_head_says_at_least_and_shows_what_is_strict(qtbot: QtBot) -> None:
    head = SearchHead()
    qtbot.addWidget(head)
    head.show_asked(Asked("x", is_strict=True))
    head.show_answer(an_answer(total=3000, total_is_exact=False))
    assert "At least 3,000 contributions" in [text.text() for text in head.findChildren(Text)]
    (chip,) = [each for each in head.findChildren(Chip) if not each.isHidden()]
    with qtbot.waitSignal(head.strict_removed):
        qtbot.keyClick(chip, Qt.Key.Key_Space)


def test_a_notice_asks_otherwise_with_the_keyboard(qtbot: QtBot) -> None:
    head = SearchHead()
    qtbot.addWidget(head)
    head.resize(300, 400)  # too narrow for one line
    head.show_answer(an_answer(replacements=(Replacement(0, 5, "David", "Davied"),)))
    head.show()
    button = next(each for each in head.findChildren(Button) if each.text().startswith("Search for"))
    with qtbot.waitSignal(head.instead) as asked:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert asked.args == [Asked("David vakmanschap", is_strict=True)]
    head.show_answer(None)
    assert not [each for each in head.findChildren(Button) if each.isVisible() and each.text().startswith("Search")]


def test_the_facets_say_at_least(qtbot: QtBot) -> None:
    panel = FacetPanel()
    qtbot.addWidget(panel)
    panel.show()
    counts = {"year": (FacetCount("2013", 4),)}
    for is_exact in (False, True):
        panel.show_counts(counts, {}, is_exact=is_exact)  # type: ignore[arg-type]
        said = [text.text() for text in panel.findChildren(Text) if text.isVisible()]
        assert any(words.startswith("At least so many") for words in said) is not is_exact


def test_nothing_found_for_exactly_this_leads_back(qtbot: QtBot) -> None:
    nothing = NothingFound()
    qtbot.addWidget(nothing)
    nothing.show_answer(Answer(Asked("David", is_strict=True), Results(SearchRequest("David"), 0, 0, ()), ()))
    nothing.show()
    button = next(each for each in nothing.findChildren(Button) if each.text() == "Search more freely again")
    with qtbot.waitSignal(nothing.freely_asked):
        button.click()


def test_a_card_says_what_is_lacking_what_is_new_and_where_it_stands_again() -> None:
    row = a_row(lacking=("vakmanschap",), is_new=True, repeats=(Repeat(FILE, PageNo(12)),), is_read_by_machine=True)
    notes = card_layout(row, 500).notes
    assert [note.text.strip(" •") for note in notes] == ["also on p. 12", "without:", "vakmanschap"]
    assert [note.is_lacking for note in notes] == [False, False, True]
    rows = ResultRows()
    rows.put(an_answer(rows=(row,)))
    spoken = rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for words in ("also on p. 12", "without: vakmanschap", "new", "read by machine"):
        assert words in spoken


def test_one_finding_with_two_places_is_walked_as_one(qtbot: QtBot) -> None:
    first, second = a_hit(3, repeats=(Repeat(FILE, PageNo(12), ((5, 9),)),)), a_hit(20)
    shown = PassageList()
    qtbot.addWidget(shown)
    shown.show_passages(a_row().contribution, (first, second), first)
    rows = shown.model()
    assert isinstance(rows, PassageRows)
    assert [rows.place(at) for at in range(3)] == ["p. 3", "also on p. 12", "p. 20"]
    assert shown.step(1)
    assert shown.current == second
    assert shown.step(-1)
    assert shown.current == first
    with qtbot.waitSignal(shown.chosen) as chosen:
        qtbot.keyClick(shown, Qt.Key.Key_Down)
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert chosen.args == [at_repeat(first, first.repeats[0])]
    assert (chosen.args[0].page, chosen.args[0].spans) == (12, ((5, 9),))


def test_walking_back_comes_in_at_the_last_finding_and_not_at_its_repeat(qtbot: QtBot) -> None:
    shown = PassageList()
    qtbot.addWidget(shown)
    last = a_hit(20, repeats=(Repeat(FILE, PageNo(30)),))
    shown.show_passages(a_row().contribution, (a_hit(3), last), None)
    shown.go_to_end(-1)
    assert shown.current == last


@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_kind_of_hit_has_words(languages: LanguageSwitch, code: str) -> None:
    languages.choose(code)
    assert len({why_words(why) for why in WHYS}) == len(WHYS)
    languages.choose("en")


def test_a_question_is_written_on_one_line() -> None:
    assert asked_words(" a  b ", {"language": frozenset({"nl"}), "year": frozenset({"2014", "2013"})}) == (
        "a b  •  year 2013  •  year 2014  •  language Dutch"
    )


def test_what_is_new_is_told_and_can_be_shown_alone() -> None:
    asked = Asked("x", since=Moment(now().utc - timedelta(days=1)))
    answer = replace(an_answer("x", total=9), asked=asked, new_count=2)
    (said,) = notices(answer)
    assert said.text == "2 contributions came in since you looked (yesterday)."
    assert said.instead == replace(asked, is_only_new=True)
    assert notices(replace(answer, asked=said.instead)) == ()
    assert not notices(replace(answer, new_count=9))[0].button  # they are all there is
    assert notices(replace(answer, new_count=0)) == ()


def test_what_came_in_before_one_looked_is_not_new() -> None:
    yesterday = Moment(now().utc - timedelta(days=1))
    assert Asked("x", since=yesterday) != Asked("x")
    assert Asked("x", since=yesterday).request() == Asked("x").request()
