import pytest

from kennisbank.search.parser import parse
from kennisbank.search.query import And, InFacet, InYears, Near, Node, Not, Or, Phrase, Prefix, Word

A, B, C = Word("a"), Word("b"), Word("c")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", And()),
        ("   ", And()),
        ("netwerk", Word("netwerk")),
        ("open data", And((Word("open"), Word("data")))),
        ('"open data"', Phrase(("open", "data"))),
        ("„open data”", Phrase(("open", "data"))),
        ("“open data“", Phrase(("open", "data"))),
        ("»open data«", Phrase(("open", "data"))),
        ("＂open data＂", Phrase(("open", "data"))),
        ('«a "b" c»', Phrase(("a", "b", "c"))),
        ("a OR b c", Or((A, And((B, C))))),
        ("a OF b", Or((A, B))),
        ("a EN b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a -b", And((A, Not(B)))),
        ("a NOT b", And((A, Not(B)))),
        ("a AND NOT b", And((A, Not(B)))),
        ("a OF NIET b", Or((A, Not(B)))),
        ("a NIET (b c)", And((A, Not(And((B, C)))))),
        ("(a OF b) c", And((Or((A, B)), C))),
        ("（a OF b） c", And((Or((A, B)), C))),
        ('-"a b"', Not(Phrase(("a", "b")))),
        ("-titel:a", Not(Word("a", "title"))),
        ("titel:-a", Not(Word("a", "title"))),
        ("co-creatie", Word("co-creatie")),
        ("netwerk- en informatiesamenleving", And((Word("netwerk"), Word("en"), Word("informatiesamenleving")))),
        ("netwerk*", Prefix("netwerk")),
        ("2.0", Word("2.0")),
        ("+a +b", And((A, B))),
        ("netwerk~2", Word("netwerk")),
    ],
)
def test_words_phrases_and_operators_are_read_so(text: str, tree: Node) -> None:
    query = parse(text)
    assert query.tree == tree
    assert query.not_understood == ()


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("auteur:berlo", Word("berlo", "authors")),
        ("author: berlo", Word("berlo", "authors")),
        ("door:berlo", Word("berlo", "authors")),
        ('auteur:"van Berlo"', Phrase(("van", "Berlo"), "authors")),
        ("auteur:van Berlo netwerk", And((Word("van", "authors"), Word("Berlo", "authors"), Word("netwerk")))),
        ("auteur:van der Berg", And((Word("van", "authors"), Word("der", "authors"), Word("Berg", "authors")))),
        ("auteur:van OF b", Or((Word("van", "authors"), B))),
        ("TITEL:a", Word("a", "title")),
        ("title:a", Word("a", "title")),
        ("titel：a", Word("a", "title")),
        ("titel:(open data)", And((Word("open", "title"), Word("data", "title")))),
        ("titel:(a OF b) c", And((Or((Word("a", "title"), Word("b", "title"))), C))),
        ("titel:a OF auteur:b", Or((Word("a", "title"), Word("b", "authors")))),
        ("titel:12:30", Phrase(("12", "30"), "title")),
        ("titel:foo:bar", And((Word("foo", "title"), Word("bar", "title")))),
        ('trefwoord:"open data"', Phrase(("open", "data"), "keywords")),
        ("keyword:a", Word("a", "keywords")),
        ("thema:a", Word("a", "themes")),
        ("theme:a", Word("a", "themes")),
        ("samenvatting:a", Word("a", "abstract")),
        ("abstract:a", Word("a", "abstract")),
        ("titel:EN", Word("EN", "title")),
        ("editie:NIOC2013", InFacet("edition", "nioc2013")),
        ("edition:nioc*", InFacet("edition", "nioc", is_prefix=True)),
        ('edition:"2013"', InFacet("edition", "2013")),
        ("editie:2013", Or((InFacet("edition", "2013"), InYears(2013, 2013)))),
        ("editie:2010..2013", InYears(2010, 2013)),
        ("editie:NIOC2010..NIOC2013", InYears(2010, 2013)),
        ("editie:(a OF b)", Or((InFacet("edition", "a"), InFacet("edition", "b")))),
        ("taal:Nederlands", InFacet("language", "nl")),
        ("lang:en", InFacet("language", "en")),
        ("taal:EN", InFacet("language", "en")),
        ("taal:(NL OF EN)", Or((InFacet("language", "nl"), InFacet("language", "en")))),
        ("soort:slides", InFacet("kind", "slides")),
        ("soort:presentatie", InFacet("kind", "slides")),
        ("type:Scriptie", InFacet("kind", "thesis")),
    ],
)
def test_fields_have_dutch_and_english_names(text: str, tree: Node) -> None:
    query = parse(text)
    assert query.tree == tree
    assert query.not_understood == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("jaar:2010..2015", 2010, 2015),
        ("jaar: 2010", 2010, 2010),
        ("year:2015..2010", 2010, 2015),
        ("year:..2015", None, 2015),
        ("year:2010..", 2010, None),
        ("year:2010", 2010, 2010),
        ("year:2010-2015", 2010, 2015),
        ("year:2010–2015", 2010, 2015),
        ("year:2010 - 2015", 2010, 2015),
        ("year:2010 .. 2015", 2010, 2015),
        ("year:2010…2015", 2010, 2015),
        ("jaar:2010 t/m 2015", 2010, 2015),
        ("year:-2015", None, 2015),
        ("year:>2010", 2011, None),
        ("year: > 2010", 2011, None),
        ("year:>=2010", 2010, None),
        ("year:≥2010", 2010, None),
        ("year:<2010", None, 2009),
        ("year:<=2010", None, 2010),
        ('year:"2010..2015"', 2010, 2015),
        ("year:２０１３", 2013, 2013),
        ("year:2010,", 2010, 2010),
        ("na:2010", 2011, None),
        ("after:2010", 2011, None),
        ("voor:2010", None, 2009),
        ("vanaf:2010", 2010, None),
        ("since:2010", 2010, None),
    ],
)
def test_years_are_read_so(text: str, first: int | None, last: int | None) -> None:
    query = parse(text)
    assert query.tree == InYears(first, last)
    assert query.not_understood == ()


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a NEAR b", Near((A, B))),
        ("a NABIJ b", Near((A, B))),
        ("a NEAR/5 b", Near((A, B), 5)),
        ("a near/5 b", Near((A, B), 5)),
        ("a NABIJ/5 b", Near((A, B), 5)),
        ("a NEAR/ b", Near((A, B))),
        ('"a b"~5', Near((A, B), 5)),
        ('"a b"~', Near((A, B))),
        ("a NEAR b NEAR c", Near((A, B, C))),
        ("a NEAR/5 b NEAR/3 c", And((Near((A, B), 5), Near((B, C), 3)))),
        ('"a b" NEAR/4 netwerk*', Near((Phrase(("a", "b")), Prefix("netwerk")), 4)),
        ("(a) NEAR b", Near((A, B))),
        ("R&D NEAR a", Near((Phrase(("R", "D")), A))),
        ("c a NEAR b c", And((C, Near((A, B)), C))),
        ("a NEAR b OF c", Or((Near((A, B)), C))),
        ("-a NEAR b", Not(Near((A, B)))),
        ("titel:(a NEAR/5 b)", Near((A, B), 5, "title")),
        ("titel:a NEAR/5 b", Near((A, B), 5, "title")),
        ("titel:a NEAR/5 titel:b", Near((A, B), 5, "title")),
        ('titel:"a b"~5', Near((A, B), 5, "title")),
    ],
)
def test_near_is_read_so(text: str, tree: Node) -> None:
    query = parse(text)
    assert query.tree == tree
    assert query.not_understood == ()


@pytest.mark.parametrize(
    ("text", "distance"), [("a NEAR/0 b", 1), ("a NEAR/1000 b", 100), (f"a NEAR/{'9' * 9000} b", 100)]
)
def test_a_distance_stays_within_bounds_and_this_is_said(text: str, distance: int) -> None:
    query = parse(text)
    assert query.tree == Near((A, B), distance)
    assert [each.reason for each in query.not_understood] == ["near reaches from 1 to 100 words"]


def test_what_is_near_more_than_ten_times_is_searched_as_words() -> None:
    query = parse(" NEAR ".join("abcdefghijklmnop"))
    assert query.tree == And((Near(tuple(Word(each) for each in "abcdefghijk")), *(Word(each) for each in "lmnop")))
    assert {each.reason for each in query.not_understood} == {"near too often"}
    loose = parse(f'"{" ".join("abcdefghijklmnop")}"~5')
    assert loose.tree == Phrase(tuple("abcdefghijklmnop"))
    assert [each.reason for each in loose.not_understood] == ["near too often"]


@pytest.mark.parametrize(
    ("text", "tree", "place", "reason"),
    [
        ("(a c) NEAR b", And((A, C, B)), (0, 5), "near joins words and phrases, no brackets"),
        ("a NEAR (b OF c)", And((A, Or((B, C)))), (7, 15), "near joins words and phrases, no brackets"),
        ("(a NEAR b) NEAR c", And((Near((A, B)), C)), (0, 10), "near joins words and phrases, no brackets"),
        ("jaar:2010 NEAR a", And((InYears(2010, 2010), A)), (10, 14), "near joins words and phrases only"),
        ("a NEAR -b", And((A, Not(B))), (2, 6), "near joins words and phrases only"),
        (
            "titel:a NEAR auteur:b",
            And((Word("a", "title"), Word("b", "authors"))),
            (8, 12),
            "near joins words of one field only",
        ),
        ("a NEAR", A, (2, 6), "nothing after the operator"),
        ("NEAR a", A, (0, 4), "nothing before the operator"),
        ("a NEAR/x b", Near((A, B)), (2, 8), "not a number of words"),
    ],
)
def test_what_near_cannot_join_is_pointed_at_and_searched_apart(
    text: str, tree: Node, place: tuple[int, int], reason: str
) -> None:
    query = parse(text)
    assert query.tree == tree
    assert [(each.start, each.end, each.reason) for each in query.not_understood] == [(*place, reason)]


@pytest.mark.parametrize(
    ("text", "start", "end", "reason"),
    [
        ("(a b", 0, 1, "unclosed bracket"),
        ("a b)", 3, 4, "unopened bracket"),
        ('"a b', 0, 1, "unclosed quotation mark"),
        ("a foo:b", 2, 6, "unknown field"),
        ("~", 0, 1, "nothing to search for"),
        (" ?! ", 1, 3, "nothing to search for"),
        ("*", 0, 1, "an asterisk counts at the end of a word only"),
        ("n*werk", 0, 6, "an asterisk counts at the end of a word only"),
        ("*werk", 0, 5, "an asterisk counts at the end of a word only"),
        ('"open dat*"', 0, 11, "an asterisk doesn't count in a phrase"),
        ("a OR", 2, 4, "nothing after the operator"),
        ("a AND", 2, 5, "nothing after the operator"),
        ("a NIET", 2, 6, "nothing after the operator"),
        ("(a OF) b", 3, 5, "nothing after the operator"),
        ("OR a", 0, 2, "nothing before the operator"),
        ("a AND OR b", 6, 8, "nothing before the operator"),
        ("jaar:oud", 0, 8, "not a year"),
        ("jaar:mei 2013", 0, 8, "not a year"),
        ("jaar:2013-05", 0, 12, "not a year"),
        ("jaar:13", 0, 7, "not a year"),
        ("auteur:", 0, 7, "field without a value"),
        ("titel: auteur:a", 0, 6, "field without a value"),
        ('auteur:"" a', 0, 7, "field without a value"),
        ("taal:klingon", 0, 12, "not a language"),
        ("soort:boek", 0, 10, "not a kind of contribution"),
        ("autor:berlo", 0, 6, "unknown field; did you mean author"),
        ("autor: berlo", 0, 6, "unknown field; did you mean author"),
        ("tietl:a", 0, 6, "unknown field; did you mean titel"),
        ("trefword:a", 0, 9, "unknown field; did you mean trefwoord"),
    ],
)
def test_what_is_not_understood_is_pointed_at(text: str, start: int, end: int, reason: str) -> None:
    remarks = parse(text).not_understood
    assert [(each.start, each.end, each.reason) for each in remarks] == [(start, end, reason)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("foo:bar (baz", ["foo", "bar", "baz"]),
        ("jaar:mei 2013", ["mei", "2013"]),
        ("taal:klingon", ["klingon"]),
        ("OR", ["or"]),
        ("NEAR/5", ["near"]),
        ("EN OF", ["en", "of"]),
        ('27" a', ["27", "a"]),
    ],
)
def test_what_is_not_understood_is_searched_as_words(text: str, words: list[str]) -> None:
    tree = parse(text).tree
    assert (list(tree.children) if isinstance(tree, And) else [tree]) == [Word(each) for each in words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("or", ["or"]),
        ("leren en werken of niet", ["leren", "en", "werken", "of", "niet"]),
        ("not near or and", ["not", "near", "or", "and"]),
        ("near/me", ["near", "me"]),
        ("EN/OF", ["en", "of"]),
        ("doel: beter onderwijs", ["doel", "beter", "onderwijs"]),
        ("voor: docenten", ["voor", "docenten"]),
        ("na: 2010", ["na", "2010"]),
        ("land: Nederland", ["land", "Nederland"]),
        ("Jos van der Lans: burgers", ["Jos", "van", "der", "Lans", "burgers"]),
        ("The Long Tail: a book", ["The", "Long", "Tail", "a", "book"]),
        ("these: ict helpt", ["these", "ict", "helpt"]),
        ("N:M relatie", ["N", "M", "relatie"]),
        ("std::vector", ["std", "vector"]),
        (r"C:\map", ["C", "map"]),
        ("https://www.nioc.nl/2013", ["www.nioc.nl", "2013"]),
        ("mailto:jan@nioc.nl", ["mailto", "jan", "nioc.nl"]),
        ("doi:10.1000/xyz", ["doi", "10.1000", "xyz"]),
        ("C++ C# .NET", ["C", "C", "NET"]),
        ("netwerk - samenleving", ["netwerk", "samenleving"]),
        ("leren & werken / samen … ?", ["leren", "werken", "samen"]),
        ("docent(en)", ["docent"]),
        ("de leraar(es), het lokaal", ["de", "leraar", "het", "lokaal"]),
        ("\ufeffnetwerk\u200f", ["netwerk"]),
        ('27" scherm', ["27", "scherm"]),
    ],
)
def test_ordinary_text_is_not_scolded(text: str, words: list[str]) -> None:
    query = parse(text)
    assert list(query.tree.children if isinstance(query.tree, And) else [query.tree]) == [Word(each) for each in words]
    assert query.not_understood == ()


def test_a_time_of_the_day_is_looked_for_as_one() -> None:
    assert parse("om 12:30 uur").tree == And((Word("om"), Phrase(("12", "30")), Word("uur")))


def test_a_minus_goes_for_what_is_glued_to_it_only() -> None:
    assert parse("a -* b").tree == And((A, B))


def test_words_know_where_they_were_typed() -> None:
    tree = parse(' é:titel  co-creatie "x"').tree
    assert isinstance(tree, And)
    assert [(each.start, each.end) for each in tree.children if isinstance(each, Word | Phrase)] == [
        (1, 2),
        (3, 8),
        (10, 20),
        (21, 24),
    ]
