"""What the search view says: text on cards, how a query was read, why something was found, in which order."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId, FileHash, Origin, PageNo
from kennisbank.domain.metadata import Author, Metadata, sourced
from kennisbank.domain.moments import now
from kennisbank.domain.results import Mark, PassageHit, Why
from kennisbank.search.parser import parse
from kennisbank.ui.appearance import Appearance
from kennisbank.ui.language import LanguageSwitch
from kennisbank.ui.models.result_text import flowed, utf16
from kennisbank.ui.models.search_answer import in_reading_order
from kennisbank.ui.models.search_reading import said
from kennisbank.ui.models.search_why import reasons
from kennisbank.ui.models.search_words import authors_line, place_words, reason_words


def hit(
    snippet: str,
    *words: str,
    why: Why = "exact",
    page: int = 1,
    field: str = "body",
    at: int = 0,
    word: str = "",
) -> PassageHit:
    marks = tuple(Mark(snippet.index(each), snippet.index(each) + len(each), why, word) for each in words)
    return PassageHit(FileHash("f"), PageNo(page), snippet, marks, spans=((at, at + 1),), field=field)


def paper(title: str = "Title", **values: object) -> Contribution:
    metadata = sourced(replace(Metadata(title=title), **values), "list")  # type: ignore[arg-type]
    return Contribution(ContributionId(title), Origin("o"), metadata, (), now(), now())


@given(st.text(alphabet="ab \n\t\u00a0\U0001f600", max_size=60), st.data())
def test_marks_hold_the_same_letters_after_white_space_was_folded(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = flowed(text, [Mark(start, end)], before=10)
    wanted = "".join(text[start:end].split())
    marked = "".join("".join(shown.text[a:b].split()) for a, b in shown.marks)
    assert marked == wanted
    assert "\n" not in shown.text


def test_a_late_mark_is_brought_to_the_front() -> None:
    shown = flowed("word " * 60 + "network here", [Mark(300, 307)], before=20)
    assert shown.text.startswith("…word")
    assert shown.text[slice(*shown.marks[0])] == "network"
    assert shown.marks[0][0] <= 22


def test_offsets_for_qt_count_letters_beyond_the_basic_plane_twice() -> None:
    assert utf16("a\U0001f600b", 2) == 3


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("network teacher", "[network] and [teacher]"),
        ("(network OR web) -exam", "([network] or [web]) and not [exam]"),
        ('title:"lifelong learning" program*', "in the title: [“lifelong learning”] and words with [program…]"),
        ("year:2012..2015", "from the years [2012–2015]"),
        ("year:2012..", "from the year [2012…]"),
        ("lang:en", "language [English]"),
    ],
)
def test_a_query_is_read_back_in_words(look: Appearance, languages: LanguageSwitch, query: str, sentence: str) -> None:
    languages.choose("en")
    assert "".join(f"[{run.text}]" if run.is_asked else run.text for run in said(parse(query).tree)) == sentence


@given(st.text(max_size=80))
def test_any_query_can_be_read_back(query: str) -> None:
    assert isinstance(said(parse(query).tree), list)


def test_every_reason_of_the_parser_has_words(look: Appearance, languages: LanguageSwitch) -> None:
    languages.choose("nl")
    for query in ("(a", "a)", '"a', "title:", "a OR", "OR a", "foo:bar", '""', "a*b", "year:abc", "AND a"):
        for remark in parse(query).not_understood:
            assert reason_words(remark.reason) != remark.reason, remark.reason
    languages.choose("en")


def test_each_found_word_is_told_by_the_word_that_was_asked() -> None:
    passages = [
        hit("Een docent en docenten", "docent", "docenten", why="inflection", word="docent"),
        hit("De netwerksamenleving vraagt docenten", "netwerksamenleving", why="compound", word="netwerk"),
    ]
    found = [(each.searched, each.found) for each in reasons("netwerk docent", passages)]
    assert found == [("netwerk", "netwerksamenleving"), ("docent", "docent"), ("docent", "docenten")]


def test_what_the_index_does_not_say_is_left_open() -> None:
    (found,) = reasons("netwerk docent", [hit("een hogeschool", "hogeschool", why="synonym")])
    assert found.searched == ""


def test_the_same_word_is_told_once() -> None:
    passages = [hit("Netwerk", "Netwerk"), hit("een netwerk", "netwerk")]
    assert len(reasons("netwerk", passages)) == 1


def test_hits_are_walked_as_one_reads() -> None:
    late, early, title = hit("x", page=3), hit("x", page=1, at=9), hit("x", field="title")
    assert in_reading_order(paper(), (late, early, title)) == (title, early, late)


def test_a_hit_in_a_text_file_says_its_line(look: Appearance, languages: LanguageSwitch) -> None:
    languages.choose("en")
    assert place_words(replace(hit("x", page=4), lines=(5, 25)), paper()) == "line 5"
    assert place_words(hit("x", page=4), paper()) == "p. 4"
    assert place_words(hit("x", page=4), paper(kind="slides")).startswith(("slide", "p."))
    assert place_words(hit("x", field="keywords"), paper()) == "keyword"


def test_many_authors_are_counted(look: Appearance, languages: LanguageSwitch) -> None:
    languages.choose("en")
    names = tuple(Author(name) for name in ("A", "B", "C", "D", "E"))
    assert authors_line(paper(authors=names)) == "A, B and 3 others"
    assert authors_line(paper(authors=names[:3])) == "A, B, C"
