"""The measures by which search is judged, on rankings small enough to reckon by hand."""

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.relevance.measures import average_precision, ndcg, recall

_GRADES = {"a": 3, "b": 1, "c": 0, "d": -1}


def test_the_best_ranking_possible_is_worth_one() -> None:
    assert ndcg(["a", "b", "c"], _GRADES) == pytest.approx(1)


def test_a_later_place_is_worth_less() -> None:
    best = 3 + 1 / log2(3)
    assert ndcg(["b", "a"], _GRADES) == pytest.approx((1 + 3 / log2(3)) / best)
    assert ndcg(["x", "a"], _GRADES) == pytest.approx(3 / log2(3) / best)


def test_what_was_judged_irrelevant_is_worth_as_little_as_what_was_not_judged() -> None:
    assert ndcg(["c", "d", "a"], _GRADES) == ndcg(["x", "y", "a"], _GRADES)


def test_only_the_first_ten_count() -> None:
    assert ndcg([*"0123456789", "a"], _GRADES) == 0


def test_average_precision_is_that_of_the_places_of_the_relevant() -> None:
    assert average_precision(["x", "a", "b"], _GRADES) == pytest.approx((1 / 2 + 2 / 3) / 2)
    assert average_precision(["a"], _GRADES) == pytest.approx(1 / 2)


def test_recall_is_the_part_that_was_found() -> None:
    assert recall(["x", "b"], _GRADES) == 1 / 2
    assert recall(["x", "b"], _GRADES, depth=1) == 0


@given(st.permutations([*_GRADES, "x", "y"]))
def test_every_measure_lies_between_nothing_and_one(ranking: list[str]) -> None:
    for measure in (ndcg, average_precision, recall):
        assert 0 <= measure(ranking, _GRADES) <= 1 + 1e-9
        assert measure(ranking, {}) == 0
