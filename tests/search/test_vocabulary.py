"""The words of the index: how often they occur, how one goes on, and which are near one that was mistyped."""

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.search.vocabulary import Vocabulary
from kennisbank.search.word_table import WordTable
from tests.search.spelling_errors import BY_HAND

WORDS = st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1, max_size=14))


def vocabulary_of(*segments: dict[str, int]) -> Vocabulary:
    return Vocabulary((sorted(each), [each[word] for word in sorted(each)]) for each in segments)


# Tables


@given(WORDS)
def test_a_table_tells_how_often_each_word_occurs(words: list[str]) -> None:
    counts = Counter(words)
    table = WordTable.of(sorted(counts), [counts[word] for word in sorted(counts)])
    assert len(table) == len(counts)
    assert [table.word(place) for place in range(len(table))] == sorted(counts)
    assert {word: table.frequency(word) for word in counts} == dict(counts)


@given(WORDS, st.text(st.characters(exclude_categories=["Cs"]), max_size=10))
def test_a_table_knows_what_begins_so(words: list[str], prefix: str) -> None:
    ordered = sorted(set(words))
    table = WordTable.of(ordered, [1] * len(ordered))
    assert [table.word(place) for place in table.beginning_with(prefix)] == [w for w in ordered if w.startswith(prefix)]
    assert (table.frequency(prefix) == 1) == (prefix in ordered)


def test_a_torn_table_is_refused() -> None:
    with pytest.raises(ValueError, match="torn"):
        WordTable(b"een\ntwee", [1])


def test_an_empty_vocabulary_knows_nothing() -> None:
    for empty in (Vocabulary([]), vocabulary_of({})):
        assert empty.frequency("netwerk") == 0
        assert "netwerk" not in empty
        assert empty.complete("n", 8) == []
        assert empty.near_words("netwerk") == []
        assert empty.nearest("netwerk") == ""


def test_segments_add_up() -> None:
    words = vocabulary_of({"netwerk": 3, "school": 1}, {"netwerk": 2})
    assert words.frequency("netwerk") == 5
    assert "school" in words
    assert "leraar" not in words


# Completing


def test_the_most_frequent_word_comes_first() -> None:
    words = vocabulary_of({"netwerk": 5, "network": 7, "netten": 2}, {"netwerk": 4})
    assert words.complete("net", 8) == ["netwerk", "network", "netten"]
    assert words.complete("net", 1) == ["netwerk"]
    assert words.complete("netwe", 8) == ["netwerk"]
    assert words.complete("net", 0) == []


def test_numbers_and_stop_words_are_not_worth_completing() -> None:
    words = vocabulary_of({"van": 900, "vanuit": 80, "vandaal": 2, "2015": 50, "2.0": 70, "web20": 2, "w": 4, "0": 9})
    assert words.complete("van", 8) == ["vandaal"]
    assert words.complete("2", 8) == []
    assert words.complete("w", 8) == ["web20"]


def test_what_occurs_once_waits_until_nothing_else_is_left() -> None:
    words = vocabulary_of({"netwerk": 5, "netten": 3, "netjes": 2, "netverk": 1, "school": 4, "schoool": 1})
    assert words.complete("net", 8) == ["netwerk", "netten", "netjes"]
    assert words.complete("scho", 8) == ["school", "schoool"]


def test_one_letter_is_answered_from_many_words() -> None:
    numbers = random.Random(1)
    many = {f"a{number:06}x": numbers.randrange(1, 50) for number in range(5000)} | {"archief": 60, "aan": 900}
    words = vocabulary_of(many)
    best = sorted((word for word in many if word != "aan"), key=lambda word: (-many[word], word))[:8]
    assert words.complete("a", 8)[0] == "archief"
    assert [many[word] for word in words.complete("a", 8)] == [many[word] for word in best]


# Near words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("netwrek", "netwerk"), ("netwek", "netwerk"), ("netwerrk", "netwerk"), ("netwarten", "netwerken"),
        ("vijligheid", "veiligheid"), ("veiligheit", "veiligheid"), ("nou", "nauw"), ("examen", "eksamen"),
        ("davied", "david"), ("david", "davied"), ("projekt", "project"), ("onderzoeck", "onderzoek"),
        ("telephoon", "telefoon"), ("tecnologie", "technologie"), ("sukses", "succes"), ("eetwerk", "netwerk"),
    ],
)  # fmt: skip
def test_one_slip_is_mended(typed: str, meant: str) -> None:
    expected = "" if typed == "nou" else meant
    assert vocabulary_of({meant: 2, "school": 50, "onderwijzeres": 9}).nearest(typed) == expected


def test_a_word_is_not_near_itself() -> None:
    assert vocabulary_of({"netwerk": 2}).near_words("netwerk") == []


def test_short_words_are_left_alone() -> None:
    words = vocabulary_of({"les": 9, "mens": 3, "meester": 2})
    assert words.near_words("lis") == []
    assert words.near_words("mans") == [("mens", 3, 0.8)]
    assert words.near_words("maas") == []
    assert [word for word, _, _ in words.near_words("maas", widely=True)] == ["mens"]


@pytest.mark.parametrize("typed", ["", "2015", "web20", "net werk", "Netwerk", "σοφία", "x" * 5000])
def test_what_is_no_folded_word_has_no_near_ones(typed: str) -> None:
    assert vocabulary_of({"netwerk": 2, "web2": 3}).near_words(typed) == []


def test_a_usual_slip_is_nearer_than_an_odd_one() -> None:
    words = vocabulary_of({"beleid": 10, "beleig": 10})
    assert [word for word, _, _ in words.near_words("beleit")] == ["beleid", "beleig"]


def test_of_two_as_near_the_more_frequent_comes_first() -> None:
    words = vocabulary_of({"toegang": 90, "toegong": 2})
    assert [word for word, _, _ in words.near_words("toegwng")] == ["toegang", "toegong"]


def test_at_most_two_edits_and_no_more_than_asked_for() -> None:
    words = vocabulary_of({"informatica": 5})
    assert words.nearest("imformatwca") == "informatica"
    assert words.nearest("imfoxmatwca") == ""
    assert words.near_words("imformatwca", most_edits=1) == []
    assert words.near_words("informatwca", 0) == []


def _plain_distance(one: str, other: str) -> int:
    """Return the distance of Damerau and Levenshtein (no letter edited twice), as the textbook has it."""
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, theirs in enumerate(other, start=1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != theirs)))
            if i > 1 and j > 1 and letter == other[j - 2] and theirs == one[i - 2]:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]


@given(
    st.lists(st.text("abeikst", min_size=4, max_size=9), min_size=1, max_size=30, unique=True),
    st.text("abeikst", min_size=7, max_size=9),
)
def test_every_word_within_two_edits_is_found_and_costs_no_more(words: list[str], typed: str) -> None:
    near = {word: cost for word, _, cost in vocabulary_of(dict.fromkeys(words, 1)).near_words(typed, 100)}
    for word in words:
        distance = _plain_distance(typed, word)
        if 0 < distance <= 2:
            assert word in near
            assert near[word] <= distance + 0.7 + 0.01  # a first letter costs more
    assert all(0 < cost <= 2.71 for cost in near.values())


def test_what_people_type_is_mended() -> None:
    meant = sorted(set(BY_HAND.values()))
    words = vocabulary_of(dict.fromkeys(meant, 10))
    pairs = [(typed, word) for typed, word in BY_HAND.items() if typed.isascii() and typed not in meant]
    first = sum(words.nearest(typed) == word for typed, word in pairs)
    assert len(pairs) >= 150
    assert first >= 0.95 * len(pairs)
