"""What every store of files promises, on a disk and in a real object store."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import obstore
import pytest
from obstore.store import S3Store

from kennisbank.archive.files.file_store import CHUNK, DiskFiles, Files
from kennisbank.archive.files.s3_files import S3Files
from kennisbank.archive.world import open_files
from kennisbank.errors import BadInputError, NotFoundError, StorageError
from tests.archive.object_store import KEY, SECRET, running_object_store

SMALL, EMPTY = b"%PDF-1.7 een bijdrage", b""
LARGE = os.urandom(1 << 20) * 21 + b"end"
"""More than two parts of an upload."""


@pytest.fixture(scope="session")
def endpoint() -> Iterator[str]:
    with running_object_store() as address:
        yield address


@pytest.fixture(params=["disk", "s3"])
def files(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Files]:
    if request.param == "disk":
        yield open_files(str(tmp_path / "files"))
        return
    endpoint = request.getfixturevalue("endpoint")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    prefix = hashlib.sha256(str(tmp_path).encode()).hexdigest()[:16]
    store = S3Store("papers", prefix=prefix, endpoint=endpoint, client_options={"allow_http": True})
    obstore.put(store, "another", b"not one of ours")  # makes the bucket too
    yield open_files(f"s3://papers/{prefix}?endpoint={endpoint}")


def taken(files: Files, tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "source"
    path.write_bytes(data)
    file_hash = hashlib.sha256(data).hexdigest()
    files.put(path, file_hash)
    return file_hash


@pytest.mark.parametrize("data", [SMALL, EMPTY, LARGE], ids=["small", "empty", "large"])
def test_what_was_put_is_read_again(files: Files, tmp_path: Path, data: bytes) -> None:
    file_hash = taken(files, tmp_path, data)
    assert files.has(file_hash)
    assert files.size(file_hash) == len(data)
    assert b"".join(files.read(file_hash)) == data
    files.put(tmp_path / "source", file_hash)
    assert list(files.all()) == [(file_hash, len(data))]


@pytest.mark.parametrize(
    ("start", "end"),
    [(0, 1), (1, None), (len(LARGE) - 3, None), (CHUNK - 1, CHUNK + 1), (7, 7), (5, 10**9), (10**9, None)],
)
def test_a_range_is_read(files: Files, tmp_path: Path, start: int, end: int | None) -> None:
    file_hash = taken(files, tmp_path, LARGE)
    assert b"".join(files.read(file_hash, start, end)) == LARGE[start:end]


def test_a_large_file_comes_in_pieces(files: Files, tmp_path: Path) -> None:
    pieces = list(files.read(taken(files, tmp_path, LARGE)))
    assert len(pieces) > 10
    assert max(map(len, pieces)) <= 4 << 20


@pytest.mark.parametrize("data", [SMALL, LARGE], ids=["small", "large"])
def test_bytes_that_are_not_what_the_name_says_are_not_taken(files: Files, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "source"
    path.write_bytes(data)
    wrong = hashlib.sha256(b"another").hexdigest()
    with pytest.raises(BadInputError):
        files.put(path, wrong)
    assert not files.has(wrong)
    assert list(files.all()) == []


def test_what_is_not_here_is_called_so(files: Files) -> None:
    absent = "0" * 64
    assert not files.has(absent)
    with pytest.raises(NotFoundError):
        files.size(absent)
    with pytest.raises(NotFoundError):
        files.read(absent)
    files.remove(absent)


def test_a_removed_file_is_gone_and_may_come_again(files: Files, tmp_path: Path) -> None:
    file_hash = taken(files, tmp_path, SMALL)
    files.remove(file_hash)
    assert not files.has(file_hash)
    assert taken(files, tmp_path, SMALL) == file_hash
    assert files.has(file_hash)


@pytest.mark.parametrize(
    "name", ["", "../../etc/passwd", "a" * 63, "A" * 64, "/" * 64, "..%2f" + "a" * 59, "a" * 63 + "\n"]
)
def test_no_name_from_outside_is_ever_a_path(files: Files, tmp_path: Path, name: str) -> None:
    path = tmp_path / "source"
    path.write_bytes(SMALL)
    assert not files.has(name)
    files.remove(name)
    for ask in (files.size, files.read, lambda name: files.put(path, name)):
        with pytest.raises(NotFoundError):
            ask(name)


def test_a_full_or_read_only_disk_leaves_nothing_half(tmp_path: Path) -> None:
    (tmp_path / "files").write_text("not a folder")
    path = tmp_path / "source"
    path.write_bytes(SMALL)
    with pytest.raises(StorageError):
        DiskFiles(tmp_path / "files").put(path, hashlib.sha256(SMALL).hexdigest())


def test_a_broken_off_copy_is_no_file(tmp_path: Path) -> None:
    store = DiskFiles(tmp_path / "files")
    taken(store, tmp_path, SMALL)
    (tmp_path / "files" / "incoming" / "half").write_bytes(b"half")
    assert [size for _, size in store.all()] == [len(SMALL)]


@pytest.mark.parametrize(
    "address", ["s3://", "s3:///prefix", "s3://key:secret@bucket/x", "s3://bucket/?secret=x", "ftp://bucket/x"]
)
def test_an_address_with_secrets_or_without_a_bucket_is_refused(address: str) -> None:
    with pytest.raises(BadInputError) as raised:
        S3Files.at(address)
    assert "secret@" not in str(raised.value)


def test_an_object_store_out_of_reach_is_an_error_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.setattr("kennisbank.archive.files.s3_files.RETRIES", 0)
    with pytest.raises(StorageError) as raised:
        S3Files.at("s3://bucket/x?endpoint=http://127.0.0.1:9").has("0" * 64)
    assert SECRET not in str(raised.value)


@pytest.mark.parametrize("data", [SMALL, LARGE], ids=["small", "large"])
def test_files_go_from_store_to_store(files: Files, tmp_path: Path, data: bytes) -> None:
    other = DiskFiles(tmp_path / "other")
    file_hash = taken(files, tmp_path, data)
    other.take(files.read(file_hash), file_hash)
    files.remove(file_hash)
    files.take(other.read(file_hash), file_hash)
    assert b"".join(files.read(file_hash)) == data
    with pytest.raises(BadInputError):
        files.take(iter([b"another"]), hashlib.sha256(b"wrong").hexdigest())
