"""Documents indexed while more are still to come."""

from pathlib import Path

import pytest

from kennisbank.domain.results import SearchRequest
from kennisbank.errors import StorageError
from kennisbank.search.ahead import PATTERN
from kennisbank.search.index import SearchIndex
from tests.search.documents import document


def test_nothing_is_searchable_before_it_is_taken(index: SearchIndex, tmp_path: Path) -> None:
    index.update([document("old", "rood")])
    ahead = index.ahead()
    ahead.add([document("new", "rood"), document("other", "blauw")])
    ahead.add([document("last", "rood")])
    assert index.search(SearchRequest("rood")).total == 1
    index.take(ahead)
    assert index.search(SearchRequest("rood")).total == 3
    assert index.stamps().keys() == {"old", "new", "other", "last"}
    assert not list((tmp_path / "index").glob(PATTERN))


def test_taking_makes_a_missing_index(index: SearchIndex) -> None:
    ahead = index.ahead()
    ahead.add([document("a", "rood")])
    index.take(ahead)
    assert index.state() == "ready"
    assert index.search(SearchRequest("rood")).total == 1


def test_of_a_contribution_that_comes_twice_the_later_counts(index: SearchIndex) -> None:
    index.update([document("a", "geel", stamp="0")])
    ahead = index.ahead()
    ahead.add([document("a", "rood", stamp="1")])
    ahead.add([document("b", "rood"), document("a", "blauw", stamp="2")])
    index.take(ahead)
    assert index.stamps() == {"a": "2", "b": "1"}
    assert [index.search(SearchRequest(each)).total for each in ("geel", "rood", "blauw")] == [0, 1, 1]


def test_an_update_in_between_leaves_what_is_made_ahead(index: SearchIndex) -> None:
    ahead = index.ahead()
    ahead.add([document("a", "rood")])
    index.update([document("b", "blauw")])
    index.take(ahead)
    assert index.stamps().keys() == {"a", "b"}


def test_what_is_given_up_or_left_by_a_kill_is_swept(index: SearchIndex, tmp_path: Path) -> None:
    left = tmp_path / "index" / "b-killed"
    left.mkdir(parents=True)
    (left / "MAIN_x.pst").write_bytes(b"half")
    ahead = index.ahead()
    ahead.add([document("a", "rood")])
    assert not left.exists()
    ahead.close()
    ahead.close()
    index.take(ahead)
    assert index.stamps() == {}
    assert not list((tmp_path / "index").glob(PATTERN))


def test_a_folder_that_can_not_be_made_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file")
    with pytest.raises(StorageError):
        SearchIndex(tmp_path / "index").ahead().add([document("a", "rood")])
