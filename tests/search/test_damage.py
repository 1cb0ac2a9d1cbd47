"""A damaged or outdated index is noticed, and a rebuild mends it."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kennisbank.domain.results import SearchRequest
from kennisbank.errors import IndexDamagedError
from kennisbank.search.index import SearchIndex
from tests.search.documents import document


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(f"g-*/{pattern}"))


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def _scramble_toc(folder: Path) -> None:
    toc = _files(folder, "*.toc")[0]
    toc.write_bytes(toc.read_bytes()[:60] + b"\x00" * 40)


FAULTS: dict[str, Callable[[Path], object]] = {
    "torn postings": lambda folder: _cut(_files(folder, "*.pst")[0]),
    "torn terms": lambda folder: _cut(_files(folder, "*.trm")[0]),
    "torn texts": lambda folder: _cut(_files(folder, "*.col")[0]),
    "missing postings": lambda folder: _files(folder, "*.pst")[0].unlink(),
    "missing contents": lambda folder: [each.unlink() for each in _files(folder, "*.toc")],
    "scrambled contents": _scramble_toc,
    "empty contents": lambda folder: _files(folder, "*.toc")[0].write_bytes(b""),
    "no JSON": lambda folder: (folder / "CURRENT").write_text("{", encoding="utf-8"),
    "another folder": lambda folder: (folder / "CURRENT").write_text('{"generation": 3}', encoding="utf-8"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_damage_is_noticed_and_a_rebuild_mends_it(tmp_path: Path, fault: str) -> None:
    first = SearchIndex(tmp_path)
    first.update([document("a", "rood")])
    FAULTS[fault](tmp_path)
    index = SearchIndex(tmp_path)
    assert index.state() == "damaged"
    with pytest.raises(IndexDamagedError):
        index.search(SearchRequest("rood"))
    assert index.stamps() == {}
    assert index.complete("ro", 3) == []
    index.rebuild([document("a", "rood")])
    assert index.state() == "ready"
    assert index.search(SearchRequest("rood")).total == 1


@pytest.mark.parametrize("pattern", ["*.pst", "*.col"])
def test_damage_inside_a_file_is_noticed_when_it_is_read(tmp_path: Path, pattern: str) -> None:
    SearchIndex(tmp_path).update([document("a", *(f"rood woord{at} " * 90 for at in range(40)))])
    for each in _files(tmp_path, pattern):
        size = each.stat().st_size
        each.write_bytes(each.read_bytes()[:8] + b"\xa5" * (size - 48) + each.read_bytes()[-40:])
    index = SearchIndex(tmp_path)
    with pytest.raises(IndexDamagedError):
        index.search(SearchRequest("rood"))
    assert index.state() == "damaged"
    index.rebuild([document("a", "rood")])
    assert index.state() == "ready"


def test_an_index_of_another_version_is_outdated(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path)
    index.update([document("a", "rood")])
    current = json.loads((tmp_path / "CURRENT").read_text(encoding="utf-8"))
    (tmp_path / "CURRENT").write_text(json.dumps({**current, "analyser": "0"}), encoding="utf-8")
    assert index.state() == "outdated"
    with pytest.raises(IndexDamagedError):
        index.search(SearchRequest("rood"))
    index.rebuild([])
    assert index.state() == "ready"


_WRITER = """
import os, sys
from pathlib import Path
from kennisbank.search import updating
from kennisbank.search.index import SearchIndex
from tests.search.documents import document
calls = 0
def count(*_):
    global calls
    calls += 1
    if calls == int(sys.argv[2]):
        os.kill(os.getpid(), 9)
sys.addaudithook(lambda name, args: count() if name in ("open", "os.rename", "os.remove") and sys.argv[1] in str(args[0]) else None)
index = SearchIndex(Path(sys.argv[1]))
if sys.argv[3] == "rebuild":
    index.rebuild([document(f"d{at}", "nieuw", stamp="2") for at in range(4)])
else:
    index.update([document(f"d{at}", "nieuw", stamp="2") for at in range(4)], ["d4"])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
@pytest.mark.parametrize("way", ["update", "rebuild"])
def test_killed_while_writing_the_index_is_as_before_or_as_after(tmp_path: Path, way: str) -> None:
    before = {f"d{at}": "1" for at in range(5)}
    after = {f"d{at}": "2" for at in range(4)}
    repository = Path(__file__).parents[2]
    seen = set()
    for call in (3, 8, 13, 17, 20, 23):
        folder = tmp_path / str(call)
        SearchIndex(folder).update([document(name, "oud", stamp="1") for name in before])
        arguments = [sys.executable, "-c", _WRITER, str(folder), str(call), way]
        subprocess.run(arguments, cwd=repository, check=False, capture_output=True)
        index = SearchIndex(folder)
        assert index.state() == "ready"
        stamps = index.stamps()
        assert stamps in (before, after)
        seen.add(stamps == after)
        found = index.search(SearchRequest("oud" if stamps == before else "nieuw"))
        assert found.total == found.passage_total == len(stamps)
        index.update([document("d0", "later", stamp="3")])
        assert index.stamps()["d0"] == "3"
        assert len(list(folder.glob("g-*"))) == 1
    assert False in seen
