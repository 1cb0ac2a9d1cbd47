"""What is in the index after documents were added, replaced and removed, in one process or in several."""

import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kennisbank.domain.ids import ContributionId
from kennisbank.domain.results import SearchRequest
from kennisbank.errors import Cancelled, IndexDamagedError, LibraryBusyError, StorageError
from kennisbank.search import updating
from kennisbank.search.index import SearchIndex
from kennisbank.search.store import Store
from kennisbank.tasks.context import JobContext
from tests.search.documents import document


def _found(index: SearchIndex, query: str) -> list[str]:
    return sorted(hit.contribution for hit in index.search(SearchRequest(query, limit=0)).hits)


def test_the_first_update_makes_the_index(index: SearchIndex) -> None:
    assert index.state() == "missing"
    with pytest.raises(IndexDamagedError):
        index.search(SearchRequest("x"))
    index.update([])
    assert index.state() == "ready"
    assert index.stamps() == {}


def test_a_newer_document_replaces_the_older(index: SearchIndex) -> None:
    index.update([document("a", "rood", stamp="1"), document("b", "blauw")])
    index.update([document("a", "groen", stamp="2")])
    assert index.stamps() == {"a": "2", "b": "1"}
    assert (_found(index, "rood"), _found(index, "groen"), _found(index, "blauw")) == ([], ["a"], ["b"])


def test_the_later_of_two_in_one_update_counts(index: SearchIndex) -> None:
    index.update([document("a", "rood", stamp="1"), document("b", "x"), document("a", "groen", stamp="2")])
    assert index.stamps() == {"a": "2", "b": "1"}
    assert (_found(index, "rood"), _found(index, "groen")) == ([], ["a"])


def test_what_is_removed_is_gone(index: SearchIndex) -> None:
    index.update([document("a", "rood"), document("b", "rood")])
    index.update([], [ContributionId("a"), ContributionId("unknown")])
    assert _found(index, "rood") == ["b"]
    assert index.search(SearchRequest("rood")).passage_total == 1
    index.update([], [ContributionId("b")])
    assert index.stamps() == {}


def test_several_processes_give_what_one_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [document(f"d{at}", f"woord{at % 7} gemeen", "tweede stuk", covers=("blad",)) for at in range(60)]
    documents.append(document("d3", "vervangen", stamp="2"))
    answers = []
    for few in (10_000, 1):
        monkeypatch.setattr(updating, "FEW_PASSAGES", few)
        index = SearchIndex(tmp_path / str(few))
        index.update(documents)
        index.update([document("d4", "ook vervangen", stamp="2")], [ContributionId("d5")])
        answers.append(
            (index.stamps(), [_found(index, query) for query in ("woord3", "gemeen", "vervangen", "wo*", "blad")])
        )
        index.close()
    assert answers[0] == answers[1]
    assert len(answers[0][0]) == 59


def test_children_are_started_again_after_closing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(updating, "FEW_PASSAGES", 0)
    index = SearchIndex(tmp_path, processes=1)
    index.update([document("a", "rood")])
    index.close()
    index.update([document("b", "rood")])
    index.close()
    assert _found(index, "rood") == ["a", "b"]


def test_a_killed_child_is_told_and_the_next_update_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(updating, "FEW_PASSAGES", 0)
    index = SearchIndex(tmp_path, processes=1)
    index.update([document("a", "rood")])

    def documents():
        for at in range(600):
            if at == 300:
                index._writers._children[0]._process.kill()
            yield document(f"d{at}", "rood")

    with pytest.raises(StorageError):
        index.update(documents())
    assert index.state() == "ready"
    assert _found(index, "rood")[:1] == ["a"]
    index.update([document("b", "rood")])
    index.close()
    assert {"a", "b"} <= index.stamps().keys()


_steps = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["rood", "groen", ""]), max_size=3),
        st.sets(st.sampled_from("abcdef"), max_size=2),
    ),
    max_size=14,
)


@settings(max_examples=20)
@given(_steps)
def test_any_row_of_updates_leaves_what_a_dictionary_would_hold(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[dict[str, str], set[str]]]
) -> None:
    index = SearchIndex(tmp_path_factory.mktemp("index"))
    index.update([])
    held: dict[str, tuple[str, str]] = {}
    for at, (texts, removed) in enumerate(steps):
        index.update(
            [document(name, text, stamp=str(at)) for name, text in texts.items()],
            [ContributionId(each) for each in removed],
        )
        for each in removed:
            held.pop(each, None)
        held.update({name: (str(at), text) for name, text in texts.items()})
        assert index.stamps() == {name: stamp for name, (stamp, _) in held.items()}
    for word in ("rood", "groen"):
        assert _found(index, word) == sorted(name for name, (_, text) in held.items() if text == word)
    assert index.complete("ro", 1) in (["rood"], [])


def test_many_small_updates_leave_few_segments(index: SearchIndex, tmp_path: Path) -> None:
    for at in range(30):
        index.update([document(f"d{at}", f"gemeen woord{at}", covers=("voorblad",))])
    _, segments = Store.contents(next((tmp_path / "index").glob("g-*")))
    assert len(segments) <= 12
    assert _found(index, "gemeen") == sorted(f"d{at}" for at in range(30))
    assert _found(index, "woord17") == ["d17"]
    assert len(index.search(SearchRequest("voorblad")).cover_sheets) == 1
    hit = index.search(SearchRequest("woord3")).hits[0].passages[0]
    assert hit.snippet == "gemeen woord3"


def test_a_cancelled_update_keeps_what_was_there(index: SearchIndex) -> None:
    index.update([document("a", "rood")])
    ctx = JobContext()
    ctx.cancel()
    with pytest.raises(Cancelled):
        index.update([document("b", "rood")], ["a"], ctx)
    assert _found(index, "rood") == ["a"]


def test_a_cancelled_rebuild_keeps_the_old_index(index: SearchIndex, tmp_path: Path) -> None:
    index.update([document("a", "rood")])
    ctx = JobContext()
    ctx.cancel()
    with pytest.raises(Cancelled):
        index.rebuild([document("b", "rood")], ctx)
    assert _found(index, "rood") == ["a"]
    index.update([])
    assert len(list((tmp_path / "index").glob("g-*"))) == 1


def test_searching_goes_on_in_the_old_index_while_the_new_one_is_built(index: SearchIndex, tmp_path: Path) -> None:
    index.update([document("a", "rood")])
    other = SearchIndex(tmp_path / "index")
    assert _found(other, "rood") == ["a"]

    def documents():
        yield document("b", "rood")
        assert _found(index, "rood") == ["a"]
        assert index.search(SearchRequest("rood")).index_state == "building"
        assert _found(other, "rood") == ["a"]
        yield document("c", "rood")

    index.rebuild(documents())
    for each in (index, other):
        assert _found(each, "rood") == ["b", "c"]
    assert len(list((tmp_path / "index").glob("g-*"))) == 1


def test_readers_in_other_threads_always_see_a_whole_index(index: SearchIndex, tmp_path: Path) -> None:
    index.update([document(f"d{at}", "rood") for at in range(5)])
    other = SearchIndex(tmp_path / "index")
    faults: list[str] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            found = _found(other, "rood")
            if len(found) != 5:
                faults.append(str(found))

    threads = [threading.Thread(target=read) for _ in range(2)]
    for each in threads:
        each.start()
    for round_ in range(8):
        documents = [document(f"d{at}", "rood", stamp=str(round_)) for at in range(5)]
        if round_ % 3 == 2:
            index.rebuild(documents)
        else:
            index.update(documents)
    stop.set()
    for each in threads:
        each.join()
    assert faults == []


def test_two_programs_never_write_at_once(index: SearchIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kennisbank.search.store._LOCK_WAIT_S", 0.05)
    index.update([])
    other = SearchIndex(tmp_path / "index")

    def documents():
        failures: list[Exception] = []

        def write() -> None:
            try:
                other.update([document("b", "blauw")])
            except LibraryBusyError as error:
                failures.append(error)

        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
        assert len(failures) == 1
        yield document("a", "rood")

    index.update(documents())
    other.update([document("b", "blauw")])
    assert index.stamps().keys() == {"a", "b"}


def test_after_a_purge_no_word_of_what_was_removed_is_on_the_disk(index: SearchIndex, tmp_path: Path) -> None:
    index.update(
        [
            document("a", "wilgenknotster zwijgt", "zwijgende wilgenknotsters", title="Geheimgehouden"),
            document("b", "wilgen zwijgen", "de knotwilg"),
        ]
    )
    index.update([document("b", "de wilgen", stamp="2")], [ContributionId("a")])
    index.update([document("c", "wilg en eik")])
    index.purge()
    files = b"".join(path.read_bytes() for path in sorted((tmp_path).rglob("*")) if path.is_file())
    for word in (b"wilgenknotster", b"zwijg", b"eheimgehouden", b"knotwilg"):
        assert word not in files, word
    assert b"wilgen" in files
    assert (_found(index, "wilgen"), _found(index, "zwijgen"), _found(index, "eik")) == (["b", "c"], [], ["c"])
    index.purge()
    index.update([], [ContributionId("b"), ContributionId("c")])
    index.purge()
    assert index.stamps() == {}
