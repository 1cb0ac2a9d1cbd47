"""What is found, in which passages, and what comes first."""

from collections.abc import Callable

import pytest

from kennisbank.domain.results import FacetCount, SearchRequest
from kennisbank.search.index import SearchIndex
from tests.search.documents import document, passage

Found = Callable[..., list[str]]


def test_all_words_are_required(found: Found) -> None:
    assert found("open data", document("a", "open data"), document("b", "open deur"), document("c", "data")) == ["a"]


def test_words_may_be_spread_over_metadata_and_body(found: Found) -> None:
    documents = (document("a", "over netwerken", authors=("Davied van Berlo",)), document("b", "over netwerken"))
    assert found("berlo netwerken", *documents) == ["a"]


def test_a_passage_with_all_words_comes_before_words_spread_over_passages(found: Found) -> None:
    documents = (document("spread", "zonder toezicht", "komt verandering"), document("whole", "zonder verandering"))
    assert found("zonder verandering", *documents) == ["whole", "spread"]


def test_shown_are_the_passages_with_all_words_if_there_are_any(index: SearchIndex) -> None:
    index.update([document("a", "open deuren", "open data", "data", "nog eens open data")])
    results = index.search(SearchRequest("open data"))
    assert sorted(each.page for each in results.hits[0].passages) == [2, 4]
    assert results.passage_total == results.hits[0].passage_count == 2


def test_shown_are_the_passages_with_most_words_otherwise_and_one_for_each_other_word(index: SearchIndex) -> None:
    index.update([document("a", "rood en groen", "blauw en groen", "geel", "rood", "geel en blauw")])
    results = index.search(SearchRequest("rood groen geel"))
    assert [each.page for each in results.hits[0].passages] == [1, 3]


def test_exact_comes_before_inflected(found: Found) -> None:
    documents = [document(f"many{at}", "archieven archieven archieven archieven") for at in range(3)]
    assert found("archief", *documents, document("one", "een archief in een lange tekst " * 3))[0] == "one"


def test_why_tells_exact_from_inflected(index: SearchIndex) -> None:
    index.update([document("a", "een archief"), document("b", "twee archieven")])
    results = index.search(SearchRequest("archief"))
    assert [(each.contribution, each.passages[0].why) for each in results.hits] == [
        ("a", ("exact",)),
        ("b", ("inflection",)),
    ]


def test_a_short_word_never_returns_a_longer_one(found: Found) -> None:
    assert found("over", document("a", "de overheid"), document("b", "daar gaat het over")) == ["b"]


def test_inflection_follows_the_language_of_the_passage(found: Found) -> None:
    documents = (document("en", "studies", language="en"), document("nl", "studies", language="nl"))
    assert found("study", *documents) == ["en"]


@pytest.mark.parametrize("query", ["co-creatie", "cocreatie", "co creatie", "CO-CREATIE"])
def test_hyphen_variants_are_one_word(found: Found, query: str) -> None:
    assert set(found(query, document("a", "co-creatie"), document("b", "cocreatie"), document("c", "creatief"))) >= {
        "a",
        "b",
    }


def test_two_words_find_the_compound_they_make(found: Found) -> None:
    documents = (document("a", "netwerksamenleving"), document("b", "netwerk en samenleving"), document("c", "netwerk"))
    assert set(found("netwerk samenleving", *documents)) == {"a", "b"}


def test_why_names_the_compound_that_two_words_make(index: SearchIndex) -> None:
    index.update([document("a", "de netwerksamenleving")])
    (hit,) = index.search(SearchRequest("netwerk samenleving")).hits
    assert hit.passages[0].why == ("compound",)


@pytest.mark.parametrize(
    ("query", "text"), [("coordinatie", "coördinatie"), ("Humberto's", "Humberto’s"), ("één", "een")]
)
def test_accents_and_apostrophes_make_no_difference(found: Found, query: str, text: str) -> None:
    assert found(query, document("a", text)) == ["a"]


def test_numbers_stay_whole(found: Found) -> None:
    assert found("2.0", document("a", "ambtenaar 2.0"), document("b", "2 of 0"), document("c", "20")) == ["a"]


def test_stop_words_need_not_stand_there(found: Found) -> None:
    assert found("het archief van de stad", document("a", "archief stad")) == ["a"]


def test_stop_words_count_when_there_is_nothing_else(found: Found) -> None:
    assert found("van de", document("a", "van de"), document("b", "archief")) == ["a"]


def test_a_phrase_stands_side_by_side(found: Found) -> None:
    documents = (document("a", "New Public Management"), document("b", "public new management"))
    assert found('"new public management"', *documents) == ["a"]


def test_a_phrase_counts_its_stop_words(found: Found) -> None:
    assert found('"van de stad"', document("a", "van de stad"), document("b", "van een stad")) == ["a"]


def test_a_phrase_never_reaches_from_one_passage_or_author_into_the_next(found: Found) -> None:
    assert (
        found('"open data"', document("a", "alles open", "data"), document("b", authors=("Jan Open", "Data Smit")))
        == []
    )


def test_a_phrase_is_found_across_the_slots_of_a_very_long_passage(found: Found) -> None:
    long = "woord " * 4095 + "eerste tweede " + "woord " * 5000
    assert found('"eerste tweede"', document("a", long, "eerste"), document("b", "tweede eerste")) == ["a"]


@pytest.mark.parametrize("query", ["n*", "ne*", "net*", "netw*", "netwerk*", "netwerksamenl*"])
def test_a_prefix_of_any_length_is_answered(found: Found, query: str) -> None:
    assert found(query, document("a", "de netwerksamenleving"), document("b", "geen")) == ["a"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("titel:open", ["a"]),
        ("auteur:open", ["b"]),
        ("trefwoord:open", ["c"]),
        ("thema:open", ["d"]),
        ("samenvatting:open", ["e"]),
        ("open -titel:open", ["b", "c", "d", "e", "f"]),
        ("editie:nioc2013", ["a"]),
        ("editie:nioc*", ["a", "b"]),
        ("jaar:2013..2014", ["a", "b"]),
        ("taal:en", ["f"]),
        ("soort:slides", ["c"]),
        ("jaar:2013 open", ["a"]),
    ],
)
def test_fields_narrow(found: Found, query: str, expected: list[str]) -> None:
    documents = (
        document("a", title="open", edition="NIOC2013", year=2013),
        document("b", authors=("Open Boek",), edition="NIOC2014", year=2014),
        document("c", keywords=("open",), kind="slides"),
        document("d", themes=("open",)),
        document("e", abstract="open"),
        document("f", "open", language="en"),
    )
    assert sorted(found(query, *documents)) == expected


def test_title_author_and_keyword_come_before_abstract_before_body(found: Found) -> None:
    documents = (
        document("body", "toetsing"),
        document("abstract", "iets anders", abstract="toetsing"),
        document("title", "iets anders", title="Toetsing"),
    )
    ranking = found("toetsing", *documents)
    assert ranking[0] == "title"


def test_the_title_that_is_the_query_comes_before_one_that_says_more(found: Found) -> None:
    documents = (document("more", title="Uitwerking opdracht acht"), document("same", title="Opdracht acht"))
    assert found("opdracht acht", *documents) == ["same", "more"]


def test_a_paper_by_somebody_comes_before_one_that_mentions_her(found: Found) -> None:
    documents = (
        document("mentions", "Davied van Berlo zegt. " * 5, "Davied van Berlo", "Davied van Berlo"),
        document("by", "iets anders", authors=("Davied van Berlo",)),
    )
    assert found("Davied van Berlo", *documents) == ["by", "mentions"]


def test_a_hit_in_metadata_alone_shows_the_metadata(index: SearchIndex) -> None:
    index.update([document("a", "iets anders", title="Toetsing in de klas")])
    hit = index.search(SearchRequest("toetsing")).hits[0]
    assert hit.fields == ("title",)
    assert [(each.field, each.snippet) for each in hit.passages] == [("title", "Toetsing in de klas")]


def test_cover_sheets_stand_apart_and_each_text_once(index: SearchIndex) -> None:
    sheets = ("Windesheim presenteert", "WINDESHEIM  presenteert")
    index.update([document(f"d{at}", "tekst", covers=(sheets[at % 2],)) for at in range(4)])
    results = index.search(SearchRequest("Windesheim"))
    assert (results.total, len(results.cover_sheets)) == (0, 1)
    assert results.cover_sheets[0].marks


def test_marks_lie_on_the_words_and_spans_on_the_page(index: SearchIndex) -> None:
    cleaned = passage("een netwerksamenleving hier", origins=((0, 100), (14, 116)))
    index.update([document("a", cleaned)])
    hit = index.search(SearchRequest("netwerksamenleving")).hits[0].passages[0]
    assert [hit.snippet[mark.start : mark.end] for mark in hit.marks] == ["netwerksamenleving"]
    assert hit.spans == ((104, 124),)


def test_a_long_passage_gives_a_short_snippet_around_the_words(index: SearchIndex) -> None:
    text = "vulling " * 100 + "rode draad " + "vulling " * 100 + "draad"
    index.update([document("a", text)])
    hit = index.search(SearchRequest("rode draad")).hits[0].passages[0]
    assert len(hit.snippet) < 260
    assert [hit.snippet[mark.start : mark.end] for mark in hit.marks] == ["rode", "draad"]
    assert [text[start:end] for start, end in hit.spans] == ["rode", "draad", "draad"]


def test_pages_of_an_answer_follow_each_other(index: SearchIndex) -> None:
    index.update([document(f"d{at}", "zelfde tekst") for at in range(7)])
    pages = [index.search(SearchRequest("tekst", limit=3, offset=at)) for at in (0, 3, 6)]
    names = [hit.contribution for page in pages for hit in page.hits]
    assert len(names) == len(set(names)) == 7
    assert {page.total for page in pages} == {7}


def test_facets_count_what_choosing_a_value_would_give(index: SearchIndex) -> None:
    index.update(
        [
            document("a", "tekst", year=2013, kind="slides"),
            document("b", "tekst", year=2014),
            document("c", "tekst", year=2014, authors=("An", "Bo")),
            document("d", "anders", year=2013),
        ]
    )
    results = index.search(SearchRequest("tekst", facets=True, filters={"year": frozenset({"2014"})}))
    assert results.total == 2
    assert results.facets["year"] == (FacetCount("2014", 2), FacetCount("2013", 1))
    assert results.facets["kind"] == (FacetCount("article", 2),)
    assert results.facets["author"] == (FacetCount("An", 1), FacetCount("Bo", 1))


def test_filters_without_a_query_list_what_they_leave(index: SearchIndex) -> None:
    index.update([document("a", "tekst", year=2013), document("b", "tekst", year=2014)])
    results = index.search(SearchRequest("", filters={"year": frozenset({"2014"})}))
    assert [hit.contribution for hit in results.hits] == ["b"]


def test_a_misspelt_word_brings_a_suggestion(index: SearchIndex) -> None:
    index.update([document("a", "de netwerksamenleving verandert")])
    assert index.search(SearchRequest("netwerksamenlevign nu")).suggestion == "netwerksamenleving nu"
    assert index.search(SearchRequest("netwerksamenleving")).suggestion == ""


def test_completion_gives_the_most_frequent_first(index: SearchIndex) -> None:
    index.update([document("a", "netwerk netwerk netten nee")])
    assert index.complete("Net", 2) == ["netwerk", "netten"]


@pytest.mark.parametrize("query", ["", "*", "~", "-", '""', "()", "a*", "-zebra", "woord " * 10_000, "(" * 5_000 + "a"])
def test_no_query_is_refused(index: SearchIndex, query: str) -> None:
    index.update([document("a", "een aap en een woord")])
    index.search(SearchRequest(query, facets=True))


def test_an_empty_contribution_is_no_trouble(found: Found) -> None:
    assert found("iets", document("a"), document("b", "iets")) == ["b"]


def test_one_letter_finds_what_two_and_three_letters_find(index: SearchIndex) -> None:
    long = " ".join(["archief", "beeld", "appel", "ander"] * 1500)  # takes several slots
    index.update([document("a", "een archief", "een beeld", long), document("b", "aap en anker", title="arend")])
    index.update([document("c", "a b c"), document("d", "beeld")])
    for letters, longer in (("a", ("a", "ar*", "app*", "an*", "aap*")), ("b", ("b", "bee*"))):
        one = index.search(SearchRequest(f"{letters}*"))
        all_ = index.search(SearchRequest(" OR ".join(longer)))
        assert {each.contribution for each in one.hits} == {each.contribution for each in all_.hits}
        assert one.passage_total == all_.passage_total
        assert all(passage.marks for hit in one.hits for passage in hit.passages)


def test_passages_are_scored_alike_wherever_they_are_asked_from(index: SearchIndex) -> None:
    index.update([document("a", "rood " * 3, "rood en groen", "groen", title="rood"), document("b", "roden", "rood")])
    for query in ("rood", "rood OR groen", "r*", '"rood en"'):
        for hit in index.search(SearchRequest(query)).hits:
            scores = [each.score for each in hit.passages]
            assert scores == sorted(scores, reverse=True)
            assert hit.score >= scores[0] > 0


def test_a_word_that_is_being_typed_finds_what_it_may_become(index: SearchIndex) -> None:
    index.update([document("a", "leren programmeren"), document("b", "leren lezen")])

    def ask(query: str, *, is_typing: bool) -> list[tuple[str, tuple[str, ...]]]:
        hits = index.search(SearchRequest(query, is_typing=is_typing)).hits
        return [(hit.contribution, hit.passages[0].why) for hit in hits]

    assert ask("leren progr", is_typing=True) == [("a", ("exact", "prefix"))]
    assert "a" not in dict(ask("lezen progr", is_typing=False))
    assert ask("leren progr ", is_typing=True) == ask("leren progr", is_typing=False)
