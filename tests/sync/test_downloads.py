"""A file from the archive: resumed at any byte, verified, never more than was announced, and fetched by one at a time."""

import hashlib
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.ids import FileHash
from kennisbank.errors import ArchiveRefusedError, ArchiveUnreachableError, ArchiveUntrustedError, Cancelled
from kennisbank.sync.downloads import Downloads
from kennisbank.sync.memory_remote import MemoryArchive
from kennisbank.tasks.context import JobContext

NO_WAITING = (0.0, 0.0, 0.0)
DATA = bytes(range(256)) * 1024


class CutFiles:
    """A server that gives what is due at each request: so many bytes and then breaks off, or ends as if that were all."""

    def __init__(self, data: bytes, cuts: list[tuple[int, bool]]) -> None:
        self.data, self.cuts = data, deque(cuts)
        self.asked: list[int] = []

    @contextmanager
    def file(self, file_hash: FileHash, start: int = 0) -> Iterator[Iterator[bytes]]:
        self.asked.append(start)
        yield self._pieces(start)

    def _pieces(self, start: int) -> Iterator[bytes]:
        length, is_said = self.cuts.popleft() if self.cuts else (len(self.data), False)
        yield self.data[start : start + length]
        if is_said:
            raise ArchiveUnreachableError("https://archive.example.org", "broken_off")


def hash_of(data: bytes) -> FileHash:
    return FileHash(hashlib.sha256(data).hexdigest())


@given(
    data=st.binary(min_size=0, max_size=3000),
    here=st.integers(0, 3500),
    spoilt=st.booleans(),
    cuts=st.lists(st.tuples(st.integers(0, 3000), st.booleans()), max_size=3),
)
def test_whatever_is_there_and_wherever_it_breaks_the_whole_file_comes(
    data: bytes, here: int, spoilt: bool, cuts: list[tuple[int, bool]]
) -> None:
    with TemporaryDirectory() as folder:
        downloads = Downloads(Path(folder) / "downloads", waits_s=NO_WAITING)
        claim = downloads.claim(hash_of(data))
        assert claim is not None
        left = (data + b"x" * 4000)[:here]
        claim.path.write_bytes(bytes(reversed(left)) if spoilt else left)
        source = CutFiles(data, cuts)
        found = downloads.fetch(claim, len(data), source, JobContext())
        claim.release()
        assert found.read_bytes() == data
        if not spoilt and here <= len(data) and not cuts:
            assert source.asked == ([here] if here < len(data) else []), "what is there isn't fetched again"


def test_a_break_that_brings_nothing_again_and_again_is_told_and_what_came_stays(tmp_path: Path) -> None:
    downloads = Downloads(tmp_path, url="https://archive.example.org", waits_s=NO_WAITING)
    claim = downloads.claim(hash_of(DATA))
    assert claim is not None
    with pytest.raises(ArchiveUnreachableError) as raised:
        downloads.fetch(claim, len(DATA), CutFiles(DATA, [(1000, True)] + [(0, False)] * 9), JobContext())
    assert (raised.value.code, claim.path.stat().st_size) == ("broken_off", 1000)
    source = CutFiles(DATA, [])
    downloads.fetch(claim, len(DATA), source, JobContext())
    assert source.asked == [1000]


def test_wrong_bytes_are_thrown_away_and_asked_for_once_more(tmp_path: Path) -> None:
    archive = MemoryArchive()
    file_hash = archive.put_file(DATA)
    remote = archive.as_seen_by()
    downloads = Downloads(tmp_path, waits_s=NO_WAITING)
    claim = downloads.claim(file_hash)
    assert claim is not None
    remote.faults.extend(["wrong_hash", "cut"])
    assert downloads.fetch(claim, len(DATA), remote, JobContext()).read_bytes() == DATA
    downloads.discard(claim)
    remote.faults.extend(["wrong_hash", "wrong_hash"])
    with pytest.raises(ArchiveUntrustedError) as raised:
        downloads.fetch(claim, len(DATA), remote, JobContext())
    assert (raised.value.code, claim.path.exists()) == ("wrong_hash", False)


def test_never_more_is_written_than_was_announced(tmp_path: Path) -> None:
    downloads = Downloads(tmp_path, waits_s=NO_WAITING)
    claim = downloads.claim(hash_of(DATA))
    assert claim is not None
    most = 0

    def look(have: int) -> None:
        nonlocal most
        most = max(most, have)

    with pytest.raises(ArchiveUntrustedError) as raised:
        downloads.fetch(claim, len(DATA) - 1, CutFiles(DATA, []), JobContext(), on_bytes=look)
    assert (raised.value.code, claim.path.exists(), most) == ("too_large", False, 0)


def test_what_the_archive_doesnt_have_is_told_at_once(tmp_path: Path) -> None:
    downloads = Downloads(tmp_path, waits_s=NO_WAITING)
    claim = downloads.claim(hash_of(DATA))
    assert claim is not None
    with pytest.raises(ArchiveRefusedError):
        downloads.fetch(claim, len(DATA), MemoryArchive().as_seen_by(), JobContext())


def test_cancelling_keeps_what_came(tmp_path: Path) -> None:
    data = bytes(40 << 20)
    ctx = JobContext()
    downloads = Downloads(tmp_path, waits_s=NO_WAITING)
    claim = downloads.claim(hash_of(data))
    assert claim is not None
    archive = MemoryArchive()
    archive.put_file(data)

    def stop(have: int) -> None:
        if have:
            ctx.cancel()

    with pytest.raises(Cancelled):
        downloads.fetch(claim, len(data), archive.as_seen_by(), ctx, on_bytes=stop)
    assert 0 < claim.path.stat().st_size < len(data)


def test_a_file_is_fetched_by_one_at_a_time_and_what_nobody_wants_is_swept(tmp_path: Path) -> None:
    one, other = Downloads(tmp_path), Downloads(tmp_path)
    claim = one.claim(hash_of(DATA))
    assert claim is not None
    claim.path.write_bytes(b"begun")
    assert other.claim(claim.hash) is None
    assert other.sweep(()) == [], "somebody is at it"
    claim.release()
    wanted = hash_of(b"wanted")
    (tmp_path / f"{wanted}.part").write_bytes(b"wan")
    (tmp_path / "notes.txt").write_bytes(b"somebody's")
    assert other.sweep({wanted}) == [claim.hash]
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{wanted}.part", "notes.txt"]
